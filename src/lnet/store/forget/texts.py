"""Taking somebody out of what was written about others."""

from lnet.domain.names import key
from lnet.store.audit.keys import NAMED
from lnet.store.forget.marks import Marks
from lnet.store.forget.texts_of import scrubbed, text_columns
from lnet.store.journal import Step


def scrub_tables(step: Step, marks: Marks) -> int:
    """Replace their traces in every text of the store; gives back in how many rows."""
    return sum(scrub_table(step, table, columns, marks) for table, columns in text_columns().items() if columns)


def scrub_table(step: Step, table: str, columns: tuple[str, ...], marks: Marks) -> int:
    """Replace their traces in one table; what it is called by follows."""
    names = ", ".join(f'"{column}"' for column in columns)
    changed = 0
    for id, uid, *texts in step.db.execute(f'SELECT id, uid, {names} FROM "{table}"').fetchall():
        new = [scrubbed(text, marks.of(uid)) for text in texts]
        if new != texts:
            values = dict(zip(columns, new, strict=True))
            if NAMED.get(table) in values:
                values["key"] = key(values[NAMED[table]])
            changed += put(step, table, id, values)
    return changed


def put(step: Step, table: str, id: int, values: dict[str, str]) -> int:
    """Set columns without a new time of change: the journal will say that it was never otherwise."""
    sets = ", ".join(f'"{column}" = ?' for column in values)
    return step.db.execute(f'UPDATE "{table}" SET {sets} WHERE id = ?', (*values.values(), id)).rowcount
