"""Bringing people and conversations in from files: one step, whatever their number; undone as one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lnet.domain.cards import Archive, Batch, PersonCard, Problem, Rejected, TalkCard
from lnet.domain.folding import Repeat, folded
from lnet.domain.names import clean
from lnet.services.archives import bring_back
from lnet.services.drafts import Given
from lnet.services.imported_people import People, Row, Tally, ready
from lnet.services.imported_talks import Talk, Talks, ready_talk, together
from lnet.services.imported_writing import Tick, write_people
from lnet.services.pace import pace
from lnet.store.backup import back_up
from lnet.store.connect import Store
from lnet.store.figures import figures_later
from lnet.store.journal import Step, step
from lnet.store.search_index import index_later
from lnet.store.write.imported import changes, hold_back

MANY = 100  # changes, above which the store is backed up before
BUSY_WEEK = 7  # conversations a week in all, above which an import asks first


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows of an import: their numbers, and every problem in the order of the files.

    `interactions` are the conversations added. `undo` is the step that takes all of it back (None for a dry run);
    `a_week` the conversations a week that all cadences now ask for (None: nobody was given one); `strangers`: the
    address book has grown; `came` the ids of all whom the files hold.
    """

    added: int
    merged: int
    unchanged: int
    rejected: int
    interactions: int
    problems: tuple[Problem, ...]
    undo: int | None
    a_week: float | None = None
    strangers: bool = False
    came: frozenset[int] = frozenset()

    def as_json(self) -> dict[str, Any]:
        """The numbers and the problems, and how to take it back."""
        names = ("added", "merged", "unchanged", "rejected", "interactions", "problems", "undo")
        return {name: getattr(self, name) for name in names} | {"dry_run": self.undo is None}


@dataclass(frozen=True, slots=True)
class Contents:
    """What one file held, sorted: each person once, the rows that repeat one, the conversations, whole stores.

    `place` stands before every place of it in the report.
    """

    place: str
    people: list[Row]
    repeats: list[Repeat]
    talks: list[Talk]
    archives: list[Archive]


def unheard(done: int) -> None:
    """Nobody is told how far the import is."""


def bring_in(
    store: Store,
    batches: Sequence[Batch],
    given: Given | None = None,
    *,
    create: bool = False,
    keep: bool = True,
    tick: Tick = unheard,
    invited: Collection[tuple[str, str]] = (),
) -> Report:
    """Take in all files, or (`keep=False`) only tell what would become of them, by the very same way.

    People are found by the source's key, then by profile page, e-mail address and telephone number; never by name
    alone. What was edited here is kept. Strangers in conversations are added only with `create`, or if they are
    `invited` by source and key. Undo takes back the whole import, and lnet then knows nothing of the files.
    """
    tally = Tally()
    hold_back(store)
    words = ", ".join(dict.fromkeys(batch.source for batch in batches))
    with step(store, "import", words, keep=keep) as open_:
        places = [f"{batch.name} " if len(batches) > 1 else "" for batch in batches]
        each = zip(batches, places, strict=True)
        files = [sort_items(batch, place, tally, store.phone_region) for batch, place in each]
        talks = together([file.talks for file in files], tally)
        files = [replace(file, talks=own) for file, own in zip(files, talks, strict=True)]
        people = People(store, everybody(files), given or Given(), tally)
        people.invited = invited
        take_in(open_, store, files, people, tally, create=create, tick=tick)
        a_week = pace(store).a_week if any(draft.paced for draft in people.drafts.values()) else None
        if keep and changes(open_) > MANY:
            back_up(store.path, "import", store.busy_seconds)  # of what was committed last: the store before this
    return Report(
        tally.added, tally.merged, tally.unchanged, tally.rejected, tally.interactions, tally.problems(),
        open_.id if keep else None, a_week, people.bring_strangers,
        frozenset(known.id for known in people.known.values() if known.id),
    )  # fmt: skip


def sort_items(batch: Batch, place: str, tally: Tally, region: str | None = None) -> Contents:
    """The contents of a file; what was odd or rejected goes into the report."""
    cards, talks, archives = [], [], []
    faces: dict[tuple[str, str], Row] = {}
    tally.within = place
    for item in batch.items:
        tally.pass_by(item.where)
        if isinstance(item, Problem):
            tally.note(item.where, item.what)
        elif isinstance(item, TalkCard):
            talks.append(ready_talk(batch.source, item, faces, region))
        elif isinstance(item, Archive):
            archives.append(item)
        elif isinstance(item, PersonCard) and clean(item.name):
            cards.append(item)
        else:
            tally.count("rejected")
            tally.note(item.where, item.why if isinstance(item, Rejected) else "no name")
    once, repeats = folded(cards)
    return Contents(place, [ready(batch.source, card, region) for card in once], repeats, talks, archives)


def everybody(files: Sequence[Contents]) -> list[Row]:
    """The people of all files, then those who took part in conversations."""
    faces = {id(row): row for file in files for talk in file.talks for row in talk.people}
    return [*(row for file in files for row in file.people), *faces.values()]


def take_in(
    open_: Step, store: Store, files: Sequence[Contents], people: People, tally: Tally, *, create: bool, tick: Tick
) -> None:
    """Decide about everything, then write it."""
    conversations = Talks(store, [talk for file in files for talk in file.talks], people, tally)
    for file in files:
        tally.within = file.place
        count(tally, people.decide(file.people), file.repeats)
        for talk in file.talks:
            conversations.decide(talk, create=create)
    conversations.report()
    with figures_later(open_.db), index_later(open_.db):
        write_people(open_, store, people, tick)
        people.ties.write(open_, people)
        conversations.write(open_)
        for file in files:
            tally.within = file.place
            for archive in file.archives:
                bring_back(open_, store, archive, tally, tick)


def count(tally: Tally, outcomes: dict[str, str], repeats: Sequence[Repeat]) -> None:
    """Count the rows by what became of them; a repetition that added nothing to its first row is unchanged."""
    for outcome in outcomes.values():
        tally.count(outcome)
    for repeat in repeats:
        tally.count("merged" if repeat.adds and outcomes[repeat.source_key] != "unchanged" else "unchanged")
        for name, value in repeat.differs:
            tally.note(repeat.where, f"the same person as {repeat.first}, with another {name} ('{value}'): not taken")
