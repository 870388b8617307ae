"""Merging contacts: everything moves, nothing is lost silently, and undo parts them again exactly."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from lnet.domain.one_person import RULES, STAYS
from lnet.errors import BadInputError
from lnet.services.merges import Merged, merge
from lnet.services.names import numbered
from lnet.store import derived
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.reversal import redo, undo
from lnet.store.tables import Row
from lnet.store.write.merge import LINKS, OTHERWISE
from tests.examples import examples
from tests.store.content import content, data
from tests.store.edits import TABLES, Edit, carry_out, edits
from tests.store.memory import new_store

PEOPLE = [Edit("insert", table, number) for number in (3, 9, 15, 22) for table in TABLES]
IMPORTED = """
INSERT INTO provenance (source, source_key, tbl, row_uid, digest) SELECT 'file', id, 'contact', uid, '' FROM contact
"""
# The columns in which a row that both have may differ without any loss: two spellings of one key.
SPELLINGS = {"nickname": {"name"}, "method": {"value"}}


# --- the tables -------------------------------------------------------------------------------------------------


def pointers() -> set[tuple[str, str]]:
    """Every column that points at a contact, by table, as the one description of the data has it."""
    return {
        (table.name, link.parent.name)
        for table in SQLModel.metadata.tables.values()
        for link in table.foreign_keys
        if link.column.table.name == "contact"
    }


def test_no_table_is_forgotten() -> None:
    """Whatever points at a contact is moved."""
    assert {(link.table, "contact_id") for link in LINKS} | set(OTHERWISE) == pointers()


def test_no_column_of_a_link_is_forgotten() -> None:
    """What a row says besides its key is joined where both have one."""
    for link in (each for each in LINKS if each.once):
        own = {column.name for column in SQLModel.metadata.tables[link.table].columns} - set(Row.model_fields)
        kept = {*link.once, *link.said} | SPELLINGS.get(link.table, set())
        assert own == kept | {"contact_id"}, link.table


def test_links_that_are_there_once_say_so() -> None:
    """`once` is the unique constraint of the table, less the person."""
    for link in LINKS:
        found = [
            tuple(name for name, _ in each.columns.items() if name != "contact_id")
            for each in SQLModel.metadata.tables[link.table].constraints
            if isinstance(each, UniqueConstraint) and "contact_id" in each.columns
        ]
        assert found == ([link.once] if link.once else []), link.table


def test_no_column_of_a_contact_is_forgotten() -> None:
    """Each has a rule, or stays as it is."""
    assert {*RULES, *STAYS} == {column.name for column in SQLModel.metadata.tables["contact"].columns}


# --- any network ------------------------------------------------------------------------------------------------


@cache
def peopled() -> bytes:
    """The bytes of a store with four people and something of everything."""
    store = new_store()
    with step(store, "seed"):
        for edit in PEOPLE:
            carry_out(store.db, edit)
    return store.db.serialize()


@examples(40)
@given(st.lists(edits, max_size=40), st.integers(0, 999), st.integers(1, 2))
def test_any_merge_moves_everything_and_is_undone_exactly(history: list[Edit], number: int, others: int) -> None:
    """No row of the others is left, nothing but links that both had is gone, and back it goes, to the last byte."""
    store = new_store(peopled())
    with step(store, "change"):
        for edit in history:
            carry_out(store.db, edit)
        store.db.execute(IMPORTED)
    ids = [id for (id,) in store.db.execute("SELECT id FROM contact ORDER BY id")]
    if len(ids) <= others:
        return
    chosen = [ids[(number + turn) % len(ids)] for turn in range(others + 1)]
    before, counts = data(store.db), sizes(store)
    try:
        result = merge(store, numbered(store, chosen[0]), [numbered(store, id) for id in chosen[1:]])
    except BadInputError:  # a text with a NUL, which only another program can have written
        assert data(store.db) == before
        return
    after = data(store.db)
    assert_gone(store, chosen[1:], dict(before_uids(before, chosen[1:])))
    assert_nothing_lost(result, counts, sizes(store))
    assert derived_differs(store) == {}
    undo(store)
    assert data(store.db) == before
    redo(store)
    assert data(store.db) == after


def sizes(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    return {name: store.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}


def before_uids(before: dict[str, list[tuple[object, ...]]], ids: list[int]) -> list[tuple[object, object]]:
    """The uids of these contacts, by id."""
    return [(row[0], row[1]) for row in before["contact"] if row[0] in ids]


def assert_gone(store: Store, ids: list[int], uids: dict[object, object]) -> None:
    """Nothing points at these contacts any more."""
    for table, column in pointers():
        found = store.db.execute(f"SELECT {column} FROM {table}").fetchall()
        assert not {id for (id,) in found} & set(ids), table
    origins = store.db.execute("SELECT row_uid FROM provenance WHERE tbl = 'contact'").fetchall()
    assert not {uid for (uid,) in origins} & set(uids.values())
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def assert_nothing_lost(result: Merged, before: dict[str, int], after: dict[str, int]) -> None:
    """A table lost as many rows as both had; a nickname and a slug may have come."""
    nouns = {link.noun: link.table for link in LINKS} | {"acquaintances": "acquaintance", "distinct": "distinct_pair"}
    both = {nouns[noun]: number for noun, number in result.both.items()}
    for table in set(TABLES) - {"contact", "mention", "acquaintance", "distinct_pair", "nickname", "slug_alias"}:
        assert after[table] == before[table] - both.get(table, 0), table
    assert after["contact"] == before["contact"] - len(result.others)
    assert before["slug_alias"] <= after["slug_alias"] <= before["slug_alias"] + len(result.others)


def derived_differs(store: Store) -> dict[str, object]:
    """The tables of figures and index that a rebuild would make otherwise."""
    before = content(store.db)
    derived.refill(store.db)
    after = content(store.db)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}
