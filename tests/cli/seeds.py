"""People, conversations, promises and goals of days gone by, for the tests of commands that look at them today."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact, goal, interaction, promise
from lnet.store.write.rows import Value, insert, update
from tests.conftest import TODAY

LONG_AGO = date(2020, 1, 1)


def ago(days: int) -> date:
    """The day so many days before the tests' day."""
    return TODAY - timedelta(days=days)


def person(store: Store, name: str, circle: str | None = "close", talked: Iterable[int] = (), **values: Value) -> int:
    """Somebody added long ago, talked to on each of these days ago; gives back the id."""
    with step(store, "seed") as open_:
        made = contact.add(open_, name, circle=circle, **({"created_on": LONG_AGO} | values))
    for days in talked:
        talk(store, days, made)
    return made


def talk(store: Store, days: int, *people: int, summary: str = "", **values: Any) -> int:
    """A conversation so many days ago (recorded then, too); gives back the id."""
    with step(store, "seed") as open_:
        made = interaction.add(open_, occurred_on=ago(days), participants=people, summary=summary, **values)
        update(open_, "interaction", made, created_on=ago(days))
        return made


def owe(store: Store, who: int, text: str, late: int, owed_by: str = "me") -> int:
    """An open promise, so many days late; gives back the id."""
    with step(store, "seed") as open_:
        return promise.add(open_, who, text, owed_by=owed_by, due_on=ago(late))


def aim(store: Store, title: str, days: int, *people: int, **values: Value) -> int:
    """An active goal that was made so many days ago, with those who help; gives back the id."""
    with step(store, "seed") as open_:
        made = goal.add(open_, title, created_on=ago(days), **values)
        for who in people:
            goal.link_contact(open_, made, who)
        return made


def away(store: Store, first: int, last: int) -> None:
    """Days that do not count, given by how long ago they began and ended."""
    with step(store, "seed") as open_:
        insert(open_, "away", from_on=ago(first), to_on=ago(last))


def mentor(store: Store, who: int, every: int = 30) -> None:
    """A mentor agreement."""
    with step(store, "seed") as open_:
        insert(open_, "mentor_agreement", contact_id=who, every_days=every)


def born(store: Store, name: str, birthday: str, **values: Any) -> int:
    """Somebody whose birthday is known, and who is in no circle."""
    return person(store, name, None, birthday=birthday, **values)
