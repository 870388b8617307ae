"""What is fuzzed: each target takes bytes, and fails where anything but an error of ours comes of them."""

import contextlib
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lnet.domain.cards import Archive, Item, Me, Problem, TalkCard
from lnet.domain.dates import FUTURE, PAST, find_date, read_date, read_every, read_last, read_when, show_day
from lnet.domain.pocketful import read_card
from lnet.domain.sentence import look_up_words, tags
from lnet.errors import LnetError
from lnet.exchange.formats import FORMATS, read
from lnet.exchange.source import Source
from lnet.services.imports import Report, bring_in
from lnet.store.connect import Store, open_store
from tests.domain.spoken import TODAY, said

Target = Callable[[bytes], None]

ME = Me.of(["Ada Lovelace"], ["ada@example.org"], ["https://www.linkedin.com/in/ada"])
ORDERS = (None, "dmy", "mdy", "ymd")


def text_of(data: bytes) -> str:
    """Bytes as a text that a command line can hold."""
    return data.decode("utf-8", "ignore")


def sentence(data: bytes) -> None:
    """The log sentence, as a log and as a plan."""
    text = text_of(data)
    look_up_words(text)
    tags(text)
    for future in (False, True):
        with contextlib.suppress(LnetError):
            found = said(text, future=future)
            assert (found.occurred_on >= TODAY) if future else (found.occurred_on <= TODAY)


def dates(data: bytes) -> None:
    """Dates in every order, of the past and of the future; what is read can be shown."""
    text = text_of(data)
    for order in ORDERS:
        for bias in (PAST, FUTURE):
            with contextlib.suppress(LnetError):
                assert show_day(read_date(text, TODAY, bias, order), TODAY)
            with contextlib.suppress(LnetError):
                find_date(text, 0, TODAY, bias, order)


def durations(data: bytes) -> None:
    """How often, until when, and the last day of something."""
    text = text_of(data)
    with contextlib.suppress(LnetError):
        assert read_every(text) >= 0
    with contextlib.suppress(LnetError):
        read_when(text, TODAY)
    with contextlib.suppress(LnetError):
        read_last(text, TODAY, TODAY)


def pocketful(data: bytes) -> None:
    """A person on a line, as `event meet -` reads them."""
    for line in text_of(data).splitlines():
        with contextlib.suppress(LnetError):
            read_card(line)


def importing(name: str | None, data: bytes) -> None:
    """A file, read as the format of this name (None: whichever it is recognised as), and taken in on trial.

    Every row of it is counted by what would become of it; strangers in conversations, where they are added, besides.
    Of a whole store what belongs to something is counted with it.
    """
    try:
        batch = read(Source("file", data, TODAY, ME), name)
    except LnetError:
        return
    rows = sum(rows_in(item) for item in batch.items)
    strangers = sum(len(item.people) for item in batch.items if isinstance(item, TalkCard))
    found = counted(bring_in(store(), [batch], keep=False))
    assert found <= rows if any(isinstance(item, Archive) for item in batch.items) else found == rows
    if strangers:
        assert rows <= counted(bring_in(store(), [batch], create=True, keep=False)) <= rows + strangers


def rows_in(item: Item) -> int:
    """How many rows an item is."""
    if isinstance(item, Archive):
        return sum(map(len, item.keys.values()))
    return int(not isinstance(item, Problem))


def counted(report: Report) -> int:
    """How many rows a report tells of."""
    return report.added + report.merged + report.unchanged + report.rejected + report.interactions


OPEN: list[Store] = []


def store() -> Store:
    """An empty store, which stays so; made when it is first asked for."""
    if not OPEN:
        folder = tempfile.TemporaryDirectory(prefix="lnet-fuzz-")
        OPEN.append(open_store(Path(folder.name) / "lnet.db", TODAY))
        FOLDERS.append(folder)
    return OPEN[0]


FOLDERS: list[tempfile.TemporaryDirectory[str]] = []  # they go away with the process

# A new format of `import` is fuzzed without another word.
TARGETS: dict[str, Target] = {
    "sentence": sentence, "dates": dates, "durations": durations, "pocketful": pocketful,
    "import": partial(importing, None), **{f"import-{name}": partial(importing, name) for name in FORMATS},
}  # fmt: skip
