"""Why somebody is or is not on the list, as people read it."""

from collections.abc import Sequence

from lnet.domain.explain import Explanation
from lnet.render.screen import Screen, Styled


def explained(found: Sequence[Explanation], screen: Screen) -> None:
    """Each person's name, and below it the lines of their explanation."""
    for explanation in found:
        screen.line(Styled(explanation.person.name, "head"))
        for line in explanation.lines:
            screen.line(line, indent=2)
