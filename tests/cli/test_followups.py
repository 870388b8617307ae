"""`lnet followups`: the worked examples of the reminder rules end to end, and the list as people and scripts see it."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lnet.cli.seen import state_path
from lnet.render.safe import cells
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write.rows import insert
from tests.cli.seeds import ago, aim, away, born, mentor, owe, person, talk
from tests.conftest import TODAY, Lnet
from tests.transcript import check


def data(lnet: Lnet, *words: str) -> Any:
    """What `followups --json` answers."""
    ran = lnet("followups", "--json", *words)
    assert ran.status == 0, ran.err
    return json.loads(ran.out)["data"]


def place(lnet: Lnet, name: str = "Ada Lovelace") -> int | str | None:
    """A person's score on today's list; "review" if they have left to it, "later", or None."""
    answer = data(lnet)
    for row in answer["review"]:
        if row["name"] == name:
            return "review"
    for row in answer["people"]:
        if row["name"] == name:
            return int(row["score"])
    return "later" if name in [row["name"] for row in answer["later"]] else None


# --- worked examples --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("circle", "every", "talked", "expected"),
    [
        ("close", None, [29], None), ("close", None, [30], 40), ("close", None, [45], 50), ("close", None, [60], 60),
        ("close", None, [119], 60), ("close", None, [120], "review"), ("inner", None, [100], 60),
        ("wide", None, [400], 41), ("wide", 21, [25], 43),
        (None, None, [112, 92, 64, 40], 46), (None, None, [112, 92, 40], None),
        (None, None, [100, 80, 60, 40], 52), (None, None, [99, 80, 60, 40], None),
    ],
)  # fmt: skip
def test_a_cadence(
    lnet: Lnet, store: Store, circle: str | None, every: int | None, talked: list[int], expected: int | str | None
) -> None:
    """A circle, a cadence of their own or a learned rhythm: listed by what has passed of it (examples 1 to 4)."""
    person(store, "Ada Lovelace", circle, talked, every_days=every)
    assert place(lnet) == expected


@pytest.mark.parametrize(
    ("late", "expected"), [(-3, None), (-2, 60), (0, 70), (3, 85), (9, 95), (21, 95), (22, "review")]
)
def test_a_promise(lnet: Lnet, store: Store, late: int, expected: int | str | None) -> None:
    """My promise weighs more the later it is, until it is for the review to settle (example 7)."""
    owe(store, person(store, "Ada Lovelace", None), "send paper", late)
    assert place(lnet) == expected


@pytest.mark.parametrize(
    ("days", "target", "expected"),
    [
        (13, None, None), (14, None, (45, "stale")), (21, None, (52, "stale")), (28, None, (60, "stale")),
        (42, None, (60, "drifted")), (21, -10, (62, "stale")),
    ],
)  # fmt: skip
def test_a_goal(lnet: Lnet, store: Store, days: int, target: int | None, expected: tuple[int, str] | None) -> None:
    """A goal goes stale by its own rhythm, and a target close by weighs (example 11)."""
    aim(store, "Read query plans", days, target_on=None if target is None else ago(target))
    found = [(goal["points"], goal["state"]) for goal in data(lnet)["goals"]]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(("days", "expected"), [(38, None), (42, 41)])
def test_away_days_do_not_count(lnet: Lnet, store: Store, days: int, expected: int | None) -> None:
    """Ten days away stop the clock (example 12)."""
    person(store, "Ada Lovelace", "close", [days])
    away(store, 20, 11)
    assert place(lnet) == expected


@pytest.mark.parametrize(("until", "expected"), [(-1, None), (0, 50)])
def test_a_snooze_ends_on_its_day(lnet: Lnet, store: Store, until: int, expected: int | None) -> None:
    """Snoozed until tomorrow they are hidden, until today they are back (example 13)."""
    person(store, "Ada Lovelace", "close", [45], snooze_until=ago(until))
    assert place(lnet) == expected


def test_several_reasons_make_one_row(lnet: Lnet, store: Store) -> None:
    """A late promise and a cadence are one row, worth a little more (example 14)."""
    owe(store, person(store, "Ada Lovelace", "close", [45]), "send paper", 3)
    assert place(lnet) == 89


def test_sixty_overdue_make_no_wall(lnet: Lnet, store: Store) -> None:
    """Of sixty people overdue, one of them contacted today, four are shown and the rest counted (example 16)."""
    for number in range(60):
        person(store, f"Person {number}", "close", [40])
    lnet("done", "Person 7")
    answer = data(lnet)
    assert [len(answer[name]) for name in ("people", "later", "review")] == [4, 55, 0]
    assert answer["counts"] == {"people": 4, "goals": 0, "later": 55, "review": 0, "contacted_today": 1}


# --- for scripts ------------------------------------------------------------------------------------------------


def test_the_json_is_the_contract(lnet: Lnet, store: Store) -> None:
    """Every key of the published object, with the numbers and words of the example."""
    ada = person(store, "Ada Lovelace", "close")
    talked = talk(store, 45, ada, summary="coffee with ada about query plans")
    promised = owe(store, ada, "send paper", 3)
    goal = aim(store, "Read query plans", 21, ada)
    body = json.loads(lnet("followups --json").out)
    row = body["data"]["people"][0]
    assert len(row.pop("uid")) == 36
    assert body == {
        "schema": "lnet.followups/1", "ok": True,
        "data": {
            "as_of": "2026-06-15", "limit": 5,
            "people": [{
                "row": 1, "id": ada, "name": "Ada Lovelace", "slug": "ada-lovelace", "score": 89, "drifted": False,
                "reasons": [
                    {"kind": "promise", "points": 85, "ref": f"p{promised}",
                     "text": "you promised to send paper by Fri 12 Jun (3 days late)"},
                    {"kind": "cadence", "points": 50, "text": "45 days; you aim for every 30", "days": 45, "every": 30},
                ],
                "last": {"ref": f"i{talked}", "on": "2026-05-01", "summary": "coffee with ada about query plans"},
                "opening": "Send paper, as you promised.",
            }],
            "goals": [{
                "ref": f"g{goal}", "title": "Read query plans", "points": 52, "days": 21, "every": 14, "state": "stale",
                "helping": ["Ada Lovelace"], "text": "21 days; you aim for every 14; Ada Lovelace could help",
            }],
            "dates": [], "later": [], "review": [],
            "counts": {"people": 1, "goals": 1, "later": 0, "review": 0, "contacted_today": 0},
        },
    }  # fmt: skip


def test_later_and_review_hold_rows_of_the_same_kind(lnet: Lnet, store: Store) -> None:
    """Whoever does not fit and whoever drifted are always in the JSON, numbered on from today's rows."""
    for number in range(7):
        person(store, f"Person {number}", "close", [40 + number])
    person(store, "Old Friend", "close", [200])
    answer = data(lnet)
    rows = [*answer["people"], *answer["later"], *answer["review"]]
    assert [row["row"] for row in rows] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert [row["drifted"] for row in rows] == [False] * 7 + [True]


def test_the_everyday_list_counts_what_it_does_not_read(lnet: Lnet, store: Store) -> None:
    """Today's people and the numbers in the footer are those of the whole list."""
    for number in range(9):
        person(store, f"Person {number}", "close", [31] if number < 2 else [200])
    names = [row["name"] for row in data(lnet)["people"]]
    piped = lnet("followups").out
    assert [line.strip().split("  ")[1] for line in piped.splitlines()[1:6]] == names
    assert piped.splitlines()[-1] == "7 to settle: lnet review"


def test_the_line_and_the_exit_status(lnet: Lnet, store: Store) -> None:
    """One line for a prompt, nothing at all when there is nothing; and a status that a prompt can look at."""
    assert lnet("followups --line --exit-code") == lnet("followups --line")
    assert lnet("followups --line").out == ""
    aim(store, "Read query plans", 20)
    check(lnet, "$ lnet followups --line --exit-code\n1 goal")
    for name in ("Ada Lovelace", "Grace Hopper"):
        person(store, name, "close", [45])
    check(
        lnet,
        """
        $ lnet followups --line
        2 people, 1 goal
        $ lnet followups --line --exit-code
        2 people, 1 goal
        [10]
        """,
    )
    assert lnet("followups --exit-code").status == 10
    assert lnet("followups --exit-code --json").status == 10


def test_a_limit_holds_for_this_once(lnet: Lnet, store: Store) -> None:
    """--limit is the day's budget for this list; what I promised for today is shown all the same."""
    for number in range(7):
        person(store, f"Person {number}", "close", [40])
    owe(store, person(store, "Ada Lovelace", None), "send paper", 0)
    for words, limit in ((["--limit", "2"], 2), ([], 5)):
        answer = data(lnet, *words)
        assert (len(answer["people"]), answer["limit"]) == (limit, limit)
    assert [row["name"] for row in data(lnet, "--limit", "0")["people"]] == ["Ada Lovelace"]
    assert lnet("followups --limit -1").status == 2


def test_reading_the_list_writes_nothing(lnet: Lnet, store: Store, home: Path) -> None:
    """However often it is looked at, the file stays as it was, to the byte."""
    person(store, "Ada Lovelace", "close", [45])
    before = (home / "lnet.db").read_bytes()
    lnet("followups")
    lnet("followups --all --json")
    assert (home / "lnet.db").read_bytes() == before


# --- for people, piped ------------------------------------------------------------------------------------------


def test_a_row_is_a_line(lnet: Lnet, store: Store) -> None:
    """Piped, everybody is one aligned line, goals have their own table, and the footer says what else there is."""
    ada = person(store, "Ada", "close")
    talk(store, 31, ada, summary="tea\nand cake")
    wei = person(store, "Wei", "wide", [400])
    owe(store, wei, "send slides", 40, owed_by="me")
    aim(store, "Write a parser", 50)
    aim(store, "Read query plans", 15, ada)
    check(
        lnet,
        """
        $ lnet followups
        row  name  why                              last                       opening
          1  Wei   400 days; you aim for every 365  last 11 May 2025           Send slides, as you promised.
          2  Ada   31 days; you aim for every 30    last 15 May, tea and cake  Ask what they are learning …
        goal  title             why
        g1    Write a parser    50 days; you aim for every 14; nobody is linked to it; keep, reshape, …
        g2    Read query plans  15 days; you aim for every 14; Ada could help
        1 to settle: lnet review
        """,
    )


def test_everything_says_of_which_list_a_row_is(lnet: Lnet, store: Store) -> None:
    """With --all later and review follow, in a first column; the numbers go on."""
    for number in range(6):
        person(store, f"Person {number}", "close", [40 + 10 * number])
    person(store, "Old Friend", "close", [200])
    lines = lnet("followups --all").out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["list", "row"], ["today", "1"], ["today", "2"], ["today", "3"], ["today", "4"], ["today", "5"],
        ["later", "6"], ["review", "7"], ["1", "to"],
    ]  # fmt: skip


def test_nobody(lnet: Lnet, store: Store) -> None:
    """An empty list says so kindly; so does one that holds only goals."""
    check(lnet, "$ lnet followups\nNobody needs you today.")
    person(store, "Ada Lovelace", "close", [3])
    check(lnet, "$ lnet followups\nNobody needs you today.")
    aim(store, "Write a parser", 15)
    check(
        lnet,
        """
        $ lnet followups
        Nobody needs you today.
        goal  title           why
        g1    Write a parser  15 days; you aim for every 14; nobody is linked to it
        """,
    )


def test_a_day_on_which_enough_was_done(lnet: Lnet, store: Store) -> None:
    """Once the day's people were dealt with, the list ends kindly instead of filling up again."""
    for number in range(7):
        person(store, f"Person {number}", "close", [40])
    lnet("done", *(f"Person {number}" for number in range(5)))
    check(lnet, "$ lnet followups\nEnough for today.\n2 more later: lnet followups --all")


def test_an_address_book_is_no_network_yet(lnet: Lnet, store: Store) -> None:
    """People who were only imported are never listed; the list says how to begin with them."""
    for number in range(3):
        person(store, f"Person {number}", None, imported_from="vcard")
    check(
        lnet,
        """
        $ lnet followups
        Nobody needs you today.
        3 people in your address book, none in a circle: lnet triage
        """,
    )
    person(store, "Ada Lovelace", "close", [3])
    check(lnet, "$ lnet followups\nNobody needs you today.")


@pytest.mark.parametrize(("days", "welcomed"), [(13, False), (14, True), (400, True)])
def test_after_a_long_silence_there_is_a_welcome(lnet: Lnet, store: Store, days: int, *, welcomed: bool) -> None:
    """After a fortnight without any record the first line says so; it is no reproach."""
    store.today = ago(days)
    person(store, "Ada Lovelace", "close", [20])
    said = lnet("followups").out.startswith("Welcome back. Away, or a fresh start? lnet away / lnet fresh-start\n")
    assert said is welcomed


def test_nothing_of_the_terminal_is_piped(lnet: Lnet, store: Store) -> None:
    """Neither our own styling nor what hides in names and summaries reaches a pipe as control bytes."""
    talk(store, 45, person(store, "Ada \x1b[31mRed", "close"), summary="\x1b]0;title\x07 bidi \u202e")
    out = lnet("followups --all").out
    assert not [character for character in out if ord(character) < 32 and character != "\n"]
    assert "\u202e" not in out


# --- on a terminal ----------------------------------------------------------------------------------------------


@pytest.fixture
def terminal(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Run a command on a terminal of so many columns, without colour; gives back its lines."""

    def call(words: str, columns: int = 80) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "dumb")
        with monkeypatch.context() as patched:
            patched.setattr("sys.stdout.isatty", lambda: True)
            ran = lnet(words)
        assert ran.status == 0, ran.err
        return [line.rstrip() for line in ran.out.splitlines()]

    return call


@pytest.fixture
def five(store: Store) -> None:
    """Five people with much to say about each, two more for later, four goals, and somebody to settle."""
    names = ["Ada Lovelace", "Grace Hopper", "Maximiliane von Hohenstein-Oberwesterwald", "陳 大文"]
    for number, name in enumerate(names):
        who = person(store, name, "close")
        talk(store, 45 + number, who, summary="a long talk over coffee about reading query plans " * 3)
        owe(store, who, "send the paper on join ordering, with the notes from the reading group " * 2, 3)
        owe(store, who, "send the slides", 4, owed_by="them")
        aim(store, f"Goal {number}", 20 + number, who)
    for number in range(3):
        person(store, f"Person {number}", "close", [31])
    person(store, "Old Friend", "close", [200])


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("columns", [80, 100, 60])
def test_five_people_fit_on_a_screen(terminal: Callable[..., list[str]], columns: int) -> None:
    """Five people take at most sixteen lines, however much there is to say, and no line is too long."""
    lines = terminal("followups", columns)
    people = lines[: lines.index("")]
    assert len(people) <= 16
    assert [line[0] for line in people if line[0] != " "] == ["M", "1", "2", "3", "4", "5"]
    assert max(cells(line) for line in lines) <= columns


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("columns", [40, 25])
def test_a_narrow_terminal_wraps_and_cuts_nothing(terminal: Callable[..., list[str]], columns: int) -> None:
    """On a narrow terminal every word is there, under its person."""
    lines = terminal("followups", columns)
    said = " ".join(" ".join(lines).split())
    assert said.count("with the notes from the reading group by Fri 12 Jun (3 days late)") == 4
    assert "…" not in said
    assert max(cells(line) for line in lines) <= columns


@pytest.mark.usefixtures("five")
def test_goals_stand_under_their_own_heading(terminal: Callable[..., list[str]]) -> None:
    """Three goals on a terminal; the footer counts what is not shown; --all shows it, and needs no footer."""
    lines = terminal("followups")
    goals = [line for line in lines if line.startswith(("Goals", "g"))]
    assert goals == ["Goals", "g4  Goal 3", "g3  Goal 2", "g2  Goal 1"]
    assert lines[-1] == "2 more later · 1 more goal: lnet followups --all · 1 to settle: lnet review"
    everything = terminal("followups --all")
    headings = [line for line in everything if line in ("Later", "To settle", "Goals")]
    assert headings == ["Later", "To settle", "Goals"]
    assert everything[-4:-2] == ["g1  Goal 0", "    20 days; you aim for every 14; Ada Lovelace could help"]


def test_the_face_of_the_product(terminal: Callable[..., list[str]], store: Store) -> None:
    """Who, why, and an opening: three lines a person."""
    ada = person(store, "Ada Lovelace", "close")
    talk(store, 45, ada, summary="coffee with ada about query plans", topics=["sql"])
    owe(store, ada, "send paper", 3)
    wei = person(store, "Wei Chen", "wide")
    talk(store, 400, wei, topics=["rust"])
    aim(store, "Read query plans", 21, ada)
    assert terminal("followups") == [
        "Mon 15 Jun · 2 people, 1 goal",
        "1  Ada Lovelace · last 1 May, coffee with ada about query plans",
        "   you promised to send paper by Fri 12 Jun (3 days late) · 45 days",
        "   → Send paper, as you promised.",
        "2  Wei Chen · last 11 May 2025",
        "   400 days; you aim for every 365",
        "   → Ask how it goes with rust.",
        "",
        "Goals",
        "g1  Read query plans",
        "    21 days; you aim for every 14; Ada Lovelace could help",
    ]


def test_only_a_list_on_a_terminal_is_remembered(terminal: Callable[..., list[str]], lnet: Lnet, store: Store) -> None:
    """A pipe, JSON or a status line is nobody's list; the file holds uids alone and is its owner's."""
    person(store, "Ada Lovelace", "close", [45])
    for words in ("followups", "followups --json", "followups --line"):
        lnet(words)
    assert not state_path().exists()
    terminal("followups")
    seen = json.loads(state_path().read_text())
    (uid,) = store.db.execute("SELECT uid FROM contact").fetchone()
    assert seen == {str(store.path): {"day": TODAY.isoformat(), "uids": [uid]}}
    assert stat.S_IMODE(state_path().stat().st_mode) == 0o600
    assert os.listdir(state_path().parent) == ["seen.json"]


def test_a_list_that_cannot_be_remembered_is_shown(
    terminal: Callable[..., list[str]], store: Store, home: Path
) -> None:
    """A state directory that is a file stops nobody's morning."""
    person(store, "Ada Lovelace", "close", [45])
    (home / ".local").mkdir()
    (home / ".local" / "state").write_text("in the way")
    assert terminal("followups")[1].startswith("1  Ada Lovelace")


# --- other days, and the days in the calendar -------------------------------------------------------------------


def test_the_list_of_another_day(lnet: Lnet, store: Store) -> None:
    """--as-of asks for the list as it is, or was, on another day: what was talked about since does not count there."""
    person(store, "Ada Lovelace", "close", [45, 3])
    person(store, "Wei Chen", "close", [25])
    check(
        lnet,
        """
        $ lnet followups
        Nobody needs you today.
        $ lnet followups --as-of 2026-06-20
        row  name      why                            last         opening
          1  Wei Chen  30 days; you aim for every 30  last 21 May  Ask what they are learning these days.
        $ lnet followups --as-of "in 5 days" --line --exit-code
        1 person
        [10]
        $ lnet followups --as-of 2026-06-10
        row  name          why                            last        opening
          1  Ada Lovelace  40 days; you aim for every 30  last 1 May  Ask what they are learning these days.
        $ lnet followups --as-of soon
        lnet: …
        [4]
        """,
    )
    assert data(lnet, "--as-of", "2026-06-20")["as_of"] == "2026-06-20"


def test_a_person_with_a_later_conversation_stands_there_once(lnet: Lnet, store: Store) -> None:
    """On a day before somebody's newest conversation they are listed once, with one reason."""
    person(store, "Ada Lovelace", "close", [300, 3])
    for words in ("", "--all"):
        lines = lnet(f"followups --as-of 2026-06-10 {words}").out.splitlines()
        assert sum("Ada" in line and line.split()[0] in ("1", "today") for line in lines) == 1
        assert lines[-1] == "1 to settle: lnet review"
    (row,) = data(lnet, "--as-of", "2026-06-10")["people"]
    assert (row["score"], row["drifted"], len(row["reasons"])) == (60, True, 1)


def test_a_day_ahead_welcomes_nobody_back(lnet: Lnet, store: Store) -> None:
    """The days until then are no silence."""
    person(store, "Ada Lovelace", "close", [3])
    check(lnet, "$ lnet followups --as-of 2026-07-01\nNobody needs you today.")


def test_what_the_next_days_bring(lnet: Lnet, store: Store) -> None:
    """--days tells for each day what is new on it; what is due today already is not."""
    ada = person(store, "Ada Lovelace", "close", [27])
    owe(store, ada, "send paper", -4)
    person(store, "Wei Chen", "close", [45])
    aim(store, "Read query plans", 11, ada)
    born(store, "Ravi Patel", "1990-06-17")
    check(
        lnet,
        """
        $ lnet followups --days 3
        date        who                  why
        2026-06-17  Ada Lovelace         you promised to send paper by Fri 19 Jun (in 2 days)
        2026-06-17                       Ravi Patel's birthday, turns 36
        2026-06-18  Ada Lovelace         30 days; you aim for every 30
        2026-06-18  g1 Read query plans  14 days; you aim for every 14; Ada Lovelace could help
        $ lnet followups --days 1
        Nothing new in the next day.
        $ lnet followups --days 3 --as-of tomorrow
        …
        [2]
        """,
    )
    assert lnet("followups --days 0").status == 2
    found = data(lnet, "--days", "3")
    assert [day["on"] for day in found["coming"]] == ["2026-06-17", "2026-06-18"]
    assert found["coming"][0]["people"][0]["reasons"][0]["ref"] == "p1"
    assert [row["name"] for row in found["people"]] == ["Wei Chen"]
    assert "coming" not in data(lnet)


def test_the_days_to_come_on_a_terminal(terminal: Callable[..., list[str]], store: Store) -> None:
    """Each day has a heading of its own, and no line is too long."""
    person(store, "Ada Lovelace", "close", [27])
    born(store, "Ravi Patel", "--06-18")
    assert terminal("followups --days 5") == [
        "Thu 18 Jun", "  Ada Lovelace · 30 days; you aim for every 30", "  Ravi Patel's birthday",
    ]  # fmt: skip
    assert max(cells(line) for line in terminal("followups --days 5", 40)) <= 40


def test_the_dates_have_their_section(lnet: Lnet, terminal: Callable[..., list[str]], store: Store) -> None:
    """Birthdays, renewals, deadlines and agreements, the nearest first; only if there are any."""
    check(lnet, "$ lnet followups\nNobody needs you today.")
    born(store, "Ravi Patel", "1990-06-17")
    grace = born(store, "Grace Okafor", "--06-12")
    born(store, "Too Early", "--06-23")
    born(store, "Too Late", "--06-11")
    born(store, "Not Mine", "--06-15", imported_from="vcard")
    born(store, "Quiet One", "--06-15", status="quiet")
    with step(store, "seed") as open_:
        insert(open_, "mentor_agreement", contact_id=grace, every_days=30, review_on=ago(-14))
        insert(open_, "community", name="ADE", key="ade", renews_on=ago(-30))
        insert(open_, "project", title="Plan viewer", key="plan viewer", due_on=ago(-7))
    talk(store, 200, grace, community_id=1)
    lines = [
        "Grace Okafor's birthday, Fri 12 Jun (3 days ago)",
        "Ravi Patel's birthday, Wed 17 Jun (in 2 days), turns 36",
        "Plan viewer is due on Mon 22 Jun (in 7 days)",
        "Review your agreement with Grace Okafor, Mon 29 Jun (in 14 days)",
        "ADE renews on Wed 15 Jul (in 30 days): worth keeping? 1 person met, 0 insights this year",
    ]
    piped = lnet("followups").out.splitlines()
    start = piped.index("date        what")
    assert [line.partition("  ")[2] for line in piped[start + 1 : start + 6]] == lines
    shown = terminal("followups", 100)
    heading = shown.index("Dates")
    assert [line.strip() for line in shown[heading + 1 : heading + 6]] == lines
    assert shown[heading + 6].strip() == "→ lnet community renew c1 --by 2027-07-15"
    found = data(lnet)["dates"]
    assert [each["kind"] for each in found] == ["birthday", "birthday", "deadline", "mentor_review", "renewal"]
    assert found[1] == {"kind": "birthday", "on": "2026-06-17", "name": "Ravi Patel", "ref": None, "text": lines[1]}
    assert [each["ref"] for each in found] == [None, None, "j1", None, "c1"]


def test_dates_alone_list_nobody(lnet: Lnet, store: Store) -> None:
    """A birthday is no person on the list: not for the line of a prompt, nor for its status."""
    born(store, "Ravi Patel", "1990-06-17")
    assert (lnet("followups --line --exit-code").out, lnet("followups --exit-code").status) == ("", 0)


@pytest.mark.parametrize(
    ("day", "shown"), [("2027-02-28", "Sun 28 Feb (today), turns 27"), ("2028-02-29", "Tue 29 Feb")]
)
def test_a_birthday_of_29_february(lnet: Lnet, store: Store, day: str, shown: str) -> None:
    """It is kept on the 28th in years without a 29th."""
    born(store, "Leap", "2000-02-29")
    assert f"Leap's birthday, {shown}" in lnet(f"followups --as-of {day}").out


def test_the_footer(lnet: Lnet, store: Store) -> None:
    """What waits and what there is to settle, each with the command that shows it; nothing without either."""
    for number in range(9):
        person(store, f"Person {number}", "close", [40])
    assert lnet("followups").out.splitlines()[-1] == "4 more later: lnet followups --all"
    for number in range(2):
        person(store, f"Old Friend {number}", "close", [200])
    assert lnet("followups").out.splitlines()[-1] == "4 more later: lnet followups --all · 2 to settle: lnet review"
    assert lnet("followups --all").out.splitlines()[-1] == "2 to settle: lnet review"
    assert lnet("followups --line").out == "5 people\n"


# --- the other kinds, end to end --------------------------------------------------------------------------------


def test_a_mentor(lnet: Lnet, store: Store) -> None:
    """From four fifths of what was agreed, unless a conversation is planned (examples 5 and 6)."""
    ada = person(store, "Ada Lovelace", None, [23])
    mentor(store, ada)
    assert place(lnet) is None
    wei = person(store, "Wei Chen", "close", [24])
    mentor(store, wei)
    assert place(lnet, "Wei Chen") == 46
    talk(store, -6, wei, planned=True)
    assert place(lnet, "Wei Chen") is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, 50), (1, 65), (2, 80), (3, 78), (7, 70), (8, 45), (14, 45), (15, "review")],
)
def test_an_event(lnet: Lnet, store: Store, days: int, expected: int | str) -> None:
    """Who was met there and flagged comes up after it, until there was a word (example 8)."""
    ada = person(store, "Ada Lovelace", None)
    with step(store, "seed") as open_:
        made = insert(open_, "event", name="PyCon", key="pycon", starts_on=ago(days + 2), ends_on=ago(days))
        insert(open_, "attendance", event_id=made, contact_id=ada, follow_up=1)
    talk(store, days, ada, channel="event")
    assert place(lnet) == expected
    talk(store, days, ada, channel="email")
    assert place(lnet) is None


@pytest.mark.parametrize(
    ("direction", "days", "expected"),
    [
        ("received", 13, None), ("received", 14, 50), ("received", 20, 56), ("received", 29, 65),
        ("received", 60, "review"), ("requested", 6, None), ("requested", 7, 42), ("requested", 22, "review"),
        ("given", 13, None), ("given", 14, 35), ("given", 29, None),
    ],
)  # fmt: skip
def test_feedback(lnet: Lnet, store: Store, direction: str, days: int, expected: int | str | None) -> None:
    """Each way has its own days and points (examples 9 and 10)."""
    ada = person(store, "Ada Lovelace", None)
    with step(store, "seed") as open_:
        insert(open_, "feedback", contact_id=ada, direction=direction, occurred_on=ago(days), text="slower")
    assert place(lnet) == expected


def test_as_csv(lnet: Lnet, store: Store) -> None:
    """A row a person for spreadsheets, today's first; a cell that would be a formula is none."""
    ada = person(store, "=cmd()", "close", [45])
    owe(store, ada, "send paper", 3)
    said = lnet("followups --csv").out.splitlines()
    assert said[0] == "row,name,slug,score,drifted,kind,ref,why,last_on,last,opening"
    assert said[1].startswith("1,'=cmd(),cmd,89,")
    assert len(said) == 2


def test_the_list_of_a_day_gone_by_knows_no_later_promise(lnet: Lnet, store: Store) -> None:
    """On a day before a promise was made the opening is another one."""
    ada = person(store, "Ada Lovelace", "close", [300])
    owe(store, ada, "send paper", -9)
    (row,) = data(lnet, "--as-of", ago(250).isoformat())["people"]
    assert row["opening"] == "Ask what they are learning these days."
