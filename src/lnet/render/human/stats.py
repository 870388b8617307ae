"""Numbers of the conversations, as people read them: pictures on a terminal, aligned numbers when piped."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.calendar_days import shifted
from lnet.domain.dates import show_day_plain
from lnet.domain.dates.words import MONTH_NAMES, WEEKDAY_NAMES
from lnet.domain.numbers import counted
from lnet.domain.tallies import Span, a_year_before
from lnet.render.human import heatmap
from lnet.render.human.bars import Bar, bars
from lnet.render.human.heatmap import Heatmap
from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.render.words import words
from lnet.services.stats import NO_CIRCLE, Stats
from lnet.store.read.stats import Tally

DRAWN = 5  # topics and people


def shown(stats: Stats, screen: Screen) -> None:
    """The whole in a sentence, then what it is made of; one kind line for nothing."""
    if not stats.conversations:
        screen.line(f"No conversations since {show_day_plain(stats.since, stats.until)}.")
        return
    screen.line(Styled(sentence(stats), "head"))
    for line in (imported(stats), looked_at(stats)):
        if line:
            screen.line(Styled(line, "dim"))
    (tables if isinstance(screen, Plain) else pictures)(stats, screen)


def sentence(stats: Stats) -> str:
    """ "168 conversations with 41 people since 16 June 2025"."""
    talks = counted(stats.conversations, "conversation")
    company = f" with {counted(stats.people, 'person', 'people')}" if stats.people else ""
    return f"{talks}{company} since {show_day_plain(stats.since, stats.until)}"


def imported(stats: Stats) -> str:
    """That most of it came with an import, where it did."""
    return "most of them came with an import" if 2 * stats.imported > stats.looked_at else ""


def looked_at(stats: Stats) -> str:
    """That not all were looked at, where there are so many."""
    all_of_them = stats.looked_at >= stats.conversations
    return "" if all_of_them else f"people, circles, channels and topics: of the newest {stats.looked_at:,}"


# --- on a terminal ----------------------------------------------------------------------------------------------


def pictures(stats: Stats, screen: Screen) -> None:
    """Bars by week, the year by day, and bars for what it was made of."""
    section(
        f"Conversations a {stats.unit}",
        [Bar(label(each, stats.unit), each.conversations) for each in stats.bars],
        screen,
    )
    screen.line()
    screen.line(Styled("By day", "head"))
    since = max(stats.since, a_year_before(stats.until))
    days = {day: number for day, number in stats.days.items() if day >= since}
    heatmap.draw(Heatmap(days, since, stats.until), screen)
    section("By circle", [Bar(circle(each), each.conversations, people(each)) for each in stats.circles], screen)
    section("By channel", [Bar(words(each.name), each.conversations) for each in stats.channels], screen)
    section("By topic", [Bar(f"#{each.name}", each.conversations) for each in stats.topics[:DRAWN]], screen)
    section("By person", [Bar(each.name, each.conversations) for each in stats.persons[:DRAWN]], screen)


def section(title: str, rows: Sequence[Bar], screen: Screen) -> None:
    """A title and its bars; nothing for none."""
    if rows:
        screen.line()
        screen.line(Styled(title, "head"))
        bars(rows, screen)


def label(span: Span, unit: str) -> str:
    """A week by its Monday ("8 Jun"), a month, a year."""
    name = MONTH_NAMES[span.on.month - 1][:3]
    return {"week": f"{span.on.day:>2} {name}", "month": f"{name} {span.on.year}", "year": str(span.on.year)}[unit]


def circle(each: Tally) -> str:
    return "in none" if each.name == NO_CIRCLE else each.name


def people(each: Tally) -> str:
    return counted(each.people or 0, "person", "people")


# --- piped ------------------------------------------------------------------------------------------------------

COUNT = Column("conversations", "right")


def tables(stats: Stats, screen: Screen) -> None:
    """A table for each, parted by a blank line: every week with its days, then what it was made of."""
    weekdays = [Column(name[:3].lower(), "right") for name in WEEKDAY_NAMES]
    table([Column("week"), COUNT, *weekdays], [week(stats.days, each) for each in stats.weeks], screen)
    circles = [[each.name, str(each.conversations), str(each.people)] for each in stats.circles]
    table([Column("circle"), COUNT, Column("people", "right")], circles, screen)
    table([Column("channel"), COUNT], [[words(each.name), str(each.conversations)] for each in stats.channels], screen)
    table([Column("topic"), COUNT], [[each.name, str(each.conversations)] for each in stats.topics], screen)
    table([Column("person"), COUNT], [[each.name, str(each.conversations)] for each in stats.persons], screen)


def week(days: dict[date, int], span: Span) -> list[str]:
    """A week by its Monday: all of it, then each day."""
    return [
        span.on.isoformat(), str(span.conversations),
        *(str(days.get(shifted(span.on, number), 0)) for number in range(7)),
    ]  # fmt: skip


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], screen: Screen) -> None:
    """A table behind a blank line; nothing for no rows."""
    if rows:
        screen.line()
        screen.table(columns, rows)
