"""What happens when something is wrong around lnet: one line, the documented exit status, the store as it was."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from lnet.store.connect import APPLICATION_ID, SCHEMA_VERSION
from tests.conftest import Lnet, Ran
from tests.store.content import content_of

READ, WRITE = "contact list", "contact add Eve"
READING = (READ, "followups", "find ada", "show ada", "why ada", "summary", "history", "undo --list")
# Root may write anywhere: a process that gives up its capabilities meets the permissions that everybody meets, and so
# do the processes that it starts once they are gone from its bounding set too.
NO_PRIVILEGES = """
import ctypes
libc = ctypes.CDLL(None)
for capability in range(64):
    libc.prctl(24, capability, 0, 0, 0)
libc.capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())
"""
NO_ROOM = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
"""
RUN = "\nfrom lnet.__main__ import main\nmain()"


@pytest.fixture
def used(lnet: Lnet, home: Path) -> Path:
    """The store of the test's home, with Ada in it."""
    assert lnet("contact add Ada --email ada@x.org").status == 0
    return home / "lnet.db"


Env = dict[str, str | None]


def process(words: str, *, before: str = "", shell: str = "", env: Env | None = None, umask: int = -1) -> Ran:
    """Run lnet as a process; `before` is Python to run first, `shell` redirections, None unsets a variable."""
    command = [sys.executable, "-c", before + RUN, *words.split()]
    if shell:
        command = ["sh", "-c", f'exec "$0" "$@" {shell}', *command]
    changed: Env = {**os.environ, **(env or {})}
    kept = {name: value for name, value in changed.items() if value is not None}
    ran = subprocess.run(command, capture_output=True, text=True, env=kept, umask=umask)
    return Ran(ran.stdout, ran.stderr, ran.returncode)


def said(ran: Ran, status: int, *parts: str) -> None:
    """One line on standard error, of lnet, with these parts in it, and this exit status."""
    assert (ran.status, ran.out) == (status, ""), ran
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("lnet: ")
    for part in parts:
        assert part in ran.err, ran.err


def said_as_json(ran: Ran, status: int, code: str, part: str) -> None:
    """The error envelope on standard output, nothing on standard error, and this exit status."""
    body = json.loads(ran.out)
    assert (ran.status, ran.err, body["schema"], body["ok"]) == (status, "", "lnet.error/1", False)
    assert body["error"]["code"] == code
    assert part in body["error"]["message"]


# --- exit 6: a file that is no store, or not one we can trust -----------------------------------------------------


def of_text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 500)


def of_few_bytes(path: Path) -> None:
    path.write_text("no")


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def newer_by_far(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = -1")


FOREIGN: Sequence[tuple[Callable[[Path], None], str, str]] = (
    (of_text, "not a database", "choose another file"),
    (of_few_bytes, "not a", "choose another file"),
    (of_another_program, "another program's database", "choose another file"),
    (empty, "an empty file", "choose another file"),
    (newer, "newer lnet", "update lnet"),
    (newer_by_far, "newer lnet", "update lnet"),
    (Path.mkdir, "not a regular file", "choose another file"),
    (os.mkfifo, "not a regular file", "choose another file"),
)


@pytest.mark.parametrize("command", [READ, WRITE])
@pytest.mark.parametrize(("make", "why", "hint"), FOREIGN)
def test_a_foreign_or_newer_file_is_left_as_it_is(
    lnet: Lnet, home: Path, make: Callable[[Path], None], why: str, hint: str, command: str
) -> None:
    """Exit 6, the reason and what to do next; not a byte of the file changes, and nothing appears beside it."""
    path = home / "lnet.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    said(lnet(command), 6, str(path), why, hint)
    said_as_json(lnet(f"{command} --json"), 6, "store", why)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(home.iterdir()) == [path]


def truncate_within_a_page(path: Path) -> None:
    os.truncate(path, 3000)


def truncate_after_a_page(path: Path) -> None:
    os.truncate(path, 4096 * 20)


def garble_the_schema(path: Path) -> None:
    overwrite(path, 1, "contact")


def garble_a_table(path: Path) -> None:
    overwrite(path, root_page(path, "contact"), "")


def garble_the_index(path: Path) -> None:
    overwrite(path, root_page(path, "figure"), "")


def garble_a_text(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Ada", b"\xff\xfe\xfd"))


def root_page(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def overwrite(path: Path, page: int, after: str) -> None:
    """Fill a page (of the first, what comes after the header) with bytes that mean nothing."""
    start = (page - 1) * 4096 + (100 if after else 0)
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * (page * 4096 - start))


@pytest.mark.parametrize("command", [READ, WRITE])
@pytest.mark.parametrize(
    "damage",
    [truncate_within_a_page, truncate_after_a_page, garble_the_schema, garble_a_table, garble_the_index, garble_a_text],
)
def test_a_damaged_store_is_left_as_it_is(lnet: Lnet, used: Path, damage: Callable[[Path], None], command: str) -> None:
    """Exit 6, and where to find a backup; not a byte of the file changes."""
    damage(used)
    before = used.read_bytes()
    if damage is garble_a_text and command == WRITE:
        command = "contact edit ada --org X"  # adding somebody else never reads that text
    said(lnet(command), 6, str(used), "damaged", "lnet restore")
    said_as_json(lnet(f"{command} --json"), 6, "store", "damaged")
    assert used.read_bytes() == before


@pytest.mark.parametrize(
    ("column", "value"), [("met_on", "2026-16-15"), ("created_on", "soon"), ("aims", "[,]"), ("extra", "{")]
)
def test_a_value_that_cannot_be_read_is_damage_and_no_bug(lnet: Lnet, used: Path, column: str, value: str) -> None:
    """A day or a list that a flipped bit has made unreadable: exit 6, not a byte changed."""
    with closing(sqlite3.connect(used)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(f"UPDATE contact SET {column} = ?", (value,))
        db.commit()
    before = used.read_bytes()
    said(lnet("contact show ada"), 6, "the store is damaged", str(used), "lnet restore")
    assert used.read_bytes() == before


def test_a_store_without_its_tables_is_damaged(lnet: Lnet, used: Path) -> None:
    """Another program dropped a view that lnet reads: exit 6, naming it."""
    with closing(sqlite3.connect(used)) as db:
        db.execute("DROP VIEW people")
    said(lnet(READ), 6, "the store is damaged", "the view people is missing")


# --- exit 5: the lock ---------------------------------------------------------------------------------------------


@pytest.fixture
def locked(used: Path) -> Iterator[sqlite3.Connection]:
    """The store, while somebody else is writing."""
    with closing(sqlite3.connect(used, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        yield db


def test_a_writer_waits_for_the_lock_and_then_says_so(
    lnet: Lnet, used: Path, locked: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 5 after LNET_BUSY_SECONDS; reading goes on meanwhile, but for the moment of a commit."""
    monkeypatch.setenv("LNET_BUSY_SECONDS", "0.05")
    said(lnet(WRITE), 5, f"the store is busy: {used} (waited 0.05 s)", "try again")
    said_as_json(lnet(f"{WRITE} --json"), 5, "busy", "busy")
    assert "Ada" in lnet(READ).out
    locked.execute("UPDATE contact SET note = 'x'")
    locked.execute("COMMIT")
    locked.execute("BEGIN EXCLUSIVE")
    said(lnet(READ), 5, "the store is busy")
    locked.execute("ROLLBACK")
    assert lnet(WRITE).status == 0


# --- exit 7: what cannot be written or read -----------------------------------------------------------------------


def read_only_file(path: Path) -> None:
    path.chmod(0o400)


def read_only_directory(path: Path) -> None:
    path.with_name("lnet.db-journal").unlink(missing_ok=True)
    path.parent.chmod(0o500)


@pytest.mark.parametrize("protect", [read_only_file, read_only_directory])
def test_a_store_that_cannot_be_written_can_be_read(used: Path, protect: Callable[[Path], None]) -> None:
    """Reading works, writing exits 7 and names the path; the store is as it was."""
    before = content_of(used)
    protect(used)
    try:
        for command in READING:
            read = process(command, before=NO_PRIVILEGES)
            assert (read.status, read.err) == (0, "")
            assert "Ada" in read.out or command == "followups"
        said(process(WRITE, before=NO_PRIVILEGES), 7, f"cannot write {used}: ")
        said_as_json(process(f"{WRITE} --json", before=NO_PRIVILEGES), 7, "file", str(used))
    finally:
        used.parent.chmod(0o700)
    assert content_of(used) == before


def test_a_store_that_may_not_be_read_is_named(used: Path) -> None:
    """No permission at all: exit 7, reading or writing."""
    used.chmod(0)
    for command in (READ, WRITE):
        said(process(command, before=NO_PRIVILEGES), 7, f"cannot open {used}: no permission")


@pytest.mark.parametrize(
    ("path", "reason"),
    [("sealed/lnet.db", "Permission denied"), ("file/lnet.db", "File exists"), ("x" * 300, "too long")],
)
def test_a_store_that_cannot_be_made_is_named(home: Path, path: str, reason: str) -> None:
    """First use where nothing can be made: exit 7, and nothing is left behind."""
    (home / "sealed").mkdir(mode=0o500)
    (home / "file").write_text("")
    said(process(READ, before=NO_PRIVILEGES, env={"LNET_DB": str(home / path)}), 7, str(home / path), reason)
    assert {each.name for each in home.rglob("*")} == {"sealed", "file"}


def test_a_full_disk_leaves_the_store_as_it_was(used: Path) -> None:
    """No room for another page: exit 7, the same rows, and reading still works."""
    before = content_of(used)
    said(process(WRITE, before=NO_ROOM), 7, f"cannot write {used}: ")
    said_as_json(process(f"{WRITE} --json", before=NO_ROOM), 7, "file", str(used))
    read = process(READ, before=NO_ROOM)
    assert (read.status, read.err) == (0, "")
    assert content_of(used) == before


def of_version_0(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@pytest.mark.parametrize("protect", [read_only_file, read_only_directory])
def test_an_older_store_that_cannot_be_written_is_not_migrated(home: Path, protect: Callable[[Path], None]) -> None:
    """Even reading needs the migration: exit 7, naming the store; not a byte of it changes."""
    path = home / "lnet.db"
    of_version_0(path)
    before = path.read_bytes()
    protect(path)
    try:
        ran = process(READ, before=NO_PRIVILEGES, env={"LNET_DB": str(path)})
    finally:
        home.chmod(0o700)
    said(ran, 7, f"cannot migrate {path}: ", "the store is as it was")
    assert path.read_bytes() == before


def test_an_older_store_without_room_to_grow_is_not_migrated(home: Path) -> None:
    """The backup fits on the disk, the tables do not: exit 7, and not a byte of the store changes."""
    path = home / "lnet.db"
    of_version_0(path)
    before = path.read_bytes()
    said(process(READ, before=NO_ROOM, env={"LNET_DB": str(path)}), 7, f"cannot migrate {path}: ")
    assert path.read_bytes() == before
    assert len(list((home / "backups").iterdir())) == 1


def test_no_room_for_a_new_store_leaves_nothing(home: Path) -> None:
    """First use on a full disk: exit 7, and no half-made file."""
    said(process(READ, before=NO_ROOM, env={"LNET_DB": str(home / "lnet.db")}), 7, f"cannot write {home / 'lnet.db'}")
    assert list(home.iterdir()) == []


def test_a_real_file_system_without_space(used: Path, home: Path) -> None:
    """As above on a file system of one megabyte, filled to the brim, where it may be mounted."""
    mounted = home / "small"
    mounted.mkdir()
    script = (
        'mount -t tmpfs -o size=1000k tmpfs "$2" && cp "$1" "$2/lnet.db" &&'
        ' (cat /dev/zero > "$2/rest" || true) 2>/dev/null;'
        ' cp "$2/lnet.db" "$1.before"; export LNET_DB="$2/lnet.db"; "$3" -m lnet contact add Eve; echo "[$?]";'
        ' "$3" -m lnet contact list; echo "[$?]"; cmp "$2/lnet.db" "$1.before" && echo same'
    )
    command = ["unshare", "-m", "sh", "-c", script, "sh", str(used), str(mounted), sys.executable]
    try:
        ran = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if "mount" in ran.stderr or "unshare" in ran.stderr:
        pytest.skip("no file system may be mounted here")
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith(f"lnet: cannot write {mounted}/lnet.db: ")
    lines = ran.stdout.splitlines()
    assert (lines[0], lines[-2:]) == ("[7]", ["[0]", "same"])


def test_an_answer_that_cannot_be_shown_is_stored_all_the_same(used: Path) -> None:
    """Standard output is full: exit 7, and standard error says that it is stored; reading has nothing to add."""
    said(process(WRITE, shell="> /dev/full"), 7, "cannot write standard output: No space left", "step 2 is stored")
    assert [row[6] for row in content_of(used)["contact"]][1:] == ["eve"]
    full = process(READ, shell="> /dev/full")
    said(full, 7, "cannot write standard output")
    assert "stored" not in full.err
    said(process(f"{READ} --json", shell="> /dev/full"), 7, "cannot write standard output")


def test_nothing_is_done_when_standard_output_is_closed(used: Path) -> None:
    """A closed standard output is found before anything is written: exit 7."""
    before = content_of(used)
    said(process(WRITE, shell=">&-"), 7, "cannot write standard output: it is closed")
    said(process(f"{WRITE} --json", shell=">&-"), 7, "cannot write standard output: it is closed")
    assert content_of(used) == before


@pytest.mark.parametrize("command", [READ, f"{READ} --json", "--help", "contact show nobody --json"])
def test_a_reader_that_goes_away_is_no_error(used: Path, command: str) -> None:
    """A broken pipe (`lnet … | head -0`) is met with silence."""
    read, write = os.pipe()
    os.close(read)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "lnet", *command.split()], stdout=write, stderr=subprocess.PIPE, text=True
        )
    finally:
        os.close(write)
    assert ran.stderr == ""
    assert ran.returncode == (3 if "nobody" in command else 0)


def test_a_closed_standard_error_is_no_bug(used: Path) -> None:
    """Nowhere to complain to: the exit status still tells."""
    assert process("contact show nobody", shell="2>&-") == Ran("", "", 3)


@pytest.mark.parametrize("command", ["log -", "contact edit - --circle close"])
def test_a_closed_standard_input_is_a_usage_error(used: Path, command: str) -> None:
    """Nothing to read from: exit 2, and nothing is done."""
    before = content_of(used)
    said(process(command, shell="<&-"), 2, "standard input")
    assert content_of(used) == before


# --- the environment ----------------------------------------------------------------------------------------------


def test_what_is_made_is_its_owners_alone(home: Path) -> None:
    """Under any umask: the store and its journal 0600, its directory 0700."""
    path = home / "deep" / "er" / "lnet.db"
    assert process(WRITE, env={"LNET_DB": str(path)}, umask=0).status == 0
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in (home / "deep").rglob("*")}
    assert modes == {"er": 0o700, "lnet.db": 0o600, "lnet.db-journal": 0o600}
    assert stat.S_IMODE((home / "deep").stat().st_mode) == 0o700


@pytest.mark.parametrize("today", ["tomorrow", "2026-02-30", "20260615", "2026-6-1", " 2026-06-15", "+026-06-15"])
def test_a_today_that_is_no_day_is_refused(used: Path, today: str) -> None:
    """LNET_TODAY must be an ISO date: exit 4, naming it."""
    said(process(WRITE, env={"LNET_TODAY": today}), 4, f"LNET_TODAY: '{today}' is not a day")


@pytest.mark.parametrize("seconds", ["soon", "nan", "inf", ""])
def test_busy_seconds_that_are_no_number_are_refused(
    lnet: Lnet, used: Path, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    """LNET_BUSY_SECONDS must be a number of seconds: exit 4, naming it."""
    monkeypatch.setenv("LNET_BUSY_SECONDS", seconds)
    said(lnet(READ), 4, "LNET_BUSY_SECONDS", f"'{seconds}'")


def test_a_relative_data_directory_is_ignored(home: Path) -> None:
    """XDG_DATA_HOME must be absolute, else it does not count; the store is made below HOME."""
    assert process(WRITE, env={"XDG_DATA_HOME": "here"}).status == 0
    assert (home / ".local/share/lnet/lnet.db").exists()
    assert not (home / "here").exists()


def test_a_home_that_is_missing_is_made(home: Path) -> None:
    """HOME names a directory that is not there yet: it works, with safe permissions."""
    assert process(WRITE, env={"HOME": str(home / "new")}).status == 0
    made = home / "new/.local/share/lnet/lnet.db"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "new").stat().st_mode) == 0o700


def test_a_home_that_is_nowhere_is_a_clear_line(home: Path) -> None:
    """LNET_DB in the home of somebody unknown: exit 7, and what to set."""
    said(process(WRITE, env={"LNET_DB": "~nobody-of-this-name/lnet.db"}), 7, "no such home directory", "set LNET_DB")
    assert list(home.iterdir()) == []


def test_without_home_a_named_store_works(used: Path) -> None:
    """HOME is unset, LNET_DB is not: nothing is missed."""
    assert "Ada" in process(READ, env={"HOME": None}).out


def test_a_directory_whose_name_is_no_utf8(home: Path) -> None:
    """A store in a directory with a name in another encoding is made and read."""
    folder = os.fsdecode(os.fsencode(home) + b"/caf\xe9")
    assert process(WRITE, env={"LNET_DB": f"{folder}/lnet.db"}).status == 0
    assert "Eve" in process(READ, env={"LNET_DB": f"{folder}/lnet.db"}).out


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "what?.db", "x#y.db", "-db", ":memory:", "file:x.db"])
def test_a_store_may_have_any_name(lnet: Lnet, home: Path, name: str) -> None:
    """Blanks, percent signs and what means something in a URI are letters like any other."""
    path = home / name
    assert lnet("--db", str(path), "contact", "add", "Eve").status == 0
    assert path.is_file()
    assert "Eve" in lnet("--db", str(path), "contact", "list").out


# --- exit 4: what is no text, no number ---------------------------------------------------------------------------


@pytest.mark.parametrize("word", [b"caf\xe9", b"\xed\xa0\x80"])
def test_arguments_that_are_no_text_are_refused(used: Path, word: bytes) -> None:
    """Bytes that are no UTF-8 (a lone surrogate neither): exit 4, nothing stored."""
    before = content_of(used)
    ran = subprocess.run([sys.executable, "-m", "lnet", "contact", "add", word], capture_output=True, text=True)
    said(Ran(ran.stdout, ran.stderr, ran.returncode), 4, "not valid text")
    assert content_of(used) == before


def test_standard_input_that_is_no_text_is_refused(used: Path) -> None:
    """A log sentence piped in another encoding: exit 4, nothing stored, in a UTF-8 and in the C locale."""
    before = content_of(used)
    for locale in ("C", "C.UTF-8"):
        ran = subprocess.run(
            [sys.executable, "-m", "lnet", "log", "-"],
            input=b"caf\xe9 with Ada", capture_output=True, env={**os.environ, "LC_ALL": locale},
        )  # fmt: skip
        said(Ran(ran.stdout.decode(), ran.stderr.decode(), ran.returncode), 4, "not valid text")
    assert content_of(used) == before


@pytest.mark.parametrize("command", ["undo 99999999999999999999", "history --limit 99999999999999999999"])
def test_a_number_beyond_all_bounds_is_refused(lnet: Lnet, used: Path, command: str) -> None:
    """More than 64 bits: exit 4, in words."""
    said(lnet(command), 4, "a number is too large")


# --- exit 1: a bug ------------------------------------------------------------------------------------------------


def test_a_bug_is_one_line_without_private_text(lnet: Lnet, used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw names its kind and place, not what it was about, and how to see more."""

    def fail(*_: object) -> None:
        raise ValueError("Ada's secret")

    monkeypatch.setattr("lnet.services.contacts.add", fail)
    ran = lnet(WRITE)
    said(ran, 1, "a bug in lnet (ValueError at test_exits.py:", "LNET_DEBUG=1")
    assert "secret" not in ran.err
    monkeypatch.setenv("LNET_DEBUG", "1")
    with pytest.raises(ValueError, match="secret"):
        lnet(WRITE)
