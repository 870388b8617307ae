"""A question among several on a terminal: how far it has come, what it is about, and the keys that answer it."""

from collections.abc import Callable, Sequence

from lnet.render.screen import Screen, Styled


def question(place: int, most: int, show: Callable[[Screen], None], choices: Sequence[str], screen: Screen) -> None:
    """The question whole; the prompt comes behind it."""
    screen.line()
    screen.line(Styled(f"{place} of {most}; q stops", "dim"))
    show(screen)
    screen.line(Styled(" · ".join([*choices, "?"]), "dim"), indent=2)


def keys(choices: Sequence[str], screen: Screen) -> None:
    """What the keys do: those of the choices, then those that every question knows."""
    for line in choices:
        screen.line(line, indent=2)
    screen.line("u takes the last answer back · q stops here", indent=2)


def left(number: int, screen: Screen) -> None:
    """How many questions wait for another time; nothing where none does."""
    if number:
        screen.line()
        screen.line(Styled(f"{number} left for another time", "dim"))
