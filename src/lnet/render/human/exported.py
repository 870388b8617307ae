"""What an export wrote, as people read it."""

from lnet.domain.written import Exported
from lnet.render.screen import Screen, Styled


def exported(result: Exported, screen: Screen) -> None:
    """Where it is; of a folder how many of its files were written, and those that were left alone."""
    screen.line(f"Wrote {result.file or result.folder}")
    if result.files is None:
        return
    names = ("written", "unchanged", "removed")
    counts = [f"{getattr(result.files, name):,} {name}" for name in names if getattr(result.files, name)]
    screen.line(" · ".join(counts) or "no files", indent=2)
    for name, why in result.files.kept:
        screen.line(Styled(name, "ref"), f"  {why}", indent=2)
