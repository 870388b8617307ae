"""The arithmetic behind somebody's place on today's list, due or not."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from lnet.domain.explain import Explanation, explain
from lnet.domain.facts import Facts
from lnet.store.connect import Store
from lnet.store.read.facts import facts
from lnet.store.read.known import facts_of

Fact = TypeVar("Fact")


def why(store: Store, ids: Sequence[int]) -> list[Explanation]:
    """An explanation for each of these contacts, in the order given; reads without writing anything."""
    theirs = facts_of(store, ids)
    known = joined(facts(store), theirs)
    people = {person.id: person for person in theirs.people}
    return [explain(known, people[id], store.today, store.policy) for id in ids]


def joined(listed: Facts, theirs: Facts) -> Facts:
    """What is known for today's list, and all that is known of some people besides."""
    return listed._replace(
        promises=both(listed.promises, theirs.promises), planned=both(listed.planned, theirs.planned),
        meetings=both(listed.meetings, theirs.meetings), feedback=both(listed.feedback, theirs.feedback),
    )  # fmt: skip


def both(some: Iterable[Fact], others: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of both, each once, in their order."""
    return tuple(dict.fromkeys([*some, *others]))
