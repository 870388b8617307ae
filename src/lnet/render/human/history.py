"""Steps of the journal, as people read them."""

from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.safe import cut
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.history import Steps
from lnet.store.journal import Entry
from lnet.store.reversal import Reversal

VERBS = {"undo": "Undid", "redo": "Did again"}
COLUMNS = (Column("step", "right", keep=True), Column("day", keep=True), Column("what"), Column("changed", keep=True))
BACK = {"undo": "do it again: lnet redo", "redo": "not right? lnet undo"}


def reversed_(result: Reversal, screen: Screen) -> None:
    """What an undo or a redo reversed, in words, and how to go back."""
    words = cut(what(result.target), 60)
    verb = VERBS[result.kind]
    screen.line(f"{verb} step ", Styled(str(result.target.step), "ref"), f": {words}, {rows(result.target.changes)}")
    screen.line(Styled(BACK[result.kind], "dim"), indent=2)


def what(entry: Entry) -> str:
    """A step in words: the command and what it was given."""
    if entry.kind == "external":
        return "changes by another program"
    return f"{entry.command} {entry.words}".strip()


def rows(number: int) -> str:
    """How many rows a step changed: "no rows", "1 row", "5 rows"."""
    return f"{number or 'no'} row{'' if number == 1 else 's'}"


def listed(today: date, empty: str) -> Callable[[Steps, Screen], None]:
    """The renderer of a list of steps; `empty` is said where there are none."""

    def draw(steps: Steps, screen: Screen) -> None:
        if not steps.entries:
            screen.line(empty)
        screen.table(COLUMNS, [row(entry, today) for entry in steps.entries])
        if steps.more:
            screen.line(Styled("there are more: lnet history --all", "dim"))

    return draw


def row(entry: Entry, today: date) -> list[Span]:
    """One step: number, day, what was done, how many rows, and whether it is undone."""
    text = Styled(cut(what(entry), 60), "dim" if entry.undone else "")
    changed = rows(entry.changes) + (" · undone" if entry.undone else "")
    return [Styled(str(entry.step), "ref"), show_day(date.fromisoformat(entry.day), today), text, changed]
