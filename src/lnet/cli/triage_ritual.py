"""The triage on a terminal: one person after the other, one key each, each answer stored at once."""

from functools import partial

from lnet.cli.one_by_one import Answer, Choice, Question, Walk
from lnet.render.human import triage as human
from lnet.render.screen import Screen
from lnet.services import history, triage_answers
from lnet.services.pace import pace
from lnet.services.triage import Candidate, candidates
from lnet.store.connect import Store


class Sitting(Walk):
    """One sitting: whom there was to ask about when it began, how far it has come, and what was answered."""

    def __init__(self, store: Store, screen: Screen, ids: list[int]) -> None:
        super().__init__(screen, human.PROMPT, [partial(about, store, screen, id) for id in ids], human.KEYS)
        self.store, self.ids = store, ids

    def close(self) -> None:
        """Say what was answered, and how many of those who were there at the beginning wait for another time."""
        left = len(candidates(self.store, self.ids))
        human.summary([each.choice.word for each in self.given], left, pace(self.store).a_week, self.screen)


def about(store: Store, screen: Screen, id: int) -> Question | None:
    """Who it is, and the answers; None where they were settled meanwhile, in another window."""
    found = candidates(store, [id])
    if not found:
        return None
    choices = (
        Choice(each.key, each.word, partial(answer, store, screen, found[0], each), each.question, bool(each.question))
        for each in triage_answers.CHOICES
    )
    return Question(partial(human.person, found[0]), tuple(choices))


def answer(
    store: Store, screen: Screen, candidate: Candidate, choice: triage_answers.Choice, text: str
) -> Answer | None:
    """Store an answer about somebody who still waits; who does not is passed by."""
    if not candidates(store, [candidate.who.id]):
        screen.line("settled meanwhile", indent=2)
        return None
    done = triage_answers.settle(store, candidate, choice, text)
    return Answer(done.said, partial(history.undo, store, done.step), candidate.who.name)
