"""`lnet contact know`, as it is typed."""

from pathlib import Path

import pytest

from tests.cli.answers import data
from tests.cli.contents import contents
from tests.cli.drawn import drawn
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(lnet: Lnet) -> None:
    """Three people."""
    for name in ("Ada Lovelace", "Wei Chen", "Mina Park"):
        lnet(f"add {name}")


def test_who_knows_whom_is_noted_once_and_shown_on_both_pages(lnet: Lnet) -> None:
    """Whichever is named first; an introduction is told as one, and is added to what was noted."""
    check(
        lnet,
        """
        $ lnet contact know wei ada mina
        Wei Chen knows Ada Lovelace, Mina Park
          not right? lnet undo
        $ lnet contact know ada wei
        Ada Lovelace knows Wei Chen
          Wei Chen: noted already
          not right? lnet undo
        $ lnet contact know ada wei --introduced
        Introduced Ada Lovelace to Wei Chen
          not right? lnet undo
        $ lnet contact know ada mina
        Ada Lovelace knows Mina Park
          knows by now: Mina Park, Wei Chen (you introduced them)
          not right? lnet undo
        $ lnet contact show wei
        Wei Chen · wei-chen
          knows     Ada Lovelace (you introduced them), Mina Park
        $ lnet brief ada
        Ada Lovelace
        known since 15 June
          knows      Mina Park, Wei Chen (you introduced them)
        $ lnet contact know mina ada wei --remove
        No longer noted: Mina Park knows Ada Lovelace, Wei Chen
          not right? lnet undo
        $ lnet contact know ada mina --remove
        lnet: no link 'Ada Lovelace and Mina Park'
        [3]
        $ lnet undo
        Undid step 8: contact know --remove mina-park ada-lovelace, wei-chen, 2 rows
        …
        $ lnet contact know mina - <<
        > ada-lovelace
        > wei-chen
        Mina Park knows Ada Lovelace, Wei Chen
          Ada Lovelace: noted already
          Wei Chen: noted already
          not right? lnet undo
        """,
    )


def test_the_json_tells_of_introductions(lnet: Lnet) -> None:
    """Everybody whom somebody knows, on their page as in the answer."""
    lnet("contact know ada mina")
    said = data(lnet, "contact", "know", "wei", "ada", "--introduced")
    assert said["knows"] == [{"name": "Ada Lovelace", "slug": "ada-lovelace", "introduced_by_me": True}]
    assert (said["slug"], said["warnings"]) == ("wei-chen", [])
    assert data(lnet, "contact", "show", "ada")["knows"] == [
        {"name": "Mina Park", "slug": "mina-park", "introduced_by_me": False},
        {"name": "Wei Chen", "slug": "wei-chen", "introduced_by_me": True},
    ]


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("contact know ada", 2, None),
        ("contact know ada ada", 4, "lnet: Ada Lovelace is named twice · name two people: lnet contact know ada wei\n"),
        ("contact know ada adda", 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        ("contact know ada wei --remove --introduced", 2, "lnet: --remove and --introduced exclude each other\n"),
        ("contact know ada wei mina --remove", 3, "lnet: no link 'Ada Lovelace and Mina Park'\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store: all of them or none."""
    lnet("contact know ada wei")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_a_hostile_name_on_a_narrow_terminal(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing reaches the screen raw, and no line is wider than it."""
    lnet("add", "Eve \x1b[31mred [bold]Eve[/bold]")
    lnet("contact know ada wei mina")
    lines = drawn(lnet, monkeypatch, "contact know ada c4 --introduced", 40)
    assert max(map(len, lines)) <= 40
    assert "\\x1b[31mred" in " ".join(lines)
    assert "\x1b" not in "".join(lines)
