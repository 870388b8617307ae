"""`lnet resource`: what is worth reading, watching or using, and who gave it to whom."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import AsCsv, AsJson, Known, Limit, Note, NoTopics, Topics, With, Yes, named, one_of
from lnet.domain.vocabulary import RESOURCE_KINDS
from lnet.errors import UsageError
from lnet.render.human import resource as human
from lnet.render.human.saved import deleted
from lnet.services import resources
from lnet.services.changes import Changes
from lnet.services.names import resolve_all
from lnet.services.references import find_all
from lnet.services.resources import Filter
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.resources import Resource

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="What is worth reading, watching or using."
)

NewTitle = Annotated[list[str], typer.Argument(metavar="TITLE...", help="The title; its words are joined.")]
Refs = Annotated[list[str], fields.many("resource", "r9, 9 or the start of the title")]
Title = Annotated[str | None, typer.Option("--title", help="Another title.")]
Url = Annotated[str | None, typer.Option("--url", help="Where it is to be found.")]
Kind = Annotated[str | None, one_of(RESOURCE_KINDS, "--kind", help="An article, a book, a talk …")]
NoWith = Annotated[
    list[str], typer.Option("--no-with", help="Take away that a person gave or got it.", click_type=Known("contact"))
]
Topic = Annotated[str | None, typer.Option("--topic", "-t", help="Only with this topic.", click_type=Known("topic"))]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "title": ("title", fields.as_typed),
    "url": ("url", fields.as_typed),
    "kind": ("kind", fields.word_of("kind", RESOURCE_KINDS)),
    "note": ("note", fields.as_typed),
}
CLEARED = {"title": "", "kind": "other"}


def changes(store: Store, given: Mapping[str, Any]) -> Changes:
    """What the options say, by their names; those left out change nothing."""
    return fields.changes(store, given, SINGLES, CLEARED)


@app.command()
def add(
    ctx: typer.Context, name: NewTitle, url: Url = None, kind: Kind = None, topic: Topics = NONE, note: Note = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Save something worth reading, watching or using; `share` does it in one step, with an address.

    Example: lnet resource add "Use The Index, Luke" --url https://use-the-index-luke.com --kind book --topic sql
    """
    with opened() as store:
        result = resources.add(store, " ".join(name), changes(store, ctx.params))
    answer(result, "resource.add", human.saved("Saved"), as_json=as_json)


@app.command("list")
def list_(
    topic: Topic = None, kind: Kind = None, with_: With = NONE, limit: Limit = None, as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """What you saved, the newest first.

    Example: lnet resource list --topic sql
    """
    with opened() as store:
        wanted = Filter(topic or None, kind or None, [who.id for who in resolve_all(store, with_)])
        rows = resources.listed(store, wanted, limit)
    answer_list(rows, "resource.list", human.listed(narrowed=any(wanted)), as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """A resource whole: from whom, to whom, what you learned from it, and who else would care.

    Example: lnet resource show r9
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str]) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, "resource", named(texts))
    if not ids:
        raise UsageError("no resource was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page a resource; as JSON one object, or a list for several."""
    pages = [resources.page(store, id) for id in ids]
    data = pages[0] if len(pages) == 1 else pages
    answer(data, "resource.show", lambda _, screen: human.pages(pages, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, title: Title = None, url: Url = None, kind: Kind = None, topic: Topics = NONE,
    no_topic: NoTopics = NONE, note: Note = None, no_with: NoWith = NONE, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change resources: options set or add, --no-… takes away, "" clears; without options a form opens.

    Example: lnet resource edit r9 --title "Use The Index, Luke" --no-topic sql
    """
    with opened() as store:
        ids, wanted = found(store, refs), changes(store, ctx.params)
        if wanted.empty:
            edit_ref(store, fields.only(ids), as_json)
        else:
            answer(resources.edit(store, ids, wanted), "resource.edit", human.saved("Changed"), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete resources. Nothing is asked: undo brings all of it back.

    Example: lnet resource delete r9
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one resource."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one resource."""
    (resource,) = resources.get(store, [id])
    before: dict[str, object] = {
        "title": resource.title, "url": resource.url, "kind": resource.kind, "topic": resource.topics,
        "note": resource.note,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Resource]:
        return resources.edit(store, [id], changes(store, given))

    result = fields.in_form(resource.ref, before, save, long=["note"])
    answer(result, "resource.edit", human.edited, as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the resources, in one step."""
    answer(delete_all(store, "resource", ids), "resource.delete", deleted, as_json=as_json)
