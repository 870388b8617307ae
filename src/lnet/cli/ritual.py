"""The review on a terminal: one question after the other, each answer stored at once."""

from collections.abc import Callable, Iterator

from lnet.cli.app import settings
from lnet.cli.options import past_day
from lnet.domain.dates import FUTURE, read_every
from lnet.domain.sentence.clauses import spoken
from lnet.domain.sentence.days import Calendar, read_moment
from lnet.domain.sentence.forms import Forms
from lnet.domain.sentence.tagged import Tagged
from lnet.domain.vocabulary import CIRCLES
from lnet.errors import BadInputError, LnetError
from lnet.render.human import review as human
from lnet.render.screen import Screen
from lnet.services.review import Agenda, Answered, Choice, Item, Said, Section, agenda, settle, take_back
from lnet.store.connect import Store


class Stop(Exception):  # noqa: N818  # a wish, not an error
    """The person wants to stop here."""


class Ritual:
    """One sitting: what there was to look at when it began, what was passed, and what was answered.

    What an answer changes for the others is seen at once; what it brings up anew waits for the next review.
    """

    def __init__(self, store: Store, screen: Screen, read: Callable[[Store], Agenda] = agenda) -> None:
        self.store, self.screen, self.read = store, screen, read
        self.began = self.now = read(store)
        self.passed: list[Item] = []
        self.answered: list[Answered] = []

    def run(self) -> None:
        """Ask until nothing is left or the person stops; whatever ends it, what was answered is stored and said."""
        human.resting(self.began, self.screen)
        try:
            while found := next(self.left(), None):
                self.ask(*found)
        except (Stop, EOFError):
            pass
        finally:
            human.summary(self.began, self.answered, self.unanswered(), self.screen)

    def left(self) -> Iterator[tuple[Section, Item]]:
        """What is still to be asked, as it is now; what was answered and not passed yet may be answered further."""
        now = {each.item.key: each.item for each in self.answered} | {item.key: item for item in self.now.items}
        open_keys = now.keys() - {item.key for item in self.passed}
        for section in self.began.sections:
            yield from ((section, now[item.key]) for item in section.items if item.key in open_keys)

    def unanswered(self) -> int:
        """How many of the things that were there at the beginning wait for another time."""
        waiting = {item.key for item in self.now.items} & {item.key for item in self.began.items}
        return len(waiting - {each.item.key for each in self.answered})

    def ask(self, section: Section, item: Item) -> None:
        """Ask about one thing until it is answered or passed."""
        before = sum(item.step == section.step for item in self.passed)
        after = sum(each.step == section.step for each, _ in self.left())
        human.question(section, before + 1, before + after, item, self.screen)
        while not self.over(section, item, input(f"Answer [{'next' if self.began_with(item) else 'skip'}]: ").strip()):
            pass

    def began_with(self, item: Item) -> bool:
        """Whether something was said of it in this sitting."""
        return any(each.item.key == item.key for each in self.answered)

    def over(self, section: Section, item: Item, typed: str) -> bool:
        """Do what was typed; whether the question is over. What cannot be is said, and asked again."""
        try:
            if typed.lower() in WISHES:
                return WISHES[typed.lower()](self, section, item)
            return self.answer(item, typed)
        except LnetError as error:
            self.screen.line(f"{error.message}{' · ' if error.hint else ''}{error.hint}", indent=2)
            return False

    # --- an answer ----------------------------------------------------------------------------------------------

    def answer(self, item: Item, typed: str) -> bool:
        """Store an answer, after asking for what else it needs."""
        choice, rest = chosen(item, typed)
        if choice is None:
            self.screen.line("that is no answer here; ? explains", indent=2)
            return False
        said = self.said(item, choice, rest)
        if said is None:
            return False
        self.read_again()
        if not self.began_with(item) and all(each.key != item.key for each in self.now.items):
            self.screen.line("settled meanwhile", indent=2)
            return self.skip(item)
        self.answered.append(settle(self.store, item, choice, said))
        self.screen.line(self.answered[-1].said, indent=2)
        self.read_again()
        return not choice.stays and self.skip(item)

    def said(self, item: Item, choice: Choice, text: str) -> Said | None:
        """What the choice asks for besides; None where nothing was said and nothing is proposed. q stops here, too."""
        if not choice.asks:
            return Said()
        proposed = item.filled(choice.proposes)
        shown = f"{choice.question} [{proposed}]: " if proposed else f"{choice.question} "
        text = text or input(f"  {shown}").strip() or proposed
        if text.lower() == "q":
            raise Stop
        return READERS[choice.asks](text) if text else None

    def read_again(self) -> None:
        """See what there is to look at now."""
        self.now = self.read(self.store)

    # --- besides an answer --------------------------------------------------------------------------------------

    def skip(self, *items: Item) -> bool:
        """Pass things in this sitting."""
        self.passed += items
        return True

    def stop(self) -> bool:
        """End here."""
        raise Stop

    def take_back(self) -> bool:
        """Undo the last answer of this sitting, and ask again."""
        if not self.answered:
            self.screen.line("nothing was answered yet", indent=2)
            return False
        last = self.answered[-1]
        take_back(self.store, last)
        self.answered.pop()
        self.passed = [item for item in self.passed if item.key != last.item.key]
        self.screen.line(f"taken back: {last.item.called} · {last.said}", indent=2)
        self.read_again()
        return True

    def explain(self) -> bool:
        """Say what may be typed."""
        human.keys(self.screen)
        return False


WISHES: dict[str, Callable[[Ritual, Section, Item], bool]] = {
    "": lambda ritual, section, item: ritual.skip(item),
    ">": lambda ritual, section, item: ritual.skip(*section.items),
    "u": lambda ritual, section, item: ritual.take_back(),
    "q": lambda ritual, section, item: ritual.stop(),
    "?": lambda ritual, section, item: ritual.explain(),
}


def chosen(item: Item, typed: str) -> tuple[Choice | None, str]:
    """The choice that was typed, by its key or its word, and what stands behind it, if it asks for anything."""
    for choice in item.choices:
        for name in (choice.word, choice.key):
            start, rest = typed[: len(name)].lower(), typed[len(name) :]
            if start == name and (not rest or (choice.asks and rest[0].isspace())):
                return choice, rest.strip()
    return None, ""


def moment(text: str) -> Said:
    """A day to come, with the time behind it, if one is said; raises DateError for anything else."""
    on, time = read_moment(text, Calendar(settings.today, FUTURE, settings.date_order))
    return Said(on=on, time=time)


def owed(text: str) -> Said:
    """What was promised, and by which day, if it ends with "by" and one; raises DateError for a day that cannot be."""
    nobody = Tagged(Forms(()), (), ())
    clause = spoken("me", text, nobody, Calendar(settings.today, FUTURE, settings.date_order)).clause
    return Said(text=clause.text, on=clause.on or Said().on)


def circle(text: str) -> Said:
    """One of the circles; raises BadInputError for anything else."""
    word = text.strip().casefold()
    if word not in CIRCLES:
        raise BadInputError(f"'{text}' is none of {', '.join(CIRCLES)}")
    return Said(text=word)


READERS: dict[str, Callable[[str], Said]] = {
    "text": lambda text: Said(text=text),
    "day": lambda text: moment(text)._replace(time=None),
    "moment": moment,
    "past": lambda text: Said(on=past_day(text) or settings.today),
    "every": lambda text: Said(days=read_every(text)),
    "circle": circle,
    "promise": owed,
}
