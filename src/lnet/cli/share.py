"""`lnet share`: a resource, and who gave it to whom."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.fields import filled
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, On, Topics, one_of, past_day
from lnet.domain.vocabulary import RESOURCE_KINDS
from lnet.render.human import resource as human
from lnet.services import sharing
from lnet.services.changes import Changes
from lnet.services.names import resolve_all
from lnet.services.sharing import Between

app = typer.Typer(add_completion=False, rich_markup_mode=None)

What = Annotated[
    list[str],
    typer.Argument(
        metavar="URL...", help="An address, r9 or a title; its words are joined.", click_type=Known("resource")
    ),
]
To = Annotated[list[str], typer.Option("--to", help="To whom; repeatable.", click_type=Known("contact"))]
From = Annotated[list[str], typer.Option("--from", help="From whom; repeatable.", click_type=Known("contact"))]
Title = Annotated[str | None, typer.Option("--title", help="What it is called; else the address stands for it.")]
Kind = Annotated[str | None, one_of(RESOURCE_KINDS, "--kind", help="An article, a book, a talk …")]
NONE: list[str] = []


@app.command(no_args_is_help=True)
def share(
    what: What, to: To = NONE, from_: From = NONE, title: Title = None, topic: Topics = NONE, kind: Kind = None,
    on: On = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note what you shared with somebody, or they with you.

    What is new is saved. A slash or a #part at the end, or utm_… and the like, make no other page of an address, and
    nothing is looked up on the network. Without --to you are told who would care about it.

    Example: lnet share https://example.org/plans --to ada --topic sql
    """
    given = {"title": title, "kind": kind}
    changes = Changes({name: value for name, value in given.items() if value}, topics=filled(topic))
    with opened() as store:
        between = Between(resolve_all(store, to), resolve_all(store, from_))
        result = sharing.share(store, " ".join(what), between, changes, past_day(on))
        answer(result, "share", human.just_shared(store.today), as_json=as_json)
