"""Who can help with a topic: what speaks for somebody, in words, and in which order people are named.

What somebody has shown counts for more than what they merely say of themselves: what they taught me, what we talked
about, help and feedback that I had from them, then their topics, their field and title. Nothing of it is stored, and it
says nothing about a person but that they are worth asking about this.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.dates import show_day_plain
from lnet.domain.names import key

PREFIX_LEAST = 3  # letters with which a topic begins, where others are called just so
SHOWN = 60  # characters of a text in a reason


class Weight(NamedTuple):
    """What a kind of evidence counts: the first of it, each further one, and all of it at most."""

    first: int
    more: int
    most: int


WEIGHTS = {
    "insights": Weight(20, 5, 40), "topic": Weight(25, 0, 25), "goal": Weight(20, 0, 20), "help": Weight(12, 4, 20),
    "conversations": Weight(6, 3, 30), "feedback": Weight(12, 4, 20), "resources": Weight(10, 3, 16),
    "close_topic": Weight(15, 0, 15), "field": Weight(10, 0, 10), "title": Weight(10, 0, 10),
    "organisation": Weight(3, 0, 3),
}  # fmt: skip
ROLES = {"expert": "an expert", "mentor": "a mentor", "advisor": "an advisor", "coach": "a coach"}
ROLE_POINTS = 5  # for those who are asked anyway, where something else speaks for them


class Evidence(NamedTuple):
    """What speaks for somebody, of one kind: `number` of it, the latest on day `on`, with its text and reference."""

    contact_id: int
    kind: str
    number: int = 1
    on: date | None = None
    text: str = ""
    ref: str | None = None


class Known(NamedTuple):
    """Somebody who may help, as far as ranking them goes."""

    id: int
    uid: str
    name: str
    slug: str
    circle: str | None = None
    status: str = "active"
    last_on: date | None = None
    address_book: bool = False
    roles: tuple[str, ...] = ()


class Reason(NamedTuple):
    """One thing that speaks for somebody, in words; as in JSON."""

    kind: str
    points: int
    text: str
    number: int
    on: date | None
    ref: str | None


class Helper(NamedTuple):
    """Somebody who can help, and why, the weightiest reason first."""

    who: Known
    points: int
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return "; ".join(reason.text for reason in self.reasons)

    def as_json(self) -> dict[str, object]:
        """One object of `who --json`."""
        return {**self.who._asdict(), "points": self.points, "why": self.why, "reasons": self.reasons}


# --- topics -----------------------------------------------------------------------------------------------------


def form(topic: str) -> str:
    """The form in which topics compare: no case, no accents, a hyphen as good as a space.

    Signs stay, for "c++" is not "c".
    "Query_Plans" and "query-plans" → "query plans".
    """
    plain = " ".join(re.sub(r"[-_\s]+", " ", topic.lstrip("#+")).split()).casefold()
    return key(plain) if plain.replace(" ", "").isalnum() else plain


class Meant(NamedTuple):
    """The topics that a word means: those spelled so, and those `close` to it."""

    exact: tuple[str, ...] = ()
    close: tuple[str, ...] = ()


def meant(typed: str, topics: Iterable[str]) -> Meant:
    """Which of the topics are meant: the same but for case, accents and hyphens, and those of which a word begins so.

    With too few letters only where nothing is called just so: "c" is not "career".
    """
    wanted = form(typed)
    forms = {topic: form(topic) for topic in topics}
    exact = tuple(topic for topic, each in forms.items() if each == wanted)
    near = tuple(topic for topic, each in forms.items() if each != wanted and f" {each}".find(f" {wanted}") >= 0)
    return Meant(exact, near if wanted and (not exact or len(wanted) >= PREFIX_LEAST) else ())


# --- ranking ----------------------------------------------------------------------------------------------------


def leading(evidence: Iterable[Evidence], most: int) -> list[int]:
    """For whom most speaks, whoever they are: at most so many ids."""
    sums: dict[int, int] = {}
    for each in evidence:
        sums[each.contact_id] = sums.get(each.contact_id, 0) + points(each)
    return sorted(sums, key=lambda id: -sums[id])[:most]


def ranked(people: Iterable[Known], evidence: Iterable[Evidence], today: date) -> list[Helper]:
    """Those for whom something speaks, the best first: by points, then by the latest conversation, then by name.

    The address book comes after all others. Whoever is not among `people` is left out.
    """
    found: dict[int, list[Evidence]] = {}
    for each in evidence:
        found.setdefault(each.contact_id, []).append(each)
    helpers = [helper(who, found[who.id], today) for who in people if who.id in found]
    return sorted(helpers, key=place)


def place(helper: Helper) -> tuple[bool, int, int, str, int]:
    """Where somebody stands among the others."""
    who = helper.who
    last = who.last_on.toordinal() if who.last_on else 0
    return who.address_book, -helper.points, -last, key(who.name), who.id


def helper(who: Known, evidence: Sequence[Evidence], today: date) -> Helper:
    """Somebody with all that speaks for them."""
    reasons = [Reason(each.kind, points(each), words(each, today), each.number, each.on, each.ref) for each in evidence]
    role = next((role for role in ROLES if role in who.roles), None)
    if role and any(reason.kind != "organisation" for reason in reasons):
        reasons.append(Reason("role", ROLE_POINTS, ROLES[role], 1, None, None))
    reasons.sort(key=lambda reason: -reason.points)  # stable: equals stay in the order they were found
    return Helper(who, sum(reason.points for reason in reasons), tuple(reasons))


def points(evidence: Evidence) -> int:
    """What a piece of evidence counts: three conversations 6 + 2 × 3 = 12."""
    weight = WEIGHTS[evidence.kind]
    return min(weight.most, weight.first + weight.more * (evidence.number - 1))


# --- in words ---------------------------------------------------------------------------------------------------


def words(evidence: Evidence, today: date) -> str:
    """A piece of evidence, said to me: "3 conversations about it, the last 12 May"; "taught you EXPLAIN first"."""
    number, text = evidence.number, short(evidence.text)
    on = show_day_plain(evidence.on, today) if evidence.on else ""
    more = f" and {number - 1} more" if number > 1 else ""
    return {
        "topic": f"{text} is a topic of theirs",
        "close_topic": f"{text} is a topic of theirs",
        "conversations": f"{number} conversations about it, the last {on}"
        if more
        else f"a conversation about it, {on}",
        "insights": f"taught you {text}{more}",
        "feedback": f"gave you feedback on it{more and f', {number} times'}, {'the last ' if more else ''}{on}",
        "help": f"helped you: {text}{more}",
        "resources": f"gave you {evidence.ref} {text}{more}",
        "goal": f"helps with {evidence.ref} {text}",
        "field": f"works in {text}",
        "title": f"works as {text}",
        "organisation": f"at {text}",
    }[evidence.kind]


def short(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
