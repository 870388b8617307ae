"""Every command of giving is one step, undo brings the store back exactly, and the forms store what is changed."""

from pathlib import Path

import pytest

from tests.cli.answers import data
from tests.cli.contents import check_undo, contents
from tests.conftest import Lnet, Seed

SEED = (
    "add Ada Lovelace -t sql",
    "add Wei Chen",
    "add Mina Park",
    "share https://example.org/plans -t sql --to ada --from wei --on yesterday",
    "share 'The listening hour' --kind podcast",
    "exchange add ada A --given --kind advice",
    "exchange add wei B --received",
    "contact know ada wei",
)
COMMANDS = (
    "share https://example.org/new --to ada --to wei --from mina -t db --title New --kind talk",
    "share r1 --to wei --title Other -t db",
    "resource add New --url example.org/x --kind book -t db --note x",
    "resource edit r1 r2 --title Other --url '' --kind '' -t db --no-topic sql --note x --no-with ada",
    "resource delete r1 r2",
    "exchange add ada New --received --on yesterday",
    "exchange edit x1 x2 --text Other --received --kind '' --on yesterday",
    "exchange delete x1 x2",
    "contact know ada mina wei --introduced",
    "contact know wei ada --remove",
)


@pytest.fixture(autouse=True)
def seeded(seed: Seed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something of each noun, and a person who can be asked."""
    seed(*SEED)
    monkeypatch.setattr("lnet.cli.form.can_ask", lambda: True)


@pytest.mark.parametrize("command", COMMANDS)
def test_undo_brings_the_store_back_exactly_and_redo_does_it_again(lnet: Lnet, home: Path, command: str) -> None:
    """All rows but the journal's are as before, timestamps and search index too; and as after when it is done again."""
    check_undo(lnet, home / "lnet.db", command)


@pytest.mark.parametrize(
    ("ref", "commands", "changed"),
    [
        ("r1", ("s/^title:.*/title: Plans/", "s/^topic:.*/topic: db, nets/", "s/^kind:.*/kind: Talk/", "$a one\\ntwo"),
         {"title": "Plans", "topics": ["db", "nets"], "kind": "talk", "note": "one\ntwo"}),
        ("r1", ("s/^url:.*/url:/", "s/^kind:.*/kind:/"), {"url": None, "kind": "other", "topics": ["sql"]}),
        ("x1", ("s/^text:.*/text: C/", "s/^direction:.*/direction: received/", "s/^on:.*/on: yesterday/"),
         {"text": "C", "direction": "received", "kind": "advice", "on": "2026-06-14"}),
    ],
)  # fmt: skip
def test_what_is_changed_in_the_form_is_stored_as_one_step(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, ref: str, commands: tuple[str, ...],
    changed: dict[str, object],
) -> None:  # fmt: skip
    """A line means what its option would; undo takes all of it back. A form closed as it was changes nothing."""
    before = contents(home / "lnet.db")
    monkeypatch.setenv("EDITOR", "true")
    assert lnet(f"edit {ref}").out == "Nothing was changed.\n"
    assert contents(home / "lnet.db") == before
    monkeypatch.setenv("EDITOR", "sed -i " + " ".join(f"-e '{each}'" for each in commands))
    assert lnet(f"edit {ref}").out.startswith(f"Changed {ref} · ")
    shown = data(lnet, "show", ref)
    assert {name: shown[name] for name in changed} == changed
    lnet("undo")
    assert contents(home / "lnet.db") == before


@pytest.mark.parametrize(
    ("ref", "command", "message"),
    [
        ("r1", "s/^title:.*/title:/", "a resource needs words"),
        ("r1", "s/^kind:.*/kind: rumour/", "kind: 'rumour' is none of "),
        ("x1", "s/^direction:.*/direction: up/", "direction: 'up' is none of given, received"),
        ("x1", "s/^on:.*/on:/", "it needs a day on which it happened"),
    ],
)
def test_a_form_that_cannot_be_taken_is_kept_as_a_draft(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, ref: str, command: str, message: str
) -> None:
    """Nothing is stored, and the sentence names what is wrong."""
    before = contents(home / "lnet.db")
    monkeypatch.setenv("EDITOR", f"sed -i -e '{command}'")
    ran = lnet(f"edit {ref}")
    assert ran.err.startswith(f"lnet: {message}")
    assert contents(home / "lnet.db") == before


def test_a_deleted_person_takes_their_shares_and_help_along(lnet: Lnet) -> None:
    """The resource stays; undo brings all of it back."""
    lnet("contact delete ada")
    assert [each["slug"] for each in data(lnet, "resource", "show", "r1")["shares"]] == ["wei-chen"]
    assert [each["ref"] for each in data(lnet, "exchange", "list")] == ["x2"]
    lnet("undo")
    assert len(data(lnet, "resource", "show", "r1")["shares"]) == 2
    assert data(lnet, "contact", "show", "wei")["knows"][0]["slug"] == "ada-lovelace"
