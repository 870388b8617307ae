"""backup, restore and doctor, as they are typed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.answers import data
from tests.conftest import Lnet
from tests.transcript import check


def only_backup(home: Path) -> str:
    """The name of the one backup there is."""
    (found,) = (home / "backups").glob("*.db")
    return found.name


def test_a_backup_is_made_listed_and_brought_back(lnet: Lnet, home: Path) -> None:
    """The life of a backup."""
    check(
        lnet,
        """
        $ lnet backup --list
        No backups yet; one is made with the first change of a day, and by lnet backup.
        $ lnet add Ada
        …
        $ lnet backup
        Backed up, …
          bring it back: lnet restore lnet-…
        $ lnet add Bob
        …
        """,
    )
    name = only_backup(home)
    check(
        lnet,
        f"""
        $ lnet restore {name}
        Restored from {home}/backups/{name}
          what was there before: {home}/backups/lnet-…
        $ lnet contact list --slugs
        ada
        $ lnet restore nothing.db
        lnet: no backup 'nothing.db' · lnet backup --list
        [3]
        """,
    )


def test_backups_as_json_and_csv(lnet: Lnet, home: Path) -> None:
    """Each with its path, its time, its reason and its size."""
    lnet("add Ada")
    made = data(lnet, "backup")
    assert made["why"] == "by-hand"
    assert made["path"] == str(home / "backups" / only_backup(home))
    assert data(lnet, "backup", "--list")["backups"] == [made]
    assert lnet("backup --list --csv").out.startswith("path,made_at,why,size_bytes\n")


def test_there_is_nothing_to_back_up_without_a_store(lnet: Lnet, home: Path) -> None:
    """A backup makes no store."""
    ran = lnet("backup")
    assert (ran.status, ran.err) == (7, f"lnet: cannot back up {home}/lnet.db: there is no store yet\n")
    assert not (home / "lnet.db").exists()


def test_a_file_that_is_no_store_is_refused(lnet: Lnet, home: Path) -> None:
    """The line names it, and the store is as it was."""
    lnet("add Ada")
    (home / "notes.txt").write_text("no store at all")
    ran = lnet("restore notes.txt")
    assert ran.status == 6
    assert ran.err.startswith("lnet: notes.txt is not an lnet store")
    assert lnet("contact list --slugs").out == "ada\n"


def test_a_sound_store_in_one_look(lnet: Lnet, home: Path) -> None:
    """Two lines, and where the newest backup is."""
    lnet("add Ada")
    check(
        lnet,
        f"""
        $ lnet doctor
        The store is sound: {home}/lnet.db
          1 steps and 1 changes agree with the data.
          no backup yet: lnet backup
        """,
    )
    assert data(lnet, "doctor")["sound"] is True


def test_what_is_wrong_is_told_and_mended(lnet: Lnet, home: Path) -> None:
    """What follows from the data is made anew; a row that is not as the journal says needs a backup."""
    lnet("add Ada")
    os.chmod(home / "lnet.db", 0o644)
    with closing(sqlite3.connect(home / "lnet.db", isolation_level=None)) as db:
        db.execute("UPDATE figure SET days = 9")
    check(
        lnet,
        f"""
        $ lnet doctor
        - figure differs from the data it is made of
        - others may read {home}/lnet.db
          mend what can be mended: lnet doctor --fix
          no backup yet: lnet backup
        [6]
        $ lnet doctor --fix
        - figure differs from the data it is made of: made anew
        - others may read {home}/lnet.db: closed to others
          no backup yet: lnet backup
        $ lnet doctor
        The store is sound: …
        """,
    )


def test_what_only_a_backup_helps_is_said_so(lnet: Lnet, home: Path) -> None:
    """Nothing pretends to mend it."""
    lnet("add Ada")
    with closing(sqlite3.connect(home / "lnet.db", isolation_level=None)) as db:
        db.execute("UPDATE step SET words = 'x'")
    ran = lnet("doctor --fix")
    assert ran.status == 6
    assert ran.out.splitlines()[:2] == [
        "- steps that do not match their digest: 1 (1)",
        "  only a backup helps here: lnet backup --list, then lnet restore FILE",
    ]


def test_leftovers_of_an_interrupted_command_are_taken_away(lnet: Lnet, home: Path) -> None:
    """Old ones; what is being made right now is left alone."""
    lnet("add Ada")
    old, new = home / ".lnet.db.0000.new", home / ".lnet.db.1111.new"
    for path in (old, new):
        path.write_bytes(b"")
        path.chmod(0o600)
    os.utime(old, (0, 0))
    assert lnet("doctor --fix").status == 0
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("command", ["doctor", "backup", "backup --list"])
def test_a_garbled_store_ends_in_a_clear_line(lnet: Lnet, home: Path, command: str) -> None:
    """Exit 6, no traceback; the list needs no sound store."""
    lnet("add Ada")
    held = bytearray((home / "lnet.db").read_bytes())
    held[8192:40960] = b"\xff" * 32768
    (home / "lnet.db").write_bytes(held)
    ran = lnet(command)
    assert ran.status == (0 if command.endswith("--list") else 6)
    assert "bug" not in ran.err
    assert (home / "lnet.db").read_bytes() == held
