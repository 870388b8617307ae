"""Which words may follow on a command line, read from a table (`tree.json`) of commands, options and their values.

The table is made from the commands themselves (`generate.py`), because importing them takes four times as long as all
the rest of a TAB; the tests hold it to them.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Candidate = tuple[str, str]  # the word, and a few words about it ("" for none)
# What a value may be: a kind of thing that the store knows, TEXT, FILE, or the words of a vocabulary.
Value = str | list[str]

TEXT, FILE = "text", "file"
FILES = "//files"
OPTION = re.compile(r"(--[a-z0-9-]+)=(.*)", re.DOTALL)
TREE = Path(__file__).with_name("tree.json")


class Option(NamedTuple):
    """An option: its names, what it takes (None: nothing), whether it may be given again, its help."""

    names: list[str]
    value: Value | None
    repeatable: bool
    help: str


class Node(NamedTuple):
    """A command: its options, its arguments (the last one `many`: it takes all that come), its sub-commands' helps."""

    options: list[Option]
    arguments: list[Value]
    many: bool
    commands: dict[str, str]


NOTHING = Node([], [], many=False, commands={})


class Wanted(NamedTuple):
    """Something of the store that may be meant."""

    kind: str
    typed: str


class Walk:
    """A walk along the words typed so far: where they lead, and what is expected next."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.path = ""
        self.node = self.at("")
        self.given: list[str] = []
        self.expected: Option | None = None
        self.arguments = 0
        self.options_over = False
        self.demo = False
        self.db: str | None = None

    def at(self, path: str) -> Node:
        """The command of this path ("contact add"); NOTHING where there is none."""
        if path not in self.tree:
            return NOTHING
        options, arguments, many, commands = self.tree[path]
        return Node([Option(*each) for each in options], arguments, many, commands)

    def read(self, word: str) -> None:
        """Take one finished word."""
        if self.expected:
            self.take(self.expected, word)
        elif word == "--":
            self.options_over = True
        elif word.startswith("-") and word != "-" and not self.options_over:
            self.read_option(word)
        elif self.node.commands:
            self.descend(word)
        else:
            self.arguments += 1

    def read_option(self, word: str) -> None:
        split = OPTION.fullmatch(word)
        option = self.option(split[1] if split else word)
        if option is None:
            return
        self.given += option.names
        if split:
            self.take(option, split[2])
        elif option.value is not None:
            self.expected = option

    def option(self, name: str) -> Option | None:
        return next((option for option in self.node.options if name in option.names), None)

    def take(self, option: Option, value: str) -> None:
        if "--db" in option.names:
            self.db = value
        self.expected = None

    def descend(self, word: str) -> None:
        """Go on to a sub-command; behind `demo` every command may follow."""
        self.path = f"{self.path} {word}".strip() if not self.path.endswith("demo") else word
        self.node = self.at(self.path)
        if word == "demo":
            self.demo = True
            self.node = self.node._replace(commands=self.at("").commands)

    # --- what may follow ----------------------------------------------------------------------------------------

    def following(self, incomplete: str) -> Iterator[Candidate | Wanted]:
        """What may stand in the place of the unfinished word; what the store knows is left to who has one."""
        split = OPTION.fullmatch(incomplete)
        if self.expected:
            yield from self.values(self.expected.value, incomplete)
        elif split and not self.options_over:
            option = self.option(split[1])
            yield from self.values(option.value if option else None, split[2])
        elif incomplete.startswith("-") and not self.options_over:
            yield from self.options(incomplete)
        elif self.node.commands:
            yield from (each for each in self.node.commands.items() if each[0].startswith(incomplete))
        elif self.node.arguments and (self.node.many or self.arguments < len(self.node.arguments)):
            yield from self.values(self.node.arguments[min(self.arguments, len(self.node.arguments) - 1)], incomplete)

    def options(self, incomplete: str) -> Iterator[Candidate]:
        """The options that start so, but for those given already that count only once."""
        for option in self.node.options:
            for name in option.names:
                if name.startswith(incomplete) and (option.repeatable or name not in self.given):
                    yield name, option.help

    def values(self, value: Value | None, incomplete: str) -> Iterator[Candidate | Wanted]:
        """The words of a vocabulary that start so, files, or things of the store (none of one's own in the demo)."""
        if isinstance(value, list):
            typed = incomplete.lower().replace("_", "-")
            yield from ((word, "") for word in value if word.startswith(typed))
        elif value == FILE:
            yield FILES, ""
        elif value not in (None, TEXT) and not self.demo:
            yield Wanted(str(value), incomplete)


def walk(words: Sequence[str]) -> Walk:
    """The walk along these words."""
    found = Walk(json.loads(TREE.read_text(encoding="utf-8")))
    for word in words:
        if word != "=":  # bash parts --circle=close at the equals sign
            found.read(word)
    return found
