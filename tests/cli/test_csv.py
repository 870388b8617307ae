"""Every list as CSV: a header, whether there is anything below it or not."""

import json
from pathlib import Path

import pytest

import lnet.cli.completion
from lnet.render.columns import COLUMNS
from lnet.services import demo
from tests.conftest import Lnet

# What a list is typed as, where that is not its name with blanks for dots.
TYPED = {"backup": "backup --list", "who": "who sql", "find": "find plan"}
ALWAYS = ("health",)  # as many rows as there are metrics, in an empty store, too


def typed(name: str) -> str:
    """The command line of a list, as CSV."""
    return f"{TYPED.get(name, name.replace('.', ' '))} --csv"


def test_no_list_is_forgotten() -> None:
    """Every command with --csv has its columns written down."""
    tree = json.loads((Path(lnet.cli.completion.__file__).parent / "tree.json").read_text(encoding="utf-8"))
    lists = [path for path, (options, *_) in tree.items() if any("--csv" in names for names, *_ in options)]
    assert {path.replace(" ", ".") for path in lists} == {*COLUMNS}


@pytest.mark.parametrize("name", sorted({*COLUMNS} - {*ALWAYS}))
def test_an_empty_list_has_its_header(lnet: Lnet, name: str) -> None:
    """A program that reads the columns by name finds them, and no rows."""
    ran = lnet(typed(name))
    assert (ran.out, ran.err, ran.status) == (f"{COLUMNS[name].replace(' ', ',')}\n", "", 0)


def test_the_headers_are_those_of_lists_with_rows(lnet: Lnet, home: Path) -> None:
    """On the sample network, with somebody who is there twice and a backup."""
    demo.keep(home / "lnet.db")
    lnet("add Ada Lindqvist")
    lnet("backup")
    for name, columns in COLUMNS.items():
        lines = lnet(typed(name)).out.splitlines()
        assert lines[0] == columns.replace(" ", ","), name
        assert len(lines) > 1, name
