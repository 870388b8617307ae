"""Goals, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.goals import Card
from lnet.services.saved import Saved
from lnet.store.read.goals import Helper

Draw = Callable[[Saved[Card], Screen], None]
WAITING = ("stale", "drifted")


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Card], Screen], None]:
    """A table of goals: state, days since anything moved, target, who helps; one kind line for none."""

    def draw(cards: Sequence[Card], screen: Screen) -> None:
        if not cards:
            screen.line("No goal fits." if narrowed else 'No goal under way. Add one: lnet goal add "Read query plans"')
            return
        columns = [
            Column("ref", keep=True), Column("goal"), Column("state", keep=True), Column("moved"),
            Column("by", keep=True), Column("helping"),
        ]  # fmt: skip
        table(screen, columns, [row(card) for card in cards], main=1)

    return draw


def row(card: Card) -> list[Span]:
    goal = card.goal
    by = goal.target_on.isoformat() if goal.target_on else NOTHING
    return [
        Styled(goal.ref, "ref"), goal.title, state(card), moved_ago(card), by,
        ", ".join(helper.name for helper in goal.contacts) or NOTHING,
    ]  # fmt: skip


def state(card: Card) -> Span:
    """ "stale", "fresh" …; of a goal that is not active its status."""
    text = card.state or card.goal.status
    return Styled(text, "warn") if text in WAITING else text


def moved_ago(card: Card) -> str:
    """ "21 of 14 days"; nothing for a goal that is not active."""
    return NOTHING if card.days is None else f"{card.days} of {card.goal.every_days} days"


def saved(verb: str, today: date) -> Draw:
    """The renderer for goals just written: what was done ("Added"), to which, and what follows from it."""

    def draw(result: Saved[Card], screen: Screen) -> None:
        for card in result.things:
            screen.line(*head(verb, card), Styled(rhythm(card, today), "dim"))
        closing(screen, result.warnings)

    return draw


def edited(today: date) -> Callable[[Saved[Card] | None, Screen], None]:
    """The renderer for a goal out of the form; None if it was closed as it was."""

    def draw(result: Saved[Card] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


def head(verb: str, card: Card) -> list[Span]:
    return [f"{verb} ", Styled(card.goal.ref, "ref"), " · ", Styled(card.goal.title, "head")]


def rhythm(card: Card, today: date) -> str:
    """How often it wants to move, and its target, of an active goal."""
    goal = card.goal
    every = f" · every {goal.every_days} {'day' if goal.every_days == 1 else 'days'}"
    by = f" · by {show_day(goal.target_on, today)}" if goal.target_on else ""
    return every + by if goal.status == "active" else ""


def moved(today: date) -> Draw:
    """The renderer for a step forward just noted."""

    def draw(result: Saved[Card], screen: Screen) -> None:
        card = result.things[0]
        latest = card.goal.progress[0] if card.goal.progress else None
        screen.line(*head("Progress on", card))
        if latest:
            screen.line(f"{show_day(latest.on, today)}  {latest.text}", indent=2)
        closing(screen, result.warnings)

    return draw


def linked(verb: str, names: Sequence[str]) -> Draw:
    """The renderer for links just made or taken away."""

    def draw(result: Saved[Card], screen: Screen) -> None:
        card = result.things[0]
        helping = {helper.name: helper for helper in card.goal.contacts}
        people = ", ".join(helps(helping[name]) if name in helping else name for name in names)
        screen.line(*head(verb, card), f" · {people}")
        closing(screen, result.warnings)

    return draw


def helps(helper: Helper) -> str:
    """ "Ada Lovelace (indexes)"."""
    return f"{helper.name} ({helper.helps_with})" if helper.helps_with else helper.name
