"""`lnet stats`, as it is typed."""

import json
import re
from datetime import timedelta

import pytest

from lnet.services.stats import stats
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read import stats as read
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.seeds import ago, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import TODAY, Lnet
from tests.transcript import check


@pytest.fixture
def network(lnet: Lnet, store: Store) -> None:
    """Ada and Ravi: five conversations in three weeks, one long ago; two plans, one of them fulfilled."""
    ada, ravi = person(store, "Ada Lovelace", "inner"), person(store, "Ravi Patel", None)
    talk(store, 0, ada, channel="call")
    talk(store, 0, ada, ravi, channel="in_person")
    talk(store, 1, ravi, channel="in_person")
    held = talk(store, 8, ada, channel="email")
    talk(store, 9, ada, channel="email")
    talk(store, 500, ada, channel="letter")
    talk(store, 8, ada, planned=True, fulfilled_by=held)
    talk(store, 2, ada, planned=True)
    with step(store, "seed") as open_:
        for id in (1, 2):
            insert(open_, "interaction_topic", interaction_id=id, topic="sql")


@pytest.mark.usefixtures("network")
def test_piped_the_numbers_are_rows(lnet: Lnet) -> None:
    """What was held, not what was planned; a conversation of two counts for both of them and once for their circle."""
    check(
        lnet,
        """
        $ lnet stats --since 2026-06-01
        5 conversations with 2 people since 1 June

        week        conversations  mon  tue  wed  thu  fri  sat  sun
        2026-06-01              2    0    0    0    0    0    1    1
        2026-06-08              1    0    0    0    0    0    0    1
        2026-06-15              2    2    0    0    0    0    0    0

        circle  conversations  people
        inner               4       1
        none                2       1

        channel    conversations
        email                  2
        in person              2
        call                   1

        topic  conversations
        sql                2

        person        conversations
        Ada Lovelace              4
        Ravi Patel                2
        """,
    )


@pytest.mark.usefixtures("network")
def test_a_year_is_looked_at_unless_another_period_is_asked_for(lnet: Lnet) -> None:
    """From the same day of last year on; further back by --since."""
    assert [data(lnet, "stats")[name] for name in ("since", "until", "conversations")] == [
        "2025-06-16",
        "2026-06-15",
        5,
    ]
    assert data(lnet, "stats", "--since", "2020-01-01")["conversations"] == 6


@pytest.mark.usefixtures("network")
def test_json_has_all_of_the_numbers(lnet: Lnet) -> None:
    """By week, month and day; by circle, channel, topic and person."""
    envelope = json.loads(lnet("stats --since 2026-05-30 --json").out)
    assert envelope["schema"] == "lnet.stats/1"
    assert envelope["data"] == {
        "since": "2026-05-30", "until": "2026-06-15", "conversations": 5, "people": 2, "imported": 0, "looked_at": 5,
        "weeks": [{"on": "2026-05-25", "conversations": 0}, {"on": "2026-06-01", "conversations": 2},
                  {"on": "2026-06-08", "conversations": 1}, {"on": "2026-06-15", "conversations": 2}],
        "months": [{"on": "2026-05-01", "conversations": 0}, {"on": "2026-06-01", "conversations": 5}],
        "days": [{"on": "2026-06-06", "conversations": 1}, {"on": "2026-06-07", "conversations": 1},
                 {"on": "2026-06-14", "conversations": 1}, {"on": "2026-06-15", "conversations": 2}],
        "circles": [{"circle": "inner", "conversations": 4, "people": 1},
                    {"circle": "none", "conversations": 2, "people": 1}],
        "channels": [{"channel": "email", "conversations": 2}, {"channel": "in_person", "conversations": 2},
                     {"channel": "call", "conversations": 1}],
        "topics": [{"topic": "sql", "conversations": 2}],
        "persons": [{"name": "Ada Lovelace", "slug": "ada-lovelace", "conversations": 4},
                    {"name": "Ravi Patel", "slug": "ravi-patel", "conversations": 2}],
    }  # fmt: skip


def test_nothing_yet_is_one_kind_line(lnet: Lnet) -> None:
    """And no failure."""
    check(
        lnet,
        """
        $ lnet stats
        No conversations since 16 June 2025.
        $ lnet stats --since 2026-06-01
        No conversations since 1 June.
        """,
    )


@pytest.mark.parametrize(("since", "status"), [("tomorrow", 4), ("2027-01-01", 4), ("xyz", 4), ("03/04/2026", 4)])
def test_a_period_must_have_begun(lnet: Lnet, since: str, status: int) -> None:
    """One line on standard error."""
    ran = lnet("stats", "--since", since)
    assert (ran.out, ran.err.count("\n"), ran.status) == ("", 1, status)


def test_that_most_was_imported_is_said(lnet: Lnet, store: Store) -> None:
    """Where it was."""
    ada = person(store, "Ada Lovelace")
    for days in (1, 2):
        talk(store, days, ada, imported_from="linkedin")
    talk(store, 3, ada)
    assert "most of them came with an import" in lnet("stats").out
    for days in (4, 5):
        talk(store, days, ada)
    assert "import" not in lnet("stats").out


def test_of_very_many_the_newest_are_looked_at(lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weeks and days are counted whole; for the rest it is said how many."""
    monkeypatch.setattr(read, "TALLIES", read.TALLIES.replace(str(read.LOOKED_AT), "2"))
    ada = person(store, "Ada Lovelace")
    for days in range(5):
        talk(store, days, ada)
    shown = lnet("stats").out
    assert shown.startswith("5 conversations with 1 person since 16 June 2025\n")
    assert "people, circles, channels and topics: of the newest 2" in shown


def test_the_archived_are_counted_but_not_named(lnet: Lnet, store: Store) -> None:
    """What was said stays a part of the year."""
    talk(store, 1, person(store, "Old Friend", status="archived"))
    found = data(lnet, "stats")
    assert (found["conversations"], found["people"], found["persons"]) == (1, 1, [])


@pytest.mark.parametrize(
    ("days", "unit", "bars"),
    [(0, "week", 1), (170, "week", 26), (190, "month", 7), (1000, "month", 34), (1200, "year", 4)],
)
def test_a_long_period_is_drawn_in_longer_units(store: Store, days: int, unit: str, bars: int) -> None:
    """Weeks up to half a year, then months, then years."""
    found = stats(store, ago(days))
    assert (found.unit, len(found.bars)) == (unit, bars)
    assert (stats(store).unit, len(stats(store).bars)) == ("week", 12)


def test_days_are_counted_as_one_would_by_hand(store: Store) -> None:
    """With plans open, passed and fulfilled, on the days at both ends and beyond."""
    ada = person(store, "Ada Lovelace")
    for days in (0, 0, 3, 10, 11):
        talk(store, days, ada)
    held = talk(store, 3, ada)
    for days in (0, 3, 5):
        talk(store, days, ada, planned=True)
    talk(store, 3, ada, planned=True, fulfilled_by=held)
    assert read.days(store, ago(10), TODAY) == {ago(0): 2, ago(3): 2, ago(10): 1}


def test_hostile_text_is_shown_safely(lnet: Lnet, store: Store) -> None:
    """Names and topics."""
    talk(store, 1, person(store, HOSTILE))
    assert_safe(lnet("stats").out)


# --- on a terminal ----------------------------------------------------------------------------------------------


def screenful(columns: int, *words: str) -> list[str]:
    """What a terminal of this width shows, without its colours."""
    terminal = Terminal()
    terminal.run("stats", *words, columns=columns)
    shown, status = terminal.finish()
    assert status == 0
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()]


@pytest.mark.usefixtures("network")
def test_on_a_terminal_there_are_pictures() -> None:
    """Bars for the last twelve weeks, a year by day, and bars for what it was made of."""
    lines = screenful(80)
    assert [line for line in lines if line and line[0] not in " MTWFS"] == [
        "5 conversations with 2 people since 16 June 2025",
        "Conversations a week", "By day", "By circle", "By channel", "By topic", "By person",
    ]  # fmt: skip
    assert "   1 Jun  2  ████████████████████████████████████████" in lines
    assert "   8 Jun  1  ████████████████████" in lines
    assert "  inner    4  ████████████████████████████████████████  1 person" in lines
    assert lines[lines.index("By day") + 2].startswith("Mon  ·····")


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_pictures_fit_the_terminal(columns: int) -> None:
    """Whatever its width."""
    assert all(len(line) <= columns for line in screenful(columns))


@pytest.mark.usefixtures("network")
def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shades are characters, too."""
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    terminal.run("stats", "--since", str(TODAY - timedelta(days=30)))
    shown, _ = terminal.finish()
    assert "\x1b" not in shown
    assert "░" in shown
