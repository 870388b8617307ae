"""Who knows whom, as people read it."""

from collections.abc import Callable, Sequence

from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.services.acquaintances import Known
from lnet.store.read.dossier import Acquainted


def named(knows: Sequence[Acquainted]) -> str:
    """Those whom somebody knows, in one line: "Mei Tanaka, Wei Chen (you introduced them)"."""
    return ", ".join(f"{each.name} (you introduced them)" if each.introduced_by_me else each.name for each in knows)


def noted(before: str, between: str, names: Sequence[str]) -> Callable[[Known, Screen], None]:
    """The renderer for what was just noted or taken away, in words that stand `before` the first and `between` both."""

    def draw(result: Known, screen: Screen) -> None:
        screen.line(before, Styled(result.who.name, "head"), f" {between} ", Styled(", ".join(names), "head"))
        if {each.name for each in result.knows} - set(names):
            screen.line(f"knows by now: {named(result.knows)}", indent=2)
        closing(screen, result.warnings)

    return draw
