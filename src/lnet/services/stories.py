"""A goal whole: what it is, whether more than one voice helps with it, and its story in time order."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.domain.goals import second_voice
from lnet.services.goals import Card, get
from lnet.store.connect import Store
from lnet.store.read.story import Story, story, voices

SHOWN = 20  # moments of a story; a screen of them


class Page(NamedTuple):
    """A goal with its story; `no_second_voice`: why it hears none ("only Ada helps with it"), "" where it does."""

    card: Card
    story: Story
    no_second_voice: str

    def as_json(self) -> dict[str, Any]:
        """The fields of the goal, then what the page adds."""
        return self.card.as_json() | {
            "no_second_voice": self.no_second_voice or None, "story": self.story.moments,
            "story_earlier": self.story.earlier,
        }  # fmt: skip


def pages(store: Store, ids: Sequence[int], *, everything: bool = False) -> tuple[Page, ...]:
    """The pages of these goals, in the order given, with the latest moments or all; reads only.

    Raises NotFoundError for an id that is none.
    """
    return tuple(page(store, card, None if everything else SHOWN) for card in get(store, ids))


def page(store: Store, card: Card, most: int | None) -> Page:
    """One goal whole; a goal that is reached or dropped needs no second voice."""
    under_way = card.goal.status in ("active", "paused")
    lacking = second_voice(voices(store, card.goal.id)) if under_way else ""
    return Page(card, story(store, card.goal.id, most), lacking)
