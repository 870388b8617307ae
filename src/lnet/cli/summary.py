"""`lnet summary`: the network as a page of Markdown, for oneself, a mentor or anybody."""

import sys
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.files import read_text, refuse_the_store, replace_file
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Since, one_of, past_day
from lnet.cli.settings import on_terminal
from lnet.render.human.summary import filled, page
from lnet.render.machine import lines
from lnet.services.summary import summary as summarise
from lnet.store.read.summary import AUDIENCES, ME

app = typer.Typer(add_completion=False, rich_markup_mode=None)

TEMPLATE = typer.Option("--template", metavar="FILE", help="A page of your own with {{goals}}, {{learned}} … in it.")
PREVIEW = typer.Option("--preview", help="Only look at the page: nothing is written.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file; - is standard output.")
FOR = one_of(AUDIENCES, "--for", help="Who will read it; for others, names and private things are left out.")


@app.command()
def summary(
    since: Since = None, output: Annotated[str | None, OUTPUT] = None, audience: Annotated[str, FOR] = ME,
    template: Annotated[str | None, TEMPLATE] = None, preview: Annotated[bool, PREVIEW] = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """The network as Markdown: goals, what you learned and from whom, conversations, promises.

    Example: lnet summary --for mentor -o network.md
    """
    with opened() as store:
        found = summarise(store, past_day(since), audience)
        text = filled(read_text(template), found) if template else page(found)
        file = None if preview or output == "-" else output
        if file is not None:
            refuse_the_store(file, store.path)
            replace_file(file, text)
    if as_json:
        answer(found, "summary", lambda _, __: None, as_json=True)
    elif file is not None:
        sys.stdout.write(lines([f"Wrote {file}"]))
    elif preview and on_terminal():
        draw(text)
    else:
        sys.stdout.write(text)


def draw(text: str) -> None:
    """Show a page as a reader of Markdown does."""
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text))
