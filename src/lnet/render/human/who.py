"""Who can help with a topic, as people read it."""

from datetime import date
from shlex import quote

from lnet.domain.dates import days_ago, show_day_plain
from lnet.domain.expertise import Helper
from lnet.render.human.rows import NOTHING
from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.services.expertise import Found

PIPED = [Column("name"), Column("circle"), Column("last"), Column("why")]


def listed(found: Found, today: date, screen: Screen) -> None:
    """Everybody with what speaks for them, the best first; one kind line for nobody."""
    if not found.helpers and not found.more:
        nobody(found, screen)
    elif isinstance(screen, Plain):
        screen.table(PIPED, [row(each) for each in found.helpers])
    else:
        for each in found.helpers:
            entry(each, today, screen)
    if found.more:
        number = f"{found.more:,}{'+' if found.more_at_least else ''}"
        screen.line(Styled(f"{number} more: --limit {len(found.helpers) + min(found.more, 100)}, or --all", "dim"))


def nobody(found: Found, screen: Screen) -> None:
    """Nobody comes to mind; a topic that may be meant."""
    screen.line(f"Nobody comes to mind for '{found.topic}' yet.")
    if found.closest:
        screen.line("Perhaps ", Styled(found.closest, "head"), Styled(f": lnet who {quote(found.closest)}", "dim"))


def entry(each: Helper, today: date, screen: Screen) -> None:
    """Who, how close and when we last talked; below it why."""
    about = "".join(f" · {text}" for text in (standing(each), last(each, today)) if text)
    screen.line(Styled(each.who.name, "head"), Styled(about, "dim"))
    for reason in each.reasons:
        screen.line(reason.text, indent=3)


def last(each: Helper, today: date) -> str:
    """When we last talked, and how long ago that is; "" for never."""
    on = each.who.last_on
    return f"last talked {show_day_plain(on, today)} ({days_ago((today - on).days)})" if on else ""


def standing(each: Helper) -> str:
    """How close somebody is, or why not: a circle, the address book, a pause."""
    who = each.who
    if who.address_book:
        return "address book"
    circle = f"{who.circle} circle" if who.circle else ""
    return " · ".join(filter(None, (circle, "" if who.status == "active" else who.status)))


def row(each: Helper) -> list[str]:
    """One person as a row."""
    on = each.who.last_on.isoformat() if each.who.last_on else NOTHING
    return [each.who.name, "address book" if each.who.address_book else each.who.circle or NOTHING, on, each.why]
