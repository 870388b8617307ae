"""An event of a calendar, as far as it tells of a meeting: when, with whom, and what became of it."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lnet.domain.names import clean, words
from lnet.domain.sentence.lexicon import CHANNELS
from lnet.exchange.ics.lines import Component, Property
from lnet.exchange.ics.old_rules import modern
from lnet.exchange.ics.times import Written, moment, moments

LONGEST_TITLE = 500
LONGEST_NOTE = 20_000
VIDEO = re.compile(
    r"zoom\.us|meet\.google|teams\.(?:microsoft|live)|webex\.com|whereby\.com|jit\.si|skype|gotomeet|bigbluebutton"
    r"|facetime|microsoft teams|google meet",
    re.IGNORECASE,
)
VIDEO_MARKS = ("X-GOOGLE-CONFERENCE", "X-GOOGLE-HANGOUT", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE")
# Where the invitations of Google Meet, Teams and Zoom begin: how to dial in is no note.
DIAL_IN = re.compile(r"-::~:~|_{20,}|─{10,}|[^\n]* is inviting you to a scheduled Zoom meeting", re.IGNORECASE)
MARKUP = re.compile(r"<br */?>|</p>|</li>", re.IGNORECASE), re.compile(r"</?[a-zA-Z][^<>]*>")
LISTED = re.compile(r"(?<!\\)[,;]")  # vCalendar 1.0 has semicolons
CALL = re.compile(r"tel:|\+?[\d ()/-]{7,}", re.IGNORECASE)


class Guest(NamedTuple):
    """Somebody who was asked to come, by an address, and what they answered (ACCEPTED, DECLINED …; may be empty)."""

    email: str
    name: str
    answer: str = ""
    kind: str = ""
    role: str = ""


class Event(NamedTuple):
    """An event: where it stands in the file, and what it says. `original` is which day of a series it stands for."""

    where: str
    uid: str
    start: Written
    title: str
    status: str
    sequence: int
    guests: tuple[Guest, ...]
    rules: tuple[str, ...]
    more: tuple[Written, ...]
    fewer: tuple[Written, ...]
    original: Written | None
    and_later: bool
    is_all_day: bool
    channel: str
    note: str | None
    topics: tuple[str, ...]


def event(component: Component, where: str) -> Event | None:
    """The event that a VEVENT describes; None for one that does not say when."""
    one, several = sorted_out(component)
    title, place = said(one, "SUMMARY"), said(one, "LOCATION")
    original = moment(one.get("RECURRENCE-ID"))
    start = moment(one.get("DTSTART")) or original
    if start is None:
        return None
    return Event(
        where=where,
        uid=said(one, "UID"),
        start=start,
        title=title,
        status=said(one, "STATUS").upper(),
        sequence=int(digits) if (digits := said(one, "SEQUENCE")).isdecimal() and len(digits) < 10 else 0,
        guests=tuple(guests(several)),
        rules=tuple(modern(each.value.replace("\\", "").strip()) for each in several.get("RRULE", ())),
        more=tuple(at for each in several.get("RDATE", ()) for at in moments(each)),
        fewer=tuple(at for each in several.get("EXDATE", ()) for at in moments(each)),
        original=original,
        and_later=original is not None and "THISANDFUTURE" in one["RECURRENCE-ID"].written.upper(),
        is_all_day=start.is_day or said(one, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE",
        channel=channel(one, title, place),
        note=note(one),
        topics=tuple(topic for each in several.get("CATEGORIES", ()) for part in LISTED.split(each.value)
                     if (topic := clean(part.replace("\\", "")))),
    )  # fmt: skip


def sorted_out(component: Component) -> tuple[dict[str, Property], dict[str, list[Property]]]:
    """The properties by name: the first of each, and all of each."""
    several: dict[str, list[Property]] = {}
    for each in component.properties:
        several.setdefault(each.name, []).append(each)
    return {name: found[0] for name, found in several.items()}, several


def said(one: Mapping[str, Property], name: str) -> str:
    """The text of a property on one line, empty if there is none."""
    each = one.get(name)
    return clean(each.text[: LONGEST_TITLE * 4])[:LONGEST_TITLE] if each else ""


def guests(several: Mapping[str, list[Property]]) -> Iterator[Guest]:
    """Who was asked to come, then who asked them; the answer of one who is both stands with the former."""
    for each in (*several.get("ATTENDEE", ()), *several.get("ORGANIZER", ())):
        parameters = each.parameters if each.written else {}
        email = address(each.value) or address(parameters.get("EMAIL", ""))
        yield Guest(
            email, parameters.get("CN") or before_address(each.value),
            (parameters.get("PARTSTAT") or parameters.get("STATUS", "")).upper(),  # vCalendar 1.0 has the latter
            parameters.get("CUTYPE", "").upper(), parameters.get("ROLE", "").upper(),
        )  # fmt: skip


def address(value: str) -> str:
    """The e-mail address in "mailto:ada@example.org" or "Ada <ada@example.org>"; empty for a URN or a page."""
    value = value.strip()
    if value[:7].lower() == "mailto:":
        value = value[7:].partition("?")[0]
    if "<" in value:
        value = value.partition("<")[2].partition(">")[0]
    return value.strip() if "@" in value and ":" not in value else ""


def before_address(value: str) -> str:
    """The name in "Ada <ada@example.org>"; empty where there is none."""
    name, bracket, _ = value.partition("<")
    return clean(name) if bracket else ""


def channel(one: Mapping[str, Property], title: str, place: str) -> str:
    """How it was held: by video where a room of the web is given, in person at a place, else as its title says."""
    rooms = f"{place} {said(one, 'URL')}"
    if any(mark in one for mark in VIDEO_MARKS) or (len(rooms) > 1 and VIDEO.search(rooms)):
        return "video"
    if place and "://" not in place:
        return "call" if CALL.fullmatch(place) else "in_person"
    told = (CHANNELS[word] for word in words(title) if word in CHANNELS)
    return next(told, "video" if "://" in place else "other")


def note(one: Mapping[str, Property]) -> str | None:
    """The description without markup and without how to dial in; None if nothing is left."""
    each = one.get("DESCRIPTION")
    if not each or not each.value.strip():
        return None
    text = DIAL_IN.split(each.text[:LONGEST_NOTE], maxsplit=1)[0]
    if "<" in text:
        text = MARKUP[1].sub("", MARKUP[0].sub("\n", text))
    return text.replace("\r", "").strip() or None
