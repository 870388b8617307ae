"""`friends.md`, the file of Jacob Evelyn's `friends`: four lists under headings, one thing a line.

### Activities:  - 2018-01-04: Got lunch with **Grace Hopper** in _Paris_. @food
### Notes:       - 2018-06-15: **Grace Hopper** found out she's getting a building named after her.
### Friends:     - Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy
### Locations:   - New York City (a.k.a. NYC)

Names between stars are those of friends, names between underscores those of locations; names are unique in the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.cards import Item, PersonCard, Problem, Rejected, TalkCard
from lnet.domain.names import clean, key
from lnet.exchange.days import read_day
from lnet.exchange.source import MOST_ROWS, Format, Source
from lnet.exchange.wording import channel_in

HEADING = re.compile(r"#{1,6}[ \t]*(activities|notes|friends|locations)[ \t]*:?[ \t]*", re.IGNORECASE)
SIGN = re.compile(r"^#{1,6}[ \t]*(?:activities|friends)[ \t]*:?[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
TAG = r"(?<![^\W_])(?:@[^\W_]|#[^\W\d_])(?:[:-]?[^\W_])*"  # "#food" until version 1.0
ONE_TAG = re.compile(TAG)
TAGS_IN_FRONT = re.compile(rf"(?:{TAG}[:,\s]*+)*+")
FRIEND = re.compile(
    r"(?P<name>(?:(?!\s#[^\W\d_])[^(\[@])*[^(\[@\s])(?:\s+\(a\.k\.a\. (?P<nicknames>[^)]+)\))?"
    rf"(?:\s+\[(?P<place>[^\]]+)\])?(?:\s+(?P<tags>(?:{TAG}\s*)+))?"
)
PLACE = re.compile(r"(?P<name>[^(]*[^(\s])(?:\s+\(a\.k\.a\. (?P<others>.+)\))?")
DATED = re.compile(r"(\d{4}-\d\d-\d\d|[^:]{1,40}?)\s*:\s*(.*)", re.DOTALL)
FRIENDS_OF = re.compile(r"\*\*([^*]+)\*\*")
PLACES_OF = re.compile(r"(?<![^\W_])_([^_]+)_(?![^\W_])")
ALSO = " a.k.a. "
MOST_LINE = 20_000  # characters: nobody writes so long a line


class Line(NamedTuple):
    """One thing of a list: the number of its line, and its text without the dash."""

    number: int
    text: str

    @property
    def where(self) -> str:
        """Its place, as reports name it."""
        return f"line {self.number}"


class Dated(NamedTuple):
    """An activity or a note: its day, its text, and the names of friends in it."""

    line: Line
    on: date
    text: str
    names: tuple[str, ...]


def fits(source: Source) -> bool:
    """Whether the file has the headings of such a file."""
    return SIGN.search(source.text) is not None


def read(source: Source) -> Iterator[Item]:
    """The friends, their activities, and everything odd, in the order of the file.

    Raises BadInputError for a file without the headings.
    """
    lists, problems = sections(source)
    if not lists:
        raise source.refusal("no headings of friends.md (### Activities: …, ### Friends: …)")
    activities = list(dated(lists["activities"], source.today, problems))
    notes = list(dated(lists["notes"], source.today, problems))
    friends = dict(of_friends(lists["friends"], notes, lists["locations"], problems))
    problems += [*strangers(notes, friends), *unused(lists["locations"], friends.values(), [*activities, *notes])]
    found: list[Item] = [*problems, *friends.values(), *talks(activities, friends)]
    yield from sorted(found, key=lambda item: int(item.where.split()[1]))


def sections(source: Source) -> tuple[dict[str, list[Line]], list[Item]]:
    """The lines of each list, and those that belong to none."""
    lists: dict[str, list[Line]] = defaultdict(list)
    problems: list[Item] = []
    heading = ""
    for number, text in enumerate(source.text.splitlines(), 1):
        if number > MOST_ROWS:
            raise source.refusal(f"more than {MOST_ROWS:,} lines")
        if len(text) > MOST_LINE:
            problems.append(Rejected(f"line {number}", f"too long ({len(text):,} characters)"))
        elif match := HEADING.fullmatch(text):
            heading = match[1].casefold()
            lists[heading] += []
        elif heading and text.strip():
            lists[heading].append(Line(number, clean(text.strip().removeprefix("-"))))
        elif text.strip():
            problems.append(Rejected(f"line {number}", "stands under no heading"))
    return lists, problems


# --- friends ----------------------------------------------------------------------------------------------------


def of_friends(
    lines: Iterable[Line], notes: Sequence[Dated], places: Sequence[Line], problems: list[Item]
) -> Iterator[tuple[str, PersonCard]]:
    """The friends by name, each with the notes about them; a line without a name is a problem."""
    about = by_name(notes)
    also = {clean(match["name"]): match["others"] for line in places if (match := PLACE.match(line.text))}
    for line in lines:
        match = FRIEND.match(line.text)
        if match is None:
            problems.append(Rejected(line.where, f"no name ('{line.text}')"))
            continue
        name, place, rest = clean(match["name"]), clean(match["place"] or ""), line.text[match.end() :].strip()
        extra = {"line": rest, "location a.k.a.": also.get(place)}
        if rest:
            problems.append(Problem(line.where, f"{name}: '{rest}' is not understood; kept in extra"))
        yield name, PersonCard(
            where=line.where, source_key=key(name) or name, name=name, location=place or None,
            nicknames=tuple(filter(None, (match["nicknames"] or "").split(ALSO))),
            topics=tuple(tag[1:] for tag in (match["tags"] or "").split()),
            note="\n".join(about.get(name, ())) or None, extra={at: text for at, text in extra.items() if text},
        )  # fmt: skip


def by_name(notes: Iterable[Dated]) -> dict[str, list[str]]:
    """What was noted about each friend, a line a note, with its day."""
    found: dict[str, list[str]] = defaultdict(list)
    for note in notes:
        for name in note.names:
            found[name].append(f"{note.on.isoformat()}: {plain(note.text)}")
    return found


def strangers(notes: Iterable[Dated], friends: Iterable[str]) -> Iterator[Item]:
    """The notes about nobody, or about somebody who is no friend."""
    known = set(friends)
    for note in notes:
        if not note.names:
            yield Rejected(note.line.where, "a note about nobody; not taken in")
        for name in note.names:
            if name not in known:
                yield Problem(note.line.where, f"{name} is not among the friends; the note is not taken in for them")


def unused(lines: Iterable[Line], friends: Iterable[PersonCard], told: Sequence[Dated]) -> Iterator[Item]:
    """The locations, and their other names, that nothing else in the file keeps."""
    homes = {card.location for card in friends}
    seen = {clean(name) for each in told for name in PLACES_OF.findall(each.text)}
    for line in lines:
        match = PLACE.match(line.text)
        name, others = (clean(match["name"]), match["others"]) if match else ("", "")
        if name not in homes and (name not in seen or others):
            yield Problem(line.where, f"lnet has no list of places; '{line.text}' is not taken in")


# --- activities and notes ---------------------------------------------------------------------------------------


def dated(lines: Iterable[Line], today: date, problems: list[Item]) -> Iterator[Dated]:
    """The lines that begin with a day; the others, and those of days to come, are problems."""
    for line in lines:
        match = DATED.fullmatch(line.text)
        on = read_day(match[1], today) if match else None
        if match is None or on is None:
            problems.append(Rejected(line.where, f"no day in front ('{line.text[:80]}')"))
        elif on > today:
            problems.append(Rejected(line.where, f"{on.isoformat()} lies in the future"))
        else:
            names = tuple(dict.fromkeys(clean(name) for name in FRIENDS_OF.findall(match[2])))
            yield Dated(line, on, match[2], names)


def talks(activities: Iterable[Dated], friends: dict[str, PersonCard]) -> Iterator[Item]:
    """The conversations: a day, those who took part, and what was done, without its tags.

    They are told apart by day and people, and by their order where those are the same.
    """
    count: dict[str, int] = defaultdict(int)
    for each in activities:
        if not each.names:
            yield Rejected(each.line.where, "no friend took part; not taken in")
            continue
        company = " + ".join(sorted(key(name) or name for name in each.names))
        at = f"{each.on.isoformat()} · {company}"
        count[at] += 1
        yield TalkCard(
            where=each.line.where, source_key=f"{at} · {count[at]}", occurred_on=each.on,
            people=tuple(friends.get(name) or stranger(each.line, name) for name in each.names),
            channel=channel_in(each.text), summary=plain(untagged(each.text)),
            topics=tuple(tag[1:] for tag in ONE_TAG.findall(each.text)),
        )  # fmt: skip


def stranger(line: Line, name: str) -> PersonCard:
    """Somebody who took part, and is not among the friends."""
    return PersonCard(where=line.where, source_key=key(name) or name, name=name)


def untagged(text: str) -> str:
    """A text without the tags in front and at its end; those in its middle are words of it."""
    words = TAGS_IN_FRONT.sub("", text, count=1).split(" ")
    while words and ONE_TAG.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def plain(text: str) -> str:
    """A text without the marks around names and locations."""
    return clean(PLACES_OF.sub(r"\1", FRIENDS_OF.sub(r"\1", text)))


FORMAT = Format("friends", "friends.md", fits, read, sign="### Friends:")
