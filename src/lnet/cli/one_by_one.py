"""Questions on a terminal, one after the other, one key each; u takes the last answer back, q stops, ? explains."""

import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lnet.cli.one_key import Keyboard
from lnet.errors import LnetError
from lnet.render.human import one_by_one as human
from lnet.render.safe import safe
from lnet.render.screen import Screen


class Answer(NamedTuple):
    """What is so now, in a few words, and what takes it back; `about` whom or what, where the words do not name it."""

    said: str
    back: Callable[[], object]
    about: str = ""


class Choice(NamedTuple):
    """One answer: its key, what it is called, and what it does.

    `act` gives back None where nothing was answered; the next question comes all the same. `question` asks for the text
    that it needs besides ("": none). After one that `stays` the same question is asked again; it is not listed.
    """

    key: str
    word: str
    act: Callable[[str], Answer | None]
    question: str = ""
    stays: bool = False


SKIP = Choice("s", "skip", lambda text: None)  # for another time


class Question(NamedTuple):
    """One thing to be answered: how it is shown, and the answers there are."""

    show: Callable[[Screen], None]
    choices: tuple[Choice, ...]


Asked = Callable[[], Question | None]  # None: it was settled meanwhile


class Given(NamedTuple):
    """An answer that was given: at which place, with which choice."""

    place: int
    choice: Choice
    answer: Answer


class Walk:
    """One sitting: what there was to ask when it began, how far it has come, and what was answered.

    `keys` are the lines that say what the choices do.
    """

    def __init__(self, screen: Screen, prompt: str, questions: Sequence[Asked], keys: Sequence[str]) -> None:
        self.screen, self.prompt, self.questions, self.keys = screen, prompt, questions, keys
        self.place = 0
        self.given: list[Given] = []
        self.keyboard = Keyboard()

    def run(self) -> None:
        """Ask until nothing is left or the person stops; whatever ends it, what was answered stays so.

        Raises KeyboardInterrupt where they break it off.
        """
        try:
            with self.keyboard:
                while self.place < len(self.questions) and self.ask():
                    pass
        except (EOFError, KeyboardInterrupt) as end:
            sys.stdout.write("\n")  # behind the question
            if isinstance(end, KeyboardInterrupt):
                raise
        finally:
            self.close()

    def close(self) -> None:
        """Say, at the end, what waits for another time."""
        over = sum(not each.choice.stays for each in self.given)
        human.left(len(self.questions) - over, self.screen)

    def ask(self) -> bool:
        """Ask the next question until it is answered; whether to go on."""
        question = self.questions[self.place]()
        if question is None:
            self.place += 1
            return True
        words = [f"{choice.key} {choice.word}" for choice in question.choices if not choice.stays]
        human.question(self.place + 1, len(self.questions), question.show, words, self.screen)
        while True:
            key = self.pressed()
            if key == "q" or self.over(question, key):
                return key != "q"

    def pressed(self) -> str:
        """The next key, shown behind the question."""
        sys.stdout.write(f"{self.prompt} ")
        sys.stdout.flush()
        key = self.keyboard.press()
        sys.stdout.write(f"{safe(key)}\n")
        return key

    def over(self, question: Question, key: str) -> bool:
        """Do what a key says; whether the question is over. What cannot be is said, and asked again."""
        choice = next((each for each in question.choices if each.key == key), None)
        try:
            if choice:
                return self.answer(choice)
            if key == "u":
                return self.take_back()
        except LnetError as error:
            self.screen.line(f"{error.message}{' · ' if error.hint else ''}{error.hint}", indent=2)
            return False
        if key == "?":
            human.keys(self.keys, self.screen)
        else:
            self.screen.line("that is no answer here; ? explains", indent=2)
        return False

    def answer(self, choice: Choice) -> bool:
        """Store an answer, after asking for what else it needs, and go on, or stay where the choice says so."""
        text = self.text(choice) if choice.question else ""
        if choice.question and not text:
            return False
        if done := choice.act(text):
            self.given.append(Given(self.place, choice, done))
            self.screen.line(done.said, indent=2)
        self.place += not choice.stays
        return True

    def text(self, choice: Choice) -> str:
        """The line that a choice asks for; "" where nothing was said."""
        with self.keyboard.lines():
            return input(f"  {choice.question} ").strip()

    def take_back(self) -> bool:
        """Undo the last answer of this sitting, and ask that question again."""
        if not self.given:
            self.screen.line("nothing was answered yet", indent=2)
            return False
        last = self.given[-1]
        last.answer.back()
        self.given.pop()
        self.place = last.place
        about = f"{last.answer.about} · " if last.answer.about else ""
        self.screen.line(f"taken back: {about}{last.answer.said}", indent=2)
        return True
