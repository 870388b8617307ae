"""`lnet health`: the metrics of the network, each with its formula."""

import sys

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Since, past_day
from lnet.render.human import health as human
from lnet.services import health as service

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def health(since: Since = None, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """How the network is doing: each metric with its formula, what it rests on, and what it was before.

    There is no overall score. Below its least number of cases a metric says "too little data". Without --since the last
    year is looked at.

    Example: lnet health --since "3m ago"
    """
    with opened() as store:
        found = service.health(store, past_day(since))
    if as_csv and not as_json:
        from lnet.render.machine import csv_text

        sys.stdout.write(csv_text(found.metrics, "health"))
    else:
        answer(found, "health", human.health, as_json=as_json)
