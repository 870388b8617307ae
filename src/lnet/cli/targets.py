"""What the words of `done` and `snooze` name: rows of the list that was seen, people, and other things."""

import re
from collections.abc import Sequence

from lnet.cli.kinds import Thing, find
from lnet.cli.seen import contact_of_row
from lnet.store.connect import Store

ROW = "row"  # as a noun: the contact in a row of the list


def target(store: Store, text: str, titled: Sequence[str] = ()) -> Thing:
    """What a word names: a row of the list seen today, a reference, a person, else a thing of `titled` by its title.

    Raises NotFoundError or AmbiguousError; nothing is asked and nothing guessed.
    """
    if re.fullmatch("[0-9]{1,9}", text, re.ASCII):
        return Thing(ROW, contact_of_row(store, int(text)))
    return find(store, text, titled)
