"""A person while an import decides about them: what stands here, and what will be written at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.cadence import cadence
from lnet.domain.cards import SEVERAL, SINGLE, Address
from lnet.domain.facts import Person
from lnet.domain.merging import gained, taken, verbatim
from lnet.domain.names import clean, key
from lnet.services.phones import reach_key
from lnet.store.connect import Store
from lnet.store.read.imported import Standing
from lnet.store.write.topic import topic_name

ONE_LINE = frozenset(SINGLE) - {"note"}


class Given(NamedTuple):
    """What the command line gives everybody in the file, unless they have something else already."""

    topics: tuple[str, ...] = ()
    circle: str | None = None
    every_days: int | None = None

    def content(self) -> dict[str, Any]:
        """As provenance keeps it, so that it is given once and not again."""
        values = {"topics": list(self.topics), "circle": self.circle, "every_days": self.every_days}
        return {name: value for name, value in values.items() if value not in (None, [])}


@dataclass(slots=True)
class Draft:
    """One contact: `id` is theirs or, if `new`, will be. `changed` and `added` are what is to be written.

    `region` is the country of telephone numbers without its code. `paced`: the import put them into a circle or gave
    them a cadence. `edits` counts what was decided so far.
    """

    id: int
    new: bool
    stands: Standing
    slug: str = ""
    region: str | None = None
    paced: bool = False
    edits: int = 0
    changed: dict[str, Any] = field(default_factory=dict)
    added: dict[str, list[Any]] = field(default_factory=dict)

    def set(self, column: str, value: Any) -> None:
        """Let a column have another value."""
        self.edits += 1
        self.stands.values[column] = value
        if not self.new:  # of somebody new all that stands is written
            self.changed[column] = value

    def merge(self, source: str, base: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
        """Take over what is new in `theirs`; gives back, in words, what gave way to something that was edited here."""
        single = {name: tidy(name, theirs[name]) for name in SINGLE if name in theirs}
        new, kept = taken(self.stands.values, {name: tidy(name, base[name]) for name in SINGLE if name in base}, single)
        for column, value in new.items():
            self.set(column, value)
        said = [f"kept {column} '{self.stands.values[column] or ''}', not '{came}'" for column, came in kept.items()]
        for name in (name for name in SEVERAL if name in theirs):
            said += self.merge_list(name, base.get(name, ()), theirs[name])
        said += self.merge_addresses(base, theirs)
        self.merge_extra(source, base, theirs)
        return said

    def merge_list(self, name: str, base: Sequence[str], theirs: Sequence[str]) -> list[str]:
        """Take over new nicknames, roles or topics; those whose form to compare is empty are left out."""
        alike = {"nicknames": key, "topics": topic_name}.get(name, clean)
        add, removed = gained(getattr(self.stands, name), base, theirs, alike)
        self.add(name, [topic_name(each) if name == "topics" else clean(each) for each in add])
        return [f"kept without the {name.removesuffix('s')} '{each}'" for each in removed]

    def merge_addresses(self, base: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
        """Take over new addresses."""
        before, came = ([Address(*each) for each in side.get("addresses", ()) if each[1]] for side in (base, theirs))
        add, removed = gained(self.stands.addresses, before, came, self.reach)
        self.add("addresses", add)
        return [f"kept without the {each.kind} '{each.value}'" for each in removed]

    def reach(self, address: Address) -> tuple[str, str]:
        """What two spellings of an address have in common, telephone numbers of `region` included."""
        return address.kind, reach_key(address.kind, address.value, self.region)

    def merge_extra(self, source: str, base: Mapping[str, Any], theirs: Mapping[str, Any]) -> None:
        """Keep what lnet has no field for, under the name of its source."""
        extra = self.stands.values.get("extra") or {}
        now = verbatim(extra.get(source, {}), base.get("extra", {}), theirs.get("extra", {}))
        if now != extra.get(source, {}):
            self.set("extra", {**extra, source: now})

    def add(self, name: str, values: Sequence[Any]) -> None:
        """Let a list grow."""
        if values:
            self.edits += 1
            getattr(self.stands, name).extend(values)
            self.added.setdefault(name, []).extend(values)

    def give(self, before: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
        """Take the person in as asked for; gives back, in words, what gave way to what is set here.

        What was given `before` is not given again: it may have been taken away since.
        """
        self.merge_list("topics", before.get("topics", ()), given.get("topics", ()))
        said = []
        for column in ("circle", "every_days"):
            wanted, mine = given.get(column), self.stands.values.get(column)
            if wanted == before.get(column):
                continue
            if wanted is not None and mine is None:
                self.set(column, wanted)
                self.paced = True
            elif wanted not in (None, mine):
                said.append(f"kept {column.replace('_', ' ')} '{mine}', not '{wanted}'")
        return said

    def first_every(self, store: Store) -> int | None:
        """The cadence of somebody taken in without any conversation yet; None for everybody else."""
        if not self.paced or self.stands.last_on is not None:
            return None
        aim = cadence(self.facts(store.today), store.policy)
        return aim.days if aim else None

    def facts(self, today: date) -> Person:
        """What the rules of cadence look at."""
        values = self.stands.values
        return Person(
            id=self.id, uid="", name="", slug=self.slug, created_on=today, circle=values.get("circle"),
            every_days=values.get("every_days"), agreed_days=self.stands.agreed_days,
        )  # fmt: skip


def tidy(column: str, value: str) -> str:
    """A value as it is stored: one line, but for a note."""
    return clean(value) if column in ONE_LINE else value
