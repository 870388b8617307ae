"""The triage on a terminal: one person after the other, one key each, each answer stored at once."""

import sys

from lnet.cli.one_key import Keyboard
from lnet.errors import LnetError
from lnet.render.human import triage as human
from lnet.render.safe import safe
from lnet.render.screen import Screen
from lnet.services.pace import pace
from lnet.services.triage import Candidate, candidates
from lnet.services.triage_answers import CHOICES, Answered, Choice, settle, take_back
from lnet.store.connect import Store

BY_KEY = {choice.key: choice for choice in CHOICES}


class Sitting:
    """One sitting: whom there was to ask about when it began, how far it has come, and what was answered."""

    def __init__(self, store: Store, screen: Screen, ids: list[int]) -> None:
        self.store, self.screen, self.ids = store, screen, ids
        self.place = 0
        self.answered: list[tuple[int, Answered]] = []  # with the place at which it was
        self.keyboard = Keyboard()

    def run(self) -> None:
        """Ask until nobody is left or the person stops; whatever ends it, what was answered is stored and said."""
        try:
            with self.keyboard:
                while self.place < len(self.ids) and self.ask():
                    pass
        except (EOFError, KeyboardInterrupt) as end:
            sys.stdout.write("\n")  # behind the question
            if isinstance(end, KeyboardInterrupt):
                raise
        finally:
            answered = [each for _, each in self.answered]
            human.summary(answered, self.left(), pace(self.store).a_week, self.screen)

    def left(self) -> int:
        """How many of those who were there at the beginning wait for another time."""
        return len(candidates(self.store, self.ids))

    def ask(self) -> bool:
        """Ask about the next person until it is answered; whether to go on."""
        found = candidates(self.store, self.ids[self.place : self.place + 1])
        if not found:  # settled meanwhile, in another window
            self.place += 1
            return True
        human.question(found[0], self.place + 1, len(self.ids), CHOICES, self.screen)
        while True:
            key = self.pressed()
            if key == "q" or self.over(found[0], key):
                return key != "q"

    def pressed(self) -> str:
        """The next key, shown behind the question."""
        sys.stdout.write(human.PROMPT)
        sys.stdout.flush()
        key = self.keyboard.press()
        sys.stdout.write(f"{safe(key)}\n")
        return key

    def over(self, candidate: Candidate, key: str) -> bool:
        """Do what a key says; whether the question is over. What cannot be is said, and asked again."""
        try:
            if key in BY_KEY:
                return self.answer(candidate, BY_KEY[key])
            if key == "u":
                return self.take_back()
        except LnetError as error:
            self.screen.line(f"{error.message}{' · ' if error.hint else ''}{error.hint}", indent=2)
            return False
        if key == "?":
            human.keys(self.screen)
        else:
            self.screen.line("that is no answer here; ? explains", indent=2)
        return False

    def answer(self, candidate: Candidate, choice: Choice) -> bool:
        """Store an answer, after asking for what else it needs, and go on, or stay where it was a word besides."""
        text = self.text(choice) if choice.question else ""
        if choice.question and not text:
            return False
        if not candidates(self.store, [candidate.who.id]):
            self.screen.line("settled meanwhile", indent=2)
        else:
            self.answered.append((self.place, settle(self.store, candidate, choice, text)))
            self.screen.line(self.answered[-1][1].said, indent=2)
        self.place += not choice.question
        return True

    def text(self, choice: Choice) -> str:
        """The line that a choice asks for; "" where nothing was said."""
        with self.keyboard.lines():
            return input(f"  {choice.question} ").strip()

    def take_back(self) -> bool:
        """Undo the last answer of this sitting, and ask about that person again."""
        if not self.answered:
            self.screen.line("nothing was answered yet", indent=2)
            return False
        place, last = self.answered[-1]
        take_back(self.store, last)
        self.answered.pop()
        self.place = place
        self.screen.line(f"taken back: {last.candidate.who.name} · {last.said}", indent=2)
        return True
