"""Numbers in a sentence."""


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 person", "3 people", "1,200 steps"; `many` is `one` with an s unless told."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
