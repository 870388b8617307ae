"""`lnet export --encrypt`, and bringing such a file in again."""

from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # it has no stubs

from tests.cli.answers import data
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def public(home: Path) -> str:
    """The public key of a key that stands in key.txt."""
    made = x25519.Identity.generate()
    (home / "key.txt").write_text(f"{made}\n")
    return str(made.to_public())


def test_an_encrypted_export_comes_back_by_its_key(
    lnet: Lnet, home: Path, public: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The format is seen below the ending .age; without the key nothing is read."""
    lnet("add Ada Lovelace --note secret")
    assert lnet(f"export --encrypt --to {public} -o network.json.age").status == 0
    written = (home / "network.json.age").read_bytes()
    assert written.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    assert written.isascii()
    assert b"secret" not in written
    monkeypatch.setenv("LNET_DB", str(home / "other.db"))
    check(
        lnet,
        """
        $ lnet import network.json.age
        lnet: network.json.age is encrypted to a key · --identity FILE names the file of that key
        [4]
        $ lnet import network.json.age --identity key.txt
        Imported: 1 added
        …
        $ lnet contact list --slugs
        ada-lovelace
        """,
    )


def test_it_goes_to_standard_output_as_text(lnet: Lnet, home: Path, public: str) -> None:
    """Piped, or within the JSON envelope; keys of the configuration will do."""
    lnet("add Ada")
    lnet("config", "set", "backup.recipients", public)
    (home / "piped.md.age").write_text(lnet("export --encrypt --format markdown").out)
    lnet("export --format markdown -o plain.md")
    opened = x25519.Identity.from_str((home / "key.txt").read_text().strip())
    from pyrage import decrypt

    assert decrypt((home / "piped.md.age").read_bytes(), [opened]) == (home / "plain.md").read_bytes()
    assert data(lnet, "export", "--encrypt")["text"].startswith("-----BEGIN AGE")


@pytest.mark.parametrize(
    ("typed", "status"), [("export --encrypt", 4), ("export --to x", 2), ("export --encrypt --to x -o n.json", 4)]
)
def test_nothing_is_written_in_the_open_instead(lnet: Lnet, home: Path, typed: str, status: int) -> None:
    """Without a key, or with a wrong one, there is one line and no file."""
    lnet("add Ada")
    ran = lnet(typed)
    assert (ran.status, ran.out) == (status, "")
    assert not (home / "n.json").exists()


def test_a_table_of_people_is_a_file(lnet: Lnet, home: Path, public: str) -> None:
    """csv fills a folder unless its place ends in .csv, also below .age."""
    lnet("add Ada")
    assert lnet(f"export --encrypt --to {public} -o people.csv.age").status == 0
    assert (home / "people.csv.age").read_bytes().startswith(b"-----BEGIN AGE")
    assert lnet(f"export --format csv --encrypt --to {public} -o people").status == 2
    assert not (home / "people").exists()


def test_a_folder_cannot_be_encrypted(lnet: Lnet, home: Path, public: str) -> None:
    """It is refused, and not written in the open."""
    lnet("add Ada")
    ran = lnet(f"export --format vault -o notes --encrypt --to {public}")
    assert ran.status == 2
    assert "only a file can be encrypted" in ran.err
    assert not (home / "notes").exists()
