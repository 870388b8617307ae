"""Markdown read as its readers read it: by markdown-it, as CommonMark with tables and strikethrough."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lnet.render.safe import safe

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Names and notes that would be something else than text.
EVIL = (
    "| a | b |", "a\\|b", "a\\", "\\", "a\nb", "a\r\n\r\n# b", "<script>alert(1)</script>", "<!-- x", "<b>bold</b>",
    "[x](http://evil.example)", "![x](y)", "[[wiki]]", "[x]: http://evil.example", "[^1]", "[ ] todo", "*em*",
    "**strong**", "_em_", "__x__", "~~gone~~", "~~~", "```", "`code`", "# heading", "heading #", "## a ##", "- item",
    "+ item", "* item", "1. one", "12345) two", "> quote", "---", "===", "***", "___", ": term", "    indented",
    "\ttab", "&copy", "<http://auto.example>", "https://auto.example", "ada@example.org", "www.auto.example", "&amp;",
    "&#60;b&#62;", ":smile:", "$(touch x)", "$x$", "%%hidden%%", "\x1b[31mred", "\x07", "\u202eevil", "\u200b",
    "a\u2028b",
    "👩‍👩‍👧", "e\u0301", "王伟", "=cmd()", "x" * 10_000, "*" * 50, "`" * 49, "a*b_c`d<e>f[g]h|i~j\\k", "{% raw %}",
    "\\*not*", "#", "a #b", "a \\#",
)  # fmt: skip


def tokens(markdown: str) -> list[Token]:
    """The blocks of a page."""
    return READER.parse(markdown)


def spoken(token: Token) -> str:
    """The text of a block as one reads it; anything in it that is not text fails."""
    assert token.children is not None
    assert {child.type for child in token.children} <= {"text", "strong_open", "strong_close"}, token.content
    return "".join(child.content for child in token.children)


def texts(markdown: str) -> list[str]:
    """The texts of all blocks of a page, in order."""
    return [spoken(token) for token in tokens(markdown) if token.type == "inline"]


def kinds(markdown: str) -> list[str]:
    """The blocks of a page by kind, without their ends."""
    return [token.type.removesuffix("_open") for token in tokens(markdown) if token.nesting >= 0]


def shown(text: str, most: int = 400) -> str:
    """What a text must read as: its line breaks as blanks, its control bytes visible."""
    line = safe(" ".join(text.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" "))).strip()
    while "  " in line:
        line = line.replace("  ", " ")
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def rows(markdown: str) -> list[list[str]]:
    """The rows of the one table of a page, its head first."""
    found: list[list[str]] = []
    before = ""
    for token in tokens(markdown):
        if token.type == "tr_open":
            found.append([])
        if token.type == "inline" and before in ("th_open", "td_open"):
            found[-1].append(spoken(token))
        before = token.type
    return found
