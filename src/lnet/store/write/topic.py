"""Topics of anything that has them: contacts, conversations, goals, insights, resources."""

from collections.abc import Iterable

from lnet.domain.names import clean
from lnet.store.journal import Step
from lnet.store.write.rows import Value, delete, link


def topic_name(text: str) -> str:
    """A topic as it is stored: lower case, no leading # or +. May be empty."""
    return clean(text).lstrip("#+").strip().casefold()


def add_topics(step: Step, noun: str, id: int, topics: Iterable[str]) -> None:
    """Link topics to a row of `noun` ("contact", "goal" …), those it does not have yet."""
    for topic in map(topic_name, topics):
        if topic:
            link(step, f"{noun}_topic", **of(noun, id, topic))


def remove_topics(step: Step, noun: str, id: int, topics: Iterable[str]) -> None:
    """Take topics away."""
    for topic in map(topic_name, topics):
        delete(step, f"{noun}_topic", **of(noun, id, topic))


def of(noun: str, id: int, topic: str) -> dict[str, Value]:
    """The columns of a topic's link to a row of `noun`."""
    return {f"{noun}_id": id, "topic": topic}
