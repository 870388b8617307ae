"""`lnet away`: days that do not count."""

import re
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import AsJson
from lnet.domain.dates import FUTURE, read_date, read_last
from lnet.errors import UsageError
from lnet.render.human import away as human
from lnet.services import away as service

app = typer.Typer(add_completion=False, rich_markup_mode=None)

From = Annotated[str, typer.Argument(metavar="FROM", help="The first day; past ones too, such as 'last mon'.")]
To = Annotated[str, typer.Argument(metavar="TO", help="The last day, or how long: 2w.")]
Listed = Annotated[bool, typer.Option("--list", help="Show what is noted (also without any argument).")]
DELETE = typer.Option("--delete", metavar="REF", help="Let days count again: a number of the list, or a day in it.")


@app.command()
def away(
    first: From = "",
    last: To = "",
    listed: Listed = False,
    delete: Annotated[str | None, DELETE] = None,
    as_json: AsJson = False,
) -> None:
    """Note days that do not count for any reminder, both ends included: holidays, illness.

    A bare weekday is the coming one; as the last day it is the first such day from the first one on.

    Example: lnet away "1 aug" 2w
    """
    if first and (listed or delete is not None):
        raise UsageError("FROM and TO note an absence; --list and --delete stand alone")
    if delete is not None:
        remove(delete, as_json)
    elif first:
        note(first, last, as_json)
    else:
        with opened() as store:
            answer(service.listed(store), "away", human.listed(store.today), as_json=as_json)


def note(first: str, last: str, as_json: bool) -> None:
    """Note an absence; raises UsageError where its end is missing."""
    today, order = settings.today, settings.date_order
    from_on = read_date(first, today, FUTURE, order)
    if not last:
        raise UsageError("until when?", "give the last day, or how long: 2w; a single day is 1d")
    to_on = read_last(last, from_on, today, order)
    with opened() as store:
        answer(service.add(store, from_on, to_on), "away", human.noted(today), as_json=as_json)


def remove(text: str, as_json: bool) -> None:
    """Delete the absence of this number, or the one in which this day lies."""
    today = settings.today
    number = re.fullmatch("[0-9]{1,7}", text.strip(), re.ASCII)
    meant = int(text) if number else read_date(text, today, FUTURE, settings.date_order)
    with opened() as store:
        answer(service.remove(store, meant), "away", human.deleted(today), as_json=as_json)
