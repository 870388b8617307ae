"""What could be done about gaps, and what the next month brings."""

from collections.abc import Iterator
from datetime import date

from lnet.domain.dates import show_day
from lnet.domain.occasions import possessive
from lnet.render.human.summary.parts import Part
from lnet.render.human.summary.words import joined, name
from lnet.render.markdown import escape, strong
from lnet.services.summary.values import Coming, Summary

KINDS = {"promise": "I promised {}", "promised": "{} promised me", "target": "target of a goal",
         "deadline": "deadline of a project", "event": "begins", "renewal": "renews"}  # fmt: skip


def gaps(found: Summary) -> Iterator[Part]:
    """What the network lacks, each with the command that does something about it."""
    if found.gaps:
        yield Part(lines=tuple(f"{escape(gap.text)} · {escape(gap.command)}" for gap in found.gaps))


def coming(found: Summary) -> Iterator[Part]:
    """The days of the next month that bring something."""
    if found.coming:
        yield Part(lines=tuple(coming_line(each, found.as_of) for each in found.coming))


def coming_line(day: Coming, as_of: date) -> str:
    """One of them."""
    who = joined([name(each) for each in day.names])
    on, text = strong(show_day(day.on, as_of)), escape(day.text)
    if day.kind == "mentor_review":
        return f"{on} look again at {possessive(who)} mentoring"
    if day.kind == "plan":
        return f"{on} {who or 'planned'}{f': {text}' if text else ''}"
    return f"{on} {text} ({KINDS[day.kind].format(who)})"
