"""`lnet import --review` on a real terminal: strangers and doubles, one key each, remembered, taken back, stopped."""

from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, data
from tests.cli.seeds import person
from tests.cli.terminal import Terminal
from tests.conftest import Lnet

ASKED = [r"Who is it\? ", r"One person\? ", r"Whose name or slug\? "]
FRIENDS = """\
### Activities:
- 2026-01-05: Lunch with **Ada Lovelace** and **Bot**.
- 2026-01-04: Lunch with **Ada Lovelace** and **Wei Chen**.

### Friends:
- Grace Hopper
"""


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    Path("friends.md").write_text(FRIENDS, encoding="utf-8")
    opened = Terminal()
    yield opened
    opened.close()


def sit(terminal: Terminal, *pressed: str, columns: int = 80) -> str:
    """Import with --review and press these, each at a question; gives back all that was printed until it ends."""
    child = terminal.run("import", "friends.md", "--review", columns=columns)
    shown = ""
    for keys in pressed:
        child.expect(ASKED)
        shown += child.before + child.after
        child.send(keys)
    child.expect(pexpect.EOF)
    return "\n".join(line.rstrip() for line in (shown + str(child.before)).splitlines())


def steps(lnet: Lnet) -> list[str]:
    """What was done, as history says it, oldest first."""
    return [f"{step['command']} {step['words']}".strip() for step in reversed(data(lnet, "history"))][1:]


def with_whom(lnet: Lnet) -> list[list[str]]:
    """Who took part in each conversation, the newest first."""
    return [[who["name"] for who in talk["participants"]] for talk in data(lnet, "interaction", "list")]


def test_strangers_are_asked_about_once(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Somebody of the same name, somebody to be left out, somebody new; no later import asks again."""
    person(store, "Ada Lovelace")
    shown = sit(terminal, "1", "l", "n")
    assert "1 of 3; q stops" in shown
    assert "  took part in 2 conversations, the last on Mon 5 Jan" in shown
    assert "1 Ada Lovelace (ada-lovelace) · m somebody of mine" in shown
    assert "Imported: 2 added · 2 interactions" in shown
    assert with_whom(lnet) == [["Ada Lovelace"], ["Ada Lovelace", "Wei Chen"]]
    assert steps(lnet) == [
        "import --review ada-lovelace: Ada Lovelace", "import --review left out: Bot", "import friends",
    ]  # fmt: skip
    assert "of 3" not in sit(terminal)
    assert data(lnet, "import", "friends.md")["problems"] == []


def test_a_stranger_may_be_named(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """A name that nobody has is asked for again; s leaves somebody for another time, q stops, and the rest comes in."""
    person(store, "Augusta King")
    shown = sit(terminal, "m", "nobody\r", "m", "augusta\r", "s", "q")
    assert "no contact named 'nobody'" in shown
    assert "  Ada Lovelace is Augusta King (augusta-king)" in shown
    assert "2 left for another time" in shown
    assert with_whom(lnet) == [["Augusta King"], ["Augusta King"]]


def test_keys_are_explained_when_asked(terminal: Terminal) -> None:
    """? says what they do; a key that means nothing is told so."""
    shown = sit(terminal, "?", "x", "q")
    assert "m somebody of mine · n new · l leave out · s skip · ?\n" in shown
    assert "Who is it? ?\n  s leaves it for another time\n  u takes the last answer back · q stops here\n" in shown
    assert "Who is it? x\n  that is no answer here; ? explains\n" in shown


def test_the_last_answer_is_taken_back(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """u asks the question again; one that was only to be added is forgotten as well."""
    person(store, "Ada Lovelace")
    shown = sit(terminal, "1", "n", "u", "u", "l", "s", "s")
    assert "  taken back: Bot will be added" in shown
    assert "  taken back: Ada Lovelace is Ada Lovelace (ada-lovelace)" in shown
    assert steps(lnet)[-2:] == ["import --review left out: Ada Lovelace", "import friends"]
    assert with_whom(lnet) == []


def test_doubles_are_asked_about_once(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Two who are two are never asked about again; who is one is merged, and every answer can be undone."""
    person(store, "Grace Hopper")
    shown = sit(terminal, "q", "d")
    assert "Grace Hopper (grace-hopper) · Grace Hopper (grace-hopper-2)" in shown
    assert "  same name" in shown
    assert "One person?" not in sit(terminal, "q")
    lnet("undo")
    lnet("undo")
    assert "is now Grace Hopper (grace-hopper)" in sit(terminal, "q", "m")
    assert [each["slug"] for each in data(lnet, "contact", "list", "--all")] == ["grace-hopper"]
    assert data(lnet, "import", "friends.md")["added"] == 0
    lnet("undo")
    lnet("undo")
    assert len(data(lnet, "contact", "list", "--all")) == 2


def test_without_a_terminal_nobody_is_asked(lnet: Lnet) -> None:
    """It ends with a usage error that says what to do instead."""
    Path("friends.md").write_text(FRIENDS, encoding="utf-8")
    ran = lnet("import friends.md --review")
    assert ran.status == 2
    assert ran.err.startswith("lnet: --review asks, and there is no terminal to answer on")
    assert lnet("import friends.md --review --dry-run").status == 2
    assert lnet("import friends.md --review --json").status == 2


@pytest.mark.parametrize("columns", [40, 80])
def test_hostile_names_are_shown_safely(terminal: Terminal, store: Store, columns: int) -> None:
    """Whatever a file calls people, no control byte of it reaches the terminal."""
    Path("friends.md").write_text(FRIENDS.replace("Bot", HOSTILE.replace("*", "")), encoding="utf-8")
    shown = sit(terminal, "?", "x", "s", "s", "s", columns=columns)
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "\\x1b[31mred" in shown.replace("\n", "")
