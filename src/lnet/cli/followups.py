"""`lnet followups`: who to turn to today, and why."""

import sys
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson
from lnet.cli.settings import on_terminal
from lnet.render.human import followups as human
from lnet.services.followups import Morning, counted, morning
from lnet.store.connect import Store

SOMEBODY_LISTED = 10

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def followups(
    all_rows: Annotated[bool, typer.Option("--all", help="Also who can wait, and what there is to settle.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="A daily limit for this once.")] = None,
    line: Annotated[bool, typer.Option("--line", help="One line for a prompt: 3 people, 1 goal.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 10 when anybody is listed.")] = False,
    as_json: AsJson = False,
) -> None:
    """Who to follow up with today, and which goals are stale.

    Example: lnet followups --all
    """
    with opened() as store:
        if limit is not None:
            store.policy = store.policy._replace(daily_limit=limit)
        if line and not as_json:
            found = morning(store)
            sys.stdout.write(f"{counted(found)}\n" if found.people or found.goals else "")
        else:
            found = show_followups(store, whole=all_rows, as_json=as_json)
    if exit_code and found.people:
        raise typer.Exit(SOMEBODY_LISTED)


def show_followups(store: Store, *, whole: bool = False, as_json: bool = False) -> Morning:
    """Show today's list and give it back; on a terminal its rows are remembered for `done 2`."""
    found = morning(store, whole=whole or as_json)
    answer(found, "followups", human.everything if whole else human.today, as_json=as_json)
    if on_terminal() and not as_json:
        from lnet.cli.seen import remember

        shown = (*found.people, *found.later, *found.review) if whole else found.people
        remember(store.path, store.today, [line.who.person.uid for line in shown])
    return found
