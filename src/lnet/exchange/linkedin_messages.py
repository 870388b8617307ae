"""LinkedIn's `messages.csv`: one conversation for each person and day, about its subject; what was written is not kept.

Who is who goes by profile page; me by my page or, where the file names none, by my name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from typing import NamedTuple

from dateutil import tz

from lnet.domain.addresses import address_key
from lnet.domain.cards import Address, Item, PersonCard, Rejected, TalkCard
from lnet.domain.names import clean
from lnet.exchange.delimited import Record, Table, find_table
from lnet.exchange.leftovers import LeftOver
from lnet.exchange.source import Format, Source

NEEDED = {"from", "to", "date", "conversation id"}
MOST_TO = 5
LONGEST_SUBJECT = 300


class Party(NamedTuple):
    """Somebody of a message: a name, and a profile page (empty for one who has left LinkedIn)."""

    name: str
    url: str


@dataclass(slots=True)
class Exchange:
    """The messages with one person on one day: the first of them by my clock, its subject, and who wrote."""

    where: str
    at: datetime
    card: PersonCard
    subject: str = ""
    sides: set[str] = field(default_factory=set)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line is the header."""
    titles = {cell.casefold() for cell in cells}
    return titles >= NEEDED and "sender profile url" in titles


def table_of(source: Source) -> Table | None:
    """The table of messages in a file; None if it has none."""
    return find_table(source, is_header, "conversation id")


def fits(source: Source) -> bool:
    """Whether the file is such an export."""
    return table_of(source) is not None


def read(source: Source) -> Iterator[Item]:
    """The conversations in their order, then what was passed over.

    Raises BadInputError for a file without the header, and where nothing says who I am.
    """
    table = table_of(source)
    if table is None:
        raise source.refusal("no header of LinkedIn's messages (CONVERSATION ID,…,FROM,SENDER PROFILE URL,TO,…)")
    messages = Messages(source)
    titles = [title.casefold() for title in table.header]
    for record in table.records:
        yield from messages.take(record, titles)
    yield from messages.talks()
    yield from messages.left_over.problems()


class Messages:
    """The messages of a file, gathered by person and day."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.me = source.known_me
        self.left_over = LeftOver("line")
        self.found: dict[str, Exchange] = {}

    def take(self, record: Record, titles: Sequence[str]) -> Iterator[Rejected]:
        """One message; what is none of a conversation is counted by its reason."""
        cells = dict(zip(titles, map(str.strip, record.cells), strict=False))
        at = moment(cells.get("date", ""))
        if record.unclosed:
            yield Rejected(f"line {record.line}", "a quotation mark is opened and never closed")
        elif at is None:
            yield Rejected(f"line {record.line}", f"no date: '{cells.get('date', '')[:40]}'")
        elif why := self.sort_in(cells, self.source.local(at).replace(tzinfo=None), record.line):
            self.left_over.add(why, record.line)

    def sort_in(self, cells: dict[str, str], at: datetime, line: int) -> str:
        """Add a message to those of its people and day; gives back why not, empty if it was added."""
        sender = Party(cells.get("from", ""), cells.get("sender profile url", ""))
        to = recipients(cells.get("to", ""), cells.get("recipient profile urls", ""))
        mine = self.is_me(sender)
        others = [party for party in (to if mine else [sender]) if not self.is_me(party)]
        why = self.no_conversation(cells, sender, to, at)
        if why or not any(party.url for party in others):
            return why or ("with somebody who has no profile page" if others else "to nobody else")
        for party in others:
            if party.url:
                self.add(party, at, f"line {line}", cells.get("subject", ""), "outbound" if mine else "inbound")
        return ""

    def no_conversation(self, cells: dict[str, str], sender: Party, to: list[Party], at: datetime) -> str:
        """Why a message is no conversation; empty if it may be one."""
        if cells.get("folder", "").casefold() == "spam" or "yes" in (
            cells.get("is message draft", "").casefold(),
            cells.get("is conversation draft", "").casefold(),
        ):
            return "spam, or a draft"
        if len(to) > MOST_TO:
            return f"to more than {MOST_TO}: an announcement"
        if at.date() > self.source.today:
            return "dated in the future"
        return "" if any(map(self.is_me, (sender, *to))) else "neither from you nor to you"

    def add(self, party: Party, at: datetime, where: str, subject: str, side: str) -> None:
        """Add a message to those with one person on one day."""
        card = person(where, party)
        found = self.found.setdefault(f"{card.source_key}|{at.date().isoformat()}", Exchange(where, at, card))
        found.at = min(found.at, at)
        found.subject = found.subject or clean(subject)[:LONGEST_SUBJECT]
        found.sides.add(side)

    def is_me(self, party: Party) -> bool:
        """Whether it is me."""
        return self.me.is_named(party.name) or (party.url != "" and self.me.has("url", party.url))

    def talks(self) -> Iterator[TalkCard]:
        """The conversations; where both wrote they are mutual."""
        for name, each in sorted(self.found.items(), key=lambda found: found[1].at):
            side = next(iter(each.sides)) if len(each.sides) == 1 else "mutual"
            yield TalkCard(
                each.where, name, each.at.date(), (each.card,), "chat", side, each.subject,
                time=each.at.strftime("%H:%M"), grows=True,
            )  # fmt: skip


def moment(text: str) -> datetime | None:
    """The moment of "2025-02-01 15:30:00 UTC"; None for what is none."""
    try:
        found = datetime.fromisoformat(text.removesuffix(" UTC"))
    except ValueError:
        return None
    return found if found.tzinfo or not text.endswith(" UTC") else found.replace(tzinfo=tz.UTC)


def recipients(names: str, urls: str) -> list[Party]:
    """Who a message went to: two lists with commas. Where a name holds a comma itself, the pages stand alone."""
    pages = [page for part in urls.replace(";", ",").split(",") if (page := part.strip())]
    called = [names] if len(pages) < 2 else [name.strip() for name in names.split(",")]
    called = called if len(called) == len(pages) or not pages else [""] * len(pages)
    return [Party(name, page) for name, page in zip_longest(called, pages, fillvalue="")]


def person(where: str, party: Party) -> PersonCard:
    """Somebody by their page."""
    url = Address("url", party.url, "LinkedIn")
    return PersonCard(where, address_key("url", party.url), clean(party.name) or party.url, addresses=(url,))


FORMAT = Format("linkedin-messages", "LinkedIn messages.csv", fits, read)
