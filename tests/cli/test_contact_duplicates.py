"""`lnet contact duplicates`: pairs with their evidence, and the command that merges them."""

from collections.abc import Iterator

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def twins(store: Store) -> None:
    """Ada twice by her address, Wei twice by name alone, and somebody who is here once."""
    ada, lady = person(store, "Ada Lovelace", "close", [3]), person(store, "Lady Ada", None)
    for who in (ada, lady):
        with step(store, "seed") as open_:
            contact.add_method(open_, who, "email", "ada@example.org")
    one = person(store, "Wei Chen", None, imported_from="linkedin")
    two = person(store, "Wei Chen", "wide")
    person(store, "Grace Hopper")
    talk(store, 5, one, two)
    with step(store, "seed") as open_:
        insert(open_, "acquaintance", contact_id=one, other_id=two)


def test_each_pair_with_its_evidence_and_the_command(lnet: Lnet, store: Store) -> None:
    """The strongest first; the one in a circle stays; what speaks for two people is said, too."""
    twins(store)
    lines = [
        [cell.strip() for cell in line.split("  ") if cell.strip()]
        for line in lnet("contact duplicates").out.splitlines()
    ]
    assert lines == [
        ["name", "other", "evidence", "against", "command"],
        [
            "Ada Lovelace (ada-lovelace)", "Lady Ada (lady-ada)", "same email ada@example.org", "–",
            "lnet contact merge ada-lovelace lady-ada",
        ],
        [
            "Wei Chen (wei-chen-2)", "Wei Chen (wei-chen)", "same name", "both took part in i2; they know each other",
            "lnet contact merge wei-chen-2 wei-chen",
        ],
    ]  # fmt: skip
    check(lnet, "$ lnet contact merge ada-lovelace lady-ada\n…")
    assert [each["slug"] for each in data(lnet, "contact", "duplicates")] == ["wei-chen-2"]


def test_as_json_and_csv(lnet: Lnet, store: Store) -> None:
    """Who would be kept, the other, the points, what speaks for and against, the command."""
    twins(store)
    assert data(lnet, "contact", "duplicates")[0] == {
        "id": 1, "name": "Ada Lovelace", "slug": "ada-lovelace", "other_id": 2, "other_name": "Lady Ada",
        "other_slug": "lady-ada", "points": 50, "evidence": ["same email ada@example.org"], "against": [],
        "command": "lnet contact merge ada-lovelace lady-ada",
        "distinct_command": "lnet contact distinct ada-lovelace lady-ada",
    }  # fmt: skip
    lines = lnet("contact duplicates --csv").out.splitlines()
    assert len(lines) == 3
    merge, distinct = (f"lnet contact {verb} wei-chen-2 wei-chen" for verb in ("merge", "distinct"))
    assert lines[2].endswith(f"both took part in i2; they know each other,{merge},{distinct}")


def test_on_a_terminal(terminal: Terminal, store: Store) -> None:
    """A pair is four or five lines, with the command for each answer; nothing is cut at 40 columns."""
    twins(store)
    terminal.run("contact", "duplicates")
    printed, status = terminal.finish()
    assert [line.rstrip() for line in printed.splitlines()] == [
        "Ada Lovelace (ada-lovelace) · Lady Ada (lady-ada)",
        "  same email ada@example.org",
        "  lnet contact merge ada-lovelace lady-ada",
        "  or two people: lnet contact distinct ada-lovelace lady-ada",
        "Wei Chen (wei-chen-2) · Wei Chen (wei-chen)",
        "  same name",
        "  but both took part in i2; they know each other",
        "  lnet contact merge wei-chen-2 wei-chen",
        "  or two people: lnet contact distinct wei-chen-2 wei-chen",
        "",
        "Nothing is merged by itself, and who is told apart is not named again.",
    ]
    assert status == 0
    terminal.run("contact", "duplicates", "--limit", "1", columns=40)
    printed, _ = terminal.finish()
    assert all(len(line.rstrip()) <= 40 for line in printed.splitlines())
    assert "1 more: lnet contact duplicates --all" in " ".join(printed.split())


def test_at_most_twenty_unless_asked(lnet: Lnet, store: Store) -> None:
    """--limit takes another number, --all all of them."""
    for number in range(22):
        for _ in range(2):
            person(store, f"Namesake {'abcdefghijklmnopqrstuv'[number]}x", None)
    assert [len(data(lnet, "contact", "duplicates", *more)) for more in ((), ("--limit", "3"), ("--all",))] == [
        20,
        3,
        22,
    ]


def test_nobody_is_here_twice(lnet: Lnet, store: Store) -> None:
    """One kind line, an empty list, and looking stores nothing."""
    check(lnet, "$ lnet contact duplicates\nNobody seems to be here twice.")
    assert data(lnet, "contact", "duplicates") == []
    twins(store)
    before = contents(store.path)
    lnet("contact duplicates")
    assert contents(store.path) == before


def test_hostile_names_are_shown_safely(lnet: Lnet, store: Store) -> None:
    """Of both, and of an organisation."""
    for _ in range(2):
        person(store, HOSTILE, None, organisation=HOSTILE)
    assert_safe(lnet("contact duplicates").out)
