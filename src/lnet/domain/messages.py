"""A few lines to write to somebody: they pick up the last conversation, say what there is to say, and ask one thing.

Nothing is made up: every line comes from something that was recorded, and what is missing is left out.
"""

import re
from datetime import date
from typing import NamedTuple

from lnet.domain.asking import CLOSING
from lnet.domain.dates import show_day_plain
from lnet.domain.openings import Matter, sentence
from lnet.domain.second_person import to_you

COMMENT = "#"
TITLES = ("dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame")
WRITTEN = ("email", "chat", "letter", "forum")
SENDING = ("send", "share", "forward", "mail", "email", "post", "give", "pass")  # what a message itself can do
LONGEST = 80  # characters of what a conversation was about, or of a summary; more is no line to read


class Talk(NamedTuple):
    """The last conversation: its day, how it went, its summary and topics."""

    on: date
    channel: str = "other"
    direction: str = "mutual"
    summary: str = ""
    topics: tuple[str, ...] = ()


class Occasion(NamedTuple):
    """What there is to write to somebody about; "" for what there is not.

    `action`: what I did with `matter.feedback`. `request`: what I ask their advice on, line by line. `given`: feedback
    I gave them, and have not heard of since. `shared`: the topic of theirs that `matter.resource` is on, at `url`.
    `learned`: what I learned and want to pass on.
    """

    name: str
    matter: Matter = Matter()
    last: Talk | None = None
    action: str = ""
    request: tuple[str, ...] = ()
    given: str = ""
    shared: str = ""
    url: str = ""
    learned: str = ""


class Message(NamedTuple):
    """The draft, line by line; `delivers` is what sending it does: "promise", "feedback", or "" for neither."""

    greeting: str
    pick_up: str
    lines: tuple[str, ...]
    closing: str
    delivers: str = ""

    @property
    def text(self) -> str:
        """The whole of it: three to six lines."""
        return "\n".join([self.greeting, "", *filter(None, (self.pick_up, *self.lines, self.closing))])

    def summary_of(self, text: str) -> str:
        """The first line of what became of the draft that says something new, shortened to a summary."""
        said = [line for line in map(str.strip, text.splitlines()) if line]
        new = [line for line in said if line not in (self.greeting, self.pick_up)]
        line = (new or said or [""])[0]
        return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def message(occasion: Occasion, today: date) -> Message:
    """The draft, about the first matter that there is: as in the opening of a row, but said to them."""
    for part in (passed_on, promised, heeded, requested, landed, asked, offered):
        lines, closing, delivers = part(occasion)
        if lines:
            break
    else:
        lines, closing, delivers = learning(occasion)
    # A question about my work is none about the last conversation.
    pick_up = "" if lines and lines == occasion.request else picked_up(occasion, today)
    return Message(f"Hi {first_name(occasion.name)},", pick_up, lines, closing, delivers)


def without_comments(text: str) -> str:
    """What is left of an edited draft without the lines that begin with "#"; "" where nothing is."""
    return "\n".join(line.rstrip() for line in text.splitlines() if not line.startswith(COMMENT)).strip()


def first_name(name: str) -> str:
    """What to call somebody: "Ada" for Dr. Ada Lovelace."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        words = words[1:]
    return words[0] if words else name


# --- the last conversation --------------------------------------------------------------------------------------


def picked_up(occasion: Occasion, today: date) -> str:
    """ "Last time, on 1 May, we spoke about query plans."; "We last spoke on 1 May." where nothing more is known."""
    talk = occasion.last
    if talk is None:
        return ""
    who = who_did(talk)
    if about := subject(talk, occasion.name):
        when = {0: "Earlier today", 1: "Yesterday"}.get((today - talk.on).days)
        return f"{when or f'Last time, on {show_day_plain(talk.on, today)},'} {who} about {about}."
    when = {0: "earlier today", 1: "yesterday"}.get((today - talk.on).days, f"on {show_day_plain(talk.on, today)}")
    return sentence(f"{who.replace('we ', 'we last ')} {when}") + "."


def who_did(talk: Talk) -> str:
    """Who spoke or wrote."""
    if talk.channel not in WRITTEN:
        return "we spoke"
    return {"inbound": "you wrote to me", "outbound": "I wrote to you"}.get(talk.direction, "we wrote to each other")


def subject(talk: Talk, name: str) -> str:
    """What it was about: the words behind "about" up to a comma or the like, else the topics; "" if neither says."""
    found = ABOUT.search(talk.summary)
    if found and len(found[1]) <= LONGEST and not talk.summary.endswith("…"):
        return to_you(found[1], name)
    return listed([spoken(topic) for topic in talk.topics[:3]])


# What stands behind a comma is often a remark of mine, which is not for them.
ABOUT = re.compile(r"(?:\babout|\bregarding|(?<!['’])\bre:?) +(.+?)(?=[,;:.!?](?:\s|$)| [(–—-]|$)")


def spoken(topic: str) -> str:
    """A topic in a sentence."""
    return topic.replace("-", " ")


def listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


# --- what there is to say: the lines, the closing question, and what they deliver -------------------------------

Said = tuple[tuple[str, ...], str, str]
NOTHING: Said = ((), "", "")


def passed_on(occasion: Occasion) -> Said:
    """What I learned, where the message is about that."""
    learned = occasion.learned.rstrip(".")
    return ((f"I learned something that may be of use to you: {learned}.",), WHAT_OF_IT, "") if learned else NOTHING


def promised(occasion: Occasion) -> Said:
    """What I owe: here it is if a message can bring it; else that it is not forgotten."""
    what = to_you(occasion.matter.promise.removeprefix("to ").rstrip("."), occasion.name)
    if not what:
        return NOTHING
    if what.split()[0].casefold() not in SENDING:
        return (f"I have not forgotten that I promised to {what}.",), "When would it suit you?", ""
    return (f"I promised to {what}: {'here they are' if several(what) else 'here it is'}.",), WHAT_OF_IT, "promise"


WHAT_OF_IT = "What do you make of it?"


def several(what: str) -> bool:
    """Whether a thing to send is more than one: "send the slides on joins", not "send the paper on joins"."""
    thing = re.split(r" (?:on|about|for|to|from|of|with|by|in)\b", what)[0].split()[-1]
    return bool(re.search("[^aious]s$", thing.casefold()))


def heeded(occasion: Occasion) -> Said:
    """Their feedback: what became of it, or thanks for it."""
    theirs, action = occasion.matter.feedback.rstrip("."), occasion.action.rstrip(".")
    if action:
        told = (f"You told me: “{theirs}”.",) if theirs else ()
        return (*told, f"I have acted on your feedback: {action}."), "What would you look at next?", "feedback"
    if theirs:
        return (
            (f"Thank you for your feedback: “{theirs}”.",),
            "May I come back to you once I have acted on it?",
            "",
        )
    return NOTHING


def requested(occasion: Occasion) -> Said:
    """What I ask their advice on."""
    return (occasion.request, CLOSING, "") if occasion.request else NOTHING


def landed(occasion: Occasion) -> Said:
    """Feedback I gave: how was it for them?"""
    given = to_you(occasion.given.rstrip("."), occasion.name)
    return ((f"I told you: “{given}”.",), "How did it land with you?", "") if given else NOTHING


def asked(occasion: Occasion) -> Said:
    """What I meant to ask; never as a comment."""
    question = to_you(occasion.matter.question.lstrip(f"{COMMENT} "), occasion.name).rstrip("?. ")
    return ((f"{sentence(question)}?",), "And how are things with you?", "") if question else NOTHING


def offered(occasion: Occasion) -> Said:
    """Something on a topic of theirs that they have not had from me."""
    title = occasion.matter.resource.rstrip(".")
    if not title:
        return NOTHING
    since = f", since you care about {spoken(occasion.shared)}" if occasion.shared else ""
    lines = (f"I came across “{title}” and thought of you{since}.", occasion.url)
    return tuple(filter(None, lines)), "Do you know it already?", ""


def learning(occasion: Occasion) -> Said:
    """How the last topic went on; with nothing at all, what they are learning."""
    if occasion.last and subject(occasion.last, occasion.name):
        return ("How has it gone since?",), "And what are you learning these days?", ""
    if topic := occasion.matter.topic:
        return (f"How is it going with {spoken(topic)}?",), "And what are you learning these days?", ""
    return (), "What are you learning these days?", ""
