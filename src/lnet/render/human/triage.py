"""The triage, as people read it: one person after the other on a terminal, else a list."""

from collections import Counter
from collections.abc import Sequence

from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.services.triage import Candidate

COLUMNS = [Column("name"), Column("who"), Column("why"), Column("command")]
NOBODY = "Nobody waits for a circle."
PROMPT = "Circle?"
KEYS = (
    "i c a w: the circle, that is, how often you aim to show up",
    "l later: they stay where they are, and you are asked again in a month",
    "n not now: the same, for a year · x archive: never again",
    "t topic: note one, and go on with the same person",
)


def listed(found: Sequence[Candidate], screen: Screen) -> None:
    """Each person with what speaks for them and the command that takes them in; one kind line for nobody."""
    if not found:
        screen.line(NOBODY)
    elif isinstance(screen, Plain):
        screen.table(COLUMNS, [[each.who.name, details(each) or "–", each.text, each.command] for each in found])
    else:
        for each in found:
            person(each, screen)
            screen.line(Styled(each.command, "dim"), indent=2)


def person(each: Candidate, screen: Screen) -> None:
    """Who it is, and what speaks for them."""
    about = details(each)
    screen.line(Styled(each.who.name, "head"), f" · {about}" if about else "")
    screen.line(each.text, indent=2)


def details(each: Candidate) -> str:
    """What tells who it is: title and organisation, place, topics, how we met; "" where nothing is known."""
    who = each.who
    work = ", ".join(part for part in (who.title, who.organisation) if part)
    topics = " ".join(f"#{topic}" for topic in who.topics)
    return " · ".join(part for part in (work, who.location, topics, who.how_met) if part)


def summary(answers: Sequence[str], left: int, a_week: float, screen: Screen) -> None:
    """How many went where, the pace that this makes, what is left for another time, and how to take it back."""
    screen.line()
    if answers:
        count = " · ".join(f"{number} {word}" for word, number in Counter(answers).items())
        screen.line(Styled("Answered: ", "head"), count)
        screen.line(f"all circles together ask for about {a_week:.1f} conversations a week: lnet pace", indent=2)
    elif not left:
        screen.line(NOBODY)
    if left:
        screen.line(f"{left} left for another time: lnet triage")
    if answers:
        screen.line(Styled("not right? lnet undo takes back the last, one after the other", "dim"))
