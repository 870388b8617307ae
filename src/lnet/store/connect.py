"""The one connection factory: first use, permissions, pragmas, and the guard against foreign and newer files."""

import os
import sqlite3
import stat
from datetime import date
from pathlib import Path
from urllib.parse import quote

from lnet.domain.policy import Policy
from lnet.errors import FileError, StoreError
from lnet.store import faults

APPLICATION_ID = 0x6C6E6574  # "lnet"
SCHEMA_VERSION = 5  # PRAGMA user_version of a store that this code understands; one more with every migration
OLDEST_SQLITE = (3, 38, 0)  # STRICT tables are of 3.37, the ->> of JSON of 3.38
HERE = Path(__file__).parent
# Alembic's own note of where the store stands; made by us, so that it is STRICT as every table is.
VERSION_TABLE = "CREATE TABLE IF NOT EXISTS alembic_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT"
# Bookkeeping and data first, then what is derived from them; views last, they may read everything.
SQL_FILES = ("sql/figures.sql", "sql/search.sql", "sql/links.sql", "sql/journal.sql", "sql/views.sql")


class Store:
    """An open store, on a day, under a policy: what everything below the command line is handed.

    `stored` is the last step that was committed through it: what is true even if the answer cannot be shown.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, today: date, busy_seconds: float = 30.0) -> None:
        self.path = path
        self.db = db
        self.today = today
        self.busy_seconds = busy_seconds
        self.policy = Policy()
        self.phone_region: str | None = None  # whose telephone numbers need no country code: "DE"
        self.stored: int | None = None

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()


def open_store(path: Path, today: date, busy_seconds: float = 30.0) -> Store:
    """The store at `path`, made on first use, migrated if older.

    Raises StoreError for a damaged, foreign or newer file (left untouched), FileError where it cannot be made.
    """
    refuse_an_old_sqlite(sqlite3.sqlite_version_info)
    if not path.exists():
        create(path)
    refuse_what_is_no_file(path)
    store = Store(path, connect(path, busy_seconds), today, busy_seconds)
    try:
        older = schema_version(store.db, path) < SCHEMA_VERSION
        refuse_what_is_cut_short(store.db, path)
        if older:
            store.close()
            upgrade(path, busy_seconds)
            store.db = connect(path, busy_seconds)
    except sqlite3.Error as error:
        store.close()
        raise faults.translate(error, path, busy_seconds) or error from error
    except BaseException:
        store.close()
        raise
    return store


def refuse_an_old_sqlite(version: tuple[int, ...]) -> None:
    """Raise StoreError where Python's SQLite is older than what our tables and queries are written in."""
    if version < OLDEST_SQLITE:
        has, needs = (".".join(map(str, each)) for each in (version, OLDEST_SQLITE))
        raise StoreError(f"this Python has SQLite {has}; lnet needs {needs}", "use a newer Python")


def connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """A connection to an existing file (never creates one), in autocommit: only `step()` begins a transaction."""
    uri = f"file:{quote(bytes(path.absolute()))}?mode=rw"
    try:
        db = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None)
    except sqlite3.OperationalError as error:
        reason = "it cannot be opened" if os.access(path, os.R_OK) else "no permission"
        raise FileError(str(path), reason, doing="open") from error
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")  # once: it makes SQLite prepare all statements anew
    return db


def prepare_to_write(db: sqlite3.Connection) -> None:
    """The pragmas of a writer; a reader does without them.

    TRUNCATE with EXTRA lost nothing in simulated power cuts where DELETE with FULL did (docs/decisions.md). What a
    statement needs in order to be taken back alone stays in memory: as a file it would stand in /var/tmp, and an import
    would write a million pages to it.
    """
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("PRAGMA secure_delete = ON").fetchone()


def refuse_what_is_no_file(path: Path) -> None:
    """Raise StoreError for a directory, a FIFO, an empty file: SQLite would hang on one and fill the other."""
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(str(path), error.strerror or "unreadable", doing="open") from error
    if not stat.S_ISREG(status.st_mode):
        raise faults.foreign(path, "not a regular file")
    if status.st_size == 0:
        raise faults.foreign(path, "an empty file")


def schema_version(db: sqlite3.Connection, path: Path, newest: int = SCHEMA_VERSION) -> int:
    """The schema version of an open store; raises StoreError for one that is foreign, or newer than `newest`."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise faults.foreign(path, "another program's database")
    if not 0 <= version <= newest:  # it counts up; below 0 it has run over
        raise faults.newer(path)
    return version


def refuse_what_is_cut_short(db: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError for a file that ends within a page (SQLite takes what is missing for zeros), unless a journal is
    there from which it will be mended."""
    odd = path.stat().st_size % int(db.execute("PRAGMA page_size").fetchone()[0])
    journal = path.with_name(f"{path.name}-journal")
    if odd and not (journal.exists() and journal.stat().st_size > 0):
        raise faults.damaged(path, "the file was cut short")


def create(path: Path) -> None:
    """Build a new store beside `path` and link it into place: a kill leaves nothing half-made, two first uses agree."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            build(made)
            link_into_place(made, path)  # the first of two first uses wins, the other uses the winner's
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(str(path), error.strerror or str(error), doing="create") from error
    except sqlite3.Error as error:
        raise faults.translate(error, path) or error from error


def link_into_place(made: Path, path: Path) -> bool:
    """Give a finished file its name, to stay; False if there is a file of that name, which is left alone."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if path.exists():
            return False
        made.rename(path)
    sync(path.parent)
    return True


def sync(path: Path) -> None:
    """Make a file, or the names in a directory, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def build(path: Path) -> None:
    """Write the whole schema into the empty file at `path`, and that to the disk."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = MEMORY").fetchone()  # nobody needs a half-made store back
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.executescript(f"BEGIN;\n{read_sql('schema.sql')}{derived_sql()}INSERT INTO device DEFAULT VALUES; COMMIT;")
    finally:
        db.close()


def derived_sql() -> str:
    """Everything that is rebuilt after a migration: figures, index, triggers, views."""
    return "\n".join(read_sql(name) for name in SQL_FILES)


def read_sql(name: str) -> str:
    """The text of one of our .sql files."""
    return (HERE / name).read_text(encoding="utf-8")


def upgrade(path: Path, busy_seconds: float) -> None:
    """Migrate an older store in a child process, so that no everyday command imports Alembic.

    Raises BusyError, FileError or StoreError as the child found it; the store is then as it was.
    """
    import subprocess
    import sys

    # -P: never a module from the directory that somebody happens to stand in.
    command = [sys.executable, "-P", "-m", "lnet.store.migrate", str(path.absolute()), str(busy_seconds)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # noqa: S603  # our own interpreter
    if done.returncode:
        raise faults.not_migrated(path, busy_seconds, done.returncode, done.stderr)
