"""What others may read of people: names as each of them is to be shared, also where they stand in a text.

Somebody shared by name is named; an alias stands for whom it is to stand for ("Peer A", anew on every page); whoever is
never to be shared is told of nowhere, and "somebody" where a text names them. Addresses and telephone numbers are no
part of any text, and a text in which somebody never to be shared may still be read is left out whole.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from lnet.store.connect import Store
from lnet.store.read.summary.page import ME

if TYPE_CHECKING:
    from lnet.services.discretion.scrubber import Scrubber


class Discretion:
    """How people are told of to an audience, on one page: by a scrubber; to oneself everything is told as it is."""

    def __init__(self, audience: str, scrubber: "Scrubber | None" = None) -> None:
        self.audience, self.scrubber = audience, scrubber

    @property
    def open(self) -> bool:
        """Whether everything may be told."""
        return self.scrubber is None

    def name(self, slug: str | None, name: str) -> str:
        """Somebody's name for this audience: as it is, an alias, or "somebody"."""
        return self.scrubber.name(slug, name) if self.scrubber else name

    def text(self, text: str | None, about: Collection[str] = ()) -> str:
        """A text as this audience may read it; `about`: the slugs of those it is about, whom a name in it means first.

        "" for no text, and for one in which somebody may be read who is never to be shared.
        """
        return self.scrubber.text(text, about) if self.scrubber and text else text or ""

    def tag(self, text: str) -> str:
        """A topic as this audience may read it; "" for one that is somebody's name."""
        return self.scrubber.tag(text) if self.scrubber else text


def discretion(store: Store, audience: str, slugs: Collection[str], texts: Iterable[str | None]) -> Discretion:
    """How to tell these people and texts to an audience; five statements, none for oneself."""
    if audience == ME:
        return Discretion(audience)
    from lnet.services.discretion.naming import register
    from lnet.services.discretion.scrubber import Scrubber

    return Discretion(audience, Scrubber(register(store, slugs, texts)))
