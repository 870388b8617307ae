"""The echo of a log: all that was understood, and what it did."""

from collections.abc import Callable, Sequence
from datetime import date

from lnet.domain.dates import show_day
from lnet.render.screen import Screen, Span, Styled
from lnet.render.words import words
from lnet.services.logbook.aftermath import Unreminded
from lnet.services.logbook.draft import Item
from lnet.services.logbook.record import Logged

DIRECTIONS = {"outbound": "you wrote", "inbound": "from them", "mutual": ""}
VERBS = {
    "promise me": "you promised", "promise them": "they promised", "insight": "learned", "feedback": "feedback",
    "exchange given": "you gave", "exchange received": "you got", "plan": "planned", "kept": "kept",
    "progress": "progress", "answered": "answers",
}  # fmt: skip


def echo(today: date) -> Callable[[Logged, Screen], None]:
    """The renderer of a log's answer, for a given day."""

    def draw(logged: Logged, screen: Screen) -> None:
        head(logged, today, screen)
        width = max((len(label(item)) for item in logged.items), default=0)
        for line in [entry(item, width, logged, today) for item in logged.items] + after(logged, today):
            screen.line(*line, indent=2)
        for hint in logged.hints:
            screen.line(Styled(f"note: {hint}", "warn"), indent=2)
        if logged.here:
            screen.line(Styled(f"you are at {logged.here.name} · lnet at --off", "dim"), indent=2)
        if not logged.dry_run:
            screen.line(Styled(f"not right? {again(logged)} · lnet undo", "dim"), indent=2)

    return draw


def head(logged: Logged, today: date, screen: Screen) -> None:
    """The conversation in one line: reference, day, channel, people, topics."""
    talk = logged.conversation
    ref: list[Span] = [] if logged.dry_run else [" ", Styled(talk.ref, "ref")]
    when = show_day(talk.occurred_on, today) + (f" {talk.time}" if talk.time else "")
    parts = [when, words(talk.channel), DIRECTIONS[talk.direction], talk.names or "by yourself"]
    parts += [
        " ".join(f"#{topic}" for topic in talk.topics),
        talk.event or "",
        talk.community or "",
        talk.project or "",
    ]
    screen.line(verb_of(logged), *ref, *(span for part in parts if part for span in (" · ", part)))
    if logged.created:
        screen.line(f"added {', '.join(logged.created)}{', to follow up' if logged.flagged else ''}", indent=2)
    if talk.mentions:
        screen.line(f"mentioned {', '.join(talk.mentions)}", indent=2)


def verb_of(logged: Logged) -> str:
    """What was done, or in a dry run would have been."""
    planned = logged.conversation.planned
    if logged.dry_run:
        return "Would plan" if planned else "Would log"
    return "Planned" if planned else "Amended" if logged.amended else "Logged"


def again(logged: Logged) -> str:
    """The command that puts it right."""
    talk = logged.conversation
    return f"lnet edit {talk.ref} --on DATE" if talk.planned else "lnet log --amend"


def label(item: Item) -> str:
    """What a clause stored, in a word or two, and its reference: "you promised p7"."""
    verb = VERBS.get(f"{item.noun} {item.kind}") or VERBS[item.noun]
    return f"{verb} {item.ref}" if item.ref else verb


def entry(item: Item, width: int, logged: Logged, today: date) -> list[Span]:
    """One thing a clause stored: its label, its text, its day, and whose it is where several took part."""
    day = f", by {show_day(item.on, today)}" if item.noun == "promise" and item.on else ""
    when = show_day(item.on, today) if item.noun == "plan" and item.on else ""
    several = len(logged.conversation.participants) > 1 and item.contact and item.noun != "plan"
    whose = f" ({item.contact})" if several else ""
    return [f"{label(item):<{width}}  ", f"{when} {item.text}".strip(), day, whose]


def after(logged: Logged, today: date) -> list[list[Span]]:
    """What the conversation did, a line each."""
    found = logged.aftermath
    several, planned = len(logged.conversation.participants) > 1, logged.conversation.planned
    counts, ask = ("will count for ", "to ask") if planned else ("counts for ", "to ask next time")
    lines: list[list[Span]] = [[counts, Styled(ref, "ref"), f" {title}"] for ref, title in found.goals]
    lines += [["fulfilled the plan ", Styled(ref, "ref")] for ref in found.fulfilled]
    lines += [[f"{ask}: {question}"] for question in (logged.conversation.next_question or "").splitlines()]
    for promise in found.still_open:
        day = f", by {show_day(promise.due_on, today)}" if promise.due_on else ""
        whose = "you promised" if promise.owed_by == "me" else f"{promise.contact} promised"
        lines.append(["still open ", Styled(promise.ref, "ref"), f"  {promise.text}{day} ({whose})"])
    for who in found.resting:
        name = f" · {who.name}" if several else ""
        lines.append([f"second without an answer; resting until {show_day(who.due_on, today)}{name}"])
    lines += [[f"next due {show_day(who.due_on, today)}" + (f" · {who.name}" if several else "")] for who in found.next]
    return lines + ([[unreminded(found.unreminded, today)]] if found.unreminded else [])


def unreminded(people: Sequence[Unreminded], today: date) -> str:
    """Of whom no reminder by rhythm comes until the plan's day; the day it begins is the same for all."""
    begins = people[0].from_on
    since = "" if begins == today else f"from {show_day(begins, today)} "
    return f"no reminder by rhythm {since}until then: {', '.join(who.name for who in people)}"
