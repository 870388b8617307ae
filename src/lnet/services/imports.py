"""Bringing people in from files: one step, whatever the number of files and rows; undone as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lnet.domain.cards import Batch, PersonCard, Problem, Rejected
from lnet.domain.folding import Repeat, folded
from lnet.domain.names import clean
from lnet.domain.spread import pace
from lnet.services.drafts import Given
from lnet.services.imported_people import People, Row, Tally, ready
from lnet.services.imported_writing import Tick, write_people
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read import contacts as read

BUSY_WEEK = 7  # conversations a week in all, above which an import asks first


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows of an import: their numbers, and every problem in the order of the files.

    `undo` is the step that takes it back (None for a dry run); `a_week` the conversations a week that all cadences
    now ask for (None: nobody was given one).
    """

    added: int
    merged: int
    unchanged: int
    rejected: int
    interactions: int
    problems: tuple[Problem, ...]
    undo: int | None
    a_week: float | None = None

    def as_json(self) -> dict[str, Any]:
        """The numbers and the problems, and how to take it back."""
        names = ("added", "merged", "unchanged", "rejected", "interactions", "problems", "undo")
        return {name: getattr(self, name) for name in names} | {"dry_run": self.undo is None}


def unheard(done: int) -> None:
    """Nobody is told how far the import is."""


def bring_in(
    store: Store, batches: Sequence[Batch], given: Given | None = None, *, keep: bool = True, tick: Tick = unheard
) -> Report:
    """Take in all files, or (`keep=False`) only tell what would become of them, by the very same way.

    People are found by the source's key, then by profile page, e-mail address and telephone number; never by name
    alone. What was edited here is kept. Undo takes back the whole import, and lnet then knows nothing of the files.
    """
    given = given or Given()
    tally = Tally()
    # Else a large import would write to the file before it is certain to stay.
    store.db.execute("PRAGMA cache_spill = OFF")
    with step(store, "import", ", ".join(dict.fromkeys(batch.source for batch in batches)), keep=keep) as open_:
        places = [f"{batch.name} " if len(batches) > 1 else "" for batch in batches]
        sorted_ = [sort_items(batch, place, tally) for batch, place in zip(batches, places, strict=True)]
        people = People(store, [row for rows, _ in sorted_ for row in rows], given, tally)
        for place, (rows, repeats) in zip(places, sorted_, strict=True):
            tally.within = place
            count(tally, people.decide(rows), repeats)
        write_people(open_, store, people, tick)
        a_week = conversations_a_week(store) if any(draft.paced for draft in people.drafts.values()) else None
    return Report(
        tally.added, tally.merged, tally.unchanged, tally.rejected, tally.interactions, tally.problems(),
        open_.id if keep else None, a_week,
    )  # fmt: skip


def sort_items(batch: Batch, place: str, tally: Tally) -> tuple[list[Row], list[Repeat]]:
    """The people of a file, each once, with their repetitions; what was odd or rejected goes into the report."""
    cards = []
    tally.within = place
    for item in batch.items:
        tally.pass_by(item.where)
        if isinstance(item, Problem):
            tally.note(item.where, item.what)
        elif isinstance(item, Rejected) or (isinstance(item, PersonCard) and not clean(item.name)):
            tally.rejected += 1
            tally.note(item.where, item.why if isinstance(item, Rejected) else "no name")
        elif isinstance(item, PersonCard):
            cards.append(item)
    once, repeats = folded(cards)
    return [ready(batch.source, card) for card in once], repeats


def count(tally: Tally, outcomes: dict[str, str], repeats: Sequence[Repeat]) -> None:
    """Count the rows by what became of them; a repetition that added nothing to its first row is unchanged."""
    for outcome in outcomes.values():
        setattr(tally, outcome, getattr(tally, outcome) + 1)
    for repeat in repeats:
        if repeat.adds and outcomes[repeat.source_key] != "unchanged":
            tally.merged += 1
        else:
            tally.unchanged += 1
        tally.note(repeat.where, *(
            f"the same person as {repeat.first}, with another {name} ('{value}'): the first was taken"
            for name, value in repeat.differs
        ))  # fmt: skip


def conversations_a_week(store: Store) -> float:
    """How many conversations a week all cadences ask for together."""
    people = (contact.facts() for contact in read.listed(store, "status = 'active' AND address_book = 0"))
    return 7 * sum(pace(people, store.policy).values())
