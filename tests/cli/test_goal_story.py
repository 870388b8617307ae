"""The story of a goal in `lnet goal show`: everything that happened for it, in time order."""

from datetime import date
from pathlib import Path

import pytest

from lnet.services import stories
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read import story
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.seeds import aim, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


def on(lnet: Lnet, day: str, *commands: str) -> None:
    """Type commands on a day of the tests' year; each must go well."""
    for command in commands:
        ran = lnet(command, today=date.fromisoformat(f"2026-{day}"))
        assert ran.status == 0, ran.err


def test_a_goal_tells_its_story_in_time_order(lnet: Lnet, store: Store) -> None:
    """Who came to help, what was talked about, learned and said, what moved, and how it ended; the newest last."""
    on(lnet, "03-02", "contact add Ada Lovelace --org Acme", "contact add Wei Chen --org ETH", "contact add Ravi Patel")
    on(lnet, "03-02", "goal add Read query plans --topic sql --with ada")
    on(lnet, "03-09", 'log "coffee with ada about joins; learned: EXPLAIN first #sql"')
    on(lnet, "03-20", 'log "zoom with ravi about his trip" --goal g1', "goal link g1 wei --for puzzles")
    on(lnet, "04-01", 'feedback receive wei "Draw it" --goal g1', "goal progress g1 read chapter 2")
    on(lnet, "04-20", "goal review g1", "goal pause g1")
    on(lnet, "05-01", "goal resume g1", 'learn "Indexes lie" --goal g1 --kind fact')
    with step(store, "seed") as open_:
        book = insert(open_, "resource", title="The book", key="the book", created_on=date(2026, 5, 2))
        insert(open_, "resource_topic", resource_id=book, topic="sql")
        insert(open_, "share", resource_id=book, contact_id=2, direction="received", occurred_on=date(2026, 4, 9))
        insert(open_, "project", title="A viewer", key="a viewer", goal_id=1, created_on=date(2026, 5, 3),
               status="closed", closed_on=date(2026, 6, 1))  # fmt: skip
    on(lnet, "06-14", 'plan "fri: coffee with ada" --goal g1', "goal done g1")
    check(
        lnet,
        """
        $ lnet goal show g1
        g1 · Read query plans · achieved
          helping   Ada Lovelace, Wei Chen (puzzles)
          topics    #sql
          closed    Sun 14 Jun

        Story
          Mon 2 Mar   the goal is set
          Mon 2 Mar   Ada Lovelace helps
          Mon 9 Mar   i1  Ada Lovelace · in person · coffee with ada about joins
          Mon 9 Mar   n1  idea from Ada Lovelace: EXPLAIN first
          Fri 20 Mar  i2  Ravi Patel · video · zoom with ravi about his trip
          Fri 20 Mar  Wei Chen helps: puzzles
          Wed 1 Apr   f1  feedback from Wei Chen: Draw it
          Wed 1 Apr   progress: read chapter 2
          Thu 9 Apr   r1  resource from Wei Chen: The book
          Mon 20 Apr  reviewed
          Mon 20 Apr  paused
          Fri 1 May   resumed
          Fri 1 May   n2  fact: Indexes lie
          Sun 3 May   j1  project: A viewer
          Mon 1 Jun   j1  project closed: A viewer
          Sun 14 Jun  achieved
          Fri 19 Jun  i3  planned: Ada Lovelace · in person · coffee with ada
        """,
    )


def test_the_json_of_a_story_holds_each_moment(lnet: Lnet) -> None:
    """The keys of a goal, then the story with day, kind, reference, words and people."""
    lnet("contact add Ada Lovelace")
    lnet("goal add Plans --topic sql")
    lnet('log "coffee with ada #sql"')
    goal = data(lnet, "goal", "show", "g1")
    assert list(goal)[-3:] == ["no_second_voice", "story", "story_earlier"]
    assert (goal["no_second_voice"], goal["story_earlier"]) == ("nobody helps with it yet", 0)
    assert goal["story"] == [
        {"on": "2026-06-15", "kind": "began", "ref": None, "text": "", "how": None, "contacts": []},
        {
            "on": "2026-06-15", "kind": "interaction", "ref": "i1", "text": "coffee with ada", "how": "in_person",
            "contacts": [{"name": "Ada Lovelace", "slug": "ada-lovelace"}],
        },
    ]  # fmt: skip
    assert data(lnet, "show", "g1") == goal


def test_what_was_undone_is_no_part_of_the_story(lnet: Lnet) -> None:
    """A review or a rest that was taken back never was; done again, it was."""
    lnet("goal add Plans")
    for command in ("goal review g1", "undo", "goal pause g1", "undo", "goal drop g1", "undo", "redo"):
        assert lnet(command).status == 0
    assert [moment["kind"] for moment in data(lnet, "goal", "show", "g1")["story"]] == ["began", "dropped"]


def test_what_happened_on_one_day_stands_in_the_order_it_was_recorded(lnet: Lnet) -> None:
    """Paused before it was resumed and paused again; a step between them stays there, a plan for today comes last."""
    lnet("contact add Ada Lovelace")
    lnet("goal add Plans")
    for command in ("plan 'today 18:00 call with ada' -g g1", "goal pause g1", "goal progress g1 --on today one",
                    "goal resume g1", "goal progress g1 two", "goal pause g1"):  # fmt: skip
        assert lnet(command).status == 0
    kinds = [moment["kind"] for moment in data(lnet, "goal", "show", "g1")["story"]]
    assert kinds == ["began", "paused", "progress", "resumed", "progress", "paused", "planned"]


def test_a_story_is_cut_to_a_screen_and_whole_with_all(lnet: Lnet, store: Store) -> None:
    """The latest moments are shown, the number of the rest above them; a plan made and a later topic count too."""
    ada = person(store, "Ada Lovelace")
    aim(store, "Plans", 100, ada)
    lnet("goal edit g1 --topic sql")
    for days in range(30):
        talk(store, days, ada, topics=["sql"])
    check(
        lnet,
        """
        $ lnet goal show g1
        g1 · Plans · fresh, 0 of 14 days
          helping   Ada Lovelace
          topics    #sql
          No second voice: only Ada Lovelace helps with it. lnet who sql · lnet goal link g1 NAME

        Story
          12 earlier: lnet goal show g1 --all
          Thu 28 May  i19  Ada Lovelace
        …
          Mon 15 Jun  i1  Ada Lovelace
        """,
    )
    assert data(lnet, "goal", "show", "g1")["story_earlier"] == 12
    whole = data(lnet, "goal", "show", "g1", "--all")
    assert (len(whole["story"]), whole["story_earlier"]) == (32, 0)


def test_conversations_of_a_topic_are_counted_up_to_a_bound(
    lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word like "work" has thousands; then the number says "at least"."""
    monkeypatch.setattr(story, "COUNTED", 5)
    aim(store, "Plans", 9)
    lnet("goal edit g1 --topic sql")
    for days in range(40):
        talk(store, days, topics=["sql"])
    assert "  at least 6 earlier: lnet goal show g1 --all\n" in lnet("goal show g1").out
    assert stories.SHOWN == 20


@pytest.mark.parametrize(
    ("helpers", "said"),
    [
        ((), "nobody helps with it yet"),
        ((("Ada", "Acme"),), "only Ada helps with it"),
        ((("Ada", "Acme"), ("Wei", "Acme")), "all who help are at Acme"),
        ((("Ada", "Acme"), ("Wei", "ETH")), None),
        ((("Ada", "Acme"), ("Wei", None)), None),
        ((("Ada", None), ("Wei", None)), None),
    ],
)
def test_a_goal_with_one_voice_says_so(
    lnet: Lnet, store: Store, helpers: tuple[tuple[str, str | None], ...], said: str | None
) -> None:
    """Nobody, one person, or one organisation; where that is unknown, it is elsewhere."""
    people = [person(store, name, organisation=place) for name, place in helpers]
    aim(store, "Plans", 9, *people)
    assert data(lnet, "goal", "show", "g1")["no_second_voice"] == said
    lnet("goal done g1")
    assert data(lnet, "goal", "show", "g1")["no_second_voice"] is None


def test_a_story_shows_hostile_text_safely(lnet: Lnet, home: Path) -> None:
    """Control bytes never reach the screen, markup means nothing."""
    lnet("goal", "add", HOSTILE, "--topic", HOSTILE)
    lnet("goal", "progress", "g1", HOSTILE)
    lnet("contact", "add", HOSTILE)
    lnet("goal link g1 c1 --for x")
    assert_safe(lnet("goal show g1").out)


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (80, ["  Mon 15 Jun  i1  Ada Lovelace and 2 more · in person · coffee with Ada Lovelac…"]),
        (40, ["  Mon 15 Jun", "    i1  Ada Lovelace and 2 more · in", "    person · coffee with Ada Lovelace,"]),
    ],
)
def test_a_moment_takes_one_line_on_a_terminal(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, columns: int, lines: list[str]
) -> None:
    """What does not fit is shortened; where there is little room the day stands above."""
    lnet("goal add Plans")
    lnet("log 'coffee with Ada Lovelace, Wei Chen and Ravi Patel about a rather long story' --create --goal g1")
    monkeypatch.setenv("LNET_DB", str(home / "lnet.db"))
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    terminal.run("goal", "show", "g1", columns=columns)
    printed, status = terminal.finish()
    terminal.close()
    shown = [line.rstrip() for line in printed.replace("\r", "").split("\n")]
    assert status == 0
    assert lines[-1] in shown
    start = shown.index(lines[-1]) - len(lines) + 1
    assert shown[start : start + len(lines)] == lines
    assert max(map(len, shown)) <= columns


def test_what_is_learned_in_a_conversation_for_a_goal_is_for_the_goal(lnet: Lnet) -> None:
    """An insight or feedback of a log that names one goal belongs to it; with several it is anybody's guess."""
    lnet("contact add Ada Lovelace")
    lnet("goal add Plans")
    lnet("goal add Talks")
    lnet("feedback ask ada 'How was my talk?' -g talks")
    lnet("log 'coffee with ada; learned: A; feedback: B' --goal plans")
    lnet("log 'coffee with ada; learned: C; feedback: D' --goal plans --goal talks")
    assert [each["goal"] for each in data(lnet, "insight", "list")] == [None, "g1"]
    goals = {each["text"]: each["goal"] for each in data(lnet, "feedback", "list", "--all")}
    assert goals == {"How was my talk?": "g2", "B": "g1", "D": "g2"}
