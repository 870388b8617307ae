"""lnet JSON: what goes out comes back in as it was."""

import contextlib
import sqlite3
from collections.abc import Sequence
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lnet.domain.names import slug
from lnet.exchange import json_lines
from lnet.exchange.formats import read
from lnet.exchange.lossless import chunks
from lnet.exchange.source import Source
from lnet.services.imports import Report, bring_in
from lnet.store.audit.keys import wrong_keys
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.reversal import undo
from tests.cli.seeds import person
from tests.conftest import TODAY
from tests.examples import examples
from tests.store import edits
from tests.store.content import JOURNAL, content
from tests.store.edits import Edit
from tests.store.memory import new_store

BOOKKEEPING = (*JOURNAL, "device", "provenance")


def exported(store: Store) -> str:
    """The store as lnet JSON."""
    return "".join(chunks(store))


def source(text: str | bytes) -> Source:
    """A file with this content."""
    return Source("network.json", text.encode() if isinstance(text, str) else text, TODAY)


def bring(store: Store, text: str) -> Report:
    """Import a text into a store."""
    return bring_in(store, [read(source(text))])


def told(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that an export is to carry over: rows, figures, search index."""
    return content(store.db, without=BOOKKEEPING)


def drawn(chosen: Sequence[Edit]) -> Store:
    """A store after these edits, as lnet itself would have left it: slugs and keys are its own, and no text has NUL."""
    store = new_store()
    with step(store, "edits"), mock.patch.object(edits, "WORDS", [word for word in edits.WORDS if "\0" not in word]):
        for edit in chosen:
            edits.carry_out(store.db, edit)
        for table in ("contact", "slug_alias"):
            for id, held in store.db.execute(f"SELECT id, slug FROM {table}").fetchall():
                store.db.execute(f"UPDATE {table} SET slug = ? WHERE id = ?", (f"{slug(held)}-{id}".strip("-"), id))
        for table, wrong in wrong_keys(store.db).items():
            for id, right in wrong.items():
                with contextlib.suppress(sqlite3.IntegrityError):
                    store.db.execute(f'UPDATE {table} SET "key" = ? WHERE id = ?', (right, id))
    return store


networks = st.lists(edits.edits, min_size=1, max_size=40).map(drawn)


def comes_back(store: Store) -> None:
    """What is exported comes back equal, the same file again changes nothing, and undo leaves an empty store."""
    text = exported(store)
    other = new_store()
    report = bring(other, text)
    assert (report.rejected, report.problems) == (0, ())
    assert told(other) == told(store)
    again = bring(other, text)
    assert (again.added, again.merged, again.rejected, again.interactions, again.problems) == (0, 0, 0, 0, ())
    assert told(other) == told(store)
    undo(other)
    undo(other)
    assert told(other) == told(new_store())


@pytest.mark.parametrize("character", "\x7f\x9b\u200b\u202e\u2060\u2065\u2066\u206a\u206f\ufeff\ufff9\ufffb")
def test_what_steers_a_terminal_or_hides_is_written_in_plain_letters(character: str) -> None:
    """As lnet JSON and as JSON lines; it comes back as the character that it was."""
    store = new_store()
    person(store, "Ada Lovelace", organisation=f"E{character}T")
    for text in (exported(store), "".join(json_lines.chunks(store))):
        assert character not in text
        assert f'"E\\u{ord(character):04x}T"' in text
    comes_back(store)


@examples(25)
@given(networks)
def test_any_store_comes_back_as_it_was(store: Store) -> None:
    """Rows, ids, uids, links, times, figures and index of an empty store are those of the store that was exported."""
    comes_back(store)


@pytest.mark.faults
@settings(max_examples=1000)
@given(networks)
def test_a_thousand_stores_come_back_as_they_were(store: Store) -> None:
    """The same of a thousand stores."""
    comes_back(store)
