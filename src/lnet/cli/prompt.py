"""Questions to the person on the terminal: the log prompt with TAB, which of several, whether to add."""

import contextlib
from collections.abc import Iterator, Sequence

from lnet.domain.names import key
from lnet.render.safe import safe
from lnet.store.connect import Store
from lnet.store.read.names import Name, by_prefix


class Prompt:
    """Asks on the terminal; an interrupt or end of input ends the command without storing anything."""

    def which(self, text: str, candidates: Sequence[Name]) -> int:
        """One of several people, by number; Enter takes the likeliest, who stands first."""
        print(f"Which {safe(text)}?")  # noqa: T201
        for number, name in enumerate(candidates, 1):
            print(f"  {number}  {safe(name.name)} ({name.slug})")  # noqa: T201
        while True:
            typed = input("Number [1]: ").strip() or "1"
            if typed.isdecimal() and 1 <= int(typed) <= len(candidates):
                return candidates[int(typed) - 1].id
            print(f"A number from 1 to {len(candidates)}; Ctrl-C stores nothing.")  # noqa: T201

    def add(self, name: str) -> bool:
        """Whether to add an unknown name; Enter means yes."""
        return input(f"{safe(name)} is not in your network. Add? [Y/n] ").strip().lower() in ("", "y", "yes")

    def who(self, question: str) -> str:
        """Whom it was with; Enter means nobody."""
        return input(f"{question.capitalize()} ").strip()

    def when(self) -> str:
        """On which day something is planned, perhaps with a time; Enter asks again."""
        while True:
            if typed := input("When? ").strip():
                return typed
            print("A day, such as fri or tomorrow 15:00; Ctrl-C stores nothing.")  # noqa: T201


def ask_sentence(store: Store, command: str, former: str = "") -> str:
    """A sentence for `log` or `plan` on one line, with TAB for names and `former` filled in."""
    with completing(store, former):
        return input(f"{command}> ")


def ask_debrief() -> dict[str, str]:
    """What matters after a conversation; Enter leaves a question out."""
    questions = {
        "their_words": "What matters to them, in their words? ",
        "differences": "Where do you differ? ",
        "next_question": "What will you ask next? ",
    }
    return {name: input(question).strip() for name, question in questions.items()}


def ask_retro() -> str:
    """What a project was like, and as clauses what it taught; Enter ends the questions."""
    said = [input("What was it like, and what would you do differently? ").strip()]
    while lesson := input("What did you learn? (Enter: nothing more) ").strip():
        said.append(f"learned: {lesson}")
    return "\n".join(said)


@contextlib.contextmanager
def completing(store: Store, former: str) -> Iterator[None]:
    """Line editing with names behind TAB, where Python has readline."""
    try:
        import readline
    except ImportError:
        yield
        return
    readline.set_completer(lambda text, state: dict(enumerate(completions(store, text))).get(state))
    readline.set_completer_delims(" ,;:")
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    readline.set_startup_hook(lambda: readline.insert_text(former.replace("\n", "; ")))
    try:
        yield
    finally:
        readline.set_startup_hook(None)
        readline.set_completer(None)


def completions(store: Store, text: str) -> list[str]:
    """The names that a word may become: `@ad` becomes @ada-lovelace, `ad` becomes Ada Lovelace."""
    if text.startswith("@"):
        return [f"@{name.slug}" for name in by_prefix(store, key(text[1:]))]
    return [safe(name.name) for name in by_prefix(store, key(text))] if text else []
