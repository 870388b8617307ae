"""Steps of the journal, as people read them."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.safe import cut
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.history import Steps
from lnet.store.journal import Entry
from lnet.store.reversal import Reversal

NARROW = 60  # columns, below which a step takes lines of its own
VERBS = {"undo": "Undid", "redo": "Did again"}
WOULD = {"undo": "Would undo", "redo": "Would do again"}
COLUMNS = (Column("step", "right", keep=True), Column("day", keep=True), Column("what"), Column("changed", keep=True))
BACK = {"undo": "do it again: lnet redo", "redo": "not right? lnet undo"}


def reversed_(result: Reversal, screen: Screen) -> None:
    """What an undo or a redo reversed, in words, and how to go back."""
    words = cut(result.target.said, 60)
    verb = (WOULD if result.step is None else VERBS)[result.kind]
    screen.line(f"{verb} step ", Styled(str(result.target.step), "ref"), f": {words}, {rows(result.target.changes)}")
    screen.line(Styled("nothing was changed" if result.step is None else BACK[result.kind], "dim"), indent=2)


def rows(number: int) -> str:
    """How many rows a step changed: "no rows", "1 row", "5 rows"."""
    return f"{number or 'no'} row{'' if number == 1 else 's'}"


def listed(today: date, empty: str) -> Callable[[Steps, Screen], None]:
    """The renderer of a list of steps; `empty` is said where there are none."""

    def draw(steps: Steps, screen: Screen) -> None:
        if not steps.entries:
            screen.line(empty)
        drawn = [row(entry, today) for entry in steps.entries]
        if screen.width < NARROW:
            below_each_other(drawn, screen)
        else:
            screen.table(COLUMNS, drawn)
        if steps.more:
            screen.line(Styled("there are more: lnet history --all", "dim"))

    return draw


def below_each_other(drawn: list[list[Span]], screen: Screen) -> None:
    """Steps where there is no room for columns: number, day and rows on a line, what was done below it."""
    for number, day, text, changed in drawn:
        screen.line(number, "  ", day, "  ", changed)
        screen.line(text, indent=2)


def row(entry: Entry, today: date) -> list[Span]:
    """One step: number, day, what was done, how many rows, and whether it is undone."""
    text = Styled(cut(entry.said, 60), "dim" if entry.undone else "")
    changed = rows(entry.changes) + (" · undone" if entry.undone else "")
    return [Styled(str(entry.step), "ref"), show_day(date.fromisoformat(entry.day), today), text, changed]
