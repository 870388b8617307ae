"""`lnet community`: associations, forums, meetups you belong to, and who else does."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.newcomers import Create, party
from lnet.cli.opened import opened
from lnet.cli.options import (
    All,
    AsCsv,
    AsJson,
    Known,
    Limit,
    Note,
    On,
    People,
    With,
    Yes,
    future_day,
    named,
    one_of,
    past_day,
)  # fmt: skip
from lnet.domain import vocabulary as words
from lnet.domain.occasions import year_after
from lnet.errors import UsageError
from lnet.render.human import community as human
from lnet.render.human.saved import deleted
from lnet.services import communities
from lnet.services.changes import Changes
from lnet.services.communities import NOUN, Filter
from lnet.services.names import resolve
from lnet.services.references import find, find_all
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.communities import Community

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    help="Communities: associations, forums, meetups you belong to.",
)  # fmt: skip

NewName = Annotated[list[str], typer.Argument(metavar="NAME...", help="The name; its words are joined.")]
Ref = Annotated[str, typer.Argument(metavar="REF", help="c2, 2 or the start of the name.", click_type=Known(NOUN))]
Refs = Annotated[list[str], fields.many(NOUN, "c2, 2 or the start of the name")]
Name = Annotated[str | None, typer.Option("--name", help="Another name.")]
Kind = Annotated[str | None, one_of(words.COMMUNITY_KINDS, "--kind", help="An association, a forum, a meetup …")]
Url = Annotated[str | None, typer.Option("--url", help="Where it is on the web.")]
Joined = Annotated[str | None, typer.Option("--joined", metavar="DATE", help="Since when you belong to it.")]
Renews = Annotated[str | None, typer.Option("--renews", metavar="DATE", help="When the membership is to be renewed.")]
NextRenewal = Annotated[str | None, typer.Option("--by", metavar="DATE", help="The next renewal.")]
NoWith = Annotated[list[str], typer.Option("--no-with", help="Take a person away.", click_type=Known("contact"))]
Belonging = Annotated[str | None, typer.Option("--with", help="Only with this person.", click_type=Known("contact"))]
Remove = Annotated[bool, typer.Option("--remove", help="Let them belong to it no more.")]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "name": ("name", fields.as_typed),
    "kind": ("kind", fields.word_of("kind", words.COMMUNITY_KINDS)),
    "url": ("url", fields.as_typed),
    "joined": ("joined_on", fields.past),
    "renews": ("renews_on", fields.due_day),
    "note": ("note", fields.as_typed),
}
ADDED: fields.Singles = {option: single for option, single in SINGLES.items() if option != "name"}
CLEARED = {"name": "", "kind": "other"}


def changes(store: Store, given: Mapping[str, Any], singles: fields.Singles = SINGLES) -> Changes:
    """What the options say, by their names; those left out change nothing."""
    return fields.changes(store, given, singles, CLEARED)


# Which options were given is read from the context: the names there are those of SINGLES.
@app.command()
def add(
    ctx: typer.Context, name: NewName, kind: Kind = None, url: Url = None, joined: Joined = None,
    renews: Renews = None, with_: With = NONE, note: Note = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Add a community.

    Example: lnet community add "Data Guild" --kind association --joined "3 may" --renews "10 jul"
    """
    with opened() as store:
        result = communities.add(store, " ".join(name), changes(store, ctx.params, ADDED))
        answer(result, "community.add", human.saved("Added", store.today), as_json=as_json)


# Nothing is left out by default; --all is taken all the same, so that every list may be asked alike.
@app.command("list")
def list_(
    kind: Kind = None, member: Belonging = None, everything: All = False, limit: Limit = None, as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Your communities: those to be renewed by their day, the others after them by name.

    Example: lnet community list --kind forum
    """
    with opened() as store:
        wanted = Filter(kind or None, resolve(store, member).id if member else None)
        rows = communities.listed(store, wanted, limit)
        draw = human.listed(store.today, narrowed=wanted != Filter())
    answer_list(rows, "community.list", draw, as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """A community whole: who belongs to it, when it renews, what it gave, what was said in it.

    Example: lnet community show c2
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str]) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, NOUN, named(texts))
    if not ids:
        raise UsageError("no community was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page a community; as JSON one object, or a list for several, with every list whole."""
    from lnet.render.human import community_page
    from lnet.services.community_pages import SHOWN, pages

    found = pages(store, ids, None if as_json else SHOWN)
    data = found[0] if len(found) == 1 else found
    draw = community_page.shown
    answer(data, "community.show", lambda _, screen: draw(found, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, name: Name = None, kind: Kind = None, url: Url = None, joined: Joined = None,
    renews: Renews = None, with_: With = NONE, no_with: NoWith = NONE, note: Note = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change communities: options set or add, --no-with takes away, "" clears; without options a form opens.

    Example: lnet community edit c2 --renews ""
    """
    with opened() as store:
        ids, wanted = found(store, refs), changes(store, ctx.params)
        if wanted.empty:
            edit_ref(store, fields.only(ids), as_json)
        else:
            result = communities.edit(store, ids, wanted)
            answer(result, "community.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def member(ref: Ref, people: People, remove: Remove = False, create: Create = False, as_json: AsJson = False) -> None:
    """Note who belongs to a community; an unknown name is offered for adding.

    Example: lnet community member c2 ada wei
    """
    with opened() as store:
        id, who = find(store, NOUN, ref), party(store, named(people), create=create, leaving=remove)
        result = communities.remove_members(store, id, who) if remove else communities.add_members(store, id, who)
        verb = "Removed from" if remove else "Added to"
        answer(result, "community.member", human.belonging(verb, who.names), as_json=as_json)


@app.command()
def join(refs: Refs, on: On = None, as_json: AsJson = False) -> None:
    """Note that you joined communities, today or on a day.

    Example: lnet community join c2 --on "3 may"
    """
    with opened() as store:
        result = communities.join(store, found(store, refs), past_day(on))
        answer(result, "community.join", human.joined(store.today), as_json=as_json)


@app.command()
def renew(refs: Refs, by: NextRenewal = None, as_json: AsJson = False) -> None:
    """Memberships go on: note when they are to be renewed next.

    Example: lnet community renew c2 --by "10 jul 2027"
    """
    with opened() as store:
        ids, renews_on = found(store, refs), future_day(by)
        if renews_on is None:
            raise UsageError("until when? Name the next renewal", suggestion(store, ids))
        result = communities.renew(store, ids, renews_on)
        answer(result, "community.renew", human.saved("Renewed", store.today), as_json=as_json)


def suggestion(store: Store, ids: Sequence[int]) -> str:
    """The command that renews the first of these communities, for a year from its renewal (else from today)."""
    first = communities.get(store, ids)[0]
    return f"lnet community renew {first.ref} --by {year_after(first.renews_on or store.today)}"


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete communities; their conversations stay. Nothing is asked: undo brings all of it back.

    Example: lnet community delete c2
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one community."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one community."""
    community = communities.get(store, [id])[0]
    before: dict[str, object] = {
        "name": community.name, "kind": community.kind, "url": community.url, "joined": community.joined_on,
        "renews": community.renews_on, "with": [who.slug for who in community.members], "note": community.note,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Community]:
        return communities.edit(store, [id], changes(store, given | {"with_": given.get("with")}))

    result = fields.in_form(f"{community.ref} {community.name}", before, save, long=("note",))
    answer(result, "community.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the communities, in one step."""
    answer(delete_all(store, NOUN, ids), "community.delete", deleted, as_json=as_json)
