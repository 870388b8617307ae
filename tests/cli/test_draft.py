"""`lnet draft`: a message written in the editor, handed over, and logged once it was sent."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact, feedback, promise
from lnet.store.write.rows import update
from tests.cli.answers import HOSTILE, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, owe, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check

SENT = r"Sent\? \[Y/n/via\] "


@pytest.fixture
def ada(store: Store) -> int:
    """Ada Lovelace, to whom a paper is promised; gives back the id."""
    ada = person(store, "Ada Lovelace", "close", [])
    with step(store, "seed") as open_:
        contact.add_method(open_, ada, "email", "ada@x.org", primary=True)
    talk(store, 45, ada, summary="coffee with Ada about query plans", channel="in_person", their_words="proofs first")
    owe(store, ada, "send her the paper", 3)
    return ada


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Terminal]:
    """A terminal without a desktop, and an editor that changes nothing."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VISUAL", f"'{program(home / 'an editor', 'true')}'")
    opened = Terminal()
    yield opened
    opened.close()


def program(path: Path, script: str) -> Path:
    """A program of the shell; gives back its path."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def editing(home: Path, script: str) -> None:
    """Let the editor do this to the file "$1"."""
    program(home / "an editor", script)


def drafts(home: Path) -> list[Path]:
    """The drafts that were kept."""
    return list(home.rglob("drafts/*"))


def messages(store: Store) -> list[Any]:
    """The messages that were logged: channel, direction, summary, note."""
    query = "SELECT channel, direction, summary, note FROM interaction WHERE direction = 'outbound' ORDER BY id"
    return store.db.execute(query).fetchall()


# --- printed ----------------------------------------------------------------------------------------------------

TEXT = """\
Hi Ada,

Last time, on 1 May, we spoke about query plans.
I promised to send you the paper: here it is.
What do you make of it?
"""


def test_a_script_gets_the_message(lnet: Lnet, store: Store, ada: int) -> None:
    """Without a terminal, and with --print, it is printed alone; nothing is logged."""
    before = contents(store.path)
    assert (lnet("draft ada").out, lnet("draft ada --print").out) == (TEXT, TEXT)
    assert contents(store.path) == before


def test_several_people_get_one_message_each(lnet: Lnet, store: Store, ada: int) -> None:
    """In the order given, each once, below whom it is to; as JSON a list, and slugs come through a pipe."""
    person(store, "Wei Chen")
    before = contents(store.path)
    ran = lnet("draft ada wei ada-lovelace")
    assert (
        ran.out == f"To Ada Lovelace · ada@x.org\n{TEXT}\nTo Wei Chen\nHi Wei,\n\nWhat are you learning these days?\n"
    )
    assert [each["contact"]["slug"] for each in data(lnet, "draft", "wei", "p1")] == ["wei-chen", "ada-lovelace"]
    assert lnet("draft -", stdin="ada-lovelace\nwei-chen\n").out == ran.out
    assert data(lnet, "draft", "-", stdin="wei-chen\n")["contact"]["slug"] == "wei-chen"
    assert contents(store.path) == before


def test_json_tells_what_to_know(lnet: Lnet, ada: int) -> None:
    """The message, the facts, the way it goes, and what sending it would settle."""
    found = data(lnet, "draft", "ada")
    assert found["contact"]["slug"] == "ada-lovelace"
    assert found["text"] == TEXT.rstrip("\n")
    assert found["facts"] == [
        "email: ada@x.org",
        "last: Fri 1 May, coffee with Ada about query plans",
        "in their words: proofs first",
        "you owe p1: send her the paper, by Fri 12 Jun",
    ]
    assert (found["reach"]["value"], found["channel"], found["settles"]) == ("ada@x.org", "email", "p1")
    assert data(lnet, "draft", "ada", "--via", "in-person")["channel"] == "in_person"


def test_the_channel_is_how_they_are_reached(lnet: Lnet, store: Store) -> None:
    """A way to write to them; else as they were last written to; else none in particular."""
    wei = person(store, "Wei Chen")
    assert (data(lnet, "draft", "wei")["channel"], data(lnet, "draft", "wei")["reach"]) == ("other", None)
    talk(store, 9, wei, direction="outbound", channel="letter")
    talk(store, 3, wei, channel="call")
    assert data(lnet, "draft", "wei")["channel"] == "letter"
    lnet("contact", "edit", "wei", "--phone", "+41 1")
    assert data(lnet, "draft", "wei")["channel"] == "chat"


def test_a_row_is_the_row_that_was_seen(lnet: Lnet, ada: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in `done`; without a list of today there is no row."""
    check(lnet, "$ lnet draft 1\nlnet: no row '1' · no list was seen today: lnet followups shows it\n[3]")
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout.isatty", lambda: True)
        lnet("followups")
    assert lnet("draft 1").out == TEXT
    assert lnet("draft 2").status == 3


@pytest.mark.parametrize(("typed", "status"), [("draft", 2), ("draft nobody", 3), ("draft ada --via smoke", 2)])
def test_what_cannot_be_drafted(lnet: Lnet, ada: int, typed: str, status: int) -> None:
    """Nobody named, nobody known, no such channel."""
    assert lnet(typed).status == status


def test_only_what_leads_the_row_is_settled(lnet: Lnet, store: Store, ada: int) -> None:
    """Not a promise that is not listed yet, though theirs is, and not one that a message cannot keep."""
    wei, mei = person(store, "Wei Chen", None), person(store, "Mei Lin", None)
    owe(store, wei, "send the paper", -9)
    owe(store, wei, "send the data", 3, "them")
    owe(store, mei, "introduce her to Wei", 3)
    assert [data(lnet, "draft", name)["settles"] for name in ("ada", "wei", "mei")] == ["p1", None, None]
    assert "I promised to send the paper: here it is." in lnet("draft wei").out


def test_what_leads_the_row_is_what_is_written_about(lnet: Lnet, store: Store, ada: int) -> None:
    """Of two promises it is the one that is listed first, also where another has no day."""
    with step(store, "seed") as open_:
        older = promise.add(open_, ada, "send the data")
        update(open_, "promise", older, created_on=ago(90))
    leading = data(lnet, "followups", "--all")["people"][0]["reasons"][0]["ref"]
    assert data(lnet, "draft", "ada")["settles"] == leading


# --- on a terminal ----------------------------------------------------------------------------------------------


def test_sent_is_logged_and_settles(terminal: Terminal, lnet: Lnet, store: Store, ada: int, home: Path) -> None:
    """Enter logs the message with its text, keeps the promise it brings, and is taken back by one undo."""
    before = contents(store.path)
    child = terminal.run("draft", "ada")
    child.expect("Once sent, it is logged as email to ada@x.org, and settles p1")
    child.expect(SENT)
    child.sendline("")
    printed, status = terminal.finish()
    assert "Kept p1 · Ada Lovelace · send her the paper" in printed
    assert "Logged i2 · Mon 15 Jun · Ada Lovelace · I promised to send you the paper" in printed
    assert "next due Wed 15 Jul" in printed
    assert status == 0
    assert messages(store) == [("email", "outbound", "I promised to send you the paper: here it is.", TEXT[:-1])]
    assert drafts(home) == []
    lnet("undo")
    assert contents(store.path) == before


def test_to_several_one_editor_comes_after_the_other(
    terminal: Terminal, lnet: Lnet, store: Store, ada: int, home: Path
) -> None:
    """Each is asked about and logged by itself, with a step of its own; who was not written to is left alone."""
    for name in ("Wei Chen", "Mei Lin"):
        person(store, name)
    lnet("event add PyCon --on today")
    lnet("at pycon")
    editing(home, 'echo "written" >> "$1"')
    child = terminal.run("draft", "ada", "wei", "mei")
    for name, typed in (("Ada Lovelace", "y"), ("Wei Chen", "n"), ("Mei Lin", "via chat")):
        child.expect(f"To {name}")
        child.expect(SENT)
        child.sendline(typed)
    printed, status = terminal.finish()
    assert status == 0
    assert "you are at PyCon" in printed
    assert [(channel, summary) for channel, _, summary, _ in messages(store)] == [
        ("email", "I promised to send you the paper: here it is."), ("chat", "What are you learning these days?"),
    ]  # fmt: skip
    assert [each["event"] for each in data(lnet, "interaction", "list", "--event", "pycon")] == ["PyCon", "PyCon"]
    lnet("undo")
    assert [channel for channel, *_ in messages(store)] == ["email"]
    assert len(drafts(home)) == 1


def test_the_editor_shows_what_to_know(terminal: Terminal, store: Store, ada: int, home: Path) -> None:
    """The facts stand below the message as comments, which are not part of it."""
    editing(home, f'cp "$1" "{home}/seen"; echo "PS: bye" >> "$1"')
    child = terminal.run("draft", "ada")
    child.expect("PS: bye")
    child.expect(SENT)
    child.sendline("y")
    terminal.finish()
    seen = (home / "seen").read_text()
    assert seen.startswith(TEXT)
    assert "\n# To Ada Lovelace. Lines that begin with # are left out.\n# email: ada@x.org\n" in seen
    assert messages(store)[0][3] == f"{TEXT}\n\nPS: bye".replace("\n\n\n", "\n\n")


@pytest.mark.parametrize(
    ("typed", "channel"),
    [(["chat"], "chat"), (["via", "In-Person"], "in_person"), (["via chat"], "chat"), (["smoke", "letter"], "letter")],
)
def test_the_channel_may_be_said(terminal: Terminal, store: Store, ada: int, typed: list[str], channel: str) -> None:
    """A channel in place of yes, or behind "via"; what is none is asked again."""
    child = terminal.run("draft", "ada", "--via", "call")
    child.expect("logged as call")
    child.expect(SENT)
    for number, answer in enumerate(typed):
        if number:
            child.expect("Via: ")
        child.sendline(answer)
    terminal.finish()
    assert messages(store)[0][0] == channel


def test_not_sent_is_not_stored_and_not_lost(terminal: Terminal, store: Store, ada: int, home: Path) -> None:
    """ "n" stores nothing and names the draft, which stays."""
    before = contents(store.path)
    child = terminal.run("draft", "ada")
    child.expect(SENT)
    child.sendline("n")
    printed, status = terminal.finish()
    (draft,) = drafts(home)
    assert f"Nothing was stored; your draft: {draft}\r\n" in printed
    assert (status, contents(store.path)) == (0, before)
    assert draft.read_text().startswith(TEXT)


@pytest.mark.parametrize("interrupt", ["\x03", "\x04"])
def test_an_interrupt_stores_nothing_and_keeps_the_draft(
    terminal: Terminal, store: Store, ada: int, home: Path, interrupt: str
) -> None:
    """Ctrl-C and Ctrl-D at the question."""
    before = contents(store.path)
    child = terminal.run("draft", "ada")
    child.expect(SENT)
    child.send(interrupt)
    printed, status = terminal.finish()
    (draft,) = drafts(home)
    assert f"your draft: {draft}" in printed
    assert (status, contents(store.path)) == (130, before)


def test_an_emptied_draft_is_nothing(terminal: Terminal, store: Store, ada: int, home: Path) -> None:
    """Nothing is asked, stored or kept."""
    editing(home, "printf '# only a comment\\n\\n' > \"$1\"")
    before = contents(store.path)
    terminal.run("draft", "ada")
    assert terminal.finish() == ("Nothing was sent or stored.\r\n", 0)
    assert (contents(store.path), drafts(home)) == (before, [])


def test_an_editor_that_fails(terminal: Terminal, store: Store, ada: int, home: Path) -> None:
    """One line with the draft's path, exit 7, and nothing stored."""
    editing(home, "exit 3")
    terminal.run("draft", "ada")
    printed, status = terminal.finish()
    assert "it ended with 3, so nothing was changed · your draft: " in printed.replace("\r\n", " ")
    assert (status, messages(store), len(drafts(home))) == (7, [], 1)


def test_a_text_that_cannot_be_stored(terminal: Terminal, store: Store, ada: int, home: Path) -> None:
    """A NUL is refused when it would be stored, with the draft's path."""
    editing(home, "printf 'Hi\\000Ada' > \"$1\"")
    child = terminal.run("draft", "ada")
    child.expect(SENT)
    child.sendline("")
    printed, status = terminal.finish()
    assert "it holds a NUL" in printed
    assert (status, messages(store), len(drafts(home))) == (4, [], 1)


def test_feedback_that_was_acted_on_is_told(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """The message says what became of it; it is told only where it leads the row."""
    ada = person(store, "Ada Lovelace", None)
    with step(store, "seed") as open_:
        made = feedback.add(open_, ada, "received", "Slow down.", on=ago(20))
        feedback.set_loop(open_, made, "acted", action="cut ten slides")
    assert "I have acted on your feedback: cut ten slides." in lnet("draft ada").out
    reasons = [row["reasons"][0]["ref"] for row in data(lnet, "followups")["people"]]
    child = terminal.run("draft", "ada")
    child.expect(SENT)
    child.sendline("")
    terminal.finish()
    (loop,) = store.db.execute("SELECT loop FROM feedback").fetchone()
    assert loop == ("told" if reasons == ["f1"] else "acted")


# --- the clipboard ----------------------------------------------------------------------------------------------


def test_the_message_goes_into_the_clipboard(
    terminal: Terminal, ada: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By standard input, to the first program of the desktop that can; it is said and not printed as well."""
    program(home / "bin" / "xclip", f'printf "%s|" "$@" > "{home}/arguments"; cat > "{home}/copied"')
    program(home / "bin" / "xsel", "exit 1")
    monkeypatch.setenv("PATH", f"{home}/bin:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    child = terminal.run("draft", "ada")
    child.expect(r"Copied to the clipboard \(xclip\)")
    assert "Hi Ada" not in child.before
    child.expect(SENT)
    child.sendline("n")
    terminal.finish()
    assert (home / "arguments").read_text() == "-selection|clipboard|"
    assert (home / "copied").read_text() == TEXT[:-1]


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", "exec sleep 60"])
def test_a_clipboard_that_fails_does_no_harm(
    terminal: Terminal, ada: int, home: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    """The message is printed instead."""
    program(home / "bin" / "wl-copy", script)
    monkeypatch.setenv("PATH", f"{home}/bin:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    child = terminal.run("draft", "ada")
    child.expect("Hi Ada,")
    child.expect(SENT)
    child.sendline("n")
    assert terminal.finish()[1] == 0


# --- passing something on ---------------------------------------------------------------------------------------


def test_a_message_may_pass_something_on(lnet: Lnet, ada: int) -> None:
    """A resource by its reference or title, or what I learned: that alone, whatever else there is to say."""
    lnet("contact tag ada sql")
    lnet("share https://example.org/plans --title 'Reading plans' -t sql")
    lnet("learn 'EXPLAIN before any index.' -t sql")
    check(
        lnet,
        """
        $ lnet draft ada --about "reading"
        Hi Ada,

        Last time, on 1 May, we spoke about query plans.
        I came across “Reading plans” and thought of you, since you care about sql.
        https://example.org/plans
        Do you know it already?
        $ lnet draft ada --about n1
        Hi Ada,

        Last time, on 1 May, we spoke about query plans.
        I learned something that may be of use to you: EXPLAIN before any index.
        What do you make of it?
        $ lnet draft ada --about p1
        lnet: p1 is neither a resource nor an insight · r9 or n12
        [4]
        $ lnet draft ada --about r9
        lnet: no resource 'r9'
        [3]
        """,
    )
    found = data(lnet, "draft", "ada", "--about", "n1")
    assert (found["passes_on"], found["settles"]) == ("n1", None)


@pytest.mark.parametrize(
    ("ref", "said", "after"),
    [("r1", ", and shares r1.", "Shared r1 · Ada Lovelace · Plans"), ("n1", " to ada@x.org.", "Logged i2")],
)
def test_what_was_passed_on_is_noted_once_it_was_sent(
    terminal: Terminal, lnet: Lnet, store: Store, ada: int, ref: str, said: str, after: str
) -> None:
    """In one step: the message, with the topics, and that a resource was shared; the promise stays open."""
    lnet("share Plans -t sql")
    lnet("learn 'EXPLAIN first' -t sql")
    before = contents(store.path)
    child = terminal.run("draft", "ada", "--about", ref)
    child.expect(said)
    child.expect(SENT)
    child.sendline("")
    printed, _ = terminal.finish()
    assert after in printed
    shown = data(lnet, "show", "ada")
    assert (shown["interactions"][0]["topics"], [each["status"] for each in shown["promises"]]) == (["sql"], ["open"])
    assert [each["direction"] for each in shown["resources"]] == ["given"] * (ref == "r1")
    lnet("undo")
    assert contents(store.path) == before


# --- hostile text, narrow terminals -----------------------------------------------------------------------------


@pytest.fixture
def hostile(store: Store) -> int:
    """Somebody about whom everything written is hostile."""
    made = person(store, f"Eve {HOSTILE}", "close", [])
    talk(store, 45, made, summary=f"about {HOSTILE}", their_words=f"{HOSTILE}\nnot a comment")
    owe(store, made, f"send {HOSTILE}\nsecond line", 3)
    return made


def test_hostile_text_is_harmless(terminal: Terminal, store: Store, hostile: int, home: Path) -> None:
    """It moves no cursor, leaves no comment of the draft, and stands in the file visibly."""
    editing(home, f'cp "$1" "{home}/seen"')
    child = terminal.run("draft", "eve", columns=40)
    child.expect(SENT)
    shown = child.before
    child.sendline("n")
    terminal.finish()
    seen = (home / "seen").read_text()
    assert not {"\x1b", "\x07", "\u202e"} & set(shown + seen)
    assert "\\x1b[31mred" in seen
    assert all(line.startswith("#") for line in seen.splitlines() if "not a comment" in line)
    assert len([line for line in seen.splitlines() if line and not line.startswith("#")]) == 4
    assert max(map(len, shown.splitlines())) <= 40


def test_hostile_text_is_printed_safely(lnet: Lnet, hostile: int) -> None:
    """For a pipe no line is added, and nothing is raw; JSON stays JSON."""
    printed = lnet("draft", "eve", "--print").out
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert len(printed.splitlines()) == 5
    assert json.loads(lnet("draft", "eve", "--json").out)["ok"] is True
