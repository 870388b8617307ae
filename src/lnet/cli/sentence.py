"""What `log` and `plan` share: the options that add to a sentence, where the sentence comes from, whom to ask."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any

import typer

from lnet.cli.app import settings
from lnet.cli.options import Known
from lnet.cli.settings import can_ask
from lnet.domain import vocabulary as words
from lnet.domain.sentence import joined
from lnet.errors import UsageError
from lnet.services.logbook.hear import Ask, Request
from lnet.services.references import find
from lnet.store.connect import Store

Flag = typer.Option

Event = Annotated[str | None, Flag("--event", help="The event it is at.", click_type=Known("event"))]
Community = Annotated[str | None, Flag("--community", help="The community it is in.", click_type=Known("community"))]
Project = Annotated[str | None, Flag("--project", help="The project it is for.", click_type=Known("project"))]
Me = Annotated[list[str], Flag("--me", help="What you promised; repeatable.")]
Them = Annotated[list[str], Flag("--them", help="What they promised; repeatable.")]
Private = Annotated[bool, Flag("--private", help="Keep it out of what you share.")]
Create = Annotated[bool, Flag("--create", help="Add people who are not known.")]
Solo = Annotated[bool, Flag("--solo", help="It is with nobody.")]
InEditor = Annotated[bool, Flag("--edit", "-e", help="Write the sentence in your editor.")]
DryRun = Annotated[bool, Flag("--dry-run", help="Show what would be stored, and store nothing.")]

QUESTIONS = {"log": "what happened?", "plan": "what is planned?"}
CLAUSES = ("me", "them", "learned", "ask")  # options that say what a clause of the same label says


def request(store: Store, text: str, given: Mapping[str, Any]) -> Request:
    """A sentence with what the options add to it that both commands have; `given` are the options, by parameter."""
    return Request(
        text, with_=given["with_"], via=given["via"], topics=given["topics"],
        goals=[find(store, "goal", goal) for goal in given["goals"]],
        event=place(store, "event", given["event"]), community=place(store, "community", given["community"]),
        project=place(store, "project", given["project"]),
        clauses=[(label, said) for label in CLAUSES for said in given.get(label, ())],
        note=given["note"], private=given["private"], create=given["create"], solo=given["solo"],
        date_order=settings.date_order,
    )  # fmt: skip


def place(store: Store, noun: str, text: str | None) -> int | None:
    """The event, community or project that an option names; of several editions of an @event the nearest."""
    if text and noun == "event" and text.startswith("@"):
        from lnet.services import events

        return events.find(store, text)
    return find(store, noun, text) if text else None


def moment(text: str | None, *, ahead: bool = False) -> tuple[date | None, str | None]:
    """The day that --on names, and the time of day behind it; each None if it was not given.

    Raises DateError for a day to come, or if it is `ahead` for one that is past.
    """
    if not text:
        return None, None
    from lnet.domain.dates import FUTURE, PAST
    from lnet.domain.sentence.days import Calendar, read_moment

    return read_moment(text, Calendar(settings.today, FUTURE if ahead else PAST, settings.date_order))


def depth_of(text: str | None) -> int | None:
    """1 to 4, given as a number or a name."""
    if text is None:
        return None
    if text in words.DEPTHS:
        return words.DEPTHS.index(text) + 1
    if text in ("1", "2", "3", "4"):
        return int(text)
    raise UsageError(f"--depth '{text}' is not 1 to 4 or one of {', '.join(words.DEPTHS)}")


# --- where the sentence comes from ------------------------------------------------------------------------------


@contextmanager
def said(
    store: Store, command: str, sentence: Sequence[str] | None, *, edit: bool, former: str = ""
) -> Iterator[str]:  # fmt: skip
    """The sentence: the words given, standard input for `-`, the editor for -e, else the prompt.

    Editor and prompt are filled in with the words, or with the `former` sentence.
    """
    text = piped() if sentence == ["-"] else joined(sentence or ())
    if edit:
        from lnet.cli.editor import drafted

        with drafted(text or former) as written:
            yield written
    elif text or sentence:
        yield text
    else:
        yield asked_for(store, command, former)


def piped() -> str:
    """What standard input sends; raises UsageError if it is closed."""
    if sys.stdin is None:
        raise UsageError("- reads the sentence from standard input, which is closed")
    return sys.stdin.read()


def asked_for(store: Store, command: str, former: str) -> str:
    """The sentence, asked for on the terminal with the former one filled in."""
    if not can_ask():
        question = f"{QUESTIONS[command]} give a sentence, or - to read standard input"
        raise UsageError(question, f"lnet {command} --help")
    from lnet.cli.prompt import ask_sentence

    return ask_sentence(store, command, former)


def asker() -> Ask | None:
    """Whoever can be asked: the person on the terminal, nobody in a script."""
    if not can_ask():
        return None
    from lnet.cli.prompt import Prompt

    return Prompt()
