"""The sample network, introduced."""

from lnet.render.screen import Screen, Styled
from lnet.services.demo import Kept

TRIES = (
    ('lnet demo log "coffee with ada about query plans; me: send notes by fri #sql"', "what a sentence becomes"),
    ("lnet demo why ada", "the arithmetic behind a row"),
    ("lnet demo contact show ada", "a person, with everything between you"),
    ("lnet demo find parser", "everything that was written"),
    ("lnet demo summary", "the network as Markdown"),
    ("lnet demo --keep sample.db", "keep it, and play on"),
)


def before(out: Screen) -> None:
    """What stands above the list of a bare `lnet demo`."""
    out.line(Styled("A sample network, on Monday 15 June 2026. Nothing of it is kept; yours is not touched.", "dim"))


def after(out: Screen) -> None:
    """What to try next."""
    width = max(len(command) for command, _ in TRIES)
    out.line()
    for command, what in TRIES:
        out.line(command.ljust(width) + "  ", Styled(what, "dim"))


def kept(result: Kept, out: Screen) -> None:
    """Where the sample was put, and how to use it."""
    out.line(f"Wrote the sample network to {result.path}")
    out.line(Styled(f"try: LNET_TODAY={result.today.isoformat()} lnet --db {result.path} followups", "dim"))
