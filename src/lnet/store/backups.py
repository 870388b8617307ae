"""The backups there are: found by their names, thinned as time goes by, one made with the first write of a day."""

import os
import re
import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lnet.errors import LnetError
from lnet.store.backup import back_up, folder

if TYPE_CHECKING:
    from lnet.store.sealing import Lock

DAILY, BY_HAND, REPLACED = "daily", "by-hand", "replaced"
AT_ONCE_BYTES = 20 * 2**20  # a larger store is copied by a child, after the answer
WEEKLY_BYTES = 200 * 2**20  # one that is larger still only once a week
UNFINISHED_SECONDS = 3600.0  # a copy that is being made now is younger
ALL_BYTES = 2 * 2**30  # what all backups of a store may take, but for the newest and those made by hand
NAME = r"-(\d{8}T\d{6})Z-([a-z-]+?)(?:-(\d+))?\.db(\.age)?"


class Backup(NamedTuple):
    """One copy of the store: where it is, when it was made (UTC), why, how large it is, and whether it is encrypted."""

    path: Path
    made_at: datetime
    why: str
    size_bytes: int
    encrypted: bool = False


def backups(store: Path) -> list[Backup]:
    """The backups of the store at `store`, the newest first; those of other stores in the same folder are not."""
    name = re.compile(re.escape(store.stem) + NAME)
    entries = os.scandir(folder(store)) if folder(store).is_dir() else ()
    found = [(entry, match) for entry in entries if (match := name.fullmatch(entry.name))]
    found.sort(key=lambda each: (each[1][1], int(each[1][3] or 1)), reverse=True)
    return [
        Backup(Path(entry.path), moment(match[1]), match[2], entry.stat().st_size, bool(match[4]))
        for entry, match in found
    ]


def moment(stamp: str) -> datetime:
    """The time in a backup's name."""
    return datetime.strptime(stamp, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)


def back_up_and_thin(
    store: Path, why: str, today: date, busy_seconds: float = 30.0, lock: "Lock | None" = None
) -> Path:
    """Make a backup as `back_up` does, then take away those that are not worth keeping any more.

    `today` is the real day, as in the names of backups, whatever day a command says it is.
    """
    made = back_up(store, why, busy_seconds, lock)
    thin(store, today)
    return made


def thin(store: Path, today: date) -> list[Path]:
    """Take away what is superfluous; gives back the paths. Those made by hand, and the newest, always stay."""
    gone = superfluous(backups(store), today)
    for each in gone:
        each.path.unlink(missing_ok=True)
    return [each.path for each in gone]


def superfluous(found: Sequence[Backup], today: date) -> list[Backup]:
    """Of backups, the newest first, those that go: not worth keeping by their age, or beyond the size of all."""
    from lnet.domain.thinning import worth_keeping

    own = [each for each in found[1:] if each.why != BY_HAND]
    kept = worth_keeping([each.made_at for each in own], today)
    room, gone = ALL_BYTES, []
    for each in own:
        room -= each.size_bytes if each.made_at in kept else 0
        if each.made_at not in kept or room < 0:
            gone.append(each)
    return gone


# --- with the first write of a day ------------------------------------------------------------------------------


def is_due(store: Path, now: datetime) -> bool:
    """Whether no backup was made on this local day yet; of a very large store in the last seven.

    An encrypted one is none here: the key to it may be lost. Nor is one of a day to come, which was made while the
    clock was wrong: it would keep off the next ones until that day.
    """
    days = 7 if store.stat().st_size > WEEKLY_BYTES else 1
    made = (each.made_at.astimezone().date() for each in backups(store) if not each.encrypted)
    return not any(0 <= (now.date() - each).days < days for each in made)


def back_up_daily(store: Path, now: datetime, busy_seconds: float) -> None:
    """Make the day's backup if it is due: at once, or for a large store by a child that nobody waits for.

    Raises FileError, BusyError or StoreError where it cannot be made; the store is not touched.
    """
    if not is_due(store, now):
        return
    if store.stat().st_size <= AT_ONCE_BYTES:
        back_up_and_thin(store, DAILY, now.date(), busy_seconds)
    elif not is_being_made(store):
        start_child(store, now.date(), busy_seconds)


def is_being_made(store: Path) -> bool:
    """Whether another process is making a backup; what was left unfinished long ago does not count."""
    now = time.time()
    return any(now - made.stat().st_mtime < UNFINISHED_SECONDS for made in folder(store).glob(".*.new"))


def start_child(store: Path, today: date, busy_seconds: float) -> None:
    """Let a process of its own make the day's backup."""
    import subprocess

    command = [sys.executable, "-P", "-m", "lnet.store.backups", str(store.absolute()), today.isoformat()]
    command.append(str(busy_seconds))
    subprocess.Popen(  # noqa: S603  # our own interpreter
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def main(store: str, today: str, busy_seconds: str) -> int:
    """Make the day's backup of a large store; nobody is there to be told of a failure."""
    try:
        back_up_and_thin(Path(store), DAILY, date.fromisoformat(today), float(busy_seconds))
    except LnetError as error:
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
