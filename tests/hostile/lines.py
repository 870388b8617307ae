"""A command line for every command there is, taken from the table that TAB reads, with hostile words in it."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from lnet.cli.completion.walk import TREE, Node, Option
from tests.hostile.texts import evil

# By name and not by number, so that it is somebody whatever else is in the store.
ADA, BELA = "grace-okafor", "ada-lindqvist"
THINGS = {
    "contact": ADA, "ref": "g1", "goal": "g1", "promise": "p1", "feedback": "f1", "insight": "n1", "event": "e1",
    "interaction": "i1", "community": "c1", "project": "j1", "resource": "r1", "exchange": "x1", "file": "people.csv",
    "topic": evil(500), "text": evil(16),
}  # fmt: skip
TEXT = evil(33)
OF_NOBODY = f"about {TEXT.replace(';', '')}"  # a sentence, so nobody of those who are called so
# What a command needs besides its arguments, or in their place; else it would only complain.
WORDS: dict[str, list[str]] = {
    "log": ["log", OF_NOBODY, "--solo", "--note", TEXT, "--topic", TEXT, "--learned", TEXT],
    "plan": ["plan", OF_NOBODY, "--on", "tomorrow", "--with", ADA, "--ask", TEXT],
    "brief": ["brief", ADA],
    "edit": ["edit", "g1", "--title", TEXT],
    "share": ["share", TEXT, "--to", ADA, "--title", TEXT],
    "goal edit": ["goal", "edit", "g1", "--title", TEXT, "--why", TEXT, "--next-step", TEXT, "--topic", TEXT],
    "feedback give": ["feedback", "give", ADA, "--situation", TEXT, "--behaviour", TEXT, "--impact", TEXT],
    "feedback edit": ["feedback", "edit", "f1", "--text", TEXT, "--situation", TEXT],
    "promise edit": ["promise", "edit", "p1", "--text", TEXT],
    "promise renegotiate": ["promise", "renegotiate", "p1", "--by", "tomorrow"],
    "insight edit": ["insight", "edit", "n1", "--text", TEXT, "--topic", TEXT],
    "resource edit": ["resource", "edit", "r1", "--title", TEXT, "--url", TEXT, "--note", TEXT],
    "exchange add": ["exchange", "add", ADA, TEXT, "--given"],
    "exchange edit": ["exchange", "edit", "x1", "--text", TEXT],
    "contact add": ["contact", "add", TEXT, "--org", TEXT, "--aim", TEXT, "--nick", TEXT, "--handle", TEXT],
    "contact edit": ["contact", "edit", ADA, "--field", TEXT, "--met", TEXT, "--location", TEXT, "--note", TEXT],
    "contact mentor": ["contact", "mentor", ADA, "--purpose", TEXT],
    "interaction edit": ["interaction", "edit", "i1", "--summary", TEXT, "--ask", TEXT, "--note", TEXT],
    "event edit": ["event", "edit", "e1", "--name", TEXT, "--place", TEXT, "--url", TEXT, "--note", TEXT],
    "event meet": ["event", "meet", "e1", evil(16), "--create", "--note", TEXT],
    "at": ["at", "e2"],
    "community edit": ["community", "edit", "c1", "--name", TEXT, "--url", TEXT, "--note", TEXT],
    "community renew": ["community", "renew", "c1", "--by", "2027-01-01"],
    "project edit": ["project", "edit", "j1", "--title", TEXT],
    "project charter": ["project", "charter", "j1", "--purpose", TEXT, "--roles", TEXT, "--channel", TEXT],
    "project member": ["project", "member", "j1", ADA, "--role", TEXT],
    "undo": ["undo"],
    "redo": ["redo"],
    "forget": ["forget", ADA, "--yes"],
    "away": ["away", "today", "tomorrow"],
    "config set": ["config", "set", "me-names", TEXT],
    "demo": ["demo", "followups", "--line"],
}
# Commands that there is nothing to be done for in this store: they say so, and end with this status.
REFUSED = {"redo": 4, "restore": 3}
# Played once, since they take their time where everything is to be replaced.
SLOW = ("forget", "demo")
# Other answers of the same commands; shared summaries have a test of their own.
MORE = (
    "followups --all", "followups --days 30", "contact list --all", "contact list --sort last", "history --all",
    "goal list --all", "community list --all", "promise list --all", "feedback list --all", "undo --list", "brief e3",
    "interaction list --planned", "triage --list", "review --list", "review e1 --list", "config show --all", "show i1",
    "show e1 c1 j1", "graph --format dot", "graph --format graphml", "summary --preview", "goal show g1 --all",
    "summary --template page.md.j2", f"draft {ADA} --about n1", "draft f9", f"delete {BELA}",
    f"contact merge {ADA} {BELA} --dry-run",
)  # fmt: skip


class Line(NamedTuple):
    """A command by its path, its words, the options that say in what form it answers, and its exit status."""

    path: str
    words: list[str]
    forms: list[str]
    status: int = 0


def lines() -> list[Line]:
    """One for every command, then the others."""
    found = {path: node for path, node in nodes() if not node.commands}
    every = [Line(path, words(path, node), forms(node), REFUSED.get(path, 0)) for path, node in found.items()]
    more = [Line(text, text.split(), forms(found[path_of(text, found)])) for text in MORE]
    return [*every, *more]


def nodes() -> Iterator[tuple[str, Node]]:
    """All commands by their path, those that have commands below them, too."""
    for path, (options, arguments, many, commands) in json.loads(TREE.read_text(encoding="utf-8")).items():
        yield path, Node([Option(*each) for each in options], arguments, many, commands)


def words(path: str, node: Node) -> list[str]:
    """What to type: the words that are noted for a command, else its arguments, each by what it takes."""
    taken = [kind[0] if isinstance(kind, list) else THINGS[kind] for kind in node.arguments]
    if taken.count(ADA) == 2:
        taken[-1] = BELA
    return WORDS.get(path) or [*path.split(), *taken]


def forms(node: Node) -> list[str]:
    """The options of a command that change how it answers."""
    names = [name for option in node.options for name in option.names]
    return [form for form in ("--json", "--csv", "--slugs", "--line") if form in names]


def path_of(text: str, paths: dict[str, Node]) -> str:
    """The command that a line begins with."""
    two = " ".join(text.split()[:2])
    return two if two in paths else text.split(maxsplit=1)[0]
