"""One person before a meeting, on one screen: a label, what there is, and nothing for what there is not."""

from collections.abc import Iterator, Sequence
from datetime import date

from lnet.domain.dates import show_day, show_day_plain
from lnet.domain.goals import GoalRow
from lnet.render.human import contact_page as page
from lnet.render.human.acquaintance import named as acquainted
from lnet.render.human.contact import roles
from lnet.render.human.mentor import terms
from lnet.render.human.promise import when
from lnet.render.safe import cells, cut, safe
from lnet.render.screen import Screen, Span, Styled
from lnet.render.words import words
from lnet.services.briefs import Brief, Question
from lnet.store.read.briefing import Resource
from lnet.store.read.conversations import Conversation
from lnet.store.read.dossier import Project
from lnet.store.read.feedback import Feedback
from lnet.store.read.goals import Goal
from lnet.store.read.insights import Insight
from lnet.store.read.promises import Promise

NARROW = 60  # columns below which a label has a line of its own
LABEL = 11  # columns of a label: "they owe" and what parts it from the rest
MOST = 4  # lines of one section
LEAST = 12  # columns that a summary has, however many topics stand behind it

Line = tuple[Span, ...]


def shown(brief: Brief, screen: Screen) -> None:
    """One person on one screen."""
    head(brief, screen)
    for label, lines in sections(brief, screen.width):
        section(label, lines, screen)


def head(brief: Brief, screen: Screen) -> None:
    """Who they are, how we met, and since when they are known."""
    card = brief.card
    contact = card.contact
    what = " · ".join(filter(None, (roles(card), f"{contact.circle} circle" if contact.circle else "")))
    work = ", ".join(filter(None, (contact.title, contact.organisation, contact.location)))
    since = f"known since {show_day_plain(brief.known_since, card.today)}"
    screen.line(Styled(contact.name, "head"), f" · {what}" if what else "")
    for parts in ((work, contact.field), (page.met(card),), (since, page.last(card))):
        if line := " · ".join(filter(None, parts)):
            screen.line(line)


def section(label: str, lines: Sequence[Line], screen: Screen) -> None:
    """A label with its lines: beside them, or above them where there is little room. Nothing for no lines."""
    shown = [*lines[:MOST], (Styled(f"and {len(lines) - MOST} more", "dim"),)] if len(lines) > MOST else lines
    narrow = screen.width < NARROW
    if narrow and lines:
        screen.line(Styled(label, "dim"))
    for number, line in enumerate(shown):
        beside = "" if narrow else (label if number == 0 else "").ljust(LABEL)
        screen.labelled(Styled(beside, "dim"), *line, indent=2)


def sections(brief: Brief, width: int) -> Iterator[tuple[str, list[Line]]]:
    """The labelled lines in the order in which they are of use; empty ones too."""
    known, today, contact = brief.known, brief.card.today, brief.card.contact
    yield "planned", [planned(talk, today, contact.name) for talk in filter(None, [known.planned])]
    yield "last", [conversation(talk, today, width) for talk in known.last]
    for label, owed_by in (("you owe", "me"), ("they owe", "them")):
        yield label, [promise(each, today) for each in known.promises if each.owed_by == owed_by]
    yield "feedback", [feedback(each, today) for each in known.feedback]
    yield "to apply", [insight(each) for each in known.insights]
    yield "ask", [question(each, today) for each in brief.questions]
    yield "words", [*noted(brief, "their_words", "“{}”"), *noted(brief, "differences", "we differ: {}")]
    yield "topics", [(" ".join(f"#{topic}" for topic in contact.topics),)] if contact.topics else []
    yield "aims", [(aim,) for aim in contact.aims]
    yield "share", [resource(each) for each in known.resources]
    yield "goals", [*goals(known.goals, brief.stale_goals, contact.slug)]
    yield "projects", [goal(each.ref, each.title, *shared(each)) for each in known.projects]
    yield "member of", [(", ".join(each.name for each in known.communities),)] if known.communities else []
    yield "knows", [(acquainted(known.knows),)] if known.knows else []
    yield "mentor", [(terms(known.mentor, today),)] if known.mentor else []


# --- the lines of the sections ----------------------------------------------------------------------------------


def planned(talk: Conversation, today: date, name: str) -> Line:
    """When we talk next, how, about what, and who else will be there."""
    others = ", ".join(who["name"] for who in talk.participants if who["name"] != name)
    at = f"{show_day(talk.occurred_on, today)}{f' {talk.time}' if talk.time else ''}"
    company = f"with {others}" if others else ""
    return (
        Styled(f"{talk.ref}  ", "ref"),
        " · ".join(filter(None, (at, words(talk.channel), one(talk.summary), company))),
    )


def conversation(talk: Conversation, today: date, width: int) -> Line:
    """The day, the channel, what it was about (shortened, to the line if labels stand beside) and its topics."""
    start = f"{show_day(talk.occurred_on, today)} · {words(talk.channel)}"
    topics = "".join(f" #{topic}" for topic in talk.topics)
    room = width - cells(safe(start + topics)) - cells(" · ") - LABEL - 2
    said = cut(safe(one(talk.summary)), NARROW if width < NARROW else max(room, LEAST))
    return (start, f" · {said}" if said else "", Styled(topics, "dim"))


def promise(each: Promise, today: date) -> Line:
    """What is owed, by when, and how late that is."""
    by = f", by {show_day(each.due_on, today)} (" if each.due_on else ""
    return (Styled(f"{each.ref}  ", "ref"), f"{one(each.text)}{by}", *((when(each, today), ")") if by else ()))


def feedback(each: Feedback, today: date) -> Line:
    """What was said or asked, and what would close it."""
    said = one(each.text or each.behaviour or each.situation or "")
    what = f"{FEEDBACK[each.direction]} {show_day_plain(each.on, today)}{f': {said}' if said else ''}"
    return (Styled(f"{each.ref}  ", "ref"), what, Styled(f" · {to_close(each)}", "dim"))


FEEDBACK = {"received": "from them,", "requested": "you asked,", "given": "you gave,"}


def to_close(each: Feedback) -> str:
    """What is still to happen with it."""
    if each.direction == "received":
        return f"tell them: {one(each.action or 'you acted on it')}" if each.loop == "acted" else "not acted on yet"
    return "no answer yet" if each.direction == "requested" else "ask how it landed"


def insight(each: Insight) -> Line:
    """What I learned from them and have not used yet."""
    topics = "".join(f" #{topic}" for topic in each.topics)
    return (Styled(f"{each.ref}  ", "ref"), one(each.text), Styled(topics, "dim"))


def question(each: Question, today: date) -> Line:
    """What to ask, and from which conversation it is."""
    return (one(each.text), Styled(f" ({each.ref}, {show_day_plain(each.on, today)})", "dim"))


def noted(brief: Brief, name: str, said: str) -> list[Line]:
    """What was noted after the latest debrief, with its day."""
    text, talk = brief.noted(name), brief.known.debrief
    if text is None or talk is None:
        return []
    on = show_day_plain(talk.occurred_on, brief.card.today)
    return [(said.format(one(text)), Styled(f" ({talk.ref}, {on})", "dim"))]


def resource(each: Resource) -> Line:
    """What they have not had from me yet, and what it is about."""
    topics = "".join(f" #{topic}" for topic in each.topics)
    return (Styled(f"{each.ref}  ", "ref"), one(each.title), Styled(topics, "dim"))


def goals(linked: Sequence[Goal], stale: Sequence[GoalRow], slug: str) -> Iterator[Line]:
    """The goals they help with, the stale ones with how long; then the stale ones on a topic of theirs."""
    waiting = {row.goal.id: row for row in stale}
    for each in linked:
        row = waiting.pop(each.id, None)
        with_what = next((who.helps_with for who in each.contacts if who.slug == slug), None)
        rest = [with_what, quiet(row) if row else None]
        yield goal(each.ref, each.title, *filter(None, rest))
    for row in waiting.values():
        yield goal(f"g{row.goal.id}", row.goal.title, quiet(row), "could they help?")


def goal(ref: str, title: str, *details: str) -> Line:
    rest = "".join(f" · {one(each)}" for each in details)
    return (Styled(f"{ref}  ", "ref"), one(title), Styled(rest, "dim"))


def shared(each: Project) -> list[str]:
    """What they do in a project, and whether it rests."""
    return [text for text in (each.role, "" if each.status == "active" else each.status) if text]


def quiet(row: GoalRow) -> str:
    """ "stale, 21 days"."""
    return f"{row.state}, {row.days} {'day' if row.days == 1 else 'days'}"


def one(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
