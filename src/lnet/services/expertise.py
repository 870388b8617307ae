"""Who can help with a topic: all that is known of it, brought together and ranked. Reads only."""

from collections.abc import Iterator
from typing import NamedTuple

from lnet.domain.expertise import PREFIX_LEAST, Evidence, Helper, Meant, form, leading, meant, ranked
from lnet.domain.names import clean
from lnet.errors import BadInputError
from lnet.store.connect import Store
from lnet.store.read import expertise as read
from lnet.store.read.search import beginnings, is_indexed, quoted

DEFAULT_LIMIT = 10
LOOKED_AT = 200  # people looked at closely, unless more are asked for


class Found(NamedTuple):
    """Who can help, the best first, and how many `more` (`more_at_least`: or even more) are not shown.

    `closest`: where nobody can, a topic that may be meant.
    """

    topic: str
    helpers: tuple[Helper, ...] = ()
    more: int = 0
    more_at_least: bool = False
    closest: str = ""


def who(store: Store, topic: str, limit: int | None = DEFAULT_LIMIT) -> Found:
    """Who can help with a topic, at most `limit` (None: all). Raises BadInputError for no topic."""
    wanted = clean(topic)
    if not form(wanted):
        raise BadInputError("there is no topic to look for")
    known = read.topics(store)
    topics = meant(wanted, known)
    evidence = look(store, form(wanted), topics)
    most = len(evidence) if limit is None else LOOKED_AT + limit
    ids = leading(evidence, most)
    helpers = ranked(read.people(store, ids), evidence, store.today)
    shown = tuple(helpers[:limit])
    like = "" if helpers else closest(wanted, known)
    return Found(wanted, shown, len(helpers) - len(shown), len(ids) == most and limit is not None, like)


def look(store: Store, spelled: str, topics: Meant) -> list[Evidence]:
    """All that speaks for anybody."""
    match = expression(store, spelled, topics)
    found = [
        *read.bearers(store, topics), *read.evidence(store, match, (*topics.exact, *topics.close)),
        *working(store, match, spelled), *helping(store, spelled),
    ]  # fmt: skip
    return list({(each.contact_id, each.kind, each.ref): each for each in found}.values())  # a goal may be found twice


def expression(store: Store, spelled: str, topics: Meant) -> str:
    """What to look for in the index of texts; where no topic is called just so, words that begin so, too.

    Nothing for what the index does not know as it is: for "c++" it would find "c".
    """
    if not spelled.replace(" ", "").isalnum() or not is_indexed(spelled):
        return ""
    started = not topics.exact and len(spelled) >= PREFIX_LEAST
    return beginnings(store, [spelled]) if started else quoted(spelled)


def working(store: Store, match: str, spelled: str) -> Iterator[Evidence]:
    """Those whose field, title or organisation holds the words; the first of them counts."""
    for contact, field, title, organisation in read.workers(store, match):
        told = {"field": field, "title": title, "organisation": organisation}
        kind = next((kind for kind, text in told.items() if text and holds(text, spelled)), None)
        if kind:
            yield Evidence(contact, kind, text=told[kind] or "")


def helping(store: Store, spelled: str) -> Iterator[Evidence]:
    """Those who help with a goal in which the topic is what they help with."""
    for contact, ref, title, helps_with in read.helping(store):
        if holds(helps_with, spelled):
            yield Evidence(contact, "goal", text=f"{title}: {helps_with}", ref=ref)


def holds(text: str, spelled: str) -> bool:
    """Whether a word of the text, and what follows, begins so."""
    return f" {spelled}" in f" {form(text)}"


def closest(wanted: str, topics: list[str]) -> str:
    """The topic that looks most like what was typed; "" if none does."""
    from difflib import get_close_matches

    forms = {form(topic): topic for topic in topics}
    found = get_close_matches(form(wanted), forms, n=1, cutoff=0.5)
    return forms[found[0]] if found else ""
