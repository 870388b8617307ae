"""Communities and events, and shared projects."""

from collections.abc import Iterator, Sequence

from lnet.domain.dates import show_day_plain
from lnet.render.human.summary.parts import Part
from lnet.render.human.summary.words import days, joined, name
from lnet.render.markdown import escape
from lnet.services.summary.values import Member, Met, Place, Summary, Work

NAMED_MOST = 8  # people of an event, a community, a project
CHARTER = {"purpose": "For", "done_when": "Done when", "roles": "Roles", "due_on": "By", "cadence": "How often",
           "channel": "Where", "decisions": "Decisions", "credit": "Credit", "exit": "Leaving"}  # fmt: skip


def places(found: Summary) -> Iterator[Part]:
    """The events of the period with whom I met there, then the communities."""
    if found.events:
        yield Part("Events", lines=tuple(event_line(event, found) for event in found.events))
    if found.communities:
        yield Part("Communities", lines=tuple(community_line(place, found) for place in found.communities))


def event_line(event: Met, found: Summary) -> str:
    """An event: its days and place, and who was met."""
    details = ", ".join(filter(None, (days(event.starts_on, event.ends_on, found.as_of), escape(event.place))))
    met = f": met {people(event.people)}" if event.people else ""
    return f"{escape(event.name)}{f' ({details})' if details else ''}{met}"


def community_line(place: Place, found: Summary) -> str:
    """A community: who else belongs to it, when I last took part, when it renews."""
    last = f"last there {show_day_plain(place.last_on, found.as_of)}" if place.last_on else ""
    renews = f"renews on {show_day_plain(place.renews_on, found.as_of)}" if place.renews_on else ""
    kind = place.kind if place.kind != "other" else ""
    details = ", ".join(filter(None, (kind, last, renews)))
    there = f": with {people(place.people)}" if place.people else ""
    return f"{escape(place.name)}{f' ({details})' if details else ''}{there}"


def people(members: Sequence[Member]) -> str:
    """The names, as far as there is room; "Ada Lovelace (lead) and 3 more"."""
    said = [name(who.name) + (f" ({escape(who.role)})" if who.role else "") for who in members[:NAMED_MOST]]
    rest = [f"{len(members) - NAMED_MOST} more"] if len(members) > NAMED_MOST else []
    return joined([*said, *rest])


def projects(found: Summary) -> Iterator[Part]:
    """A part for each project: who works on it, and what was agreed."""
    for project in found.projects:
        yield Part(escape(project.title), lines=tuple(project_lines(project, found)))


def project_lines(project: Work, found: Summary) -> Iterator[str]:
    """Where it stands, with whom, the charter, what is still to agree on, and what was learned at its end."""
    if project.status == "closed":
        yield f"Closed{f' on {show_day_plain(project.closed_on, found.as_of)}' if project.closed_on else ''}"
    elif project.due_on:
        yield f"Until {show_day_plain(project.due_on, found.as_of)}"
    if project.people:
        yield f"With {people(project.people)}"
    if project.goal:
        yield f"For the goal: {escape(project.goal)}"
    yield from (f"{CHARTER[field]}: {escape(text)}" for field, text in project.charter.items())
    if project.open_fields:
        yield f"Still open: {', '.join(CHARTER[field].lower() for field in project.open_fields)}"
    if project.retrospective:
        yield f"Looking back: {escape(project.retrospective)}"
