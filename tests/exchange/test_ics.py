"""Meetings read out of a calendar: on the right day, with the right people, whatever else stands in it."""

from contextlib import suppress
from datetime import datetime

import pytest
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lnet.domain.cards import Item, Me, Problem, Rejected, TalkCard
from lnet.errors import BadInputError
from lnet.exchange import formats
from lnet.exchange.ics import reader
from lnet.exchange.ics.lines import Component, components
from lnet.exchange.source import Source
from tests.conftest import TODAY

ME = Me.of(["Me"], ["me@example.org"], [])
ADA = "ATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:ada@example.org"
MINE = "ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org"
START = "DTSTART:20260601T150000Z"
BERLIN = """BEGIN:VTIMEZONE
TZID:Home
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*parts: str) -> str:
    """A calendar with these parts."""
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""]).replace("\r\n", "\n")


def meeting(*lines: str, uid: str = "uid-1") -> str:
    """An event with these lines, with Ada and me unless others are named."""
    people = [] if any(line.startswith(("ATTENDEE", "ORGANIZER")) for line in lines) else [ADA, MINE]
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Planning", *people, *lines, "END:VEVENT"])


def items(text: str | bytes, zone: str = "") -> list[Item]:
    """All that is read out of a calendar, on a machine in a time zone."""
    data = text.encode() if isinstance(text, str) else text
    return list(reader.read(Source("c.ics", data, TODAY, ME, zone=tz.gettz(zone) if zone else None)))


def talks(*parts: str, zone: str = "") -> list[TalkCard]:
    """The meetings of a calendar with these parts."""
    return [item for item in items(calendar(*parts), zone) if isinstance(item, TalkCard)]


def times(*parts: str, zone: str = "") -> list[str]:
    """When they were."""
    return [f"{talk.occurred_on} {talk.time}" for talk in talks(*parts, zone=zone)]


def said(text: str | bytes) -> list[str]:
    """What is said about a calendar, with the places."""
    return [
        f"{item.where}: {item.what if isinstance(item, Problem) else item.why}"
        for item in items(text)
        if isinstance(item, Problem | Rejected)
    ]


def names(*lines: str) -> list[str]:
    """Who took part in a meeting with these lines."""
    (found,) = talks(meeting(START, *lines))
    return [person.name for person in found.people]


def test_a_meeting_becomes_a_conversation() -> None:
    """With its day, time, title, note and topics; I am left out."""
    (found,) = talks(meeting(START, "LOCATION:Cafe", r"DESCRIPTION:Agenda\n1\, 2", "CATEGORIES:SQL,Work"))
    assert (str(found.occurred_on), found.time, found.channel, found.direction) == (
        "2026-06-01", "15:00", "in_person", "mutual",
    )  # fmt: skip
    assert (found.summary, found.note, found.topics) == ("Planning", "Agenda\n1, 2", ("SQL", "Work"))
    assert [(person.name, person.source_key) for person in found.people] == [("Ada Lovelace", "ada@example.org")]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("DTSTART;VALUE=DATE:20260601",), "all day: no meeting"),
        (("DTSTART:20260601",), "all day: no meeting"),
        ((START, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"), "all day: no meeting"),
        ((START, "STATUS:CANCELLED"), "called off"),
        (("DTSTART:20260615T080000Z",), "not over yet"),
        (("DTSTART:20270601T080000Z",), "not over yet"),
        ((START, MINE.replace("ACCEPTED", "DECLINED"), ADA), "declined by you"),
        ((START, MINE), "nobody else was there"),
        ((START, ADA.replace("ACCEPTED", "DECLINED"), MINE), "nobody else was there"),
        ((START, *(f"ATTENDEE:mailto:p{n}@x.org" for n in range(26))), "more than 25 others: an audience"),
    ],
)
def test_what_is_no_meeting_is_counted(lines: tuple[str, ...], why: str) -> None:
    """By its reason, with the number of the event; it makes no conversation."""
    assert said(calendar(meeting(*lines))) == [f"event 1: {why}"]
    assert not talks(meeting(*lines))


def test_many_of_one_reason_are_one_line() -> None:
    """With the numbers of the events, in runs."""
    off = [meeting(START, "STATUS:CANCELLED", uid=f"u{number}") for number in range(4)]
    assert said(calendar(*off[:3], meeting(START, uid="held"), off[3])) == ["events 1-3, 5: called off (4)"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ATTENDEE;CN=\"Lovelace, Ada\":mailto:ada@example.org", ["Ada Lovelace"]),
        ("ATTENDEE;CN=George ^'Babe^' Ruth:MAILTO:babe@example.org", ['George "Babe" Ruth']),
        ("ATTENDEE:mailto:ada@example.org", ["ada@example.org"]),
        ("ATTENDEE;CN=ada@example.org:mailto:ada@example.org", ["ada@example.org"]),
        ("ATTENDEE;CN=Ada;EMAIL=ada@example.org:urn:uuid:1234", ["Ada"]),
        ("ORGANIZER;CN=Ada:mailto:ada@example.org", ["Ada"]),
        ("ATTENDEE;CN=Ada;X=\"a:b;c\":mailto:ada@example.org", ["Ada"]),
    ],
)  # fmt: skip
def test_people_go_by_their_address(line: str, expected: list[str]) -> None:
    """However a program writes who they are; one without a name is called by the address."""
    assert names(line, MINE) == expected


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@example.org",
        "ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@example.org",
        "ATTENDEE;CUTYPE=GROUP:mailto:everybody@example.org",
        "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:copy@example.org",
        "ATTENDEE:mailto:c_1234@resource.calendar.google.com",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:away@example.org",
        "ATTENDEE;CN=Nobody:invalid:nomail",
        "ORGANIZER:mailto:noreply@example.org",
    ],
)
def test_rooms_machines_and_the_absent_took_no_part(line: str) -> None:
    """They are left out without a word."""
    assert names(ADA, MINE, line) == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("lines", "channel"),
    [
        (("LOCATION:https://zoom.us/j/1",), "video"),
        (("X-GOOGLE-CONFERENCE:https://meet.google.com/x",), "video"),
        (("LOCATION:Microsoft Teams Meeting",), "video"),
        (("LOCATION:+49 30 1234567",), "call"),
        (("LOCATION:Room 5",), "in_person"),
        (("SUMMARY:Coffee with Ada",), "in_person"),
        ((), "other"),
    ],
)
def test_how_it_was_held(lines: tuple[str, ...], channel: str) -> None:
    """As the place says, else the title."""
    event = "\n".join(["BEGIN:VEVENT", START, *lines, "SUMMARY:Planning", ADA, "END:VEVENT"])
    assert [talk.channel for talk in talks(event)] == [channel]


@pytest.mark.parametrize("tzid", ["Europe/Berlin", "/mozilla.org/20050126_1/Europe/Berlin", "W. Europe Standard Time",
                                  '"Home"', "GMT+0200"])  # fmt: skip
def test_a_time_zone_goes_by_any_of_its_names(tzid: str) -> None:
    """IANA's, Windows', the calendar's own, a distance from UTC: on my clock in New York it was six hours earlier."""
    parts = BERLIN, meeting(f"DTSTART;TZID={tzid}:20260602T023000")
    assert times(*parts, zone="America/New_York") == ["2026-06-01 20:30"]


def test_a_machine_without_a_zone_takes_times_as_they_stand() -> None:
    """In the zone they are written in; UTC in that of the calendar."""
    assert times(meeting("DTSTART;TZID=Asia/Tokyo:20260602T003000")) == ["2026-06-02 00:30"]
    assert times("X-WR-TIMEZONE:Asia/Tokyo", meeting("DTSTART:20260601T223000Z")) == ["2026-06-02 07:30"]
    assert times(meeting("DTSTART:20260601T223000Z")) == ["2026-06-01 22:30"]


def test_an_unknown_zone_is_reported() -> None:
    """And its times are taken as they stand."""
    assert times(meeting("DTSTART;TZID=Nowhere:20260601T090000")) == ["2026-06-01 09:00"]
    assert said(calendar(meeting("DTSTART;TZID=Nowhere:20260601T090000"))) == [
        "calendar: time zone 'Nowhere' is not known; its times are taken as they stand"
    ]


def test_a_series_is_its_days_up_to_yesterday() -> None:
    """Nine o'clock stays nine o'clock when summer time begins; what is to come is counted."""
    series = meeting("DTSTART;TZID=Europe/Berlin:20260324T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert times(series) == ["2026-03-24 09:00", "2026-03-31 09:00", "2026-04-07 09:00"]
    assert times(series, zone="UTC") == ["2026-03-24 08:00", "2026-03-31 07:00", "2026-04-07 07:00"]
    endless = meeting("DTSTART:20260601T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO")
    assert times(endless) == ["2026-06-01 09:00", "2026-06-08 09:00"]
    assert said(calendar(endless)) == ["event 1: not over yet"]


def test_days_are_added_taken_away_moved_and_changed() -> None:
    """RDATE, EXDATE in another zone, RECURRENCE-ID in UTC; each day is known by the day it was meant for."""
    found = talks(
        meeting("DTSTART;TZID=Europe/Berlin:20260504T090000", "RRULE:FREQ=WEEKLY;COUNT=4",
                "EXDATE:20260511T070000Z", "RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20260506T100000/PT1H"),
        meeting("RECURRENCE-ID:20260518T070000Z", "DTSTART;TZID=Europe/Berlin:20260520T110000"),
        meeting("RECURRENCE-ID;TZID=Europe/Berlin:20260525T090000", "STATUS:CANCELLED",
                "DTSTART;TZID=Europe/Berlin:20260525T090000"),
    )  # fmt: skip
    assert [(talk.source_key, f"{talk.occurred_on} {talk.time}") for talk in found] == [
        ("uid-1|2026-05-04", "2026-05-04 09:00"),
        ("uid-1|2026-05-06", "2026-05-06 10:00"),
        ("uid-1|2026-05-18", "2026-05-20 11:00"),
    ]


def test_a_change_from_a_day_on_holds_for_later_days() -> None:
    """RANGE=THISANDFUTURE moves them all."""
    series = meeting("DTSTART:20260504T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    later = meeting("RECURRENCE-ID;RANGE=THISANDFUTURE:20260511T090000Z", "DTSTART:20260512T100000Z")
    assert times(series, later) == ["2026-05-04 09:00", "2026-05-12 10:00", "2026-05-19 10:00"]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=x",
     "FREQ=DAILY;UNTIL=tomorrow", "FREQ=WEEKLY;BYDAY=XX", "M5 #10", "FREQ=DAILY;NEW=1", ""],
)  # fmt: skip
def test_a_rule_that_cannot_be_followed_costs_itself_alone(rule: str) -> None:
    """The first day is taken, and the rule is reported."""
    event = meeting("DTSTART:20260504T090000Z", f"RRULE:{rule}")
    assert times(event) == ["2026-05-04 09:00"]
    assert said(calendar(event))[0].startswith(f"event 1: repeats by a rule that lnet cannot follow ({rule})")


def test_blanks_in_a_rule_do_not_matter() -> None:
    """Some programs write them behind commas."""
    event = meeting("DTSTART:20260504T090000Z", "RRULE:FREQ=DAILY; COUNT=3;BYDAY=MO, WE")
    assert times(event) == ["2026-05-04 09:00", "2026-05-06 09:00", "2026-05-11 09:00"]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("D2 #3", ["05-04", "05-06", "05-08"]),
        ("D1", ["05-04", "05-05"]),  # twice where nothing is said
        ("d1 20260506T090000", ["05-04", "05-05", "05-06"]),
        ("W1 MO TH #4", ["05-04", "05-07", "05-11", "05-14"]),
        ("W2 #0", ["05-04", "05-18", "06-01"]),  # for ever
        ("MP1 1+ MO #2", ["05-04", "06-01"]),
        ("MP1 1+ MO WE 1- FR #4", ["05-04", "05-06", "05-29", "06-01"]),
        ("MD1 4 LD #3", ["05-04", "05-31", "06-04"]),
        ("MD1 4+ 2- 20260601T000000Z", ["05-04", "05-30"]),
        ("YM1 5 6 #2", ["05-04", "06-04"]),
        ("YD1 124 130 #2", ["05-04", "05-10"]),
    ],
)
def test_rules_of_vcalendar_1(rule: str, days: list[str]) -> None:
    """Each kind with its lists, and its ends: a number, a day, none."""
    assert times(meeting("DTSTART:20260504T090000", f"RRULE:{rule}")) == [f"2026-{day} 09:00" for day in days]


def test_a_rule_of_a_million_blanks_is_read_at_once() -> None:
    """What stands between the parts of a rule is looked at once, not once more for each blank."""
    assert times(meeting("DTSTART:20260504T090000", f"RRULE:FREQ=DAILY;COUNT=1{' ' * 1_000_000}x")) == [
        "2026-05-04 09:00"
    ]


def test_an_event_of_vcalendar_1() -> None:
    """Quoted-printable, names before addresses, STATUS of a guest, and lists with semicolons."""
    found = talks(
        meeting(
            "DESCRIPTION;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9", "DTSTART:20260504T090000", "RRULE:D1 #3",
            "EXDATE:20260505T090000;20260506T090000", "CATEGORIES:MEETING;Sql\\, plain", "ATTENDEE:me@example.org",
            "ATTENDEE;ROLE=ATTENDEE;STATUS=CONFIRMED:Zoë Müller <zoe@example.org>",
            "ATTENDEE;STATUS=DECLINED:Bob <bob@example.org>",
        )
    )  # fmt: skip
    (talk,) = found
    assert (talk.note, talk.topics) == ("Café", ("MEETING", "Sql, plain"))
    assert [(who.name, who.addresses[0].value) for who in talk.people] == [("Zoë Müller", "zoe@example.org")]


def test_a_series_of_a_thousand_years_is_none() -> None:
    """A year that was mistyped makes no fifty thousand conversations."""
    series = calendar(meeting("DTSTART:10130301T090000", "RRULE:FREQ=WEEKLY"))
    assert (times(meeting("DTSTART:18991231T235959")), said(series)) == ([], ["event 1: begins before 1900"])
    assert times(meeting("DTSTART:19000101T000000")) == ["1900-01-01 00:00"]


def test_rules_that_never_find_a_day_end_within_seconds() -> None:
    """So many days are looked at in one file, and no more."""
    events = [meeting("DTSTART:19000101T090000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", uid=f"u{number}")
              for number in range(12)]  # fmt: skip
    assert "too many days in one file" in said(calendar(*events))[-1]


def test_two_tellings_of_one_event_are_one() -> None:
    """The newer holds; two of one name that start at different times, and are as new, are two."""
    old, new = meeting("DTSTART:20260504T090000Z", "SEQUENCE:1"), meeting("DTSTART:20260505T090000Z", "SEQUENCE:2")
    assert times(new, old) == ["2026-05-05 09:00"]
    assert times(old, new.replace("SEQUENCE:2", "SEQUENCE:1")) == ["2026-05-04 09:00", "2026-05-05 09:00"]


def test_each_calendar_of_a_file_is_called_off_on_its_own() -> None:
    """Invitations and cancellations out of mail are put one behind the other; the newer telling of an event holds."""
    held, off = calendar(meeting(START)), calendar("METHOD:CANCEL", meeting(START, "SEQUENCE:1", uid="u2"))
    assert times(held + off) == times(off + held) == ["2026-06-01 15:00"]
    assert times(held.replace("uid-1", "u2") + off) == []


def test_a_broken_part_harms_nobody_else() -> None:
    """Lines that are none, events without a start or an end, what nobody knows: told one by one, the rest is taken."""
    text = calendar(
        "BEGIN:VEVENT", "SUMMARY:never closed", ADA, "DTSTART:20260501T090000Z",
        meeting("DTSTART:yesterday", uid="u2"), "this is no line",
        "BEGIN:X-UNKNOWN", "SUMMARY:what", "END:X-UNKNOWN", "END:NOTHING",
        meeting(START, "BEGIN:VALARM", "DTSTART:20200101T000000Z", "END:VALARM", uid="u3"),
    )  # fmt: skip
    assert [str(item.occurred_on) for item in items(text) if isinstance(item, TalkCard)] == ["2026-05-01", "2026-06-01"]
    assert said(text) == [
        "event 1: is never closed (line 3); read as far as it goes",
        "event 2: no start that could be read (line 7)",
        "line 14: no line of a calendar: 'this is no line'",
        "calendar: X-UNKNOWN: no event, passed over (1)",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Whatever the file is written in."""
    (found,) = [item for item in items(calendar(meeting(START, "SUMMARY:Café")).encode(encoding))
                if isinstance(item, TalkCard)]  # fmt: skip
    assert found.summary == "Planning"
    text = calendar(meeting(START).replace("Planning", "Café")).encode(encoding)
    assert [item.summary for item in items(text) if isinstance(item, TalkCard)] == ["Café"]


def test_a_line_may_be_folded_inside_of_a_letter() -> None:
    """Lines are folded by bytes, and joined before they are read."""
    data = calendar(meeting(START).replace("Planning", "Café")).encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")
    assert [item.summary for item in items(data) if isinstance(item, TalkCard)] == ["Café"]


def test_blank_lines_part_nothing() -> None:
    """Where a program wrote two line ends for one, a folded line goes on behind them."""
    doubled = calendar(meeting(START).replace("SUMMARY:Planning", "SUMMARY\n :Plan\n ning")).replace("\n", "\n\n")
    assert [item.summary for item in items(doubled) if isinstance(item, TalkCard)] == ["Planning"]
    assert said("\n\n  " + doubled) == []


def test_it_is_recognised_by_its_first_line() -> None:
    """Junk of blank lines before it, and parts of a calendar without the whole, do not matter; a card is none."""
    for text in (calendar(), "\n\n" + calendar(), meeting(START), "begin:vcalendar\n"):
        assert formats.recognised(Source("x", text.encode(), TODAY)).name == "ics"
    assert not reader.fits(Source("x", b"BEGIN:VCARD\nEND:VCARD\n", TODAY))


def test_without_me_it_cannot_be_read() -> None:
    """The error says which line of the configuration to write."""
    with pytest.raises(BadInputError, match="who you are") as caught:
        list(reader.read(Source("c.ics", calendar().encode(), TODAY)))
    assert "me = {" in caught.value.hint


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\x85"))


@given(TEXTS, TEXTS, st.datetimes(datetime(1950, 1, 1), datetime(2026, 6, 14)))  # noqa: DTZ001  # a time of the clock
def test_what_icalendar_writes_is_read(title: str, note: str, at: datetime) -> None:
    """Folded, escaped and quoted as the library does it, lines hold what they held."""
    from icalendar import Event

    event = Event()
    event.add("summary", title)
    event.add("description", note)
    event.add("dtstart", at)
    whole = Calendar()
    whole.add_component(event)
    found = [each for each in components(Source("c", whole.to_ical(), TODAY)) if isinstance(each, Component)]
    texts = {each.name: each.text for each in found[0].properties}
    assert (texts["SUMMARY"], texts["DESCRIPTION"]) == (title, note)
    assert texts["DTSTART"] == at.strftime("%Y%m%dT%H%M%S")


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    """Whatever follows, it ends in items or in a refusal."""
    start = calendar(meeting(START)).encode()[:80]
    with suppress(BadInputError):
        items(start + data)
