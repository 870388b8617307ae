"""Stored text as a label of a graph: one line in which every character can be seen."""

JOINERS = "\u200c\u200d"  # they hold together what Persian, Hindi and emoji write as one


def label(text: str, most: int | None = None) -> str:
    """The text on one line, with what cannot be seen as its code (\\u202e); longer than `most` it ends in "…"."""
    line = "".join(map(visible, " ".join(text.split())))
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"


def visible(character: str) -> str:
    """The character, or its code where it would steer the text around it or hide in it."""
    if character.isprintable() or character in JOINERS:
        return character
    return f"\\u{ord(character):04x}"
