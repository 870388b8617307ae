"""Mail becomes conversations: one for each thread and day, with those I wrote to and those who wrote to me.

Lists, machines and messages to more than a few are no conversations. Messages of one thread that come in several files
find each other: what was sent there and answered here is one conversation, and mutual.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import takewhile
from typing import NamedTuple

from lnet.domain.cards import Item, Rejected, TalkCard
from lnet.domain.names import key
from lnet.exchange.leftovers import LeftOver
from lnet.exchange.mail.headers import HEADER, heads, starts_a_message
from lnet.exchange.mail.message import Message, Party, message
from lnet.exchange.others import Others, is_machine
from lnet.exchange.source import Format, Source

KIND = "mail"
MOST_MESSAGES = 2_000_000
MOST_TO = 5  # recipients of a conversation; more are an announcement
TELLING = (b"from", b"to", b"date", b"message-id", b"received", b"subject", b"mime-version", b"return-path")


def is_mailbox(source: Source) -> bool:
    """Whether the file is a mailbox: a line that begins with "From ", then a header."""
    lines = [line for line in first_lines(source) if line.strip()][:2]
    return len(lines) == 2 and starts_a_message(*lines)


def is_message(source: Source) -> bool:
    """Whether the file is one message: it begins with a header, and From is in its head with one more of every message.

    A line that is none may stand in the head: the reader passes it over.
    """
    head = list(takewhile(bytes.strip, first_lines(source)))
    found = [HEADER.match(line) for line in head]
    known = {each[1].lower() for each in found if each}.intersection(TELLING)
    return bool(found and found[0]) and b"from" in known and len(known) > 1


def first_lines(source: Source) -> list[bytes]:
    """The lines of the beginning."""
    return source.data[: 64 * 1024].lstrip().splitlines()


def read_mailbox(source: Source) -> Iterator[Item]:
    """The conversations of a mailbox, and what was passed over. Raises BadInputError where nothing says who I am."""
    return Mail(source).read(only_one=False)


def read_message(source: Source) -> Iterator[Item]:
    """The conversation of one message, or why there is none."""
    return Mail(source).read(only_one=True)


class Kept(NamedTuple):
    """A message that belongs to a conversation: its id, when it was by my clock, and the addresses of the others."""

    number: int
    name: str
    at: datetime
    subject: str
    mine: bool
    others: tuple[str, ...]


class Mail:
    """The messages of one file, gathered by thread and day."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.me = source.known_me
        self.left_over = LeftOver("message")
        self.parents: dict[str, str] = {}
        self.alike: dict[tuple[str, str], str] = {}
        self.kept: list[Kept] = []
        self.others = Others(self.me)

    def read(self, *, only_one: bool) -> Iterator[Item]:
        """Read the whole file, then give its conversations in their order, then what was passed over."""
        for head in heads(self.source, only_one=only_one):
            if head.number > MOST_MESSAGES:
                raise self.source.refusal(f"more than {MOST_MESSAGES:,} messages")
            yield from self.take(message(head))
        yield from self.talks()
        yield from self.left_over.problems()

    def take(self, each: Message) -> Iterator[Rejected]:
        """Keep a message that belongs to a conversation; the others are counted by their reason."""
        if each.sender is None or each.at is None:
            yield Rejected(f"message {each.number}", "no date that could be read" if each.sender else "no sender")
            return
        why = self.no_conversation(each, each.sender, self.source.local(each.at))
        mine = self.is_me(each.sender)
        others = [] if why else self.present((each.to or each.copied) if mine else (each.sender,), each.number)
        if why or not others:
            self.left_over.add(why or "to nobody else", each.number)
        else:
            name = each.id or f"{each.at} {each.sender.email} {key(each.subject)}"
            self.kept.append(Kept(each.number, name, self.source.local(each.at), each.subject, mine, tuple(others)))
            self.connect(each, name, others)

    def no_conversation(self, each: Message, sender: Party, at: datetime) -> str:
        """Why a message is no conversation; empty if it may be one."""
        everybody = (*each.to, *each.copied)
        if each.is_gone:
            return "thrown away, or a draft"
        if each.is_bulk or is_machine(sender.email):
            return "from a list or a machine"
        if len({party.email.casefold() for party in everybody}) > MOST_TO:
            return f"to more than {MOST_TO}: an announcement"
        if at.date() > self.source.today:
            return "dated in the future"
        return "" if any(map(self.is_me, (sender, *everybody))) else "neither from you nor to you"

    def present(self, parties: Iterable[Party], number: int) -> list[str]:
        """The addresses of the others among them, each once."""
        met = (self.others.meet(f"message {number}", party.email, party.name) for party in parties)
        return list(dict.fromkeys(card.addresses[0].value for card in met if card))

    def is_me(self, party: Party) -> bool:
        """Whether an address is mine."""
        return self.me.has("email", party.email)

    # --- threads --------------------------------------------------------------------------------------------------

    def connect(self, each: Message, name: str, others: list[str]) -> None:
        """Remember what a message answers: what it says itself, or the first of its subject if it only says "Re:"."""
        about = [(key(each.subject), email) for email in others]
        known = next((self.alike[at] for at in about if at in self.alike), "")
        parent = each.parent or (known if each.is_reply else "")
        if parent and parent != name:
            self.parents.setdefault(name, parent)
        for at in about:
            self.alike.setdefault(at, name)

    def root(self, name: str) -> str:
        """What started the thread, as far as this file tells."""
        seen = {name}
        while (parent := self.parents.get(name)) and parent not in seen:
            seen.add(parent)
            name = parent
        return name

    def talks(self) -> Iterator[TalkCard]:
        """The conversations, each known by its thread and day."""
        threads: dict[str, list[Kept]] = {}
        for kept in sorted(self.kept, key=lambda kept: kept.at.replace(tzinfo=None)):
            threads.setdefault(f"{self.root(kept.name)}|{kept.at.date().isoformat()}", []).append(kept)
        for at, messages in threads.items():
            yield self.talk(at, messages)

    def talk(self, at: str, messages: list[Kept]) -> TalkCard:
        """The conversation of one thread and day; mutual if both sides wrote."""
        first = messages[0]
        sides = {"outbound" if each.mine else "inbound" for each in messages}
        people = dict.fromkeys(email for each in messages for email in each.others)
        cards = {card.source_key: card for email in people if (card := self.others.known[email])}
        return TalkCard(
            f"message {first.number}", at, first.at.date(), tuple(cards.values()), "email",
            sides.pop() if len(sides) == 1 else "mutual", first.subject, time=first.at.strftime("%H:%M"), grows=True,
        )  # fmt: skip


MBOX = Format("mbox", "a mailbox (mbox)", is_mailbox, read_mailbox, streams=True, kind=KIND)
EML = Format("eml", "a message (.eml)", is_message, read_message, streams=True, kind=KIND)
