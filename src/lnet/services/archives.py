"""Bringing in another store whole: what is new is added as it is there, what is known is brought up to date.

Rows are known by their uid. What was edited here is kept, and what was deleted here stays deleted.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from lnet.domain.addresses import address_key
from lnet.domain.cards import Archive, Problem, Rejected, StoredRow
from lnet.domain.names import key
from lnet.domain.names import slug as slug_of
from lnet.domain.vocabulary import REFERENCE_LETTERS
from lnet.errors import brief
from lnet.services.archived_keys import Places
from lnet.services.imported_people import Tally
from lnet.store.audit.keys import NAMED
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.read import whole as read
from lnet.store.read.imported import slugs
from lnet.store.write import whole as write
from lnet.store.write.rows import delete, stored, update

AT_ONCE = 500
OWN = frozenset(("id", "uid", "created_on", "created_at", "updated_at", "slug", "key"))  # never compared
THINGS = frozenset(("contact", *REFERENCE_LETTERS.values()))
SLUG = re.compile("[a-z0-9-]+")  # what a shell may be handed
TOLD_BY = ("name", "title", "text", "summary", "topic", "value", "role")

Values = dict[str, Any]
Tick = Callable[[int], None]


class Ready(NamedTuple):
    """A row made ready to stand here: with our ids, and under the place it has in the file."""

    where: str
    values: Values

    @property
    def told(self) -> str:
        """What it is called in a report."""
        said = next((str(self.values[name]) for name in TOLD_BY if self.values.get(name)), "")
        return f"{brief(said, 40)}: " if said else ""


def bring_back(open_: Step, store: Store, archive: Archive, tally: Tally, tick: Tick) -> None:
    """Take in all rows of an exported store, inside an open step; the tally says what became of them.

    Things are counted (people, goals, promises …); a thing whose topics, participants and the like have changed is
    merged. Undo takes all of it back.
    """
    Merge(open_, store, archive, tally).take_in(tick)


class Merge:
    """One exported store on its way into this one."""

    def __init__(self, open_: Step, store: Store, archive: Archive, tally: Tally) -> None:
        self.open_ = open_
        self.store = store
        self.archive = archive
        self.tally = tally
        self.shapes = read.shapes(store)
        self.places = Places(store, archive, self.shapes)
        self.slugs = slugs(store)
        self.outcomes: dict[tuple[str, int], str] = {}
        self.refused = False

    def take_in(self, tick: Tick) -> None:
        """Write everything, then count."""
        for table in self.archive.keys.keys() - self.shapes.keys():
            number = len(self.archive.keys[table])
            self.tally.count("rejected", number)
            self.tally.note(self.archive.where, f"lnet has no table '{brief(table)}': {number:,} rows are left out")
        write.any_order(self.open_)
        for table, rows in parts(self.sorted_out()):
            self.part(table, rows)
            tick(len(rows))
        self.take_back_dangling()
        for (table, _), outcome in self.outcomes.items():
            self.tally.count("interactions" if (table, outcome) == ("interaction", "added") else outcome)

    def sorted_out(self) -> Iterator[StoredRow]:
        """The rows that can be taken in; the others are reported."""
        for row in self.archive.rows():
            if isinstance(row, Problem):
                self.tally.note(row.where, row.what)
            elif isinstance(row, Rejected):
                self.reject(row.where, row.why)
            else:
                yield row

    def reject(self, where: str, why: str) -> None:
        """Report a row that cannot be taken in."""
        self.refused = True
        self.tally.count("rejected")
        self.tally.note(where, why)

    def part(self, table: str, rows: Sequence[StoredRow]) -> None:
        """Take in some rows of one table."""
        ready = [(place, each) for row in rows for place, each in self.placed(row)]
        self.add(table, [each for place, each in ready if place.new])
        self.bring_up(table, {place.id: each for place, each in ready if not place.new}, known=True)

    # --- a row, with our ids ------------------------------------------------------------------------------------

    def placed(self, row: StoredRow) -> Iterator[Any]:
        """The row and its place; nothing for one that has none, or points at nothing."""
        place = self.places.by_number[row.table][row.number]
        if place is None:
            self.reject(row.where, f"a row before it has its uid ({row.values['uid']})")
            return
        values = {**row.values, "id": place.id}
        lost = any(not self.point(row, values, column) for column in self.shapes[row.table].links)  # rejected once
        if place.gone:
            if not lost:
                self.tally.note(row.where, f"{Ready(row.where, values).told}was deleted here; not brought back")
            return
        if not lost:
            tidy(row.table, values)
            yield place, Ready(row.where, values)

    def point(self, row: StoredRow, values: Values, column: str) -> bool:
        """Let a column point at what stands here; False if the row must have it and it is not there."""
        shape = self.shapes[row.table]
        target = values.get(column)
        if target is None:
            return True
        place = self.places.by_id[shape.links[column]].get(target)
        there = place is not None and not place.gone
        values[column] = place.id if place and there else None
        if place is None:
            what = f"{column}: there is no {shape.links[column]} {target} in the file"
            if column in shape.optional:
                self.tally.note(row.where, f"{what}; left empty")
            else:
                self.reject(row.where, what)
        return there or column in shape.optional

    # --- what is new --------------------------------------------------------------------------------------------

    def add(self, table: str, rows: Sequence[Ready]) -> None:
        """Add new rows, all at once where the table takes them."""
        if table in ("contact", "slug_alias"):
            rows = [each for each in rows if self.give_slug(table, each)]
        groups: dict[tuple[str, ...], list[Ready]] = {}
        for each in rows:
            groups.setdefault(tuple(each.values), []).append(each)
        for group in groups.values():
            try:
                write.add(self.open_, table, [each.values for each in group])
            except (sqlite3.IntegrityError, OverflowError):
                for each in group:
                    self.add_one(table, each)
            else:
                for each in group:
                    self.became(table, each.values, "added")

    def give_slug(self, table: str, row: Ready) -> bool:
        """Find a free slug for somebody new; an alias that is taken is left out."""
        wanted = row.values["slug"]
        found, number = wanted, 1
        while found in self.slugs and table == "contact":
            number += 1
            found = f"{wanted}-{number}"
        row.values["slug"] = found
        is_free = found not in self.slugs
        self.slugs.add(found)
        return is_free

    def add_one(self, table: str, row: Ready) -> None:
        """Add a row of which the table may not want to know."""
        try:
            write.add(self.open_, table, [row.values])
        except (sqlite3.IntegrityError, OverflowError) as error:
            taken = [name.partition(".")[2] for name in unique_columns(str(error))]
            same = write.same_key(self.open_, table, taken, row.values) if taken else None
            if same is None:
                self.reject(row.where, f"{row.told}not allowed here ({error})")
            else:
                self.bring_up(table, {same: row}, known=False)
        else:
            self.became(table, row.values, "added")

    # --- what is known ------------------------------------------------------------------------------------------

    def bring_up(self, table: str, rows: dict[int, Ready], *, known: bool) -> None:
        """Bring rows that stand here up to date; `known` by their uid, else only by what they say."""
        standing = read.rows(self.store, table, rows)
        differing = {id: new for id, row in rows.items() if (new := differences(standing[id], row.values))}
        for id in rows.keys() - differing.keys():
            self.became(table, standing[id], "unchanged")
        uids = [standing[id]["uid"] for id in differing]
        bases = read.bases(self.store, table, uids) if known else {}
        for id, new in differing.items():
            self.bring_up_one(table, rows[id], standing[id], new, bases.get(standing[id]["uid"], {}))

    def bring_up_one(self, table: str, row: Ready, ours: Values, theirs: Values, base: Values) -> None:
        """Take over what nobody edited here; report what gives way."""
        new = {name: value for name, value in theirs.items() if ours[name] == base.get(name)}
        kept = {name: value for name, value in theirs.items() if name not in new and not same(value, base.get(name))}
        try:
            update(self.open_, table, ours["id"], **new, **keys(table, {**ours, **new}, new))
        except sqlite3.IntegrityError as error:
            self.reject(row.where, f"{row.told}not allowed here ({error})")
            return
        said = (f"kept {name} '{ours[name] or ''}', not '{value or ''}'" for name, value in kept.items())
        self.tally.note(row.where, *(f"{row.told}{each}" for each in said))
        self.became(table, ours, "merged" if new else "unchanged")

    # --- what came of it ----------------------------------------------------------------------------------------

    def became(self, table: str, values: Values, outcome: str) -> None:
        """Remember what became of a thing; what belongs to one changes it."""
        owner = self.shapes[table].owner
        if table in THINGS or owner is None:
            self.outcomes[table, values["id"]] = outcome
        elif outcome != "unchanged":
            at = self.shapes[table].links[owner], values[owner]
            if self.outcomes.get(at) == "unchanged":
                self.outcomes[at] = "merged"

    def take_back_dangling(self) -> None:
        """Take out again what points at a row that was refused."""
        while self.refused and (found := write.dangling(self.open_)):
            for table, id in found:
                self.outcomes.pop((table, id), None)
                self.reject(table, f"row {id} points at what could not be taken in")
                delete(self.open_, table, id=id)


def parts(rows: Iterator[StoredRow]) -> Iterator[tuple[str, list[StoredRow]]]:
    """The rows in runs of one table, none too long."""
    part: list[StoredRow] = []
    for row in rows:
        if part and (len(part) == AT_ONCE or part[0].table != row.table):
            yield part[0].table, part
            part = []
        part.append(row)
    if part:
        yield part[0].table, part


def tidy(table: str, values: Values) -> None:
    """What lnet makes itself is made anew: the keys by which names are found, the order of two who know each other."""
    values |= keys(table, values, values)
    if table == "acquaintance" and values["contact_id"] > values["other_id"]:
        values["contact_id"], values["other_id"] = values["other_id"], values["contact_id"]
    if table == "contact":
        fits = SLUG.fullmatch(values.get("slug", ""))
        values["slug"] = values["slug"] if fits else slug_of(values["name"]) or f"c{values['id']}"


def keys(table: str, row: Values, changed: Values) -> Values:
    """The key that a row has, if what it is made of has changed."""
    if table == "method" and changed.keys() & {"kind", "value"}:
        return {"key": address_key(row["kind"], row["value"])}
    name = NAMED.get(table)
    return {"key": key(row[name])} if name in changed else {}


def differences(ours: Values, theirs: Values) -> Values:
    """The values of theirs that are not as ours, by column."""
    return {name: value for name, value in theirs.items() if name not in OWN and not same(value, ours[name])}


def same(value: Any, ours: Any) -> bool:
    """Whether a value of an export is what the store has, in its form."""
    if isinstance(value, list | dict) and isinstance(ours, str):
        return bool(value == json.loads(ours))
    return bool(stored(value) == ours)


def unique_columns(complaint: str) -> list[str]:
    """The columns whose values are taken, as SQLite names them; none for another complaint."""
    start = "UNIQUE constraint failed: "
    return complaint.removeprefix(start).split(", ") if complaint.startswith(start) else []
