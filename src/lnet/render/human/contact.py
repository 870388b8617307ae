"""Contacts, as people read them."""

from collections.abc import Callable, Sequence

from lnet.domain.dates import show_day
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.contacts import Card, Saved


def listed(cards: Sequence[Card], screen: Screen) -> None:
    """A table of people: name, circle, what they are, last conversation, due day; one kind line for nobody."""
    if not cards:
        screen.line("Nobody here yet. Add somebody: lnet add \"Ada Lovelace\" --circle close")
        return
    columns = [Column("name"), Column("circle"), Column("roles"), Column("last", keep=True), Column("due", keep=True)]
    screen.table(columns, [row(card) for card in cards])


def row(card: Card) -> list[Span]:
    contact = card.contact
    last = contact.last_on.isoformat() if contact.last_on else "–"
    due = card.due_on.isoformat() if card.due_on else "–"
    return [contact.name, contact.circle or "–", ", ".join(map(words, contact.roles)) or "–", last, due]


def words(term: str) -> str:
    """A term of the vocabulary as people write it: community_member → community member."""
    return term.replace("_", " ")


def saved(verb: str) -> Callable[[Saved, Screen], None]:
    """The renderer for people just written: what was done ("Added"), to whom, and what follows from it."""

    def draw(result: Saved, screen: Screen) -> None:
        for card in result.cards:
            screen.line(f"{verb} ", Styled(card.contact.name, "head"), Styled(f" · {card.contact.slug}", "dim"), *rhythm(card))
        if result.namesakes:
            screen.line(f"  the same name as {', '.join(result.namesakes)}; the same person? lnet contact merge", indent=0)
        screen.line(Styled("  not right? lnet undo", "dim"))

    return draw


def rhythm(card: Card) -> list[Span]:
    """How often, why, and when next; nothing for somebody without a cadence."""
    if card.every_days is None:
        return []
    due = f", first on {show_day(card.due_on, card.due_on)}" if card.due_on and not card.contact.last_on else ""
    return [Styled(f" · every {card.every_days} days ({card.cadence_words}){due}", "dim")]


def deleted(names: Sequence[str]) -> Callable[[object, Screen], None]:
    """The renderer for people just deleted."""

    def draw(_: object, screen: Screen) -> None:
        screen.line("Deleted ", Styled(", ".join(names), "head"))
        screen.line(Styled("  not right? lnet undo", "dim"))

    return draw
