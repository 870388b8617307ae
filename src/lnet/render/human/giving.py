"""Ways to help somebody, as people read them."""

from collections.abc import Sequence

from lnet.domain.giving import Way
from lnet.render.screen import Column, Plain, Screen, Styled

COLUMNS = [Column("what"), Column("why"), Column("command")]
NOBODY = "Nobody to suggest yet: topics and aims of people (lnet contact edit NAME --aim …) make suggestions."


def proposed(ways: Sequence[Way], screen: Screen) -> None:
    """Each way: what to do, why, and the command that does it; one kind line for none."""
    if not ways:
        screen.line(NOBODY)
    elif isinstance(screen, Plain):
        screen.table(COLUMNS, [[way.what, way.care.text, way.command] for way in ways])
    for way in () if isinstance(screen, Plain) else ways:
        screen.line(Styled(way.what, "head"))
        screen.line(way.care.text, indent=3)
        screen.line("→ ", way.command, indent=3)
