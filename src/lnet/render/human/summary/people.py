"""The conversations, the people, and what it was all about."""

from collections.abc import Iterator
from datetime import date

from lnet.domain.dates import show_day, show_day_plain
from lnet.render.human.summary.parts import Part
from lnet.render.human.summary.words import count, joined, more, name, placed
from lnet.render.markdown import bullet, escape, strong, table
from lnet.render.words import words
from lnet.services.summary.values import Person, Summary, Talk
from lnet.store.read.summary.talks import Topic

PRESENT_MOST = 6  # names of those present
TOPICS_MOST = 60  # characters of somebody's topics
CHANNELS = {"in_person": "in person", "video": "by video", "call": "by phone", "email": "by email", "chat": "by chat",
            "forum": "in a forum", "event": "at an event", "letter": "by letter", "other": ""}  # fmt: skip


def conversations(found: Summary) -> Iterator[Part]:
    """The conversations of the period, newest first."""
    if found.conversations:
        lines = tuple(talk_line(talk, found.as_of) for talk in found.conversations)
        yield Part(lines=lines, more=more(found.numbers.conversations - len(found.conversations), "conversation"))


def talk_line(talk: Talk, as_of: date) -> str:
    """A conversation, and under it its note."""
    rest = [f"{len(talk.names) - PRESENT_MOST} more"] if len(talk.names) > PRESENT_MOST else []
    names = joined([*map(name, talk.names[:PRESENT_MOST]), *rest])
    how = "".join(f" {part}" for part in (names, CHANNELS[talk.channel]) if part)
    said = f": {escape(talk.summary)}" if talk.summary else ""
    topics = f" ({', '.join(map(escape, talk.topics))})" if talk.topics else ""
    private = " · private" if talk.private else ""
    note = f"\n{bullet(escape(talk.note), 1)}" if talk.note else ""
    return f"{strong(show_day(talk.on, as_of))}{how}{said}{topics}{private}" + note


def people(found: Summary) -> Iterator[Part]:
    """The people by circle in a table, with the last conversation; for others what they are and know."""
    if not found.people:
        return
    if found.audience != "me":
        rows = [[name(who.name), *roles_and_topics(who)] for who in found.people]
        yield Part(text=table(["Name", "Roles", "Topics"], rows))
        return
    rows = [[name(who.name), who.circle.replace("none", "–"), *roles_and_topics(who)] for who in found.people]
    for row, who in zip(rows, found.people, strict=True):
        row.insert(3, show_day_plain(who.last_on, found.as_of) if who.last_on else "not yet")
    yield Part(text=table(["Name", "Circle", "Roles", "Last conversation", "Topics"], rows), more=rest(found))


def roles_and_topics(who: Person) -> list[str]:
    """Two cells of a row."""
    return [", ".join(map(words, who.roles)), escape(", ".join(who.topics), TOPICS_MOST)]


def rest(found: Summary) -> str:
    """Those that the table leaves out, by circle."""
    shown = [who.circle for who in found.people]
    left = [(number - shown.count(circle), circle) for circle, number in found.circles.items()]
    said = [placed(number, circle).replace(" in ", " more in ", 1) for number, circle in left if number]
    return f"And {joined(said)}." if said else ""


def topics(found: Summary) -> Iterator[Part]:
    """What the period was about."""
    if found.topics:
        yield Part(text=", ".join(f"{escape(each.topic)} ({joined(about(each))})" for each in found.topics) + ".")


def about(topic: Topic) -> list[str]:
    """How many conversations and insights are about a topic."""
    talks = [count(topic.conversations, "conversation")] if topic.conversations else []
    return talks + ([count(topic.insights, "insight")] if topic.insights else [])
