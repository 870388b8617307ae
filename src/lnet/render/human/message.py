"""A drafted message: as it is printed, as the editor gets it, and what is said before it counts as sent."""

from collections.abc import Sequence

from lnet.domain.messages import COMMENT
from lnet.render.safe import safe
from lnet.render.screen import Screen, Styled
from lnet.render.words import words
from lnet.services.messages import Draft
from lnet.services.references import ref


def printed(found: Draft | Sequence[Draft], screen: Screen) -> None:
    """The message alone, so that it can be piped; of several each below whom it is to, a blank line between."""
    if isinstance(found, Draft):
        lines(found.message.text, screen)
        return
    for number, draft in enumerate(found):
        if number:
            screen.line()
        addressee(draft, screen)
        lines(draft.message.text, screen)


def addressee(draft: Draft, screen: Screen) -> None:
    """Whom a message is to, and where it goes if that is known."""
    where = f" · {draft.reach.value}" if draft.reach else ""
    screen.line("To ", Styled(draft.about.card.contact.name, "head"), Styled(where, "dim"))


def lines(text: str, screen: Screen) -> None:
    """A text of several lines."""
    for line in text.splitlines():
        screen.line(line)


def for_editor(draft: Draft) -> str:
    """The message, and below it what to know while writing, as comments."""
    heading = f"To {draft.about.card.contact.name}. Lines that begin with {COMMENT} are left out."
    comments = [heading, *draft.facts]
    return "\n".join(
        [*map(safe, draft.message.text.splitlines()), "", *(f"{COMMENT} {safe(line)}" for line in comments), ""]
    )


def before_sending(draft: Draft, screen: Screen) -> None:
    """Where the message goes, and what counts once it is sent."""
    settles = f", and settles {ref(*draft.settles)}" if draft.settles else ""
    if draft.passes and draft.passes.noun == "resource":
        settles = f", and shares {draft.passes.ref}"
    to = f" to {draft.reach.value}" if draft.reach else ""
    screen.line(Styled(f"Once sent, it is logged as {words(draft.channel)}{to}{settles}.", "dim"))
