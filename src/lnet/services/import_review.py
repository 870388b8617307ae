"""What an import leaves in doubt: strangers in conversations, and people who may be here twice; and the answers.

Each answer is a step of its own. Who a stranger is, or that they are left out, is kept with where things came from, so
that the next import of the file, or of a newer one, does not ask again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lnet.domain.cards import Batch
from lnet.domain.names import key
from lnet.services.distinct import part
from lnet.services.drafts import Given
from lnet.services.duplicates import Duplicate, duplicates
from lnet.services.imported_people import LEFT_OUT, People, Row, Tally
from lnet.services.imports import everybody, sort_items
from lnet.services.merges import merge
from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read import imported as read
from lnet.store.write.contact import add_method
from lnet.store.write.imported import leave_out, remember

COMMAND = "import --review"
NAMESAKES = 3  # how many of the same name are proposed


@dataclass(slots=True)
class Stranger:
    """Somebody who took part in conversations of a file and is not known here; `namesakes` bear the same name."""

    row: Row
    last_on: str
    talks: int = 0
    namesakes: tuple[Who, ...] = ()

    @property
    def at(self) -> tuple[str, str]:
        """What tells them apart: the source, and its key."""
        return self.row.source, self.row.card.source_key

    @property
    def name(self) -> str:
        """How the file calls them."""
        return self.row.card.name or self.row.card.source_key


class Settled(NamedTuple):
    """What was answered, in a few words, and the step that takes it back."""

    said: str
    step: int


def strangers(store: Store, batches: Sequence[Batch]) -> list[Stranger]:
    """Everybody who took part in conversations, is not known, and not left out: who did most often comes first.

    Nothing is written.
    """
    tally = Tally()
    files = [sort_items(batch, "", tally) for batch in batches]
    people = People(store, everybody(files), Given(), tally)
    found: dict[tuple[str, str], Stranger] = {}
    for file in files:
        people.decide(file.people)
        for talk in file.talks:
            for row in talk.people:
                if people.take_part(row, create=False) is None and people.find_known(row) is None:
                    seen = found.setdefault((row.source, row.card.source_key), Stranger(row, ""))
                    seen.talks += 1
                    seen.last_on = max(seen.last_on, talk.card.occurred_on.isoformat())
    with_namesakes(store, list(found.values()))
    return sorted(found.values(), key=lambda each: (-each.talks, each.name))


def with_namesakes(store: Store, found: Sequence[Stranger]) -> None:
    """Note who bears the same name as each of them."""
    alike = read.people_called(store, {key(each.name) for each in found})
    for each in found:
        each.namesakes = tuple(Who(*who) for who in alike.get(key(each.name), ())[:NAMESAKES])


def is_somebody(store: Store, stranger: Stranger, who: Who) -> Settled:
    """Note that a stranger is somebody known, who has their addresses from now on. Undo takes both back."""
    row = stranger.row
    with step(store, COMMAND, f"{who.slug}: {stranger.name}") as open_:
        origin = (row.card.source_key, who.id, row.digest, row.content)
        remember(open_, "contact", row.source, [origin])
        for each in row.card.addresses:
            add_method(open_, who.id, each.kind, each.value)
    return Settled(f"{stranger.name} is {who.name} ({who.slug})", open_.id)


def is_left_out(store: Store, stranger: Stranger) -> Settled:
    """Note that a stranger is not to be brought in, and not to be asked about again. Undo takes it back."""
    with step(store, COMMAND, f"left out: {stranger.name}") as open_:
        leave_out(open_, *stranger.at, LEFT_OUT)
    return Settled(f"{stranger.name} is left out", open_.id)


def twins(store: Store, came: frozenset[int]) -> list[Duplicate]:
    """The pairs of contacts that may be one person, of whom at least one was in the files; the strongest first."""
    return [each for each in duplicates(store).pairs if {each.pair.keep.id, each.pair.other.id} & came]


def are_two(store: Store, found: Duplicate) -> Settled:
    """Note that they are two people, so that nobody asks again. Undo takes it back."""
    keep, other = (Who(each.id, each.name, each.slug) for each in (found.pair.keep, found.pair.other))
    done = part(store, keep, [other])
    return Settled(f"{keep.name} ({keep.slug}) and {other.name} ({other.slug}) are two people", done.step)


def are_one(store: Store, found: Duplicate) -> Settled:
    """Merge the two. Undo parts them again."""
    keep, other = (Who(each.id, each.name, each.slug) for each in (found.pair.keep, found.pair.other))
    done = merge(store, keep, [other])
    return Settled(f"{other.name} ({other.slug}) is now {keep.name} ({keep.slug})", done.undo or 0)
