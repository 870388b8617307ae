"""The rows that TAB offers: a bounded number of them, by index ranges, whatever the size of the network."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lnet.domain import names
from lnet.domain.vocabulary import REFERENCE_LETTERS

MOST = 50
END = "\U0010ffff"  # sorts behind every text with the same beginning
BUSY_SECONDS = 0.2
LETTERS = {noun: letter for letter, noun in REFERENCE_LETTERS.items()}

# What a reference is shown with, and which rows come first: those that are still of use.
TITLES = {
    "interaction": "occurred_on || ' ' || summary", "promise": "text", "goal": "title", "insight": "text",
    "feedback": "direction || ' ' || coalesce(text, behaviour, situation, '')", "event": "name", "community": "name",
    "project": "title", "exchange": "text", "resource": "title",
}  # fmt: skip
LIVE = {
    "promise": "status IN ('open', 'renegotiated')",
    "goal": "status = 'active'",
    "feedback": "loop IN ('open', 'acted')",
    "project": "status <> 'closed'",
}
KEYED = ("goal", "event", "community", "project", "resource")

Candidate = tuple[str, str]


def connect(path: Path) -> sqlite3.Connection:
    """A connection that only reads, makes no file, and soon gives up waiting."""
    return sqlite3.connect(f"file:{quote(bytes(path.absolute()))}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def candidates(db: sqlite3.Connection, kind: str, typed: str) -> Iterator[Candidate]:
    """What may be meant by what was typed so far: pairs of a word and its title, at most 50 of one kind."""
    if kind == "contact":
        yield from people(db, typed)
    elif kind == "topic":
        yield from topics(db, typed)
    elif kind == "ref":
        yield from anything(db, typed)
    elif kind in TITLES:
        yield from references(db, kind, typed)


def anything(db: sqlite3.Connection, typed: str) -> Iterator[Candidate]:
    """For g1 the goals whose number starts so; for anything else people."""
    noun = REFERENCE_LETTERS.get(typed[:1].lower(), "")
    if noun in TITLES and typed[1:].isdecimal():
        yield from references(db, noun, typed)
    yield from people(db, typed)


# --- people -----------------------------------------------------------------------------------------------------

RECENT = """
SELECT c.slug, c.name FROM (
  SELECT contact_id, newest_on FROM figure WHERE newest_on IS NOT NULL ORDER BY newest_on DESC LIMIT ?
) f JOIN contact c ON c.id = f.contact_id
ORDER BY f.newest_on DESC, c.slug
"""
NEWEST = "SELECT slug, name FROM contact ORDER BY id DESC LIMIT ?"
BY_SLUG = """
SELECT c.slug, c.name FROM (SELECT id, slug, name FROM contact WHERE slug >= ? AND slug < ? ORDER BY slug LIMIT ?) c
JOIN figure f ON f.contact_id = c.id ORDER BY f.address_book, c.slug
"""
BY_WORD = """
SELECT c.slug, c.name FROM (SELECT DISTINCT contact_id FROM search_name WHERE word >= ? AND word < ? LIMIT ?) w
JOIN contact c ON c.id = w.contact_id JOIN figure f ON f.contact_id = c.id ORDER BY f.address_book, c.slug
"""
LOOKED_AT = 500  # of those who match, before the address book goes last


def people(db: sqlite3.Connection, typed: str) -> list[Candidate]:
    """Slugs: of those met last when nothing was typed; else those that start so, else those with such a word."""
    start = typed if re.fullmatch(r"[a-z0-9-]+", typed) else names.slug(typed)
    word = names.key(typed)
    if not start and not word:
        return pairs(db, RECENT, MOST) or pairs(db, NEWEST, MOST)
    found = pairs(db, BY_SLUG, start, start + END, LOOKED_AT) if start else []
    return (found or pairs(db, BY_WORD, word, word + END, LOOKED_AT))[:MOST]


def pairs(db: sqlite3.Connection, query: str, *values: str | int) -> list[Candidate]:
    return [(word, title) for word, title in db.execute(query, values)]


# --- topics -----------------------------------------------------------------------------------------------------

# From one topic to the next by the index, so that a topic of many conversations costs no more than one of few.
NEXT_TOPIC = """
WITH RECURSIVE each(topic, n) AS (
  SELECT min(topic), 1 FROM {table} WHERE topic >= ?1 AND topic < ?2
  UNION ALL SELECT (SELECT min(topic) FROM {table} WHERE topic > each.topic AND topic < ?2), n + 1
  FROM each WHERE topic IS NOT NULL AND n < ?3
) SELECT topic, '' FROM each WHERE topic IS NOT NULL
"""


def topics(db: sqlite3.Connection, typed: str) -> list[Candidate]:
    """Topics of conversations, people and goals that start so; those a shell might expand are left out."""
    start = typed.casefold()
    found: dict[str, str] = {}
    for table in ("goal_topic", "contact_topic", "search_topic"):
        found |= pairs(db, NEXT_TOPIC.format(table=table), start, start + END, MOST)
    return sorted(pair for pair in found.items() if re.fullmatch(r"[a-z0-9-]+", pair[0]))[:MOST]


# --- short references -------------------------------------------------------------------------------------------


def references(db: sqlite3.Connection, noun: str, typed: str) -> list[Candidate]:
    """Short references with titles: by number, by the start of the title, else the newest that are still of use."""
    number = typed.lower().removeprefix(LETTERS[noun])
    if number.isdecimal():
        return by_number(db, noun, number)
    key = names.key(typed)
    if noun in KEYED and key and typed.lower() != LETTERS[noun]:
        where = '"key" >= ? AND "key" < ?'
        return pairs(db, f'{select(noun)} WHERE {where} ORDER BY "key" LIMIT {MOST}', key, key + END)
    live = f"WHERE {LIVE[noun]}" if noun in LIVE else ""
    return pairs(db, f"{select(noun)} {live} ORDER BY id DESC LIMIT {MOST}")


def by_number(db: sqlite3.Connection, noun: str, digits: str) -> list[Candidate]:
    """Those whose number starts with these digits, smallest first: 4, 40–49, 400–499 …"""
    first, found = int(digits[:9]), list[Candidate]()
    for size in (10**power for power in range(9)):
        query = f"{select(noun)} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT {MOST}"
        found += pairs(db, query, first * size, first * size + size - 1)
    return found[:MOST]


def select(noun: str) -> str:
    return f"SELECT '{LETTERS[noun]}' || id, substr({TITLES[noun]}, 1, 80) FROM {noun}"
