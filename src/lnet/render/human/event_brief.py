"""An event before I go, on one screen: who may be there and why, and what is open with them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.brief import Line, feedback, one, promise, question, section
from lnet.render.human.event import head, is_over, when
from lnet.render.screen import Screen, Styled
from lnet.services.event_briefs import EventBrief
from lnet.store.read.conversations import Conversation
from lnet.store.read.gathering import Familiar

NOBODY = "Nobody of your network is known to be there, to live there or to share its topics."


def shown(today: date) -> Callable[[EventBrief, Screen], None]:
    """The renderer of a brief on an event, for a given day."""

    def draw(brief: EventBrief, screen: Screen) -> None:
        screen.line(*head(brief.event, today))
        for text in (when(brief.event, today), brief.event.url, *(brief.event.note or "").splitlines()):
            if text:
                screen.line(text)
        told = [(label, lines) for label, lines in sections(brief, today) if lines]
        for label, lines in told:
            section(label, lines, screen)
        if not told:
            screen.line(NOBODY)

    return draw


def sections(brief: EventBrief, today: date) -> Iterator[tuple[str, list[Line]]]:
    """The labelled lines in the order in which they are of use; empty ones too."""
    yield "planned", [planned(talk, today) for talk in brief.planned]
    yield "met there" if is_over(brief.event, today) else "there", people(brief.expected)
    yield "before", people(brief.before)
    yield "nearby", people(brief.nearby)
    yield "topics", people(brief.topics)
    for label, owed_by in (("you owe", "me"), ("they owe", "them")):
        owed = [each for each in brief.promises if each.owed_by == owed_by]
        yield label, [(*promise(each, today), Styled(f" · {each.contact}", "dim")) for each in owed]
    yield "feedback", [(*feedback(each, today), Styled(f" · {each.contact}", "dim")) for each in brief.feedback]
    yield "ask", [(f"{each.names}: ", *question(each.question, today)) for each in brief.questions]


def people(found: Sequence[Familiar]) -> list[Line]:
    """A line each: the name, and why they may be there."""
    return [(each.name, Styled(f" · {one(each.why)}" if each.why else "", "dim")) for each in found]


def planned(talk: Conversation, today: date) -> Line:
    """When we talk there, with whom, and about what."""
    at = f"{show_day(talk.occurred_on, today)}{f' {talk.time}' if talk.time else ''}"
    return (Styled(f"{talk.ref}  ", "ref"), " · ".join(filter(None, (at, talk.names, one(talk.summary)))))
