"""Figures against a slow and obvious reckoning from the rows themselves."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import date
from statistics import median
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.store.connect import Store
from lnet.store.generate import LINKS
from lnet.store.journal import step
from lnet.store.reversal import undo
from tests.examples import examples
from tests.store.memory import new_store

PEOPLE = 3
DAY = st.dates(date(2025, 6, 1), date(2026, 6, 15))
PERSON = st.integers(1, PEOPLE)


class Talk(NamedTuple):
    """A conversation of a random history."""

    on: date
    depth: int | None
    planned: bool
    people: frozenset[int]
    direction: str
    channel: str


class Change(NamedTuple):
    """A later change of a column: table, column, value, and which row."""

    table: str
    column: str
    value: object
    row: int


talks = st.builds(Talk, DAY, st.sampled_from((None, 1, 2, 4)), st.booleans(), st.frozensets(PERSON),
    st.sampled_from(("mutual", "outbound", "outbound", "inbound")),
    st.sampled_from(("in_person", "email", "chat", "event")),
)  # fmt: skip
days = st.one_of(st.none(), DAY.map(date.isoformat))
DELETED = ("interaction", "participant", "promise", "event", "attendance")
BIRTHDAY = st.sampled_from((None, "--02-29", "1990-04-15"))
DIRECTIONS = ("mutual", "outbound", "inbound")
CHANNELS = ("in_person", "email", "chat", "call", "video", "event")
MET = """
SELECT a.contact_id, a.event_id, e.starts_on, e.ends_on, e.created_on
FROM attendance a JOIN event e ON e.id = a.event_id
"""
TALKS = "SELECT i.*, p.contact_id FROM interaction i JOIN participant p ON p.interaction_id = i.id"
changes = st.one_of(
    st.builds(Change, st.just("interaction"), st.just("occurred_on"), DAY.map(date.isoformat), st.integers(0, 9)),
    st.builds(Change, st.just("interaction"), st.just("depth"), st.sampled_from((None, 1, 3)), st.integers(0, 9)),
    st.builds(Change, st.just("interaction"), st.just("planned"), st.sampled_from((0, 1)), st.integers(0, 9)),
    st.builds(Change, st.just("participant"), st.just("contact_id"), PERSON, st.integers(0, 9)),
    st.builds(Change, st.just("contact"), st.just("circle"), st.sampled_from((None, "inner", "wide")), PERSON),
    st.builds(Change, st.just("contact"), st.just("every_days"), st.sampled_from((None, 0, 21)), PERSON),
    st.builds(Change, st.just("contact"), st.just("status"), st.sampled_from(("active", "paused")), PERSON),
    st.builds(Change, st.just("contact"), st.just("imported_from"), st.sampled_from((None, "vcard")), PERSON),
    st.builds(Change, st.just("contact"), st.sampled_from(("clock_from", "first_due")), days, PERSON),
    st.builds(Change, st.just("mentor_agreement"), st.just("ended_on"), days, st.integers(0, 2)),
    st.builds(Change, st.just("interaction"), st.just("direction"), st.sampled_from(DIRECTIONS), st.integers(0, 9)),
    st.builds(Change, st.just("interaction"), st.just("channel"), st.sampled_from(CHANNELS), st.integers(0, 9)),
    st.builds(Change, st.just("contact"), st.just("birthday"), BIRTHDAY, PERSON),
    st.builds(Change, st.just("event"), st.sampled_from(("starts_on", "ends_on")), days, st.integers(0, 1)),
    st.builds(Change, st.just("event"), st.just("created_on"), DAY.map(date.isoformat), st.integers(0, 1)),
    st.builds(Change, st.just("attendance"), st.just("follow_up"), st.sampled_from((0, 1)), st.integers(0, 3)),
    st.builds(Change, st.just("attendance"), st.just("contact_id"), PERSON, st.integers(0, 3)),
    st.builds(Change, st.just("attendance"), st.just("event_id"), st.integers(1, 2), st.integers(0, 3)),
    st.builds(Change, st.sampled_from(DELETED), st.just(""), st.none(), st.integers(0, 9)),
)


@examples(120)
@given(st.lists(talks, max_size=14), st.lists(changes, max_size=12), st.lists(PERSON, max_size=2))
def test_figures_are_what_the_history_says(history: list[Talk], later: list[Change], linked: list[int]) -> None:
    """After any history and any changes of it, and again after undoing those, each figure is as reckoned by hand."""
    store = new_store()
    with step(store, "seed"):
        seed(store, history, linked)
    first = figures(store), meetings(store)
    assert first == (list(reckoned(store)), slow_meetings(store))
    with step(store, "change"):
        for change in later:
            make(store, change)
    assert (figures(store), meetings(store)) == (list(reckoned(store)), slow_meetings(store))
    undo(store)
    assert (figures(store), meetings(store)) == first


def seed(store: Store, history: list[Talk], linked: list[int]) -> None:
    """Three contacts (the first imported, the second with a mentor agreement), their conversations and promises."""
    execute = store.db.execute
    for number in range(1, PEOPLE + 1):
        source = "vcard" if number == 1 else None
        execute(
            "INSERT INTO contact (name, key, slug, created_on, imported_from) VALUES (?1, ?1, ?1, '2025-07-01', ?2)",
            (f"c{number}", source),
        )
    execute("INSERT INTO mentor_agreement (contact_id, every_days) VALUES (2, 45)")
    for number, (first, last) in enumerate((("2025-09-01", "2025-09-03"), (None, "2026-02-01")), 1):
        execute(
            "INSERT INTO event (name, key, created_on, starts_on, ends_on) VALUES (?1, ?1, '2026-04-01', ?2, ?3)",
            (f"e{number}", first, last),
        )
    for event, person in ((1, 1), (1, 2), (2, 2), (2, 3)):
        execute("INSERT INTO attendance (event_id, contact_id, follow_up) VALUES (?, ?, 1)", (event, person))
    for talk in history:
        values = (talk.on.isoformat(), talk.depth, talk.planned, talk.direction, talk.channel)
        columns = "occurred_on, depth, planned, direction, channel"
        id = execute(f"INSERT INTO interaction ({columns}) VALUES (?, ?, ?, ?, ?)", values).lastrowid
        execute("INSERT INTO interaction_topic (interaction_id, topic) VALUES (?, 'sql')", (id,))
        for person in talk.people:
            execute("INSERT INTO participant (interaction_id, contact_id) VALUES (?, ?)", (id, person))
    for person in linked:
        execute("INSERT INTO promise (contact_id, text) VALUES (?, 'x')", (person,))


def make(store: Store, change: Change) -> None:
    """Carry out one change on the row it means, if there is one; no column means: delete."""
    ids = [row[0] for row in store.db.execute(f"SELECT id FROM {change.table} ORDER BY id")]
    if not ids:
        return
    id = ids[change.row % len(ids)]
    if not change.column:
        store.db.execute(f"DELETE FROM {change.table} WHERE id = ?", (id,))
    else:
        sql = f"UPDATE OR IGNORE {change.table} SET {change.column} = ? WHERE id = ?"
        with contextlib.suppress(sqlite3.IntegrityError):  # it would point at a row that is gone
            store.db.execute(sql, (change.value, id))


def figures(store: Store) -> list[tuple[object, ...]]:
    """What the store keeps."""
    return store.db.execute(
        "SELECT contact_id, newest_on, last_on, first_on, days, gap_twice, agreed_days, sent_from, sent_on, birthday,"
        " rhythm, base_on, starts_on, address_book FROM figure ORDER BY contact_id"
    ).fetchall()


def reckoned(store: Store) -> Iterator[tuple[object, ...]]:
    """The same, the slow way: from all rows, person by person."""
    talks = list(records(store, TALKS))
    agreements = list(records(store, "SELECT * FROM mentor_agreement ORDER BY id"))
    for contact in records(store, "SELECT * FROM contact ORDER BY id"):
        id = contact["id"]
        own = [talk for talk in talks if talk["contact_id"] == id]
        counting = [talk for talk in own if not talk["planned"] and (talk["depth"] is None or talk["depth"] >= 2)]
        held = sorted({date.fromisoformat(talk["occurred_on"]) for talk in counting})
        agreed = [each["every_days"] for each in agreements if each["contact_id"] == id and each["ended_on"] is None]
        last = held[-1].isoformat() if held else None
        clock = contact["clock_from"]
        yield (
            id,
            max((talk["occurred_on"] for talk in own if not talk["planned"]), default=None),
            last,
            held[0].isoformat() if held else None,
            len(held),
            gap_twice(held),
            agreed[-1] if agreed else None,
            *unanswered(own),
            contact["birthday"][-5:] if contact["birthday"] else None,
            rhythm(contact, held, agreed),
            max(each for each in (last, clock, contact["created_on"]) if each),
            contact["first_due"] if last is None or (clock and last < clock) else None,
            int(in_address_book(store, contact, own)),
        )


def records(store: Store, query: str) -> list[dict[str, Any]]:
    """Rows by the names of their columns."""
    cursor = store.db.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def gap_twice(held: list[date]) -> int | None:
    """Twice the median of the last six gaps between days of contact."""
    gaps = [(after - before).days for before, after in zip(held[-7:], held[-7:][1:], strict=False)]
    return int(2 * median(gaps)) if gaps else None


def rhythm(contact: dict[str, Any], held: list[date], agreed: list[int]) -> str | None:
    """The first that applies: never, set by hand, agreed, the circle's, learned from four days over sixty."""
    if contact["status"] != "active" or contact["every_days"] == 0:
        return None
    circle = contact["circle"] or ""
    if agreed:
        return f"mentor:{contact['every_days'] or agreed[-1]}:{circle}"
    if contact["every_days"] is not None:
        return f"every:{contact['every_days']}:{circle}"
    if circle:
        return f"circle::{circle}"
    long_enough = len(held) >= 4 and (held[-1] - held[0]).days >= 60
    return f"gap:{min(gap_twice(held) or 0, 730)}:" if long_enough else None


def unanswered(own: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """The first and the last of my messages behind everything that came from them, in the order of days and ids."""
    waiting: list[str] = []
    for talk in sorted(own, key=lambda talk: (talk["occurred_on"], talk["id"])):
        if talk["planned"]:
            continue
        if talk["direction"] != "outbound":
            waiting = []
        elif talk["depth"] is None or talk["depth"] >= 2:
            waiting.append(talk["occurred_on"])
    return (waiting[0], waiting[-1]) if waiting else (None, None)


def meetings(store: Store) -> list[tuple[object, ...]]:
    """The meetings without a word since that the store keeps."""
    return sorted(store.db.execute("SELECT ended_on, contact_id, event_id FROM search_meeting"))


def slow_meetings(store: Store) -> list[tuple[object, ...]]:
    """The same, from all rows: flagged, no conversation after the last day, no message from the first day on."""
    talks = list(records(store, TALKS))
    found = []
    for met in records(store, f"{MET} WHERE a.follow_up"):
        first = met["starts_on"] or met["ends_on"] or met["created_on"]
        last = met["ends_on"] or met["starts_on"] or met["created_on"]
        if not any(talk["contact_id"] == met["contact_id"] and follows_up(talk, first, last) for talk in talks):
            found.append((last, met["contact_id"], met["event_id"]))
    return sorted(found)


def follows_up(talk: dict[str, Any], first: str, last: str) -> bool:
    """Whether a conversation is a word since the event."""
    if talk["planned"] or (talk["depth"] is not None and talk["depth"] < 2):
        return False
    message = talk["channel"] in ("email", "chat", "call", "video")
    return bool(talk["occurred_on"] > last or (message and talk["occurred_on"] >= first))


def in_address_book(store: Store, contact: dict[str, Any], own: list[dict[str, Any]]) -> bool:
    """Imported, in no circle, without a cadence, never talked to, linked to nothing."""
    if contact["imported_from"] is None or contact["circle"] or contact["every_days"] is not None or own:
        return False
    return not any(
        store.db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (contact["id"],)).fetchone()
        for table, columns in LINKS.items()
        for column in columns
    )


def test_a_person_without_any_history(store: Store) -> None:
    """Nobody talked to: no days, no rhythm, and the clock starts on the day of being added."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug, created_on) VALUES ('a', 'a', 'a', '2026-06-15')")
    assert figures(store) == [(1, *[None] * 3, 0, *[None] * 6, "2026-06-15", None, 0)]


def test_every_kind_of_link_takes_somebody_out_of_the_address_book() -> None:
    """Each table of LINKS does, by each of its columns, and gives them back when the link goes."""
    for table, columns in LINKS.items():
        for column in columns:
            assert address_book_while_linked(table, column) == [1, 0, 1], (table, column)


def address_book_while_linked(table: str, column: str) -> list[int]:
    """Whether an imported contact is in the address book before, while and after a row points at them."""
    store = new_store()
    for other in ("goal", "event", "community", "project", "resource"):
        title = "name" if other in ("event", "community") else "title"
        store.db.execute(f"INSERT INTO {other} ({title}, key) VALUES ('x', 'x')")
    for name in ("a", "b", "c"):
        store.db.execute("INSERT INTO contact (name, key, slug, imported_from) VALUES (?1, ?1, ?1, 'vcard')", (name,))
    needed: dict[str, dict[str, object]] = {
        "promise": {"text": "x"},
        "goal_contact": {"goal_id": 1},
        "feedback": {"direction": "given", "occurred_on": "2026-06-15"},
        "insight": {"text": "x", "learned_on": "2026-06-15"},
        "exchange": {"direction": "given", "text": "x", "occurred_on": "2026-06-15"},
        "share": {"resource_id": 1, "direction": "given", "occurred_on": "2026-06-15"},
        "attendance": {"event_id": 1},
        "membership": {"community_id": 1},
        "project_member": {"project_id": 1},
        "mentor_agreement": {},
        "acquaintance": {"other_id": 3} if column == "contact_id" else {"contact_id": 1},
    }
    values: dict[str, object] = {**needed[table], column: 2}
    found = [book(store)]
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    store.db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
    found.append(book(store))
    store.db.execute(f"DELETE FROM {table}")
    return [*found, book(store)]


def book(store: Store) -> int:
    """Whether the second contact is in the address book."""
    return int(store.db.execute("SELECT address_book FROM figure WHERE contact_id = 2").fetchone()[0])


GROWING = ("2025-04-11", "2025-04-12", "2025-04-14", "2025-04-17", "2025-04-21", "2025-04-26", "2025-05-02")


def talked(*days: str) -> Store:
    """A store with one contact, added on 1 January, and conversations on these days."""
    store = new_store()
    execute = store.db.execute
    execute("INSERT INTO contact (name, key, slug, created_on) VALUES ('a', 'a', 'a', '2026-01-01')")
    for day in days:
        id = execute("INSERT INTO interaction (occurred_on) VALUES (?)", (day,)).lastrowid
        execute("INSERT INTO participant (interaction_id, contact_id) VALUES (?, 1)", (id,))
    return store


@pytest.mark.parametrize(
    ("days", "twice"),
    [
        (("2026-01-01",), None),
        (("2026-01-01", "2026-01-01"), None),
        (("2026-01-01", "2026-01-11"), 20),
        (("2026-01-01", "2026-01-11", "2026-01-14"), 13),
        (("2025-01-01", *GROWING[:5]), 6),  # gaps of 100 1 2 3 4
        (("2025-01-01", *GROWING[:6]), 7),  # gaps of 100 1 2 3 4 5
        (("2025-01-01", *GROWING), 7),  # the gap of 100 is the seventh from the end: only 1 2 3 4 5 6 count
    ],
)
def test_the_median_of_the_last_six_gaps(days: tuple[str, ...], twice: int | None) -> None:
    """Twice the median, of distinct days, of at most the last six gaps; none for a single day."""
    assert talked(*days).db.execute("SELECT gap_twice FROM figure").fetchone() == (twice,)


@pytest.mark.parametrize(
    ("clock_from", "starts_on", "base_on"),
    [
        (None, None, "2026-03-01"),
        ("2026-02-28", None, "2026-03-01"),
        ("2026-03-01", None, "2026-03-01"),
        ("2026-03-02", "2026-04-01", "2026-03-02"),
    ],
)
def test_a_fresh_start_after_the_last_conversation_waits_for_a_first_one(
    clock_from: str | None, starts_on: str | None, base_on: str
) -> None:
    """The first-due day holds only while nobody was talked to since the clock was started, that day included."""
    store = talked("2026-03-01")
    store.db.execute("UPDATE contact SET first_due = '2026-04-01', clock_from = ?", (clock_from,))
    assert store.db.execute("SELECT starts_on, base_on FROM figure").fetchone() == (starts_on, base_on)


@pytest.mark.parametrize(
    ("channel", "day", "depth", "open_"),
    [
        ("in_person", "2026-06-10", None, True), ("in_person", "2026-06-12", None, True),
        ("in_person", "2026-06-13", None, False), ("in_person", "2026-06-13", 1, True),
        ("email", "2026-06-09", None, True), ("email", "2026-06-10", None, False), ("email", "2026-06-12", 2, False),
        ("email", "2026-06-11", 1, True), ("chat", "2026-06-10", None, False), ("call", "2026-06-10", None, False),
        ("video", "2026-06-10", None, False), ("event", "2026-06-12", None, True), ("letter", "2026-06-12", None, True),
        ("letter", "2026-06-13", None, False),
    ],
)  # fmt: skip
def test_what_follows_a_meeting_up(channel: str, day: str, depth: int | None, *, open_: bool) -> None:
    """A conversation after the event's last day, or a message from its first day on; neither the meeting itself nor a
    mere like."""
    store = talked()
    execute = store.db.execute
    execute("INSERT INTO event (name, key, starts_on, ends_on) VALUES ('e', 'e', '2026-06-10', '2026-06-12')")
    execute("INSERT INTO attendance (event_id, contact_id, follow_up) VALUES (1, 1, 1)")
    assert meetings(store) == [("2026-06-12", 1, 1)]
    execute("INSERT INTO interaction (occurred_on, channel, depth) VALUES (?, ?, ?)", (day, channel, depth))
    execute("INSERT INTO participant (interaction_id, contact_id) VALUES (1, 1)")
    assert (meetings(store) != []) is open_


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "last"),
    [("2026-06-10", None, "2026-06-10"), (None, "2026-06-12", "2026-06-12"), (None, None, "2026-06-01")],
)
def test_events_of_one_day_or_without_days(starts_on: str | None, ends_on: str | None, last: str) -> None:
    """An event with one day is of that day, one without any of the day on which it was written down."""
    store = talked()
    values = (starts_on, ends_on)
    store.db.execute(
        "INSERT INTO event (name, key, created_on, starts_on, ends_on) VALUES ('e', 'e', '2026-06-01', ?, ?)", values
    )
    store.db.execute("INSERT INTO attendance (event_id, contact_id, follow_up) VALUES (1, 1, 1)")
    assert meetings(store) == [(last, 1, 1)]


def test_an_agreement_counts_whoever_set_the_days() -> None:
    """The rhythm of a mentor is an agreement's, with the days set by hand where there are some, never without any."""
    store = talked("2026-03-01")
    store.db.execute("INSERT INTO mentor_agreement (contact_id, every_days) VALUES (1, 45)")
    found = []
    for every, circle in ((None, None), (21, None), (21, "close"), (None, "inner"), (0, "close")):
        store.db.execute("UPDATE contact SET every_days = ?, circle = ?", (every, circle))
        found += store.db.execute("SELECT rhythm FROM figure").fetchone()
    assert found == ["mentor:45:", "mentor:21:", "mentor:21:close", "mentor:45:inner", None]
