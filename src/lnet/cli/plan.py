"""`lnet plan`: a conversation to come, as a sentence; without one, what is planned."""

from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Goals, Note, Topics, Via, With
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
    moment,
    request,
    said,
)
from lnet.errors import UsageError
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)
NONE: list[str] = []
OF_THE_LIST = ("as_csv", "as_json")


# What the options say is read from the context: the names there are those of `sentence.request`.
@app.command()
def plan(
    ctx: typer.Context,
    sentence: Annotated[
        list[str] | None, typer.Argument(metavar="[SENTENCE]", help="What is to come; - reads standard input.")
    ] = None,
    with_: With = NONE,
    on: Annotated[str | None, Flag("--on", metavar="DATE", help="When it is to be; a time may follow.")] = None,
    via: Via = None,
    topics: Topics = NONE,
    goals: Goals = NONE,
    event: Event = None,
    community: Community = None,
    project: Project = None,
    me: Me = NONE,
    them: Them = NONE,
    ask: Annotated[list[str], Flag("--ask", help="What you want to ask then; repeatable.")] = NONE,
    note: Note = None,
    private: Private = False,
    create: Create = False,
    solo: Solo = False,
    edit: InEditor = False,
    dry_run: DryRun = False,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Plan a conversation, as a sentence with a day; without one, list what is planned.

    Whoever it is with is not reminded of by rhythm meanwhile, and a later log or done with them fulfils it.

    \b
    lnet plan "coffee with Ada fri 15:00 about indexes"
    lnet plan
    """
    given = any(value for name, value in ctx.params.items() if name not in OF_THE_LIST)
    if given and as_csv:
        raise UsageError("--csv is for the list", "lnet plan --csv")
    with opened() as store:
        if not given:
            list_plans(store, as_csv, as_json)
            return
        from lnet.render.human.log import echo
        from lnet.services.logbook.hear import hear
        from lnet.services.logbook.record import record

        day, time = moment(on, ahead=True)
        with said(store, "plan", sentence, edit=edit) as text:
            asked = request(store, text, ctx.params)._replace(on=day, time=time, planned=True)
            planned = record(store, hear(store, asked, asker()), dry_run=dry_run)
    answer(planned, "plan", echo(settings.today), as_json=as_json)


def list_plans(store: Store, as_csv: bool, as_json: bool) -> None:
    """What is planned."""
    from lnet.render.human import plan as human
    from lnet.services.interactions import open_plans

    answer_list(open_plans(store), "plan", human.listed(store.today), as_json=as_json, as_csv=as_csv)
