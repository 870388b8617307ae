"""`lnet demo`: a sample network that is alive, always the same, and leaves nothing behind."""

import json
import os
import re
import sqlite3
import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest

from lnet.services import demo
from tests.conftest import Lnet
from tests.store import image


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of the test's own for what is made and thrown away."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The sample network, to look at."""
    path = tmp_path_factory.mktemp("sample") / "lnet.db"
    demo.build(path)
    return sqlite3.connect(path)


def answered(lnet: Lnet, *words: str) -> Any:
    ran = lnet("demo", *words, "--json")
    assert ran.status == 0, ran.err
    return json.loads(ran.out)["data"]


def test_its_morning_shows_people_for_different_reasons_and_stale_goals(lnet: Lnet) -> None:
    """The list is full, its people stand there for different reasons, and three goals are stale."""
    found = answered(lnet, "followups")
    assert len(found["people"]) == 5
    assert found["people"][0]["name"] == "Ada Lindqvist"
    assert [reason["kind"] for reason in found["people"][0]["reasons"]] == ["promise", "cadence"]
    assert len({re.sub(r"\d+", "", row["reasons"][0]["text"]) for row in found["people"]}) == 5
    assert [goal["title"] for goal in found["goals"]] == [
        "Give a conference talk",
        "Ship a small tool in Rust",
        "Read query plans",
    ]


def test_options_may_stand_before_the_command(lnet: Lnet) -> None:
    """`demo --json followups` is `demo followups --json`; without a command they are those of the list."""
    after = lnet("demo followups --json").out
    assert lnet("demo --json followups").out == lnet("demo --json").out == after
    assert lnet("demo --json goal list").out == lnet("demo goal list --json").out
    assert json.loads(lnet("demo --limit 2 --json").out)["data"]["limit"] == 2
    assert lnet("demo --json nonsense").status == 2


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    """Samples, and their copies for the tests, are equal row by row: uids, times, journal; only the device differs."""
    texts = []
    for number, build in enumerate((image.build_sample, image.build_sample, demo.build)):
        path = tmp_path / f"{number}.db"
        build(path)
        lines = sqlite3.connect(path).iterdump()
        texts.append([line for line in lines if not line.startswith('INSERT INTO "device"')])
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert texts[0] == texts[1] == texts[2]


WANTED = [
    ("SELECT count(*) FROM contact WHERE imported_from IS NULL", 38, 45),
    ("SELECT count(*) FROM figure WHERE address_book", 10, 20),
    ("SELECT count(*) FROM interaction WHERE NOT planned", 180, 260),
    ("SELECT count(*) FROM interaction WHERE planned AND occurred_on > '2026-06-15'", 2, 5),
    ("SELECT count(DISTINCT circle) FROM contact", 4, 4),
    ("SELECT count(DISTINCT status) FROM contact", 4, 4),
    ("SELECT count(DISTINCT kind) FROM insight", 4, 4),
    ("SELECT count(DISTINCT stance) FROM insight", 4, 4),
    ("SELECT count(DISTINCT value) FROM insight", 3, 3),
    ("SELECT count(DISTINCT loop) FROM feedback", 5, 5),
    ("SELECT count(DISTINCT direction) FROM feedback", 3, 3),
    ("SELECT count(DISTINCT owed_by || status) FROM promise", 5, 8),
    ("SELECT count(DISTINCT status) FROM goal", 4, 4),
    ("SELECT count(DISTINCT channel) FROM interaction", 7, 9),
    ("SELECT count(*) FROM event", 3, 3),
    ("SELECT count(*) FROM community", 5, 8),
    ("SELECT count(*) FROM project", 2, 2),
    ("SELECT count(DISTINCT direction) FROM share", 2, 2),
    ("SELECT count(DISTINCT direction) FROM exchange", 2, 2),
    ("SELECT count(*) FROM mentor_agreement", 2, 2),
    ("SELECT count(*) FROM acquaintance", 10, 20),
]


@pytest.mark.parametrize(("query", "least", "most"), WANTED)
def test_it_holds_something_of_everything(sample: sqlite3.Connection, query: str, least: int, most: int) -> None:
    """Every noun, every circle, every kind, stance and state of a loop has its example."""
    assert least <= sample.execute(query).fetchone()[0] <= most


def test_nothing_in_it_happened_after_its_today_or_before_it_was_known(sample: sqlite3.Connection) -> None:
    """No conversation lies in the future or before the person was added."""
    query = """
        SELECT c.name, i.occurred_on FROM interaction i JOIN participant p ON p.interaction_id = i.id
        JOIN contact c ON c.id = p.contact_id
        WHERE NOT i.planned AND (i.occurred_on > '2026-06-15' OR i.occurred_on < c.created_on)
    """
    assert sample.execute(query).fetchall() == []


def test_no_event_of_it_ends_before_it_begins(sample: sqlite3.Connection) -> None:
    """The sample's days are counted from its today, and those to come are counted backwards."""
    assert sample.execute("SELECT name FROM event WHERE ends_on < starts_on").fetchall() == []


def test_any_command_runs_on_it_with_all_its_options(lnet: Lnet) -> None:
    """Options behind the command belong to the command: a log is echoed, its help is its own."""
    logged = answered(lnet, "log", "yesterday: coffee with ada about plans #sql", "--via", "video")
    assert logged["interaction"]["channel"] == "video"
    assert [who["name"] for who in logged["interaction"]["participants"]] == ["Ada Lindqvist"]
    assert "Usage: lnet log" in lnet("demo", "log", "--help").out


def test_a_row_number_means_the_row_of_its_list(lnet: Lnet) -> None:
    """`done 2` works at once, as if the list had just been seen."""
    assert "Beatriz Nunes" in lnet("demo why 2").out + lnet("demo done 2").out


def test_errors_keep_their_sentence_and_status(lnet: Lnet) -> None:
    """What fails on the sample fails as it does elsewhere."""
    ran = lnet("demo contact show nobody-of-this-name")
    assert (ran.status, ran.out) == (3, "")
    assert lnet("demo followups --line --exit-code").status == 10


def test_alone_it_shows_the_list_and_what_to_try(lnet: Lnet) -> None:
    """The bare command introduces itself, shows the morning, and names commands that exist."""
    from lnet.cli.commands import COMMANDS

    ran = lnet("demo")
    assert ran.status == 0
    assert "Ada Lindqvist" in ran.out
    tries = [line.split() for line in ran.out.splitlines() if line.startswith("lnet demo ")]
    assert len(tries) >= 5
    assert {words[2] for words in tries if not words[2].startswith("-")} <= COMMANDS.keys()


def test_it_leaves_nothing_behind(lnet: Lnet, home: Path, temporary: Path) -> None:
    """No store, no state file, no temporary file, no changed environment; the own store is not made."""
    before = dict(os.environ)
    lnet("demo", "log", "coffee with ada")
    lnet("demo nonsense")
    assert dict(os.environ) == before | {"LNET_DB": str(home / "lnet.db")}
    assert list(home.rglob("*")) == []
    assert list(temporary.iterdir()) == []


def test_it_can_be_kept_but_never_overwrites(lnet: Lnet, home: Path) -> None:
    """`--keep` writes a store for its owner alone, and refuses a file that is there, whatever it is."""
    kept = home / "sample.db"
    assert lnet("demo", "--keep", str(kept)).status == 0
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "Ada Lindqvist" in lnet("--db", str(kept), "followups").out
    kept.write_text("mine")
    refused = lnet("demo", "--keep", str(kept))
    assert (refused.status, refused.err) == (7, f"lnet: cannot write {kept}: File exists\n")
    assert kept.read_text() == "mine"
    assert [path.name for path in home.iterdir()] == ["sample.db"]
    assert lnet("demo", "--keep", str(home / "no" / "sample.db")).status == 7
