"""Forgetting somebody for good, in the backups too where that is asked for. No undo brings anything of it back."""

from collections.abc import Callable
from typing import NamedTuple

from lnet.services.names import Who
from lnet.store.connect import Store
from lnet.store.forget import backups, contact
from lnet.store.forget.file import unfinished, write_anew
from lnet.store.forget.marks import marks_of
from lnet.store.read.forgetting import Going, going


class Plan(NamedTuple):
    """Who would be forgotten, what would go with them, and the files of the backups that hold them."""

    who: Who
    going: Going
    backups: tuple[str, ...]


class Gone(NamedTuple):
    """What forgetting took: conversations, and rows of others in which a text was replaced.

    `backups`: the files of those that still hold the person; `rewritten`: of those that held them.
    """

    conversations: int
    texts: int
    backups: tuple[str, ...]
    rewritten: tuple[str, ...]


def finish(store: Store) -> None:
    """Write the file anew, if forgetting somebody was interrupted before that; usually nothing is to be done."""
    if unfinished(store.db):
        write_anew(store)


def plan(store: Store, who: Who) -> Plan:
    """What forgetting somebody would do; reads only."""
    found = going(store, who.id)
    return Plan(who, found, tuple(each.path.name for each in backups.holding(store.path, found.uid)))


def scrubber(store: Store, who: Who) -> Callable[[str], str]:
    """What takes somebody out of a text that is kept outside of the store, as long as they are in it."""
    return marks_of(store.db, who.id).anywhere.scrub


def forget(store: Store, who: Who, *, in_backups: bool = False) -> Gone:
    """Forget somebody: the data, the journal, the index and the bytes of the file hold no trace of them.

    With `in_backups` the backups that hold them are written anew without them. Not undone by anything.
    """
    uid = going(store, who.id).uid
    done = contact.forget(store, who.id)
    held = backups.holding(store.path, uid)
    rewritten = [*backups.rewrite(held, uid, store.today, store.busy_seconds)] if in_backups else []
    left = tuple(each.path.name for each in held if each not in rewritten)
    return Gone(done.conversations, done.texts, left, tuple(each.path.name for each in rewritten))
