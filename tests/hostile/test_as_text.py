"""Hostile text is kept exactly, shown literally, and is nothing but text to whoever reads a page or a graph."""

import io
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import networkx  # type: ignore[import-untyped]  # it has no types, and its stubs are one more dependency
import pytest
from sqlmodel import SQLModel

from lnet.domain.names import clean
from lnet.exchange.graph_label import label
from lnet.render.safe import safe
from lnet.store import tables  # noqa: F401  # it makes the tables known
from lnet.store.tables import Json
from tests.conftest import Lnet
from tests.exchange.test_graphs import MERMAID_LINE, statements
from tests.hostile.conftest import Play
from tests.hostile.network import build, free
from tests.hostile.texts import CORE, SINGLE, harmless, harmlessly_called
from tests.render.markdown import kinds, tokens

NOUNS = {
    "g": "goal", "p": "promise", "f": "feedback", "n": "insight", "e": "event", "c": "community", "j": "project",
    "x": "exchange", "r": "resource", "i": "interaction",
}  # fmt: skip


@pytest.mark.parametrize("noun", ["contact", *NOUNS.values()])
def test_json_holds_every_text_exactly(play: Play, home: Path, noun: str) -> None:
    """The first of each noun, field by field as the store has it; what is one line is shown whole, and literally."""
    letter = next((letter for letter, each in NOUNS.items() if each == noun), "")
    reference = f"{letter}1" if letter else "grace-okafor"
    found = json.loads(play(["show", reference, "--json"]).out)["data"]
    printed = play(["show", reference]).out
    with closing(sqlite3.connect(home / "lnet.db")) as db:
        db.row_factory = sqlite3.Row
        row = db.execute(f"SELECT * FROM {noun} WHERE uid = ?", (found["uid"],)).fetchone()
    columns = [*free(SQLModel.metadata.tables[noun])]
    told = found | (found.get("debrief") or {})
    for column in columns:
        stored = json.loads(row[column.name]) if isinstance(column.type, Json) else row[column.name]
        assert told[column.name] == stored, column.name
    title = next(row[column.name] for column in columns if column.name in ("name", "title", "summary", "text"))
    assert safe(clean(title))[:2000] in printed


@pytest.fixture(scope="module")
def harmless_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of the same store with plain words in the place of the hostile ones."""
    path = tmp_path_factory.mktemp("harmless") / "lnet.db"
    build(path, harmless, harmlessly_called)
    return path.read_bytes()


@pytest.mark.parametrize("words", [["summary"], ["insight", "digest"]], ids=" ".join)
def test_a_page_has_the_same_blocks_whatever_is_written(
    play: Play, lnet: Lnet, home: Path, harmless_store: bytes, words: Sequence[str]
) -> None:
    """As many headings, items and rows of tables in the same order; no HTML, no link, no picture."""
    page = play(words).out
    (home / "lnet.db").write_bytes(harmless_store)
    assert kinds(page) == kinds(lnet(*words).out)
    assert only_text(page)


def test_a_page_for_others_is_only_text(lnet: Lnet) -> None:
    """Names are replaced in it; what remains is text."""
    lnet("contact", "add", "Ada Lovelace")
    lnet("learn", "--from", "ada", "--", f"Ada says {CORE}")
    lnet("log", f"tea with Ada Lovelace about {CORE.replace(';', '')} <b>Ada</b>")
    for audience in ("mentor", "public"):
        page = lnet("summary", "--for", audience).out
        assert "touch x" in page
        assert only_text(page)
        assert "Ada" not in page


def only_text(page: str) -> bool:
    """Whether a page has no HTML, links, pictures or code but its own."""
    inline = {child.type for token in tokens(page) for child in token.children or ()}
    return "html_block" not in kinds(page) and inline <= {"text", "strong_open", "strong_close", "softbreak"}


def test_graphs_are_read_as_what_they_are(play: Play) -> None:
    """Every line of Mermaid is a node, a box or an edge; DOT is whole by its grammar; networkx reads GraphML."""
    assert [line for line in play(["graph"]).out.splitlines() if not MERMAID_LINE.fullmatch(line)] == []
    assert len(statements(play(["graph", "--format", "dot"]).out)) > 50
    graph = networkx.read_graphml(io.BytesIO(play(["graph", "--format", "graphml"]).out.encode()))
    names = {str(node.get("name", "")) for _, node in graph.nodes(data=True)}
    assert {name for name in names if "[bold]b[/bold]" in name}
    people = json.loads(play(["graph", "--json"]).out)["data"]["nodes"]
    assert len(people) == len(graph.nodes)
    assert all(label(each["name"]).isprintable() or "\u200d" in each["name"] for each in people)


def answered(lnet: Lnet, *words: str) -> Any:
    """The data of a command's JSON; `--json` stands first, since behind `--` everything is a word."""
    noun, verb, *rest = words
    ran = lnet(noun, verb, "--json", *rest)
    assert ran.status == 0, ran.out
    return json.loads(ran.out)["data"]


def test_whoever_is_called_so_is_found_and_shown(lnet: Lnet, home: Path) -> None:
    """Added by any name, found by the slug, shown literally; nothing is executed and nothing expanded."""
    for name in SINGLE[::2]:
        added = answered(lnet, "contact", "add", "--", name)
        assert added["name"] == clean(name)
        assert re.fullmatch("[a-z0-9-]+", added["slug"])
        assert answered(lnet, "contact", "show", "--", added["slug"])["name"] == clean(name)
        assert lnet("contact", "show", "--", name).status in (0, 3)
        assert safe(clean(name)) in lnet("contact", "list").out
        assert lnet("log", "--solo", "--with", added["slug"], "--", f"tea with {name}").status in (0, 3)
    assert {each.name for each in home.iterdir()} <= {"lnet.db", "lnet.db-journal"}


SEARCHED = (
    "'", '"', "''", '""', 'a"b', "(", ")", "*", "a*", "^", ":", "-", "- -", "a-b", "NEAR(a b)", "AND", "OR NOT",
    "a AND", "{x}", "col:x", "%", "_", "100%", "a_b", "\\", "?!", "...", "王", "王伟", "東京", "한국", "👩", "e\u0301",
    "--", "#sql", "@x", "\x1b[31m", "\u202e", CORE, "x" * 10_000,
)  # fmt: skip


def test_a_search_finds_literally_and_never_fails(lnet: Lnet) -> None:
    """Quotes, operators, wildcards, punctuation alone, other scripts: whoever has the text is found by it."""
    for number, text in enumerate(SEARCHED):
        lnet("contact", "add", f"Person {number}x", "--note", f"before {text} behind")
    for number, text in enumerate(SEARCHED):
        ran = lnet("find", "--json", "--limit", "500", "--", text)
        assert ran.status == 0, text
        assert f"Person {number}x" in ran.out, text
    assert "Person 22x" in lnet("find", "100%").out
    assert "Person 20x" not in lnet("find", "100%").out
