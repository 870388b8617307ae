"""Feedback, as people read it."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.saved import Saved
from lnet.store.read.feedback import Feedback

TOWARDS = {"requested": "asked of", "received": "from", "given": "to"}


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Feedback], Screen], None]:
    """A table of feedback by the state of its loop; one kind line for none."""

    def draw(notes: Sequence[Feedback], screen: Screen) -> None:
        if not notes:
            ask = 'No open feedback. Ask for some: lnet feedback ask NAME "…"'
            screen.line("No feedback fits." if narrowed else ask)
            return
        columns = [Column("ref", keep=True), Column("loop"), Column("on", keep=True), Column("who"), Column("feedback")]
        table(screen, columns, [row(note) for note in notes], main=4)

    return draw


def row(note: Feedback) -> list[Span]:
    return [Styled(note.ref, "ref"), loop(note), note.on.isoformat(), parties(note), gist(note) or NOTHING]


def loop(note: Feedback) -> str:
    """The state of the loop in words: "no answer"."""
    return note.loop.replace("_", " ")


def parties(note: Feedback) -> str:
    """ "asked of Ada Lovelace", "from Ada Lovelace", "to Ada Lovelace"."""
    return f"{TOWARDS[note.direction]} {note.contact}"


def gist(note: Feedback) -> str:
    """It in one line: the first line of its text, else the behaviour, the impact or the situation; "" for none."""
    said = note.text or note.behaviour or note.impact or note.situation or ""
    return said.splitlines()[0] if said else ""


def saved(verb: str, today: date) -> Callable[[Saved[Feedback], Screen], None]:
    """The renderer for feedback just written: what was done ("Noted"), whose it is, and what follows from it."""

    def draw(result: Saved[Feedback], screen: Screen) -> None:
        for note in result.things:
            said = gist(note)
            screen.line(
                f"{verb} ", Styled(note.ref, "ref"), f" · {parties(note)}", Styled(f": {said}" if said else "", "head"),
                Styled(f" · {show_day(note.on, today)} · {loop(note)}", "dim"),
            )  # fmt: skip
            if note.action:
                screen.line(f"{doing(note, today)}", indent=2)
        closing(screen, result.warnings)

    return draw


def doing(note: Feedback, today: date) -> str:
    """ "to do: rehearse twice, by Wed 1 Jul" before it was done, "done: rehearse twice" after."""
    if note.loop != "open":
        return f"done: {note.action}"
    return f"to do: {note.action}" + (f", by {show_day(note.act_by, today)}" if note.act_by else "")


def edited(today: date) -> Callable[[Saved[Feedback] | None, Screen], None]:
    """The renderer for feedback out of the form; None if it was closed as it was."""

    def draw(result: Saved[Feedback] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


# --- one note whole ---------------------------------------------------------------------------------------------


def pages(notes: Sequence[Feedback], today: date, screen: Screen) -> None:
    """One page a note, a blank line between."""
    for number, note in enumerate(notes):
        if number:
            screen.line()
        page(note, today, screen)


def page(note: Feedback, today: date, screen: Screen) -> None:
    """Feedback whole, without what it does not have; its text keeps its lines."""
    screen.line(Styled(note.ref, "ref"), f" · {parties(note)} · {show_day(note.on, today)} · ", loop(note))
    for line in (note.text or "").splitlines():
        screen.line(Styled(line, "head"), indent=2 if line else 0)
    for label, text in facts(note, today):
        screen.line(Styled(f"{label:<11}", "dim"), text, indent=2)


def facts(note: Feedback, today: date) -> list[tuple[str, str]]:
    """What is known of it, each with its label."""
    known = [
        ("situation", note.situation), ("behaviour", note.behaviour), ("impact", note.impact),
        ("frame", note.frame), ("action", note.action), ("by", show_day(note.act_by, today) if note.act_by else None),
        ("goal", note.goal), ("project", note.project), ("said in", note.interaction),
        ("closed", show_day(note.closed_on, today) if note.closed_on else None),
        ("shareable", "yes" if note.shareable else None),
    ]  # fmt: skip
    return [(label, text) for label, text in known if text]
