"""A calendar of the days to come, to import or to subscribe to (RFC 5545): whole days that block no time.

An entry has the same UID for ever, and says itself when it was last changed, so that a program that reads the calendar
again updates it in place; equal stores give equal bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from lnet.services.agenda import Dated, agenda
from lnet.store.connect import Store

OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lnet//lnet//EN", "METHOD:PUBLISH", "X-WR-CALNAME:lnet",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H")  # fmt: skip


def chunks(store: Store) -> Iterator[str]:
    """The calendar as events, one a piece; a promise without a day has no place in it."""
    yield from calendar(store, event)


def todo_chunks(store: Store) -> Iterator[str]:
    """The calendar as to-dos, for programs that keep tasks; a birthday is the next one."""
    yield from calendar(store, todo)


def calendar(store: Store, form: Callable[[Dated], Iterable[str]]) -> Iterator[str]:
    """A calendar whose entries have a form."""
    yield folded(HEAD)
    for each in agenda(store):
        yield folded(form(each))
    yield folded(["END:VCALENDAR"])


def event(each: Dated) -> Iterator[str]:
    """An entry as an event: a whole day, or every year the same."""
    if each.on is None:
        return
    yield from ("BEGIN:VEVENT", *common(each, "event"), f"DTSTART;VALUE=DATE:{day(each.on)}")
    if each.on < date.max:
        yield f"DTEND;VALUE=DATE:{day(each.on + timedelta(days=1))}"
    if each.yearly:
        leap = (each.on.month, each.on.day) == (2, 29)  # kept on the 28th where there is none
        yield "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if leap else "RRULE:FREQ=YEARLY"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def todo(each: Dated) -> Iterator[str]:
    """An entry as something to do."""
    yield from ("BEGIN:VTODO", *common(each, "todo"))
    on = each.next_on or each.on
    if on:
        yield f"DUE;VALUE=DATE:{day(on)}"
    yield from ("STATUS:NEEDS-ACTION", "END:VTODO")


def common(each: Dated, form: str) -> Iterator[str]:
    """What events and to-dos have in common."""
    at = datetime.fromisoformat(each.changed_at)
    stamp = at.strftime("%Y%m%dT%H%M%SZ")
    yield f"UID:{each.kind}-{each.key}-{form}@lnet"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{int(at.timestamp()) // 60}"
    yield f"SUMMARY:{text(each.title)}"
    yield f"DESCRIPTION:{text(each.note)}"
    yield f"CATEGORIES:lnet,{each.kind}"
    yield "CLASS:PRIVATE"


def day(on: date) -> str:
    """A day as a calendar writes it."""
    return f"{on.year:04}{on.month:02}{on.day:02}"


def text(value: str) -> str:
    """A text with what has a meaning in a calendar escaped, and without control characters."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    escaped = re.sub(r"([\\;,])", r"\\\1", CONTROL.sub("\ufffd", value))
    return escaped.replace("\n", r"\n")


def folded(lines: Iterable[str]) -> str:
    """Lines with their ends, the long ones folded between letters."""
    return "".join(f"{fold(line)}\r\n" for line in lines)


def fold(line: str) -> str:
    """A line in parts of at most 75 octets, each but the first behind a blank."""
    if len(line) < OCTETS // 4 or len(line.encode()) <= OCTETS:
        return line
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)
