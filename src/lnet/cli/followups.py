"""`lnet followups`: who to turn to today, and why."""

import sys
from datetime import date
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, future_day
from lnet.cli.settings import on_terminal
from lnet.errors import UsageError
from lnet.render.human import followups as human
from lnet.services.followups import Morning, coming, counted, morning
from lnet.store.connect import Store

SOMEBODY_LISTED = 10
DAYS_MOST = 366

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The list of another day.")]
Days = Annotated[int | None, typer.Option("--days", min=1, max=DAYS_MOST, help="What the next N days bring.")]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def followups(
    all_rows: Annotated[bool, typer.Option("--all", help="Also who can wait, and what there is to settle.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="A daily limit for this once.")] = None,
    as_of: AsOf = None,
    days: Days = None,
    line: Annotated[bool, typer.Option("--line", help="One line for a prompt: 3 people, 1 goal.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 10 when anybody is listed.")] = False,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Who to follow up with today, and which goals are stale.

    Example: lnet followups --all
    """
    if days is not None and (as_of is not None or line or as_csv):
        raise UsageError("--days stands alone: neither --as-of, --line nor --csv goes with it")
    with opened() as store:
        if limit is not None:
            store.policy = store.policy._replace(daily_limit=limit)
        day = future_day(as_of)
        if line and not as_json:
            found = morning(store, today=day)
            sys.stdout.write(f"{counted(found)}\n" if found.people or found.goals else "")
        elif days is not None:
            found = show_coming(store, days, as_json=as_json)
        else:
            found = show_followups(store, whole=all_rows, as_json=as_json, as_csv=as_csv, today=day)
    if exit_code and found.people:
        raise typer.Exit(SOMEBODY_LISTED)


def show_coming(store: Store, days: int, *, as_json: bool = False) -> Morning:
    """Show what the days to come bring; gives back today's list, to which the JSON adds them."""
    from lnet.render.human.coming import coming as human_coming

    found = morning(store, whole=as_json)._replace(coming=coming(store, days))
    answer(found, "followups", human_coming(days), as_json=as_json)
    return found


def show_followups(
    store: Store, *, whole: bool = False, as_json: bool = False, as_csv: bool = False, today: date | None = None
) -> Morning:
    """Show the list of a day (today's) and give it back; on a terminal its rows are remembered for `done 2`."""
    found = morning(store, whole=whole or as_json, today=today)
    if as_csv and not as_json:
        from lnet.render.machine import csv_text

        rows = [line.as_record() for line in (*found.people, *found.later, *found.review)]
        sys.stdout.write(csv_text(rows, "followups"))
        return found
    answer(found, "followups", human.everything if whole else human.today, as_json=as_json)
    if on_terminal() and not as_json and found.plan.as_of == store.today:
        from lnet.cli.seen import remember

        shown = (*found.people, *found.later, *found.review) if whole else found.people
        remember(store.path, store.today, [line.who.person.uid for line in shown])
    return found
