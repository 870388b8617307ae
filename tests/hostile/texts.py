"""Texts that would do harm where they are not taken for what they are: words."""

# Everything that a terminal, a shell, a spreadsheet, a Markdown reader, a browser or SQL would act on, in one line.
CORE = (
    "\x1b]0;owned\x07 \x1b[2J \x9b2J \x7f \u202eevil\u202c \u2066x\u2069 \u200f \u200b \ufeff e\u0301 👩\u200d👧 王伟 "
    "[/foo] [bold]b[/bold] :smile: $(touch x) `touch x` * ' \" \\ | || a|b {{ 7*7 }} %s %n [[wiki]] ]] "
    "<script>x</script> &lt; [x](javascript:y) ![i](z) '; DROP TABLE contact; --"
)
# What means something where a line, a cell or an option begins.
STARTS = (
    "=", "+", "-", "@", "\t", "\r", "#", "> ", "1. ", "---", "```", "|", "'=", "--json ", ":x:", "%%", "",
)  # fmt: skip
WITH_LINES = f"one\r\ntwo\n{CORE}\n\n# three\n| a | b |\u2028four\x85five"
LONG = "long " + "m" * 10_000

# One thing alone, as somebody may be called.
SINGLE = (
    "$(touch x)", "`touch x`", "*", "a; rm -rf x", "=cmd()", "+1", "-1", "@x", "[/foo]", ":smile:", "\x1b[31mred",
    "\x07", "\u202egnp.exe", "\u200b", "e\u0301", "👩\u200d👧", "王伟", "محمد", "|", "[[", "]]", "<script>", "%", "_",
    "'", '"', "\\", "--db", "c1", "g1", "1", "None", "null", "..", "/", "'; DROP TABLE contact; --",
)  # fmt: skip


def evil(number: int) -> str:
    """A text with all of it; texts of different numbers differ, and take turns in how they begin."""
    return f"{STARTS[number % len(STARTS)]}{CORE} n{number}"


def harmless(number: int) -> str:
    """A text in the place of `evil(number)`."""
    return f"Words {number}"


def harmlessly_called(number: int) -> str:
    """A name in the place of `called(number)`; who has a namesake has one here, too."""
    return f"Person {number % len(SINGLE) if number % 8 else number + 1000}"


def called(number: int) -> str:
    """A name: one thing alone, at times all of them."""
    return SINGLE[number % len(SINGLE)] if number % 8 else evil(number)
