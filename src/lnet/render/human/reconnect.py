"""Whom to turn to again, as people read it."""

from collections.abc import Sequence

from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.render.words import last_said
from lnet.services.reconnect import Suggestion

PIPED = [Column("name"), Column("value", "right"), Column("why"), Column("worth"), Column("last"), Column("opening")]


def suggested(found: Sequence[Suggestion], screen: Screen) -> None:
    """Each suggestion: name and value, why, the sum behind it, the last conversation, and an opening."""
    if not found:
        screen.line("Nobody you have lost sight of comes to mind.")
    elif isinstance(screen, Plain):
        rows = [
            [
                each.reason.person.name,
                str(each.value),
                each.reason.text,
                each.worth,
                last_said(each.last, each.reason.today),
                each.opening,
            ]
            for each in found
        ]
        screen.table(PIPED, rows)
    for each in () if isinstance(screen, Plain) else found:
        screen.line(Styled(each.reason.person.name, "head"), f" · value {each.value}")
        for text in (each.reason.text, last_said(each.last, each.reason.today), f"→ {each.opening}"):
            screen.line(text, indent=3)
        screen.line(Styled(each.worth, "dim"), indent=3)


def piped(each: Suggestion) -> list[str]:
    """One suggestion as a row."""
    who, last = each.reason.person, last_said(each.last, each.reason.today)
    return [who.name, str(each.value), each.reason.text, each.worth, last or "–", each.opening]
