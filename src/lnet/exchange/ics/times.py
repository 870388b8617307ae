"""Days and times as a calendar writes them: 20260615, 20260615T150000, …Z, with a time zone or with none."""

import re
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from dateutil import tz

from lnet.exchange.ics.lines import Property

WRITTEN = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?(Z)?|Z)?", re.IGNORECASE)
TZID = re.compile(r';TZID=("[^"]*"|[^;]*)', re.IGNORECASE)


class Written(NamedTuple):
    """A moment as it stands: the wall clock, whether it is of UTC, the name of its zone, or only a day."""

    wall: datetime
    is_utc: bool = False
    tzid: str = ""
    is_day: bool = False


def written(value: str, parameters: str = "") -> Written | None:
    """The moment that a value means, with its parameters as they stand; None for what is none."""
    found = WRITTEN.fullmatch(value.strip())
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59)) if found[4] else time()
    except ValueError:
        return None
    named = TZID.search(parameters) if not found[7] else None
    return Written(datetime.combine(day, clock), bool(found[7]), named[1].strip('"') if named else "", not found[4])


def moment(each: Property | None) -> Written | None:
    """The moment of a property; None where there is none."""
    return written(each.value, each.written) if each else None


def moments(each: Property) -> list[Written]:
    """The moments of RDATE or EXDATE: a list, of which a period (20260615T090000/PT1H) gives its start.

    In vCalendar 1.0 they stand between semicolons.
    """
    starts = (value.partition("/")[0] for value in re.split("[,;]", each.value))
    return [found for value in starts if (found := written(value, each.written))]


def on_the_clock(moment: datetime, zone: tzinfo | None) -> datetime:
    """A moment as the clocks of a zone show it, without the zone; as it is where either has none."""
    if moment.tzinfo is None or zone is None:
        return moment.replace(tzinfo=None)
    return moment.astimezone(zone).replace(tzinfo=None)


def utc(wall: datetime) -> datetime:
    """A time of the clock in UTC."""
    return wall.replace(tzinfo=tz.UTC)
