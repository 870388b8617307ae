"""The metrics of the network, as people read them."""

from collections.abc import Iterator
from itertools import groupby

from lnet.domain.dates import counted, show_day_plain
from lnet.domain.metrics.catalogue import COUNT, DAYS, FINE, SHARE, SIGNED
from lnet.render.screen import Column, Plain, Screen, Span, Styled
from lnet.services.health import Health, Reading

PIPED = [
    Column("about"), Column("metric"), Column("value", "right"), Column("n", "right"), Column("before", "right"),
    Column("formula"), Column("more"),
]  # fmt: skip


def health(result: Health, screen: Screen) -> None:
    """The days looked at, then each metric with its number, what it was before, and its formula."""
    for line in heading(result):
        screen.line(line)
    if isinstance(screen, Plain):
        screen.table(PIPED, [row(reading) for reading in result.metrics])
        return
    for name, group in groupby(result.metrics, lambda reading: reading.formula.group):
        screen.line()
        screen.line(Styled(name, "head"))
        for reading in group:
            screen.line(reading.formula.title, ": ", *said(reading), indent=2)
            screen.line(Styled(reading.formula.words, "dim"), indent=4)


def heading(result: Health) -> Iterator[str]:
    """Which days the numbers are of, and with what they are compared."""
    since, now = (show_day_plain(day, result.as_of) for day in (result.since, result.as_of))
    first, last = (show_day_plain(day, result.as_of) for day in (result.before_since, result.before_until))
    yield f"From {since} to {now}; people and goals as they stand."
    if any(reading.before is not None for reading in result.metrics):
        yield f"Before: from {first} to {last}; people and goals as they stood then."
    else:
        yield f"Before, from {first} to {last}, there is too little to compare with."


def row(reading: Reading) -> list[Span]:
    """One metric in a pipe."""
    formula, measure = reading.formula, reading.measure
    before = "" if reading.before is None else shown(reading.before, formula.unit)
    value = shown(measure.value, formula.unit) if measure.enough else too_little(reading)
    return [formula.group, formula.title, value, str(measure.n), before, formula.words, reading.detail]


def said(reading: Reading) -> list[Span]:
    """ "67 % · n 6 · before 50 % · 2 more without a known field"."""
    formula, measure = reading.formula, reading.measure
    if not measure.enough:
        return [Styled(too_little(reading), "dim")]
    before = "" if reading.before is None else f"before {shown(reading.before, formula.unit)}"
    rest = [part for part in (f"n {measure.n}", before, reading.detail) if part]
    return [Styled(shown(measure.value, formula.unit), "head"), " · ", " · ".join(rest)]


def too_little(reading: Reading) -> str:
    """ "too little data (3 of 5)"."""
    return f"too little data ({reading.measure.n} of {reading.measure.least})"


def shown(value: float | None, unit: str) -> str:
    """A value in its unit; "–" where the formula has none."""
    if value is None:
        return "–"
    if unit == SHARE:
        return f"{100 * value:.0f} %"
    if unit == COUNT:
        return f"{value:.0f}"
    if unit == DAYS:
        return counted(int(value)) if value == int(value) else f"{value:.1f} days"
    return f"{value:+.2f}" if unit == SIGNED else f"{value:.3g}" if unit == FINE else f"{value:.2f}"
