"""Which id each row of an exported store has here: that of its uid, else its own where it is free, else a new one."""

from collections.abc import Collection, Sequence
from itertools import count
from typing import NamedTuple

from lnet.domain.cards import Archive
from lnet.store.connect import Store
from lnet.store.read import whole as read
from lnet.store.read.imported import next_id

LARGEST_KEPT = 2**31  # a store never gets there by itself; the search index has room for 2^36

Key = tuple[int, str]


class Place(NamedTuple):
    """Where a row of the file is to stand: under which id, and whether it is new. `gone`: it was deleted here."""

    id: int
    new: bool = False
    gone: bool = False


class Places:
    """The places of all rows, by table: by their number in the file, and by the id they have there."""

    def __init__(self, store: Store, archive: Archive, tables: Collection[str]) -> None:
        self.by_number: dict[str, list[Place | None]] = {}
        self.by_id: dict[str, dict[int, Place]] = {}
        for table in tables:
            keys = archive.keys.get(table, ())
            self.by_number[table] = places = settle(store, table, keys)
            self.by_id[table] = {
                id: place for (id, _), place in reversed(list(zip(keys, places, strict=True))) if place is not None
            }


def settle(store: Store, table: str, keys: Sequence[Key]) -> list[Place | None]:
    """A place for each key, in their order; None for one that has come before in the file, or is none."""
    here = read.ids(store, table)
    gone = read.deleted(store, table, [uid for _, uid in keys if uid not in here])
    first = next_id(store, table)
    free = count(max([first, *(id + 1 for id, _ in keys if id < LARGEST_KEPT)]))
    seen: set[str] = set()
    taken: set[int] = set()
    places: list[Place | None] = []
    for id, uid in keys:
        if uid in seen or not uid or id < 1:
            places.append(None)
        elif uid in here:
            places.append(Place(here[uid]))
        elif uid in gone:
            places.append(Place(0, gone=True))
        else:
            is_free = first <= id < LARGEST_KEPT and id not in taken
            places.append(Place(id if is_free else next(free), new=True))
            taken.add(id)
        seen.add(uid)
    return places
