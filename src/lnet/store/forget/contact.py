"""Forgetting somebody for good: in the data, in the journal, in the index, in the bytes of the file.

The one exception to undo: what is forgotten cannot come back.
"""

from typing import NamedTuple

from lnet.store.connect import Store
from lnet.store.forget.file import UNFINISHED, write_anew
from lnet.store.forget.journal import forget_in_journal
from lnet.store.forget.marks import marks_of
from lnet.store.forget.texts import scrub_tables
from lnet.store.journal import step
from lnet.store.reversal import FORGET
from lnet.store.write.contact import delete_lone_conversations
from lnet.store.write.rows import delete

OPTIMIZE = "INSERT INTO search (search) VALUES ('optimize')"  # the search index keeps deleted words until then


class Forgotten(NamedTuple):
    """What forgetting did: conversations deleted with them, and rows of others in which a text was replaced."""

    conversations: int
    texts: int


def forget(store: Store, id: int) -> Forgotten:
    """Delete a contact with what was theirs alone, and every trace of them; the step of it names nobody.

    All of it is one transaction, but for the last part, which writes the file anew; see `write_anew`. Raises what a
    write raises.
    """
    marks = marks_of(store.db, id)
    with step(store, FORGET, UNFINISHED) as open_:
        alone = delete_lone_conversations(open_, id)
        delete(open_, "provenance", row_uid=marks.uid)
        delete(open_, "contact", id=id)
        replaced = scrub_tables(open_, marks)
        forget_in_journal(open_, id, marks)
        open_.db.execute(OPTIMIZE)
    write_anew(store)
    return Forgotten(alone, replaced)
