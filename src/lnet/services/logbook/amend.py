"""The last log, said again: taken back and stored anew under the same number, in one step."""

from lnet.errors import BadInputError
from lnet.services.logbook.hear import Heard
from lnet.services.logbook.record import Logged, as_dry_run, write
from lnet.store.connect import Store
from lnet.store.journal import Entry, entries_of_row, step
from lnet.store.read import logs
from lnet.store.reversal import revert


def last_log(store: Store) -> tuple[int, str]:
    """The id and uid of the conversation logged last; raises BadInputError where nothing was logged."""
    found = logs.last_log(store)
    if found is None:
        raise BadInputError("there is no log to amend")
    return found


def last_sentence(store: Store) -> str:
    """The sentence of the last log, as it was said."""
    return steps_of(store, last_log(store)[1])[0].words


def steps_of(store: Store, uid: str) -> list[Entry]:
    """The logs that stored a conversation (the first, and each amendment) and still stand, newest first."""
    return [entry for entry in entries_of_row(store, "interaction", uid) if entry.command == "log" and not entry.undone]


def amend(store: Store, heard: Heard, *, dry_run: bool = False) -> Logged:
    """Replace the last log by what was heard now. Undo brings the former one back.

    Raises ConflictError where something built on it since (a promise of it was kept, say).
    """
    ids = last_log(store)
    # Whom the former log had added, and this one names again, stays; and at the event, flagged as they are.
    named = logs.uids(store, [who.id for who in (*heard.participants, *heard.mentions)], heard.event)
    with step(store, "log", heard.request.sentence, keep=not dry_run) as open_:
        revert(open_, steps_of(store, ids[1]), leave=named)
        logged = write(store, open_, heard, ids=ids)._replace(amended=True)
        return as_dry_run(logged) if dry_run else logged
