"""Birthdays, renewals, deadlines and agreements to look at again: from when on and until when they are shown."""

from datetime import date

import pytest

from lnet.domain.facts import Occasion
from lnet.domain.occasions import birthday_in, fields, near, possessive, settled_by, text
from lnet.domain.policy import Policy
from tests.domain.networks import POLICY, TODAY, ago, planned


@pytest.mark.parametrize(("kind", "ahead"), [("birthday", 7), ("renewal", 30), ("deadline", 7), ("mentor_review", 14)])
def test_the_days_around_an_occasion(kind: str, ahead: int) -> None:
    """Each kind is shown from its own number of days before it until three days after it."""
    shown = [days for days in range(-40, 10) if near([Occasion(kind, ago(days), "Ada")], TODAY, POLICY)]
    assert (shown[0], shown[-1], len(shown)) == (-ahead, 3, ahead + 4)


def test_the_numbers_are_the_policys() -> None:
    """With other numbers other days are shown."""
    policy = Policy(dates_past=0, deadline_ahead=1)
    shown = [days for days in range(-9, 9) if near([Occasion("deadline", ago(days), "Ada")], TODAY, policy)]
    assert shown == [-1, 0]


def test_the_order_of_occasions() -> None:
    """By day, then by kind, then by name; whatever order they come in, and outside any budget."""
    found = [
        Occasion("birthday", ago(-1), "Zoe"), Occasion("deadline", ago(-1), "Ada", "g1"),
        Occasion("mentor_review", ago(-1), "Ada"), Occasion("renewal", ago(-1), "Ada", "c1"),
        Occasion("birthday", ago(-1), "Ada"), Occasion("deadline", ago(2), "Late", "j1"),
    ]  # fmt: skip
    expected = [found[5], found[4], found[0], found[3], found[1], found[2]]
    for given in (found, found[::-1]):
        assert list(planned(occasions=tuple(given), dealt_with=frozenset(range(9))).dates) == expected


@pytest.mark.parametrize(
    ("occasion", "words"),
    [
        (Occasion("birthday", ago(-2), "Ravi", since=1990), "Ravi's birthday, Wed 17 Jun (in 2 days), turns 36"),
        (Occasion("birthday", ago(0), "Ada"), "Ada's birthday, Mon 15 Jun (today)"),
        (Occasion("birthday", ago(1), "Agnes", since=1990), "Agnes' birthday, Sun 14 Jun (yesterday), turned 36"),
        (Occasion("renewal", ago(-25), "ADE", "c1", people=2, insights=1),
         "ADE renews on Fri 10 Jul (in 25 days): worth keeping? 2 people met, 1 insight this year"),
        (Occasion("renewal", ago(3), "ADE", "c1", people=1),
         "ADE renews on Fri 12 Jun (3 days ago): worth keeping? 1 person met, 0 insights this year"),
        (Occasion("deadline", ago(-1), "Read", "g3"), "Read is due on Tue 16 Jun (tomorrow)"),
        (Occasion("mentor_review", ago(-14), "Grace"),
         "Review your agreement with Grace, Mon 29 Jun (in 14 days)"),
    ],
)  # fmt: skip
def test_an_occasion_in_words(occasion: Occasion, words: str) -> None:
    """It tells whose it is, its day, and what there is to decide."""
    assert text(occasion, TODAY) == words
    assert fields(occasion, TODAY) == {
        "kind": occasion.kind, "on": occasion.on.isoformat(), "name": occasion.name, "ref": occasion.ref, "text": words,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("born", "year", "on"),
    [
        ("02-29", 2024, date(2024, 2, 29)), ("02-29", 2026, date(2026, 2, 28)), ("02-29", 2100, date(2100, 2, 28)),
        ("02-29", 2000, date(2000, 2, 29)), ("12-31", 2026, date(2026, 12, 31)), ("02-28", 2024, date(2024, 2, 28)),
    ],
)  # fmt: skip
def test_a_birthday_in_any_year(born: str, year: int, on: date) -> None:
    """29 February is kept on the 28th where there is none."""
    assert birthday_in(born, year) == on


def test_the_genitive() -> None:
    """A name that ends in s, x or z takes an apostrophe alone."""
    assert [possessive(name) for name in ("Ada", "Agnes", "Max", "Liz")] == ["Ada's", "Agnes'", "Max'", "Liz'"]


@pytest.mark.parametrize(
    ("on", "by"), [(date(2026, 7, 10), "2027-07-10"), (date(2028, 2, 29), "2029-02-28"), (date.max, "9999-12-31")]
)
def test_a_renewal_asks_for_the_same_day_a_year_on(on: date, by: str) -> None:
    """The command to keep a membership names the next renewal; of other occasions there is none."""
    assert settled_by(Occasion("renewal", on, "ADE", "c1")) == f"lnet community renew c1 --by {by}"
    assert settled_by(Occasion("deadline", on, "Plan viewer", "j1")) == ""
