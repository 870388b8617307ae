"""Forgetting: no trace in the data, the journal, the index or the bytes; everything else as it was, and still sound."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.cli.editor import drafts
from lnet.errors import BusyError
from lnet.store.audit import audit
from lnet.store.connect import Store, open_store
from lnet.store.forget.contact import forget
from lnet.store.forget.file import write_anew
from lnet.store.forget.texts_of import journalled_tables, text_columns
from lnet.store.generate import data_tables
from lnet.store.journal import step
from lnet.store.reversal import undo
from tests.cli.answers import data
from tests.conftest import TODAY, Lnet
from tests.examples import examples
from tests.store.content import content
from tests.store.edits import Edit, carry_out, edits

TRACES = (b"quux", b"zoomie", b"zoe@", b"divorce", b"zo\xc3\xa9")


def bytes_of(path: Path) -> bytes:
    """All bytes of the store and of what SQLite leaves beside it, in lower case."""
    return b"".join(each.read_bytes() for each in path.parent.glob("lnet.db*")).lower()


@pytest.fixture
def talked_about(lnet: Lnet) -> Lnet:
    """A store with Zoe in every place that a name can stand in, also in steps that were undone and rows deleted."""
    for words in (
        "contact add 'Ada Lovelace' --note 'met by Zoé Quux, zoe@quux.org'",
        "contact add 'Zoé Quux' --nick Zoomie --email zoe@quux.org --url https://quux.org/zoe --note divorce",
        "log 'coffee with Zoé and Ada about plans; me: ask Quux about it; learned: Zoomie says EXPLAIN first #sql'",
        "log 'call with Zoomie: divorce'",
        "log 'lunch with Ada about Zoé Quux'",
        "goal add 'Learn what Zoé Quux knows' --with zoe-quux --next-step 'If I see Zoomie, then ask'",
        "promise add zoe-quux 'help with the divorce'",
        "promise delete p2",
        "feedback receive zoe-quux 'be kind' --situation 'at Quux Ltd'",
        "contact mentor zoe-quux --purpose 'divorce'",
        "snooze zoe-quux 2w",
        "undo",
        "log 'chat with Zoé about divorce'",
        "undo",
        "contact add 'Zoé Zimmer'",
    ):
        ran = lnet(words)
        assert ran.status == 0, (words, ran.out, ran.err)
    return lnet


def test_drafts_that_were_kept_hold_no_trace(talked_about: Lnet) -> None:
    """They stay, without the name and the address; another's draft stays as it is, also one that is no text."""
    folder = drafts()
    folder.mkdir(parents=True)
    theirs, other = folder / "lnet-a.txt", folder / "lnet-b.txt"
    theirs.write_bytes(b"coffee with Zo\xc3\xa9 Quux on 2026-02-30, or zoe@quux.org\r\n")
    other.write_bytes(b"coffee with Ada \xff\x00\r\n")
    assert talked_about("forget zoe-quux --yes").status == 0
    assert theirs.read_bytes().decode() == "coffee with ‹forgotten› on 2026-02-30, or ‹forgotten›\r\n"
    assert theirs.stat().st_mode & 0o777 == 0o600
    assert other.read_bytes() == b"coffee with Ada \xff\x00\r\n"
    assert sorted(folder.iterdir()) == [theirs, other]


def test_no_trace_is_left(talked_about: Lnet, home: Path) -> None:
    """In the bytes of the store nothing of name, nickname, address or of what only they took part in."""
    assert all(trace in bytes_of(home / "lnet.db") for trace in TRACES)
    assert talked_about("followups").status == 0
    assert talked_about("forget zoe-quux --yes").status == 0
    left = bytes_of(home / "lnet.db").replace("zoé zimmer".encode(), b"").replace(b"zoe-zimmer", b"")
    assert [trace for trace in TRACES[:4] if trace in left] == []
    with closing(sqlite3.connect(home / "lnet.db", isolation_level=None)) as db:
        assert list(audit(db)) == []


def test_others_keep_what_is_theirs(talked_about: Lnet) -> None:
    """Conversations with others stay, with the name replaced; a namesake keeps their name."""
    talked_about("forget zoe-quux --yes")
    talks = data(talked_about, "interaction", "list")
    assert [talk["summary"] for talk in talks] == [
        "lunch with Ada about ‹forgotten›",
        "coffee with ‹forgotten› and Ada about plans",
    ]
    assert [each["name"] for each in talks[1]["participants"]] == ["Ada Lovelace"]
    assert data(talked_about, "contact", "show", "ada")["note"] == "met by ‹forgotten›, ‹forgotten›"
    assert data(talked_about, "goal", "list")[0]["title"] == "Learn what ‹forgotten› knows"
    assert data(talked_about, "contact", "show", "zoe")["name"] == "Zoé Zimmer"
    assert "‹forgotten› says EXPLAIN first" in talked_about("insight list").out


def test_it_cannot_be_undone_but_the_rest_can(talked_about: Lnet, home: Path) -> None:
    """Its step is passed over, its number refused; a step before it is undone without bringing anything back."""
    talked_about("forget zoe-quux --yes")
    assert "Undid step 15: contact add Zoé Zimmer" in talked_about("undo").out
    number = str(data(talked_about, "history")[1]["step"])
    refused = talked_about("undo", number)
    assert (refused.status, refused.err[:41]) == (4, "lnet: what was forgotten cannot come back")
    assert talked_about("undo 5").status == 0  # lunch with Ada
    assert b"quux" not in bytes_of(home / "lnet.db")


def test_a_script_must_say_yes(talked_about: Lnet, home: Path) -> None:
    """Nothing is forgotten by accident."""
    before = (home / "lnet.db").read_bytes()
    assert talked_about("forget zoe-quux").status == 2
    assert talked_about("forget zoe-quux --json").status == 2
    assert talked_about("forget nobody --yes").status == 3
    assert (home / "lnet.db").read_bytes() == before


def test_backups_that_hold_them_are_named_and_rewritten(talked_about: Lnet, home: Path) -> None:
    """Named, and with --backups written anew without them."""
    talked_about("backup")
    plain = data(talked_about, "forget", "ada", "--yes")
    assert len(plain["backups"]) == 1
    thorough = data(talked_about, "forget", "zoe-quux", "--yes", "--backups")
    assert (thorough["backups"], thorough["rewritten"]) == ([], plain["backups"])
    kept = (home / "backups" / plain["backups"][0]).read_bytes().lower()
    assert b"quux" not in kept
    assert b"lovelace" in kept
    assert talked_about("restore", plain["backups"][0]).status == 0
    assert talked_about("doctor").status == 0


def test_the_state_file_is_emptied(talked_about: Lnet, home: Path) -> None:
    """The list seen today holds uids, and is gone all the same."""
    seen = home / ".local" / "state" / "lnet" / "seen.json"
    seen.parent.mkdir(parents=True)
    seen.write_text(json.dumps({str(home / "lnet.db"): {"day": "2026-06-15", "uids": ["x"]}}))
    talked_about("forget zoe-quux --yes")
    assert not seen.exists()


def test_every_journalled_table_is_looked_through() -> None:
    """The tables come from the journal's script, the columns from the schema."""
    assert sorted(journalled_tables()) == sorted(table.name for table in data_tables())
    assert set(text_columns()) == set(journalled_tables())
    assert {"summary", "note", "their_words"} <= set(text_columns()["interaction"])
    assert "status" not in text_columns()["goal"]


@examples(30)
@given(history=st.lists(st.lists(edits, min_size=1, max_size=4), max_size=6), undone=st.booleans())
def test_whatever_the_history_it_stays_sound(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[Edit]], undone: bool
) -> None:
    """After any edits of any tables: the person is gone, the journal agrees, and nobody else's rows are lost."""
    store = open_store(tmp_path_factory.mktemp("any") / "lnet.db", TODAY)
    with closing(store):
        with step(store, "contact add", "Quux"):
            store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Zoe Quux', 'zoe quux', 'zoe-quux')")
        for some in history:
            with step(store, "edit", "of Zoe Quux"):
                for each in some:
                    carry_out(store.db, each)
        if undone and history:
            undo(store)
        found = store.db.execute("SELECT id FROM contact WHERE name = 'Zoe Quux'").fetchone()
        if found:
            people = store.db.execute("SELECT count(*) FROM contact").fetchone()[0]
            forget(store, found[0])
            assert store.db.execute("SELECT count(*) FROM contact").fetchone()[0] == people - 1
            assert [each for each in audit(store.db) if each.cure != "keys"] == []
            assert "quux" not in repr(content(store.db)).casefold()


def test_a_failure_leaves_everything_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it is one transaction."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Ada', 'ada', 'ada')")
    before = content(store.db)
    monkeypatch.setattr("lnet.store.forget.journal.digest", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        forget(store, 1)
    assert content(store.db) == before


def test_what_was_interrupted_is_finished_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after the commit: an audit says so until the file is written anew, which leaves the journal sealed."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Ada', 'ada', 'ada')")
    with monkeypatch.context() as stopped:
        stopped.setattr("lnet.store.forget.contact.write_anew", lambda _: None)
        forget(store, 1)
    assert [each.cure for each in audit(store.db)] == ["traces"]
    write_anew(store)
    assert list(audit(store.db)) == []
    assert store.db.execute("SELECT words FROM step WHERE command = 'forget'").fetchall() == [("",)]


def test_a_file_that_cannot_be_written_anew_is_told(store: Store) -> None:
    """Somebody is reading: the error says that they are forgotten, and what takes away the rest."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Ada', 'ada', 'ada')")
    store.db.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError) as refused:
            write_anew(store)
    assert "they are forgotten all the same" in refused.value.hint
