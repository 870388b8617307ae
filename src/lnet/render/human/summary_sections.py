"""The sections of the summary, each as blocks of Markdown; a section without content has none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from lnet.domain.dates import show_day, show_day_plain
from lnet.render.human.summary_words import count, joined, more, name, placed, tail
from lnet.render.markdown import bullet, escape, heading, strong, table
from lnet.services.summary import Aim, Given, Lesson, Note, Owed, Summary, Talk
from lnet.store.read.summary import Topic

PRESENT_MOST = 6  # names of those present
CHANNELS = {"in_person": "in person", "video": "by video", "call": "by phone", "email": "by email", "chat": "by chat",
            "forum": "in a forum", "event": "at an event", "letter": "by letter", "other": ""}  # fmt: skip
OPEN = {"requested": "no answer yet", "received": "to act on", "given": ""}
LOOPS = {"acted": "acted on, still to tell them", "told": "acted on, and they know", "declined": "let go, with thanks",
         "no_answer": "no answer came"}  # fmt: skip
VALUES = {"potential": "", "applied": "put to use", "realised": "put to use, and it paid off"}
STANCES = {"confirms": "confirms what I thought", "extends": "adds to what I knew",
           "challenges": "challenges what I thought", "changed_mind": "changed my mind"}  # fmt: skip
Lines = Iterator[str]


# --- goals ------------------------------------------------------------------------------------------------------


def goals(found: Summary) -> Lines:
    """Every goal with where it stands, the next step, who helps, and the latest steps."""
    if not found.goals:
        return
    yield heading(2, "Goals")
    for goal in found.goals:
        yield heading(3, escape(goal.title))
        yield "\n".join(bullet(line) for line in goal_lines(goal, found))
    yield more(found.numbers.goals + found.numbers.achieved - len(found.goals), "goal")


def goal_lines(goal: Aim, found: Summary) -> Lines:
    yield standing(goal, found)
    if goal.why:
        yield f"Why: {escape(goal.why)}"
    if goal.criteria:
        yield f"Done when: {escape(goal.criteria)}"
    if goal.next_step and goal.state != "achieved":
        yield f"Next step: {escape(goal.next_step)}"
    if goal.obstacle and goal.state != "achieved":
        yield f"In the way: {escape(goal.obstacle)}"
    if goal.contacts:
        helping = [name(who.name) + (f" ({escape(who.helps_with)})" if who.helps_with else "") for who in goal.contacts]
        yield f"Helping: {joined(helping)}"
    if goal.topics:
        yield f"Topics: {', '.join(map(escape, goal.topics))}"
    earlier = f"; {goal.steps - len(goal.progress)} more before" if goal.steps > len(goal.progress) else ""
    if goal.progress:
        steps = "; ".join(f"{show_day_plain(step.on, found.as_of)}: {escape(step.text)}" for step in goal.progress)
        yield f"Progress: {steps}{earlier}"


def standing(goal: Aim, found: Summary) -> str:
    """Where a goal stands, without judgement."""
    if goal.state == "achieved":
        return f"Achieved{' on ' + show_day_plain(goal.closed_on, found.as_of) if goal.closed_on else ''}"
    target = f"; target {show_day_plain(goal.target_on, found.as_of)}" if goal.target_on else ""
    states = {
        "moving": "In progress",
        "stale": f"Resting for {count(goal.days, 'day')}; I look at it every {goal.every}",
        "drifted": f"Resting for {count(goal.days, 'day')}; a moment to keep, reshape or pause it",
    }
    return states[goal.state] + target


# --- learning ---------------------------------------------------------------------------------------------------


def learned(found: Summary) -> Lines:
    """A digest by topic, newest first; trends and practices are marked. What shares no topic follows at the end."""
    if not found.insights:
        return
    yield heading(2, "What I learned")
    groups = by_topic(found.insights)
    for topic, lessons in groups.items():
        if topic or len(groups) > 1:
            yield heading(3, escape(topic) if topic else "And also")
        yield "\n".join(bullet(lesson_line(lesson, found.as_of, () if topic else lesson.topics)) for lesson in lessons)
    yield more(found.numbers.insights - len(found.insights), "thing", "learned")


def by_topic(lessons: Sequence[Lesson]) -> dict[str, list[Lesson]]:
    """What was learned, each under that of its topics which has most; at the end, under "", what is alone with its."""
    number = Counter(topic for lesson in lessons for topic in lesson.topics)
    groups: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        most = max(lesson.topics, key=lambda topic: number[topic], default="")
        groups.setdefault(most if number[most] > 1 else "", []).append(lesson)
    return {topic: groups[topic] for topic in sorted(groups, key=lambda topic: (not topic, -len(groups[topic]), topic))}


def lesson_line(lesson: Lesson, as_of: date, topics: Sequence[str]) -> str:
    kind = f"{strong(lesson.kind.capitalize())}: " if lesson.kind in ("trend", "practice") else ""
    source = [f"from {name(lesson.contact)}"] if lesson.contact else []
    details = ", ".join([*map(escape, topics), *source, show_day_plain(lesson.on, as_of)])
    marks = [VALUES[lesson.value], STANCES.get(lesson.stance or "", "")]
    return f"{kind}{escape(lesson.text)} ({details}){tail(marks)}"


def feedback(found: Summary) -> Lines:
    """What was said, what became of it."""
    if not found.feedback:
        return
    yield heading(2, "Feedback")
    yield "\n".join(bullet(feedback_line(note, found.as_of)) for note in found.feedback)
    yield more(found.numbers.feedback - len(found.feedback), "piece", "of feedback")


def feedback_line(note: Note, as_of: date) -> str:
    verb = {"requested": "Asked", "received": "From", "given": "To"}[note.direction]
    said = f": {escape(note.text)}" if note.text else ""
    told = "what I mean to do" if note.loop == "open" else "what I did"
    action = f"{told}: {escape(note.action)}" if note.action else ""
    became = OPEN[note.direction] if note.loop == "open" else LOOPS[note.loop]
    act_by = f"by {show_day_plain(note.act_by, as_of)}" if note.act_by and note.loop == "open" else ""
    return f"{verb} {name(note.contact)}, {show_day_plain(note.on, as_of)}{said}{tail([action, became, act_by])}"


# --- give and take ----------------------------------------------------------------------------------------------


def promises(found: Summary) -> Lines:
    """What is owed, both ways, and what was kept in the period."""
    numbers = found.numbers
    mine = [each for each in found.promises if each.owed_by == "me"]
    theirs = [each for each in found.promises if each.owed_by == "them"]
    groups = (("I promised", mine, numbers.promises_mine), ("Promised to me", theirs, numbers.promises_theirs),
              ("Kept", found.kept, numbers.promises_kept))  # fmt: skip
    if any(each for _, each, _ in groups):
        yield heading(2, "Promises")
    for title, each, number in groups:
        if each:
            yield heading(3, title)
            yield "\n".join(bullet(promise_line(promise, found.as_of)) for promise in each)
            yield more(number - len(each), "promise")


def promise_line(promise: Owed, as_of: date) -> str:
    who = f"{'to' if promise.owed_by == 'me' else 'from'} {name(promise.contact)}"
    day = promise.closed_on or promise.due_on
    when = f", {'on' if promise.closed_on else 'by'} {show_day(day, as_of)}" if day else ""
    return f"{escape(promise.text)} ({who}{when})"


def exchanges(found: Summary) -> Lines:
    """Help given and received."""
    if not found.exchanges:
        return
    yield heading(2, "Help given and received")
    yield "\n".join(bullet(exchange_line(each, found.as_of)) for each in found.exchanges)
    yield more(found.numbers.given + found.numbers.received - len(found.exchanges), "time")


def exchange_line(done: Given, as_of: date) -> str:
    kind = f"{done.kind}: " if done.kind != "other" else ""
    who = f"{'to' if done.direction == 'given' else 'from'} {name(done.contact)}"
    return f"{kind}{escape(done.text)} ({who}, {show_day_plain(done.on, as_of)})"


# --- the network ------------------------------------------------------------------------------------------------


def conversations(found: Summary) -> Lines:
    """The conversations of the period, newest first."""
    if not found.conversations:
        return
    yield heading(2, "Conversations")
    yield "\n".join(line for talk in found.conversations for line in talk_lines(talk, found.as_of))
    yield more(found.numbers.conversations - len(found.conversations), "conversation")


def talk_lines(talk: Talk, as_of: date) -> Lines:
    rest = [f"{len(talk.names) - PRESENT_MOST} more"] if len(talk.names) > PRESENT_MOST else []
    names = joined([*map(name, talk.names[:PRESENT_MOST]), *rest])
    how = " ".join(part for part in (names, CHANNELS[talk.channel]) if part)
    said = f": {escape(talk.summary)}" if talk.summary else ""
    topics = f" ({', '.join(map(escape, talk.topics))})" if talk.topics else ""
    private = " · private" if talk.private else ""
    yield bullet(f"{strong(show_day(talk.on, as_of))} {how}{said}{topics}{private}".rstrip())
    if talk.note:
        yield bullet(escape(talk.note), 1)


def people(found: Summary) -> Lines:
    """The people by circle in a table, with the last conversation."""
    if not found.people:
        return
    yield heading(2, "People")
    rows = [
        [name(who.name), who.circle.replace("none", "–"), ", ".join(role.replace("_", " ") for role in who.roles),
         show_day_plain(who.last_on, found.as_of) if who.last_on else "not yet", escape(", ".join(who.topics), 60)]
        for who in found.people
    ]  # fmt: skip
    yield table(["Name", "Circle", "Roles", "Last conversation", "Topics"], rows)
    shown = [who.circle for who in found.people]
    left = [(number - shown.count(circle), circle) for circle, number in found.circles.items()]
    rest = [placed(number, circle).replace(" in ", " more in ", 1) for number, circle in left if number]
    yield f"And {joined(rest)}." if rest else ""


def topics(found: Summary) -> Lines:
    """What the period was about."""
    if not found.topics:
        return
    yield heading(2, "Topics")
    yield ", ".join(f"{escape(each.topic)} ({joined(about(each))})" for each in found.topics) + "."


def about(topic: Topic) -> list[str]:
    """How many conversations and insights are about a topic."""
    talks = [count(topic.conversations, "conversation")] if topic.conversations else []
    return talks + ([count(topic.insights, "insight")] if topic.insights else [])
