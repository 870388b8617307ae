"""A pocketful of cards, entered at once: known people get what is new, strangers are added, odd lines harm no other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lnet.domain.addresses import identifies
from lnet.domain.cards import Problem
from lnet.domain.names import clean, key
from lnet.domain.pocketful import Card, read_card
from lnet.errors import AmbiguousError, BadInputError, LnetError
from lnet.services import contacts, events, meetings
from lnet.services.contacts import Changes
from lnet.services.meetings import Mark, Meeting
from lnet.services.names import by_slug, candidate, in_network
from lnet.services.phones import reach_key
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import names as read
from lnet.store.read.contacts import get, methods
from lnet.store.read.events import Event
from lnet.store.read.imported import holders
from lnet.store.write import attendance
from lnet.store.write.topic import topic_name


class Tally:
    """What became of the cards so far: whom they are of, in order, and the lines that could not be taken in."""

    def __init__(self, event: Event, mark: Mark) -> None:
        self.event, self.mark = event, mark
        self.again: dict[int, bool] = {}
        self.added: list[int] = []
        self.gained: dict[int, tuple[str, ...]] = {}
        self.problems: list[Problem] = []


def take_in(store: Store, event_id: int, lines: Iterable[str], mark: Mark) -> Meeting:
    """Note that everybody on these cards was met at an event, one a line; empty lines are passed.

    Who is known by full name, slug or an address gets what is new, and keeps what they have; strangers are added. A
    line that cannot be taken in is reported by its number. Undo takes back all of it.
    """
    (event,) = events.get(store, [event_id])
    cards = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    tally = Tally(event, mark)
    with step(store, "event meet", f"{event.ref}, {len(cards)} {'card' if len(cards) == 1 else 'cards'}") as open_:
        for number, line in cards:
            try:
                take_one(store, open_, read_card(line), tally)
            except LnetError as error:
                tally.problems.append(Problem(f"line {number}", error.message))
    return meetings.read_back(store, event_id, tally.again, tally.added, open_.id, tally.gained, tally.problems)


def take_one(store: Store, open_: Step, card: Card, tally: Tally) -> None:
    """Take in one card. Raises before it writes anything, if it cannot be taken in."""
    id = whose(store, card)
    if id is None:
        id = meetings.add(open_, tally.event, contacts.named(card.name))
        tally.added.append(id)
    news = new_of(store, id, card)
    if not news.changes.empty:
        contacts.apply(store, open_, id, news.changes)
    if id not in tally.again:
        tally.again[id] = not meetings.write(open_, tally.event.id, id, Mark(tally.mark.follow_up))
    for note in filter(None, (tally.mark.note, card.note)):
        attendance.add_note(open_, tally.event.id, id, note)
    tally.gained[id] = tuple(dict.fromkeys([*tally.gained.get(id, ()), *news.words]))


def whose(store: Store, card: Card) -> int | None:
    """The contact that a card is of, by an address that belongs to one person, else by the full name or slug; None for
    a stranger.

    Raises AmbiguousError for a name of several, BadInputError where name and address are of two people, and for a
    stranger without a name.
    """
    keys = [(kind, reach_key(kind, value, store.phone_region)) for kind, value in card.methods]
    owners = holders(store, [each for each in keys if identifies(*each)])
    by_address = {id for ids in owners.values() for id in ids}
    by_name = called(store, card.name)
    same = [name for name in by_name if name.id in by_address] or by_name
    if by_address:
        return one_of(store, by_address, card, same)
    if len(same) > 1:
        raise AmbiguousError(card.name, [candidate(name, same) for name in same])
    if not same and not card.name:
        raise BadInputError(f"nobody has {card.methods[0][1]}, and somebody new needs a name")
    return same[0].id if same else None


def called(store: Store, name: str) -> list[read.Name]:
    """Who has this slug, as in a list of slugs that is passed on, else who has this full name; none for ""."""
    return by_slug(store, name) or in_network(read.by_key(store, key(name))) if name else []


def one_of(store: Store, by_address: set[int], card: Card, by_name: Sequence[read.Name]) -> int:
    """Of those who have the addresses the one of that name, or the only one, if nobody else is called so."""
    both = [name.id for name in by_name if name.id in by_address]
    if len(both) == 1:
        return both[0]
    if len(by_address) == 1 and not by_name:
        return next(iter(by_address))
    others = [name for id in sorted(by_address) for name in read.by_id(store, id)]
    people = [*others, *by_name]
    raise AmbiguousError(card.name or card.methods[0][1], [candidate(name, people) for name in people])


class News(NamedTuple):
    """What a card adds to what is known of somebody, as changes and in words."""

    changes: Changes
    words: tuple[str, ...]


def new_of(store: Store, id: int, card: Card) -> News:
    """What of a card is not known of its person yet; nothing that they have is overwritten."""
    known = get(store, id)
    assert known is not None  # noqa: S101  # they were found, or added, in this very step
    have = {(each.kind, reach_key(each.kind, each.value, store.phone_region)) for each in methods(store, id)}
    ways = [each for each in card.methods if (each[0], reach_key(*each, store.phone_region)) not in have]
    topics = [topic for topic in map(topic_name, card.topics) if topic not in known.topics]
    work = {"organisation": clean(card.organisation)} if card.organisation and not known.organisation else {}
    words = (*(value for _, value in ways), *work.values(), *(f"#{topic}" for topic in topics))
    return News(Changes(work, topics=topics, methods=ways), words)
