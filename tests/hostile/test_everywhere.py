"""Hostile text in every field of the store, through every command there is, in every form of its answer."""

import csv
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no stubs
import pytest
from rich.cells import cell_len

from lnet.cli.commands import COMMANDS
from lnet.render.machine import cell
from lnet.render.safe import UNSAFE
from tests.conftest import Ran
from tests.hostile.conftest import Play
from tests.hostile.lines import SLOW, Line, lines

# How rich shows weight and colour; nothing of the texts in the store looks like it.
STYLE = re.compile(r"\x1b\[[0-9;]*m")
LINES = lines()
QUICK = [line for line in LINES if line.path not in SLOW]
ROOT = Path(__file__).parents[2]
NARROW = 20
PAGES = ("summary", "graph", "insight")  # written for other programs, whatever the terminal


def test_no_command_is_forgotten() -> None:
    """Each command of the table is played with words of its own."""
    assert {line.words[0] for line in LINES} == set(COMMANDS)


def shown(text: str) -> str:
    """What a terminal, a pager or a log file would obey in a text; "" if there is nothing."""
    found = re.search(UNSAFE, text.replace("\n", ""))
    return f"{found[0]!r} in {text[:300]!r}" if found else ""


def complaint(ran: Ran, line: Line) -> str:
    """What is wrong with an answer, whatever its form."""
    if ran.status != line.status or (ran.status and ran.err.count("\n") > 1):
        return f"[{ran.status}] {ran.err}{ran.out[:300]}"
    return shown(ran.out) or shown(ran.err)


def faults(found: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The commands with something to complain about."""
    return {words: wrong for words, wrong in found if wrong}


def test_piped(play: Play) -> None:
    """No control byte, no override, no escape: a failure is one line, and the exit status is the one it is to be."""
    assert faults((line.path, complaint(play(line.words), line)) for line in LINES) == {}


def test_one_word_a_line(play: Play) -> None:
    """`--slugs` and `--line` are for other programs: plain words alone."""
    for line in LINES:
        for form in {"--slugs", "--line"} & {*line.forms}:
            assert re.fullmatch(r"([a-z0-9-]+\n)*|[0-9a-z, ]+\n", play([*line.words, form]).out)


def test_json(play: Play) -> None:
    """One envelope, whatever happened, in which steering characters are escapes."""

    def wrong(line: Line) -> str:
        ran = play([*line.words, "--json"])
        body = json.loads(ran.out)
        named = body["schema"] == ("lnet.error/1" if ran.status else f"lnet.{body['schema'][5:-2]}/1")
        return complaint(ran, line) or ("" if named and body["ok"] == (not ran.status) else str(body)[:300])

    assert faults((line.path, wrong(line)) for line in QUICK if "--json" in line.forms) == {}


def test_csv(play: Play) -> None:
    """The same rows as in JSON: each cell safe, and none that a spreadsheet would take for a formula."""

    def wrong(line: Line) -> str:
        ran = play([*line.words, "--csv"])
        if ran.status == 2:  # of this answer there is no list
            return ""
        records = json.loads(play([*line.words, "--json"]).out)["data"]
        rows = [*csv.reader(io.StringIO(ran.out))][1:]
        formulas = [each for row in rows for each in row if re.match(r"[=+@\t-](?!\d+(\.\d+)?$)", each)]
        same = not isinstance(records, list) or rows == [[cell(each) for each in row.values()] for row in records]
        return complaint(ran, line) or ("" if same and not formulas else f"{formulas} {ran.out[:300]}")

    assert faults((line.path, wrong(line)) for line in LINES if "--csv" in line.forms) == {}


# --- on a terminal ------------------------------------------------------------------------------------------------


def played_on_a_terminal(home: Path, store: bytes, columns: int) -> Iterator[tuple[Line, str, int]]:
    """What every line shows on a terminal with colours, and its exit status."""
    (home / "lnet.db").write_bytes(store)
    (home / "lines.json").write_text(json.dumps([line.words for line in QUICK]))
    env = {**os.environ, "LNET_DB": str(home / "lnet.db"), "PYTHONPATH": str(ROOT), "COLUMNS": str(columns),
           "TERM": "xterm-256color"}  # fmt: skip
    words = ["-m", "tests.hostile.played", str(home / "lnet.db"), str(home / "lines.json")]
    child = pexpect.spawn(sys.executable, words, env=env, timeout=300, dimensions=(40, columns), cwd=str(home))
    child.expect(pexpect.EOF)
    printed = child.before.decode().replace("\r\n", "\n")
    for number, out, status in re.findall(r"^<<< (\d+) >>>\n(.*?)<<< (\d+) >>>\n", printed, re.DOTALL | re.MULTILINE):
        yield QUICK[int(number)], out, int(status)


@pytest.mark.usefixtures("play")
def test_on_a_terminal(home: Path, evil_store: bytes) -> None:
    """Nothing is sent but text and the styles of our own; on a narrow one no line is too wide."""

    def wrong(line: Line, out: str, status: int) -> str:
        text = STYLE.sub("", out)
        wide = (
            [] if status or line.words[0] in PAGES else [each for each in text.split("\n") if cell_len(each) > NARROW]
        )
        return complaint(Ran(text, "", status), line) or (f"{cell_len(wide[0])} columns: {wide[0]}" if wide else "")

    played = [*played_on_a_terminal(home, evil_store, NARROW)]
    assert len(played) == len(QUICK)
    assert any(STYLE.search(out) for _, out, _ in played)
    assert faults((line.path, wrong(line, out, status)) for line, out, status in played) == {}
