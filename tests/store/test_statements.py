"""Every SQL statement of the package is prepared against the schema, so that no person meets a misspelt column."""

import ast
import importlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

import lnet
from lnet.store import generate
from lnet.store.connect import SQL_FILES, derived_sql, read_sql
from lnet.store.derived import REFILL_FILES, statements
from lnet.store.read import export
from tests.store.memory import new_store

SOURCE = Path(lnet.__file__).parent
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")
TEMPORARY = re.compile(r"CREATE .* temp\.")
MODULES = sorted(
    ".".join(("lnet", *path.relative_to(SOURCE).with_suffix("").parts))
    for folder in ("store", "services", "cli", "exchange")
    for path in (SOURCE / folder).rglob("*.py")
    if path.name not in ("__init__.py", "env.py", "generate.py") and "versions" not in path.parts
)


def texts(module: ModuleType) -> Iterator[tuple[int, str]]:
    """The statements in a module with their lines: plain texts, and f-strings of names that the module knows.

    An f-string that only a function can fill in is left out (the tests of that function prepare it), and so is what
    only is a part of a longer statement.
    """
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and id(node) not in parts):
            text = value(node, module)
            if isinstance(text, str) and STATEMENT.match(text) and "{" not in text:
                found.append((node.lineno, text))
    return ((line, text) for line, text in found if not any(text != other and text in other for _, other in found))


def with_temporary_tables(module: ModuleType) -> sqlite3.Connection:
    """A new store, and in it the temporary tables that a module makes for itself."""
    db = new_store().db
    for text in vars(module).values():
        if isinstance(text, str) and TEMPORARY.match(text):
            db.execute(text)
    return db


def value(node: ast.expr, module: ModuleType) -> object:
    """What the text is once the module is loaded; None if it takes more than the module to know."""
    try:
        return eval(compile(ast.Expression(node), "", "eval"), dict(vars(module)))
    except NameError:
        return None


def refused(db: sqlite3.Connection, statement: str) -> str:
    """Why SQLite would not take a statement; empty if it would (the number of parameters is no matter here)."""
    try:
        db.execute(f"EXPLAIN {statement}")
    except sqlite3.OperationalError as error:
        return str(error)
    except sqlite3.ProgrammingError:
        return ""
    return ""


@pytest.mark.parametrize("name", MODULES)
def test_the_statements_of_a_module_fit_the_schema(name: str) -> None:
    """Tables, columns and functions of every statement in the module are there."""
    module = importlib.import_module(name)
    db = with_temporary_tables(module)
    found = {line: refused(db, text) for line, text in texts(module)}
    assert {line: why for line, why in found.items() if why} == {}


def test_statements_are_found() -> None:
    """The search sees plain texts and f-strings alike, and refuses a misspelt column."""
    found = [text for name in MODULES for _, text in texts(importlib.import_module(name))]
    assert len(found) > 80
    assert any("json_extract" in text for text in found)
    assert refused(new_store().db, "SELECT nam FROM contact WHERE id = ?") == "no such column: nam"


def test_every_view_can_be_read() -> None:
    """The columns that a view names are looked for only when it is read: each one is there."""
    db = new_store().db
    views = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert {view: db.execute(f'SELECT * FROM "{view}"').fetchall() for view in views} == {view: [] for view in views}


@pytest.mark.parametrize("name", sorted(generate.GENERATED))
def test_what_is_generated_has_not_drifted(name: str) -> None:
    """Each generated file is what the tables say today; else run `python -m lnet.store.generate`."""
    assert (generate.HERE / name).read_text(encoding="utf-8") == generate.GENERATED[name]()


def test_every_sql_file_is_used() -> None:
    """A .sql file that no code reads would be forgotten at the next change."""
    files = {f"sql/{path.name}" for path in (SOURCE / "store" / "sql").glob("*.sql")}
    assert files == {*SQL_FILES, *REFILL_FILES, export.FILE}


def test_the_scripts_split_into_whole_statements() -> None:
    """Each statement of our scripts is complete, so that a migration can run them one by one."""
    for name in (*SQL_FILES, *REFILL_FILES):
        text = (SOURCE / "store" / name).read_text(encoding="utf-8")
        assert all(sqlite3.complete_statement(part) for part in statements(text)), name


def test_each_statement_of_a_script_stands_alone() -> None:
    """Also behind a comment at the end of a line: all of them run one by one, as a migration and a repair run them."""
    assert [*statements("SELECT 1; -- one; of two\n\nSELECT 2;\n")] == ["SELECT 1; -- one; of two\n", "\nSELECT 2;\n"]
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(read_sql("schema.sql"))
        for statement in statements(derived_sql()):
            db.execute(statement)
