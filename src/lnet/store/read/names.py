"""Look-ups by name: slugs, keys, nicknames, single words, beginnings; each by an index."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from lnet.store.connect import Store


class Name(NamedTuple):
    """Somebody found by a name, with what tells them from others of it."""

    id: int
    name: str
    slug: str
    nicknames: tuple[str, ...]
    address_book: bool


NAME = (
    "SELECT c.id, c.name, c.slug,"
    " (SELECT json_group_array(name) FROM nickname n WHERE n.contact_id = c.id), f.address_book"
    " FROM contact c JOIN figure f ON f.contact_id = c.id"
)


def names_of(rows: Iterable[Any]) -> list[Name]:
    return [Name(id, name, slug, tuple(json.loads(nicknames)), bool(book)) for id, name, slug, nicknames, book in rows]


def by_slug(store: Store, slug: str) -> list[Name]:
    """Who has (or had, before a merge) this slug; at most one."""
    query = f"{NAME} WHERE c.slug = ?1 UNION {NAME} JOIN slug_alias a ON a.contact_id = c.id WHERE a.slug = ?1"
    return names_of(store.db.execute(query, (slug,)))


def by_id(store: Store, id: int) -> list[Name]:
    """Who has this id; at most one."""
    return names_of(store.db.execute(f"{NAME} WHERE c.id = ?", (id,)))


def by_key(store: Store, key: str) -> list[Name]:
    """Everybody of this full name."""
    return names_of(store.db.execute(f'{NAME} WHERE c."key" = ? ORDER BY c.id', (key,)))


def by_very_name(store: Store, name: str) -> list[Name]:
    """Everybody whose name is spelled just so."""
    return names_of(store.db.execute(f"{NAME} WHERE c.name = ? ORDER BY c.id", (name,)))


def by_nickname(store: Store, key: str) -> list[Name]:
    """Everybody of this nickname."""
    query = f'{NAME} WHERE c.id IN (SELECT contact_id FROM nickname WHERE "key" = ?) ORDER BY c.id'
    return names_of(store.db.execute(query, (key,)))


def by_word(store: Store, word: str) -> list[Name]:
    """Everybody with this word in their name or a nickname."""
    query = f"{NAME} WHERE c.id IN (SELECT contact_id FROM search_name WHERE word = ?) ORDER BY c.id"
    return names_of(store.db.execute(query, (word,)))


def by_prefix(store: Store, key: str, limit: int = 50) -> list[Name]:
    """Those whose full name or slug starts like this."""
    where = '(c."key" >= ?1 AND c."key" < ?2) OR (c.slug >= ?1 AND c.slug < ?2)'
    query = f"{NAME} WHERE {where} ORDER BY f.address_book, c.name LIMIT ?3"
    return names_of(store.db.execute(query, (key, key + "\U0010ffff", limit)))


def by_words(store: Store, words: Sequence[str]) -> list[Name]:
    """Everybody a sentence with these words may name: a word of theirs is in it; of the address book, all words."""
    query = f"""
        {NAME} JOIN (
          SELECT contact_id, count(*) AS hits FROM search_name
          WHERE word IN (SELECT value FROM json_each(?)) GROUP BY contact_id
        ) h ON h.contact_id = c.id
        WHERE f.address_book = 0 OR h.hits > length(c."key") - length(replace(c."key", ' ', '')) ORDER BY c.id
    """
    return names_of(store.db.execute(query, (json.dumps(words),)))


def words_like(store: Store, start: str, limit: int = 3000) -> list[str]:
    """The distinct words of names that begin with `start`, for suggestions."""
    query = "SELECT DISTINCT word FROM search_name WHERE word >= ? AND word < ? LIMIT ?"
    return [row[0] for row in store.db.execute(query, (start, start + "\U0010ffff", limit))]
