"""`lnet resource`, as it is typed."""

from pathlib import Path

import pytest

from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.drawn import drawn
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Two people."""
    seed("add Ada Lovelace -t sql", "add Wei Chen -t rust")


def test_the_life_of_a_resource(lnet: Lnet) -> None:
    """Saved, shared, learned from, changed, looked at by its reference and its title, deleted."""
    check(
        lnet,
        """
        $ lnet resource list
        Nothing saved yet: lnet share https://example.org/plans --topic sql
        $ lnet resource add Use The Index --url https://example.org/index --kind book -t sql --note "chapter 2 first"
        Saved r1 · Use The Index · #sql
          not right? lnet undo
        $ lnet share r1 --from wei --on 2026-06-01
        Found r1 · Use The Index · #sql
          got from Wei Chen · Mon 1 Jun
          for Ada Lovelace · #sql is a topic of theirs
              lnet share r1 --to ada-lovelace
          not right? lnet undo
        $ lnet learn "An index is a sorted copy" --resource r1
        Learned n1 · An index is a sorted copy · out of r1 · Mon 15 Jun
          not right? lnet undo
        $ lnet show r1
        r1 · book · saved Mon 15 Jun
          Use The Index
          url      https://example.org/index
          topics   #sql
          note     chapter 2 first
          from     Wei Chen, Mon 1 Jun
          learned  n1  An index is a sorted copy
          for Ada Lovelace · #sql is a topic of theirs
              lnet share r1 --to ada-lovelace
        $ lnet resource list
        ref  added       kind  source         shared  resource
        r1   2026-06-15  book  from Wei Chen  –       Use The Index #sql
        $ lnet resource edit use --title "Use The Index, Luke" --no-topic sql -t db --note "" --no-with wei
        Changed r1 · Use The Index, Luke · #db
          not right? lnet undo
        $ lnet resource show r1
        r1 · book · saved Mon 15 Jun
          Use The Index, Luke
          url      https://example.org/index
          topics   #db
          learned  n1  An index is a sorted copy
        $ lnet delete r1
        Deleted r1 · Use The Index, Luke
          not right? lnet undo
        $ lnet insight show n1
        n1 · idea · Mon 15 Jun · potential
          An index is a sorted copy
        """,
    )


def test_a_second_one_with_the_same_address_is_told_of(lnet: Lnet) -> None:
    """It is saved all the same: two editions may stand on one page."""
    lnet("resource add One --url https://example.org/index")
    ran = lnet("resource add Two --url http://example.org/index/#two")
    assert ran.out.split("\n")[1].strip() == "the same address as r1"


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By topic, kind and people (all of them), the newest first; nothing left says so."""
    lnet("share A -t SQL --kind talk --to ada")
    lnet("share B -t rust --kind book --to ada --from wei")
    expected = {
        "": ["B", "A"], "--topic #sql": ["A"], "--kind book": ["B"], "--with ada": ["B", "A"],
        "--with ada --with wei": ["B"], "--limit 1": ["B"], "--topic go": [],
    }  # fmt: skip
    assert {
        options: [each["title"] for each in data(lnet, "resource", "list", *options.split())] for options in expected
    } == expected
    assert lnet("resource list --topic go").out == "No resource fits.\n"
    assert lnet("resource list").out.splitlines()[1:] == [
        "r2   2026-06-15  book  from Wei Chen  with 1  B #rust", "r1   2026-06-15  talk  –              with 1  A #sql",
    ]  # fmt: skip


def test_the_json_and_csv_of_resources_have_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract; shown whole it tells what was learned and who would care, too."""
    lnet("share A -t sql --kind talk --from wei")
    shown = data(lnet, "resource", "show", "r1")
    keys = [
        "ref", "id", "uid", "title", "url", "kind", "note", "topics", "shares", "added_on", "created_at", "updated_at",
    ]  # fmt: skip
    assert list(shown) == [*keys, "insights", "would_care"]
    assert [each["slug"] for each in shown["would_care"]] == ["ada-lovelace"]
    assert lnet("resource list --csv").out.splitlines()[0].split(",") == keys
    assert lnet("resource show r1 --json").out.startswith('{\n  "schema": "lnet.resource.show/1"')
    lnet("share B")
    assert [each["ref"] for each in data(lnet, "resource", "show", "r2", "r1")] == ["r2", "r1"]


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("resource add ' '", 4, "lnet: a resource needs words\n"),
        ("resource add x --kind rumour", 2, None),
        ("resource show r9", 3, "lnet: no resource 'r9'\n"),
        ("resource edit r1", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("resource edit r1 --title ''", 4, "lnet: a resource needs words\n"),
        ("resource edit r1 --no-with adda", 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        ("resource show -", 2, "lnet: no resource was named\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("share A")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing."""
    assert data(lnet, "resource", "add", HOSTILE, "--note", HOSTILE, "--url", HOSTILE)["title"] == HOSTILE
    for command in ("show r1", "list", "list --csv", "edit r1 --kind talk", "delete r1"):
        assert_safe(lnet(f"resource {command}").out)


def test_a_narrow_terminal_shows_each_on_lines_of_its_own(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """On forty columns no line is longer, and the title stands beside the reference."""
    lnet("share 'How good are query optimisers, really?' -t sql --from wei")
    lines = drawn(lnet, monkeypatch, "resource list", 40)
    assert max(map(len, lines)) <= 40
    assert lines[0].startswith("r1 How good are query optimisers,")
    assert "from Wei Chen" in " ".join(lines)
