"""One person whole, as people read them."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.birthdays import birthday_words
from lnet.domain.dates import show_day
from lnet.render.human.acquaintance import named as acquainted
from lnet.render.human.bars import sparkline
from lnet.render.human.contact import roles, state
from lnet.render.human.mentor import terms
from lnet.render.screen import Plain, Screen, Span, Styled
from lnet.render.words import words
from lnet.services.contacts import Card
from lnet.services.pages import SHOWN, Page
from lnet.store.read.conversations import Conversation
from lnet.store.read.dossier import Event
from lnet.store.read.feedback import Feedback
from lnet.store.read.goals import Goal
from lnet.store.read.insights import Insight
from lnet.store.read.promises import Promise

# How they appear in what is shared; an alias is the usual way, and not worth a line.
SHARED_AS = {"never": "never: absent from what you share", "name": "by name in what you share"}
LABEL = 10  # columns of a label: "birthday" and two blanks


def shown(pages: Page | Sequence[Page], screen: Screen) -> None:
    """One page a person, parted by a blank line."""
    for number, page in enumerate([pages] if isinstance(pages, Page) else pages):
        if number:
            screen.line()
        head(page, screen)
        facts(page, screen)
        for title, lines in sections(page):
            if lines:
                section(title, lines, screen)


def head(page: Page, screen: Screen) -> None:
    """Name, what they are to me, how often and since when."""
    contact = page.card.contact
    screen.line(Styled(contact.name, "head"), Styled(f" · {contact.slug}", "dim"))
    work = ", ".join(filter(None, (contact.title, contact.organisation, contact.location)))
    circle = f"{contact.circle} circle" if contact.circle else "address book" if contact.address_book else ""
    now = (state(page.card), last(page.card), snoozed(page))
    for parts in ((roles(page.card), circle, contact.field or "", work), now):
        if line := " · ".join(filter(None, parts)):
            screen.line(line)


def last(card: Card) -> str:
    """When the last conversation was, and how many days ago."""
    on, today = card.contact.last_on, card.today
    if on is None:
        return ""
    days = (today - on).days
    ago = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    return f"last talked {show_day(on, today)} ({ago})"


def snoozed(page: Page) -> str:
    until = page.card.contact.snooze_until
    return f"snoozed until {show_day(until, page.card.today)}" if until and until > page.card.today else ""


def facts(page: Page, screen: Screen) -> None:
    """What is known about them, one labelled line each."""
    contact, dossier = page.card.contact, page.dossier
    lines = [
        ("met", met(page.card)),
        *((method.kind, method.value + (f" ({method.label})" if method.label else "")) for method in page.methods),
        ("also", ", ".join(contact.nicknames)),
        ("topics", " ".join(f"#{topic}" for topic in contact.topics)),
        *(("aims" if not number else "", aim) for number, aim in enumerate(contact.aims)),
        ("birthday", birthday_words(contact.birthday) if contact.birthday else ""),
        ("knows", acquainted(dossier.knows)),
        ("year", "" if isinstance(screen, Plain) else twelve_months(page)),
        ("mentor", terms(dossier.mentor, page.card.today) if dossier.mentor else ""),
        ("share", SHARED_AS.get(contact.share, "")),
        *(("note" if not number else "", line) for number, line in enumerate((contact.note or "").splitlines())),
    ]
    for label, text in lines:
        if text:
            screen.labelled(Styled(label.ljust(LABEL), "dim"), text, indent=2)


def twelve_months(page: Page) -> str:
    """The conversations of the last twelve months as a line that rises and falls; "" for none."""
    numbers = [each.conversations for each in page.months]
    total = sum(numbers)
    return f"{sparkline(numbers)} {total} conversation{'' if total == 1 else 's'} in 12 months" if total else ""


def met(card: Card) -> str:
    """How, when and through whom we met."""
    contact = card.contact
    on = f"on {show_day(contact.met_on, card.today)}" if contact.met_on else ""
    through = f"introduced by {contact.introduced_by}" if contact.introduced_by else ""
    return ", ".join(filter(None, (contact.how_met, on, through)))


# --- the lists --------------------------------------------------------------------------------------------------

Line = tuple[str, *tuple[Span, ...]]  # a reference, then what there is to say


def section(title: str, lines: Sequence[Line], screen: Screen) -> None:
    """A title and its lines, their references aligned."""
    screen.line()
    screen.line(Styled(title, "head"))
    width = max(len(ref) for ref, *_ in lines)
    for ref, *rest in lines:
        screen.labelled(Styled(f"{ref:{width}}  ", "ref"), *rest, indent=2)


def sections(page: Page) -> list[tuple[str, list[Line]]]:
    """The titled lists of a page, in order; empty ones too."""
    whole, today = page.dossier, page.card.today
    planned = [each for each in whole.interactions if each.planned and not each.fulfilled_by]
    held = [each for each in whole.interactions if not each.planned]
    return [
        ("Planned", [conversation(each, today) for each in reversed(planned)]),
        ("Promises", [promise(each, today) for each in whole.promises] + more(page, "promises", "promise")),
        ("Conversations", [conversation(each, today) for each in held] + more(page, "interactions", "interaction")),
        ("Goals they help with", [goal(each, page.card.contact.slug) for each in whole.goals]),
        ("Feedback", [feedback(each, today) for each in whole.feedback] + more(page, "feedback", "feedback")),
        ("Learned from them", [insight(each) for each in whole.insights] + more(page, "insights", "insight")),
        ("Projects", [titled(each.ref, each.title, each.role, state_of(each.status)) for each in whole.projects]),
        ("Shared", [titled(each.ref, each.title, each.direction, on(each.on, today)) for each in whole.resources]
         + more(page, "resources")),
        ("Help", [titled(each.ref, each.text, each.direction, on(each.on, today)) for each in whole.exchanges]
         + more(page, "exchanges")),
        ("Met at", [met_at(each, today) for each in whole.events]),
        ("Member of", [titled(each.ref, each.name, each.kind) for each in whole.communities]),
        ("Mentioned in", [titled(each.ref, each.summary, on(each.occurred_on, today)) for each in whole.mentions]
         + more(page, "mentions")),
    ]  # fmt: skip


def titled(ref: str, title: str, *details: str | None) -> Line:
    """A reference, what it is called, and what else there is to say."""
    rest = " · ".join(filter(None, details))
    return ref, " ".join(title.split()), Styled(f" · {rest}" if rest else "", "dim")


def on(day: date | None, today: date) -> str:
    return show_day(day, today) if day else ""


def state_of(status: str) -> str:
    """A status worth telling: every one but active."""
    return "" if status == "active" else words(status)


def conversation(each: Conversation, today: date) -> Line:
    """The day and time, the channel, and what it was about."""
    when = f"{show_day(each.occurred_on, today)} {each.time or ''}".strip()
    return titled(each.ref, " · ".join(filter(None, (when, words(each.channel), each.summary))))


def met_at(each: Event, today: date) -> Line:
    """An event, its first day, whether they are still to be followed up, and what was noted there."""
    flag = "to follow up" if each.waits else ""
    note = "; ".join((each.note or "").splitlines())
    return titled(each.ref, each.name, on(each.starts_on or each.ends_on, today), flag, note)


def more(page: Page, name: str, noun: str = "") -> list[Line]:
    """How many of a list are not shown, and where they are."""
    rest = page.counts[name] - SHOWN
    where = f": lnet {noun} list --with {page.card.contact.slug}" if noun else ""
    return [("", Styled(f"and {rest} more{where}", "dim"))] if rest > 0 else []


def promise(each: Promise, today: date) -> Line:
    """Who owes what, by when."""
    by = f", by {show_day(each.due_on, today)}" if each.due_on else ""
    who = "you promised" if each.owed_by == "me" else "they promised"
    return each.ref, f"{who}: {each.text}{by}"


def goal(each: Goal, slug: str) -> Line:
    """A goal, and what this person helps with."""
    helps_with = (who.helps_with for who in each.contacts if who.slug == slug)
    return titled(each.ref, each.title, *helps_with, state_of(each.status))


def insight(each: Insight) -> Line:
    """What was learned, and whether it was used."""
    return titled(each.ref, each.text, "" if each.value == "potential" else each.value)


def feedback(each: Feedback, today: date) -> Line:
    """Which way it went, what it said, and how far the loop has come."""
    said = each.text or each.behaviour or each.situation or "–"
    return titled(each.ref, f"{each.direction} {show_day(each.on, today)}: {said}", words(each.loop))
