"""Who may stand in the network twice: pairs of contacts, and what speaks for each being one person.

Nobody is compared with everybody. Each contact is put under keys (an address, a name, a name and an organisation), and
only those who share a key are looked at, so that fifty thousand people take seconds. Points only order the pairs; no
pair with any evidence is left out, and none is ever merged by itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from lnet.domain.addresses import identifies
from lnet.domain.names import key, slug
from lnet.domain.spelling import near

POINTS = {
    "url": 60, "email": 50, "phone": 50, "name": 40, "nickname": 30, "letters": 30, "order": 30, "handle": 20,
    "initial": 15, "spelling": 15, "organisation": 10, "domain": 10,
}  # fmt: skip
OWN_PAGES = -20  # each has a page of their own, as everybody in one export of a network has
OTHER_BIRTHDAY = -30
# Of two names one thing is said: the first of these that holds.
NAMES = ("name", "nickname", "letters", "order", "initial", "spelling")
CROWD = 12  # people under one key, above which each is paired with the first of them alone, or with the next dozen
# Mail hosts that anybody may write from, which say nothing about two people.
PUBLIC_MAIL = frozenset((
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com",
    "mac.com", "aol.com", "gmx.de", "gmx.net", "web.de", "mail.ru", "yandex.ru", "qq.com", "163.com", "proton.me",
    "protonmail.com", "pm.me", "t-online.de", "orange.fr", "free.fr", "msn.com",
))  # fmt: skip


class Way(NamedTuple):
    """A way to reach somebody: what it is, how it is written, and the form in which two spellings are equal."""

    kind: str
    value: str
    key: str


class Twin(NamedTuple):
    """A contact, as far as it tells who somebody is; `key` is that of the name (see `domain.names`).

    `rank` orders who would be kept: the smaller stays.
    """

    id: int
    name: str
    key: str
    slug: str
    organisation: str = ""
    birthday: str | None = None
    nicknames: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    rank: tuple[int, ...] = ()


class Evidence(NamedTuple):
    """One thing that speaks for one person (or, with fewer than no points, against it), in words."""

    kind: str
    points: int
    text: str


class Pair(NamedTuple):
    """Two contacts that may be one person: who would be kept, the other, and the evidence, the strongest first."""

    keep: Twin
    other: Twin
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> int:
        """All evidence together."""
        return sum(each.points for each in self.evidence)


Found = dict[tuple[int, int], dict[str, str]]  # by the places of two people: what was found, by kind


def pairs(people: Sequence[Twin], apart: Collection[tuple[int, int]] = ()) -> list[Pair]:
    """All pairs with any evidence, the strongest first, then by name.

    `apart`: those of whom it is known that they are two people, by their ids, the smaller first; they are left out.
    """
    ordered = sorted(people, key=lambda who: (who.rank, who.id))
    told_apart = set(by_place(ordered, apart))
    found: Found = defaultdict(dict)
    for (kind, _), places in under_keys(ordered).items():
        alike = neighbours(places, ordered) if kind == "spelling" else side_by_side(places, told_apart)
        for one, two in alike:
            if (one, two) not in told_apart and (text := told(kind, ordered[one], ordered[two])):
                found[one, two].setdefault(kind, text)
    made = [pair(ordered[one], ordered[two], kinds) for (one, two), kinds in found.items()]
    return sorted(made, key=lambda each: (-each.points, each.keep.name, each.keep.id, each.other.id))


def by_place(people: Sequence[Twin], apart: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs by the places of their people, the smaller first, in place of their ids."""
    if apart:
        place = {who.id: place for place, who in enumerate(people)}
        yield from ((min(place[one], place[two]), max(place[one], place[two])) for one, two in apart)


def under_keys(people: Sequence[Twin]) -> dict[tuple[str, str], list[int]]:
    """The places of those who share a key, by kind and key; keys of one person are left out."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, who in enumerate(people):
        for at in dict.fromkeys(keys(who)):
            found[at].append(place)
    return {at: places for at, places in found.items() if len(places) > 1}


def side_by_side(places: Sequence[int], apart: Collection[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Every two of a few; of a crowd each with the first who is not known to be somebody else.

    So merging and telling apart one after the other reaches them all.
    """
    return combinations(places, 2) if len(places) <= CROWD else with_first(places, apart)


def with_first(places: Sequence[int], apart: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each but the first, with the first before them who is not known to be somebody else."""
    for number, each in enumerate(places[1:], 1):
        first = next((one for one in places[:number] if (one, each) not in apart), None)
        if first is not None:
            yield first, each


def neighbours(places: Sequence[int], people: Sequence[Twin]) -> Iterator[tuple[int, int]]:
    """Every two whose names may be a slip apart: each with the next dozen in the order of the alphabet."""
    ordered = sorted(places, key=lambda place: people[place].key)
    for start, place in enumerate(ordered):
        for other in ordered[start + 1 : start + 1 + CROWD]:
            yield (place, other) if place < other else (other, place)


# --- keys -------------------------------------------------------------------------------------------------------


def keys(who: Twin) -> Iterator[tuple[str, str]]:
    """Everything by which somebody may meet their double: the kind of evidence, and the key."""
    yield from ((way.kind, way.key) for way in who.ways if telling(way))
    words = who.key.split()
    if not words:
        return
    yield from (("nickname", each) for each in (who.key, *called(who, words)))
    written = slug(who.name)
    if written.count("-") + 1 >= len(words):  # nothing of the name is left out of it, as Han is
        yield "letters", written
    if len(words) > 1:
        yield "order", " ".join(sorted(words))
        yield from within(who, words)


def telling(way: Way) -> bool:
    """Whether two people with this address may be one: not a company's page, not an extension of a telephone."""
    if way.kind == "phone":
        return len(way.key) > 6  # also without its country code, if it is more than an extension
    return way.kind == "handle" or identifies(way.kind, way.key)


def called(who: Twin, words: Sequence[str]) -> Iterator[str]:
    """The other names somebody goes by: a nickname, and one in place of the first name."""
    for nickname in map(key, who.nicknames):
        yield nickname
        if len(words) > 1 and " " not in nickname:
            yield f"{nickname} {words[-1]}"


def within(who: Twin, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names at one organisation, or behind one mail host: an initial and the last name, and each word alone."""
    first, last = words[0], words[-1]
    if at := folded(who.organisation):
        yield "initial", f"{first[0]} {last} {at}"
    for place in filter(None, (at, *hosts(who))):
        yield "spelling", f"{place} {first} …"
        yield "spelling", f"{place} … {last}"


@cache
def folded(organisation: str) -> str:
    """The form in which organisations are compared; "" for none."""
    return key(organisation)


def hosts(who: Twin) -> Iterator[str]:
    """The mail hosts somebody writes from, but for those of everybody."""
    names = (way.key.rpartition("@")[2] for way in who.ways if way.kind == "email")
    return (f"@{name}" for name in names if name not in PUBLIC_MAIL)


# --- evidence ---------------------------------------------------------------------------------------------------


def told(kind: str, one: Twin, two: Twin) -> str:
    """What a shared key says, in words; "" where it says nothing by itself."""
    if kind in ("url", "email", "phone", "handle"):
        return address(kind, one, two)
    if kind == "nickname":
        return "same name" if one.key == two.key else nickname(one, two)
    if kind == "spelling":
        return "nearly the same name" if misspelt(one.key, two.key) else ""
    return {
        "letters": "same name, otherwise written", "order": "same names in another order",
        "initial": "same last name and initial",
    }[kind]  # fmt: skip


def misspelt(one: str, two: str) -> bool:
    """Whether the keys of two names are the same but for a slip in one word."""
    words, others = one.split(), two.split()
    if len(words) != len(others):
        return False
    differing = [both for both in zip(words, others, strict=True) if both[0] != both[1]]
    return len(differing) == 1 and near(*differing[0])


def address(kind: str, one: Twin, two: Twin) -> str:
    """ "same email ada@example.org"."""
    theirs = {way.key for way in two.ways if way.kind == kind}
    shared = next(way.value for way in one.ways if way.kind == kind and way.key in theirs)
    return f"same {'page' if kind == 'url' else kind} {shared}"


def nickname(one: Twin, two: Twin) -> str:
    """ "Robert Smith is also called Bob"; "" where neither goes by the other's name."""
    for who, other in ((one, two), (two, one)):
        names = {other.key, *map(key, other.nicknames)}
        for each in who.nicknames:
            if names & {*called(who._replace(nicknames=(each,)), who.key.split())}:
                return f"{who.name} is also called {each}"
    return ""


def pair(keep: Twin, other: Twin, kinds: dict[str, str]) -> Pair:
    """Two people with what was found about them, and what else there is to say."""
    if kinds.get("nickname") == "same name":
        kinds = {**kinds, "name": kinds["nickname"]}
    name = next((kind for kind in NAMES if kind in kinds), None)
    said = {kind: text for kind, text in kinds.items() if kind not in NAMES or kind == name}
    evidence = [Evidence(kind, POINTS[kind], text) for kind, text in said.items()]
    evidence += [*besides(keep, other)] if name else []
    evidence += against(keep, other)
    return Pair(keep, other, tuple(sorted(evidence, key=lambda each: -each.points)))


def besides(one: Twin, two: Twin) -> Iterator[Evidence]:
    """What a name that is alike gains by: the same organisation, the same mail host."""
    if folded(one.organisation) and folded(one.organisation) == folded(two.organisation):
        yield Evidence("organisation", POINTS["organisation"], f"both at {one.organisation}")
    for host in sorted({*hosts(one)} & {*hosts(two)})[:1]:
        yield Evidence("domain", POINTS["domain"], f"both write from {host.removeprefix('@')}")


def against(one: Twin, two: Twin) -> Iterator[Evidence]:
    """What speaks for two people."""
    mine, theirs = ({way.key for way in who.ways if way.kind == "url" and telling(way)} for who in (one, two))
    if mine and theirs and not mine & theirs:
        yield Evidence("own_pages", OWN_PAGES, "each has a page of their own")
    if one.birthday and two.birthday and one.birthday[-5:] != two.birthday[-5:]:
        yield Evidence("birthday", OTHER_BIRTHDAY, "their birthdays differ")
