"""Every command of communities and projects is one step, and undo brings the store back exactly; their small forms."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.answers import data
from tests.cli.contents import check_undo, contents
from tests.conftest import Lnet, Seed

SEED = (
    "contact add Ada Lovelace",
    "contact add Wei Chen",
    "goal add Plans",
    "community add Data Guild --kind meetup --joined 2026-05-01 --renews 2026-07-10 --with ada --note x",
    "community add Readers",
    "project add Atlas --with ada --goal g1 --by 2026-06-20",
    "project add Viewer --with wei",
    "project member j1 ada --role maps",
    "project charter j1 --purpose shade",
    "project retro j1 'went well'",
    "log 'coffee with ada; learned: A' --community c1 --project j1",
)
COMMANDS = (
    "community add New --kind forum --with wei --url https://x.example",
    "community edit c1 c2 --name Other --renews '' --with wei --no-with ada --note ''",
    "community member c1 wei 'Ravi Patel' --create",
    "community member c1 ada --remove",
    "community join c1 c2",
    "community renew c1 c2 --by 2027-07-10",
    "community delete c1 c2",
    "project add New --with wei --goal g1 --by fri",
    "project edit j1 j2 --title Other --goal '' --with wei --no-with ada --status paused",
    "project charter j1 --purpose '' --roles all --by fri --credit us",
    "project member j1 wei 'Ravi Patel' --role tests --create",
    "project member j1 ada --remove",
    "project retro j1 'late; learned: B #sql; practice: C'",
    "project close j1 j2",
    "project delete j1 j2",
)


@pytest.fixture(autouse=True)
def seeded(seed: Seed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two communities and two projects, and a person who can be asked by a form."""
    seed(*SEED)
    monkeypatch.setattr("lnet.cli.form.can_ask", lambda: True)


@pytest.mark.parametrize("command", COMMANDS)
def test_undo_brings_the_store_back_exactly_and_redo_does_it_again(lnet: Lnet, home: Path, command: str) -> None:
    """All rows but the journal's are as before, timestamps and search index too; and as after when it is done again."""
    check_undo(lnet, home / "lnet.db", command)


@pytest.mark.parametrize(
    ("ref", "commands", "changed"),
    [
        ("c1",
         ("s/^kind:.*/kind: Forum/", "s/^renews:.*/renews:/", "s/^joined:.*/joined: 2 may/",
          "s/^with:.*/with: wei-chen/", "$a second line"),
         {"kind": "forum", "renews_on": None, "joined_on": "2026-05-02", "note": "x\nsecond line",
          "members": [{"name": "Wei Chen", "slug": "wei-chen"}]}),
        ("j1",
         ("s/^status:.*/status: closed/", "s/^goal:.*/goal:/", "s/^by:.*/by: 1 jul/", "s/^done-when:.*/done-when: out/",
          "/^purpose:/d", "$a second line"),
         {"status": "closed", "closed_on": "2026-06-15", "goal": None, "due_on": "2026-07-01", "done_when": "out",
          "purpose": "shade", "retrospective": "went well\nsecond line"}),
    ],
)  # fmt: skip
def test_what_is_changed_in_the_form_is_stored_as_one_step(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, ref: str, commands: tuple[str, ...],
    changed: dict[str, Any],
) -> None:  # fmt: skip
    """A line means what its option would; one that was taken out stays as it is; undo takes all of it back."""
    before = contents(home / "lnet.db")
    monkeypatch.setenv("EDITOR", "sed -i " + " ".join(f"-e '{each}'" for each in commands))
    ran = lnet(f"edit {ref}")
    assert (ran.out.split()[:2], ran.status) == (["Changed", ref], 0)
    shown = data(lnet, "show", ref)
    assert {name: shown[name] for name in changed} == changed
    lnet("undo")
    assert contents(home / "lnet.db") == before


@pytest.mark.parametrize("command", ["community edit c1", "project edit j1"])
def test_a_form_closed_as_it_was_changes_nothing(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """It says so, and there is no step."""
    before = contents(home / "lnet.db")
    monkeypatch.setenv("EDITOR", "true")
    assert lnet(command).out == "Nothing was changed.\n"
    assert contents(home / "lnet.db") == before


def test_references_are_completed_with_their_names(lnet: Lnet, capsys: pytest.CaptureFixture[str]) -> None:
    """TAB offers short references, of projects those that are not over."""
    from lnet.cli.completion import complete

    lnet("project close j2")
    for words, offered in ((["community", "show"], ["c2", "c1"]), (["project", "charter"], ["j1"])):
        capsys.readouterr()
        complete([*words, ""])
        assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == offered
