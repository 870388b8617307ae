"""The calendar that lnet writes: read by a library, it holds what falls on a day, and equal stores give equal bytes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lnet.domain.cards import Me, Problem
from lnet.exchange.ics import reader
from lnet.exchange.ics.writer import chunks, fold, text, todo_chunks
from lnet.exchange.source import Source
from lnet.store.connect import Store
from tests.cli.answers import HOSTILE
from tests.conftest import TODAY, Lnet, Seed


@pytest.fixture
def network(seed: Seed) -> None:
    """Somebody to turn to, something promised, a goal, a birthday, and somebody met."""
    seed(
        "contact add Ada --every 30d --birthday 1990-04-15",
        "contact add Leap --birthday 02-29",
        "log 'ada on 2026-06-01'",
        "promise add ada 'send; the, paper' --by 2026-06-20",
        "promise add ada 'some time' --them",
        "goal add 'Read plans' --every 14d",
        "event add PyCon --on 2026-06-10",
        "event meet pycon Leap --follow-up",
    )


def written(store: Store, kind: str = "VEVENT") -> dict[str, Any]:
    """The entries by their titles, as the library reads them."""
    pieces = chunks(store) if kind == "VEVENT" else todo_chunks(store)
    whole = Calendar.from_ical("".join(pieces))
    return {str(each["SUMMARY"]): each for each in whole.walk(kind)}


@pytest.mark.usefixtures("network")
def test_everything_with_a_day_is_an_event(store: Store) -> None:
    """On whole days that block no time; a promise without a day has no place in it."""
    found = {title: each.decoded("DTSTART") for title, each in written(store).items()}
    assert found == {
        "Follow up with Ada": date(2026, 7, 15),
        "Ada: send; the, paper": date(2026, 6, 20),
        "Look at your goal: Read plans": date(2026, 6, 29),
        "Ada's birthday": date(1990, 4, 15),
        "Leap's birthday": date(2000, 2, 29),
        "Follow up with Leap, met at PyCon": date(2026, 6, 11),
    }
    assert {str(each["TRANSP"]) for each in written(store).values()} == {"TRANSPARENT"}


@pytest.mark.usefixtures("network")
def test_birthdays_come_every_year(store: Store) -> None:
    """One of 29 February on the last of February."""
    found = written(store)
    assert found["Ada's birthday"]["RRULE"].to_ical() == b"FREQ=YEARLY"
    rule = {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert dict(found["Leap's birthday"]["RRULE"]) == rule


@pytest.mark.usefixtures("network")
def test_as_things_to_do(store: Store) -> None:
    """With the day they are due, if they have one; a birthday is the next."""
    found = {title: each.decoded("DUE") if "DUE" in each else None for title, each in written(store, "VTODO").items()}
    assert found["Ada promised: some time"] is None
    assert found["Ada's birthday"] == date(2027, 4, 15)
    assert found["Leap's birthday"] == date(2027, 2, 28)
    assert found["Ada: send; the, paper"] == date(2026, 6, 20)


@pytest.mark.usefixtures("network")
def test_an_entry_stays_itself(store: Store, lnet: Lnet) -> None:
    """Equal stores give equal bytes; when a day moves, the UID stays and the sequence does not fall."""
    before, again = written(store), "".join(chunks(store))
    assert "".join(chunks(store)) == again
    lnet("log 'tea with ada'", today=date(2026, 6, 16))
    lnet("promise renegotiate p1 --by 2026-07-01")
    after = written(store)
    for title in ("Follow up with Ada", "Ada: send; the, paper"):
        assert after[title]["UID"] == before[title]["UID"]
        assert after[title]["DTSTART"].dt > before[title]["DTSTART"].dt
        assert int(after[title]["SEQUENCE"]) >= int(before[title]["SEQUENCE"])
    assert len({str(each["UID"]) for each in after.values()}) == len(after)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_texts(lnet: Lnet, store: Store, name: str) -> None:
    """No name begins a line of its own, and no control byte gets in."""
    if lnet("contact", "add", name, "--every", "30d", "--birthday", "04-15").status:
        return
    whole = "".join(chunks(store))
    assert all(line[:1].isupper() or line[:1] in (" ", "") for line in whole.split("\r\n"))
    assert max(len(line.encode()) for line in whole.split("\r\n")) <= 75
    assert "\x1b" not in whole
    assert len(Calendar.from_ical(whole).walk("VEVENT")) == 2


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029"), max_size=300))
def test_a_text_comes_back_as_it_was(value: str) -> None:
    """Escaped and folded, as a library takes it apart."""
    line = fold(f"SUMMARY:{text(value)}")
    assert max(len(part.encode()) for part in line.split("\r\n")) <= 75
    whole = Calendar.from_ical(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    assert str(whole.walk("VEVENT")[0]["SUMMARY"]) == value


@pytest.mark.usefixtures("network")
def test_our_own_calendar_holds_no_meetings(store: Store) -> None:
    """Taken in again, it brings no conversation."""
    data = "".join(chunks(store)).encode()
    items = list(reader.read(Source("c.ics", data, TODAY, Me.of(["Me"], [], []))))
    assert all(isinstance(each, Problem) for each in items)
