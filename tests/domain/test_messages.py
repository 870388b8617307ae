"""The draft of a message: what it says of what is known, in a few lines."""

from datetime import date, timedelta

import pytest

from lnet.domain.messages import Message, Occasion, Talk, first_name, message, without_comments
from lnet.domain.openings import Matter
from tests.conftest import TODAY

ADA = "Ada Lovelace"
MAY = date(2026, 5, 1)
ABOUT_PLANS = Talk(MAY, "in_person", summary="coffee with Ada about query plans")
LEARNING = "And what are you learning these days?"


def lines(occasion: Occasion) -> list[str]:
    """The lines below the greeting."""
    greeting, blank, *rest = message(occasion, TODAY).text.split("\n")
    assert (greeting, blank) == ("Hi Ada,", "")
    return rest


@pytest.mark.parametrize(
    ("occasion", "said", "delivers"),
    [
        # What I owe.
        (
            Occasion(ADA, Matter(promise="send paper")),
            ["I promised to send paper: here it is.", "What do you make of it?"],
            "promise",
        ),
        (
            Occasion(ADA, Matter(promise="to send her the slides on joins.")),
            ["I promised to send you the slides on joins: here they are.", "What do you make of it?"],
            "promise",
        ),
        (
            Occasion(ADA, Matter(promise="introduce her to Wei")),
            ["I have not forgotten that I promised to introduce you to Wei.", "When would it suit you?"],
            "",
        ),
        # Their feedback.
        (
            Occasion(ADA, Matter(feedback="Slow down."), action="cut ten slides"),
            [
                "You told me: “Slow down”.",
                "I have acted on your feedback: cut ten slides.",
                "What would you look at next?",
            ],
            "feedback",
        ),
        (
            Occasion(ADA, Matter(), action="cut ten slides"),
            ["I have acted on your feedback: cut ten slides.", "What would you look at next?"],
            "feedback",
        ),
        (
            Occasion(ADA, Matter(feedback="Slow down.")),
            ["Thank you for your feedback: “Slow down”.", "May I come back to you once I have acted on it?"],
            "",
        ),
        # What I meant to ask.
        (
            Occasion(ADA, Matter(question="how did her talk go")),
            ["How did your talk go?", "And how are things with you?"],
            "",
        ),
        (Occasion(ADA, Matter(question="#sql, still?")), ["Sql, still?", "And how are things with you?"], ""),
        # Something on a topic of theirs.
        (
            Occasion(ADA, Matter(resource="Query plans"), shared="query-plans", url="https://x.org/q"),
            [
                "I came across “Query plans” and thought of you, since you care about query plans.",
                "https://x.org/q",
                "Do you know it already?",
            ],
            "",
        ),
        (
            Occasion(ADA, Matter(resource="Query plans")),
            ["I came across “Query plans” and thought of you.", "Do you know it already?"],
            "",
        ),
        # The last topic, and nothing at all.
        (Occasion(ADA, Matter(topic="query-plans")), ["How is it going with query plans?", LEARNING], ""),
        (Occasion(ADA), ["What are you learning these days?"], ""),
        # The first of several is the matter.
        (
            Occasion(ADA, Matter("send paper", "Slow down.", "how?", "Query plans", "sql"), action="cut"),
            ["I promised to send paper: here it is.", "What do you make of it?"],
            "promise",
        ),
    ],
)
def test_every_matter(occasion: Occasion, said: list[str], delivers: str) -> None:
    """Each kind of matter, whole and with parts missing; and what sending it would settle."""
    assert lines(occasion) == said
    assert message(occasion, TODAY).delivers == delivers


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        (ABOUT_PLANS, "Last time, on 1 May, we spoke about query plans."),
        (ABOUT_PLANS._replace(on=date(2025, 5, 1)), "Last time, on 1 May 2025, we spoke about query plans."),
        (ABOUT_PLANS._replace(on=TODAY), "Earlier today we spoke about query plans."),
        (ABOUT_PLANS._replace(on=TODAY - timedelta(days=1)), "Yesterday we spoke about query plans."),
        (Talk(MAY, "email", summary="re: joins."), "Last time, on 1 May, we wrote to each other about joins."),
        (Talk(MAY, "chat", "inbound", "about her talk"), "Last time, on 1 May, you wrote to me about your talk."),
        (Talk(MAY, "email", "outbound", "about joins"), "Last time, on 1 May, I wrote to you about joins."),
        (Talk(MAY, "call", "inbound", "about joins"), "Last time, on 1 May, we spoke about joins."),
        # A remark behind a comma is mine; what was cut short is no subject.
        (Talk(MAY, summary="call about joins, she was tired"), "Last time, on 1 May, we spoke about joins."),
        (Talk(MAY, summary="we're late; talk about plans (again)"), "Last time, on 1 May, we spoke about plans."),
        (Talk(MAY, "email", "outbound", "since you care about…"), "I wrote to you on 1 May."),
        # Topics say it too.
        (Talk(MAY, summary="coffee", topics=("big-o", "sql")), "Last time, on 1 May, we spoke about big o and sql."),
        (Talk(MAY, summary="about " + "x" * 81, topics=("sql",)), "Last time, on 1 May, we spoke about sql."),
        # Where nothing says what it was about.
        (Talk(MAY, summary="coffee with Ada"), "We last spoke on 1 May."),
        (Talk(MAY, "email"), "We last wrote to each other on 1 May."),
        (Talk(MAY, "email", "inbound"), "You wrote to me on 1 May."),
        (Talk(TODAY), "We last spoke earlier today."),
        (Talk(TODAY - timedelta(days=1)), "We last spoke yesterday."),
    ],
)  # fmt: skip
def test_the_last_conversation_is_picked_up(talk: Talk, said: str) -> None:
    """One line with its day and what it was about."""
    assert message(Occasion(ADA, last=talk), TODAY).pick_up == said


def test_a_topic_is_not_said_twice() -> None:
    """Where the last conversation was about it already, only how it went on is asked."""
    occasion = Occasion(ADA, Matter(topic="sql"), ABOUT_PLANS)
    assert lines(occasion) == ["Last time, on 1 May, we spoke about query plans.", "How has it gone since?", LEARNING]


def test_no_more_than_six_lines() -> None:
    """The longest there is: a last conversation, and something with its address."""
    longest = Occasion(ADA, Matter(resource="Query plans"), ABOUT_PLANS, shared="sql", url="https://x.org")
    assert len(message(longest, TODAY).text.split("\n")) == 6
    assert len(message(Occasion(ADA), TODAY).text.split("\n")) == 3


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ada Lovelace", "Ada"),
        ("Prof. Dr. Ada Lovelace", "Ada"),
        ("Ada", "Ada"),
        ("Dr.", "Dr."),
        ("J. R. Smith", "J."),
        ("Олена Коваль", "Олена"),
        ("", ""),
    ],
)
def test_what_to_call_them(name: str, called: str) -> None:
    """The first name, without titles."""
    assert first_name(name) == called


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hi Ada,\n\nhello  \n# you owe p1\n", "Hi Ada,\n\nhello"),
        ("# above\nHi\n#below", "Hi"),
        ("not # this", "not # this"),
        ("# nothing\n\n \n", ""),
        ("", ""),
    ],
)
def test_comments_are_left_out(text: str, left: str) -> None:
    """Lines that begin with "#", and blank lines around the rest."""
    assert without_comments(text) == left


def test_the_summary_is_what_is_new() -> None:
    """The first line that is neither the greeting nor what picked up the last conversation; else the first there is."""
    drafted: Message = message(Occasion(ADA, Matter(promise="send paper"), ABOUT_PLANS), TODAY)
    assert drafted.summary_of(drafted.text) == "I promised to send paper: here it is."
    assert drafted.summary_of("Hi Ada,\n\nanother thing") == "another thing"
    assert drafted.summary_of("Hi Ada,") == "Hi Ada,"
    assert drafted.summary_of("x" * 100) == "x" * 79 + "…"
