"""`lnet log`: a conversation, as a sentence."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Goals, Note, On, Topics, Via, With
from lnet.cli.sentence import (
    Community,
    Create,
    DryRun,
    Event,
    Flag,
    InEditor,
    Me,
    Private,
    Project,
    Solo,
    Them,
    asker,
    depth_of,
    moment,
    request,
    said,
)
from lnet.cli.settings import can_ask
from lnet.errors import UsageError
from lnet.render.human.log import echo
from lnet.services.logbook.hear import Heard, hear
from lnet.services.logbook.record import Logged, record
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)
NONE: list[str] = []


# What the options say is read from the context: the names there are those of `sentence.request`.
@app.command()
def log(
    ctx: typer.Context,
    sentence: Annotated[
        list[str] | None, typer.Argument(metavar="SENTENCE", help="What happened; - reads standard input.")
    ] = None,
    with_: With = NONE,
    on: On = None,
    via: Via = None,
    topics: Topics = NONE,
    goals: Goals = NONE,
    event: Event = None,
    community: Community = None,
    project: Project = None,
    me: Me = NONE,
    them: Them = NONE,
    learned: Annotated[list[str], Flag("--learned", help="What you learned; repeatable.")] = NONE,
    ask: Annotated[list[str], Flag("--ask", help="A question for next time; repeatable.")] = NONE,
    next_: Annotated[str | None, Flag("--next", metavar="DATE", help="Plan the next conversation.")] = None,
    depth: Annotated[str | None, Flag("--depth", help="1 ambient, 2 chat, 3 substantive, 4 deep.")] = None,
    outbound: Annotated[bool, Flag("--outbound", help="You wrote, they have not answered.")] = False,
    inbound: Annotated[bool, Flag("--inbound", help="They came to you.")] = False,
    note: Note = None,
    private: Private = False,
    create: Create = False,
    solo: Solo = False,
    debrief: Annotated[bool, Flag("--debrief", help="Ask for their words, differences, a question.")] = False,
    amend: Annotated[bool, Flag("--amend", help="Say the last log again.")] = False,
    edit: InEditor = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Record a conversation, as a sentence.

    \b
    lnet log "coffee with Ada yesterday about query plans #sql"
    lnet log "call with Wei; me: send paper by fri; learned: EXPLAIN first"
    """
    day, time = moment(on)
    with opened() as store:
        former = last_sentence(store) if amend and not sentence else ""
        with said(store, "log", sentence, edit=edit, former=former) as text:
            asked = request(store, text, ctx.params)
            asked = asked._replace(
                on=day, time=time, clauses=[*asked.clauses, *([("next", next_)] if next_ else [])],
                depth=depth_of(depth), direction=direction(outbound, inbound), debrief=debriefed() if debrief else {},
            )  # fmt: skip
            heard = hear(store, asked, asker())
            logged = amended(store, heard, dry_run) if amend else record(store, heard, dry_run=dry_run)
    answer(logged, "log", echo(settings.today), as_json=as_json)


def last_sentence(store: Store) -> str:
    """The sentence of the last log."""
    from lnet.services.logbook import amend

    return amend.last_sentence(store)


def amended(store: Store, heard: Heard, dry_run: bool) -> Logged:
    """What was heard, in place of the last log."""
    from lnet.services.logbook import amend

    return amend.amend(store, heard, dry_run=dry_run)


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
