"""Something of mine that a message passes on: a resource, or what I learned."""

from typing import Any, NamedTuple

from lnet.domain.names import clean
from lnet.errors import BadInputError
from lnet.services.references import find, parse, ref
from lnet.services.saved import get_all
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.read.insights import INSIGHTS
from lnet.store.read.records import View
from lnet.store.read.resources import RESOURCES
from lnet.store.write import resource

KINDS: dict[str, View[Any]] = {"resource": RESOURCES, "insight": INSIGHTS}


class Passing(NamedTuple):
    """What is passed on: the noun and id of a resource or an insight, its words, its topics, and its address."""

    noun: str
    id: int
    text: str
    topics: tuple[str, ...] = ()
    url: str = ""

    @property
    def ref(self) -> str:
        """Its short reference."""
        return ref(self.noun, self.id)


def named(store: Store, text: str) -> Passing:
    """The resource or insight that is meant by r9, n12 or the title of a resource.

    Raises BadInputError for a reference to anything else, NotFoundError and AmbiguousError as `references.find` does.
    """
    noun = (parse(text) or ("resource", 0))[0]
    if noun not in KINDS:
        raise BadInputError(f"{text.strip()} is neither a resource nor an insight", "r9 or n12")
    (found,) = get_all(store, KINDS[noun], noun, [find(store, noun, text)])
    if noun == "insight":
        return Passing(noun, found.id, clean(found.text), found.topics)
    return Passing(noun, found.id, clean(found.title), found.topics, clean(found.url or ""))


def write(open_: Step, passed: Passing, contact_id: int) -> bool:
    """Note that a resource was shared with somebody today; True if that is new. Of an insight nothing is noted."""
    return passed.noun == "resource" and resource.share(open_, passed.id, contact_id, "given")
