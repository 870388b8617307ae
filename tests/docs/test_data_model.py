"""docs/data-model.md tells of every table, view and column there is, and its queries answer."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from lnet.services import demo
from lnet.store import tables
from tests.docs.session import TOP

PAGE = (TOP / "docs" / "data-model.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
PROGRAM = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ROW = {"id", "uid", "created_on", "created_at", "updated_at"}
PUBLISHED = {"people", "conversations", "goals", "promises", "feedback_notes", "insights", "events"}
OF_THE_TRIGGERS = {
    "figure_source",
    "figure_refresh",
    "journal",
    "timeline_source",
    "name_source",
    "meeting_source",
}
NO_MODEL = {"figure", "alembic_version"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The sample network, as any SQLite tool opens it, to be read only."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    demo.build(path)
    db = sqlite3.connect(path)
    yield db
    db.close()


def names_in(db: sqlite3.Connection, kind: str) -> set[str]:
    """The tables or views of a store, but for those of SQLite itself and of the search index."""
    found = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))}
    return {name for name in found if not name.startswith(("sqlite_", "search"))}


def columns_of(db: sqlite3.Connection, name: str) -> set[str]:
    """The columns of a table or view."""
    return {column for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", (name,))}


def section(title: str) -> str:
    """The part of the page below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]


def explained(part: str) -> set[str]:
    """What the first cells of a part's table name."""
    cells = re.findall(r"^\| (`[^|]*`) \|", part, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def told() -> dict[str, set[str]]:
    """The tables of the page with the columns told of each."""
    rows = re.findall(r"^\| `(\w+)` \| .* \| ((?:`\w+` ?)+)\|$", PAGE, re.MULTILINE)
    return {name: set(re.findall(r"`(\w+)`", columns)) for name, columns in rows}


def test_every_table_is_told_of_with_its_columns(sample: sqlite3.Connection) -> None:
    """Neither a table nor a column may be added without a word, nor stay on the page when it is gone."""
    assert tables.Change.metadata is SQLModel.metadata
    assert told() == {name: columns_of(sample, name) - ROW for name in names_in(sample, "table") - NO_MODEL}
    assert all(f"`{name}`" in PAGE for name in NO_MODEL)
    assert explained(section("The figures")) == columns_of(sample, "figure")


def test_every_view_is_published_or_named_as_the_triggers_own(sample: sqlite3.Connection) -> None:
    """A view is a promise to whoever reads it, unless the page says otherwise."""
    assert names_in(sample, "view") == PUBLISHED | OF_THE_TRIGGERS
    assert all(f"`{name}`" in PAGE for name in OF_THE_TRIGGERS)


@pytest.mark.parametrize("view", sorted(PUBLISHED))
def test_every_column_of_a_published_view_is_explained(sample: sqlite3.Connection, view: str) -> None:
    """The table below a view's name has each of its columns, and no other."""
    assert explained(section(f"`{view}`")) == columns_of(sample, view) - ROW


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: " ".join(query.split())[:40])
def test_every_query_answers_on_the_sample_network(sample: sqlite3.Connection, query: str) -> None:
    """With the sample's day for today, each finds something."""
    assert sample.execute(query.replace("'now', 'localtime'", f"'{demo.TODAY}'")).fetchall()


def test_the_program_runs(sample: sqlite3.Connection, home: Path) -> None:
    """The lines for a notebook find people."""
    found: dict[str, list[str]] = {}
    (home / "sample.db").write_bytes(sample.serialize())
    exec(PROGRAM[0], found)
    assert found["names"]
