"""The words of everything, found in the full-text index newest first, at a price that does not grow with the network.

A row id of the index is made of day, kind and id, so that a range of days is a range of row ids, reading backwards is
newest first, and the first hits are read without looking at the others (`store.generate`). People have no day and come
first. What the index cannot find (signs, and scripts without spaces) is looked for as it stands, in a bounded number of
entries.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lnet.store.connect import Store

KINDS = (
    "contact", "interaction", "promise", "goal", "feedback", "insight", "event", "community", "project", "exchange",
    "resource",
)  # fmt: skip
PEOPLES_DAY = 4194303
JULIAN_DAY = 1721424  # of a day: its ordinal + this
LOOKED_AT = 20_000  # entries read in full, where the index does not help
BEGIN_MOST = 100  # words that begin with what was typed
COUNTED = 1000  # hits beyond those shown are counted up to this number
START, END = "\x02", "\x03"  # around a match in a marked text

# Scripts that are written without spaces between words: the index has whole runs of them as one word.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)


class Wanted(NamedTuple):
    """What is looked for: words that must all be there, in entries of these kinds (all if empty) and of these days.

    `places`: only in these entries, by their row ids (see `places_of`); None for all.
    """

    words: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    places: tuple[int, ...] | None = None

    @property
    def range(self) -> tuple[int, int]:
        """The row ids of the days, both ends included; with a day given nobody is in it, for people have none."""
        first = place(self.since) if self.since else 0
        last = place(self.until) + (1 << 40) - 1 if self.until else (PEOPLES_DAY << 40 if self.since else 1 << 63) - 1
        if self.kinds == {"contact"}:  # a range of their own: nobody else's entries are read
            first = max(first, PEOPLES_DAY << 40)
        return first, last


def place(day: date) -> int:
    """The first row id of a day."""
    return (day.toordinal() + JULIAN_DAY) << 40


class Entry(NamedTuple):
    """One found entry of the index: its kind, its id, its day (None for people), its text with every match marked."""

    kind: str
    id: int
    on: date | None
    text: str


class Found(NamedTuple):
    """The newest entries, and how many more there are (at most COUNTED are counted).

    `how` says what was found: "words", words with such a "start", or "text" as it stands; `looked_at`: only so many of
    the newest entries were read (0: all).
    """

    entries: tuple[Entry, ...] = ()
    more: int = 0
    how: str = "words"
    looked_at: int = 0


class Attempt(NamedTuple):
    """One way of looking: an expression of the index ("" for none), and texts that must stand there as they are."""

    how: str
    match: str = ""
    texts: tuple[str, ...] = ()


def search(store: Store, wanted: Wanted, limit: int) -> Found:
    """The newest `limit` entries with all the words: as they stand, else as words, else as the starts of words.

    At most four ways are tried, each of which ends early. Accents and case do not matter, but for what is no word.
    """
    found = Found()
    for attempt in attempts(store, wanted.words):
        found = carry_out(store, wanted, attempt, limit)
        if found.entries or found.more:
            break
    return found


def attempts(store: Store, words: Sequence[str]) -> Iterator[Attempt]:
    """The ways to look for these words, the most exact first; none for no words."""
    indexed = [word for word in words if is_indexed(word)]
    literal = tuple(word for word in words if not word.isalnum() or not is_indexed(word))
    if words:
        yield Attempt("text" if literal else "words", conjunction(map(quoted, indexed)), literal)
    if len(indexed) == len(words) and words:
        if literal:
            yield Attempt("words", conjunction(map(quoted, indexed)))
        if started := beginnings(store, indexed):
            yield Attempt("start", started)
        if not all(map(str.isascii, words)):  # the index may know fewer letters than we do
            yield Attempt("text", texts=tuple(words))


def is_indexed(word: str) -> bool:
    """Whether the index can find the word: it has a letter or digit, and no script without spaces."""
    return any(is_letter(each) for each in word) and not UNSPACED.search(word)


def is_letter(character: str) -> bool:
    """Whether the index takes a character for a part of a word, as its tokenizer does."""
    return unicodedata.category(character)[0] in "LN"


def quoted(word: str) -> str:
    """A word as a string of the index's language, in which nothing has a meaning."""
    return '"' + word.replace('"', '""') + '"'


def conjunction(expressions: Iterable[str]) -> str:
    return " AND ".join(expressions)


# From one word of the index to the next, so that a word of many entries costs no more than one of few. A prefix query
# of the index itself reads and sorts the entries of all such words first: at a million notes seconds instead of none.
VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab('main', 'search', 'instance')"
BEGINNING = """
WITH RECURSIVE each(term, n) AS (
  SELECT (SELECT term FROM search_word WHERE term >= ?1 AND term < ?2 LIMIT 1), 1
  UNION ALL SELECT (SELECT term FROM search_word WHERE term >= each.term || char(1) AND term < ?2 LIMIT 1), n + 1
  FROM each WHERE term IS NOT NULL AND n < ?3
) SELECT term FROM each WHERE term IS NOT NULL
"""


def beginnings(store: Store, words: Sequence[str]) -> str:
    """The expression for words that begin so, for each at most BEGIN_MOST, by the alphabet; "" if there are none."""
    store.db.execute(VOCABULARY)
    found = []
    for word in words:
        *before, start = "".join(each if is_letter(each) else " " for each in word).split()
        folded = fold(start)
        terms = store.db.execute(BEGINNING, (folded, folded + "\U0010ffff", BEGIN_MOST)).fetchall()
        found.append(" OR ".join(quoted(" ".join([*before, term])) for (term,) in terms))
    return conjunction(f"({terms})" for terms in found) if all(found) else ""


def fold(word: str) -> str:
    """The word as the index has it: lower case, Latin letters without their accents."""
    bare = ((each, unicodedata.normalize("NFD", each)[0]) for each in word.lower())
    return "".join(plain if plain.isascii() else each for each, plain in bare)


def carry_out(store: Store, wanted: Wanted, attempt: Attempt, limit: int) -> Found:
    """The entries that one way of looking finds."""
    query, values = candidates(wanted, attempt)
    rows = store.db.execute(f"{query} ORDER BY rowid DESC LIMIT ?", (*values, limit + COUNTED)).fetchall()
    ids = [id for (id,) in rows]
    marked = mark(store, attempt, ids[:limit])
    bounded = LOOKED_AT if attempt.texts and overlooks(store, wanted, attempt) else 0
    return Found(tuple(entry(id, marked[id]) for id in ids[:limit]), len(ids[limit:]), attempt.how, bounded)


def overlooks(store: Store, wanted: Wanted, attempt: Attempt) -> bool:
    """Whether there are more entries than are read for an attempt."""
    query, values = candidates(wanted, attempt._replace(texts=()))
    return store.db.execute(f"{query} LIMIT 1 OFFSET {LOOKED_AT}", values).fetchone() is not None


def candidates(wanted: Wanted, attempt: Attempt) -> tuple[str, list[object]]:
    """The query for the row ids of an attempt, without order and limit, and its values."""
    where, values = ["rowid BETWEEN ? AND ?"], list[object](wanted.range)
    if attempt.match:
        where, values = ["search MATCH ?", *where], [attempt.match, *values]
    if wanted.kinds and wanted.kinds != {"contact"}:
        where.append("(rowid >> 36) & 15 IN (SELECT value FROM json_each(?))")
        values.append(numbers(wanted.kinds))
    if wanted.places is not None:  # the plus: entries are found by their words, then looked up here
        where.append("+rowid IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(wanted.places))
    condition = " AND ".join(where)
    if not attempt.texts:
        return f"SELECT rowid FROM search WHERE {condition}", values
    newest = f"SELECT rowid, text FROM search WHERE {condition} ORDER BY rowid DESC LIMIT {LOOKED_AT}"
    standing = " AND ".join("instr(lower(text), lower(?))" for _ in attempt.texts)
    return f"SELECT rowid FROM ({newest}) WHERE {standing}", [*values, *attempt.texts]


def numbers(kinds: Collection[str]) -> str:
    return json.dumps([KINDS.index(kind) for kind in kinds])


def mark(store: Store, attempt: Attempt, ids: Sequence[int]) -> dict[int, str]:
    """The texts of these entries, every match between START and END."""
    marked = f"highlight(search, 0, '{START}', '{END}')" if attempt.match else "text"
    where = "search MATCH ? AND " if attempt.match else ""
    rows = store.db.execute(
        f"SELECT rowid, {marked} FROM search WHERE {where} rowid IN (SELECT value FROM json_each(?))",
        ([attempt.match] if attempt.match else []) + [json.dumps(ids)],
    )
    return {id: mark_texts(text, attempt) for id, text in rows}


def mark_texts(text: str, attempt: Attempt) -> str:
    """The text with what stands in it as it is marked too (where the index has not marked its words)."""
    if attempt.match or not attempt.texts:
        return text
    pattern = "|".join(re.escape(each) for each in sorted(attempt.texts, key=len, reverse=True))
    return re.sub(pattern, lambda match: f"{START}{match[0]}{END}", text, flags=re.IGNORECASE)


def entry(rowid: int, text: str) -> Entry:
    """The entry of a row id."""
    day = rowid >> 40
    on = None if day == PEOPLES_DAY else date.fromordinal(day - JULIAN_DAY)
    return Entry(KINDS[(rowid >> 36) & 15], rowid & ((1 << 36) - 1), on, text)


# Everything that somebody has to do with: who took part or was named, whose it is, who is linked to it.
LINKS = (
    ("interaction", "mention", "interaction_id"),
    ("goal", "goal_contact", "goal_id"), ("event", "attendance", "event_id"),
    ("community", "membership", "community_id"), ("project", "project_member", "project_id"),
    ("resource", "share", "resource_id"),
    *((noun, noun, "id") for noun in ("promise", "feedback", "insight", "exchange")),
)  # fmt: skip
# Of those who took part the timeline knows the days: no conversation itself is read.
TOOK_PART = (
    f"SELECT (CAST(julianday(occurred_on) AS INTEGER) << 40) | ({KINDS.index('interaction')} << 36) | interaction_id"
)
PLACES = f"SELECT {PEOPLES_DAY << 40} | ?1 UNION ALL {TOOK_PART} FROM search_timeline WHERE contact_id = ?1 " + "".join(
    f"UNION ALL SELECT s.place FROM {table} l CROSS JOIN search_{noun} s ON s.id = l.{column} WHERE l.contact_id = ?1 "
    for noun, table, column in LINKS
)


def places_of(store: Store, contact: int) -> tuple[int, ...]:
    """The row ids of all entries that somebody has to do with, their own among them; one statement."""
    return tuple(place for (place,) in store.db.execute(PLACES, (contact,)))


# What the entries are called: who a conversation was with, whose promise it is, a title.
CALLED = """
WITH hit(kind, id) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?))
SELECT h.kind, h.id, c.uid, c.slug, c.status = 'archived', c.name FROM hit h
  JOIN contact c ON c.id = h.id WHERE h.kind = 'contact'
UNION ALL SELECT h.kind, h.id, i.uid, NULL, 0, (SELECT group_concat(c.name, ', ') FROM participant p
  JOIN contact c ON c.id = p.contact_id WHERE p.interaction_id = i.id)
  FROM hit h JOIN interaction i ON i.id = h.id WHERE h.kind = 'interaction'
""" + "".join(
    f"UNION ALL SELECT h.kind, h.id, t.uid, NULL, 0, {called} FROM hit h JOIN {table} t ON t.id = h.id"
    f" {'LEFT JOIN contact c ON c.id = t.contact_id ' if called == 'c.name' else ''}WHERE h.kind = '{table}'\n"
    for table, called in {
        "promise": "c.name", "feedback": "c.name", "insight": "c.name", "exchange": "c.name", "goal": "t.title",
        "event": "t.name", "community": "t.name", "project": "t.title", "resource": "t.title",
    }.items()
)  # fmt: skip


class Called(NamedTuple):
    """What a found thing is called: its uid, a person's slug, and a name: who it is with or about, or its title.

    `archived`: it is a person who is.
    """

    uid: str
    slug: str | None
    archived: bool
    name: str


def called(store: Store, entries: Sequence[Entry]) -> dict[tuple[str, int], Called]:
    """What the entries are called, by kind and id; one statement."""
    rows = store.db.execute(CALLED, (json.dumps([(entry.kind, entry.id) for entry in entries]),))
    return {(kind, id): Called(uid, slug, bool(gone), name or "") for kind, id, uid, slug, gone, name in rows}
