"""Things by their number or title: what a short reference or the start of a title may mean."""

from collections.abc import Iterator
from typing import NamedTuple

from lnet.domain.names import key
from lnet.store.connect import Store

# What a thing is called; conversations go by reference alone.
TITLES = {
    "interaction": "summary", "promise": "text", "goal": "title", "insight": "text", "event": "name",
    "feedback": "coalesce(text, behaviour, situation, '')", "community": "name", "project": "title",
    "exchange": "text", "resource": "title",
}  # fmt: skip
KEYED = ("goal", "event", "community", "project", "resource")
BY_REFERENCE = ("interaction",)
# What is still of use: of several things that are called alike, a verb that ends something means one of these.
LIVE = {
    "promise": "status IN ('open', 'renegotiated')",
    "goal": "status = 'active'",
    "feedback": "loop IN ('open', 'acted')",
    "project": "status <> 'closed'",
}


class Titled(NamedTuple):
    """A thing by its title; `live` while it is of use (open, active)."""

    id: int
    title: str
    live: bool


def by_id(store: Store, noun: str, id: int) -> Titled | None:
    """The thing with this number; None if there is none."""
    found = read(store, noun, "id = ?", id)
    return next(found, None)


def by_start(store: Store, noun: str, start: str) -> list[Titled]:
    """The things whose title starts so (a key, see `domain.names`), oldest first; none for an empty start."""
    if not start or noun in BY_REFERENCE:
        return []
    if noun in KEYED:
        return list(read(store, noun, '"key" >= ? AND "key" < ?', start, start + "\U0010ffff"))
    return [each for each in read(store, noun, "1") if key(each.title).startswith(start)]


def by_very_title(store: Store, noun: str, title: str) -> list[Titled]:
    """The things called exactly so: for titles without any letter, which have no key."""
    return list(read(store, noun, f"{TITLES[noun]} = ?", title))


def every(store: Store, noun: str, most: int = 2000) -> list[Titled]:
    """The newest things of a noun, for suggestions; none where titles are not looked up."""
    return [] if noun in BY_REFERENCE else list(read(store, noun, f"id > (SELECT max(id) FROM {noun}) - ?", most))


def read(store: Store, noun: str, where: str, *values: str | int) -> Iterator[Titled]:
    query = f"SELECT id, {TITLES[noun]}, {LIVE.get(noun, '1')} FROM {noun} WHERE {where} ORDER BY id"
    return (Titled(id, title, bool(live)) for id, title, live in store.db.execute(query, values))
