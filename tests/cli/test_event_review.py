"""`lnet review EVENT`: a look back at an event, card by card."""

import json
from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.contents import contents
from tests.cli.terminal import Terminal
from tests.conftest import Lnet, Seed
from tests.transcript import check

PROMPT = r"\]: |\?\)? "


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Three people met, one of them flagged."""
    seed(
        "event add PyCon --on 2026-06-12 --until 2026-06-13",
        'event meet pycon "Ada Lovelace" --create --follow-up --note "joins"',
        'event meet pycon "Bo Li" "Cy Ng" --create',
    )


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def sit(terminal: Terminal, *typed: str, columns: int = 80) -> str:
    """Begin the review, type these, each at a prompt, and let it end; gives back all that was printed."""
    child = terminal.run("review", "@pycon", columns=columns)
    shown = ""
    for line in typed:
        child.expect(PROMPT)
        shown += child.before + child.after
        child.sendline(line)
    child.expect(pexpect.EOF)
    return shown + str(child.before)


def left(lnet: Lnet) -> list[str]:
    """Who is still to be looked back at."""
    (step,) = data(lnet, "review", "e1")["steps"]
    return [item["name"] for item in step["items"]]


def test_card_by_card(terminal: Terminal, lnet: Lnet) -> None:
    """Several answers of one person, one of the next, and the third is left for another time."""
    shown = sit(
        terminal, "circle close", "t sql, #joins", "n", "tall", "p send the slides by fri", "", "let it be", "q",
    )  # fmt: skip
    assert "Met at PyCon · 1 of 3" in shown
    assert "to follow up · joins" in shown
    assert "Answer [next]: " in shown
    assert "1 left for another time: lnet review e1" in shown
    ada = data(lnet, "contact", "show", "ada")
    assert (ada["circle"], ada["topics"], ada["events"][0]["note"]) == ("close", ["sql", "joins"], "joins\ntall")
    assert [(each["text"], each["due_on"]) for each in ada["promises"]] == [("send the slides", "2026-06-19")]
    assert left(lnet) == ["Cy Ng"]


def test_each_answer_is_a_step_and_who_was_dealt_with_is_not_asked_again(terminal: Terminal, lnet: Lnet) -> None:
    """Undone, they are asked about again; when nobody is left, a kind line says so."""
    sit(terminal, "b", "f", "", "f", "")
    assert left(lnet) == []
    assert lnet("review e1").out == "Everybody you met there was looked back at.\n"
    steps = [each["words"] for each in json.loads(lnet("history --json --limit 3").out)["data"]]
    assert steps == ["follow up: cy-ng", "follow up: bo-li", "let it be: ada-lovelace"]
    lnet("undo")
    assert left(lnet) == ["Cy Ng"]
    assert data(lnet, "event", "show", "e1")["flagged"] == 1


def test_what_was_taken_back_is_asked_again_on_the_same_card(terminal: Terminal, lnet: Lnet, home: Path) -> None:
    """u undoes one answer after the other, whichever card they were on."""
    before = contents(home / "lnet.db")
    shown = sit(terminal, "c close", "n hello", "u", "u", "q")
    assert shown.count("Met at PyCon · 1 of 3") == 3
    assert contents(home / "lnet.db") == before


def test_what_cannot_be_is_said_and_asked_again(terminal: Terminal, lnet: Lnet) -> None:
    """A circle that is none, an empty topic, a day that cannot be."""
    shown = sit(terminal, "c huge", "t ,", "p pay by 31 feb", "x", "q", columns=60)
    for said in ("'huge' is none of inner", "a topic needs words", "31 feb", "that is no answer here"):
        assert said in shown
    assert left(lnet) == ["Ada Lovelace", "Bo Li", "Cy Ng"]


def test_piped_it_is_a_checklist_whose_commands_settle_it(lnet: Lnet) -> None:
    """A flag that is set or taken away later says that they were looked back at."""
    check(
        lnet,
        """
        $ lnet event meet e1 ada --no-follow-up
        …
        $ lnet event meet e1 bo --follow-up
        …
        $ lnet review pycon
        Met at PyCon
        - [ ] Cy Ng: nothing noted yet → lnet event meet e1 cy-ng --follow-up · …
        $ lnet review nowhere
        lnet: no event 'nowhere'
        [3]
        """,
    )
    found = data(lnet, "review", "e1")
    assert (found["event"], found["steps"][0]["step"], found["resting"]) == ("e1", "met", [])
    (item,) = found["steps"][0]["items"]
    assert item["commands"][-1] == "lnet event meet e1 cy-ng --no-follow-up"
