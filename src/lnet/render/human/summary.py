"""The summary as a page of Markdown, for a reader who has never heard of lnet; or as a template of one's own has it."""

import re
from collections.abc import Callable
from datetime import date

from lnet.domain.dates import show_day_plain
from lnet.errors import BadInputError
from lnet.render.human import summary_sections as sections
from lnet.render.human.summary_sections import Lines
from lnet.render.human.summary_words import count, joined, placed, times
from lnet.render.markdown import heading
from lnet.services.summary import Summary

PLACE = re.compile(r"\{\{ *(\w*) *\}\}")


def page(found: Summary) -> str:
    """The whole page; sections without content are left out. Ends with a line break."""
    return "\n\n".join(text for section in SECTIONS if (text := written(section, found))) + "\n"


def written(section: str, found: Summary) -> str:
    """One section; "" if there is nothing to tell."""
    return "\n\n".join(block for block in SECTIONS[section](found) if block)


def filled(template: str, found: Summary) -> str:
    """A template with every {{section}} of it filled in; the rest of it stays as it is.

    Raises BadInputError for a section that there is not.
    """
    for unknown in PLACE.findall(template):
        if unknown not in SECTIONS:
            known = ", ".join(SECTIONS)
            raise BadInputError(f"'{unknown}' is no section of a summary", f"a template may have: {known}")
    return PLACE.sub(lambda place: written(place[1], found), template)


def head(found: Summary) -> Lines:
    """The title, the period, and the numbers in two or three sentences."""
    yield heading(1, "My learning network")
    since = show_day_plain(found.since, found.as_of)
    discreet = "" if found.audience == "me" else " Not everybody is named, and private things are left out."
    yield f"{show_day_plain(found.as_of, date.min)}, looking back to {since}.{discreet}"
    yield " ".join(sentences(found))


def sentences(found: Summary) -> Lines:
    """The network and the period in sentences; what there is none of is not said."""
    n = found.numbers
    if not n.people and not n.conversations:
        yield "Nobody here yet: a network begins with one conversation."
        return
    circles = [placed(number, circle) for circle, number in found.circles.items()]
    known = f": {joined(circles)}" if found.audience != "public" and found.circles.keys() - {"none"} else ""
    yield f"{count(n.people, 'person', 'people')}{known}."
    met = f" with {count(n.met, 'person', 'people')}" if n.met else ""
    yield f"Since {show_day_plain(found.since, found.as_of)}: {count(n.conversations, 'conversation')}{met}."
    if n.insights:
        used = f", {n.applied} of them put to use" if n.applied else ""
        yield f"{count(n.insights, 'thing')} learned{used}."
    if n.given or n.received:
        yield f"Help given {times(n.given)}, received {times(n.received)}."


SECTIONS: dict[str, Callable[[Summary], Lines]] = {
    "head": head, "goals": sections.goals, "learned": sections.learned, "feedback": sections.feedback,
    "promises": sections.promises, "help": sections.exchanges, "conversations": sections.conversations,
    "people": sections.people, "topics": sections.topics,
}  # fmt: skip
