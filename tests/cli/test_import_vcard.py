"""Address books as vCards: into lnet, in again, out, and back."""

import json
from pathlib import Path

import pytest

from tests.cli.answers import HOSTILE, assert_safe
from tests.conftest import Lnet
from tests.transcript import check


def book(*cards: str, name: str = "people.vcf") -> None:
    """A file of these cards, their lines parted by `|`, in the test's home."""
    text = "".join(f"BEGIN:VCARD|VERSION:3.0|{card}|END:VCARD|" for card in cards)
    Path(name).write_text(text.replace("|", "\r\n"), encoding="utf-8", newline="")


def at_home(region: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration that says whose numbers need no country code."""
    Path("config.toml").write_text(f'phone_region = "{region}"\n', encoding="utf-8")
    monkeypatch.setenv("LNET_CONFIG", "config.toml")


ADA = (
    "FN:Ada Lovelace|N:Lovelace;Ada;;;|ORG:Engines;Research|TEL:030 1234567|CATEGORIES:sql|UID:a1|X-OWN;A=1:kept\\, so"
)


def test_in_again_and_undone(lnet: Lnet) -> None:
    """The same file changes nothing, an edit here stays, and undo takes all of it back."""
    book(ADA, "FN:Grace Hopper|EMAIL:none|PHOTO;ENCODING=b:AAAA", "GEO:1;2")
    check(
        lnet,
        """
        $ lnet import people.vcf
        card 2, line 14  Grace Hopper: 'none' is not an email address; kept in extra
        card 2  the photo inside it is left out
        card 3, line 17  no name (only GEO)
        Imported: 2 added · 1 rejected
          new people stand in the address book: lnet contact list --address-book
          not right? lnet undo
        $ lnet contact edit ada --org Crown
        …
        $ lnet import people.vcf
        …
        Imported: 0 added · 2 unchanged · 1 rejected
          not right? lnet undo
        $ lnet undo
        …
        """,
    )
    ada = json.loads(lnet("contact show ada --json").out)["data"]
    assert (ada["organisation"], ada["topics"]) == ("Crown", ["sql"])
    assert ada["extra"]["vcard"]["lines"] == ["X-OWN;A=1:kept\\, so"]


def test_out_and_back(lnet: Lnet) -> None:
    """What is exported is taken for whom it tells of; what had no field is in it as it came."""
    book(ADA)
    lnet("import people.vcf")
    lnet("contact add 'Mei Chen' --role mentor --birthday 04-15")
    for written_as in ("vcard", "vcard3"):
        assert lnet(f"export --format {written_as} -o out.vcf").status == 0
        text = Path("out.vcf").read_bytes().decode()
        assert "\r\nX-OWN;A=1:kept\\, so\r\n" in text
        assert "\r\nORG:Engines;Research\r\n" in text
        data = json.loads(lnet("import out.vcf --json").out)["data"]
        assert (data["added"], data["problems"]) == (0, [])
        assert data["unchanged"] == (2 if written_as == "vcard" else 1)  # the parts of a name that had none are new


def test_an_empty_store_is_an_empty_file(lnet: Lnet) -> None:
    """Nobody makes no card."""
    assert lnet("export --format vcard").out == ""


def test_telephones_of_the_country_at_home(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """With phone_region a number is the same with and without its country code; it is shown as it was typed."""
    at_home("de", monkeypatch)
    lnet("contact add 'Ada L' --phone '+49 (0)30 1234567'")
    book(ADA)
    data = json.loads(lnet("import people.vcf --json").out)["data"]
    assert (data["added"], data["merged"]) == (0, 1)
    ada = json.loads(lnet("contact show ada --json").out)["data"]
    assert [each["value"] for each in ada["methods"]] == ["+49 (0)30 1234567"]
    lnet("contact edit ada --no-phone '030/1234567'")
    assert json.loads(lnet("contact show ada --json").out)["data"]["methods"] == []
    assert lnet("doctor").status == 0


def test_without_a_country_numbers_tell_nobody_apart(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number without its country code finds nobody where none is set; a region that does not exist is refused."""
    lnet("contact add 'Ada L' --phone '+49 30 1234567'")
    book(ADA)
    assert json.loads(lnet("import people.vcf --json").out)["data"]["added"] == 1
    at_home("XX", monkeypatch)
    ran = lnet("import people.vcf")
    assert (ran.status, ran.err.split(" · ")[0].strip()) == (4, "lnet: phone_region is 'XX', which is no country")


def test_a_household_is_several_people(lnet: Lnet) -> None:
    """Who has a card of their own and another name is somebody else, whatever they share."""
    both = "TEL:+49 30 1234567|EMAIL:us@example.org"
    book(f"FN:Jane Doe|{both}", f"FN:John Doe|{both}")
    data = json.loads(lnet("import people.vcf --json").out)["data"]
    assert (data["added"], [each["what"] for each in data["problems"]]) == (
        2,
        [
            "John Doe has the same email as Jane Doe: possible duplicate",
            "John Doe has the same phone as Jane Doe: possible duplicate",
        ],
    )


def test_no_text_of_a_file_reaches_the_terminal_raw(lnet: Lnet) -> None:
    """Control bytes of a card are shown, not obeyed."""
    book(f"FN:{HOSTILE}|EMAIL:{HOSTILE}")
    for command in ("import people.vcf", "contact list --all"):
        ran = lnet(command)
        assert ran.status == 0
        assert_safe(ran.out)


def test_what_is_no_address_book(lnet: Lnet) -> None:
    """Exit 4, and not a byte changed."""
    Path("deep.vcf").write_text("BEGIN:VCARD\n" + "AGENT:\nBEGIN:VCARD\n" * 50, encoding="utf-8")
    check(
        lnet,
        """
        $ lnet import deep.vcf
        lnet: deep.vcf: line 23: cards inside cards, more than 10 deep
        [4]
        $ lnet import --format vcard missing.vcf
        lnet: cannot read missing.vcf: No such file or directory
        [7]
        """,
    )
