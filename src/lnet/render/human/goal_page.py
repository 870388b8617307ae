"""One goal whole, as people read it: what is known of it, then its story, the newest at the end."""

import shlex
from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.goal import helps, moved_ago, state
from lnet.render.human.rows import ROOM
from lnet.render.safe import cells, cut, safe
from lnet.render.screen import Screen, Span, Styled, text_of
from lnet.render.words import words
from lnet.services.goals import Card
from lnet.services.stories import Page
from lnet.store.read.goals import Goal
from lnet.store.read.story import Moment, Story

MOST = 120  # columns of a moment where it goes over several lines


def shown(pages: Sequence[Page], today: date, screen: Screen) -> None:
    """One page a goal, a blank line between."""
    for number, each in enumerate(pages):
        if number:
            screen.line()
        head(each, today, screen)
        told(each.story, each.card.goal, today, screen)


def head(page: Page, today: date, screen: Screen) -> None:
    """A goal without what it does not have, and what to do where nobody or only one side helps."""
    card = page.card
    goal = card.goal
    moved = f", {moved_ago(card)}" if card.days is not None else ""
    screen.line(Styled(goal.ref, "ref"), " · ", Styled(goal.title, "head"), " · ", state(card), Styled(moved, "dim"))
    for label, text in facts(card, today):
        screen.labelled(Styled(f"{label:<10}", "dim"), text, indent=2)
    if page.no_second_voice:
        ways = Styled(" · ".join(ways_out(goal)), "dim")
        screen.line(Styled("No second voice", "warn"), f": {page.no_second_voice}. ", ways, indent=2)


def ways_out(goal: Goal) -> list[str]:
    """The commands that find and link somebody else."""
    topics = [f"lnet who {shlex.quote(topic)}" for topic in goal.topics[:1]]
    return [*(topics or [f"lnet goal edit {goal.ref} --topic …"]), f"lnet goal link {goal.ref} NAME"]


def facts(card: Card, today: date) -> list[tuple[str, str]]:
    """What is known of a goal, each with its label."""
    goal = card.goal
    known = [
        ("why", goal.why), ("done when", goal.criteria), ("area", goal.area),
        ("by", show_day(goal.target_on, today) if goal.target_on else None),
        ("next step", goal.next_step), ("obstacle", goal.obstacle),
        ("helping", ", ".join(map(helps, goal.contacts))), ("topics", " ".join(f"#{topic}" for topic in goal.topics)),
        ("closed", show_day(goal.closed_on, today) if goal.closed_on else None),
    ]  # fmt: skip
    return [(label, text) for label, text in known if text]


# --- the story --------------------------------------------------------------------------------------------------


def told(story: Story, goal: Goal, today: date, screen: Screen) -> None:
    """The moments, each on its day; above them how many earlier ones there are, and where."""
    if not story.moments:
        return
    screen.line()
    screen.line(Styled("Story", "head"))
    if story.earlier:
        least = "at least " if story.bounded else ""
        screen.line(Styled(f"{least}{story.earlier} earlier: lnet goal show {goal.ref} --all", "dim"), indent=2)
    days = [show_day(moment.on, today) for moment in story.moments]
    width = max(map(cells, days))
    for day, moment in zip(days, story.moments, strict=True):
        if screen.width < ROOM:
            screen.line(Styled(day, "dim"), indent=2)
            screen.line(*line(moment, MOST), indent=4)
        else:
            screen.line(Styled(f"{day:<{width}}  ", "dim"), *line(moment, screen.width - width - 4), indent=2)


def line(moment: Moment, room: int) -> list[Span]:
    """What happened, in so many columns: its reference first, if it has one."""
    ref: list[Span] = [Styled(moment.ref, "ref"), "  "] if moment.ref else []
    said: Callable[[Moment], str] = WORDS.get(moment.kind, as_it_is)
    return [*ref, cut(safe(said(moment)), room - sum(cells(text_of(span)) for span in ref))]


def as_it_is(moment: Moment) -> str:
    """What the goal went through: "reviewed", "achieved"."""
    return moment.kind


def began(moment: Moment) -> str:
    """The first day."""
    return "the goal is set"


def helper(moment: Moment) -> str:
    """Who came to help, and with what."""
    return f"{moment.names} helps{f': {moment.text}' if moment.text else ''}"


def step(moment: Moment) -> str:
    """A step forward."""
    return f"progress: {moment.text}"


def conversation(moment: Moment) -> str:
    """Who took part, how, and what it was about."""
    channel = "" if moment.how == "other" else words(moment.how or "")
    return " · ".join(filter(None, (moment.names, channel, moment.text)))


def planned(moment: Moment) -> str:
    """A conversation to come."""
    return f"planned: {conversation(moment)}"


def learned(moment: Moment) -> str:
    """What was learned, from whom."""
    return f"{moment.how}{from_whom(moment)}: {moment.text}"


def resource(moment: Moment) -> str:
    """What there is to read or try, from whom."""
    return f"resource{from_whom(moment)}: {moment.text}"


def from_whom(moment: Moment) -> str:
    return f" from {moment.names}" if moment.contacts else ""


def feedback(moment: Moment) -> str:
    """Which way it went, and what was said."""
    way = {"requested": "asked", "received": "feedback from", "given": "feedback to"}[moment.how or ""]
    said = next(iter(moment.text.splitlines()), "")
    return f"{way} {moment.names}{f': {said}' if said else ''}"


def project(moment: Moment) -> str:
    """A project for it."""
    return f"project: {moment.text}"


def project_closed(moment: Moment) -> str:
    """A project for it, closed."""
    return f"project closed: {moment.text}"


WORDS: dict[str, Callable[[Moment], str]] = {
    "began": began, "helper": helper, "progress": step, "interaction": conversation, "planned": planned,
    "insight": learned, "resource": resource, "feedback": feedback, "project": project,
    "project_closed": project_closed,
}  # fmt: skip
