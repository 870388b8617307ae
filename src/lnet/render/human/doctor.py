"""A check-up of the store, as people read it."""

from lnet.domain.numbers import counted
from lnet.render.human.backups import when
from lnet.render.screen import Screen, Styled
from lnet.services.doctor import Checkup
from lnet.store.audit.finding import Finding

DONE = {
    "schema": "made anew", "keys": "set right", "permissions": "closed to others", "leftovers": "taken away",
    "traces": "written anew",
}  # fmt: skip


def checked(found: Checkup, screen: Screen) -> None:
    """What is wrong and what was done about it, else that nothing is; then the newest backup."""
    if not found.findings:
        screen.line(f"The store is sound: {found.path}")
        looked_at = f"{counted(found.steps, 'step')} and {counted(found.changes, 'change')}"
        screen.line(f"{looked_at} agree with the data.", indent=2)
    for each in found.findings:
        screen.line(Styled("- ", "dim"), each.what, Styled(fate(each, found), "good"))
    if any(each.cure for each in found.left):
        screen.line(Styled("mend what can be mended: lnet doctor --fix", "dim"), indent=2)
    if any(not each.cure for each in found.left):
        screen.line(Styled("only a backup helps here: lnet backup --list, then lnet restore FILE", "dim"), indent=2)
    newest(found, screen)


def mended(finding: Finding, found: Checkup) -> bool:
    """Whether it was put right."""
    return finding.cure in found.mended


def fate(finding: Finding, found: Checkup) -> str:
    """What became of a finding: ": made anew"; nothing while it is as it was."""
    return f": {DONE[finding.cure]}" if mended(finding, found) else ""


def newest(found: Checkup, screen: Screen) -> None:
    """When the newest backup was made."""
    said = f"newest backup: {when(found.newest.made_at)}" if found.newest else "no backup yet: lnet backup"
    screen.line(Styled(said, "dim"), indent=2)
