"""`lnet goal`, as it is typed."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada and Wei, and nothing else."""
    seed("contact add Ada Lovelace", "contact add Wei Chen")


def test_a_goal_is_added_moved_and_reached(lnet: Lnet) -> None:
    """Every step of a goal's life answers in a line or two, with the way back."""
    check(
        lnet,
        """
        $ lnet goal list
        No goal under way. Add one: lnet goal add "Read query plans"
        $ lnet goal add Read query plans --why "slow pages" --done-when "I can explain one" --by "4 sep" --topic sql
        Added g1 · Read query plans · every 14 days · by Fri 4 Sep
          not right? lnet undo
        $ lnet goal edit g1 --area professional --next-step "if Monday, then EXPLAIN" --obstacle time --with ada
        Changed g1 · Read query plans · every 14 days · by Fri 4 Sep
          not right? lnet undo
        $ lnet goal progress "read q" read chapter 2 --on yesterday
        Progress on g1 · Read query plans
          Sun 14 Jun  read chapter 2
          not right? lnet undo
        $ lnet goal link g1 ada wei --for "reading plans"
        Linked g1 · Read query plans · Ada Lovelace (reading plans), Wei Chen (reading plans)
          not right? lnet undo
        $ lnet goal link 1 wei --remove
        Unlinked g1 · Read query plans · Wei Chen
          not right? lnet undo
        $ lnet goal show g1
        g1 · Read query plans · fresh, 0 of 14 days
          why       slow pages
          done when I can explain one
          area      professional
          by        Fri 4 Sep
          next step if Monday, then EXPLAIN
          obstacle  time
          helping   Ada Lovelace (reading plans)
          topics    #sql
          No second voice: only Ada Lovelace helps with it. lnet who sql · lnet goal link g1 NAME

        Story
          Sun 14 Jun  progress: read chapter 2
          Mon 15 Jun  the goal is set
          Mon 15 Jun  Ada Lovelace helps: reading plans
        $ lnet goal done g1
        Achieved g1 · Read query plans
          not right? lnet undo
        $ lnet goal list
        No goal under way. Add one: lnet goal add "Read query plans"
        $ lnet goal list --all
        ref  goal              state     moved  by          helping
        g1   Read query plans  achieved  –      2026-09-04  Ada Lovelace
        """,
    )


def test_the_list_shows_what_waits_and_puts_it_first(lnet: Lnet) -> None:
    """Stale at its rhythm, drifted at three times it, by days over rhythm; then the fresh, then the paused."""
    lnet("goal", "add", "Slow one", "--every", "30d", today=date(2026, 6, 1))
    lnet("goal", "add", "Quick one", "--every", "1w", today=date(2026, 5, 20))
    lnet("goal", "add", "Other one", today=date(2026, 6, 1))
    lnet("goal", "add", "Resting one", today=date(2026, 6, 1))
    lnet("goal", "pause", "resting", today=date(2026, 6, 15))
    check(
        lnet,
        """
        $ lnet goal list
        ref  goal         state    moved          by  helping
        g2   Quick one    drifted  26 of 7 days   –   –
        g3   Other one    stale    14 of 14 days  –   –
        g1   Slow one     fresh    14 of 30 days  –   –
        g4   Resting one  paused   –              –   –
        $ lnet goal list --limit 1
        ref  goal       state    moved         by  helping
        g2   Quick one  drifted  26 of 7 days  –   –
        $ lnet goal review g2
        Reviewed g2 · Quick one · every 7 days
          not right? lnet undo
        $ lnet goal list --status active --limit 1
        ref  goal       state  moved          by  helping
        g3   Other one  stale  14 of 14 days  –   –
        """,
    )


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By status, area, topic and person; nothing left says so."""
    lnet("goal add A --area personal --topic SQL --with ada")
    lnet("goal add B --area professional")
    lnet("goal drop B")
    titles = {
        options: [goal["title"] for goal in data(lnet, "goal", "list", *options.split())]
        for options in ("", "--all", "--status dropped", "--area personal", "--topic #sql", "--with ada", "--with wei")
    }
    assert titles == {
        "": ["A"], "--all": ["A", "B"], "--status dropped": ["B"], "--area personal": ["A"], "--topic #sql": ["A"],
        "--with ada": ["A"], "--with wei": [],
    }  # fmt: skip
    assert lnet("goal list --with wei").out == "No goal fits.\n"


def test_an_edit_sets_adds_takes_away_and_clears(lnet: Lnet) -> None:
    """Options set, repeatable ones add, --no-… takes away, an empty text clears; what was not named stays."""
    lnet("goal add Plans --why x --by 2026-09-04 --area personal --every 30d --topic sql --with ada")
    goal = data(
        lnet, "goal", "edit", "g1", "--title", "Plans II", "--why", "", "--by", "", "--area", "", "--every", "",
        "--topic", "db", "--no-topic", "sql", "--with", "wei", "--no-with", "ada", "--obstacle", "time",
    )  # fmt: skip
    kept = ("title", "why", "target_on", "area", "every_days", "topics", "obstacle", "criteria")
    assert {name: goal[name] for name in kept} == {
        "title": "Plans II", "why": None, "target_on": None, "area": None, "every_days": 14, "topics": ["db"],
        "obstacle": "time", "criteria": None,
    }  # fmt: skip
    assert goal["contacts"] == [{"name": "Wei Chen", "slug": "wei-chen", "helps_with": None}]
    assert lnet("goal show plans").out.startswith("g1 · Plans II")


def test_the_json_of_a_goal_has_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract: none is renamed or removed."""
    lnet("goal add Plans --with ada --topic sql")
    goal = data(lnet, "goal", "progress", "g1", "went well")
    assert list(goal) == [
        "ref", "id", "uid", "title", "why", "criteria", "area", "status", "every_days", "target_on", "reviewed_on",
        "snooze_until", "next_step", "obstacle", "closed_on", "contacts", "topics", "progress", "created_at",
        "updated_at", "state", "days", "undo", "warnings",
    ]  # fmt: skip
    assert goal["progress"] == [{"on": "2026-06-15", "text": "went well"}]
    assert (goal["state"], goal["days"], goal["undo"], goal["topics"]) == ("fresh", 0, 4, ["sql"])


def test_one_reference_answers_an_object_and_several_a_list(lnet: Lnet) -> None:
    """For reading and for writing alike; each thing once."""
    lnet("goal add A")
    lnet("goal add B")
    assert data(lnet, "goal", "show", "g1")["title"] == "A"
    assert [goal["title"] for goal in data(lnet, "goal", "show", "g2", "1", "g1")] == ["B", "A"]
    assert [goal["status"] for goal in data(lnet, "goal", "done", "g1", "g2")] == ["achieved", "achieved"]
    assert data(lnet, "goal", "delete", "-", stdin="g1\ng2\n") == {"deleted": ["g1", "g2"], "undo": 6}
    assert data(lnet, "goal", "list", "--all") == []


def test_a_goal_of_the_same_title_is_added_with_a_word(lnet: Lnet) -> None:
    """Two goals may be called alike; the second says so."""
    lnet("goal add Plans")
    check(
        lnet,
        """
        $ lnet goal add plans
        Added g2 · plans · every 14 days
          the same title as g1
          not right? lnet undo
        """,
    )


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("goal add ' '", 4, "lnet: a goal needs words\n"),
        ("goal add A --every never", 4, "lnet: a goal needs a rhythm · to let it rest: lnet goal pause\n"),
        ("goal add A --every soon", 4, "lnet: 'soon' is not a duration (30d, 2w, 3m, 1y)\n"),
        ("goal add A --with nobody", 3, "lnet: no contact named 'nobody'\n"),
        ("goal edit plans --title ''", 4, "lnet: a goal needs words\n"),
        ("goal edit plans", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("goal progress plans ''", 4, "lnet: progress needs words\n"),
        ("goal progress plans x --on tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("goal link plans wei --remove", 3, "lnet: no link 'g1 Wei Chen'\n"),
        ("goal done -", 2, "lnet: no goal was named\n"),
        ("goal show g9", 3, "lnet: no goal 'g9'\n"),
        ("goal show p1", 3, "lnet: no goal 'p1' · p1 names a promise\n"),
        ("goal show plnas", 3, "lnet: no goal 'plnas' (did you mean g1 Plans?)\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("goal add Plans")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.err, ran.status, ran.out) == (message, status, "")
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing, and the JSON holds the text as it was typed."""
    goal = data(lnet, "goal", "add", HOSTILE, "--why", HOSTILE, "--topic", "[red]")
    assert goal["title"] == HOSTILE
    lnet("goal", "progress", "g1", HOSTILE)
    for command in ("goal show g1", "goal list", "goal done g1", "goal list --all --csv", "goal delete g1"):
        ran = lnet(command)
        assert ran.status == 0
        assert_safe(ran.out)


def test_a_goal_reached_twice_keeps_its_day_and_one_resumed_has_none(lnet: Lnet) -> None:
    """Saying it again on another day changes nothing; taking it up again forgets the day."""
    lnet("goal add Plans")
    first = data(lnet, "goal", "done", "g1")
    again = data(lnet, "goal", "done", "g1", today=date(2026, 7, 1))
    assert again["warnings"] == ["g1 was achieved already"]
    assert again | {"undo": first["undo"], "warnings": []} == first
    assert data(lnet, "goal", "resume", "g1")["closed_on"] is None


def test_today_may_be_said(lnet: Lnet) -> None:
    """What happened today has not still to come."""
    lnet("goal add Plans")
    assert data(lnet, "goal", "progress", "g1", "x", "--on", "today")["progress"][0]["on"] == "2026-06-15"


def test_a_goal_without_any_letter_is_found_by_its_very_title(lnet: Lnet) -> None:
    """An emoji is a title too, and not the same as another."""
    lnet("goal add 🎯")
    assert data(lnet, "goal", "add", "🚀")["warnings"] == []
    assert data(lnet, "goal", "show", "🎯")["ref"] == "g1"


def test_any_reference_is_shown_and_deleted_by_the_general_commands(lnet: Lnet) -> None:
    """`lnet show g1` is `lnet goal show g1`, and so for delete."""
    lnet("goal add Plans")
    assert lnet("show g1").out == lnet("goal show g1").out
    assert lnet("show plans").out == lnet("goal show g1").out
    assert data(lnet, "delete", "g1")["undo"] == 4
    assert lnet("goal show g1").status == 3


def test_a_next_step_without_its_moment_is_taken_with_a_word_once(lnet: Lnet) -> None:
    """It is stored as it was typed; the hint comes with the first such step, not with each."""
    check(
        lnet,
        """
        $ lnet goal add Talk --next-step "write the outline"
        Added g1 · Talk · every 14 days
          a next step happens more often as: if …, then I …
          not right? lnet undo
        $ lnet goal edit g1 --next-step "draw the slides"
        Changed g1 · Talk · every 14 days
          not right? lnet undo
        $ lnet goal edit g1 --next-step "if it is Sunday, then I rehearse"
        Changed g1 · Talk · every 14 days
          not right? lnet undo
        $ lnet goal edit g1 --next-step ""
        Changed g1 · Talk · every 14 days
          not right? lnet undo
        """,
    )
