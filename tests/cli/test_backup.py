"""backup, restore and doctor, as they are typed."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # it has no stubs

from tests.cli.answers import data
from tests.cli.terminal import Terminal
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
    assert lnet("backup --list --csv").out.startswith("path,made_at,why,size_bytes,encrypted\n")


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
    assert ran.err == (
        "lnet: notes.txt is not an lnet store (not a database) · the store is as it was; try another backup\n"
    )
    assert lnet("contact list --slugs").out == "ada\n"


def test_a_copy_cut_short_is_not_called_the_store(lnet: Lnet, home: Path) -> None:
    """Nobody is told that their store is damaged where only the copy is."""
    lnet("add Ada")
    (home / "short.db").write_bytes((home / "lnet.db").read_bytes()[:5000])
    ran = lnet("restore short.db")
    assert ran.status == 6
    assert ran.err == (
        "lnet: the copy is damaged: short.db (a page makes no sense) · the store is as it was; try another backup\n"
    )


def test_a_sound_store_in_one_look(lnet: Lnet, home: Path) -> None:
    """Two lines, and where the newest backup is."""
    lnet("add Ada")
    check(
        lnet,
        f"""
        $ lnet doctor
        The store is sound: {home}/lnet.db
          1 step and 1 change agree with the data.
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


# --- encrypted copies -------------------------------------------------------------------------------------------


@pytest.fixture
def public(home: Path) -> str:
    """The public key of a key that stands in key.txt."""
    made = x25519.Identity.generate()
    (home / "key.txt").write_text(f"{made}\n")
    return str(made.to_public())


def test_an_encrypted_backup_is_made_listed_and_opened_by_its_key(lnet: Lnet, home: Path, public: str) -> None:
    """The list says which are; without the key nothing happens."""
    lnet("add Ada")
    check(
        lnet,
        f"""
        $ lnet backup --encrypt --to {public}
        Backed up, encrypted, …
          bring it back: lnet restore lnet-…
        $ lnet backup --list
        …
        $ lnet add Bob
        …
        """,
    )
    (made,) = (home / "backups").glob("*.age")
    assert "  by hand, encrypted  " in lnet("backup --list").out
    check(
        lnet,
        f"""
        $ lnet restore {made.name}
        lnet: {made} is encrypted to a key · --identity FILE names the file of that key
        [4]
        $ lnet restore {made.name} --identity nothing.txt
        lnet: cannot read nothing.txt: No such file or directory
        [7]
        $ lnet contact list --slugs
        ada
        bob
        $ lnet restore {made.name.removesuffix(".db.age")} --identity key.txt
        Restored from {made}
          what was there before: {home}/backups/lnet-…
        $ lnet contact list --slugs
        ada
        """,
    )


def test_the_wrong_key_is_one_line(lnet: Lnet, home: Path, public: str) -> None:
    """Exit 4, and the store as it was."""
    lnet("add Ada")
    made = data(lnet, "backup", "--encrypt", "--to", public)
    assert made["encrypted"] is True
    (home / "key.txt").write_text(f"{x25519.Identity.generate()}\n")
    ran = lnet("restore", made["path"], "--identity", "key.txt", "--json")
    assert ran.status == 4
    assert "no key given opens it" in json.loads(ran.out)["error"]["message"]
    assert lnet("contact list --slugs").out == "ada\n"


def test_keys_stand_in_the_configuration(lnet: Lnet, public: str) -> None:
    """--to takes their place; what is no list is refused with the line that is wrong."""
    lnet("add Ada")
    check(
        lnet,
        f"""
        $ lnet config set backup.recipients {public}
        …
        $ lnet backup --encrypt
        Backed up, encrypted, …
          bring it back: …
        $ lnet backup --encrypt --to Ada
        lnet: 'Ada' is not a public key that can be encrypted to · age1… from age-keygen, or ssh-ed25519 … or ssh-rsa …
        [4]
        """,
    )


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("backup --to age1x", 2, "--to says who can open an encrypted copy · give --encrypt as well"),
        ("backup --encrypt", 4, "--encrypt needs --to KEY, or a terminal on which to type a passphrase"),
        ("backup --encrypt --to ''", 4, "'' is not a public key that can be encrypted to"),
        ("backup --encrypt --to '\x1b[31m'", 4, "'\\x1b[31m' is not a public key that can be encrypted to"),
    ],
)
def test_what_cannot_be_encrypted_to_writes_nothing(lnet: Lnet, home: Path, typed: str, status: int, said: str) -> None:
    """One line each; nothing is written in the open instead."""
    lnet("add Ada")
    ran = lnet(typed)
    assert ran.status == status
    assert ran.err.startswith(f"lnet: {said}")
    assert not (home / "backups").exists()


def test_a_passphrase_is_typed_twice_unseen_and_once_to_open(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal; two that differ, or none, write nothing."""
    lnet("add Ada")
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()

    def type_in(words: str, *typed: str) -> tuple[str, int]:
        child = terminal.run(*words.split())
        for line in typed:
            child.expect("Passphrase: |again: ")
            child.sendline(line)
        return terminal.finish()

    assert "differ" in type_in("backup --encrypt", "correct horse", "correct hose")[0]
    assert "cannot be empty" in type_in("backup --encrypt", "")[0]
    assert not (home / "backups").exists()
    shown, status = type_in("backup --encrypt", "correct horse", "correct horse")
    assert status == 0
    assert "horse" not in shown
    (made,) = (home / "backups").iterdir()
    lnet("add Bob")
    shown, status = type_in(f"restore --yes {made.name}", "wrong horse")
    assert status == 4
    assert "does not open it" in shown
    assert lnet("contact list --slugs").out == "ada\nbob\n"
    shown, status = type_in(f"restore --yes {made.name}", "correct horse")
    assert status == 0
    assert lnet("contact list --slugs").out == "ada\n"
    piped = lnet("restore", made.name)
    assert (piped.status, piped.err) == (4, f"lnet: {made} needs a passphrase, typed on a terminal\n")
    terminal.close()
