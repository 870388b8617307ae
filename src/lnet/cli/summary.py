"""`lnet summary`: the network as a page of Markdown, for oneself, a mentor or anybody."""

import sys
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.files import read_text, refuse_the_store, replace_file
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Since, one_of, past_day
from lnet.exchange.graph_mermaid import mermaid
from lnet.render.human.summary import page
from lnet.render.machine import lines
from lnet.services.summary import page_of, told
from lnet.services.summary.values import Summary
from lnet.store.connect import Store
from lnet.store.read.summary.page import AUDIENCES, ME, Page

app = typer.Typer(add_completion=False, rich_markup_mode=None)

TEMPLATE = typer.Option("--template", metavar="FILE", help="A page of your own, as a template in Jinja2.")
PRINT = typer.Option("--print-template", help="Print the template of the page, to start your own from.")
PREVIEW = typer.Option("--preview", help="Only tell what is left out, and which words to check; nothing is written.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write it into this file; - is standard output.")
FOR = one_of(AUDIENCES, "--for", help="Who will read it; for others, names and private things are left out.")


@app.command()
def summary(
    since: Since = None, output: Annotated[str | None, OUTPUT] = None, audience: Annotated[str, FOR] = ME,
    preview: Annotated[bool, PREVIEW] = False, template: Annotated[str | None, TEMPLATE] = None,
    print_template: Annotated[bool, PRINT] = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """The network as Markdown: goals and who helps, what you learned from whom, giving back, the next month.

    Example: lnet summary --for mentor -o network.md
    """
    if print_template:
        template = default_template()
        if as_json:
            answer(template, "summary.template", lambda _, __: None, as_json=True)
        else:
            sys.stdout.write(template)
        return
    with opened() as store:
        read = page_of(store, past_day(since), audience)
        if preview:
            show_preview(store, read, as_json=as_json)
            return
        found = told(store, read).summary
        text = written(found, template)
        file = None if output == "-" else output
        if file is not None:
            refuse_the_store(file, store.path)
            replace_file(file, text)
    if as_json:
        answer(found, "summary", lambda _, __: None, as_json=True)
    else:
        sys.stdout.write(lines([f"Wrote {file}"]) if file is not None else text)


def default_template() -> str:
    """The template of the page."""
    from lnet.render.template import default_template

    return default_template()


def written(found: Summary, template: str | None) -> str:
    """The page, as it is or as a template has it."""
    picture = mermaid(found.network) if found.network.nodes else ""
    if template is None:
        return page(found, picture)
    from lnet.render.template import filled

    return filled(read_text(template), template, found, picture)


def show_preview(store: Store, read: Page, *, as_json: bool) -> None:
    """Tell what the page leaves out."""
    from lnet.render.human.preview import preview as human
    from lnet.services.summary.preview import preview

    answer(preview(store, read), "summary.preview", human, as_json=as_json)
