"""What communities and projects have in common on a screen: who belongs to them, and what hangs on them."""

from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human.contact_page import Line, insight, section, titled
from lnet.render.screen import Screen, Span, Styled
from lnet.render.words import few, words
from lnet.store.read.belonging import Belonging
from lnet.store.read.conversations import Conversation


def labelled(label: str, text: str, width: int, screen: Screen) -> None:
    """A label with what there is to say, each of its lines under the first; nothing for no text."""
    for number, line in enumerate(text.splitlines()):
        screen.labelled(Styled(("" if number else label).ljust(width), "dim"), line, indent=2)


def lists(found: Belonging, ref: str, noun: str, today: date, screen: Screen) -> None:
    """The conversations and insights of a community or project under their titles; nothing for nothing."""
    planned = [conversation(each, today) for each in reversed(found.interactions) if each.planned]
    held = [conversation(each, today) for each in found.interactions if not each.planned]
    learned = [insight(each) for each in found.insights]
    where = f": lnet interaction list --{noun} {ref}"
    titles: list[tuple[str, list[Line]]] = [
        ("Planned", planned),
        ("Conversations", held + more(found.counts["interactions"] - len(held), where)),
        ("Learned", learned + more(found.counts["insights"] - len(learned))),
    ]
    for title, lines in titles:
        if lines:
            section(title, lines, screen)


def more(number: int, where: str = "") -> list[Line]:
    """How many are not shown, and where they are; nothing for none."""
    hidden: Span = Styled(f"and {number} more{where}", "dim")
    return [("", hidden)] if number > 0 else []


def conversation(each: Conversation, today: date) -> Line:
    """The day and time, the channel, who took part, and what it was about."""
    when = f"{show_day(each.occurred_on, today)} {each.time or ''}".strip()
    return titled(each.ref, " · ".join(filter(None, (when, words(each.channel), few_of(each), each.summary))))


def few_of(each: Conversation) -> str:
    return few([who["name"] for who in each.participants])
