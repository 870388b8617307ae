"""Feedback, as people read it."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from lnet.domain.dates import days_ago, show_day
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Screen, Styled
from lnet.services.feedback import Standing
from lnet.services.feedback import standing as stand
from lnet.services.saved import Saved
from lnet.store.read.feedback import Feedback

TOWARDS = {"requested": "asked of", "received": "from", "given": "to"}


TITLES = {
    "to_act": "Received, to act on", "to_tell": "Acted on, to tell them", "asked": "Asked, no answer yet",
    "given": "Given, how did it land?", "closed": "Closed",
}  # fmt: skip


def listed(today: date, *, narrowed: bool = False) -> Callable[[Sequence[Standing], Screen], None]:
    """Feedback under the state of its loop, each with what brings it on; one kind line for none."""

    def draw(found: Sequence[Standing], screen: Screen) -> None:
        if not found:
            ask = "No open feedback. Ask for some: lnet feedback ask NAME"
            screen.line("No feedback fits." if narrowed else ask)
        for number, (state, group) in enumerate(groupby(found, key=lambda each: each.state)):
            if number:
                screen.line()
            screen.line(Styled(TITLES[state], "head"))
            for each in group:
                row(each, today, screen)

    return draw


def row(each: Standing, today: date, screen: Screen) -> None:
    """One piece: whose it is, what was said, how long ago, by when, and the next command."""
    note = each.note
    said = f": {gist(note)}" if gist(note) else ""
    details = "".join(f" · {part}" for part in waits(each, today) if part)
    onwards = f" → {each.next}" if each.next else ""
    what = f"{parties(note)}{said}"
    screen.labelled(Styled(f"{note.ref}  ", "ref"), what, Styled(details + onwards, "dim"), indent=2)


def waits(each: Standing, today: date) -> tuple[str, ...]:
    """How long it has waited, and what I mean to do by when; of what is closed how and when it ended."""
    note = each.note
    if each.state == "closed":
        return (f"{loop(note)}{f', {show_day(note.closed_on, today)}' if note.closed_on else ''}",)
    return days_ago(each.days), doing(note, today) if note.action else "", by(note, today)


def by(note: Feedback, today: date) -> str:
    """By when I meant to act, if that is said and not told with the action."""
    return f"act by {show_day(note.act_by, today)}" if note.act_by and not note.action and note.loop == "open" else ""


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
            if onwards := next_step(note, today):
                screen.line(Styled(f"next: {onwards}", "dim"), indent=2)
        closing(screen, result.warnings)

    return draw


def next_step(note: Feedback, today: date) -> str:
    """The command that brings feedback I received on; "" where I wait for them, or it is closed."""
    now = stand(note, today)
    return now.next or "" if now.state in ("to_act", "to_tell") else ""


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
        screen.labelled(Styled(f"{label:<11}", "dim"), text, indent=2)


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
