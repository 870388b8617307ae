"""What every command that wrote says, whatever the noun: what to mind, what is gone, and the way back."""

from collections.abc import Sequence

from lnet.render.screen import Screen, Styled
from lnet.services.saved import Deleted


def closing(screen: Screen, warnings: Sequence[str] = ()) -> None:
    """The warnings, if there are any, then how to take it back."""
    for warning in warnings:
        screen.line(Styled(warning, "warn"), indent=2)
    screen.line(Styled("not right? lnet undo", "dim"), indent=2)


def nothing_changed(screen: Screen) -> None:
    """A form that was closed as it was."""
    screen.line("Nothing was changed.")


def deleted(result: Deleted, screen: Screen) -> None:
    """What was just deleted, a line each."""
    for ref, title in zip(result.refs, result.titles, strict=True):
        screen.line("Deleted ", Styled(ref, "ref"), f" · {title}" if title else "")
    closing(screen)
