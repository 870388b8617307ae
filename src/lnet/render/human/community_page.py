"""One community whole, as people read it."""

from collections.abc import Sequence
from datetime import date

from lnet.render.human.belonging import labelled, lists
from lnet.render.human.community import facts
from lnet.render.human.contact_page import section, titled
from lnet.render.screen import Screen, Styled
from lnet.services.community_pages import Page

LABEL = 9  # columns of a label: "members" and two blanks


def shown(pages: Sequence[Page], today: date, screen: Screen) -> None:
    """One page a community, a blank line between."""
    for number, page in enumerate(pages):
        if number:
            screen.line()
        draw(page, today, screen)


def draw(page: Page, today: date, screen: Screen) -> None:
    """A community whole, without what it does not have."""
    each = page.community
    screen.line(Styled(each.ref, "ref"), " · ", Styled(each.name, "head"), Styled(f" · {each.kind}", "dim"))
    for label, text in facts(each, page.people, page.insights, today):
        labelled(label, text, LABEL, screen)
    lists(page.belonging, each.ref, "community", today, screen)
    if page.resources:
        section("Read", [titled(one.ref, one.title, one.kind) for one in page.resources], screen)
