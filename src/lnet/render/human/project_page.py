"""One project whole, as people read it."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.belonging import labelled, lists
from lnet.render.human.contact_page import section, titled
from lnet.render.human.project import everybody, terms
from lnet.render.screen import Screen, Styled
from lnet.render.words import words
from lnet.services.project_pages import Page
from lnet.store.read.feedback import Feedback

LABEL = 11  # columns of a label: "done when" and two blanks


def shown(pages: Sequence[Page], today: date, screen: Screen) -> None:
    """One page a project, a blank line between."""
    for number, page in enumerate(pages):
        if number:
            screen.line()
        draw(page, today, screen)


def draw(page: Page, today: date, screen: Screen) -> None:
    """A project whole; of its charter also what is missing."""
    each = page.project
    screen.line(Styled(each.ref, "ref"), " · ", Styled(each.title, "head"), f" · {each.status}")
    for label, text in facts(page, today):
        labelled(label, text, LABEL, screen)
    lists(page.belonging, each.ref, "project", today, screen)
    if page.feedback:
        section("Feedback", [titled(one.ref, said(one, today), words(one.loop)) for one in page.feedback], screen)


def facts(page: Page, today: date) -> list[tuple[str, str]]:
    """What is known of a project, each with its label."""
    each = page.project
    unsaid = ", ".join(field.label for field in each.unsaid)
    return [
        *terms(each, today),
        ("missing", f"{unsaid}: lnet project charter {each.ref}" if unsaid and each.status != "closed" else ""),
        ("members", everybody(each)),
        ("goal", f"{each.goal} {page.goal}" if page.goal else ""),
        ("closed", show_day(each.closed_on, today) if each.closed_on else ""),
        ("retro", each.retrospective or ""),
    ]


def said(note: Feedback, today: date) -> str:
    """Whose feedback it is, which way it went, and what it says."""
    text = note.text or note.behaviour or note.situation or "–"
    return f"{note.contact} · {note.direction} {show_day(note.on, today)}: {text}"
