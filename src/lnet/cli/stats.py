"""`lnet stats`: how much was talked, when, with whom and about what."""

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Since, past_day
from lnet.render.human.stats import shown
from lnet.services.stats import stats as reckon

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def stats(since: Since = None, as_json: AsJson = False) -> None:
    """The conversations of a year in pictures: by week and day, circle, channel, topic and person.

    Piped, they are plain rows of numbers. With --since they are of another period, drawn by month if it is long.

    Example: lnet stats --since "3 months ago"
    """
    with opened() as store:
        found = reckon(store, past_day(since))
    answer(found, "stats", shown, as_json=as_json)
