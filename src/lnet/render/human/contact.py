"""Contacts, as people read them: the list, and what a command did."""

from collections.abc import Callable, Sequence

from lnet.domain.dates import show_day
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.machine import lines
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.render.words import words
from lnet.services.contacts import Card, Deleted, Saved

NARROW = 60  # columns of a terminal below which a list shows only who and when
COLUMNS = (Column("name"), Column("circle"), Column("roles"), Column("last", keep=True), Column("due", keep=True))
NOBODY = 'Nobody here yet. Add somebody: lnet add "Ada Lovelace" --circle close'
MEANINGS = {
    "paused": "no reminders by rhythm",
    "quiet": "only promises and plans",
    "archived": "no reminders at all",
}


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Card], Screen], None]:
    """The renderer of a list: name, circle, roles, last conversation, due day; one kind line for nobody.

    `narrowed`: something narrowed it, so nobody does not mean an empty network.
    """

    def draw(cards: Sequence[Card], screen: Screen) -> None:
        if not cards:
            screen.line("Nobody fits." if narrowed else NOBODY)
            return
        shown = [0, 3, 4] if screen.width < NARROW else range(len(COLUMNS))
        rows = [(name, *row(card)) for name, card in zip(names(cards), cards, strict=True)]
        screen.table([COLUMNS[place] for place in shown], [[cells[place] for place in shown] for cells in rows])

    return draw


def names(cards: Sequence[Card]) -> list[str]:
    """Everybody's name, with the slug where two are called alike."""
    from collections import Counter

    people = [card.contact for card in cards]
    count = Counter(contact.name for contact in people)
    return [f"{each.name} ({each.slug})" if count[each.name] > 1 else each.name for each in people]


def row(card: Card) -> tuple[Span, ...]:
    """Circle, roles, last conversation and due day (or the status, where nothing comes due)."""
    contact = card.contact
    last = contact.last_on.isoformat() if contact.last_on else "–"
    due: Span = card.due_on.isoformat() if card.due_on else "–"
    if contact.status != "active":
        due = Styled(contact.status, "dim")
    return contact.circle or "–", roles(card) or "–", last, due


def roles(card: Card) -> str:
    """What they are to me, in one line; "" for nothing."""
    return ", ".join(map(words, card.contact.roles))


def slugs(cards: Sequence[Card]) -> str:
    """One slug a line, for a pipe."""
    return lines(card.contact.slug for card in cards)


# --- what a command did -----------------------------------------------------------------------------------------


def saved(verb: str) -> Callable[[Saved, Screen], None]:
    """The renderer for people just written: what was done ("Added"), to whom, and what follows from it."""

    def draw(result: Saved, screen: Screen) -> None:
        if not result.changed:
            screen.line("Nothing to change: it was so already.")
            return
        for card in result.cards:
            name = Styled(card.contact.name, "head")
            screen.line(f"{verb} ", name, Styled(" · ".join(("", card.contact.slug, *details(card))), "dim"))
        if result.namesakes:
            screen.line(f"  the same name as {', '.join(result.namesakes)}: kept as two people")
        closing(screen)

    return draw


def edited(result: Saved | None, screen: Screen) -> None:
    """Who was changed in a form; None where it was closed as it was."""
    if result is None:
        nothing_changed(screen)
    else:
        saved("Changed")(result, screen)


def details(card: Card) -> list[str]:
    """What a person's line tells besides the name: roles, topics, birthday, rhythm, and a status that mutes it."""
    contact = card.contact
    topics = " ".join(f"#{topic}" for topic in contact.topics)
    return [part for part in (roles(card), topics, state(card)) if part]


def state(card: Card) -> str:
    """The rhythm, or the status that mutes it."""
    status = card.contact.status
    return f"{status}: {MEANINGS[status]}" if status in MEANINGS else rhythm(card)


def rhythm(card: Card) -> str:
    """How often, why, and when next; "" for somebody without a cadence."""
    if card.every_days is None:
        return "never reminded by rhythm" if card.contact.every_days == 0 else ""
    days = "every day" if card.every_days == 1 else f"every {card.every_days} days"
    return f"{days} ({card.cadence_words}){due(card)}"


def due(card: Card) -> str:
    """When they come due: ", due Thu 18 Jun", ", due since Mon 1 Jun"; "" for never."""
    if card.due_on is None:
        return ""
    if card.due_on == card.today:
        return ", due today"
    return f", due {'since ' if card.due_on < card.today else ''}{show_day(card.due_on, card.today)}"


def deleted(result: Deleted, screen: Screen) -> None:
    """The people just deleted, and how much went with them."""
    count = result.conversations
    went = f", with {count} conversation{'s' * (count != 1)}" if count else ""
    screen.line("Deleted ", Styled(", ".join(who.name for who in result.people), "head"), went)
    closing(screen)
