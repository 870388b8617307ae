"""`lnet learn`: what you learned, and from whom."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Goal, Known, On, Topics, one_of, past_day
from lnet.domain import vocabulary as words
from lnet.render.human import insight as human
from lnet.services import insights
from lnet.services.insights import Links
from lnet.services.names import resolve
from lnet.services.references import find
from lnet.store.connect import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Words = Annotated[list[str], typer.Argument(metavar="TEXT...", help="What you learned; its words are joined.")]
From = Annotated[str | None, typer.Option("--from", metavar="NAME", help="From whom.", click_type=Known("contact"))]
Kind = Annotated[str | None, one_of(words.INSIGHT_KINDS, "--kind", help="An idea, a practice, a trend or a fact.")]
Stance = Annotated[str | None, one_of(words.STANCES, "--stance", help="What it does to what you thought before.")]
Resource = Annotated[
    str | None, typer.Option("--resource", help="What you read or watched.", click_type=Known("resource"))
]
NONE: list[str] = []


@app.command()
def learn(
    ctx: typer.Context, text: Words, from_: From = None, goal: Goal = None, kind: Kind = None, stance: Stance = None,
    topic: Topics = NONE, resource: Resource = None, on: On = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note what you learned.

    Example: lnet learn "EXPLAIN before any index" --from ada --kind practice --topic sql
    """
    command = "insight add" if ctx.info_name == "add" else "learn"
    with opened() as store:
        result = insights.add(
            store, " ".join(text), links(store, from_, goal, resource), kind=kind or "idea", stance=stance or None,
            topics=topic, on=past_day(on), command=command,
        )  # fmt: skip
        answer(result, command.replace(" ", "."), human.saved("Learned", store.today), as_json=as_json)


def links(store: Store, person: str | None, goal: str | None, resource: str | None) -> Links:
    """What an insight hangs on, as the options name it."""
    return Links(
        resolve(store, person).id if person else None,
        find(store, "goal", goal) if goal else None,
        find(store, "resource", resource) if resource else None,
    )
