"""What an export wrote, as people read it."""

from typing import Any

from lnet.render.screen import Screen


def exported(result: Any, screen: Screen) -> None:
    """Where it is."""
    screen.line(f"Wrote {result.file or result.folder}")
