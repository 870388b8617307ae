"""One row of a table of people: its cells by their column, what was odd about it, and what is left over."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.addresses import is_email
from lnet.domain.cards import Address
from lnet.exchange.days import read_birthday, read_day
from lnet.exchange.delimited import Record

LONG = 20  # lines: a value over so many is probably a quotation mark too few


class Header:
    """The columns of a table: by what they are looked up, and under which titles their cells are kept, each once."""

    def __init__(self, cells: Sequence[str]) -> None:
        named = [cell or "column without a name" for cell in cells]
        self.titles = once_each(named)
        self.columns = once_each([title.casefold() for title in named])

    def __len__(self) -> int:
        return len(self.titles)


def once_each(titles: Sequence[str]) -> list[str]:
    """The titles, each but the first of its kind with marks behind it."""
    taken: set[str] = set()
    marks: dict[str, int] = {}
    found = []
    for title in titles:
        number = marks.get(title, 0)
        while (unlike := title + "'" * number) in taken:
            number += 1
        marks[title] = number + 1
        taken.add(unlike)
        found.append(unlike)
    return found


class Row:
    """The cells of a row by their column, in whatever case; what is not taken is kept verbatim in `extra`.

    `problems` is what was odd, in words. `order` is how the file writes numeric dates ("dmy", "mdy"), if it tells.
    """

    def __init__(self, record: Record, header: Header, today: date, order: str | None = None) -> None:
        self.where = f"line {record.line}"
        self.today = today
        self.order = order
        self.problems: list[str] = []
        self.header = header
        self.cells = dict(zip(header.columns, record.cells, strict=False))
        self.surplus = record.cells[len(header) :]
        self.taken: set[str] = set()
        self.check(record, header)

    def check(self, record: Record, header: Header) -> None:
        """Note a row of an odd shape: its cells may stand in the wrong columns."""
        surplus = len(record.cells) - len(header)
        if any(cell.strip() for cell in self.surplus):
            self.problems.append(f"{surplus} more than the {len(header)} columns; kept in extra")
        elif surplus < 0:
            self.problems.append(f"only {len(record.cells)} of {len(header)} columns")
        if record.lines > LONG:
            self.problems.append(f"a value runs over {record.lines} lines")

    @property
    def extra(self) -> dict[str, str]:
        """What nobody took, verbatim, under the titles of its columns; empty cells are left out."""
        titles = zip(self.header.titles, self.header.columns, strict=True)
        kept = {title: self.cells.get(column, "") for title, column in titles if column not in self.taken}
        kept |= {f"column {number}": cell for number, cell in enumerate(self.surplus, len(self.header) + 1)}
        return {title: cell for title, cell in kept.items() if cell.strip()}

    def look(self, column: str) -> str:
        """The cell of a column, its outer blanks off; it stays where it is. Empty if there is none."""
        return self.cells.get(column, "").strip()

    def take(self, column: str) -> str:
        """The same, and it is taken."""
        self.taken.add(column)
        return self.look(column)

    def leave(self, column: str) -> None:
        """Have a cell that was taken kept verbatim all the same."""
        self.taken.discard(column)

    def drop(self, column: str) -> None:
        """Empty a cell that says nothing."""
        self.cells.pop(column, None)

    def refuse(self, column: str, what: str) -> None:
        """Report what is wrong with a cell, and keep it verbatim."""
        self.leave(column)
        self.problems.append(f"{what}; kept in extra")

    def email(self, column: str, label: str | None = None, primary: bool = False) -> list[Address]:
        """The e-mail addresses of a cell; what is none is noted, and the cell kept verbatim."""
        texts = parted(self.take(column))
        for text in texts:
            if not is_email(text):
                self.refuse(column, f"'{text}' is not an email address")
        return [Address("email", text, label, primary) for text in texts if is_email(text)]

    def day(self, column: str, saying: str = "") -> date | None:
        """The day in a cell; what is none, could be two, or lies in the future is noted, and kept verbatim."""
        text = self.take(column)
        found = read_day(text, self.today, self.order)
        if not text or (found and found <= self.today):
            return found
        why = "lies in the future" if found else "is not a day"
        self.refuse(column, f"{saying or column} '{text}', which {why}")
        return None

    def birthday(self, column: str) -> str | None:
        """The birthday in a cell, with or without its year; what is none is noted, and kept verbatim."""
        text = self.take(column)
        found = read_birthday(text, self.today, self.order)
        if text and found is None:
            self.refuse(column, f"'{text}' is not a birthday that is certain")
        return found


def parted(text: str) -> list[str]:
    """The values of a cell that holds several, parted by semicolons, commas, line breaks or Google's three colons."""
    for mark in (":::", ";", "\r", "\n"):
        text = text.replace(mark, ",")
    return [part.strip() for part in text.split(",") if part.strip()]
