"""Ways to help somebody, as people read them."""

from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.services.giving import Giving

COLUMNS = [Column("what"), Column("why"), Column("command")]
NOBODY = "Nobody to suggest yet: topics and aims of people (lnet contact edit NAME --aim …) make suggestions."


def proposed(result: Giving, screen: Screen) -> None:
    """Each way: what to do, why, and the command that does it; one kind line for none."""
    if not result.ways:
        screen.line(NOBODY)
    elif isinstance(screen, Plain):
        screen.table(COLUMNS, [[way.what, way.care.text, way.command] for way in result.ways])
    for way in () if isinstance(screen, Plain) else result.ways:
        screen.line(Styled(way.what, "head"))
        screen.line(way.care.text, indent=3)
        screen.line("→ ", way.command, indent=3)
