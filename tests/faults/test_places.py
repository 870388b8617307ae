"""Where nothing more can be written: a small disk, a read-only mount, another user, an immutable file, a size limit."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.test_exits import NO_PRIVILEGES
from tests.conftest import Ran
from tests.faults.sample import environment, lnet
from tests.store.content import content_of

READING = (["find", "coffee"], ["export", "--format", "csv"])
WRITE = ["log", "coffee with Grace Okafor about limits"]
NOBODY = 65534


def ran(words: list[str], store: Path, before: Callable[[], None] | None = None, **more: str) -> Ran:
    """Run lnet as a process of its own; `before` is done in it first."""
    surroundings = environment(store, **more)
    done = subprocess.run(lnet(*words), env=surroundings, capture_output=True, text=True, preexec_fn=before)
    return Ran(done.stdout, done.stderr, done.returncode)


def refused(store: Path, before: Callable[[], None] | None = None) -> None:
    """Writing ends with 7 and one line that names the store, reading works, and the store is as it was."""
    held = content_of(store)
    for words in (WRITE, ["undo"]):
        write = ran(words, store, before)
        assert (write.status, write.out, write.err.count("\n")) == (7, "", 1), write
        assert write.err.startswith("lnet: cannot write")
        assert str(store) in write.err
    for words in READING:
        read = ran(words, store, before)
        assert (read.status, read.err, bool(read.out)) == (0, "", True), read
    assert content_of(store) == held
    assert not list(store.parent.rglob("*.new"))


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Path:
    """A store in a folder of its own."""
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    return Path(shutil.copyfile(sample, folder / "lnet.db"))


def mount(options: str, folder: Path) -> None:
    """Mount a file system in memory, or skip."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, text=True)
    if os.geteuid() or done.returncode:
        pytest.skip(f"no file system may be mounted here: {done.stderr.strip()}")


@pytest.fixture
def small(sample: Path, tmp_path: Path) -> Iterator[Path]:
    """A store on a disk that is full."""
    folder = tmp_path / "small"
    folder.mkdir(mode=0o700)
    mount(f"size={sample.stat().st_size + 2**17}", folder)
    try:
        path = Path(shutil.copyfile(sample, folder / "lnet.db"))
        with (folder / "rest").open("wb", buffering=0) as rest:
            while fills(rest.fileno()):
                pass
        yield path
    finally:
        subprocess.run(["umount", folder], check=True)


def fills(descriptor: int) -> bool:
    """Write a page; whether there was room for it."""
    try:
        return os.write(descriptor, bytes(4096)) > 0
    except OSError:
        return False


def test_a_disk_without_room(small: Path) -> None:
    """Writing ends with 7, reading works; the backup ends with 7, too, and leaves nothing unfinished."""
    refused(small)
    backup = ran(["backup"], small)
    assert (backup.status, backup.err.count("\n")) == (7, 1)
    assert list((small.parent / "backups").iterdir()) == []


def test_room_for_the_change_but_not_for_the_backup(small: Path) -> None:
    """The day's backup is refused in a line, and the log is stored."""
    os.truncate(small.parent / "rest", 0)
    logged = ran(WRITE, small, LNET_BACKUPS="1")
    assert (logged.status, logged.err.count("\n")) == (0, 1), logged
    assert logged.err.startswith("lnet: no backup was made today: ")
    assert ran(["find", "limits"], small).out


def test_a_read_only_mount(small: Path) -> None:
    """Nothing on it can be written, and all of it read."""
    subprocess.run(["mount", "-o", "remount,ro", small.parent], check=True)
    refused(small)


def test_an_immutable_file(store: Path) -> None:
    """Root neither can write it, as long as it is immutable."""
    if subprocess.run(["chattr", "+i", store], capture_output=True).returncode:
        pytest.skip("no file can be made immutable here")
    try:
        refused(store)
    finally:
        subprocess.run(["chattr", "-i", store], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_another_user(store: Path) -> None:
    """A store of somebody else's that may be read is read; one that may not is named."""
    for path, mode in ((store, 0o644), (store.parent, 0o755)):
        path.chmod(mode)
        os.chown(path, NOBODY, NOBODY)
    refused(store, without_privileges)
    store.chmod(0o600)
    closed = ran(["contact", "list"], store, without_privileges)
    assert (closed.status, closed.err) == (7, f"lnet: cannot open {store}: no permission\n")


def without_privileges() -> None:
    """Root as anybody: what belongs to others is theirs."""
    exec(NO_PRIVILEGES)


def test_a_limit_of_the_size_of_files(store: Path) -> None:
    """Not one page more than now may be written."""
    size = store.stat().st_size
    refused(store, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, size)))


@pytest.mark.parametrize("most", [5, 6])
def test_too_many_open_files(store: Path, most: int) -> None:
    """However few may be open: done or refused in a line, and the store sound."""
    held = content_of(store)
    done = ran(WRITE, store, lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
    assert done.status in (0, 7)
    assert done.status == 7 or done.out
    assert done.status == 0 or content_of(store) == held
