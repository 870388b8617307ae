"""`lnet find WORDS…`: everything that was written, by its words."""

from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Known, Limit, Since, Until, one_of, past_day
from lnet.render.human import find as human
from lnet.services.find import DEFAULT_LIMIT
from lnet.services.find import find as look
from lnet.services.names import resolve
from lnet.store.read.search import KINDS

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words that must all be there, as they stand.")]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="NAME", help="Only what they have to do with.", click_type=Known("contact")),
]
Kinds = Annotated[list[str], one_of(KINDS, "--kind", help="Only this kind of thing; repeatable.")]

NO_KINDS: list[str] = []


@app.command()
def find(
    words: Words, kind: Kinds = NO_KINDS, with_: With = None, since: Since = None, until: Until = None,
    limit: Limit = None, as_json: AsJson = False, as_csv: AsCsv = False,
) -> None:  # fmt: skip
    """Search everything that was written, newest first; people come first.

    All the words must be there; where there is none just so, words that begin so are looked for.

    Example: lnet find query plans --with ada --since "3 months ago"
    """
    with opened() as store:
        most = DEFAULT_LIMIT if limit is None else limit
        person = resolve(store, with_).id if with_ else None
        days = {"since": past_day(since), "until": past_day(until)}
        found = look(store, words, kinds=kind, **days, person=person, limit=most)
    if as_json or as_csv:
        answer_list(found.hits, "find", lambda _, __: None, as_json=as_json, as_csv=as_csv)
    else:
        answer(found, "find", human.listed)
