"""The journal: every change is in it, whoever made it, and every step goes back and forth exactly."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.errors import BadInputError, ConflictError, FileError, NotFoundError
from lnet.store import journal, reversal
from lnet.store.connect import Store
from lnet.store.journal import entries, find_entry, step
from lnet.store.reversal import redo, undo
from tests.examples import examples
from tests.store.content import data
from tests.store.edits import TABLES, Edit, carry_out, edits
from tests.store.memory import new_store


@cache
def peopled() -> bytes:
    """A store with some rows in every table, made in one step."""
    store = new_store()
    do(store, [Edit("insert", table, number) for number in (3, 8, 15) for table in TABLES])
    assert all(store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES)
    return store.db.serialize()


def do(store: Store, history: Sequence[Edit]) -> int:
    """Carry out several edits as one step; gives back its number."""
    with step(store, "edit") as open_:
        for edit in history:
            carry_out(store.db, edit)
    return open_.id


def add(store: Store, name: str) -> int:
    """Add a contact as a step of its own; gives back the number of the step."""
    with step(store, "contact add", name) as open_:
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES (?1, ?1, ?1)", (name,))
    return open_.id


# --- what is journalled -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("with_step", [True, False])
def test_every_change_of_every_table_is_journalled_whole(table: str, with_step: bool) -> None:
    """An insert, an update and a delete leave the whole row before and after, inside a step or from outside."""
    store = new_store(peopled())
    db = store.db
    row = f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1"
    before, same = whole(db, row), f"WHERE id = (SELECT max(id) FROM {table})"
    if with_step:
        db.execute("BEGIN")
        journal.open_step(store, "x", "", "do", None)
    db.execute(f"UPDATE {table} SET updated_at = 'later' {same}")
    assert last(db)[1:] == (table, before["uid"], before, before | {"updated_at": "later"})
    db.execute(f"DELETE FROM {table} {same}")
    assert (table, before["uid"], before | {"updated_at": "later"}, None) in changes(db)
    again = before | {"id": 9999, "uid": "new"}
    names = ", ".join(f'"{name}"' for name in again)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(again))})", tuple(again.values()))
    assert last(db) == ("do" if with_step else "external", table, "new", None, again)


def whole(db: sqlite3.Connection, query: str) -> dict[str, object]:
    """One row with the names of its columns."""
    cursor = db.execute(query)
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))


def changes(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """What the journal holds: table, uid, row before, row after."""
    rows = db.execute("SELECT tbl, row_uid, before, after FROM change ORDER BY id")
    return [(tbl, uid, before and json.loads(before), after and json.loads(after)) for tbl, uid, before, after in rows]


def last(db: sqlite3.Connection) -> tuple[object, ...]:
    """The kind of the newest step, and the newest change."""
    return (db.execute("SELECT kind FROM step ORDER BY id DESC LIMIT 1").fetchone()[0], *changes(db)[-1])


def test_a_step_is_stored_even_if_it_changes_nothing(store: Store) -> None:
    """A writing command always leaves a step, with its command, words, day and device."""
    with step(store, "contact edit", "ada"):
        pass
    (entry,) = entries(store)
    assert (entry.command, entry.words, entry.day, entry.kind) == ("contact edit", "ada", "2026-06-15", "do")
    assert entry.changes == 0
    row = "SELECT open, digest IS NOT NULL, device_id FROM step"
    assert store.db.execute(row).fetchall() == [(0, 1, 1)]
    assert undo(store).target.step == entry.step


def test_a_step_that_fails_or_is_a_dry_run_leaves_nothing(store: Store) -> None:
    """An error inside a step takes back all of it, the step too; `keep=False` does so without an error."""
    before = data(store.db)
    with pytest.raises(sqlite3.IntegrityError), step(store, "x"):
        store.db.executemany("INSERT INTO contact (name, key, slug) VALUES (?1, ?1, ?1)", [("a",), ("a",)])
    with step(store, "x", keep=False):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('a', 'a', 'a')")
    assert data(store.db) == before
    assert entries(store) == []


def test_the_digest_seals_the_changes_of_a_step(store: Store) -> None:
    """Whoever alters a change afterwards is found out."""
    number = add(store, "ada")
    sealed = store.db.execute("SELECT digest FROM step").fetchone()[0]
    assert journal.digest(store.db, number) == sealed
    store.db.execute("UPDATE change SET after = replace(after, 'ada', 'bob')")
    assert journal.digest(store.db, number) != sealed


def test_changes_of_other_programs_stand_in_steps_of_their_own(store: Store) -> None:
    """A plain connection's changes come together in one step called external, until lnet makes the next one."""
    add(store, "ada")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as shell:
        shell.execute("UPDATE contact SET note = 'one'")
        shell.execute("UPDATE contact SET note = 'two'")
        add(store, "bob")
        shell.execute("DELETE FROM contact WHERE slug = 'ada'")
    assert [(entry.kind, entry.changes) for entry in entries(store)] == [
        ("external", 1), ("do", 1), ("external", 1), ("do", 1),
    ]  # fmt: skip
    before = data(store.db)
    undo(store)
    assert store.db.execute("SELECT slug, note FROM contact ORDER BY id").fetchall() == [("ada", "two"), ("bob", None)]
    redo(store)
    assert data(store.db) == before


class LastSyncFails(sqlite3.Connection):
    """A connection whose next commit is reported to have failed when its data is in the file."""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        done = super().execute(sql, *values)  # type: ignore[arg-type]  # what it is given
        if sql == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return done


@pytest.mark.parametrize("again", [True, False])
def test_a_commit_of_which_only_the_last_sync_failed_is_one(
    store: Store, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    """The sync is tried again; if that fails, too, it is said that all is stored, which may not survive a power cut."""

    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    store.db.close()
    store.db = sqlite3.connect(store.path, isolation_level=None, factory=LastSyncFails)
    monkeypatch.setattr("os.fsync", (lambda _: None) if again else fail)
    if again:
        assert add(store, "ada") == 1
    else:
        with pytest.raises(FileError) as refused:
            add(store, "ada")
        assert refused.value.hint == "step 1 is stored all the same, but might not survive a power cut"
    assert store.stored == 1
    assert store.db.execute("SELECT name FROM contact").fetchall() == [("ada",)]


def test_a_commit_that_failed_is_none(store: Store) -> None:
    """A reader is in the way: SQLite's own error, and nothing is stored."""
    store.db.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM contact").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            add(store, "ada")
    assert store.stored is None
    assert store.db.execute("SELECT count(*) FROM step").fetchone() == (0,)


# --- back and forth ---------------------------------------------------------------------------------------------


@examples(40)
@given(st.lists(st.lists(edits, min_size=1, max_size=6), min_size=1, max_size=8))
def test_undo_goes_back_and_redo_forth_exactly(history: list[list[Edit]]) -> None:
    """Each undo leaves every row, link, timestamp, figure and index entry as before its step; each redo as after it."""
    store = new_store(peopled())
    states = [data(store.db)]
    for edit in history:
        do(store, edit)
        states.append(data(store.db))
    for number, state in reversed(list(enumerate(states[:-1], start=2))):
        assert undo(store).target.step == number
        assert data(store.db) == state
    for number, state in enumerate(states[1:], start=2):
        assert redo(store).target.step == number
        assert data(store.db) == state
    with pytest.raises(BadInputError, match="nothing to redo"):
        redo(store)


@examples(60)
@given(st.lists(st.lists(edits, min_size=1, max_size=4), min_size=2, max_size=8), st.integers(0, 100))
def test_any_step_is_undone_without_side_effects_or_refused(history: list[list[Edit]], which: int) -> None:
    """Undo of an earlier step either names a later one and changes nothing, or redo brings all of it back."""
    store = new_store(peopled())
    numbers = [do(store, edit) for edit in history]
    before, number = data(store.db), numbers[which % len(numbers)]
    touched = {(tbl, uid) for tbl, uid in rows_of(store, number)}
    try:
        done = undo(store, number)
    except ConflictError as error:
        refused = error.message
    else:
        refused = ""
        assert done.step is not None
        assert {(tbl, uid) for tbl, uid in rows_of(store, done.step)} <= touched
        redo(store, number)
    assert not refused or f"step {number} cannot be reversed: step" in refused
    assert data(store.db) == before


def rows_of(store: Store, number: int) -> list[tuple[str, str]]:
    """The rows that a step touched."""
    return store.db.execute("SELECT tbl, row_uid FROM change WHERE step_id = ?", (number,)).fetchall()


def test_undoing_an_undo_does_the_step_again(store: Store) -> None:
    """The number of an undo, given to undo, is a redo; the number of a redo stands for the step it did again."""
    number = add(store, "ada")
    done = data(store.db)
    first = undo(store)
    again = undo(store, first.step)
    assert (again.kind, again.target.step) == ("redo", number)
    assert data(store.db) == done
    second = undo(store, again.step)
    assert (second.kind, second.target.step) == ("undo", number)
    third = redo(store, second.step)
    assert (third.kind, third.target.step) == ("redo", number)
    assert [entry.undone for entry in entries(store)] == [False] * 5


def test_undo_passes_over_what_is_undone(store: Store) -> None:
    """Three undos take back three steps, not one step three times; then there is nothing left."""
    numbers = [add(store, name) for name in ("ada", "bob", "cyd")]
    assert [undo(store).target.step for _ in numbers] == numbers[::-1]
    with pytest.raises(BadInputError, match="nothing to undo"):
        undo(store)
    assert [redo(store).target.step for _ in numbers] == numbers


def test_an_id_that_was_undone_does_not_come_back(store: Store) -> None:
    """After an undo the next row gets a new id; a redo gives the old row its own."""
    add(store, "ada")
    undo(store)
    add(store, "bob")
    redo(store)
    assert store.db.execute("SELECT slug, id FROM contact ORDER BY id").fetchall() == [("ada", 1), ("bob", 2)]


# --- refusals ---------------------------------------------------------------------------------------------------


def test_a_later_change_of_the_same_row_is_named(store: Store) -> None:
    """Undo of a step whose row was changed later is refused; after an undo of the later one it goes."""
    first = add(store, "ada")
    with step(store, "contact edit", "ada") as later:
        store.db.execute("UPDATE contact SET note = 'x'")
    before = data(store.db)
    with pytest.raises(ConflictError, match=rf"step {first} .* step {later.id} \(contact edit ada\)") as refused:
        undo(store, first)
    assert refused.value.hint == f"lnet undo {later.id} first"
    assert data(store.db) == before
    undo(store)
    undo(store, first)
    assert store.db.execute("SELECT count(*) FROM contact").fetchone() == (0,)


def test_what_leans_on_a_step_keeps_it_from_being_undone(store: Store) -> None:
    """Undoing an added contact would delete a nickname of a later step: refused, and nothing goes."""
    first = add(store, "ada")
    with step(store, "contact edit", "ada --nick a"):
        store.db.execute("INSERT INTO nickname (contact_id, name, key) VALUES (1, 'a', 'a')")
    before = data(store.db)
    with pytest.raises(ConflictError, match="contact edit ada --nick a"):
        undo(store, first)
    assert data(store.db) == before


def test_a_link_that_would_be_cut_keeps_a_step_from_being_undone(store: Store) -> None:
    """Undoing a contact who introduced somebody of a later step would blank that: refused."""
    first = add(store, "ada")
    with step(store, "contact add", "bob"):
        store.db.execute("INSERT INTO contact (name, key, slug, introduced_by) VALUES ('bob', 'bob', 'bob', 1)")
    with pytest.raises(ConflictError, match="contact add bob"):
        undo(store, first)


def test_a_link_to_what_a_later_step_deleted_cannot_come_back(store: Store) -> None:
    """Undoing the removal of a nickname whose contact was deleted since is refused, naming the deletion."""
    with step(store, "contact add", "ada"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('ada', 'ada', 'ada')")
        store.db.execute("INSERT INTO nickname (contact_id, name, key) VALUES (1, 'a', 'a')")
    with step(store, "contact edit", "ada --no-nick a") as removal:
        store.db.execute("DELETE FROM nickname")
    with step(store, "contact delete", "ada"):
        store.db.execute("DELETE FROM contact")
    before = data(store.db)
    with pytest.raises(ConflictError, match="contact delete ada") as refused:
        undo(store, removal.id)
    assert refused.value.hint == "lnet undo 3 first"
    assert data(store.db) == before
    undo(store)
    undo(store, removal.id)
    assert store.db.execute("SELECT name FROM nickname").fetchall() == [("a",)]


def test_what_a_shell_deleted_in_any_order_comes_back(store: Store) -> None:
    """Without foreign keys a shell deletes a contact before its nickname: undo brings both back, exactly."""
    add(store, "ada")
    with step(store, "contact edit"):
        store.db.execute("INSERT INTO nickname (contact_id, name, key) VALUES (1, 'a', 'a')")
    before = data(store.db)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as shell:
        shell.execute("DELETE FROM contact")
        shell.execute("DELETE FROM nickname")
    undo(store)
    assert data(store.db) == before


def test_a_link_that_a_shell_left_hanging_is_no_step_of_ours(store: Store) -> None:
    """A shell took the journal's entry away too: refused without naming a step, with a way to look."""
    add(store, "ada")
    with step(store, "contact edit"):
        store.db.execute("INSERT INTO nickname (contact_id, name, key) VALUES (1, 'a', 'a')")
    with step(store, "contact edit") as removal:
        store.db.execute("DELETE FROM nickname")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as shell:
        shell.execute("DELETE FROM contact")
        shell.execute("DELETE FROM change WHERE step_id > ?", (removal.id,))
    with pytest.raises(ConflictError, match="something it needs is gone"):
        undo(store, removal.id)


def test_a_redo_that_a_later_step_stands_in_the_way_of_is_refused(store: Store) -> None:
    """The row was changed anew after the undo: doing the step again would overwrite that."""
    add(store, "ada")
    with step(store, "contact edit", "first"):
        store.db.execute("UPDATE contact SET note = 'first'")
    undo(store)
    with step(store, "contact edit", "second"):
        store.db.execute("UPDATE contact SET note = 'second'")
    with pytest.raises(ConflictError, match="contact edit second"):
        redo(store, 2)


def test_a_unique_value_that_was_taken_since_is_a_conflict(store: Store) -> None:
    """The slug of an undone contact went to another one: redo is refused in words, not by a constraint."""
    add(store, "ada")
    undo(store)
    add(store, "ada")
    before = data(store.db)
    with pytest.raises(ConflictError, match="step 1 cannot be reversed"):
        redo(store, 1)
    assert data(store.db) == before


@pytest.mark.parametrize(("number", "error"), [(99, NotFoundError), (1, ConflictError)])
def test_numbers_that_are_no_step_or_undone_already(store: Store, number: int, error: type[Exception]) -> None:
    """An unknown number is not found; a step that is undone cannot be undone again, nor one redone that is not."""
    add(store, "ada")
    undo(store)
    with pytest.raises(error):
        undo(store, number)
    redo(store)
    with pytest.raises(error):
        redo(store, number)
    assert find_entry(store, 1).undone is False


def test_two_processes_cannot_undo_the_same_step_twice(store: Store) -> None:
    """The step was looked up, then another process undid it: refused."""
    add(store, "ada")
    target = find_entry(store, 1)
    undo(store)
    with pytest.raises(ConflictError, match="another lnet was faster"):
        reversal.reverse(store, target, "undo")


def test_the_same_rows_in_two_steps_go_back_one_by_one(store: Store) -> None:
    """A step that changed a row twice goes back in one; equal values set later do not stand in the way."""
    add(store, "ada")
    with step(store, "edit") as open_:
        store.db.execute("UPDATE contact SET note = 'a'")
        store.db.execute("UPDATE contact SET note = 'b'")
    with step(store, "edit"):
        store.db.execute("UPDATE contact SET note = 'c'")
        store.db.execute("UPDATE contact SET note = 'b'")
    undo(store, open_.id)
    assert store.db.execute("SELECT note FROM contact").fetchone() == (None,)
