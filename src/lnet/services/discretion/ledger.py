"""The aliases of one page, and what was replaced on it."""

from collections import Counter

SOMEBODY = "somebody"
PEER = "Peer"  # and a letter
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Ledger:
    """What became of names and texts on a page, as it is written.

    `replaced` counts by slug how often somebody's name stood in a text ("" where nobody can tell whose it was);
    `removed` counts by kind what was taken out of texts; `told` holds all texts that were given out.
    """

    def __init__(self) -> None:
        self.aliases: dict[str, str] = {}
        self.replaced: Counter[str] = Counter()
        self.removed: Counter[str] = Counter()
        self.told: list[str] = []

    def alias(self, slug: str) -> str:
        """Somebody's alias on this page, always the same: "Peer A" for the first who is asked for, then "Peer B"."""
        return self.aliases.setdefault(slug, f"{PEER} {letters(len(self.aliases))}")


def letters(number: int) -> str:
    """0 → "A", 25 → "Z", 26 → "AA", as columns of a sheet are counted."""
    more, place = divmod(number, len(LETTERS))
    return (letters(more - 1) if more else "") + LETTERS[place]
