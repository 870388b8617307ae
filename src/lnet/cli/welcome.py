"""Bare `lnet`: the follow-ups, or a welcome to an empty store."""

from lnet.cli.opened import opened
from lnet.render.human.welcome import welcome
from lnet.render.screen import screen
from lnet.store.connect import Store

ANYTHING = ("SELECT 1 FROM contact", "SELECT 1 FROM goal", "SELECT 1 FROM interaction")


def welcome_or_followups() -> None:
    """On an empty store a welcome with the first three commands to type, else what `lnet followups` shows."""
    with opened() as store:
        if is_empty(store):
            welcome(screen())
        else:
            from lnet.cli.followups import show_followups

            show_followups(store)


def is_empty(store: Store) -> bool:
    """Whether nobody and nothing has been recorded yet."""
    return not any(store.db.execute(query).fetchone() for query in ANYTHING)
