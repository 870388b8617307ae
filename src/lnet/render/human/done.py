"""What was settled, as people read it."""

from lnet.domain.dates import show_day
from lnet.domain.facts import Promise
from lnet.render.screen import Screen, Span, Styled
from lnet.services.done import Deed, Settled

VERBS = {
    "kept": "Kept", "logged": "Logged", "told": "Told", "achieved": "Achieved", "shared": "Shared",
    "nothing": "Settled already",
}  # fmt: skip


def settled(result: Settled, screen: Screen) -> None:
    """Each deed in a line, what it leaves below it, and how to take it all back."""
    for deed in result.deeds:
        screen.line(*said(deed))
        left(deed, screen)
    if now := next((deed.here for deed in result.deeds if deed.here), None):
        screen.line(Styled(f"you are at {now.name} · lnet at --off", "dim"), indent=2)
    if any(deed.did != "nothing" for deed in result.deeds):
        screen.line(Styled("not right? lnet undo", "dim"), indent=2)


def said(deed: Deed) -> list[Span]:
    """ "Kept p7 · Ada Lovelace · send paper"; a conversation with its day, as `log` says it."""
    parts: list[Span] = [VERBS[deed.did]]
    if deed.ref:
        parts += [" ", Styled(deed.ref, "ref")]
    if deed.did == "logged":
        parts.append(f" · {show_day(deed.on, deed.on)}")
    if deed.names:
        parts += [" · ", Styled(deed.names, "head")]
    return [*parts, f" · {deed.text}" if deed.text else ""]


def left(deed: Deed, screen: Screen) -> None:
    """The plans that came true, the promises still open, what still lists them, or the next due day."""
    for plan in deed.fulfilled:
        screen.line("as planned ", Styled(plan, "ref"), indent=2)
    for promise in deed.still_open:
        screen.line("still open ", Styled(f"p{promise.id}", "ref"), f"  {open_promise(promise, deed)}", indent=2)
    if deed.resting_until and deed.did == "logged":
        screen.line(f"second without an answer; resting until {show_day(deed.resting_until, deed.on)}", indent=2)
    if deed.still_due and not deed.still_open:
        screen.line(f"still due: {deed.still_due}", indent=2)
    elif deed.due_on and deed.did == "logged":
        screen.line(Styled(f"next due {show_day(deed.due_on, deed.on)}", "dim"), indent=2)


def open_promise(promise: Promise, deed: Deed) -> str:
    whose = "" if promise.owed_by == "me" else "they promised: "
    return f"{whose}{promise.text}" + (f", by {show_day(promise.due_on, deed.on)}" if promise.due_on else "")
