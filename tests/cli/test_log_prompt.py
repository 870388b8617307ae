"""`lnet log` and `lnet plan` on a real terminal: the prompt, the questions, the editor."""

from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest

from lnet.services import contacts
from lnet.services.contacts import Changes
from lnet.store.connect import Store
from tests.cli.terminal import Terminal


@pytest.fixture
def network(store: Store) -> Store:
    """Two of the name Ada; the first was met last."""
    contacts.add(store, "Ada Lovelace", Changes({}))
    contacts.add(store, "Ada Byron", Changes({}))
    return store


@pytest.fixture
def terminal(network: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal, one at a time."""
    monkeypatch.setenv("LNET_DB", str(network.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def test_the_prompt_takes_a_sentence(terminal: Terminal) -> None:
    """Bare `lnet log` asks on one line; Enter stores and echoes."""
    child = terminal.run("log")
    child.expect("log> ")
    child.sendline("coffee with Ada Byron; learned: much")
    child.expect("Logged i1.*Ada Byron")
    child.expect("learned n1")
    child.expect(pexpect.EOF)


def test_tab_completes_a_name(terminal: Terminal) -> None:
    """TAB after the beginning of a name writes the rest of it."""
    child = terminal.run("log")
    child.expect("log> ")
    child.send("coffee with @ada-b\t")
    child.expect("@ada-byron")
    child.sendline("")
    child.expect("Logged i1.*Ada Byron")


def test_two_of_a_name_are_asked_about(terminal: Terminal) -> None:
    """The candidates are numbered; the answer decides, another one is told what is wanted, and nothing is guessed."""
    child = terminal.run("log", "coffee with ada")
    child.expect("Which ada")
    child.expect("1  Ada Lovelace")
    child.expect("Number .1.: ")
    child.sendline("7")
    child.expect("A number from 1 to 2; Ctrl-C stores nothing")
    child.expect("Number .1.: ")
    child.sendline("2")
    child.expect("Logged i1.*Ada Byron")


def test_an_unknown_name_is_offered_for_adding(terminal: Terminal) -> None:
    """Enter adds; "n" leaves the name out."""
    child = terminal.run("log", "coffee with Ada Byron and Wei Chen")
    child.expect("Wei Chen is not in your network")
    child.sendline("n")
    child.expect("Logged i1.*Ada Byron")
    child = terminal.run("log", "coffee with Wei Chen")
    child.expect("Wei Chen is not in your network")
    child.sendline("")
    child.expect("added Wei Chen")


def test_nobody_recognised_is_asked_for(terminal: Terminal) -> None:
    """ "Who was it?" takes a name; an interrupt stores nothing."""
    child = terminal.run("log", "long walk")
    child.expect("Who was it")
    child.sendline("ada byron")
    child.expect("Logged i1.*Ada Byron")
    child = terminal.run("log", "another walk")
    child.expect("Who was it")
    child.send("\x03")  # not sendintr, which may come before the question is listening
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 130
    child = terminal.run("interaction", "list", "--json")
    child.expect('"ref": "i1"')
    assert child.expect(['"ref": "i2"', pexpect.EOF]) == 1


def test_a_plan_without_a_day_is_asked_when(terminal: Terminal) -> None:
    """ "When?" takes a day and a time; the other questions follow; Enter alone is told what is wanted."""
    child = terminal.run("plan", "coffee with ada")
    child.expect("When. ")
    child.sendline("")
    child.expect("A day, such as fri or tomorrow 15:00")
    child.expect("When. ")
    child.sendline("2027-01-08 15:00")
    child.expect("Number .1.: ")
    child.sendline("2")
    child.expect("Planned i1 · Fri 8 Jan.* 15:00.*Ada Byron")
    child.expect(pexpect.EOF)
    child = terminal.run("plan", "--on", "2027-01-09", "tea")
    child.expect("Who is it with. ")
    child.sendline("ada byron")
    child.expect("Planned i2")
    child.expect(pexpect.EOF)


def test_a_plan_of_options_alone_is_a_prompt(terminal: Terminal) -> None:
    """What is missing is the sentence; bare `lnet plan` is the list, on a narrow terminal too."""
    child = terminal.run("plan", "--on", "2027-01-08")
    child.expect("plan> ")
    child.sendline("tea with Ada Byron")
    child.expect("Planned i1")
    child.expect(pexpect.EOF)
    child = terminal.run("plan", columns=40)
    child.expect("i1 tea with Ada Byron *\r\n  2027-01-08 · in person · Ada Byron *\r\n")
    child.expect(pexpect.EOF)


def test_amend_opens_the_last_log_again(terminal: Terminal) -> None:
    """The prompt is filled in with the last sentence; what is typed goes on from there."""
    terminal.run("log", "coffee with Ada Byron").expect(pexpect.EOF)
    child = terminal.run("log", "--amend")
    child.expect("log> coffee with Ada Byron")
    child.sendline(" about #joins")
    child.expect("Amended i1.*#joins")


def test_the_editor_may_hold_the_sentence(terminal: Terminal, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """-e opens the editor; a sentence that cannot be stored stays in a file that is named."""
    editor = home / "an editor"
    editor.write_text('#!/bin/sh\nprintf "coffee with Ada Byron\\nlearned: much\\n" > "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{editor}'")
    child = terminal.run("log", "-e")
    child.expect("learned n1")
    child.expect(pexpect.EOF)
    editor.write_text('#!/bin/sh\nprintf "tomorrow: coffee with Ada Byron" > "$1"\n')
    child = terminal.run("log", "-e")
    child.expect("your draft: ([^\r\n]+)")
    child.expect(pexpect.EOF)
    drafts = list(home.rglob("drafts/*"))
    assert [draft.read_text() for draft in drafts] == ["tomorrow: coffee with Ada Byron"]
