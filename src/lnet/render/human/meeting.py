"""Who was just met at an event, as people read it."""

from collections.abc import Callable

from lnet.render.human.saved import closing
from lnet.render.safe import cells, safe
from lnet.render.screen import Screen, Styled
from lnet.services.meetings import Meeting, Met


def noted(result: Meeting, screen: Screen) -> None:
    """The event, everybody named with what is so now, the lines that were not understood, and how many of each."""
    screen.line("Met at ", Styled(result.event.ref, "ref"), " · ", Styled(result.event.name, "head"))
    width = max((cells(safe(each.name)) for each in result.people), default=0)
    for each in result.people:
        blanks = " " * (width - cells(safe(each.name)) + 2)
        screen.line(each.name, Styled(f"{blanks}{' · '.join(about(each))}", "dim"), indent=2)
    for problem in result.problems:
        screen.line(Styled(f"{problem.where}: {problem.what}", "warn"), indent=2)
    if len(result.people) > 1 or result.problems:
        screen.line(counts(result), indent=2)
    closing(screen)


def about(each: Met) -> list[str]:
    """Whether they are new, what is newly known of them, the flag, and what is noted."""
    state = "added" if each.added else "met before" if each.again else "known"
    note = "; ".join((each.note or "").splitlines())
    return list(filter(None, [state, ", ".join(each.gained), "to follow up" if each.follow_up else "", note]))


def counts(result: Meeting) -> str:
    """ "12 people: 8 added, 4 known; 5 to follow up; 1 line not understood"."""
    added, flagged = len(result.created), sum(each.follow_up for each in result.people)
    people = f"{len(result.people)} {'person' if len(result.people) == 1 else 'people'}"
    told = [f"{people}: {added} added, {len(result.people) - added} known", f"{flagged} to follow up"]
    if odd := len(result.problems):
        told.append(f"{odd} {'line' if odd == 1 else 'lines'} not understood")
    return "; ".join(told)


def removed(result: Meeting, screen: Screen) -> None:
    """Who is no longer said to have been met there."""
    names = ", ".join(each.name for each in result.people)
    screen.line("Not met at ", Styled(result.event.ref, "ref"), f" · {result.event.name}: {names}")
    closing(screen)


def renderer(*, remove: bool) -> Callable[[Meeting, Screen], None]:
    """How an `event meet` is shown."""
    return removed if remove else noted
