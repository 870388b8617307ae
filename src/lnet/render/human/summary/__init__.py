"""The summary as a page of Markdown, for a reader who has never heard of lnet."""

from collections.abc import Callable, Iterator
from datetime import date

from lnet.domain.dates import show_day_plain
from lnet.render.human.summary import ahead, giving, goals, learning, people, places
from lnet.render.human.summary.parts import Part, Section
from lnet.render.human.summary.words import count, joined, placed, times
from lnet.render.markdown import heading
from lnet.services.summary.values import Summary

TITLE = "My learning network"
PICTURE = "The network"
SECTIONS: dict[str, tuple[str, Callable[[Summary], Iterator[Part]]]] = {
    "goals": ("Goals", goals.goals),
    "learned": ("What I learned, and from whom", learning.learned),
    "changed": ("What changed my mind", learning.changed),
    "trends": ("Trends and practices", learning.trends),
    "feedback": ("Feedback", learning.feedback),
    "giving": ("Giving back", giving.giving),
    "places": ("Communities and events", places.places),
    "projects": ("Projects", places.projects),
    "promises": ("Promises", giving.promises),
    "conversations": ("Conversations", people.conversations),
    "people": ("People", people.people),
    "topics": ("Topics", people.topics),
    "gaps": ("Worth a thought", ahead.gaps),
    "coming": ("The next month", ahead.coming),
}


def page(found: Summary, picture: str = "") -> str:
    """The whole page, ending with a line break; sections without content are left out. `picture`: in Mermaid."""
    blocks = [heading(1, TITLE), period(found), sizes(found), *(section.text for section in sections(found, picture))]
    return "\n\n".join(filter(None, blocks)) + "\n"


def sections(found: Summary, picture: str = "") -> list[Section]:
    """All sections in their order, also those without content."""
    made = [Section(name, title, tuple(parts(found))) for name, (title, parts) in SECTIONS.items()]
    drawn = (Part(text=f"```mermaid\n{picture.rstrip()}\n```"),) if picture else ()
    return [*made, Section("network", PICTURE, drawn)]


def period(found: Summary) -> str:
    """The day of the page, since when it looks back, and what its readers should know."""
    since = show_day_plain(found.since, found.as_of)
    discreet = "" if found.audience == "me" else " Not everybody is named, and private things are left out."
    return f"{show_day_plain(found.as_of, date.min)}, looking back to {since}.{discreet}"


def sizes(found: Summary) -> str:
    """The network and the period in sentences; what there is none of is not said."""
    n = found.numbers
    if not n.people and not n.conversations:
        return "Nobody here yet: a network begins with one conversation."
    known = f": {joined([placed(number, circle) for circle, number in found.circles.items()])}"
    met = f" with {count(n.met, 'person', 'people')}" if n.met else ""
    used = f", {count(n.applied, 'of them', 'of them')} put to use" if n.applied else ""
    return " ".join(filter(None, (
        f"{count(n.people, 'person', 'people').capitalize()}{known if found.circles.keys() - {'none'} else ''}.",
        f"Since {show_day_plain(found.since, found.as_of)}: {count(n.conversations, 'conversation')}{met}.",
        f"{count(n.insights, 'thing').capitalize()} learned{used}." if n.insights else "",
        f"Help given {times(n.given)}, received {times(n.received)}." if n.given or n.received else "",
    )))  # fmt: skip
