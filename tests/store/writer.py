"""A process that writes steps such as a log makes: `python -m tests.store.writer STORE COUNT [KILL_AT [KILL_PAST]]`.

Prints the number of each step once it is committed. With KILL_AT it kills itself at that many calls of SQLite's
progress handler (every few instructions of its virtual machine): anywhere in a statement. With KILL_PAST the system
kills it when it writes to a file past that many bytes: in the middle of a commit.
"""

import os
import resource
import signal
import sys
from datetime import date
from pathlib import Path

from lnet.store.connect import Store, open_store
from lnet.store.journal import step

ROWS = 6  # of every step: a conversation, two participants, a topic, a promise, an insight


def write(store: Store, number: int) -> int:
    """One step with a conversation and what belongs to it; gives back the step."""
    with step(store, "log", f"of {os.getpid()} number {number}") as open_:
        execute = open_.db.execute
        id = execute("INSERT INTO interaction (occurred_on, summary) VALUES ('2026-06-15', 'coffee')").lastrowid
        for person in (1, 2):
            execute("INSERT INTO participant (interaction_id, contact_id) VALUES (?, ?)", (id, person))
        execute("INSERT INTO interaction_topic (interaction_id, topic) VALUES (?, 'sql')", (id,))
        execute("INSERT INTO promise (contact_id, interaction_id, text) VALUES (1, ?, 'paper')", (id,))
        execute("INSERT INTO insight (interaction_id, text, learned_on) VALUES (?, 'x', '2026-06-15')", (id,))
    return open_.id


def main(path: str, count: str, kill_at: str = "0", kill_past: str = "0") -> None:
    """Open the store and write."""
    store = open_store(Path(path), date(2026, 6, 15))
    if past := int(kill_past):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (past, past))
    if left := int(kill_at):

        def tick() -> int:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return 0

        store.db.set_progress_handler(tick, 40)
    for number in range(int(count)):
        sys.stdout.write(f"{write(store, number)}\n")
        sys.stdout.flush()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
