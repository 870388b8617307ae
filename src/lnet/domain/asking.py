"""Asking for feedback so that something comes of it: for advice, on one thing, in a few concrete words.

Who is asked for advice ("what would you do differently?") says more, and more that can be acted on, than who is asked
for feedback: Yoon, Blunden, Kristal, Whillans, "Why Asking for Advice Is More Effective Than Asking for Feedback"
(Harvard Business Review, 2019).
"""

import re
from typing import NamedTuple

from lnet.domain.openings import sentence

# By frame: how it is asked for, the question that stands for itself, and words that ask the same in another question.
OPENINGS = {
    "advice": "May I ask your advice?", "feedback": "May I ask you for feedback?",
    "feedforward": "May I ask you for one idea?",
}  # fmt: skip
QUESTIONS = {
    "advice": "What would you do differently?", "feedback": "What worked, and what did not?",
    "feedforward": "What is the one thing to try next time?",
}  # fmt: skip
SAYS_SO = {"advice": "differently", "feedback": "worked", "feedforward": "next time"}
CLOSING = "One or two concrete things would help me most."
ASKS = re.compile(
    "(?:how|what|which|where|when|why|who|whom|whose|is|are|was|were|am|do|does|did|have|has|had|can|could|would"
    r"|should|will|may|might)\b",
    re.IGNORECASE,
)


class Request(NamedTuple):
    """What is asked, in which frame, about which situation, for which goal or project; "" for what was not said."""

    text: str = ""
    frame: str = "advice"
    situation: str = ""
    work: str = ""


def lines(request: Request) -> tuple[str, ...]:
    """The request as it is written to somebody: what it is about, what was asked, and the question of its frame.

    `Request("How was my talk")` → ("May I ask your advice?", "How was my talk?", "What would you do differently?").
    """
    about = f"It is about this: {request.situation.rstrip('.')}." if request.situation else ""
    work = f"I am working on “{request.work}”." if request.work else ""
    asked = question(request.text)
    own = QUESTIONS[request.frame] if SAYS_SO[request.frame] not in asked.casefold() else ""
    return tuple(filter(None, (OPENINGS[request.frame], about, work, asked, own)))


def question(text: str) -> str:
    """The words with a capital, and a question mark where they ask: "how was it" → "How was it?"; "" for nothing."""
    said = sentence(text)
    return said if not said or said[-1] in "?!…" else f"{said}{'?' if ASKS.match(said) else '.'}"
