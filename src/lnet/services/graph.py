"""The network as a graph: all of it, or what a goal, a topic or a person brings together."""

from datetime import date
from typing import NamedTuple

from lnet.domain import network as graph
from lnet.domain.network import Network
from lnet.services.references import ref
from lnet.store.connect import Store
from lnet.store.read import graph as read
from lnet.store.write.topic import topic_name


class Wanted(NamedTuple):
    """What the graph is to be about: a goal and a person by id, a topic as it was typed; several narrow each other.

    `since`: only whom I talked to from that day on.
    """

    goal: int | None = None
    topic: str | None = None
    person: int | None = None
    since: date | None = None


ALL = Wanted()


def network(store: Store, wanted: Wanted = ALL) -> Network:
    """The network without the archived and the address book, or the part of it that was asked for; reads only.

    Whoever was asked for by name is in it, whatever their status; for a topic those of the address book, too.
    """
    topic = topic_name(wanted.topic) if wanted.topic is not None else None
    whole = read.network(store, wanted.person, topic, wanted.goal)
    goal = ref("goal", wanted.goal) if wanted.goal else None
    person = f"person{wanted.person}" if wanted.person else None
    parts = [
        graph.for_goal(whole, goal) if goal else None,
        graph.about(whole, topic) if topic is not None else None,
        graph.around(whole, person) if person else None,
        graph.with_aims(whole, read.talked_to(store, wanted.since)) if wanted.since else None,
    ]
    chosen = [part for part in parts if part is not None]
    return graph.narrowed(whole, chosen, filter(None, (goal, person))) if chosen else whole
