"""Bare `lnet`: the follow-ups, or a welcome to an empty store."""

from lnet.cli.opened import opened
from lnet.render.human.welcome import welcome
from lnet.render.screen import screen
from lnet.store.read.contacts import is_empty


def welcome_or_followups() -> None:
    """On an empty store a welcome with the first three commands to type, else what `lnet followups` shows."""
    with opened() as store:
        if is_empty(store):
            welcome(screen())
        else:
            from lnet.cli.followups import show_followups

            show_followups(store)
