"""A log on its way into the store, and the things its clauses left there."""

from datetime import date
from typing import Any, NamedTuple

from lnet.domain.sentence import Clause
from lnet.errors import BadInputError
from lnet.services.logbook.hear import Heard, owner
from lnet.store.connect import Store
from lnet.store.journal import Step


class Item(NamedTuple):
    """One thing that a clause stored: `noun` and `ref` ("promise", "p7"), its text, whose it is, and its day."""

    noun: str
    ref: str | None
    text: str
    contact: str | None = None
    on: date | None = None
    kind: str = ""

    def as_json(self) -> dict[str, Any]:
        """Promises bear `owed_by` and `due_on`, everything else `kind` and `on`."""
        body: dict[str, Any] = {"ref": self.ref, "text": self.text, "contact": self.contact}
        if self.noun == "promise":
            return body | {"owed_by": self.kind, "due_on": self.on}
        return body | {"kind": self.kind, "on": self.on}


class Draft:
    """What one log is about to store: the open step, the conversation, the people in order, the items so far."""

    def __init__(self, store: Store, step: Step, heard: Heard, names: dict[int, str]) -> None:
        self.store, self.step, self.heard, self.names = store, step, heard, names
        self.people = [who.id for who in heard.participants]
        self.conversation = 0
        self.items: list[Item] = []

    @property
    def held(self) -> int | None:
        """The conversation, if it was held; None for a plan, whose promises are made now and not on its day."""
        return None if self.heard.request.planned else self.conversation

    def whose(self, clause: Clause) -> tuple[int, str]:
        """The contact a clause belongs to, by id and name; raises BadInputError when nobody took part."""
        id = owner(clause, self.people, self.names)
        if id is None:
            raise BadInputError(f"'{clause.label}:' needs somebody it belongs to")
        return id, self.names[id]
