"""Pages lead somewhere: their links, the files they name, and the index."""

import re
from pathlib import Path

import pytest

from tests.docs.session import TOP

PAGES = [TOP / "README.md", *sorted((TOP / "docs").rglob("*.md"))]
WRITTEN = [page for page in PAGES if page.name != "reference.md"]  # the program writes that one


def links(page: Path) -> list[str]:
    """The targets of a page's links within the project."""
    found = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    return [target for target in found if "://" not in target]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_every_link_and_every_file_a_page_names_is_there(page: Path) -> None:
    """Links are relative to the page, file names in code to the top of the project."""
    named = re.findall(r"`((?:src|tests|docs|\.ci)/[\w./-]+)`", page.read_text(encoding="utf-8"))
    assert [target for target in links(page) if not (page.parent / target.split("#")[0]).exists()] == []
    assert [name for name in named if not (TOP / name).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    """A page that is not in the index is found by nobody."""
    index = TOP / "docs" / "index.md"
    led_to = {(index.parent / target).resolve() for target in links(index)}
    assert led_to == {page for page in PAGES if page.parent != TOP and page != index}


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(TOP)))
def test_a_line_holds_one_sentence(page: Path) -> None:
    """So that a change of a sentence is a change of a line; tables, lists and code may hold more."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    prose = [line for line in text.split("\n") if not re.match(r"\s*(\||[-*] |\d+\. |#)", line)]
    assert [line for line in prose if re.search(r"[a-z`)*][.?!] [A-Z`]", line)] == []
