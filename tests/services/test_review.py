"""The answers of the review: each a step of its own, stored at once and taken back exactly."""

from datetime import date, timedelta

import pytest

from lnet.errors import BadInputError, ConflictError, DateError
from lnet.services import history, promises
from lnet.services.review import Choice, Item, Said, agenda, settle, take_back
from lnet.store.connect import Store
from lnet.store.journal import entries
from tests.cli.contents import contents
from tests.cli.leftovers import leave_over
from tests.conftest import TODAY

SAID = {
    "": Said(), "text": Said(text="a  chapter"), "day": Said(on=date(2026, 6, 19)), "past": Said(on=date(2026, 6, 14)),
    "moment": Said(on=date(2026, 6, 19), time="15:00"), "every": Said(days=90),
}  # fmt: skip
# What each answer says is so now; `…` stands for a reference.
ANSWERS = {
    ("promises", "kept"): "kept", ("promises", "new day"): "by Fri 19 Jun now", ("promises", "release"): "released",
    ("plans", "held"): "held Fri 5 Jun as …", ("plans", "dropped"): "dropped",
    ("events", "followed up"): "talked to today, …", ("events", "later"): "back Mon 22 Jun",
    ("events", "let it be"): "let be", ("drifted", "keep"): "kept", ("drifted", "lengthen"): "every 90 days now",
    ("drifted", "rest"): "resting until Sat 12 Dec", ("drifted", "archive"): "archived",
    ("feedback", "acted"): "acted on; tell them", ("feedback", "told them"): "told", ("feedback", "close"): "closed",
    ("feedback", "they told you"): "closed, it came", ("feedback 2", "close"): "closed without an answer",
    ("goals", "progress"): "progress noted", ("goals", "next step"): "next step noted",
    ("goals", "still mine"): "kept", ("goals", "pause"): "paused", ("goals", "drop"): "dropped",
    ("goals", "done"): "achieved", ("insight", "applied"): "applied Sun 14 Jun",
    ("insight", "was worth it"): "realised Sun 14 Jun", ("thanks", "sent"): "thanked today, …",
    ("week", "plan"): "planned for Fri 19 Jun at 15:00, …", ("week 2", "plan"): "planned for Fri 19 Jun at 15:00, …",
}  # fmt: skip


@pytest.fixture
def leftover(store: Store) -> Store:
    """A store in which every step has something to look at."""
    leave_over(store)
    return store


def every_answer(store: Store) -> list[tuple[Item, Choice]]:
    """Each thing to look at with each of its answers."""
    return [(item, choice) for item in agenda(store).items for choice in item.choices]


def of(store: Store, step: str) -> Item:
    """The first thing of a step."""
    return next(item for item in agenda(store).items if item.step == step)


def choose(item: Item, word: str) -> Choice:
    """The answer of this word."""
    return next(choice for choice in item.choices if choice.word == word)


def test_every_answer_is_a_step_and_undone_as_one(leftover: Store) -> None:
    """It says what is so now, settles its thing, and leaves no trace once it is taken back."""
    before = contents(leftover.path)
    for item, choice in every_answer(leftover):
        answered = settle(leftover, item, choice, SAID[choice.asks])
        newest = entries(leftover, 1)[0]
        assert (newest.step, newest.command) == (answered.step, "review")
        assert contents(leftover.path) != before
        still = [each.key for each in agenda(leftover).items]
        assert (item.key in still) == (choice.word == "acted"), (item, choice.word)
        take_back(leftover, answered)
        assert contents(leftover.path) == before, (item, choice.word)


def test_every_answer_says_what_is_so_now(leftover: Store) -> None:
    """In a few words, with the day where there is one."""
    said = {}
    for item, choice in every_answer(leftover):
        answered = settle(leftover, item, choice, SAID[choice.asks])
        step = item.step if (item.step, choice.word) not in said else f"{item.step} 2"
        said[step, choice.word] = answered.said
        take_back(leftover, answered)
    assert said.keys() == ANSWERS.keys()
    for key, words in said.items():
        assert words.startswith(ANSWERS[key].removesuffix("…")), key


def test_history_says_what_was_answered(leftover: Store) -> None:
    """With the reference, or the slug of the person."""
    for step, word in (("promises", "kept"), ("drifted", "keep")):
        settle(leftover, of(leftover, step), choose(of(leftover, step), word))
    assert [entry.words for entry in history.steps(leftover, limit=2).entries] == ["keep: leila-haddad", "kept: p1"]


@pytest.mark.parametrize(
    ("step", "word", "said", "error"),
    [
        ("promises", "new day", Said(on=TODAY - timedelta(days=1)), BadInputError),
        ("week", "plan", Said(on=TODAY - timedelta(days=1)), BadInputError),
        ("insight", "applied", Said(on=TODAY + timedelta(days=1)), DateError),
        ("goals", "progress", Said(text=" \t"), BadInputError),
        ("goals", "next step", Said(text=""), BadInputError),
        ("feedback", "acted", Said(text=""), BadInputError),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_stored(
    leftover: Store, step: str, word: str, said: Said, error: type[Exception]
) -> None:
    """A day on the wrong side of today, words that are none: not even an empty step is left."""
    newest = entries(leftover, 1)
    with pytest.raises(error):
        settle(leftover, of(leftover, step), choose(of(leftover, step), word), said)
    assert entries(leftover, 1) == newest


def test_acted_feedback_waits_for_being_told(leftover: Store) -> None:
    """It comes again, with what was done, and is not to be acted on twice."""
    item = of(leftover, "feedback")
    settle(leftover, item, choose(item, "acted"), Said(text="wrote it anew"))
    item = of(leftover, "feedback")
    assert item.text.startswith("you acted on their feedback (wrote it anew): tell them")
    assert [choice.word for choice in item.choices] == ["told them", "close"]


def test_a_rhythm_of_never_ends_the_reminders(leftover: Store) -> None:
    """Lengthened without end, somebody is not asked about again."""
    item = of(leftover, "drifted")
    assert settle(leftover, item, choose(item, "lengthen"), Said(days=0)).said == "no rhythm"


def test_an_answer_that_was_built_on_is_not_taken_back(leftover: Store) -> None:
    """What somebody changed since stands."""
    item = of(leftover, "promises")
    answered = settle(leftover, item, choose(item, "new day"), SAID["day"])
    promises.close(leftover, [item.id], "kept", "promise keep")
    with pytest.raises(ConflictError):
        take_back(leftover, answered)
