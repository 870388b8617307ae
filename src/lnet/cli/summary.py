"""`lnet summary`: the network as a page of Markdown, for oneself, a mentor or anybody."""

import sys
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.files import refuse_the_store, replace_file
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Since, one_of, past_day
from lnet.render.human.summary import page
from lnet.render.machine import lines
from lnet.services.summary import summary as summarise
from lnet.store.read.summary import AUDIENCES, ME

app = typer.Typer(add_completion=False, rich_markup_mode=None)

OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file; - is standard output.")
FOR = one_of(AUDIENCES, "--for", help="Who will read it; for others, names and private things are left out.")


@app.command()
def summary(
    since: Since = None, output: Annotated[str | None, OUTPUT] = None, audience: Annotated[str, FOR] = ME,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """The network as Markdown: goals, what you learned and from whom, conversations, promises.

    Example: lnet summary --for mentor -o network.md
    """
    with opened() as store:
        found = summarise(store, past_day(since), audience)
        file = None if output == "-" else output
        if file is not None:
            refuse_the_store(file, store.path)
    if file is not None:
        replace_file(file, page(found))
    if as_json:
        answer(found, "summary", lambda _, __: None, as_json=True)
    else:
        sys.stdout.write(page(found) if file is None else lines([f"Wrote {file}"]))
