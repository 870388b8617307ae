"""What an import did, as people read it."""

from lnet.domain.numbers import counted
from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.services.imports import Report

OUTCOMES = ("merged", "unchanged", "rejected")


def report(result: Report, screen: Screen) -> None:
    """Every problem with its place, then the numbers (on a terminal they are what stays in sight)."""
    for problem in result.problems:
        screen.line(Styled(problem.where, "ref"), f"  {problem.what}")
    counts = [f"{result.added:,} added"]
    counts += [f"{getattr(result, name):,} {name}" for name in OUTCOMES if getattr(result, name)]
    counts += [counted(result.interactions, "interaction")] if result.interactions else []
    dry = result.undo is None
    screen.line(Styled("Would import: " if dry else "Imported: ", "head"), " · ".join(counts))
    if dry:
        screen.line(Styled("nothing was changed (--dry-run)", "dim"), indent=2)
        return
    if result.strangers and result.a_week is None:
        screen.line(Styled("new people stand in the address book: lnet contact list --address-book", "dim"), indent=2)
    closing(screen)
