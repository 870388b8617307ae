"""What was learned, from whom and about what, what changed my mind, and feedback."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from lnet.domain.dates import show_day_plain
from lnet.render.human.summary.parts import Part
from lnet.render.human.summary.words import count, joined, more, name, tail
from lnet.render.markdown import escape, strong
from lnet.services.summary.values import Lesson, Note, Summary

SOURCES_MOST = 5
DIGESTED = ("trend", "practice")
OPEN = {"requested": "no answer yet", "received": "to act on", "given": ""}
LOOPS = {"acted": "acted on, still to tell them", "told": "acted on, and they know", "declined": "let go, with thanks",
         "no_answer": "no answer came"}  # fmt: skip
VALUES = {"potential": "", "applied": "put to use", "realised": "put to use, and it paid off"}
STANCES = {"confirms": "confirms what I thought", "extends": "adds to what I knew",
           "challenges": "challenges what I thought"}  # fmt: skip


# --- insights ---------------------------------------------------------------------------------------------------


def learned(found: Summary) -> Iterator[Part]:
    """From whom how much was learned, then what of it stands in no section of its own, person by person."""
    if found.insights:
        yield Part(text=sources(found.insights))
    rest = [lesson for lesson in found.insights if lesson.stance != "changed_mind" and lesson.kind not in DIGESTED]
    groups = by_person(rest)
    for person, lessons in groups.items():
        title = name(person) if person else "And also" if len(groups) > 1 else ""
        yield Part(title, lines=tuple(lesson_line(each, found.as_of, person=not person) for each in lessons))
    if left := more(found.numbers.insights - len(found.insights), "thing", "learned"):
        yield Part(more=left)


def sources(lessons: Sequence[Lesson]) -> str:
    """ "From Ada Lovelace (3), Ravi Patel and 2 more people." """
    number = Counter(lesson.contact for lesson in lessons if lesson.contact)
    said = [name(who) + (f" ({times})" if times > 1 else "") for who, times in number.most_common(SOURCES_MOST)]
    others = [count(len(number) - SOURCES_MOST, "more person", "more people")] if len(number) > SOURCES_MOST else []
    return f"From {joined([*said, *others])}." if said else ""


def by_person(lessons: Sequence[Lesson]) -> dict[str, list[Lesson]]:
    """What was learned by person, most first; at the end, under "", what came from nobody or alone from somebody."""
    number = Counter(lesson.contact for lesson in lessons)
    return grouped(lessons, lambda lesson: lesson.contact if lesson.contact and number[lesson.contact] > 1 else "")


def grouped(lessons: Sequence[Lesson], group: Callable[[Lesson], str]) -> dict[str, list[Lesson]]:
    """The lessons of each group, the largest first, "" last."""
    groups: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        groups.setdefault(group(lesson), []).append(lesson)
    return {each: groups[each] for each in sorted(groups, key=lambda each: (not each, -len(groups[each]), each))}


def lesson_line(lesson: Lesson, as_of: date, *, person: bool = True, topics: bool = True) -> str:
    """One thing learned, without what its group says already."""
    what = f"{strong(lesson.kind.capitalize())}: " if lesson.kind in DIGESTED else ""
    source = [f"from {name(lesson.contact)}"] if person and lesson.contact else []
    about = map(escape, lesson.topics) if topics else ()
    details = ", ".join([*about, *source, show_day_plain(lesson.on, as_of)])
    return (
        f"{what}{escape(lesson.text)} ({details}){tail([VALUES[lesson.value], STANCES.get(lesson.stance or '', '')])}"
    )


def changed(found: Summary) -> Iterator[Part]:
    """What changed my mind, newest first."""
    lessons = [lesson for lesson in found.insights if lesson.stance == "changed_mind"]
    if lessons:
        yield Part(lines=tuple(lesson_line(lesson, found.as_of) for lesson in lessons))


def trends(found: Summary) -> Iterator[Part]:
    """A digest of trends and practices by topic; what shares no topic follows at the end."""
    lessons = [lesson for lesson in found.insights if lesson.kind in DIGESTED and lesson.stance != "changed_mind"]
    groups = by_topic(lessons)
    for topic, each in groups.items():
        title = escape(topic) if topic else "And also" if len(groups) > 1 else ""
        yield Part(title, lines=tuple(lesson_line(lesson, found.as_of, topics=not topic) for lesson in each))


def by_topic(lessons: Sequence[Lesson]) -> dict[str, list[Lesson]]:
    """What was learned, each under that of its topics which has most; at the end, under "", what is alone with its."""
    number = Counter(topic for lesson in lessons for topic in lesson.topics)

    def topic(lesson: Lesson) -> str:
        most = max(lesson.topics, key=lambda each: number[each], default="")
        return most if number[most] > 1 else ""

    return grouped(lessons, topic)


# --- feedback ---------------------------------------------------------------------------------------------------


def feedback(found: Summary) -> Iterator[Part]:
    """What was acted on, what waits, and what was given or let go."""
    acted = [note for note in found.feedback if note.loop in ("acted", "told") and note.direction != "given"]
    waits = [note for note in found.feedback if note.loop == "open" and note.direction != "given"]
    rest = [note for note in found.feedback if note not in (*acted, *waits)]
    for title, notes in (("Acted on", acted), ("Still open", waits), ("Given, or let go", rest)):
        if notes:
            yield Part(title, lines=tuple(feedback_line(note, found.as_of) for note in notes))
    if found.feedback and (left := more(found.numbers.feedback - len(found.feedback), "piece", "of feedback")):
        yield Part(more=left)


def feedback_line(note: Note, as_of: date) -> str:
    """One piece of feedback, and what became of it."""
    verb = {"requested": "Asked", "received": "From", "given": "To"}[note.direction]
    said = f": {escape(note.text)}" if note.text else ""
    told = "what I mean to do" if note.loop == "open" else "what I did"
    action = f"{told}: {escape(note.action)}" if note.action else ""
    became = OPEN[note.direction] if note.loop == "open" else LOOPS[note.loop]
    act_by = f"by {show_day_plain(note.act_by, as_of)}" if note.act_by and note.loop == "open" else ""
    return f"{verb} {name(note.contact)}, {show_day_plain(note.on, as_of)}{said}{tail([action, became, act_by])}"
