"""Who is somebody else, as people read it."""

from collections.abc import Callable, Sequence

from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.services.distinct import Apart
from lnet.services.names import Who


def told(between: str, others: Sequence[Who]) -> Callable[[Apart, Screen], None]:
    """The renderer for somebody and these others, with words `between` them: "is not"."""

    def draw(result: Apart, screen: Screen) -> None:
        names = Styled(", ".join(map(called, others)), "head")
        screen.line(Styled(called(result.who), "head"), f" {between} ", names)
        closing(screen, result.warnings)

    return draw


def called(who: Who) -> str:
    """The name with its slug, which tells two of one name apart."""
    return f"{who.name} ({who.slug})"
