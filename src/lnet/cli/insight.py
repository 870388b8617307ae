"""`lnet insight`: what you learned, and whether you used it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.learn import From, Kind, Resource, Stance, learn
from lnet.cli.opened import opened
from lnet.cli.options import (
    AsCsv,
    AsJson,
    Goal,
    Known,
    Limit,
    NoTopics,
    On,
    Since,
    Topics,
    Yes,
    named,
    one_of,
    past_day,
)  # fmt: skip
from lnet.domain import vocabulary as words
from lnet.errors import UsageError
from lnet.render.human import insight as human
from lnet.render.human.saved import deleted
from lnet.services import insights
from lnet.services.changes import Changes
from lnet.services.insights import Filter
from lnet.services.names import resolve
from lnet.services.references import find, find_all, ref
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.insights import Insight

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="What you learned, and whether you used it."
)
app.command("add")(learn)

Refs = Annotated[list[str], fields.many("insight", "n12, 12 or the start of the text")]
Text = Annotated[str | None, typer.Option("--text", help="Other words.")]
Realised = Annotated[bool, typer.Option("--realised", help="It has paid off.")]
Topic = Annotated[str | None, typer.Option("--topic", "-t", help="Only with this topic.", click_type=Known("topic"))]
Worth = Annotated[str | None, one_of(words.VALUES, "--value", help="Only potential, applied or realised.")]
Applied = Annotated[bool | None, typer.Option("--applied/--unapplied", help="Only what you have used, or have not.")]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "text": ("text", fields.as_typed),
    "from_": ("contact_id", fields.person),
    "goal": ("goal_id", fields.reference("goal")),
    "kind": ("kind", fields.word_of("kind", words.INSIGHT_KINDS)),
    "stance": ("stance", fields.word_of("stance", words.STANCES)),
    "resource": ("resource_id", fields.reference("resource")),
    "on": ("learned_on", fields.past),
}
CLEARED = {"text": "", "kind": "idea"}
CHANGED_MIND = "changed_mind"


def changes(store: Store, given: Mapping[str, Any]) -> Changes:
    """What the options say, by their names; those left out change nothing."""
    return fields.changes(store, given, SINGLES, CLEARED)


@app.command("list")
def list_(
    from_: From = None, goal: Goal = None, topic: Topic = None, kind: Kind = None, stance: Stance = None,
    value: Worth = None, applied: Applied = None, since: Since = None, limit: Limit = None, as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """What you learned, the newest first; with --stance changed_mind a log of where you changed your mind.

    Example: lnet insight list --topic sql --unapplied
    """
    with opened() as store:
        wanted = Filter(
            resolve(store, from_).slug if from_ else None, ref("goal", find(store, "goal", goal)) if goal else None,
            topic, kind or None, stance or None, value or None, past_day(since), applied,
        )  # fmt: skip
        rows = insights.listed(store, wanted, limit)
        draw = human.changes(store.today) if stance == CHANGED_MIND else human.listed(narrowed=wanted != Filter())
    answer_list(rows, "insight.list", draw, as_json=as_json, as_csv=as_csv)


@app.command()
def digest(since: Since = None, topic: Topic = None, as_json: AsJson = False) -> None:
    """Trends and practices of the last 90 days by topic, as Markdown: what moves, and how others work.

    Example: lnet insight digest --since "1 jan" --topic sql
    """
    with opened() as store:
        found = insights.digest(store, past_day(since), topic)
    answer(found, "insight.digest", human.digest, as_json=as_json)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """An insight whole: from whom, for what, and whether it was applied.

    Example: lnet insight show n12
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str]) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, "insight", named(texts))
    if not ids:
        raise UsageError("no insight was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page an insight; as JSON one object, or a list for several."""
    rows = insights.get(store, ids)
    data = rows[0] if len(rows) == 1 else rows
    answer(data, "insight.show", lambda _, screen: human.pages(rows, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, text: Text = None, from_: From = None, goal: Goal = None, kind: Kind = None,
    stance: Stance = None, topic: Topics = NONE, no_topic: NoTopics = NONE, resource: Resource = None, on: On = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change insights: options set or add, --no-topic takes away, "" clears; without options a form opens.

    Example: lnet insight edit n12 --stance challenges
    """
    with opened() as store:
        ids, wanted = found(store, refs), changes(store, ctx.params)
        if wanted.empty:
            edit_ref(store, fields.only(ids), as_json)
        else:
            result = insights.edit(store, ids, wanted)
            answer(result, "insight.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def apply(refs: Refs, realised: Realised = False, on: On = None, as_json: AsJson = False) -> None:
    """Insights you have used; with --realised: which have paid off.

    Example: lnet insight apply n12
    """
    with opened() as store:
        value = "realised" if realised else "applied"
        result = insights.apply(store, found(store, refs), value, past_day(on))
        answer(result, "insight.apply", human.saved(value.capitalize(), store.today), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete insights. Nothing is asked: undo brings all of it back.

    Example: lnet insight delete n12
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one insight."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one insight."""
    insight = insights.get(store, [id])[0]
    before: dict[str, object] = {
        "text": insight.text, "from": insight.slug, "goal": insight.goal, "kind": insight.kind,
        "stance": insight.stance, "topic": insight.topics, "resource": insight.resource, "on": insight.on,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Insight]:
        return insights.edit(store, [id], changes(store, given | {"from_": given.get("from")}))

    result = fields.in_form(insight.ref, before, save)
    answer(result, "insight.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the insights, in one step."""
    answer(delete_all(store, "insight", ids), "insight.delete", deleted, as_json=as_json)
