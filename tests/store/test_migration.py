"""An older store becomes what a new one is: whole or not at all, after a backup, with every row and id kept."""

import contextlib
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from lnet.errors import BusyError, FileError, StoreError
from lnet.store import tables
from lnet.store.audit import audit
from lnet.store.check import objects
from lnet.store.connect import APPLICATION_ID, SCHEMA_VERSION, VERSION_TABLE, Store, open_store
from lnet.store.journal import digest, entries, step
from lnet.store.migrate import SCRIPTS, commit, first_of, migrate
from lnet.store.models import lent
from lnet.store.reversal import undo
from tests.conftest import TODAY
from tests.store.content import content, content_of

AFTER = SCHEMA_VERSION + 1
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{next:04}"
down_revision = "{now:04}"

def upgrade():
    op.add_column("contact", sa.Column("pronouns", sa.Text()))
    with op.batch_alter_table("nickname", recreate="always") as batch:
        batch.alter_column("name", new_column_name="called")
    op.execute("UPDATE contact SET pronouns = 'she'")
    {more}
"""


@pytest.fixture
def old(home: Path) -> Path:
    """A store from before the first migration: ours by its mark, and empty."""
    path = home / "old.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return path


@pytest.fixture
def used(store: Store) -> Path:
    """A store of today with somebody in it, and with ids that were deleted."""
    with step(store, "contact add", "Ada") as open_:
        for key in ("ada", "gone"):
            open_.db.execute("INSERT INTO contact (name, key, slug) VALUES (?1, ?1, ?1)", (key,))
            open_.db.execute("INSERT INTO nickname (contact_id, name, key) SELECT max(id), ?1, ?1 FROM contact", (key,))
        open_.db.execute("DELETE FROM contact WHERE name = 'gone'")
    return store.path


def scripts(tmp_path: Path, more: str = "") -> Path:
    """The migrations of a lnet to come, with one more than today."""
    target = tmp_path / "migrations 100%"
    shutil.copytree(SCRIPTS, target, ignore=shutil.ignore_patterns("__pycache__"))
    (target / "versions" / f"{AFTER:04}_next.py").write_text(NEXT.format(more=more, next=AFTER, now=SCHEMA_VERSION))
    return target


def columns(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """The columns of every table, in their order."""
    return db.execute(
        "SELECT m.name, x.* FROM sqlite_master m, pragma_table_xinfo(m.name) x WHERE m.type = 'table' ORDER BY 1, 2"
    ).fetchall()


def test_a_migrated_store_is_a_fresh_one_object_by_object(old: Path, store: Store) -> None:
    """An empty version-0 file migrated to today has the very tables, indexes, triggers and views of a new store."""
    with closing(open_store(old, TODAY)) as opened:
        compare(opened.db, store.db)


def compare(migrated: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Two schemas are one: objects, columns, settings of the file, bookkeeping."""
    assert objects(migrated) == objects(fresh)
    assert columns(migrated) == columns(fresh)
    for setting in ("user_version", "application_id", "journal_mode", "encoding", "auto_vacuum", "page_size"):
        pragma = f"PRAGMA {setting}"
        assert migrated.execute(pragma).fetchone() == fresh.execute(pragma).fetchone()
    rows = "SELECT version_num, (SELECT count(*) FROM device) FROM alembic_version"
    assert migrated.execute(rows).fetchall() == fresh.execute(rows).fetchall() == [(f"{SCHEMA_VERSION:04}", 1)]


@pytest.mark.parametrize("migrated", [False, True])
def test_a_store_agrees_with_the_tables(old: Path, store: Store, migrated: bool) -> None:
    """Alembic finds no difference to SQLModel.metadata in tables, columns, defaults, links and indexes."""
    path = old if migrated else store.path
    open_store(path, TODAY).close()
    options = {"compare_server_default": True, "include_object": lambda thing, name, kind, *_: is_data(kind, name)}
    with create_engine(f"sqlite:///{path}").connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, SQLModel.metadata) == []


def is_data(kind: str, name: str | None) -> bool:
    return kind != "table" or not str(name).startswith(("search", "figure", "alembic"))


@pytest.mark.parametrize("table", sorted(SQLModel.metadata.tables))
def test_a_table_is_strict_counts_its_ids_and_has_the_checks_of_its_model(store: Store, table: str) -> None:
    """What Alembic does not compare: STRICT, AUTOINCREMENT, and every CHECK by name and text."""
    sql = store.db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    assert sql.rstrip().endswith("STRICT")
    assert "PRIMARY KEY AUTOINCREMENT" in sql
    for check in SQLModel.metadata.tables[table].constraints:
        if hasattr(check, "sqltext"):
            assert f"CONSTRAINT {check.name} CHECK ({check.sqltext})" in sql


def test_every_other_table_is_strict_too(store: Store) -> None:
    """STRICT holds for figures, index tables and Alembic's own (the full-text index is none of ours)."""
    lax = store.db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        " AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ).fetchall()
    assert lax == []


def test_the_schema_version_is_the_newest_migration() -> None:
    """user_version and the number of the newest migration go together."""
    assert int(ScriptDirectory(str(SCRIPTS)).get_current_head() or 0) == SCHEMA_VERSION


def test_a_migration_keeps_rows_ids_and_journal(used: Path, store: Store, tmp_path: Path) -> None:
    """Rows, uids, history and the ids that may not come back survive; nothing of the migration is journalled."""
    before, steps = content(store.db), entries(store)
    store.close()
    migrate(used, 1, scripts(tmp_path), AFTER)
    after = content_of(used)
    assert [row[:-1] for row in after.pop("contact")] == before.pop("contact")
    assert after.pop("alembic_version") != before.pop("alembic_version")
    assert after == before
    with closing(sqlite3.connect(used)) as db:
        assert db.execute("SELECT called FROM nickname").fetchall() == [("ada",)]
        assert db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'nickname'").fetchall() == [(2,)]
        assert entries(Store(used, db, TODAY)) == steps


def test_triggers_and_views_work_after_a_migration(used: Path, store: Store, tmp_path: Path) -> None:
    """Figures, index, views and the journal of another program's change are as in a new store."""
    store.close()
    migrate(used, 1, scripts(tmp_path), AFTER)
    with closing(sqlite3.connect(used)) as db:
        db.execute("UPDATE contact SET name = 'Grace', pronouns = 'they'")
        assert db.execute("SELECT text LIKE 'Grace%' FROM search").fetchall() == [(1,)]
        assert db.execute("SELECT name FROM people").fetchall() == [("Grace",)]
        assert db.execute("SELECT kind FROM step ORDER BY id DESC LIMIT 1").fetchall() == [("external",)]


def test_the_store_before_a_migration_is_in_the_backups(used: Path, store: Store, tmp_path: Path) -> None:
    """The backup is the old store whole, 0600 in a directory 0700, named after the store."""
    before = content(store.db)
    store.close()
    made = migrate(used, 1, scripts(tmp_path), AFTER)
    assert made is not None
    assert made.name.startswith("lnet-")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert content_of(made) == before
    assert [path.name for path in made.parent.iterdir()] == [made.name]


@pytest.mark.parametrize(
    "more",
    [
        'raise RuntimeError("half way")',
        'op.execute("INSERT INTO nickname (contact_id, called, key) VALUES (99, 1, 1)")',
    ],
)
def test_a_migration_that_fails_leaves_the_store_alone(used: Path, store: Store, tmp_path: Path, more: str) -> None:
    """Neither a bug in a migration nor a link to nothing changes a byte of the file."""
    store.close()
    before = used.read_bytes()
    with pytest.raises((RuntimeError, StoreError)):
        migrate(used, 1, scripts(tmp_path, more), AFTER)
    assert used.read_bytes() == before


def test_a_migration_killed_half_way_leaves_the_old_store(used: Path, store: Store, tmp_path: Path) -> None:
    """SIGKILL in the middle of a migration, after pages were written: the next reader finds the store as it was."""
    before = content(store.db)
    store.close()
    kill = (
        "import os; op.execute('PRAGMA cache_size = 1');"
        " op.execute('UPDATE contact SET note = hex(zeroblob(1000000))'); os.kill(os.getpid(), 9)"
    )
    code = (
        "import sys; from pathlib import Path; from lnet.store.migrate import migrate\n"
        f"migrate(Path(sys.argv[1]), 1, Path(sys.argv[2]), {AFTER})"
    )
    done = subprocess.run([sys.executable, "-c", code, used, scripts(tmp_path, kill)], capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert used.with_name("lnet.db-journal").stat().st_size > 0
    assert content_of(used) == before


class LastSyncFails(sqlite3.Connection):
    """Commits, and says that it could not."""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement."""
        done = super().execute(sql, *values)  # type: ignore[arg-type]
        if sql == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return done


def test_a_migration_that_is_there_has_not_failed() -> None:
    """The end of the journal could not be synced: it is migrated, and only where it is not the error counts."""
    for version, fails in ((AFTER, False), (AFTER + 1, True)):
        with closing(sqlite3.connect(":memory:", isolation_level=None, factory=LastSyncFails)) as db:
            db.execute("BEGIN")
            db.execute(f"PRAGMA user_version = {AFTER}")
            with pytest.raises(sqlite3.OperationalError) if fails else contextlib.nullcontext():
                commit(db, version)


def test_the_first_error_of_a_migration_is_told() -> None:
    """Alembic clears up after a full disk, and does not find the table that was rolled back: the disk is why."""
    full = sqlite3.OperationalError("database or disk is full")
    wrapped, then = DBAPIError("CREATE", None, full), sqlite3.OperationalError("no such table")
    wrapped.__cause__, then.__context__ = full, wrapped
    assert first_of(then) is full
    assert first_of(wrapped) is full


def test_a_store_that_another_process_has_migrated_is_left_alone(store: Store) -> None:
    """Of two processes that meet an older store the second finds nothing to do, and makes no backup."""
    assert migrate(store.path, 1) is None
    assert not (store.path.parent / "backups").exists()


def before_events(path: Path) -> None:
    """Make of an empty file a store of schema 2, in which Ada was talked to at an event, all in one sealed step."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(VERSION_TABLE)
        with lent(db) as connection:
            config = Config()
            config.set_main_option("script_location", str(SCRIPTS))
            config.attributes["connection"] = connection
            command.upgrade(config, "0002")
        db.execute("INSERT INTO step (day, command, digest) VALUES ('2026-06-15', 'log', '')")
        for table, columns, values in (
            ("contact", "name, key, slug", "'Ada', 'ada', 'ada'"), ("event", "name, key", "'PyCon', 'pycon'"),
            ("interaction", "occurred_on, event_id", "'2026-06-14', 1"),
            ("participant", "interaction_id, contact_id", "1, 1"),
        ):  # fmt: skip
            db.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})")
            names = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
            row = ", ".join(f"'{name}', \"{name}\"" for name in names)
            written = f"INSERT INTO change (step_id, tbl, row_uid, after) SELECT 1, '{table}', uid, json_object({row})"
            db.execute(f"{written} FROM {table}")
        db.execute("UPDATE step SET digest = ?", (digest(db, 1),))
        db.execute("PRAGMA user_version = 2")


def test_who_was_talked_to_at_an_event_was_met_there_as_if_it_had_been_noted(old: Path) -> None:
    """The migration adds it to the step of the conversation: the journal agrees, and one undo takes back both."""
    before_events(old)
    with closing(open_store(old, TODAY)) as store:
        assert store.db.execute("SELECT event_id, contact_id, follow_up FROM attendance").fetchall() == [(1, 1, 0)]
        assert list(audit(store.db)) == []
        undo(store)
        assert store.db.execute("SELECT count(*) FROM attendance").fetchone() == (0,)
        assert list(audit(store.db)) == []


def test_an_older_store_that_is_locked_is_busy(old: Path) -> None:
    """A migration waits for the lock as every writer does, then gives up."""
    with closing(sqlite3.connect(old, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            open_store(old, TODAY, 0.01)


def test_an_older_store_whose_backup_cannot_be_made_is_not_touched(old: Path) -> None:
    """Without a backup no migration: a file stands where the folder would be."""
    (old.parent / "backups").write_text("")
    before = old.read_bytes()
    with pytest.raises(FileError, match="backups"):
        open_store(old, TODAY)
    assert old.read_bytes() == before


def test_the_tables_are_imported_by_a_migration() -> None:
    """Every journalled table is in the metadata that migrations are compared with."""
    assert tables.Row.metadata is SQLModel.metadata
