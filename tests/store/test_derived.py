"""Figures and search index are at every moment what a rebuild would make of the data."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.store import derived
from lnet.store.connect import Store
from lnet.store.journal import step
from tests.examples import examples
from tests.store.content import content
from tests.store.edits import TABLES, Edit, carry_out, edits
from tests.store.memory import new_store

KINDS = ("contact", "interaction", "goal", "participant", "interaction_topic", "nickname", "goal_topic")
PEOPLE = [Edit("insert", table, number) for number in range(0, 60, 7) for table in KINDS]


def index(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is derived: the figures, the timelines, the words of names, the full-text index."""
    return {name: rows for name, rows in content(store.db).items() if name == "figure" or name.startswith("search")}


def differences(store: Store) -> dict[str, tuple[object, object]]:
    """What a rebuild changes, by table: what was there alone, and what is there alone afterwards."""
    before = index(store)
    derived.refill(store.db)
    after = index(store)
    return {
        name: (sorted(set(before[name]) - set(after[name])), sorted(set(after[name]) - set(before[name])))
        for name in before
        if before[name] != after[name]
    }


@cache
def peopled() -> bytes:
    """The bytes of a store with people and what hangs on them."""
    store = new_store()
    for edit in PEOPLE:
        carry_out(store.db, edit)
    return store.db.serialize()


@examples(120)
@given(st.lists(edits, max_size=40))
def test_what_is_derived_equals_a_rebuild(history: list[Edit]) -> None:
    """After any inserts, updates (also of links) and deletes, figures and index are those of a rebuild."""
    store = new_store(peopled())
    for edit in history:
        carry_out(store.db, edit)
    assert differences(store) == {}


@examples(60)
@given(st.lists(edits, max_size=30))
def test_what_is_derived_survives_a_shell_without_foreign_keys(history: list[Edit]) -> None:
    """Also where deletes leave orphans behind (foreign keys are off in a SQLite shell) a later insert never fails."""
    store = new_store(peopled())
    store.db.execute("PRAGMA foreign_keys = OFF")
    for edit in history:
        carry_out(store.db, edit)
    assert differences(store) == {}


def test_what_is_derived_can_be_dropped_and_made_again() -> None:
    """`drop` leaves data and journal alone; `rebuild` brings back every object and every row of what is derived."""
    store = new_store()
    for edit in PEOPLE + [Edit("insert", table, 5) for table in TABLES]:
        carry_out(store.db, edit)
    before, schema = content(store.db), "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
    objects = store.db.execute(schema).fetchall()
    with step(store, "doctor"):
        derived.drop(store.db)
        left = {name for (name,) in store.db.execute("SELECT name FROM sqlite_master WHERE type <> 'index'")}
        assert left == {*TABLES, "step", "change", "device", "alembic_version", "sqlite_sequence"}
        derived.rebuild(store.db)
    assert store.db.execute(schema).fetchall() == objects
    after = content(store.db)
    for name in ("step", "sqlite_sequence"):  # the step itself
        del before[name], after[name]
    assert after == before


@pytest.mark.parametrize(
    ("script", "parts"),
    [
        ("", []),
        ("SELECT 1;\nSELECT 2;\n", ["SELECT 1;\n", "SELECT 2;\n"]),
        ("-- why;\nSELECT ';\n';\n", ["-- why;\nSELECT ';\n';\n"]),
        (
            "CREATE TRIGGER t AFTER INSERT ON x BEGIN\n  SELECT 1;\nEND;\nSELECT 2",
            ["CREATE TRIGGER t AFTER INSERT ON x BEGIN\n  SELECT 1;\nEND;\n", "SELECT 2"],
        ),
    ],
)
def test_a_script_is_split_where_its_statements_end(script: str, parts: list[str]) -> None:
    """Triggers, strings and comments keep their semicolons; a last statement needs none."""
    assert list(derived.statements(script)) == parts
