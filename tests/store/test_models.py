"""SQLModel sessions: read-only for notebooks, part of a step for whole-store work, and never loaded by accident."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import select

from lnet.errors import FileError, StoreError
from lnet.store import session
from lnet.store.connect import Store
from lnet.store.journal import entries, step
from lnet.store.reversal import undo
from lnet.store.tables import Contact, Interaction, Nickname, Participant
from tests.conftest import TODAY


def ada() -> Contact:
    return Contact(name="Ada", key="ada", slug="ada", created_on=TODAY, aims=["relational algebra"], extra={"x": [1]})


def test_a_session_inside_a_step_is_part_of_it(store: Store) -> None:
    """What it writes is committed and journalled with the step, and undone with it."""
    with step(store, "import") as open_:
        with session(store) as opened:
            contact = ada()
            opened.add(contact)
            opened.flush()
            opened.add(Nickname(contact_id=contact.id or 0, name="A", key="a"))
        open_.db.execute("UPDATE contact SET note = 'n'")
    (entry,) = entries(store)
    assert (entry.kind, entry.changes) == ("do", 2)
    with session(store) as opened:
        (read,) = opened.exec(select(Contact)).all()
        assert (read.name, read.note, read.aims, read.extra, read.created_on) == (
            "Ada", "n", ["relational algebra"], {"x": [1]}, TODAY,
        )  # fmt: skip
        assert read.uid[14] == "7"
    undo(store)
    assert store.db.execute("SELECT count(*) FROM contact").fetchone() == (0,)


def test_a_session_cannot_end_the_step_it_is_part_of(store: Store) -> None:
    """A commit in the session commits nothing yet: an error later in the step takes all of it back."""
    with pytest.raises(sqlite3.IntegrityError), step(store, "import"):
        commit_then_fail(store)
    assert store.db.execute("SELECT (SELECT count(*) FROM contact) + (SELECT count(*) FROM step)").fetchone() == (0,)


def commit_then_fail(store: Store) -> None:
    with session(store) as opened:
        opened.add(ada())
        opened.commit()
    store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('a', 'a', 'ada')")


def test_a_rollback_in_a_session_leaves_the_rest_of_the_step(store: Store) -> None:
    """What the session did is taken back; what the step did before it is stored."""
    with step(store, "import") as open_:
        open_.db.execute("INSERT INTO contact (name, key, slug) VALUES ('bob', 'bob', 'bob')")
        with session(store) as opened:
            opened.add(ada())
            opened.flush()
            opened.rollback()
    assert store.db.execute("SELECT slug FROM contact").fetchall() == [("bob",)]


@pytest.mark.parametrize("named", ["store", "path", "text"])
def test_a_session_outside_a_step_only_reads(store: Store, named: str) -> None:
    """Of an open store or of a file, in a notebook: the database itself refuses a change."""
    with step(store, "seed"), session(store) as opened:
        opened.add(ada())
    sources: dict[str, Store | Path | str] = {"store": store, "path": store.path, "text": str(store.path)}
    with session(sources[named]) as opened:
        contact = opened.exec(select(Contact)).one()
        contact.note = "changed"
        with pytest.raises(OperationalError, match="readonly"):
            opened.commit()
    assert store.db.execute("SELECT note FROM contact").fetchone() == (None,)


def test_a_session_that_reads_keeps_nobody_from_writing(store: Store) -> None:
    """No lock is held between two statements of a notebook."""
    with session(store.path) as opened:
        assert opened.exec(select(Contact)).all() == []
        with step(store, "seed"):
            store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('bob', 'bob', 'bob')")
        assert [contact.name for contact in opened.exec(select(Contact)).all()] == ["bob"]


def test_links_are_checked_in_a_session_too(store: Store) -> None:
    """Foreign keys hold: a participant of nothing is refused."""
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), step(store, "x"), session(store) as opened:
        opened.add_all([Interaction(occurred_on=TODAY), Participant(interaction_id=99, contact_id=99)])
    assert entries(store) == []


@pytest.mark.parametrize(("content", "error"), [(None, FileError), (b"", StoreError), (b"text" * 999, StoreError)])
def test_a_session_of_what_is_no_store(tmp_path: Path, content: bytes | None, error: type[Exception]) -> None:
    """A missing file is not made; a foreign one is refused as everywhere."""
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error), session(path):
        pass
    assert path.exists() == (content is not None)


def test_the_store_loads_no_models_until_they_are_asked_for() -> None:
    """`import lnet.store` costs nothing; `lnet.store.session` loads SQLModel."""
    loaded = "print('sqlmodel' in sys.modules)"
    code = f"import sys, lnet.store; {loaded}; lnet.store.session; {loaded}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.stdout.split() == ["False", "True"], ran.stderr


def test_the_store_has_no_other_names() -> None:
    """A misspelt name is an AttributeError, as of any module."""
    import lnet.store

    with pytest.raises(AttributeError, match="no attribute 'sesion'"):
        _ = lnet.store.sesion
