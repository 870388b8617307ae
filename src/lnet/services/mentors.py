"""Mentor agreements: make, change, look at, end. Every change is one step, undone as one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from lnet.domain.calendar_days import shifted
from lnet.errors import BadInputError
from lnet.services.contacts import Card, get, rhythm, set_first_due
from lnet.services.names import Who
from lnet.services.saved import happened
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.mentors import Agreement, agreement
from lnet.store.write import contact, mentor
from lnet.store.write.rows import Value

COMMAND = "contact mentor"


class Mentor(NamedTuple):
    """Somebody with the agreement in force (None: there is none any more), and what became of it.

    `did`: "agreed", "changed", "ended", or "nothing" where it is as it was. `named`: the role mentor is new.
    """

    card: Card
    agreement: Agreement | None
    did: str = "nothing"
    named: bool = False


class Mentors(NamedTuple):
    """The people of a command in the order given, and the step that undoes it; None where they were only looked at."""

    people: tuple[Mentor, ...]
    step: int | None = None

    @property
    def changed(self) -> bool:
        """Whether anything is otherwise than before."""
        return any(each.did != "nothing" or each.named for each in self.people)

    def as_json(self) -> Any:
        """One object for one person, a list for several: the contact, the agreement as `mentor`, and the step."""
        shown = [
            each.card.as_json() | {"mentor": each.agreement, "did": each.did, "undo": self.step} for each in self.people
        ]
        return shown[0] if len(shown) == 1 else shown


def agree(store: Store, people: Sequence[Who], values: Mapping[str, Any]) -> Mentors:
    """Make an agreement with several people alike, or change the `values` of the one in force; the role comes with it.

    Without values the one in force is only looked at. Undo takes the agreement and the role away again. Raises
    DateError for a day on which it began that is still to come.
    """
    happened(values.get("starts_on"), store.today)
    agreed = {who.id: agreement(store, who.id) for who in people}
    if not values and all(agreed.values()):
        return Mentors(tuple(Mentor(get(store, who), agreed[who.id]) for who in people))
    return written(store, people, lambda open_, who: agree_with(store, open_, who, agreed[who.id], values))


def end(store: Store, people: Sequence[Who]) -> Mentors:
    """End the agreements in force with these people; the role stays. Undo brings them back.

    Raises BadInputError where there is none.
    """
    agreed = {who.id: in_force(store, who).id for who in people}

    def write(open_: Step, who: Who) -> tuple[str, bool]:
        mentor.end(open_, agreed[who.id])
        return "ended", False

    return written(store, people, write)


def in_force(store: Store, who: Who) -> Agreement:
    """The agreement in force with somebody; raises BadInputError where there is none."""
    found = agreement(store, who.id)
    if found is None:
        raise BadInputError(f"there is no agreement with {who.name}", f"make one: lnet contact mentor {who.slug}")
    return found


def written(store: Store, people: Sequence[Who], write: Callable[[Step, Who], tuple[str, bool]]) -> Mentors:
    """What `write` makes of each person's agreement, in one step; their first-due day follows their rhythm."""
    done: list[tuple[str, bool]] = []
    with step(store, COMMAND, ", ".join(who.slug for who in people)) as open_:
        for who in people:
            before = rhythm(store, who.id)
            done.append(write(open_, who))
            if rhythm(store, who.id) != before:
                set_first_due(store, open_, who.id)
    both = zip(people, done, strict=True)
    return Mentors(tuple(Mentor(get(store, who), agreement(store, who.id), *what) for who, what in both), open_.id)


def agree_with(
    store: Store, open_: Step, who: Who, agreed: Agreement | None, values: Mapping[str, Value]
) -> tuple[str, bool]:
    """Make or change one agreement: what became of it, and whether the role is new."""
    named = contact.add_roles(open_, who.id, ["mentor"]) > 0
    if agreed:
        return "changed" if mentor.change(open_, agreed.id, **values) else "nothing", named
    mentor.agree(open_, who.id, **(usual(store) | dict(values)))
    return "agreed", named


def usual(store: Store) -> dict[str, Value]:
    """What is agreed where nothing else is said."""
    review_on = shifted(store.today, store.policy.mentor_review_after)
    return {"every_days": store.policy.mentor_days, "review_on": review_on}
