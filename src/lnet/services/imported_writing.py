"""Writing what an import decided: first-due days spread, new people in one go, edits one by one, and origins."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from lnet.domain.cards import SINGLE
from lnet.domain.names import clean, key
from lnet.domain.spread import spread
from lnet.services.drafts import Draft
from lnet.services.imported_people import People
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.write import contact as write
from lnet.store.write.imported import insert_many, link_many, remember
from lnet.store.write.rows import Value, update

AT_ONCE = 500
COLUMNS = ("id", *SINGLE, "key", "slug", "circle", "every_days", "first_due", "imported_from", "aims", "extra")
LINKS: dict[str, tuple[str, tuple[str, ...], Callable[[Draft, Any], Sequence[Value]]]] = {
    "nickname": ("nicknames", ("contact_id", "name", "key"), lambda draft, name: (draft.id, name, key(name))),
    "contact_role": ("roles", ("contact_id", "role"), lambda draft, role: (draft.id, role)),
    "contact_topic": ("topics", ("contact_id", "topic"), lambda draft, topic: (draft.id, topic)),
    "method": (
        "addresses",
        ("contact_id", "kind", "value", "key", "label", "is_primary"),
        lambda draft, each: (draft.id, each.kind, clean(each.value), draft.reach(each)[1], each.label, each.primary),
    ),
}
Tick = Callable[[int], None]


def write_people(open_: Step, store: Store, people: People, tick: Tick) -> None:
    """Write every draft, in parts of a few hundred; `tick` is told how many are done."""
    drafts = list(people.drafts.values())
    spread_first_days(store, drafts)
    for part in parts([draft for draft in drafts if draft.edits], AT_ONCE):
        insert_many(open_, "contact", COLUMNS, (new_contact(draft) for draft in part if draft.new))
        for draft in part:
            if not draft.new:
                write_changes(open_, draft)
        for table, (name, columns, values) in LINKS.items():
            link_many(open_, table, columns, (values(d, each) for d in part for each in d.added.get(name, ())))
        tick(len(part))
    for source, origins in people.origins.items():
        remember(open_, "contact", source, ((at, *origin) for at, origin in origins.items()))


def spread_first_days(store: Store, drafts: Sequence[Draft]) -> None:
    """Give those who were taken in, and never talked to, their first-due days: whom I met longest ago comes first."""
    by_cadence: dict[int, list[Draft]] = {}
    for draft in drafts:
        every = draft.first_every(store)
        if every is not None:
            by_cadence.setdefault(every, []).append(draft)
    for every, group in by_cadence.items():
        group.sort(key=lambda draft: (draft.stands.values["met_on"] or "9999", draft.id))
        for draft, day in zip(group, spread(len(group), every, store.today), strict=True):
            draft.set("first_due", day)


def new_contact(draft: Draft) -> tuple[Value, ...]:
    """A row of the table `contact`."""
    values: dict[str, Any] = draft.stands.values
    own = {"id": draft.id, "slug": draft.slug, "key": key(values["name"]), "aims": draft.stands.aims}
    own["extra"] = values["extra"] or {}
    return tuple({**values, **own}.get(name) for name in COLUMNS)


def write_changes(open_: Step, draft: Draft) -> None:
    """The columns of somebody known that are to have another value."""
    values = dict(draft.changed)
    if name := values.pop("name", None):
        write.rename(open_, draft.id, clean(name))
    if draft.added.get("aims"):
        values["aims"] = draft.stands.aims
    update(open_, "contact", draft.id, **values)


def parts(drafts: Sequence[Draft], size: int) -> Iterator[list[Draft]]:
    """The drafts in runs of `size`."""
    rest = iter(drafts)
    while part := list(islice(rest, size)):
        yield part
