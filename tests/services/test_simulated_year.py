"""A year with a hundred and fifty imported people: the list stays short, and nobody is forgotten."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from statistics import median

import pytest

from lnet.domain.rows import Row
from lnet.exchange.formats import read
from lnet.exchange.source import Source
from lnet.services.drafts import Given
from lnet.services.followups import Morning, morning
from lnet.services.imports import bring_in
from lnet.store.connect import Store, open_store
from lnet.store.journal import Step, step
from lnet.store.write import interaction, promise
from lnet.store.write.rows import insert, update
from tests.conftest import TODAY

CIRCLES = {"inner": 5, "close": 15, "active": 50, "wide": 60, None: 20}
DAYS = 380  # the last of the wide circle is meant for the 365th day, and may be skipped for a while
HOLIDAYS = ((date(2026, 8, 3), date(2026, 8, 21)), (date(2026, 12, 22), date(2027, 1, 3)))


def connections(circle: str | None, number: int) -> bytes:
    """A file as LinkedIn gives it, with so many people."""
    rows = [
        f"{circle},Number{n},https://www.linkedin.com/in/{circle}{n},,Company {n % 7},Engineer,{n % 28 + 1:02} Mar 2024"
        for n in range(number)
    ]
    return "\n".join(["First Name,Last Name,URL,Email Address,Company,Position,Connected On", *rows, ""]).encode()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[Morning]]]:
    """The store after the year, and every morning of it."""
    store = open_store(tmp_path_factory.mktemp("year") / "lnet.db", TODAY)
    for circle, number in CIRCLES.items():
        file = Source(f"{circle}.csv", connections(circle, number), TODAY)
        bring_in(store, [read(file)], Given(circle=circle))
    with step(store, "away") as open_:
        for first, last in HOLIDAYS:
            insert(open_, "away", from_on=first, to_on=last)
    yield store, list(mornings(store, Random(42)))
    store.close()


def mornings(store: Store, chance: Random) -> Iterator[Morning]:
    """Day after day: look at the list, and do some of what it says; nothing on a holiday, and seldom on a Sunday."""
    for number in range(DAYS):
        store.today = TODAY + timedelta(days=number)
        away = any(first <= store.today <= last for first, last in HOLIDAYS)
        if away or (store.today.weekday() == 6 and chance.random() < 0.8):
            continue
        found = morning(store)
        yield found
        with step(store, "log") as open_:
            for line in found.people:
                act(open_, line.who, store.today, chance)


def act(open_: Step, row: Row, today: date, chance: Random) -> None:
    """What somebody does about a row: keep the promise; talk, and promise something now and then; snooze; nothing."""
    what = chance.choices(["talk", "promise", "write", "plan", "snooze", "nothing"], [55, 8, 7, 5, 8, 17])[0]
    who = row.person.id
    for reason in row.reasons:
        if reason.kind == "promise" and chance.random() < 0.7:
            promise.close(open_, reason.about.id, "kept")
    if what in ("talk", "promise"):
        made = interaction.add(open_, occurred_on=today, participants=[who], summary="a talk")
        interaction.fulfil_plans(open_, made, [who], today)
    if what == "promise":
        promise.add(open_, who, "send paper", due_on=today + timedelta(days=chance.randint(2, 20)))
    if what == "write":
        interaction.add(open_, occurred_on=today, participants=[who], direction="outbound", channel="email")
    if what == "plan":
        on = today + timedelta(days=chance.randint(1, 14))
        interaction.add(open_, occurred_on=on, participants=[who], planned=True, summary="coffee")
    if what == "snooze":
        update(open_, "contact", who, snooze_until=today + timedelta(days=7), snoozed_on=today)


Year = tuple[Store, list[Morning]]


def test_no_morning_is_a_wall(year: Year) -> None:
    """At most five a morning, but for what was promised or planned for that day; most mornings are shorter."""
    numbers = [len(found.people) for found in year[1]]
    waiting = max(found.later_number for found in year[1])
    said = f"people a morning: median {median(numbers)}, worst {max(numbers)}; at most {waiting} more for later"
    print(f"\n{said}")  # noqa: T201 -- for whoever runs it with -s
    for found in year[1]:
        always = sum(line.who.always for line in found.people)
        assert len(found.people) <= max(5, always)
    assert median(numbers) <= 4


def test_nobody_with_a_cadence_is_forgotten(year: Year) -> None:
    """Everybody in a circle comes up at least once in the year; nobody of the address book does."""
    store, days = year
    listed = {line.who.person.id for found in days for line in found.people}
    circled = {id for (id,) in store.db.execute("SELECT id FROM contact WHERE circle IS NOT NULL")}
    assert len(circled) == sum(CIRCLES.values()) - 20
    assert listed == circled


def test_the_first_day_asks_nothing(year: Year) -> None:
    """The day of the import is no wall: the first conversations are spread over the days to come."""
    first = year[1][0]
    assert (first.people, first.later_number, first.review_number) == ((), 0, 0)


def test_little_waits_and_little_drifts(year: Year) -> None:
    """Somebody who does most of what the list says never has more than a week's list waiting, nor many who drifted."""
    assert max(found.later_number for found in year[1]) <= 35
    assert year[1][-1].review_number <= 15
