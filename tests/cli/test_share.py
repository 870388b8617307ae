"""`lnet share`, as it is typed."""

from pathlib import Path

import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.drawn import drawn
from tests.cli.seeds import person
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Three people who care about different things, for different reasons."""
    seed("add Ada Lovelace --aim 'learn query planning'", "add Wei Chen -t query-plans", "add Mina Park -t sql")


def test_a_page_is_saved_and_shared_in_one_step(lnet: Lnet) -> None:
    """Whoever would care is told of once it is saved; the same address, however it is spelled, is the same page."""
    check(
        lnet,
        """
        $ lnet share "https://www.example.org/plans/?utm_source=mail" -t query-plans
        Saved r1 · example.org/plans · #query-plans
          for Ada Lovelace · their aim: learn query planning
              lnet share r1 --to ada-lovelace
          for Wei Chen · #query-plans is a topic of theirs
              lnet share r1 --to wei-chen
          the address is kept without its tracking: https://www.example.org/plans/
          not right? lnet undo
        $ lnet share http://example.org/plans#joins --to ada --from mina --on yesterday
        Found r1 · example.org/plans · #query-plans
          shared with Ada Lovelace · Sun 14 Jun
          got from Mina Park · Sun 14 Jun
          not right? lnet undo
        $ lnet share r1
        Found r1 · example.org/plans · #query-plans
          for Wei Chen · #query-plans is a topic of theirs
              lnet share r1 --to wei-chen
          not right? lnet undo
        $ lnet share r1 --to ada --to wei --to mina
        Found r1 · example.org/plans · #query-plans
          shared with Wei Chen, Mina Park · Mon 15 Jun
          Ada Lovelace has had it from you since Sun 14 Jun
          it came from Mina Park
          not right? lnet undo
        $ lnet share r1 --from mina
        Found r1 · example.org/plans · #query-plans
          you have had it from Mina Park since Sun 14 Jun
          not right? lnet undo
        $ lnet share example.org/new --title "Reading plans" --kind talk --to wei -t sql -t db
        Saved r2 · Reading plans · #sql #db
          shared with Wei Chen · Mon 15 Jun
          not right? lnet undo
        $ lnet undo
        Undid step 9: share example.org/new to wei-chen, 4 rows
          do it again: lnet redo
        """,
    )


def test_what_i_owe_those_it_went_to_is_told(lnet: Lnet) -> None:
    """It may be what was promised; nothing is settled by itself, and what they owe me is another matter."""
    lnet("promise add ada 'send the paper' --by fri")
    lnet("promise add ada 'send her slides' --them")
    check(
        lnet,
        """
        $ lnet share The paper --to ada
        Saved r1 · The paper
          shared with Ada Lovelace · Mon 15 Jun
          still open p1  send the paper, by Fri 19 Jun
          not right? lnet undo
        """,
    )
    assert data(lnet, "share", "r1", "--from", "ada")["still_open"] == []


def test_a_title_finds_what_there_is_and_else_is_what_it_is_called(lnet: Lnet) -> None:
    """By a unique start, or whole; a file or an ISBN with a title is where it is found."""
    check(
        lnet,
        """
        $ lnet share The listening hour --kind podcast
        Saved r1 · The listening hour
          not right? lnet undo
        $ lnet share the listening --to ada
        Found r1 · The listening hour
          shared with Ada Lovelace · Mon 15 Jun
          not right? lnet undo
        $ lnet share ~/papers/joins.pdf --title "Join ordering" --to ada
        Saved r2 · Join ordering
          shared with Ada Lovelace · Mon 15 Jun
          not right? lnet undo
        $ lnet share ~/papers/joins.pdf --to wei
        Found r2 · Join ordering
          shared with Wei Chen · Mon 15 Jun
          not right? lnet undo
        $ lnet share 1984 --to ada
        Saved r3 · 1984
          shared with Ada Lovelace · Mon 15 Jun
          not right? lnet undo
        """,
    )
    kept = ("title", "url", "kind")
    rows = data(lnet, "resource", "list")
    assert [[row[name] for name in kept] for row in rows] == [
        ["1984", None, "other"], ["Join ordering", "~/papers/joins.pdf", "other"],
        ["The listening hour", None, "podcast"],
    ]  # fmt: skip


def test_what_is_there_gets_a_title_and_more_topics(lnet: Lnet) -> None:
    """Options set and add, as on edit; the address stays as it was typed, but for what tracked the way to it."""
    lnet("share", "https://Example.org/Plans?utm_source=x&page=2&gclid=y#top", "-t", "sql")
    shared = data(lnet, "share", "example.org/Plans/?page=2", "--title", "Plans", "-t", "db", "--kind", "article")
    assert [shared[name] for name in ("ref", "title", "kind", "topics", "url", "new")] == [
        "r1", "Plans", "article", ["sql", "db"], "https://Example.org/Plans?page=2#top", False,
    ]  # fmt: skip


def test_the_json_has_the_names_of_the_domain(lnet: Lnet) -> None:
    """A resource with its shares, what was said besides, and the step that undoes it."""
    lnet("share https://example.org/plans --from mina -t query-plans")
    shared = data(lnet, "share", "r1", "--to", "ada")
    assert {name: value for name, value in shared.items() if name not in ("uid", "created_at", "updated_at")} == {
        "ref": "r1", "id": 1, "title": "example.org/plans", "url": "https://example.org/plans", "kind": "other",
        "note": None, "topics": ["query-plans"], "added_on": "2026-06-15", "new": False, "would_care": [],
        "still_open": [],
        "shares": [
            {"contact": "Ada Lovelace", "slug": "ada-lovelace", "direction": "given", "on": "2026-06-15"},
            {"contact": "Mina Park", "slug": "mina-park", "direction": "received", "on": "2026-06-15"},
        ],
        "undo": 5, "warnings": [],
    }  # fmt: skip
    assert data(lnet, "share", "r1")["would_care"] == [
        {"contact": "Wei Chen", "slug": "wei-chen", "why": "#query-plans is a topic of theirs",
         "command": "lnet share r1 --to wei-chen"},
    ]  # fmt: skip


def test_three_at_most_would_care_and_nobody_who_is_not_to_be_disturbed(lnet: Lnet, store: Store) -> None:
    """Not the archived, quiet or paused, not the snoozed, not the address book, not whom I leave to rest."""
    for number in range(4):
        lnet(f"add Extra{number} -t rust")
    for name, verb in (("Ann", "archive"), ("Quy", "quiet"), ("Pia", "pause"), ("Sam", "snooze")):
        lnet(f"add {name} --aim rust")
        assert lnet(f"{'snooze' if verb == 'snooze' else f'contact {verb}'} {name.lower()}").status == 0
    person(store, "Bo", None, imported_from="linkedin", aims=["rust"])
    lnet("add Rita --aim rust")
    for day in ("2026-05-01", "2026-05-20"):
        lnet(f"log 'emailed Rita about rust' --on {day}")
    found = data(lnet, "share", "https://example.org/rust", "-t", "rust")["would_care"]
    assert len(found) == 3
    assert all(each["contact"].startswith("Extra") for each in found)


def test_whoever_helps_with_a_goal_may_care_about_what_it_is_about(lnet: Lnet) -> None:
    """After those who care themselves; only while the goal is active."""
    lnet("goal add Read plans --with ada -t rust")
    lnet("contact tag mina rust")
    found = data(lnet, "share", "https://example.org/rust", "-t", "rust")["would_care"]
    assert [(each["slug"], each["why"]) for each in found] == [
        ("mina-park", "#rust is a topic of theirs"), ("ada-lovelace", "they help you with g1 Read plans"),
    ]  # fmt: skip
    lnet("goal pause g1")
    assert [each["slug"] for each in data(lnet, "share", "r1")["would_care"]] == ["mina-park"]


def test_what_was_shared_changes_the_morning_and_the_brief(lnet: Lnet, store: Store) -> None:
    """The opening of a row, and what a brief offers, know what they have had."""
    eve = person(store, "Eve", "inner", talked=[60])
    lnet(f"contact tag c{eve} rust")
    lnet("share https://example.org/rust --title 'Patient Rust' -t rust")
    assert '"opening": "Share Patient Rust: it is on a topic of theirs."' in lnet("followups --json").out
    assert "share      r1  Patient Rust #rust" in lnet("brief eve").out
    lnet("share r1 --to eve")
    assert "Patient Rust" not in lnet("followups --json").out
    assert "share" not in lnet("brief eve").out
    assert "r1  Patient Rust · given · Mon 15 Jun" in lnet("show eve").out


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["share", " "], 4, "lnet: a resource needs words\n"),
        (["share", "r9"], 3, "lnet: no resource 'r9'\n"),
        (["share", "g3"], 3, "lnet: no resource 'g3' · g3 names a goal\n"),
        (
            ["share", "plan"],
            3,
            "lnet: 'plan' could be r1 Plan A, r2 Plan B · r1 is the first; a new one: lnet resource add\n",
        ),
        (["share", "x", "--to", "adda"], 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        (["share", "x", "--to", "ada", "--on", "tomorrow"], 4, "lnet: '2026-06-16': this is still to come\n"),
        (["share", "x", "--kind", "rumour"], 2, None),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, words: list[str], status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("share Plan A")
    lnet("share Plan B")
    before = contents(home / "lnet.db")
    ran = lnet(*words)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, in an address neither, and the JSON holds the text as it was typed."""
    assert data(lnet, "share", HOSTILE)["title"] == HOSTILE
    assert_safe(lnet("share", HOSTILE, "--to", "ada").out)
    lnet("share", "https://example.org/\x1b[31mred", "--title", "x")
    assert "\x1b" not in lnet("resource show r2").out


def test_a_narrow_terminal_shows_all_of_it(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """On forty columns lines wrap, and nothing is cut."""
    lnet("share https://example.org/a-long-way/to-query-plans -t query-plans")
    lines = drawn(lnet, monkeypatch, "share r1", 40)
    assert max(map(len, lines)) <= 40
    assert "lnet share r1 --to wei-chen" in " ".join(" ".join(lines).split())
