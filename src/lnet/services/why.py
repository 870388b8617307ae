"""The arithmetic behind somebody's place on today's list, due or not."""

from collections.abc import Sequence

from lnet.domain.explain import Explanation, explain
from lnet.store.connect import Store
from lnet.store.read import facts, owed, persons


def why(store: Store, ids: Sequence[int]) -> list[Explanation]:
    """An explanation for each of these contacts, in the order given; reads without writing anything."""
    listed = facts.facts(store)
    promises = {promise.id: promise for promise in (*listed.promises, *owed.open_promises(store, ids))}
    known = listed._replace(promises=tuple(promises.values()))
    people = {person.id: person for person in persons.people(store, ids)}
    return [explain(known, people[id], store.today, store.policy) for id in ids]
