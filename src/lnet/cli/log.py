"""`lnet log`: a conversation, as a sentence."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Goals, Note, On, Topics, Via, With, past_day
from lnet.cli.settings import can_ask
from lnet.domain import vocabulary as words
from lnet.domain.sentence import joined
from lnet.errors import DateError, UsageError
from lnet.render.human.log import echo
from lnet.services.logbook.hear import Ask, Heard, Request, hear
from lnet.services.logbook.record import Logged, record
from lnet.services.references import find
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Flag = typer.Option


@app.command()
def log(
    sentence: Annotated[
        list[str] | None, typer.Argument(metavar="SENTENCE", help="What happened; - reads standard input.")
    ] = None,
    with_: With = [],  # noqa: B006  # Typer copies it
    on: On = None,
    via: Via = None,
    topics: Topics = [],  # noqa: B006
    goals: Goals = [],  # noqa: B006
    event: Annotated[str | None, Flag("--event", help="The event it was at.")] = None,
    community: Annotated[str | None, Flag("--community", help="The community it was in.")] = None,
    project: Annotated[str | None, Flag("--project", help="The project it was for.")] = None,
    me: Annotated[list[str], Flag("--me", help="What you promised; repeatable.")] = [],  # noqa: B006
    them: Annotated[list[str], Flag("--them", help="What they promised; repeatable.")] = [],  # noqa: B006
    learned: Annotated[list[str], Flag("--learned", help="What you learned; repeatable.")] = [],  # noqa: B006
    asked: Annotated[list[str], Flag("--ask", help="A question for next time; repeatable.")] = [],  # noqa: B006
    planned: Annotated[str | None, Flag("--next", metavar="DATE", help="Plan the next conversation.")] = None,
    depth: Annotated[str | None, Flag("--depth", help="1 ambient, 2 chat, 3 substantive, 4 deep.")] = None,
    outbound: Annotated[bool, Flag("--outbound", help="You wrote, they have not answered.")] = False,
    inbound: Annotated[bool, Flag("--inbound", help="They came to you.")] = False,
    note: Note = None,
    private: Annotated[bool, Flag("--private", help="Keep it out of what you share.")] = False,
    create: Annotated[bool, Flag("--create", help="Add people who are not known.")] = False,
    solo: Annotated[bool, Flag("--solo", help="It was with nobody.")] = False,
    debrief: Annotated[bool, Flag("--debrief", help="Ask for their words, differences, a question.")] = False,
    amend: Annotated[bool, Flag("--amend", help="Say the last log again.")] = False,
    edit: Annotated[bool, Flag("--edit", "-e", help="Write the sentence in your editor.")] = False,
    dry_run: Annotated[bool, Flag("--dry-run", help="Show what would be stored, and store nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Record a conversation, as a sentence.

    \b
    lnet log "coffee with Ada yesterday about query plans #sql"
    lnet log "call with Wei; me: send paper by fri; learned: EXPLAIN first"
    """
    clauses = (
        [("me", text) for text in me] + [("them", text) for text in them] + [("learned", text) for text in learned]
    )
    clauses += [("ask", text) for text in asked] + ([("next", planned)] if planned else [])
    with opened() as store, said(store, sentence, amend=amend, edit=edit) as text:
        request = Request(
            text, with_=with_, on=happened(on), via=via, topics=topics,
            goals=[find(store, "goal", goal) for goal in goals],
            event=place(store, "event", event), community=place(store, "community", community),
            project=place(store, "project", project), clauses=clauses, depth=depth_of(depth),
            direction=direction(outbound, inbound), note=note, private=private, create=create, solo=solo,
            debrief=debriefed() if debrief else {}, date_order=settings.date_order,
        )  # fmt: skip
        heard = hear(store, request, asker())
        logged = amended(store, heard, dry_run) if amend else record(store, heard, dry_run=dry_run)
    answer(logged, "log", echo(settings.today), as_json=as_json)


def piped() -> str:
    """What standard input sends; raises UsageError if it is closed."""
    if sys.stdin is None:
        raise UsageError("- reads the sentence from standard input, which is closed")
    return sys.stdin.read()


@contextmanager
def said(store: Store, sentence: Sequence[str] | None, *, amend: bool, edit: bool) -> Iterator[str]:
    """The sentence: the words given, standard input for `-`, the editor for -e, else the prompt."""
    text = piped() if sentence == ["-"] else joined(sentence or ())
    former = last_sentence(store) if amend and not text else text
    if edit:
        from lnet.cli.editor import drafted

        with drafted(former) as written:
            yield written
    elif text or sentence:
        yield text
    else:
        yield asked_for(store, former)


def last_sentence(store: Store) -> str:
    """The sentence of the last log."""
    from lnet.services.logbook import amend

    return amend.last_sentence(store)


def amended(store: Store, heard: Heard, dry_run: bool) -> Logged:
    """What was heard, in place of the last log."""
    from lnet.services.logbook import amend

    return amend.amend(store, heard, dry_run=dry_run)


def asked_for(store: Store, former: str) -> str:
    """The sentence, asked for on the terminal with the former one filled in."""
    if not can_ask():
        raise UsageError("what happened? give a sentence, or - to read standard input", "lnet log --help")
    from lnet.cli.prompt import ask_sentence

    return ask_sentence(store, former)


def asker() -> Ask | None:
    """Whoever can be asked: the person on the terminal, nobody in a script."""
    if not can_ask():
        return None
    from lnet.cli.prompt import Prompt

    return Prompt()


def happened(text: str | None) -> date | None:
    """The day of --on, which must not lie ahead."""
    day = past_day(text)
    if day and day > settings.today:
        raise DateError(str(text), "lies in the future", "use lnet plan")
    return day


def place(store: Store, noun: str, text: str | None) -> int | None:
    """The event, community or project that an option names."""
    return find(store, noun, text) if text else None


def depth_of(text: str | None) -> int | None:
    """1 to 4, given as a number or a name."""
    if text is None:
        return None
    if text in words.DEPTHS:
        return words.DEPTHS.index(text) + 1
    if text in ("1", "2", "3", "4"):
        return int(text)
    raise UsageError(f"--depth '{text}' is not 1 to 4 or one of {', '.join(words.DEPTHS)}")


def direction(outbound: bool, inbound: bool) -> str | None:
    """The direction that the options name; both at once make no sense."""
    if outbound and inbound:
        raise UsageError("--outbound and --inbound exclude each other")
    return "outbound" if outbound else "inbound" if inbound else None


def debriefed() -> dict[str, str]:
    """The answers to the three questions after a conversation; Enter leaves one out."""
    if not can_ask():
        raise UsageError("--debrief asks questions and needs a terminal")
    from lnet.cli.prompt import ask_debrief

    return ask_debrief()
