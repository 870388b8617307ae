"""Shared projects: who works on them, what was agreed, how they end. Every change is one step, undone as one."""

from collections.abc import Sequence
from typing import NamedTuple

from lnet.domain.names import clean, key
from lnet.errors import NotFoundError
from lnet.services.changes import Changes
from lnet.services.party import Party
from lnet.services.references import ref, refs
from lnet.services.saved import Saved, already, get_all
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import titles
from lnet.store.read.projects import ACTIVE_FIRST, PROJECTS, Project
from lnet.store.write import project as write
from lnet.store.write.line import line_or_none, lines_or_none
from lnet.store.write.rows import Value, update

NOUN = "project"


def get(store: Store, ids: Sequence[int]) -> tuple[Project, ...]:
    """These projects, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, PROJECTS, NOUN, ids)


def add(store: Store, title: str, changes: Changes) -> Saved[Project]:
    """Add an active project, and warn of others of the same title. Undo removes it.

    Raises BadInputError for an empty title.
    """
    alike = [each.id for each in titles.by_start(store, NOUN, key(title)) if key(each.title) == key(title)]
    with step(store, "project add", clean(title)) as open_:
        id = write.add(open_, title)
        apply(open_, id, changes)
    return Saved(get(store, [id]), open_.id, (f"the same title as {refs(NOUN, alike)}",) if alike else ())


def edit(store: Store, ids: Sequence[int], changes: Changes, command: str = "project edit") -> Saved[Project]:
    """Change several projects alike, in one step. Undo sets all of them back.

    Raises BadInputError for an empty title.
    """
    with step(store, command, refs(NOUN, ids)) as open_:
        for id in ids:
            apply(open_, id, changes)
    return Saved(get(store, ids), open_.id)


def apply(open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one project."""
    values = {name: line_or_none(value) for name, value in changes.values.items() if name != "retrospective"}
    if "retrospective" in changes.values:
        values["retrospective"] = lines_or_none(changes.values["retrospective"])
    if "title" in values:
        write.retitle(open_, id, str(values.pop("title") or ""))
    if status := values.pop("status", None):
        write.set_status(open_, id, str(status))
    update(open_, NOUN, id, **values)
    for who in changes.people:
        write.add_member(open_, id, who.id)
    for who in changes.no_people:
        write.remove_member(open_, id, who.id)


def close(store: Store, ids: Sequence[int]) -> Saved[Project]:
    """Close projects, today. Undo gives them back the status they had."""
    with step(store, "project close", refs(NOUN, ids)) as open_:
        same = [id for id in ids if not write.set_status(open_, id, "closed")]
    return Saved(get(store, ids), open_.id, already(NOUN, same, "closed"))


def add_members(store: Store, id: int, party: Party, role: str | None = None) -> Saved[Project]:
    """Let people work on a project, those who are new added with it; who does already gets the role ("" clears it).

    Undo takes all of it back.
    """
    role = None if role is None else clean(role)
    with step(store, "project member", f"{ref(NOUN, id)} {party.words}") as open_:
        there = party.written(open_)
        same = [name for who, name in there.items() if not write.add_member(open_, id, who, role)]
    told = tuple(f"{name} was a member already" for name in same)
    return Saved(get(store, [id]), open_.id, party.told + told)


def remove_members(store: Store, id: int, party: Party) -> Saved[Project]:
    """Let people work on it no more. Undo brings them back. Raises NotFoundError for somebody who did not."""
    with step(store, "project member --remove", f"{ref(NOUN, id)} {party.words}") as open_:
        for who in party.known:
            if not write.remove_member(open_, id, who.id):
                raise NotFoundError("member", f"{ref(NOUN, id)} {who.name}")
    return Saved(get(store, [id]), open_.id)


class Filter(NamedTuple):
    """Which projects a list shows; by default those that are active or paused."""

    status: str | None = None
    goal: str | None = None
    contact: int | None = None
    everything: bool = False

    def where(self) -> tuple[str, list[Value]]:
        """The condition over projects, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("status = ?", self.status),
            ("goal = ?", self.goal),
            ("id IN (SELECT project_id FROM project_member WHERE contact_id = ?)", self.contact),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        scope = "1" if self.everything or self.status else "status IN ('active', 'paused')"
        return " AND ".join([scope, *(term for term, _ in used)]), [value for _, value in used]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Project]:
    """The projects of a list: active, paused, closed; the active by their deadline."""
    where, parameters = wanted.where()
    return PROJECTS.listed(store, where, parameters, ACTIVE_FIRST, limit)
