"""Conversations and plans, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.domain.vocabulary import DEPTHS
from lnet.render.human.rows import table
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.render.words import words
from lnet.services.interactions import Page
from lnet.services.saved import Deleted, Saved
from lnet.store.read.conversations import Conversation
from lnet.store.read.outcomes import Outcomes
from lnet.store.read.promises import Promise

UNDO = Styled("not right? lnet undo", "dim")


COLUMNS = (Column("ref", keep=True), Column("day", keep=True), Column("how"), Column("with"), Column("what"))
NONE_HELD = 'No conversations here. Log one: lnet log "coffee with Ada"'
NONE_PLANNED = 'Nothing is planned. Plan a conversation: lnet plan "fri 15:00: coffee with Ada"'


def listed(*, planned: bool = False) -> Callable[[Sequence[Conversation], Screen], None]:
    """The renderer for a table of conversations, or of plans, newest first; one kind line for none."""

    def draw(talks: Sequence[Conversation], screen: Screen) -> None:
        if not talks:
            screen.line(NONE_PLANNED if planned else NONE_HELD)
            return
        table(screen, COLUMNS, [row(talk) for talk in talks], main=4)

    return draw


def row(talk: Conversation) -> list[Span]:
    """One conversation of a table."""
    said = " ".join([first_line(talk.summary), *(f"#{topic}" for topic in talk.topics)])
    return [Styled(talk.ref, "ref"), talk.occurred_on.isoformat(), words(talk.channel), talk.names or "–", said]


def first_line(text: str) -> str:
    """A longer text in one line."""
    return " ".join(text.split())


def shown(pages: Sequence[Page], today: date, screen: Screen) -> None:
    """One page a conversation, a blank line between."""
    for number, each in enumerate(pages):
        if number:
            screen.line()
        whole(each, today, screen)


def whole(page: Page, today: date, screen: Screen) -> None:
    """One conversation: what was said, what else is known of it, what came of it."""
    talk = page.talk
    when = show_day(talk.occurred_on, today) + (f" {talk.time}" if talk.time else "")
    kind = f"planned · {words(talk.channel)}" if talk.planned else words(talk.channel)
    screen.line(Styled(talk.ref, "ref"), " · ", Styled(when, "head"), f" · {kind} · {talk.names or 'by yourself'}")
    for line in talk.summary.splitlines():
        screen.line(line, indent=2)
    for name, text in details(talk):
        for number, line in enumerate(text.splitlines()):
            screen.labelled(Styled(f"{name if not number else '':<14}", "dim"), line, indent=2)
    for name, ref, text in came(page.outcomes, today):
        screen.labelled(Styled(f"{name:<14}", "dim"), Styled(ref, "ref"), f"  {text}", indent=2)


def came(outcomes: Outcomes, today: date) -> list[tuple[str, str, str]]:
    """What came of a conversation, a line each: what it is, its reference, its words."""
    owed = {"me": "you promised", "them": "they promised"}
    lines = [(owed[each.owed_by], each.ref, each.text + due(each, today)) for each in outcomes.promises]
    lines += [("learned", each.ref, first_line(each.text)) for each in outcomes.insights]
    lines += [("feedback", each.ref, first_line(each.text or each.behaviour or "–")) for each in outcomes.feedback]
    helped = {"given": "you gave", "received": "you got"}
    return lines + [(helped[each.direction], each.ref, first_line(each.text)) for each in outcomes.exchanges]


def due(promise: Promise, today: date) -> str:
    """By when, or what became of it."""
    if promise.status in ("kept", "released"):
        return f" ({promise.status})"
    return f", by {show_day(promise.due_on, today)}" if promise.due_on else ""


def details(talk: Conversation) -> list[tuple[str, str]]:
    """What else is known of a conversation, each with its name; nothing that is empty."""
    ask = "to ask" if talk.planned else "ask next"
    found = {
        "topics": " ".join(f"#{topic}" for topic in talk.topics), "mentioned": ", ".join(talk.mentions),
        "direction": "" if talk.direction == "mutual" else talk.direction,
        "depth": DEPTHS[talk.depth - 1] if talk.depth else "",
        "goals": ", ".join(talk.goals), "event": talk.event, "community": talk.community, "project": talk.project,
        "their words": talk.their_words, "differences": talk.differences, ask: talk.next_question,
        "note": talk.note,
        "private": "yes" if talk.private else "", "fulfilled by": talk.fulfilled_by,
    }  # fmt: skip
    return [(name, text) for name, text in found.items() if text]


def saved(result: Saved[Conversation], screen: Screen) -> None:
    """Conversations just changed."""
    for talk in result.things:
        when = f"{talk.occurred_on.isoformat()} {talk.time or ''}".strip()
        screen.line("Changed ", *row(talk)[:1], f" · {when} · {talk.names or 'by yourself'}")
    screen.line(UNDO, indent=2)


def deleted(result: Deleted, screen: Screen) -> None:
    """Conversations just deleted."""
    for ref, title in zip(result.refs, result.titles, strict=True):
        screen.line("Deleted ", Styled(ref, "ref"), f" · {title}")
    screen.line(UNDO, indent=2)
