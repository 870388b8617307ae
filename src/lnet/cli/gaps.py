"""`lnet gaps`: what is unused or thin, and what to do about it."""

import typer

from lnet.cli.answer import answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Since, past_day
from lnet.render.human import gaps as human
from lnet.services.gaps import suggestions

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def gaps(since: Since = None, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """What your network is not used for yet: at most five suggestions, the most useful first.

    Each has the numbers behind it and the command that begins it; words in capitals are yours to fill in. Without
    --since the last year is looked at.

    Example: lnet gaps --since "6 months ago"
    """
    with opened() as store:
        found = suggestions(store, past_day(since))
    answer_list(found, "gaps", human.suggested, as_json=as_json, as_csv=as_csv)
