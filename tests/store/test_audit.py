"""An audit of the store: silent on a sound one, and nothing that changes content escapes it."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.services import demo
from lnet.store import mend
from lnet.store.audit import CHECKS, audit
from lnet.store.connect import Store, open_store
from lnet.store.journal import step
from lnet.store.reversal import undo
from tests.conftest import TODAY
from tests.examples import examples
from tests.store.content import content_of, data
from tests.store.edits import Edit, carry_out, edits


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample network."""
    path = tmp_path_factory.mktemp("sample") / "lnet.db"
    demo.build(path)
    return path


def found(path: Path) -> list[str]:
    """What an audit of the store at `path` says."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        return [each.what for each in audit(db)]


def test_a_sound_store_has_nothing_to_say(sample: Path, store: Store) -> None:
    """Neither an empty store nor one with a year of history."""
    assert found(store.path) == []
    assert found(sample) == []


@examples(25)
@given(history=st.lists(st.lists(edits, min_size=1, max_size=4), max_size=6), undone=st.integers(0, 3))
def test_no_history_of_edits_and_undos_is_called_unsound(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[Edit]], undone: int
) -> None:
    """Whatever was done through steps, an audit agrees with it (but for keys that an outsider did not fold)."""
    store = open_store(tmp_path_factory.mktemp("any") / "lnet.db", TODAY)
    with closing(store):
        for some in history:
            with step(store, "edit"):
                for each in some:
                    carry_out(store.db, each)
        for _ in range(min(undone, len(history))):
            undo(store)
        assert [each for each in audit(store.db) if each.cure != "keys"] == []


def test_each_check_is_told_before_it_is_made(sample: Path, tmp_path: Path) -> None:
    """Of a file that SQLite finds broken only the first is made."""
    told: list[str] = []
    with closing(sqlite3.connect(sample)) as db:
        assert list(audit(db, told.append)) == []
    assert told == [check.what for check in CHECKS]
    told.clear()
    held = bytearray(sample.read_bytes())
    held[8192:40960] = b"\xff" * 32768
    (tmp_path / "broken.db").write_bytes(held)
    with closing(sqlite3.connect(tmp_path / "broken.db")) as db:
        assert list(audit(db, told.append))
    assert told == [CHECKS[0].what]


def test_a_long_history_takes_no_more_statements(store: Store) -> None:
    """Steps and their changes are read in one go, however many there are."""
    counts = []
    for _ in range(2):
        for number in range(10):
            with step(store, "add", str(number)):
                store.db.execute("INSERT INTO goal (title, key) VALUES ('x', 'x')")
        asked: list[str] = []
        store.db.set_trace_callback(asked.append)
        assert list(audit(store.db)) == []
        store.db.set_trace_callback(None)
        counts.append(sum("FROM step" in each or "FROM change" in each for each in asked))
    assert counts[0] == counts[1] > 0


TAMPERINGS = {
    "a row": ("UPDATE contact SET note = 'x' WHERE id = 1", "contact: rows that are not as the journal left them"),
    "a row gone": ("DELETE FROM insight WHERE id = 1", "insight: rows that are not as the journal left them"),
    "a change": (
        "UPDATE change SET after = replace(after, 'Ada', 'Eda') WHERE tbl = 'contact'", "steps that do not match",
    ),
    "a change gone": (
        "DELETE FROM change WHERE id = (SELECT min(id) FROM change WHERE tbl = 'contact')", "steps that do not match",
    ),
    "what a change began with": (
        "UPDATE change SET before = json_set(before, '$.updated_at', 'x') WHERE before IS NOT NULL",
        "changes that do not follow",
    ),
    "the words of a step": ("UPDATE step SET words = 'x' WHERE id = 1", "steps that do not match their digest: 1 (1)"),
    "the day of a step": ("UPDATE step SET day = '2026-01-01' WHERE id = 1", "steps that do not match"),
    "a figure": ("UPDATE figure SET days = days + 1", "figure differs from the data"),
    "the timeline": ("DELETE FROM search_timeline WHERE contact_id = 1", "search_timeline differs from the data"),
    "the index": ("DELETE FROM search WHERE rowid = (SELECT min(rowid) FROM search)", "search differs from the data"),
    "a key": ("UPDATE goal SET title = 'Something else' WHERE id = 1", "goal: 1 cannot be found as they are written"),
}  # fmt: skip


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_what_was_changed_behind_the_journals_back_is_found(sample: Path, tmp_path: Path, tampering: str) -> None:
    """A row, the journal, a step, what is derived: each is told by its kind and table."""
    change, expected = TAMPERINGS[tampering]
    copy = tmp_path / "lnet.db"
    copy.write_bytes(sample.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("BEGIN")
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute(change)
        for _, sql in triggers:
            db.execute(sql)
        db.execute("COMMIT")
    assert any(expected in each for each in found(copy)), found(copy)


def flipped(path: Path, chance: random.Random) -> bool:
    """Flip one bit of the file; whether that changed anything that the store says."""
    before = content_of(path)
    held = bytearray(path.read_bytes())
    held[chance.randrange(100, len(held))] ^= 1 << chance.randrange(8)
    path.write_bytes(held)
    try:
        return content_of(path) != before
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        return True


@pytest.mark.parametrize("seed", range(8))
def test_a_flipped_bit_that_changes_content_is_found(sample: Path, tmp_path: Path, seed: int) -> None:
    """One bit anywhere in the file; hundreds of them in the long run: `pytest -m faults`."""
    copy, chance = tmp_path / "lnet.db", random.Random(seed)  # the same bits in every run
    copy.write_bytes(sample.read_bytes())
    while not flipped(copy, chance):
        copy.write_bytes(sample.read_bytes())
    assert says_something(copy)


@pytest.mark.faults
def test_three_hundred_flipped_bits_are_found(sample: Path, tmp_path: Path) -> None:
    """At least 99 of 100 that change content; prints how many."""
    copy, chance, missed, tried = tmp_path / "lnet.db", random.Random(300), [], 0  # the same bits always
    while tried < 300:
        copy.write_bytes(sample.read_bytes())
        if flipped(copy, chance):
            tried += 1
            missed += [] if says_something(copy) else [tried]
    print(f"{tried} bits flipped, {len(missed)} not found")  # noqa: T201  # the figure is the point
    assert len(missed) <= 3


def says_something(path: Path) -> bool:
    """Whether an audit finds anything, or cannot even begin."""
    try:
        return found(path) != []
    except (sqlite3.Error, UnicodeDecodeError):
        return True


def test_what_follows_from_the_data_is_made_anew(store: Store) -> None:
    """Dropped triggers, indexes and views, wrong figures and a lost index: afterwards it is as if nothing had been."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Ada', 'ada', 'ada')")
    before = data(store.db)
    store.db.executescript(
        "DROP TRIGGER journal_contact_UPDATE; DROP INDEX contact_key; DROP VIEW people; DELETE FROM search;"
        'UPDATE figure SET days = 99; CREATE TRIGGER "s""py" AFTER INSERT ON contact BEGIN SELECT 1; END;'
        'CREATE UNIQUE INDEX "o""ne" ON contact (field)'
    )
    assert {each.cure for each in audit(store.db)} == {"schema"}
    mend.make_anew(store.db)
    assert list(audit(store.db)) == []
    assert data(store.db) == before


def test_names_are_found_again_as_they_are_written(store: Store) -> None:
    """A name changed by another program keeps its old key until it is mended, in a step of its own."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Ada', 'ada', 'ada')")
    store.db.execute("UPDATE contact SET name = 'Grace'")
    assert [each.cure for each in audit(store.db)] == ["keys"]
    mend.set_keys(store)
    assert store.db.execute('SELECT "key" FROM contact').fetchone() == ("grace",)
    assert list(audit(store.db)) == []
