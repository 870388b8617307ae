"""Questions on a terminal, one after the other, one key each; s skips, u takes the last answer back, q stops."""

import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lnet.cli.one_key import Keyboard
from lnet.errors import LnetError
from lnet.render.human import one_by_one as human
from lnet.render.safe import safe
from lnet.render.screen import Screen


class Answer(NamedTuple):
    """What is so now, in a few words, and what takes it back."""

    said: str
    back: Callable[[], object]


class Choice(NamedTuple):
    """One answer: its key, what it is called, and what it does.

    `question` asks for the text that it needs besides ("": none).
    """

    key: str
    word: str
    act: Callable[[str], Answer]
    question: str = ""


class Question(NamedTuple):
    """One thing to be answered: how it is shown, and the answers there are."""

    show: Callable[[Screen], None]
    choices: tuple[Choice, ...]


Asked = Callable[[], Question | None]  # None: it was settled meanwhile


class Walk:
    """One sitting: what there was to ask when it began, how far it has come, and what was answered."""

    def __init__(self, screen: Screen, prompt: str, questions: Sequence[Asked]) -> None:
        self.screen, self.prompt, self.questions = screen, prompt, questions
        self.place = 0
        self.answered: list[tuple[int, Answer]] = []  # with the place at which it was
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
            human.left(len(self.questions) - len(self.answered), self.screen)

    def ask(self) -> bool:
        """Ask the next question until it is answered; whether to go on."""
        question = self.questions[self.place]()
        if question is None:
            self.place += 1
            return True
        words = [f"{choice.key} {choice.word}" for choice in question.choices]
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
        if key == "s":
            self.place += 1
            return True
        self.screen.line("s leaves it for another time · u takes the last answer back · q stops here", indent=2)
        return False

    def answer(self, choice: Choice) -> bool:
        """Store an answer, after asking for what else it needs."""
        text = self.text(choice) if choice.question else ""
        if choice.question and not text:
            return False
        done = choice.act(text)
        self.answered.append((self.place, done))
        self.screen.line(done.said, indent=2)
        self.place += 1
        return True

    def text(self, choice: Choice) -> str:
        """The line that a choice asks for; "" where nothing was said."""
        with self.keyboard.lines():
            return input(f"  {choice.question} ").strip()

    def take_back(self) -> bool:
        """Undo the last answer of this sitting, and ask that question again."""
        if not self.answered:
            self.screen.line("nothing was answered yet", indent=2)
            return False
        place, last = self.answered[-1]
        last.back()
        self.answered.pop()
        self.place = place
        self.screen.line(f"taken back: {last.said}", indent=2)
        return True
