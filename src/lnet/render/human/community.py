"""Communities, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import days_ago, in_days, show_day
from lnet.domain.occasions import given
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.saved import Saved
from lnet.store.read.communities import Community

NAMES = 12  # of members on a page

Draw = Callable[[Saved[Community], Screen], None]


def listed(today: date, *, narrowed: bool = False) -> Callable[[Sequence[Community], Screen], None]:
    """A table of communities: kind, members, renewal, when I last took part; one kind line for none."""

    def draw(communities: Sequence[Community], screen: Screen) -> None:
        if not communities:
            screen.line("No community fits." if narrowed else 'None yet: lnet community add "Data Guild" --kind meetup')
            return
        columns = [
            Column("ref", keep=True), Column("community"), Column("kind"), Column("members"),
            Column("renews", keep=True), Column("last took part"),
        ]  # fmt: skip
        table(screen, columns, [row(each, today) for each in communities], main=1)

    return draw


def row(each: Community, today: date) -> list[Span]:
    renews = each.renews_on.isoformat() if each.renews_on else NOTHING
    last = days_ago((today - each.last_on).days) if each.last_on else NOTHING
    return [Styled(each.ref, "ref"), each.name, each.kind, members(each) or NOTHING, renews, last]


def members(each: Community) -> str:
    """How many belong to it: "4 members"; "" for nobody."""
    number = len(each.members)
    return f"{number} {'member' if number == 1 else 'members'}" if number else ""


def saved(verb: str, today: date) -> Draw:
    """The renderer for communities just written: what was done ("Added"), to which, and when it renews."""

    def draw(result: Saved[Community], screen: Screen) -> None:
        for each in result.things:
            day = f" · renews {show_day(each.renews_on, today)}" if each.renews_on else ""
            screen.line(*head(verb, each), Styled(f" · {each.kind}{day}", "dim"))
        closing(screen, result.warnings)

    return draw


def edited(today: date) -> Callable[[Saved[Community] | None, Screen], None]:
    """The renderer for a community out of the form; None if it was closed as it was."""

    def draw(result: Saved[Community] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


def head(verb: str, each: Community) -> list[Span]:
    return [f"{verb} ", Styled(each.ref, "ref"), " · ", Styled(each.name, "head")]


def joined(today: date) -> Draw:
    """The renderer for communities I joined: since when."""

    def draw(result: Saved[Community], screen: Screen) -> None:
        for each in result.things:
            since = f" · since {show_day(each.joined_on, today)}" if each.joined_on else ""
            screen.line(*head("Joined", each), since)
        closing(screen, result.warnings)

    return draw


def belonging(verb: str, names: Sequence[str]) -> Draw:
    """The renderer for members just added or taken away."""

    def draw(result: Saved[Community], screen: Screen) -> None:
        screen.line(*head(verb, result.things[0]), f" · {', '.join(names)}")
        closing(screen, result.warnings)

    return draw


def renewal(each: Community, today: date) -> str:
    """ "Fri 10 Jul (in 25 days)"; "" where none is to come."""
    day = each.renews_on
    return f"{show_day(day, today)} ({in_days((day - today).days)})" if day else ""


def took_part(each: Community, today: date) -> str:
    """ "Fri 15 May (31 days ago)"; "" for never."""
    day = each.last_on
    return f"{show_day(day, today)} ({days_ago((today - day).days)})" if day else ""


def who_belongs(each: Community) -> str:
    """The names of its members; of many the first, and where the others are."""
    names = ", ".join(who.name for who in each.members[:NAMES])
    rest = len(each.members) - NAMES
    return f"{names} and {rest} more: lnet contact list --community {each.ref}" if rest > 0 else names


def facts(each: Community, people: int, insights: int, today: date) -> list[tuple[str, str]]:
    """What is known of a community, each with its label; `people` met and `insights` gained in the last year."""
    return [
        ("url", each.url or ""),
        ("joined", show_day(each.joined_on, today) if each.joined_on else ""),
        ("renews", renewal(each, today)),
        ("gave", given(people, insights)),
        ("last in", took_part(each, today)),
        ("members", who_belongs(each)),
        ("note", each.note or ""),
    ]
