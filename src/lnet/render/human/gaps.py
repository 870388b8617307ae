"""What is unused or thin, as people read it."""

from collections.abc import Sequence

from lnet.domain.gaps import Gap
from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.render.words import words

PIPED = [Column("about"), Column("what to do"), Column("why"), Column("command")]


def suggested(found: Sequence[Gap], screen: Screen) -> None:
    """Each suggestion with the numbers behind it and the command that begins it; one kind line for none."""
    if not found:
        screen.line("Nothing stands out. As people, goals and conversations come, this says what is thin.")
    elif isinstance(screen, Plain):
        screen.table(PIPED, [[words(gap.technique), gap.text, gap.evidence, gap.command] for gap in found])
    for gap in () if isinstance(screen, Plain) else found:
        screen.line(Styled(gap.text, "head"))
        screen.line(Styled(gap.evidence, "dim"), indent=2)
        screen.line("→ ", gap.command, indent=2)
