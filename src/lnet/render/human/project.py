"""Shared projects, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.charter import CHARTER
from lnet.domain.dates import show_day
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.render.words import few
from lnet.services.saved import Saved
from lnet.store.read.projects import Member, Project

Draw = Callable[[Saved[Project], Screen], None]


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Project], Screen], None]:
    """A table of projects: status, deadline, members, what the charter lacks; one kind line for none."""

    def draw(projects: Sequence[Project], screen: Screen) -> None:
        if not projects:
            screen.line(
                "No project fits." if narrowed else 'None under way: lnet project add "Plan viewer" --with NAME'
            )
            return
        columns = [
            Column("ref", keep=True), Column("project"), Column("status", keep=True), Column("by", keep=True),
            Column("members"), Column("charter"),
        ]  # fmt: skip
        table(screen, columns, [row(each) for each in projects], main=1)

    return draw


def row(each: Project) -> list[Span]:
    by = each.due_on.isoformat() if each.due_on else NOTHING
    names = few([who.name for who in each.members]) or NOTHING
    return [Styled(each.ref, "ref"), each.title, each.status, by, names, open_fields(each)]


def open_fields(each: Project) -> str:
    """How much of the charter is not said yet: "3 fields missing"; nothing of a closed project or a whole charter."""
    number = len(each.unsaid)
    if not number or each.status == "closed":
        return NOTHING
    return f"{number} {'field' if number == 1 else 'fields'} missing"


def saved(verb: str, today: date) -> Draw:
    """The renderer for projects just written: what was done ("Added"), to which, and until when it goes."""

    def draw(result: Saved[Project], screen: Screen) -> None:
        for each in result.things:
            by = f" · by {show_day(each.due_on, today)}" if each.due_on and each.status != "closed" else ""
            screen.line(*head(verb, each), Styled(by, "dim"))
        closing(screen, result.warnings)

    return draw


def edited(today: date) -> Callable[[Saved[Project] | None, Screen], None]:
    """The renderer for a project out of the form; None if it was closed as it was."""

    def draw(result: Saved[Project] | None, screen: Screen) -> None:
        if result is None:
            nothing_changed(screen)
        else:
            saved("Changed", today)(result, screen)

    return draw


def head(verb: str, each: Project) -> list[Span]:
    return [f"{verb} ", Styled(each.ref, "ref"), " · ", Styled(each.title, "head")]


def closed(result: Saved[Project], screen: Screen) -> None:
    """Projects just closed, with a word about looking back where nobody has."""
    for each in result.things:
        screen.line(*head("Closed", each))
        if not each.retrospective:
            screen.line(f'what did it teach you? lnet project retro {each.ref} "…; learned: …"', indent=2)
    closing(screen, result.warnings)


def belonging(verb: str, names: Sequence[str]) -> Draw:
    """The renderer for members just added or taken away: each with their role."""

    def draw(result: Saved[Project], screen: Screen) -> None:
        there = {who.name: who for who in result.things[0].members}
        people = ", ".join(member(there[name]) if name in there else name for name in names)
        screen.line(*head(verb, result.things[0]), f" · {people}")
        closing(screen, result.warnings)

    return draw


def member(who: Member) -> str:
    """ "Ada Lovelace (parser)"."""
    return f"{who.name} ({who.role})" if who.role else who.name


def everybody(each: Project) -> str:
    """All members with their roles, in one line; "" for nobody."""
    return ", ".join(map(member, each.members))


# --- the charter ------------------------------------------------------------------------------------------------


def agreed(today: date) -> Draw:
    """The renderer for charters just changed: what they say by now, and what they do not."""

    def draw(result: Saved[Project], screen: Screen) -> None:
        each = result.things[0]
        screen.line(*head("Changed", each))
        charter(each, today, screen)
        closing(screen, result.warnings)

    return draw


def said(today: date) -> Callable[[Project, Screen], None]:
    """The renderer for a charter as it stands, under the title of its project."""

    def draw(each: Project, screen: Screen) -> None:
        screen.line(Styled(each.ref, "ref"), " · ", Styled(each.title, "head"))
        charter(each, today, screen)

    return draw


def charter(each: Project, today: date, screen: Screen) -> None:
    """What a charter says, then what it does not say yet, with the option that would."""
    for label, text in [*terms(each, today), ("members", everybody(each))]:
        if text:
            screen.labelled(Styled(f"{label:<11}", "dim"), text, indent=2)
    if each.unsaid:
        screen.line(Styled("not said yet, if it helps:", "dim"), indent=2)
    for field in each.unsaid:
        screen.labelled(f"{field.option:<13}", Styled(field.asks, "dim"), indent=4)


def terms(each: Project, today: date) -> list[tuple[str, str]]:
    """What a charter says, each with its label; empty if it says nothing."""
    said = each._asdict() | {"due_on": show_day(each.due_on, today) if each.due_on else None}
    return [(field.label, said[field.name]) for field in CHARTER if said[field.name]]
