"""The review, as people read it: one thing after the other on a terminal, else a checklist."""

from collections.abc import Sequence

from lnet.domain.dates import show_day
from lnet.render.screen import Plain, Screen, Styled
from lnet.services.review import Agenda, Answered, Item, Section

NOTHING = "Nothing to settle; the week is yours."
ALL_SEEN = "Everybody you met there was looked back at."


def checklist(agenda: Agenda, screen: Screen) -> None:
    """Every step with what there is to look at and the commands that settle it; one kind line for nothing."""
    for section in agenda.sections:
        if section.items:
            screen.line(Styled(section.title, "head"))
        for item in section.items:
            entry(item, screen)
    if not agenda.items:
        screen.line(nothing(agenda))
    resting(agenda, screen)


def nothing(agenda: Agenda) -> str:
    """The kind line where nothing is left to look at."""
    return ALL_SEEN if agenda.event else NOTHING


def entry(item: Item, screen: Screen) -> None:
    """One thing with a box to tick: a line of its own when piped, else the commands below it."""
    title, commands = named(item), " · ".join(item.commands)
    if isinstance(screen, Plain):
        screen.line(f"- [ ] {title}: {item.text} → {commands}")
        return
    screen.line("- [ ] ", Styled(title, "ref"), f": {item.text}")
    for command in item.commands:
        screen.line(Styled(command, "dim"), indent=6)


def named(item: Item) -> str:
    """ "p7 Ada Lovelace"."""
    return " ".join(part for part in (item.ref, item.name) if part)


def resting(agenda: Agenda, screen: Screen) -> None:
    """Who rests, and until when; nothing for nobody."""
    if agenda.resting:
        screen.line(Styled("Resting, after a second message without an answer", "head"))
    for rest in agenda.resting:
        screen.line(f"{rest.name}, until {show_day(rest.until, agenda.as_of)}", indent=2)


# --- one after the other ----------------------------------------------------------------------------------------


def question(section: Section, place: int, most: int, item: Item, screen: Screen) -> None:
    """How far it has come, the thing itself, and the answers there are."""
    screen.line()
    screen.line(Styled(f"{section.title} · {place} of {most}" if most > 1 else section.title, "dim"))
    screen.line(Styled(item.ref or "", "ref"), " " if item.ref and item.name else "", Styled(item.name or "", "head"))
    screen.line(item.text, indent=2)
    screen.line(Styled(" · ".join(f"{choice.key} {choice.word}" for choice in item.choices), "dim"), indent=2)


def keys(screen: Screen) -> None:
    """What may be typed besides the answers."""
    screen.line("a letter or its word answers, Enter skips: it comes again next time", indent=2)
    screen.line("> goes on to the next step · u takes the last answer back · q stops here", indent=2)


def summary(agenda: Agenda, answered: Sequence[Answered], left: int, screen: Screen) -> None:
    """What was settled, what is left for another time, and how to take it back."""
    screen.line()
    if answered:
        screen.line(Styled("Settled", "head"))
    for each in answered:
        screen.line(Styled(each.item.called, "ref"), f" · {each.said}", indent=2)
    if not answered:
        screen.line("Nothing was settled." if left else nothing(agenda))
    if left:
        screen.line(f"{left} left for another time: {agenda.command}")
    if answered:
        screen.line(Styled("not right? lnet undo takes back the last, one after the other", "dim"))
