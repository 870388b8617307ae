"""Who and what was snoozed, as people read it."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.screen import Screen, Span, Styled
from lnet.services.snooze import Rest, Snoozed


def snoozed(today: date) -> Callable[[Snoozed, Screen], None]:
    """The renderer: each in a line, what still shows below it, and how to take it all back."""

    def draw(result: Snoozed, screen: Screen) -> None:
        for rest in result.rests:
            screen.line(*said(rest, today))
            shown_through(rest, today, screen)
        if any(rest.changed for rest in result.rests):
            screen.line(Styled("not right? lnet undo", "dim"), indent=2)

    return draw


def said(rest: Rest, today: date) -> list[Span]:
    """ "Snoozed Ada Lovelace until Mon 22 Jun"; a goal with its reference."""
    named: list[Span] = [Styled(rest.name, "head")]
    if rest.noun == "goal":
        named = [Styled(f"g{rest.id}", "ref"), " ", *named]
    if rest.until is not None:
        verb = "Snoozed " if rest.changed else "Snoozed already "
        return [verb, *named, f" until {show_day(rest.until, today)}"]
    return ["Back: " if rest.changed else "Not snoozed: ", *named]


def shown_through(rest: Rest, today: date, screen: Screen) -> None:
    """What a snooze does not hide: what I promised, and what is planned."""
    for promise in rest.promises:
        by = f", by {show_day(promise.due_on, today)}" if promise.due_on else ""
        screen.line("still shows ", Styled(f"p{promise.id}", "ref"), f"  {promise.text}{by}", indent=2)
    for plan in rest.plans:
        about = f", {plan.summary}" if plan.summary else ""
        screen.line("still shows ", Styled(plan.ref, "ref"), f"  planned {show_day(plan.on, today)}{about}", indent=2)
