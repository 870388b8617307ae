"""Resources, as people read them."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.promise import by
from lnet.render.human.rows import NOTHING, table
from lnet.render.human.saved import closing, nothing_changed
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.giving import Carer
from lnet.services.resources import Page
from lnet.services.saved import Saved
from lnet.services.sharing import Shared
from lnet.store.read.resources import Resource

NOTHING_SAVED = "Nothing saved yet: lnet share https://example.org/plans --topic sql"


def listed(*, narrowed: bool = False) -> Callable[[Sequence[Resource], Screen], None]:
    """A table of resources: day, kind, from whom, how many have had it, what; one kind line for none."""

    def draw(resources: Sequence[Resource], screen: Screen) -> None:
        if not resources:
            screen.line("No resource fits." if narrowed else NOTHING_SAVED)
            return
        columns = [
            Column("ref", keep=True), Column("added", keep=True), Column("kind"), Column("source"), Column("shared"),
            Column("resource"),
        ]  # fmt: skip
        table(screen, columns, [row(resource) for resource in resources], main=5)

    return draw


def row(resource: Resource) -> list[Span]:
    return [
        Styled(resource.ref, "ref"), resource.added_on.isoformat(), resource.kind, source(resource), shared(resource),
        " ".join([resource.title, *tags(resource)]),
    ]  # fmt: skip


def source(resource: Resource) -> str:
    """ "from Tomas Novák", or "from 2": who gave it to me."""
    givers = list(dict.fromkeys(resource.people("received")))
    return f"from {givers[0] if len(givers) == 1 else len(givers)}" if givers else NOTHING


def shared(resource: Resource) -> str:
    """ "with 2": how many have had it from me."""
    takers = set(resource.people("given"))
    return f"with {len(takers)}" if takers else NOTHING


def tags(resource: Resource) -> list[str]:
    """Its topics as they are typed: "#sql"."""
    return [f"#{topic}" for topic in resource.topics]


def saved(verb: str) -> Callable[[Saved[Resource], Screen], None]:
    """The renderer for resources just written: what was done ("Saved"), and to which."""

    def draw(result: Saved[Resource], screen: Screen) -> None:
        for resource in result.things:
            head(verb, resource, screen)
        closing(screen, result.warnings)

    return draw


def edited(result: Saved[Resource] | None, screen: Screen) -> None:
    """A resource out of the form; None if it was closed as it was."""
    if result is None:
        nothing_changed(screen)
    else:
        saved("Changed")(result, screen)


def head(verb: str, resource: Resource, screen: Screen) -> None:
    topics = "".join(f" {tag}" for tag in tags(resource))
    about = f" ·{topics}" if topics else ""
    screen.line(f"{verb} ", Styled(resource.ref, "ref"), " · ", Styled(resource.title, "head"), Styled(about, "dim"))


def just_shared(today: date) -> Callable[[Shared, Screen], None]:
    """The renderer for a resource just shared: new or found, to whom it went, from whom it came, who would care."""

    def draw(result: Shared, screen: Screen) -> None:
        head("Saved" if result.new else "Found", result.resource, screen)
        for way, names in (("shared with", result.to), ("got from", result.from_)):
            if names:
                screen.line(f"{way} ", ", ".join(names), Styled(f" · {show_day(result.on, today)}", "dim"), indent=2)
        for promise in result.still_open:
            screen.line("still open ", Styled(promise.ref, "ref"), f"  {promise.text}{by(promise, today)}", indent=2)
        cared(result.would_care, screen)
        closing(screen, result.warnings)

    return draw


def cared(carers: Sequence[Carer], screen: Screen) -> None:
    """Who would care, why, and the command that shares it with them."""
    for each in carers:
        screen.line("for ", Styled(each.contact, "head"), f" · {each.why}", indent=2)
        screen.line(Styled(each.command, "dim"), indent=6)


# --- one resource whole -----------------------------------------------------------------------------------------


def pages(found: Sequence[Page], today: date, screen: Screen) -> None:
    """One page a resource, a blank line between."""
    for number, each in enumerate(found):
        if number:
            screen.line()
        page(each, today, screen)


def page(found: Page, today: date, screen: Screen) -> None:
    """A resource whole, without what it does not have."""
    resource = found.resource
    screen.line(Styled(resource.ref, "ref"), f" · {resource.kind} · saved {show_day(resource.added_on, today)}")
    screen.line(Styled(resource.title, "head"), indent=2)
    for label, text in facts(found, today):
        screen.labelled(Styled(f"{label:<9}", "dim"), text, indent=2)
    cared(found.would_care, screen)


def facts(found: Page, today: date) -> list[tuple[str, str]]:
    """What is known of it, each with its label."""
    resource = found.resource
    words = {"given": "to", "received": "from"}
    known = [
        ("url", resource.url or ""), ("topics", " ".join(tags(resource))),
        *(("note" if not number else "", line) for number, line in enumerate((resource.note or "").splitlines())),
        *((words[each.direction], f"{each.contact}, {show_day(each.on, today)}") for each in resource.shares),
        *(("learned", f"{each.ref}  {each.text}") for each in found.insights),
    ]  # fmt: skip
    return [(label, text) for label, text in known if text]
