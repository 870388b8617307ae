"""`lnet away`: days that do not count, noted, listed and deleted."""

import pytest

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.contents import contents
from tests.cli.seeds import away, mentor, person
from tests.conftest import Lnet
from tests.transcript import check


def test_days_are_noted_and_do_not_count(lnet: Lnet, store: Store) -> None:
    """Both ends are included; whoever would have come due on one of the days comes due later by their number."""
    person(store, "Ada Lovelace", "close", [29])
    person(store, "Wei Chen", "close", [45])
    check(
        lnet,
        """
        $ lnet away today 2026-06-30
        Away Mon 15 Jun to Tue 30 Jun
          16 days do not count; 1 person comes due later than without
          not right? lnet undo
        """,
    )
    assert "28 of 30 days" in lnet("why ada").out
    assert data(lnet, "contact", "show", "ada")["due_on"] == "2026-07-02"


@pytest.mark.parametrize(
    ("first", "last", "from_on", "to_on"),
    [
        ("2026-08-01", "2026-08-16", "2026-08-01", "2026-08-16"),
        ("1 aug", "2w", "2026-08-01", "2026-08-14"),
        ("1 aug", "1m", "2026-08-01", "2026-08-31"),
        ("today", "1d", "2026-06-15", "2026-06-15"),
        ("tomorrow", "tomorrow", "2026-06-16", "2026-06-16"),
        ("mon", "fri", "2026-06-22", "2026-06-26"),
        ("fri", "fri", "2026-06-19", "2026-06-19"),
        ("last mon", "fri", "2026-06-08", "2026-06-12"),
        ("last mon", "today", "2026-06-08", "2026-06-15"),
        ("2026-06-01", "yesterday", "2026-06-01", "2026-06-14"),
        ("20 dec", "3 jan", "2026-12-20", "2027-01-03"),
        ("next week", "end of month", "2026-06-22", "2026-06-30"),
    ],
)
def test_how_the_days_read(lnet: Lnet, first: str, last: str, from_on: str, to_on: str) -> None:
    """Both lean to the future, the first may be past; a last weekday is the first such day from the first one on."""
    found = data(lnet, "away", first, last)
    assert (found["from_on"], found["to_on"]) == (from_on, to_on)


def test_days_in_two_absences_count_once(lnet: Lnet, store: Store) -> None:
    """An overlap is fine, and is told."""
    ada = person(store, "Ada Lovelace", "close", [40])
    mentor(store, ada)
    away(store, 12, 8)
    check(
        lnet,
        """
        $ lnet away 2026-06-05 2026-06-09
        Away Fri 5 Jun to Tue 9 Jun
          2 days do not count that did before; 1 person comes due later than without
          Wed 3 Jun to Sun 7 Jun was noted before; days in both count once
          not right? lnet undo
        """,
    )
    assert "33 days" in lnet("why ada").out


def test_the_list(lnet: Lnet, store: Store) -> None:
    """By their first day, with what is over, now and to come; --list and no argument at all are the same."""
    check(lnet, "$ lnet away\nNo absence is noted: every day counts.")
    away(store, -10, -23)
    away(store, 200, 190)
    away(store, 3, -3)
    check(
        lnet,
        """
        $ lnet away --list
        no  from             to              days  when
         2  Thu 27 Nov 2025  Sun 7 Dec 2025    11  over
         3  Fri 12 Jun       Thu 18 Jun         7  now
         1  Thu 25 Jun       Wed 8 Jul         14  to come
        """,
    )
    assert lnet("away").out == lnet("away --list").out
    assert data(lnet, "away")[0] == {"id": 2, "from_on": "2025-11-27", "to_on": "2025-12-07", "days": 11}


def test_days_count_again(lnet: Lnet, store: Store) -> None:
    """An absence is deleted by its number, or by a day that lies in it and in no other."""
    for first, last in ((40, 30), (3, -3), (-1, -9)):
        away(store, first, last)
    check(
        lnet,
        """
        $ lnet away --delete 1
        Deleted: away Wed 6 May to Sat 16 May
          11 days count again
          not right? lnet undo
        $ lnet away --delete 2026-06-17
        lnet: 'Wed 17 Jun' could be 2 (2026-06-12 to 2026-06-18), 3 (2026-06-16 to 2026-06-24) · use the number
        [3]
        $ lnet away --delete today
        Deleted: away Fri 12 Jun to Thu 18 Jun
          4 days count again
          not right? lnet undo
        $ lnet away --delete today
        lnet: no absence 'Mon 15 Jun' · lnet away --list shows them
        [3]
        """,
    )
    assert data(lnet, "away", "--delete", "3")["to_on"] == "2026-06-24"
    assert data(lnet, "away") == []


def test_undo_takes_it_back(lnet: Lnet, store: Store) -> None:
    """Noting and deleting are a step each."""
    away(store, 3, -3)
    before = contents(store.path)
    for words in ("away fri 2w", "away --delete 1"):
        assert lnet(words).status == 0
        assert contents(store.path) != before
        assert lnet("undo").status == 0
        assert contents(store.path) == before


def test_json_says_what_it_does(lnet: Lnet, store: Store) -> None:
    """The days, their number, what it overlaps, how many people it postpones, and the step."""
    person(store, "Ada Lovelace", "close", [29])
    away(store, -2, -3)
    assert data(lnet, "away", "today", "1w") == {
        "id": 2, "from_on": "2026-06-15", "to_on": "2026-06-21", "days": 7, "overlaps": [1], "postponed": 1, "undo": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("away fri", 2, "until when?"),
        ("away fri 2w --list", 2, "--list and --delete stand alone"),
        ("away fri sat sun", 2, ""),
        ("away 2026-07-02 2026-07-01", 4, "the last day (Wed 1 Jul) lies before the first (Thu 2 Jul)"),
        ("away 2026-07-02 yesterday", 4, "lies before the first"),
        ("away fri 0d", 4, "lies before the first"),
        ("away fri 10", 4, "'10' is not a date I understand"),
        ("away someday 2w", 4, "'someday' is not a date I understand"),
        ("away 2026-02-30 2w", 4, "there is no such day"),
        ("away 2026-07-02 900y", 4, "the year must be from 1900 to 2200"),
        ("away --delete 9", 3, "no absence '9'"),
        ("away --delete x", 4, "'x' is not a date I understand"),
    ],
)
def test_what_cannot_be_noted_changes_nothing(lnet: Lnet, store: Store, words: str, status: int, said: str) -> None:
    """A day that is wrong, and no step is made."""
    ran = lnet(words)
    assert ran.status == status
    assert said in ran.err
    assert store.db.execute("SELECT count(*) FROM step").fetchone() == (0,)


def test_days_that_are_left_out_already_are_not_told_again(lnet: Lnet, store: Store) -> None:
    """The echo counts the days that counted before, and on deletion those that count again."""
    lnet("away 2026-07-01 2026-07-14")
    lnet("away 2026-07-05 2026-07-20")
    assert "no day that was not left out already" in lnet("away 2026-07-06 2026-07-08").out
    assert "4 days count again" in lnet("away --delete 1").out


def test_everybody_whose_days_run_across_it_comes_due_later(lnet: Lnet, store: Store) -> None:
    """Worked example 12: both of two overdue people are postponed by ten days."""
    person(store, "Ada Lovelace", "close", [38])
    person(store, "Wei Chen", "close", [42])
    assert "2 people come due later than without" in lnet("away 2026-05-26 2026-06-04").out
