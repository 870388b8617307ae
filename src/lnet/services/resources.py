"""Resources: what is worth reading, and who gave it to whom. Every change is one step, undone as one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.domain.links import link_key
from lnet.domain.names import clean
from lnet.services.changes import Changes
from lnet.services.giving import Carer, who_would_care
from lnet.services.references import ref, refs
from lnet.services.saved import Saved, get_all
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.insights import INSIGHTS, Insight
from lnet.store.read.insights import NEWEST as LEARNED_LAST
from lnet.store.read.resources import NEWEST, RESOURCES, Resource, addresses
from lnet.store.write import resource as write
from lnet.store.write.line import line_or_none
from lnet.store.write.rows import Value, update
from lnet.store.write.topic import add_topics, remove_topics, topic_name


class Page(NamedTuple):
    """A resource whole: what was learned from it (newest first), and who would care about it."""

    resource: Resource
    insights: tuple[Insight, ...]
    would_care: tuple[Carer, ...]

    def as_json(self) -> dict[str, Any]:
        """The fields of the resource, `insights` and `would_care`."""
        return self.resource._asdict() | {"insights": self.insights, "would_care": self.would_care}


def get(store: Store, ids: Sequence[int]) -> tuple[Resource, ...]:
    """These resources, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, RESOURCES, "resource", ids)


def page(store: Store, id: int) -> Page:
    """One resource whole; raises NotFoundError for an id that is none."""
    (found,) = get(store, [id])
    from_it = "id IN (SELECT id FROM insight WHERE resource_id = ?)"
    learned = INSIGHTS.listed(store, from_it, (id,), LEARNED_LAST)
    return Page(found, tuple(learned), who_would_care(store, id))


def at(store: Store, text: str) -> int | None:
    """The oldest resource whose address leads to the same page as a text; None if there is none."""
    wanted = link_key(text)
    return next((id for id, url in addresses(store) if link_key(url) == wanted), None)


def add(store: Store, title: str, changes: Changes) -> Saved[Resource]:
    """Save a resource, and warn of one that has its address. Undo removes it. Raises BadInputError: empty title."""
    url = clean(str(changes.values.get("url") or ""))
    alike = at(store, url) if url else None
    with step(store, "resource add", clean(title)) as open_:
        id = write.add(open_, title)
        apply(open_, id, changes)
    return Saved(get(store, [id]), open_.id, (f"the same address as {ref('resource', alike)}",) if alike else ())


def edit(store: Store, ids: Sequence[int], changes: Changes) -> Saved[Resource]:
    """Change several resources alike, in one step. Undo sets all back. Raises BadInputError for an empty title."""
    with step(store, "resource edit", refs("resource", ids)) as open_:
        for id in ids:
            apply(open_, id, changes)
    return Saved(get(store, ids), open_.id)


def apply(open_: Step, id: int, changes: Changes) -> None:
    """Write the changes of one resource; a note keeps its lines."""
    values = {name: value if name == "note" else line_or_none(value) for name, value in changes.values.items()}
    if "title" in values:
        write.retitle(open_, id, str(values.pop("title") or ""))
    update(open_, "resource", id, **values)
    add_topics(open_, "resource", id, changes.topics)
    remove_topics(open_, "resource", id, changes.no_topics)
    for who in changes.no_people:
        write.unshare(open_, id, who.id)


class Filter(NamedTuple):
    """Which resources a list shows; by default all of them. `people`: given to or got from each of them."""

    topic: str | None = None
    kind: str | None = None
    people: Sequence[int] = ()

    def where(self) -> tuple[str, list[Value]]:
        """The condition over resources, and its parameters."""
        terms: list[tuple[str, Value]] = [
            ("id IN (SELECT resource_id FROM share WHERE contact_id = ?)", id) for id in self.people
        ]
        optional: list[tuple[str, Value]] = [
            ("id IN (SELECT resource_id FROM resource_topic WHERE topic = ?)", self.topic and topic_name(self.topic)),
            ("kind = ?", self.kind),
        ]
        terms += [(term, value) for term, value in optional if value is not None]
        return " AND ".join(["1", *(term for term, _ in terms)]), [value for _, value in terms]


def listed(store: Store, wanted: Filter, limit: int | None = None) -> list[Resource]:
    """The resources of a list, the newest first."""
    where, parameters = wanted.where()
    return RESOURCES.listed(store, where, parameters, NEWEST, limit)
