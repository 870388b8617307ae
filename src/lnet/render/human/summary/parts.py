"""Of what a page is made: sections with a title each, and in them parts; all of it (escaped) Markdown."""

from collections.abc import Iterator
from typing import NamedTuple

from lnet.render.markdown import bullet, heading


class Part(NamedTuple):
    """A part of a section: a title, a paragraph (or table, or picture), a list, and how many more there are.

    Each of them may be empty; a line of the list may have lines under it.
    """

    title: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()
    more: str = ""

    def blocks(self) -> Iterator[str]:
        """The blocks that stand under one another on the page."""
        yield heading(3, self.title) if self.title else ""
        yield self.text
        yield "\n".join(map(bullet, self.lines))
        yield self.more


class Section(NamedTuple):
    """A section of a page; one without parts is left out."""

    name: str
    title: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The section as it stands on the page; "" if there is nothing to tell."""
        blocks = [heading(2, self.title), *(block for part in self.parts for block in part.blocks())]
        return "\n\n".join(filter(None, blocks)) if self.parts else ""
