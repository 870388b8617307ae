"""Words and numbers as the summary writes them."""

from collections.abc import Iterable, Sequence
from datetime import date

from lnet.domain.dates import show_day_plain
from lnet.render.markdown import escape
from lnet.store.read.summary.page import COUNTED

NAME_MOST = 80  # characters of a name


def name(text: str) -> str:
    """Somebody's name."""
    return escape(text, NAME_MOST)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 person", "40 people", "more than 500 people": further nobody has counted."""
    if number > COUNTED:
        return f"more than {COUNTED:,} {many or one + 's'}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """ "not yet", "once", "twice", "3 times"."""
    return {0: "not yet", 1: "once", 2: "twice"}.get(number, count(number, "time"))


def joined(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def tail(parts: Iterable[str]) -> str:
    said = [part for part in parts if part]
    return f" · {'; '.join(said)}" if said else ""


def more(number: int, one: str, of: str = "") -> str:
    """The number of those that the page leaves out; "" for none."""
    return f"…and {count(number, f'more {one}', f'more {one}s')}{f' {of}' if of else ''}." if number > 0 else ""


def days(first: date | None, last: date | None, as_of: date) -> str:
    """ "12 June", "12 June to 14 June"; "" without a day."""
    known = [show_day_plain(day, as_of) for day in dict.fromkeys((first, last)) if day]
    return " to ".join(known)


def placed(number: int, circle: str) -> str:
    """ "3 in the inner circle", "12 in none"."""
    many = f"more than {COUNTED:,}" if number > COUNTED else f"{number:,}"
    return f"{many} in {'none' if circle == 'none' else f'the {circle} circle'}"
