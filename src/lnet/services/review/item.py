"""One thing that the review asks about, and the answers there are to it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store
from lnet.store.journal import Step

NOTHING: Mapping[str, str] = {}


class Said(NamedTuple):
    """What was said besides the choice, as far as it asks for anything; what it does not ask for is empty."""

    text: str = ""
    on: date = date.min
    time: str | None = None
    days: int = 0


class Choice(NamedTuple):
    """One answer: the `key` and `word` that are typed for it, and how it is written.

    `write` gives back in a few words what is so now. `command` is the command line that does the same, filled in by the
    item ("… {ref}"); "" where there is none. `asks` says what must be said besides ("text", a "day" to come, a "past"
    day, a "moment", "every" so many days, a "circle", a "promise" with its day; "" nothing), `question` how that is
    asked, `proposes` what Enter takes. `stays`: there may be more to say of the same thing, until Enter goes on.
    """

    key: str
    word: str
    write: "Write"
    command: str = ""
    asks: str = ""
    question: str = ""
    proposes: str = ""
    stays: bool = False


class Item(NamedTuple):
    """One thing to look at, of a `step` of the review: `id` is its number, `contact_id` whom it concerns, if anybody.

    `ref` is the short reference of the thing; None where the person is what it is about. `more` is what else fills in
    commands and proposals: "every" such as 60d.
    """

    step: str
    id: int
    ref: str | None
    text: str
    choices: "tuple[Choice, ...]"
    contact_id: int | None = None
    name: str | None = None
    slug: str | None = None
    more: Mapping[str, str] = NOTHING

    @property
    def key(self) -> tuple[str, int, int | None]:
        """What makes it the same thing when the review is read again."""
        return self.step, self.id, self.contact_id

    @property
    def called(self) -> str:
        """What it is called in a line: its reference, else the person's name."""
        return self.ref or self.name or ""

    @property
    def commands(self) -> list[str]:
        """The command lines that settle it, in the order of the choices."""
        return [self.filled(choice.command) for choice in self.choices if choice.command]

    def filled(self, words: str) -> str:
        """A command or proposal with what is known of the item put in."""
        return words.format(ref=self.ref, slug=self.slug, **self.more)

    def as_json(self) -> dict[str, Any]:
        """The object of `review --json`."""
        return {
            "ref": self.ref, "name": self.name, "slug": self.slug, "text": self.text, "commands": self.commands,
        }  # fmt: skip


Write = Callable[[Store, Step, Item, Said], str]
