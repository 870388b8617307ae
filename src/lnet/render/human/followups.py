"""The morning's list, as people read it: who, why, and an opening; what is stale; what else there is.

On a terminal three lines a person, so that five fit on a screen at 80 columns; on a narrow one the lines wrap.
Piped, a row is a line.
"""

from collections.abc import Sequence
from datetime import date

from lnet.domain import occasions
from lnet.domain.dates import show_day
from lnet.domain.goals import GoalRow
from lnet.render.safe import cells, cut, safe
from lnet.render.screen import Column, Plain, Screen, Span, Styled
from lnet.render.words import last_said
from lnet.services.followups import Line, Morning, counted

NARROW = 60  # columns below which a person's lines are wrapped instead of cut
GOALS_MOST = 3
DATES_MOST = 5


def today(morning: Morning, screen: Screen) -> None:
    """Today's people, the stale goals, and a footer with the number of everything else."""
    draw(morning, screen, whole=False)


def everything(morning: Morning, screen: Screen) -> None:
    """As `today`, with the rows for later and for the review, and all goals."""
    draw(morning, screen, whole=True)


def draw(morning: Morning, screen: Screen, *, whole: bool) -> None:
    welcome(morning, screen)
    if isinstance(screen, Plain):
        draw_piped(morning, screen, whole=whole)
    else:
        draw_terminal(morning, screen, whole=whole)
    footer(morning, screen, whole=whole)


def welcome(morning: Morning, screen: Screen) -> None:
    """A friendly word after a long silence."""
    if morning.lull:
        screen.line("Welcome back. Away, or a fresh start? lnet away / lnet fresh-start")


def nobody(morning: Morning) -> str:
    """The line in place of people: nobody is due, or enough was done today."""
    return "Enough for today." if morning.later_number else "Nobody needs you today."


# --- on a terminal ----------------------------------------------------------------------------------------------


def draw_terminal(morning: Morning, screen: Screen, *, whole: bool) -> None:
    as_of, numbers = morning.plan.as_of, len(str(len(morning.people + morning.later + morning.review)))
    if morning.people:
        screen.line(Styled(f"{show_day(as_of, as_of)} · {counted(morning)}", "dim"))
    else:
        screen.line(nobody(morning))
    for line in morning.people:
        person(line, as_of, numbers, screen)
    for title, lines in (("Later", morning.later), ("To settle", morning.review)) if whole else ():
        if lines:
            heading(title, screen)
        for line in lines:
            person(line, as_of, numbers, screen, brief=True)
    goals(morning.goals if whole else morning.goals[:GOALS_MOST], screen)
    dates(morning, screen, None if whole else DATES_MOST)


def dates(morning: Morning, screen: Screen, most: int | None) -> None:
    """The days in the calendar that are near, at most so many, under their heading; nothing for none."""
    if morning.dates:
        heading("Dates", screen)
    for each in morning.dates[:most]:
        screen.line(occasions.text(each, morning.plan.as_of), indent=3)
        if command := occasions.settled_by(each):
            screen.line(Styled(f"→ {command}", "dim"), indent=3)


def heading(title: str, screen: Screen) -> None:
    screen.line()
    screen.line(Styled(title, "head"))


def person(line: Line, as_of: date, numbers: int, screen: Screen, *, brief: bool = False) -> None:
    """One person: name and last conversation, the reasons, and (unless it is to be brief) an opening."""
    number = f"{line.row:>{numbers}}  "
    said = "" if brief else f"→ {safe(line.opening)}"
    draw = person_wrapped if screen.width < NARROW else person_cut
    draw(number, line, safe(last_said(line.last, as_of)), said, screen)


def person_cut(number: str, line: Line, last: str, said: str, screen: Screen) -> None:
    """Three lines, each cut where it is too long."""
    room = screen.width - len(number)
    name = cut(safe(line.who.person.name), room)
    more = " · ".join(["", *roles_of(line), *([last] if last else [])])
    left = room - cells(name)
    screen.line(number, Styled(name, "head"), Styled(cut(more, left) if left > len(" · …") else "", "dim"))
    screen.line(fitted([reason.text for reason in line.who.reasons], room), indent=len(number))
    if said:
        screen.line(cut(said, room), indent=len(number))


def person_wrapped(number: str, line: Line, last: str, said: str, screen: Screen) -> None:
    """A line or more for each thing there is to say."""
    more = " · ".join(["", *roles_of(line)])
    fits = len(number) + cells(line.who.person.name + more) <= screen.width
    screen.line(number, Styled(line.who.person.name, "head"), Styled(more if fits else "", "dim"))
    if not fits and roles_of(line):
        screen.line(Styled(" · ".join(roles_of(line)), "dim"), indent=len(number))
    for text in (reasons_of(line), Styled(last, "dim") if last and said else "", said):
        if text:
            screen.line(text, indent=len(number))


def roles_of(line: Line) -> list[str]:
    return [role.replace("_", " ") for role in line.who.person.roles]


def reasons_of(line: Line) -> str:
    return " · ".join(reason.text for reason in line.who.reasons)


def fitted(texts: Sequence[str], room: int) -> str:
    """The reasons on one line: where they are too long for it, of the further ones their first clause."""
    first, *further = map(safe, texts)
    if cells(first) > room:
        return cut_middle(first, room)
    whole = " · ".join([first, *further])
    short = " · ".join([first, *(text.partition(";")[0] for text in further)])
    return whole if cells(whole) <= room else cut(short, room)


def cut_middle(text: str, most: int) -> str:
    """The text without its middle where it is too long: a promise keeps its day at the end."""
    if cells(text) <= most:
        return text
    tail = text[len(text) - most // 2 :]
    while cells(tail) > most // 2:
        tail = tail[1:]
    return cut(text, most - cells(tail)) + tail


def goals(rows: Sequence[GoalRow], screen: Screen) -> None:
    """The goals under their heading; nothing for none."""
    if not rows:
        return
    heading("Goals", screen)
    refs = max(len(f"g{row.goal.id}") for row in rows)
    for row in rows:
        screen.line(Styled(f"g{row.goal.id}".ljust(refs), "ref"), "  ", Styled(row.goal.title, "head"))
        screen.line(row.text, indent=refs + 2)


# --- piped ------------------------------------------------------------------------------------------------------

PIPED = [Column("row", "right"), Column("name"), Column("why"), Column("last"), Column("opening")]
PIPED_GOALS = [Column("goal"), Column("title"), Column("why")]
PIPED_DATES = [Column("date"), Column("what")]


def draw_piped(morning: Morning, screen: Screen, *, whole: bool) -> None:
    """Tables without boxes, a row a line; with everything, a first column says which list a row is of."""
    as_of = morning.plan.as_of
    lists = [("today", morning.people), *((("later", morning.later), ("review", morning.review)) if whole else ())]
    rows = [[*([name] if whole else []), *piped(line, as_of)] for name, lines in lists for line in lines]
    if not morning.people:
        screen.line(nobody(morning))
    screen.table([Column("list"), *PIPED] if whole else PIPED, rows)
    screen.table(PIPED_GOALS, [[f"g{row.goal.id}", row.goal.title, row.text] for row in morning.goals])
    screen.table(PIPED_DATES, [[each.on.isoformat(), occasions.text(each, as_of)] for each in morning.dates])


def piped(line: Line, as_of: date) -> list[Span]:
    return [str(line.row), line.who.person.name, reasons_of(line), last_said(line.last, as_of) or "–", line.opening]


# --- what else there is -----------------------------------------------------------------------------------------


def footer(morning: Morning, screen: Screen, *, whole: bool) -> None:
    """The number of everything that is not shown, and how to see it."""
    parts = [*([] if whole else hidden(morning, screen)), *to_settle(morning)]
    if parts:
        if not isinstance(screen, Plain):
            screen.line()
        screen.line(Styled(" · ".join(parts), "dim"))
    if morning.address_book and not morning.circled:
        number = "1 person" if morning.address_book == 1 else f"{morning.address_book} people"
        screen.line(f"{number} in your address book, none in a circle: lnet triage")


def hidden(morning: Morning, screen: Screen) -> list[str]:
    """What waits for another day, and how to see it; nothing for nothing."""
    parts = [f"{morning.later_number} more later"] if morning.later_number else []
    if not isinstance(screen, Plain):
        left = (("goal", len(morning.goals[GOALS_MOST:])), ("date", len(morning.dates[DATES_MOST:])))
        parts += [f"{number} more {noun}{'' if number == 1 else 's'}" for noun, number in left if number]
    return [f"{' · '.join(parts)}: lnet followups --all"] if parts else []


def to_settle(morning: Morning) -> list[str]:
    """What the review would ask about; nothing for nothing."""
    return [f"{morning.review_number} to settle: lnet review"] if morning.review_number else []
