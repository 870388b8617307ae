"""Communities: join, renew, who belongs to them. Every change is one step, undone as one."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.names import clean, key
from lnet.errors import BadInputError, NotFoundError
from lnet.services.changes import Changes
from lnet.services.party import Party
from lnet.services.references import ref, refs
from lnet.services.saved import Saved, already, get_all, happened
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import titles
from lnet.store.read.communities import COMMUNITIES, RENEWAL_FIRST, Community
from lnet.store.write import community as write
from lnet.store.write.line import line_or_none, lines_or_none
from lnet.store.write.rows import Value, update

NOUN = "community"


def get(store: Store, ids: Sequence[int]) -> tuple[Community, ...]:
    """These communities, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, COMMUNITIES, NOUN, ids)


def add(store: Store, name: str, changes: Changes) -> Saved[Community]:
    """Add a community, and warn of others of the same name. Undo removes it.

    Raises BadInputError for an empty name, DateError for a day of joining that is still to come.
    """
    alike = [each.id for each in titles.by_start(store, NOUN, key(name)) if key(each.title) == key(name)]
    with step(store, "community add", clean(name)) as open_:
        id = write.add(open_, name)
        apply(open_, id, changes)
    return Saved(get(store, [id]), open_.id, (f"the same name as {refs(NOUN, alike)}",) if alike else ())


def edit(store: Store, ids: Sequence[int], changes: Changes, command: str = "community edit") -> Saved[Community]:
    """Change several communities alike, in one step. Undo sets all of them back.

    Raises BadInputError for an empty name, DateError for a day of joining that is still to come.
    """
    with step(store, command, refs(NOUN, ids)) as open_:
        for id in ids:
            apply(open_, id, changes)
    return Saved(get(store, ids), open_.id)


def apply(open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one community."""
    values = {name: line_or_none(value) for name, value in changes.values.items() if name != "note"}
    if isinstance(joined := values.get("joined_on"), date):
        happened(joined, open_.today)
    if "name" in values:
        write.rename(open_, id, str(values.pop("name") or ""))
    if "note" in changes.values:
        values["note"] = lines_or_none(changes.values["note"])
    update(open_, NOUN, id, **values)
    for who in changes.people:
        write.add_member(open_, id, who.id)
    for who in changes.no_people:
        write.remove_member(open_, id, who.id)


def join(store: Store, ids: Sequence[int], on: date | None = None) -> Saved[Community]:
    """Note that I joined communities, today or on a day; one joined before keeps its day, unless another is said.

    Undo takes that back. Raises DateError for a day to come.
    """
    before = [each.id for each in get(store, ids) if each.joined_on and on is None]
    new = [id for id in ids if id not in before]
    joined = edit(store, new, Changes({"joined_on": on or store.today}), "community join")
    return joined._replace(things=get(store, ids), warnings=already(NOUN, before, "joined"))


def renew(store: Store, ids: Sequence[int], renews_on: date) -> Saved[Community]:
    """Note that memberships run until a new day. Undo gives back the day before.

    Raises BadInputError for a day that has passed.
    """
    if renews_on < store.today:
        raise BadInputError(f"{renews_on.isoformat()} has passed; the next renewal lies ahead")
    return edit(store, ids, Changes({"renews_on": renews_on}), "community renew")


def add_members(store: Store, id: int, party: Party) -> Saved[Community]:
    """Let people belong to a community, those who are new added with it. Undo takes all of it back."""
    with step(store, "community member", f"{ref(NOUN, id)} {party.words}") as open_:
        there = party.written(open_)
        same = [name for who, name in there.items() if not write.add_member(open_, id, who)]
    told = tuple(f"{name} was a member already" for name in same)
    return Saved(get(store, [id]), open_.id, party.told + told)


def remove_members(store: Store, id: int, party: Party) -> Saved[Community]:
    """Let people belong to it no more. Undo brings them back. Raises NotFoundError for somebody who did not."""
    with step(store, "community member --remove", f"{ref(NOUN, id)} {party.words}") as open_:
        for who in party.known:
            if not write.remove_member(open_, id, who.id):
                raise NotFoundError("member", f"{ref(NOUN, id)} {who.name}")
    return Saved(get(store, [id]), open_.id)


class Filter(NamedTuple):
    """Which communities a list shows; by default all of them."""

    kind: str | None = None
    contact: int | None = None

    def where(self) -> tuple[str, list[Value]]:
        """The condition over communities, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("kind = ?", self.kind),
            ("id IN (SELECT community_id FROM membership WHERE contact_id = ?)", self.contact),
        ]
        used = [(term, value) for term, value in terms if value is not None]
        return " AND ".join(["1", *(term for term, _ in used)]), [value for _, value in used]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Community]:
    """The communities of a list: by their day of renewal, the others after them by name."""
    where, parameters = wanted.where()
    return COMMUNITIES.listed(store, where, parameters, RENEWAL_FIRST, limit)
