"""`lnet export`: everything there is, into a file, a folder or a pipe."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from lnet.cli.exported import FOLDERS, FORMATS
from lnet.services import demo
from lnet.store import json_schema
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.terminal import Terminal
from tests.conftest import Lnet, Seed
from tests.transcript import check

ADA = ("contact add Ada Lovelace --email ada@example.org", "contact add '=1+1' --note @home", "log 'tea with ada #sql'")
TEXTS = sorted(set(FORMATS))


@pytest.fixture
def sample(home: Path) -> Path:
    """A store with the sample network: some hundred kilobytes as JSON, more than a pipe holds."""
    demo.build(home / "lnet.db")
    return home / "lnet.db"


def test_the_end_of_the_name_says_the_format(lnet: Lnet, seed: Seed, home: Path) -> None:
    """A known end is a format, any other is lnet JSON; --format wins; the file is its owner's alone."""
    seed(*ADA)
    check(
        lnet,
        """
        $ lnet export -o network.json
        Wrote network.json
        $ lnet export -o network.db.txt
        Wrote network.db.txt
        $ lnet export -o network.GraphML
        Wrote network.GraphML
        $ lnet export --format dot -o network.json.txt
        Wrote network.json.txt
        """,
    )
    assert json.loads((home / "network.json").read_text())["schema"].startswith("lnet.store/")
    assert json.loads((home / "network.db.txt").read_text())["schema"].startswith("lnet.store/")
    assert (home / "network.GraphML").read_text().startswith("<?xml")
    assert (home / "network.json.txt").read_text().startswith("digraph")
    assert (home / "network.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_goes_to_standard_output_a_file_and_an_answer(
    lnet: Lnet, seed: Seed, home: Path, name: str
) -> None:
    """Piped, in a file and within --json it is the same text, but for the moment at which it was written."""
    seed(*ADA)
    piped = lnet("export", "--format", name)
    assert piped.status == 0
    assert lnet("export", "--format", name, "-o", "file.csv").status == 0
    answered = data(lnet, "export", "--format", name)
    texts = [piped.out, (home / "file.csv").read_bytes().decode(), answered["text"]]
    without_moment = [
        "".join(line for line in text.splitlines(keepends=True) if "exported_at" not in line) for text in texts
    ]
    assert without_moment[0]
    assert without_moment == [without_moment[0]] * 3


@pytest.mark.parametrize("name", TEXTS)
def test_an_empty_store_can_be_exported(lnet: Lnet, home: Path, name: str) -> None:
    """There is always something valid to read."""
    assert lnet("export", "--format", name).status == 0
    for folder in FOLDERS:
        assert lnet("export", "--format", folder, "-o", folder).status == 0


def test_an_export_reads_only(lnet: Lnet, seed: Seed) -> None:
    """No step is left in the journal."""
    seed(*ADA)
    before = lnet("history").out
    lnet("export")
    assert lnet("history").out == before


def test_the_answer_says_where(lnet: Lnet, seed: Seed) -> None:
    """With -o the answer names the format and the file, or the folder and what became of its files."""
    seed(*ADA)
    nothing = {"file": None, "folder": None, "files": None, "text": None}
    assert data(lnet, "export", "-o", "a.jsonl") == nothing | {"format": "jsonl", "file": "a.jsonl"}
    filled = data(lnet, "export", "--format", "csv", "-o", "tables")
    assert (filled["folder"], filled["files"]["kept"]) == ("tables", [])


# --- formats ----------------------------------------------------------------------------------------------------


def test_lnet_json_fits_its_schema(lnet: Lnet, sample: Path) -> None:
    """The whole sample is valid by the schema that the documentation holds, and that follows the tables."""
    schema = json.loads(json_schema.PAGE.read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    document = json.loads(lnet("export").out)
    assert list(checker.iter_errors(document)) == []
    document["data"]["contact"][0]["circle"] = "stranger"
    document["data"]["promise"][0]["due_on"] = "2026-02-30"
    assert len(list(checker.iter_errors(document))) == 2
    assert json_schema.main(["--check"]) == 0


def test_json_lines_are_the_rows_of_lnet_json(lnet: Lnet, sample: Path) -> None:
    """One object a line, in the same order, each with the name of its table."""
    whole = json.loads(lnet("export").out)["data"]
    lines = [json.loads(line) for line in lnet("export --format jsonl").out.splitlines()]
    assert lines == [{"table": table, **row} for table, rows in whole.items() for row in rows]


def test_a_csv_file_holds_people_and_a_folder_the_tables(lnet: Lnet, seed: Seed, home: Path) -> None:
    """What a spreadsheet would take for a formula is marked, as in every CSV of lnet's."""
    seed(*ADA)
    lnet("export -o people.csv")
    with (home / "people.csv").open() as file:
        people = list(csv.DictReader(file))
    assert [(each["name"], each["email"], each["note"]) for each in people] == [
        ("Ada Lovelace", "ada@example.org", ""), ("'=1+1", "", "'@home"),
    ]  # fmt: skip
    lnet("export --format csv -o tables")
    assert set(json.loads(lnet("export").out)["data"]) == {path.stem for path in home.glob("tables/*.csv")}
    with (home / "tables/interaction.csv").open() as file:
        assert [row["summary"] for row in csv.DictReader(file)] == ["tea with ada"]


def test_markdown_is_the_summary(lnet: Lnet, sample: Path) -> None:
    """The same page as `lnet summary` prints."""
    assert lnet("export --format markdown").out == lnet("summary").out


@pytest.mark.parametrize("name", ["mermaid", "dot", "graphml"])
def test_a_graph_is_that_of_lnet_graph(lnet: Lnet, sample: Path, name: str) -> None:
    """The same text as `lnet graph` prints."""
    assert lnet("export", "--format", name).out == lnet("graph", "--format", name).out


# --- what could go wrong ----------------------------------------------------------------------------------------


def test_what_cannot_be_written_is_told(lnet: Lnet, seed: Seed, home: Path) -> None:
    """The store itself, a folder, a place that is not there, an unknown format: one line, and the exit status."""
    seed(*ADA)
    before = (home / "lnet.db").read_bytes()
    check(
        lnet,
        """
        $ lnet export -o lnet.db
        lnet: lnet.db is the store itself · give another file
        [4]
        $ lnet export -o .
        lnet: cannot write .: it is a directory
        [7]
        $ lnet export -o missing/network.json
        lnet: cannot write missing/network.json: No such file or directory
        [7]
        $ lnet export --format xls
        lnet: Invalid value for '--format': 'xls' is not one of …
        [2]
        """,
    )
    assert (home / "lnet.db").read_bytes() == before
    assert sorted(path.name for path in home.iterdir()) == ["lnet.db"]


def test_a_file_that_might_not_survive_a_power_cut_is_there(
    lnet: Lnet, seed: Seed, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk failed when only the name of the file was to be made durable: exit 7, and it says that it is written."""
    seed(*ADA)
    (home / "network.json").write_text("old")

    def fails(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("lnet.cli.files.sync", fails)
    ran = lnet("export -o network.json")
    assert (ran.status, ran.out) == (7, "")
    assert ran.err.endswith("Input/output error · the file is written all the same; a power cut may take it back\n")
    assert json.loads((home / "network.json").read_text())


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_stored_reaches_a_terminal_raw(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """On a terminal, too, every format is shown with its control bytes visible."""
    lnet("contact", "add", HOSTILE, "--circle", "close")
    monkeypatch.setenv("LNET_DB", str(home / "lnet.db"))
    terminal = Terminal()
    terminal.run("export", "--format", name)
    printed, status = terminal.finish()
    assert status == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)


def test_csv_is_safe_wherever_it_goes(lnet: Lnet, home: Path) -> None:
    """A cell shows control bytes, and keeps its row."""
    lnet("contact", "add", HOSTILE)
    out = lnet("export --format csv").out
    assert_safe(out)
    assert len(list(csv.reader(io.StringIO(out)))) == 2


def test_a_paused_reader_holds_up_nobody(sample: Path) -> None:
    """While nobody reads an export on, a conversation is logged at once; the export is that of before."""
    environment = {**os.environ, "LNET_DB": str(sample), "LNET_BUSY_SECONDS": "1"}
    command = [sys.executable, "-m", "lnet"]
    with subprocess.Popen([*command, "export"], env=environment, stdout=subprocess.PIPE) as export:
        assert export.stdout
        first = export.stdout.read(10)
        logged = subprocess.run([*command, "log", "--solo", "a walk"], env=environment, capture_output=True, text=True)
        rest = export.stdout.read()
    assert (logged.returncode, logged.stderr) == (0, "")
    assert "a walk" not in (first + rest).decode()
    assert json.loads(first + rest)["data"]["contact"]
