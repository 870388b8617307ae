"""Sharing: a resource that I gave somebody or got from them, saved on the way if it is new. One step, undone as one."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.dates import show_day
from lnet.domain.links import is_link, link_title, untracked
from lnet.domain.names import clean
from lnet.errors import AmbiguousError
from lnet.services import references
from lnet.services.changes import Changes
from lnet.services.giving import Carer, who_would_care
from lnet.services.names import Who
from lnet.services.promises import Filter
from lnet.services.promises import listed as promises
from lnet.services.references import ref
from lnet.services.resources import apply, at, get
from lnet.services.saved import happened
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.promises import Promise
from lnet.store.read.resources import Resource
from lnet.store.write import resource as write

UNCHANGED = Changes()


class Between(NamedTuple):
    """Whom a resource was given to and from whom it came."""

    to: Sequence[Who] = ()
    from_: Sequence[Who] = ()


class Shared(NamedTuple):
    """What became of a resource: is it `new`, to whom it went and from whom it came just now, who else would care.

    `still_open`: what I owe those it went to, which this may have been.
    """

    resource: Resource
    new: bool
    to: tuple[str, ...]
    from_: tuple[str, ...]
    on: date
    step: int
    warnings: tuple[str, ...]
    would_care: tuple[Carer, ...]
    still_open: tuple[Promise, ...]

    def as_json(self) -> dict[str, Any]:
        """The fields of the resource, `new`, `would_care`, `still_open`, the warnings, and the step as `undo`."""
        return self.resource._asdict() | {
            "new": self.new, "would_care": self.would_care, "still_open": self.still_open, "undo": self.step,
            "warnings": self.warnings,
        }  # fmt: skip


def share(store: Store, text: str, between: Between, changes: Changes = UNCHANGED, on: date | None = None) -> Shared:
    """Note that a resource was given to people, or came from them, today or on its day; saved first if it is new.

    Nothing is noted twice. Undo takes everything back. Raises BadInputError for a text without words, NotFoundError
    for a reference to nothing, AmbiguousError for the start of several titles, DateError for a day to come.
    """
    day, known = happened(on, store.today), found(store, text)
    with step(store, "share", told(text, between)) as open_:
        id = save(open_, text, changes) if known is None else known
        apply(open_, id, changes)
        to = [who for who in between.to if write.share(open_, id, who.id, "given", day)]
        from_ = [who for who in between.from_ if write.share(open_, id, who.id, "received", day)]
    (resource,) = get(store, [id])
    would_care = () if between.to else who_would_care(store, id)
    warnings = [*before(resource, between, Between(to, from_), store.today), *kept(text, resource, known is None)]
    return Shared(
        resource, known is None, names(to), names(from_), day, open_.id, tuple(warnings), would_care, owed(store, to)
    )


def names(people: Sequence[Who]) -> tuple[str, ...]:
    """What they are called."""
    return tuple(who.name for who in people)


def owed(store: Store, people: Sequence[Who]) -> tuple[Promise, ...]:
    """What I owe these people, by its day."""
    wanted = Filter("me", [who.slug for who in people])
    return tuple(promises(store, wanted)) if people else ()


def kept(text: str, resource: Resource, new: bool) -> Iterator[str]:
    """That a new address was saved without what tells where it was found."""
    if new and resource.url and untracked(text) != clean(text):
        yield f"the address is kept without its tracking: {resource.url}"


def told(text: str, between: Between) -> str:
    """What is shared, with whom and from whom, as history shows it."""
    people = [("to", who.slug) for who in between.to] + [("from", who.slug) for who in between.from_]
    return " ".join([clean(text), *(word for pair in people for word in pair)])


def found(store: Store, text: str) -> int | None:
    """The resource meant by an address, by r9, or by a title or a unique start of one; None for a new one.

    Raises NotFoundError for a reference to nothing, AmbiguousError for the start of several titles.
    """
    id = at(store, text)
    if id is not None or is_link(text):
        return id
    if references.parse(text):
        return references.find(store, "resource", text)
    called = references.called(store, "resource", text, live=False)
    if len(called) > 1:
        hint = f"{ref('resource', called[0].id)} is the first; a new one: lnet resource add"
        raise AmbiguousError(clean(text), [references.candidate("resource", each) for each in called], hint)
    return called[0].id if called else None


def save(open_: Step, text: str, changes: Changes) -> int:
    """Save a new resource, called as was said, else by its address; with a title, the text says where it is found."""
    title = clean(str(changes.values.get("title") or ""))
    return write.add(open_, title or link_title(text), url=untracked(text) if title or is_link(text) else None)


def before(resource: Resource, wanted: Between, noted: Between, today: date) -> Iterator[str]:
    """What had been noted before: who has had it from me already, and who gave it to me."""
    first = {(each.slug, each.direction): show_day(each.on, today) for each in reversed(resource.shares)}
    for who in wanted.to:
        if who not in noted.to:
            yield f"{who.name} has had it from you since {first[who.slug, 'given']}"
        if (who.slug, "received") in first:
            yield f"it came from {who.name}"
    for who in wanted.from_:
        if who not in noted.from_:
            yield f"you have had it from {who.name} since {first[who.slug, 'received']}"
