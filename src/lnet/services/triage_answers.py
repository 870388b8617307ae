"""What an answer of the triage does: each is a step of its own, stored at once and taken back alone."""

from collections.abc import Callable
from typing import NamedTuple

from lnet.domain.calendar_days import shifted
from lnet.domain.dates import show_day
from lnet.domain.vocabulary import CIRCLES
from lnet.errors import BadInputError
from lnet.services import contacts
from lnet.services.contacts import Card, Changes
from lnet.services.names import Who
from lnet.services.triage import Candidate
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.write import drift
from lnet.store.write.topic import topic_name

Write = Callable[[Store, Step, int, str], str]


class Choice(NamedTuple):
    """One answer: the `key` that is pressed, what it is called, and how it is written.

    `write` gives back in a few words what is so now. `question` asks for the text that it needs besides ("": none);
    with it the person is asked about again.
    """

    key: str
    word: str
    write: Write
    question: str = ""


class Answered(NamedTuple):
    """What is so now, in a few words, and the step to undo."""

    said: str
    step: int


def settle(store: Store, candidate: Candidate, choice: Choice, text: str = "") -> Answered:
    """Write one answer. Undo takes back all of it, so that the person waits again.

    Raises BadInputError for a text in which nothing is left.
    """
    with step(store, "triage", f"{choice.word}: {candidate.who.slug}") as open_:
        said = choice.write(store, open_, candidate.who.id, text)
    return Answered(said, open_.id)


# --- the answers ------------------------------------------------------------------------------------------------


def take_in(circle: str) -> Write:
    """Put somebody into a circle; who was never talked to gets a first-due day, spread over the days to come."""

    def write(store: Store, open_: Step, id: int, text: str) -> str:
        contacts.apply(store, open_, id, Changes({"circle": circle}))
        return f"{circle}{first_word(contacts.get(store, Who(id, '', '')))}"

    return write


def first_word(card: Card) -> str:
    """When they come due: ", first conversation by Thu 18 Jun", ", due since Mon 1 Jun"."""
    if card.due_on is None:
        return ""
    due = "due since" if card.due_on < card.today else "due"
    return f", {due if card.contact.last_on else 'first conversation by'} {show_day(card.due_on, card.today)}"


def ask_again(answer: str) -> Write:
    """Leave somebody where they are, and ask again after some time: a month, or a year."""

    def write(store: Store, open_: Step, id: int, text: str) -> str:
        drift.answer(open_, id, answer)
        days = store.policy.triage_not_now if answer == "rest" else store.policy.triage_later
        return f"asked again from {show_day(shifted(store.today, days), store.today)} on"

    return write


def archive(store: Store, open_: Step, id: int, text: str) -> str:
    """Keep what was written, and never list them again."""
    contacts.apply(store, open_, id, Changes({"status": "archived"}))
    return "archived"


def tag(store: Store, open_: Step, id: int, text: str) -> str:
    """Note a topic of theirs; raises BadInputError for none."""
    if not topic_name(text):
        raise BadInputError("a topic needs a word")
    contacts.apply(store, open_, id, Changes({}, topics=[text]))
    return f"#{topic_name(text)}"


CHOICES = (
    *(Choice(circle[0], circle, take_in(circle)) for circle in CIRCLES),
    Choice("l", "later", ask_again("keep")),
    Choice("n", "not now", ask_again("rest")),
    Choice("x", "archive", archive),
    Choice("t", "topic", tag, "Which topic?"),
)
