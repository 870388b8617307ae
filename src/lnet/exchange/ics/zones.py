"""The time zones of a calendar: by their IANA name, by Windows' name, or as the calendar describes them itself."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from io import StringIO

from dateutil import tz

from lnet.exchange.ics.lines import Component

# What tells one zone from another; the rest (names, comments, links) some writers get wrong.
RULES = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE")
OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")
SURE = datetime(2000, 1, 1, tzinfo=tz.UTC)


class Zones:
    """The zones of a calendar by their TZID; `unknown` are those that nothing tells, in the order they were met."""

    def __init__(self) -> None:
        self.described: dict[str, Component] = {}
        self.found: dict[str, tzinfo | None] = {}
        self.unknown: list[str] = []

    def describe(self, component: Component) -> None:
        """Keep a VTIMEZONE; the first of a name holds."""
        for each in component.properties:
            if each.name == "TZID":
                self.described.setdefault(each.text.strip(), component)

    def zone(self, name: str) -> tzinfo | None:
        """The zone called so; None for one that nothing tells: its times are taken as my own."""
        name = name.strip()
        if name not in self.found:
            self.found[name] = next(filter(None, self.readings(name)), None)
            if self.found[name] is None:
                self.unknown.append(name)
        return self.found[name]

    def readings(self, name: str) -> Iterator[tzinfo | None]:
        """What a name may mean, the surest first: the world's table, the calendar's own words, Windows' table."""
        yield iana(name)
        described = self.described.get(name)
        if described:
            yield next((iana(each.text) for each in described.properties if each.name == "X-LIC-LOCATION"), None)
            yield by_its_rules(described)
        yield iana(windows_names().get(name, ""))
        yield by_offset(name)


def iana(name: str) -> tzinfo | None:
    """The zone "Europe/Berlin", also as "/mozilla.org/20050126_1/Europe/Berlin"; None for what is none.

    Only names with a continent: "EST" and "CET" stand for more than one thing, but UTC does not.
    """
    if name.upper() in ("UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT"):
        return tz.UTC
    parts = name.strip("/").split("/")
    names = ["/".join(parts[-most:]) for most in (3, 2) if len(parts) >= most]
    safe = (each for each in names if re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){1,2}", each))
    return next((zone for each in safe if (zone := tz.gettz(each))), None)


def windows_names() -> dict[str, str]:
    """Windows' names of zones ("W. Europe Standard Time") with those of the world, as Unicode's CLDR pairs them."""
    from tzlocal.windows_tz import win_tz

    return win_tz


def by_offset(name: str) -> tzinfo | None:
    """A name that is itself a distance from UTC: "GMT+0200", "UTC-5"."""
    found = OFFSET.fullmatch(name.strip())
    if not found:
        return None
    seconds = (int(found[2]) * 60 + int(found[3] or 0)) * 60
    return tz.tzoffset(name, seconds if found[1] == "+" else -seconds) if seconds < 24 * 3600 else None


def by_its_rules(component: Component) -> tzinfo | None:
    """The zone that a VTIMEZONE describes; None for rules that are none."""
    if not any(part.name in ("STANDARD", "DAYLIGHT") for part in component.parts):
        return None
    try:
        zone = tz.tzical(StringIO("\r\n".join(written(component)))).get()
        if zone is not None:
            SURE.astimezone(zone)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError):  # each for some broken rule
        return None
    return zone


def written(component: Component) -> Iterator[str]:
    """A VTIMEZONE with nothing but its rules."""
    yield from ("BEGIN:VTIMEZONE", "TZID:it")
    for part in component.parts:
        if part.name in ("STANDARD", "DAYLIGHT"):
            yield from (f"BEGIN:{part.name}", *rules(part), f"END:{part.name}")
    yield "END:VTIMEZONE"


def rules(part: Component) -> Iterable[str]:
    """The rules of summer or winter time, from 1900 on: Windows lets them begin in 1601, and each year costs."""
    for each in part.properties:
        if each.name in RULES:
            value = each.value.strip()
            early = each.name == "DTSTART" and value[:4] < "1900"
            yield f"{each.name}:{'1900' + value[4:] if early else value}"
