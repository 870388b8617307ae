"""How to begin: one opening for a person, the first that there is a reason for."""

from typing import NamedTuple


class Matter(NamedTuple):
    """What there is to talk about with somebody, each the most pressing of its kind; "" where there is none.

    `promise`: what I owe them. `feedback`: what I did with their feedback, not told yet, or what they said.
    `question`: what I meant to ask. `resource`: something on a topic of theirs that I have not shared with them.
    `topic`: what we talked about last. `met`: the event where we met, with what I noted there.
    """

    promise: str = ""
    feedback: str = ""
    question: str = ""
    resource: str = ""
    topic: str = ""
    met: str = ""


def opening(matter: Matter) -> str:
    """One sentence to begin with; promises first, small talk last.

    With an open promise "send paper": "Send paper, as you promised." With nothing at all: "Ask what they are learning."
    """
    if matter.promise:
        return f"{sentence(matter.promise.removeprefix('to '))}, as you promised."
    if matter.feedback:
        return f"Tell them what became of their feedback: {matter.feedback.rstrip('.')}."
    if matter.question:
        return f"Ask: {matter.question}{'' if matter.question.endswith('?') else '?'}"
    if matter.resource:
        return f"Share {matter.resource}: it is on a topic of theirs."
    if matter.topic:
        return f"Ask how it goes with {matter.topic}."
    if matter.met:
        return f"Say that it was good to meet at {matter.met}."
    return "Ask what they are learning these days."


def sentence(text: str) -> str:
    """The text with a capital, without its full stop."""
    return (text[:1].upper() + text[1:]).rstrip(".")
