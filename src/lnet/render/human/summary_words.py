"""Words and numbers as the summary writes them."""

from collections.abc import Iterable, Sequence

from lnet.render.markdown import escape

NAME_MOST = 80  # characters of a name


def name(text: str) -> str:
    """Somebody's name."""
    return escape(text, NAME_MOST)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 person", "1,200 people"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    return {0: "not yet", 1: "once", 2: "twice"}.get(number, f"{number:,} times")


def joined(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def tail(parts: Iterable[str]) -> str:
    said = [part for part in parts if part]
    return f" · {'; '.join(said)}" if said else ""


def more(number: int, one: str, of: str = "") -> str:
    """The number of those that the page leaves out; "" for none."""
    return f"…and {count(number, f'more {one}', f'more {one}s')}{f' {of}' if of else ''}." if number > 0 else ""


def placed(number: int, circle: str) -> str:
    """ "3 in the inner circle", "12 in none"."""
    return f"{number:,} in {'none' if circle == 'none' else f'the {circle} circle'}"
