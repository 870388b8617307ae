"""One event whole, as people read it."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human import contact_page
from lnet.render.human.event import head, when
from lnet.render.human.promise import by, parties
from lnet.render.screen import Screen, Styled
from lnet.services.event_pages import Page
from lnet.store.read.conversations import Conversation
from lnet.store.read.events import Attendee, Event

ATTENDEES_MOST = 20


def pages(found: Sequence[Page], today: date, screen: Screen) -> None:
    """One page an event, a blank line between."""
    for number, page in enumerate(found):
        if number:
            screen.line()
        one(page, today, screen)


def one(page: Page, today: date, screen: Screen) -> None:
    """An event whole, without what it does not have."""
    event = page.event
    screen.line(*head(event, today))
    if line := " · ".join(filter(None, (when(event, today), "you are here" if is_on(event, today) else ""))):
        screen.line(line)
    for label, text in (("url", event.url or ""), *(("note", line) for line in (event.note or "").splitlines())):
        if text:
            screen.labelled(Styled(f"{label:<6}", "dim"), text, indent=2)
    for title, lines in sections(page, today):
        if lines:
            contact_page.section(title, lines, screen)


def talk(each: Conversation, today: date) -> contact_page.Line:
    """The day of a conversation, with whom it was, and about what."""
    said = ": ".join(filter(None, (each.names, each.summary)))
    return contact_page.titled(each.ref, " · ".join(filter(None, (show_day(each.occurred_on, today), said))))


def is_on(event: Event, today: date) -> bool:
    """Whether I am there today."""
    return event.here_since is not None and (event.last_on is None or event.last_on >= today)


def sections(page: Page, today: date) -> list[tuple[str, list[contact_page.Line]]]:
    """The titled lists of a page, in order; empty ones too."""
    return [
        (title(page.event, today), attendees(page.event)),
        ("Conversations", [talk(each, today) for each in page.interactions] + more(page)),
        ("Open between you", [(each.ref, f"{parties(each)}: ", each.text, by(each, today)) for each in page.promises]),
        ("Learned there", [contact_page.insight(each) for each in page.insights]),
    ]


def more(page: Page) -> list[contact_page.Line]:
    """How many conversations are not shown, and where they are; nothing for none."""
    hidden = Styled(f"and {page.more} more: lnet interaction list --event {page.event.ref}", "dim")
    return [("", hidden)] if page.more else []


def title(event: Event, today: date) -> str:
    """What those are who belong to it: they were met, or are expected if it is still to come."""
    return "Expected there" if event.first_on and event.first_on > today else "Met there"


def attendees(event: Event) -> list[contact_page.Line]:
    """Who was met there, with the flag and what was noted; beyond twenty only how many more."""
    shown = [attendee(each) for each in event.attendees[:ATTENDEES_MOST]]
    rest = len(event.attendees) - ATTENDEES_MOST
    more = Styled(f"and {rest} more: lnet contact list --event {event.ref}", "dim")
    return [*shown, ("", more)] if rest > 0 else shown


def attendee(each: Attendee) -> contact_page.Line:
    """Somebody who was met there."""
    rest = "".join(f" · {part}" for part in (flag(each), "; ".join((each.note or "").splitlines())) if part)
    return "", each.contact, Styled(rest, "dim")


def flag(each: Attendee) -> str:
    """What became of the flag, if there is one."""
    return "" if not each.follow_up else "to follow up" if each.waits else "followed up"
