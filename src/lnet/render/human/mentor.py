"""Mentor agreements, as people read them."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.contact import state
from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.render.words import words
from lnet.services.mentors import Mentor, Mentors
from lnet.store.read.mentors import Agreement

VERBS = {"agreed": "Agreed with ", "changed": "Changed the agreement with ", "ended": "Ended the agreement with "}


def shown(today: date) -> Callable[[Mentors, Screen], None]:
    """The renderer of agreements just made, changed, ended or looked at, for a given day."""

    def draw(result: Mentors, screen: Screen) -> None:
        for each in result.people:
            agreement(each, today, screen)
        if result.changed:
            closing(screen)
        elif result.step is not None:
            screen.line("Nothing to change: it was so already.")

    return draw


def agreement(each: Mentor, today: date, screen: Screen) -> None:
    """One person's agreement in a line, and what follows from it."""
    said = f" · {terms(each.agreement, today)}" if each.agreement else ""
    verb = VERBS.get(each.did, "Agreement with ")
    screen.line(verb, Styled(each.card.contact.name, "head"), said)
    if each.named:
        screen.line("has the role mentor now, too", indent=2)
    screen.line(f"reminders: {state(each.card) or 'none by rhythm'}", indent=2)


def terms(agreed: Agreement, today: date) -> str:
    """What was agreed: how often, since when, what for, and when to look at it again."""
    days = "every day" if agreed.every_days == 1 else f"every {agreed.every_days} days"
    since = f" since {show_day(agreed.starts_on, today)}" if agreed.starts_on else ""
    review = f"review on {show_day(agreed.review_on, today)}" if agreed.review_on else ""
    functions = " and ".join(map(words, agreed.functions))
    return ", ".join(filter(None, (days + since, functions, agreed.purpose, review)))
