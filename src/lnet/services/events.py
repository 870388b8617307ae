"""Events: add, look up, change, list; and being at one. Every change is one step, undone as one."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lnet.domain.dates import show_day
from lnet.domain.names import clean, key
from lnet.errors import BadInputError, NotFoundError
from lnet.services import references
from lnet.services.names import by_slug, whole_name
from lnet.services.references import ref, refs
from lnet.services.saved import Saved, get_all
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import titles
from lnet.store.read.events import EVENTS, Event, upcoming_first
from lnet.store.read.here import here
from lnet.store.write import event as write
from lnet.store.write.line import line_or_none
from lnet.store.write.rows import Value, update


def get(store: Store, ids: Sequence[int]) -> tuple[Event, ...]:
    """These events, in the order given; raises NotFoundError for an id that is none."""
    return get_all(store, EVENTS, "event", ids)


def find(store: Store, text: str) -> int:
    """The id of the event meant by e3, 3, a unique start of its name, or @pycon: then of several editions the nearest.

    Raises NotFoundError with suggestions, AmbiguousError with the candidates.
    """
    tagged = edition(store, text.strip()[1:]) if text.strip().startswith("@") else None
    return tagged or references.find(store, "event", text)


def named(store: Store, text: str) -> int | None:
    """The event that a text means where it might name a person, too: e3, or @pycon unless somebody is called so.

    None for anything else. Raises NotFoundError for a reference to no event, AmbiguousError for an @name of several.
    """
    reference = references.parse(text)
    if reference and reference[0] == "event":
        return references.find(store, "event", text)
    tag = text.strip()
    if not tag.startswith("@") or by_slug(store, tag) or whole_name(store, tag):
        return None
    try:
        return find(store, tag)
    except NotFoundError:
        return None


def needed(store: Store, text: str) -> int:
    """As `find`, with the way to add an event where nothing is called so."""
    try:
        return find(store, text)
    except NotFoundError as error:
        if references.own_number("event", text) is None:
            error.hint = error.hint or f'add it: lnet event add "{clean(text).removeprefix("@")}"'
        raise


def edition(store: Store, name: str) -> int | None:
    """The event that an @name means, as it would in a sentence of today; None for none."""
    from lnet.domain.sentence.forms import Forms
    from lnet.domain.sentence.tagged import Tagged, nearest
    from lnet.domain.sentence.tokens import Tag
    from lnet.store.read import logs

    places = [place for place in logs.places(store) if place.kind == "event"]
    meaning = Tagged(Forms(()), (), places).meaning(Tag(0, len(name) + 1, "@", name, possessive=False))
    return nearest(meaning.places, "event", store.today)


def add(store: Store, name: str, values: Mapping[str, Value]) -> Saved[Event]:
    """Add an event, and warn of others of the same name. Undo removes it.

    Raises BadInputError for an empty name, and for a last day before the first.
    """
    alike = [each.id for each in titles.by_start(store, "event", key(name)) if key(each.title) == key(name)]
    with step(store, "event add", clean(name)) as open_:
        id = write.add(open_, name)
        apply(store, open_, id, values)
    return Saved(get(store, [id]), open_.id, (f"the same name as {refs('event', alike)}",) if alike else ())


def edit(store: Store, ids: Sequence[int], values: Mapping[str, Value]) -> Saved[Event]:
    """Set columns of several events (None clears), in one step. Undo sets all of them back.

    Raises BadInputError for an empty name, and for a last day before the first.
    """
    with step(store, "event edit", refs("event", ids)) as open_:
        for id in ids:
            apply(store, open_, id, values)
    return Saved(get(store, ids), open_.id)


def apply(store: Store, open_: Step, id: int, values: Mapping[str, Value]) -> None:
    """Write the changes of one event, inside an open step."""
    tidy = {name: line_or_none(value) if name != "note" else value or None for name, value in values.items()}
    if "name" in tidy:
        write.rename(open_, id, str(tidy.pop("name") or ""))
    update(open_, "event", id, **tidy)
    (event,) = get(store, [id])
    if event.starts_on and event.ends_on and event.ends_on < event.starts_on:
        last, first = show_day(event.ends_on, store.today), show_day(event.starts_on, store.today)
        raise BadInputError(f"it would end on {last}, before it begins on {first}")


def listed(store: Store, limit: int | None = None) -> list[Event]:
    """The events: what is on or to come, the nearest first, then what is over, newest first; at most `limit`."""
    return EVENTS.listed(store, order=upcoming_first(store.today), limit=limit)


# --- being there ------------------------------------------------------------------------------------------------


class There(NamedTuple):
    """The event I am at since which day, if I am at one; `left`: the one I was at before this step; the step, if any.

    `event` is None where I am at none.
    """

    event: Event | None
    left: str | None = None
    step: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The event with the days from and until which I am there, and the step as `undo`."""
        since = self.event.here_since if self.event else None
        until = self.event.last_on if self.event else None
        return {"event": self.event, "since": since, "until": until, "left": self.left, "undo": self.step}


def there(store: Store) -> There:
    """Where I am today."""
    now = here(store)
    return There(get(store, [now.id])[0] if now else None)


def arrive(store: Store, id: int) -> There:
    """Be at an event, until its last day or until I leave; whatever I was at before ends. Undo goes back to that.

    Raises BadInputError for an event that is over.
    """
    (event,) = get(store, [id])
    if event.last_on and event.last_on < store.today:
        when = show_day(event.last_on, store.today)
        raise BadInputError(f"{event.name} ended on {when}", f'lnet log --event {event.ref} "…" still belongs to it')
    return be_at(store, "at", id)


def leave(store: Store) -> There:
    """Be at no event. Undo goes back to the one I was at."""
    return be_at(store, "at --off", None)


def be_at(store: Store, command: str, id: int | None) -> There:
    """Be at this event, or at none."""
    before = here(store)
    with step(store, command, ref("event", id) if id else "") as open_:
        write.be_at(open_, id)
    return There(get(store, [id])[0] if id else None, before.name if before and before.id != id else None, open_.id)
