"""Encrypted copies: sealed by the age format, opened by the right key alone."""

import base64
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # it has no stubs

from lnet.errors import BadInputError, FileError, StoreError
from lnet.store import backups, sealing
from lnet.store.backup import back_up
from lnet.store.backups import BY_HAND, is_due
from lnet.store.connect import Store
from lnet.store.forget.backups import holding, rewrite
from lnet.store.journal import step
from lnet.store.restore import restore
from lnet.store.sealing import Key, Lock, asks_passphrase, is_sealed, key_in, lock_for
from tests.conftest import TODAY
from tests.store.content import content, content_of

PLAIN = b"SQLite format 3\0"


@pytest.fixture
def used(store: Store) -> Store:
    """A store with somebody in it."""
    with step(store, "seed"):
        store.db.execute("INSERT INTO contact (name, key, slug) VALUES ('Ada', 'ada', 'ada')")
    return store


@pytest.fixture
def identity(home: Path) -> Path:
    """A file with a key, as age-keygen writes it."""
    made = x25519.Identity.generate()
    path = home / "key.txt"
    path.write_text(f"# created: 2026-06-15T08:30:00Z\n# public key: {made.to_public()}\n{made}\n")
    return path


def public(identity: Path) -> str:
    """The public key of a file of age-keygen."""
    return identity.read_text().splitlines()[1].removeprefix("# public key: ")


def stranger() -> Key:
    """A key to which nothing was sealed."""
    return Key((x25519.Identity.generate(),))


def test_a_sealed_backup_holds_the_store_and_shows_nothing_of_it(used: Store, identity: Path) -> None:
    """Its owner's alone, like any backup; what comes back is exactly what was there."""
    before = content(used.db)
    made = back_up(used.path, BY_HAND, lock=lock_for([public(identity)]))
    assert made.name.endswith("-by-hand.db.age")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert PLAIN not in made.read_bytes()
    assert {*made.parent.iterdir()} == {made}
    with step(used, "contact edit"):
        used.db.execute("UPDATE contact SET note = 'x'")
    restore(used.path, made, key=key_in(identity))
    assert content_of(used.path) == before


def test_nothing_unsealed_is_ever_written_beside_it(
    used: Store, identity: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the moment of sealing the folder holds an empty file and no other: the copy is in memory."""
    seen: list[bytes] = []
    sealed = Lock.seal

    def watched(lock: Lock, plain: bytes) -> bytes:
        seen.extend(path.read_bytes() for path in (used.path.parent / "backups").iterdir())
        return sealed(lock, plain)

    monkeypatch.setattr(Lock, "seal", watched)
    back_up(used.path, BY_HAND, lock=lock_for([public(identity)]))
    assert seen == [b""]


def test_each_of_several_keys_opens_it(used: Store, identity: Path) -> None:
    """A copy can be for oneself and for somebody who would have to help."""
    other = x25519.Identity.generate()
    made = back_up(used.path, BY_HAND, lock=lock_for([public(identity), str(other.to_public())]))
    for key in (key_in(identity), Key((other,))):
        assert sealing.unsealed(made, key).startswith(PLAIN)


def test_a_passphrase_opens_it_and_the_file_says_that_one_is_needed(used: Store) -> None:
    """The same for one in ASCII armour; a key's file asks for no passphrase, an open file for nothing."""
    made = back_up(used.path, BY_HAND, lock=Lock(passphrase="correct horse"))
    assert (is_sealed(made), asks_passphrase(made)) == (True, True)
    assert sealing.unsealed(made, Key(passphrase="correct horse")).startswith(PLAIN)
    with pytest.raises(BadInputError, match="the passphrase does not open it"):
        sealing.unsealed(made, Key(passphrase="wrong horse"))
    armoured = made.with_name("armoured")
    armoured.write_bytes(sealing.ARMOUR + b"\n" + base64.b64encode(made.read_bytes()[:48]) + b"\n")
    assert (is_sealed(armoured), asks_passphrase(armoured)) == (True, True)
    assert (is_sealed(used.path), asks_passphrase(used.path)) == (False, False)


def test_the_wrong_key_changes_nothing(used: Store, identity: Path) -> None:
    """One clear error, the store and the file as they were, nothing kept and nothing left over."""
    made = back_up(used.path, BY_HAND, lock=lock_for([public(identity)]))
    before, sealed = content(used.db), made.read_bytes()
    with pytest.raises(BadInputError, match=f"{made}: no key given opens it"):
        restore(used.path, made, key=stranger())
    assert (content(used.db), made.read_bytes()) == (before, sealed)
    assert {*made.parent.iterdir()} == {made}
    assert not list(used.path.parent.glob(".*"))


@pytest.mark.parametrize("at", [0.3, 0.9, 1.0])
def test_a_flipped_bit_or_a_lost_end_is_noticed(used: Store, identity: Path, at: float) -> None:
    """The format seals every part of the file; nothing half opened gets anywhere."""
    made = back_up(used.path, BY_HAND, lock=lock_for([public(identity)]))
    sealed = bytearray(made.read_bytes())
    if at == 1.0:
        del sealed[-70_000:]
    else:
        sealed[int(len(sealed) * at)] ^= 1
    made.write_bytes(sealed)
    before = content(used.db)
    with pytest.raises(BadInputError, match="or it is damaged"):
        restore(used.path, made, key=key_in(identity))
    assert content(used.db) == before


@pytest.mark.parametrize(("inside", "why"), [(b"", "there is nothing in it"), (b"a letter", "not a database")])
def test_what_is_no_store_inside_is_refused(used: Store, identity: Path, inside: bytes, why: str) -> None:
    """The check of a restore is the same for what was sealed, and the error names the sealed file."""
    letter = used.path.with_name("letter.age")
    letter.write_bytes(lock_for([public(identity)]).seal(inside))
    with pytest.raises(StoreError, match=rf"{letter} is not an lnet store \({why}\)"):
        restore(used.path, letter, key=key_in(identity))


@pytest.mark.parametrize("text", ["", "age1nonsense", "ssh-ed25519 nonsense", "Ada", "age1" + "x" * 1000])
def test_what_is_no_public_key_is_named(text: str) -> None:
    """Long ones shortened."""
    with pytest.raises(BadInputError, match=f"'{text[:60]}.*' is not a public key") as caught:
        lock_for([text])
    assert len(caught.value.message) < 200


def test_a_secret_key_in_place_of_a_public_one_is_not_repeated() -> None:
    """It would stand in the terminal's history and in logs."""
    with pytest.raises(BadInputError) as caught:
        lock_for([str(x25519.Identity.generate())])
    assert "AGE-SECRET" not in f"{caught.value.message}{caught.value.hint}"


def test_a_file_without_a_key_is_named(home: Path) -> None:
    """So is one that cannot be read, and one whose key is garbled."""
    (home / "empty").write_text("# nothing\n")
    with pytest.raises(BadInputError, match="holds no key"):
        key_in(home / "empty")
    with pytest.raises(FileError, match="cannot read"):
        key_in(home / "missing")
    (home / "garbled").write_text("AGE-SECRET-KEY-1NONSENSE\n")
    with pytest.raises(BadInputError, match="the key in it cannot be used"):
        key_in(home / "garbled")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs ssh-keygen")
def test_ssh_keys_do_as_well(home: Path) -> None:
    """The public one as it stands in its .pub file; a private one with a passphrase is refused with the reason."""
    for name, passphrase in (("open", ""), ("closed", "secret")):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", home / name], check=True)
    sealed = lock_for([(home / "open.pub").read_text()]).seal(b"x")
    assert key_in(home / "open").open(sealed, "it") == b"x"
    with pytest.raises(BadInputError, match="must be decrypted first"):
        key_in(home / "closed")


def test_an_encrypted_copy_does_not_stand_in_for_the_day_s(used: Store, identity: Path) -> None:
    """Whoever loses the key has none."""
    made = back_up(used.path, BY_HAND, lock=lock_for([public(identity)]))
    (listed,) = backups.backups(used.path)
    assert (listed.path, listed.encrypted) == (made, True)
    assert is_due(used.path, listed.made_at)
    back_up(used.path, BY_HAND)
    assert not is_due(used.path, listed.made_at)


def test_forgetting_names_an_encrypted_copy_and_leaves_it(used: Store, identity: Path) -> None:
    """Nobody can look into it, so it may hold them."""
    back_up(used.path, BY_HAND, lock=lock_for([public(identity)]))
    found = holding(used.path, "nobody")
    assert [each.encrypted for each in found] == [True]
    assert list(rewrite(found, "nobody", TODAY, 1.0)) == []


def test_without_pyrage_a_line_says_how_to_get_it(used: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else works without it, also looking whether a file is encrypted."""
    monkeypatch.setitem(sys.modules, "pyrage", None)
    with pytest.raises(BadInputError, match="needs pyrage") as caught:
        lock_for(["age1x"])
    assert caught.value.hint == "pip install 'lnet[age]'"
    assert not is_sealed(back_up(used.path, BY_HAND))


def test_a_copy_made_by_others_with_age_is_brought_back(used: Store, identity: Path) -> None:
    """A plain copy that somebody sealed by themselves, whatever it is called, in armour too."""
    plain = back_up(used.path, BY_HAND)
    own = used.path.with_name("own.asc")
    own.write_bytes(sealing.age().encrypt(plain.read_bytes(), lock_for([public(identity)]).recipients, armored=True))
    assert (is_sealed(own), asks_passphrase(own)) == (True, False)
    with closing(sqlite3.connect(used.path)) as db, db:
        db.execute("DELETE FROM contact")
    restore(used.path, own, key=key_in(identity))
    assert content_of(used.path)["contact"] == content_of(plain)["contact"]
