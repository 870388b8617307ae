"""Backups, as people read them."""

from datetime import datetime

from lnet.render.screen import Column, Screen, Span, Styled
from lnet.render.words import words
from lnet.services.backups import Backups
from lnet.store.backups import Backup
from lnet.store.restore import Restored

COLUMNS = (Column("made", keep=True), Column("why"), Column("size", "right", keep=True), Column("file", keep=True))
UNITS = ("bytes", "kB", "MB", "GB")


def made(backup: Backup, screen: Screen) -> None:
    """A backup that was just made."""
    how = "Backed up, encrypted" if backup.encrypted else "Backed up"
    screen.line(f"{how}, {size(backup.size_bytes)}: {backup.path}")
    screen.line(Styled(f"bring it back: lnet restore {backup.path.name}", "dim"), indent=2)


def listed(found: Backups, screen: Screen) -> None:
    """All backups, the newest first; one line where there is none."""
    if not found.backups:
        screen.line("No backups yet; one is made with the first change of a day, and by lnet backup.")
        return
    screen.table(COLUMNS, [row(each) for each in found.backups])
    screen.line(Styled(f"in {found.folder}; bring one back: lnet restore FILE", "dim"))


def row(backup: Backup) -> list[Span]:
    """One backup: when, why, how large, which file."""
    why = words(backup.why.replace("-", "_")) + (", encrypted" if backup.encrypted else "")
    return [when(backup.made_at), why, size(backup.size_bytes), backup.path.name]


def when(moment: datetime) -> str:
    """A moment in the person's own time: "2026-06-15 08:30"."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def size(number: float) -> str:
    """A number of bytes in the unit that suits: "312 kB"."""
    for unit in UNITS[:-1]:
        if number < 1000:
            return f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.1f} {UNITS[-1]}"


def restored(result: Restored, screen: Screen) -> None:
    """What was brought back, and where what it replaced is."""
    screen.line(f"Restored from {result.path}")
    if result.migrated:
        screen.line("it was of an older lnet, and was brought up to date", indent=2)
    if result.kept:
        screen.line(Styled(f"what was there before: {result.kept}", "dim"), indent=2)
