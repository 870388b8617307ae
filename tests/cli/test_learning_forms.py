"""The small text forms of goals, promises, feedback, insights and events; sed is the editor."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.answers import data
from tests.cli.contents import contents
from tests.conftest import Lnet, Seed

SEED = (
    "contact add Ada Lovelace",
    "contact add Wei Chen",
    "goal add Plans --with ada --topic sql --topic db --why x",
    "promise add ada A --by 2026-06-19",
    "feedback receive ada A --situation s --goal g1",
    "learn A --from ada --topic sql",
    "event add PyCon --on 2026-07-01 --place Berlin --note x",
)


@pytest.fixture(autouse=True)
def terminal(seed: Seed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who can be asked, and something of each noun."""
    seed(*SEED)
    monkeypatch.setattr("lnet.cli.form.can_ask", lambda: True)


def edit(lnet: Lnet, monkeypatch: pytest.MonkeyPatch, command: str, *commands: str) -> Any:
    """Run an edit whose editor carries out these sed commands."""
    monkeypatch.setenv("EDITOR", "sed -i " + " ".join(f"-e '{each}'" for each in commands))
    return lnet(command)


@pytest.mark.parametrize(
    ("ref", "commands", "changed"),
    [
        ("g1",
         ("s/^why:.*/why: because/", "s/^every:.*/every: 1m/", "s/^by:.*/by: 4 sep/", "s/^area:.*/area: Personal/"),
         {"why": "because", "every_days": 30, "target_on": "2026-09-04", "area": "personal"}),
        ("g1", ("s/^topic:.*/topic: db, nets/", "s/^with:.*/with: wei-chen/", "/^why:/d"),
         {"topics": ["db", "nets"], "why": "x",
          "contacts": [{"name": "Wei Chen", "slug": "wei-chen", "helps_with": None}]}),
        ("p1", ("s/^text:.*/text: B/", "s/^by:.*/by:/", "s/^owed-by:.*/owed-by: them/"),
         {"text": "B", "due_on": None, "owed_by": "them"}),
        ("f1",
         ("s/^situation:.*/situation:/", "s/^goal:.*/goal:/", "s/^shareable:.*/shareable: yes/", "$a second line"),
         {"situation": None, "goal": None, "shareable": True, "text": "A\nsecond line"}),
        ("n1", ("s/^from:.*/from: wei/", "s/^stance:.*/stance: changed mind/", "s/^goal:.*/goal: plans/"),
         {"slug": "wei-chen", "stance": "changed_mind", "goal": "g1", "topics": ["sql"]}),
        ("e1", ("s/^name:.*/name: PyCon DE/", "s/^until:.*/until: 3 jul/", "s/^place:.*/place:/", "$a second line"),
         {"name": "PyCon DE", "starts_on": "2026-07-01", "ends_on": "2026-07-03", "place": None,
          "note": "x\nsecond line"}),
    ],
)  # fmt: skip
def test_what_is_changed_in_the_form_is_stored_as_one_step(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, ref: str, commands: tuple[str, ...],
    changed: dict[str, Any],
) -> None:  # fmt: skip
    """A line means what its option would; one that was taken out stays as it is; undo takes all of it back."""
    before = contents(home / "lnet.db")
    ran = edit(lnet, monkeypatch, f"edit {ref}", *commands)
    assert (ran.out.split()[:2], ran.status) == (["Changed", ref], 0)
    shown = data(lnet, "show", ref)
    assert {name: shown[name] for name in changed} == changed
    lnet("undo")
    assert contents(home / "lnet.db") == before


@pytest.mark.parametrize("command", ["goal edit g1", "promise edit p1", "feedback edit f1", "insight edit n1"])
def test_a_form_closed_as_it_was_changes_nothing(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """It says so, and there is no step."""
    before = contents(home / "lnet.db")
    ran = edit(lnet, monkeypatch, command, "p;d")
    assert (ran.out, ran.status) == ("Nothing was changed.\n", 0)
    assert contents(home / "lnet.db") == before
    assert lnet("history --limit 1").out.split("\n")[1].split()[0] == str(len(SEED))


@pytest.mark.parametrize(
    ("ref", "command", "message"),
    [
        ("g1", "s/^area:.*/area: garden/", "area: 'garden' is none of personal, professional"),
        ("g1", "s/^title:.*/title:/", "a goal needs words"),
        ("g1", "s/^with:.*/with: nobody/", "no contact named 'nobody'"),
        ("p1", "s/^by:.*/by: soon/", "'soon' is not a date I understand"),
        ("f1", "s/^shareable:.*/shareable: maybe/", "'maybe' is neither yes nor no"),
        ("f1", "s/^on:.*/on:/", "it needs a day on which it happened"),
        ("n1", "s/^text:.*/text:/", "an insight needs words"),
    ],
)
def test_a_form_that_cannot_be_taken_is_kept_as_a_draft(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, ref: str, command: str, message: str
) -> None:
    """Nothing is stored, the sentence names what is wrong, and the draft is named too."""
    before = contents(home / "lnet.db")
    ran = edit(lnet, monkeypatch, f"edit {ref}", command)
    assert ran.err.startswith(f"lnet: {message}")
    assert "your draft: " in ran.err
    assert contents(home / "lnet.db") == before


def test_the_form_is_for_one_thing(lnet: Lnet) -> None:
    """Several things are changed alike by options alone."""
    lnet("goal add Talks")
    ran = lnet("goal edit g1 g2")
    assert (ran.err, ran.status) == (
        "lnet: the form shows one thing at a time · name one, or give options (see --help)\n", 2,
    )  # fmt: skip
