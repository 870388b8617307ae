"""Insights, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day, show_day_plain
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.markdown import bullet, escape, heading, strong
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.render.words import words
from lnet.services.insights import Digest
from lnet.services.saved import Saved
from lnet.store.read.insights import Insight


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Insight], Screen], None]:
    """A table of insights: day, kind, from whom, what; one kind line for none."""

    def draw(insights: Sequence[Insight], screen: Screen) -> None:
        if not insights:
            screen.line("No insight fits." if narrowed else 'Nothing noted yet: lnet learn "EXPLAIN first" --from NAME')
            return
        columns = [Column("ref", keep=True), Column("on", keep=True), Column("kind"), Column("from"), Column("insight")]
        table(screen, columns, [row(insight) for insight in insights], main=4)

    return draw


def row(insight: Insight) -> list[Span]:
    return [
        Styled(insight.ref, "ref"), insight.on.isoformat(), insight.kind, insight.contact or NOTHING,
        " ".join([insight.text, *tags(insight)]),
    ]  # fmt: skip


def changes(today: date) -> Callable[[Sequence[Insight], Screen], None]:
    """A log of where I changed my mind: the day, what I think now, and who or what moved me; one kind line for none."""

    def draw(insights: Sequence[Insight], screen: Screen) -> None:
        if not insights:
            screen.line('No change of mind noted yet: lnet learn "…" --from NAME --stance changed_mind')
            return
        screen.line(Styled("Where I changed my mind", "head"))
        days = [show_day(insight.on, today) for insight in insights]
        width = max(map(len, days))
        for day, insight in zip(days, insights, strict=True):
            about = "".join(f" · {part}" for part in moved_by(insight))
            screen.labelled(
                Styled(f"{day:<{width}}  ", "dim"), Styled(f"{insight.ref}  ", "ref"), insight.text,
                Styled(about, "dim"), indent=2,
            )  # fmt: skip

    return draw


def moved_by(insight: Insight) -> list[str]:
    """Who or what moved me, on which topics, and whether I act by it."""
    source = [f"from {insight.contact}"] if insight.contact else []
    places = [each for each in (insight.interaction, insight.resource, insight.goal) if each]
    return [*source, *places, *tags(insight), *([] if insight.value == "potential" else [insight.value])]


def tags(insight: Insight) -> list[str]:
    """Its topics as they are typed: "#sql"."""
    return [f"#{topic}" for topic in insight.topics]


def saved(verb: str, today: date) -> Callable[[Saved[Insight], Screen], None]:
    """The renderer for insights just written: what was done ("Learned"), what, and all that is known of it."""

    def draw(result: Saved[Insight], screen: Screen) -> None:
        for insight in result.things:
            about = "".join(f" · {part}" for part in [*taken_as(insight), *found_with(insight)])
            what = Styled(insight.text, "head")
            when = Styled(f"{about} · {show_day(insight.on, today)}", "dim")
            screen.line(f"{verb} ", Styled(insight.ref, "ref"), " · ", what, when)
        closing(screen, result.warnings)

    return draw


def taken_as(insight: Insight) -> list[str]:
    """Its kind, but for an idea, and its stance, if it has one."""
    return [words(each) for each in (insight.kind, insight.stance) if each and each != "idea"]


def found_with(insight: Insight) -> list[str]:
    """From whom it is, out of what, for which goal, and on which topics."""
    links = (("from", insight.contact), ("out of", insight.resource), ("for", insight.goal))
    return [*(f"{how} {what}" for how, what in links if what), *tags(insight)]


def edited(today: date) -> Callable[[Saved[Insight] | None, Screen], None]:
    """The renderer for an insight out of the form; None if it was closed as it was."""

    def draw(result: Saved[Insight] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


# --- the digest -------------------------------------------------------------------------------------------------


def digest(found: Digest, screen: Screen) -> None:
    """Trends and practices by topic, as Markdown; one kind line for none."""
    if not found.topics:
        since = show_day(found.since, found.until)
        screen.line(f'No trend or practice since {since}. Note one: lnet learn "…" --kind trend --topic sql')
        return
    for number, group in enumerate(found.topics):
        if number:
            screen.line()
        screen.line(Styled(heading(2, escape(group.topic) if group.topic else "Without a topic"), "head"))
        for insight in group.insights:
            screen.line(bullet(noted(insight, found.until)))
    if found.more:
        screen.line()
        screen.line(Styled(f"and {found.more} older", "dim"))


def noted(insight: Insight, today: date) -> str:
    """One trend or practice: what it is, from whom, when, and its reference."""
    about = ", ".join([*filter(None, [insight.contact and escape(insight.contact)]), show_day_plain(insight.on, today)])
    return f"{strong(insight.kind.capitalize())}: {escape(insight.text)} ({about}, {insight.ref})"


# --- one insight whole ------------------------------------------------------------------------------------------


def pages(insights: Sequence[Insight], today: date, screen: Screen) -> None:
    """One page an insight, a blank line between."""
    for number, insight in enumerate(insights):
        if number:
            screen.line()
        page(insight, today, screen)


def page(insight: Insight, today: date, screen: Screen) -> None:
    """An insight whole, without what it does not have."""
    screen.line(Styled(insight.ref, "ref"), f" · {insight.kind} · {show_day(insight.on, today)} · {insight.value}")
    screen.line(Styled(insight.text, "head"), indent=2)
    for label, text in facts(insight, today):
        screen.labelled(Styled(f"{label:<9}", "dim"), text, indent=2)


def facts(insight: Insight, today: date) -> list[tuple[str, str]]:
    """What is known of it, each with its label."""
    known = [
        ("from", insight.contact), ("goal", insight.goal), ("resource", insight.resource),
        ("heard in", insight.interaction),
        ("stance", insight.stance and insight.stance.replace("_", " ")), ("topics", " ".join(tags(insight))),
        ("applied", show_day(insight.applied_on, today) if insight.applied_on else None),
    ]  # fmt: skip
    return [(label, text) for label, text in known if text]
