"""Pages on a narrow terminal: what does not fit goes on under its own column."""

from collections.abc import Iterator

import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe
from tests.cli.seeds import aim, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def page(terminal: Terminal, *words: str, columns: int = 40) -> list[str]:
    """The lines of a command on a terminal."""
    terminal.run(*words, columns=columns)
    printed, status = terminal.finish()
    assert status == 0
    return [line.rstrip() for line in printed.splitlines()]


def test_a_label_and_a_reference_stand_alone_on_their_left(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """What goes on in a next line starts where the first one did."""
    ada = person(store, "Ada Lovelace", None)
    lnet("community add Rust Berlin --url https://rust.berlin --note 'talks first and then pizza for everybody'")
    talk(store, 3, ada, community_id=1, summary="she asked about lifetimes and borrowing", channel="video")
    assert page(terminal, "community", "show", "c1")[-7:] == [
        "  note     talks first and then pizza",
        "           for everybody",
        "",
        "Conversations",
        "  i1  Fri 12 Jun · video · Ada Lovelace",
        "      · she asked about lifetimes and",
        "      borrowing",
    ]


def test_where_there_is_no_room_beside_a_label_text_goes_on_below_it(terminal: Terminal, store: Store) -> None:
    """A column of a few letters would be no help."""
    aim(store, "Plans", 3, why="I want to know what the planner does")
    assert page(terminal, "goal", "show", "g1", columns=26)[2:4] == [
        "  why       I want to know",
        "  what the planner does",
    ]


def test_hostile_text_beside_a_label_is_shown_safely(terminal: Terminal, store: Store) -> None:
    """Nor can it break the columns."""
    aim(store, "Plans", 3, why=HOSTILE)
    assert_safe("\n".join(page(terminal, "goal", "show", "g1", columns=120)))
