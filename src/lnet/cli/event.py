"""`lnet event`: conferences and other events, and who was met there."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, Known, Limit, Note, Yes, named
from lnet.errors import UsageError
from lnet.render.human import event as human
from lnet.render.human.saved import deleted
from lnet.services import events
from lnet.services.names import resolve_all
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.events import Event

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Events, and who you met there."
)

NewName = Annotated[list[str], typer.Argument(metavar="NAME...", help="The name; its words are joined.")]
Ref = Annotated[
    str, typer.Argument(metavar="EVENT", help="e3, @pycon or the start of the name.", click_type=Known("event"))
]
Refs = Annotated[list[str], fields.many("event", "e3, 3 or the start of the name")]
Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...",
        help="Names, nicknames or slugs; - reads cards, one person a line.",
        click_type=Known("contact"),
    ),
]
Name = Annotated[str | None, typer.Option("--name", help="Another name.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The first day.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last day.")]
Place = Annotated[str | None, typer.Option("--place", help="Where it is.")]
Url = Annotated[str | None, typer.Option("--url", help="Its page.")]
FollowUp = Annotated[
    bool | None, typer.Option("--follow-up/--no-follow-up", help="Flag them to be followed up, or let it be.")
]
Create = Annotated[bool, typer.Option("--create", help="Add people who are not known.")]
Remove = Annotated[bool, typer.Option("--remove", help="They were not met there.")]
MOST = 50

SINGLES: fields.Singles = {
    "name": ("name", fields.as_typed),
    "on": ("starts_on", fields.due_day),
    "until": ("ends_on", fields.due_day),
    "place": ("place", fields.as_typed),
    "url": ("url", fields.as_typed),
    "note": ("note", fields.as_typed),
}
CLEARED = {"name": ""}


# Which options were given is read from the context: the names there are those of SINGLES.
@app.command()
def add(
    ctx: typer.Context, name: NewName, on: On = None, until: Until = None, place: Place = None, url: Url = None,
    note: Note = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Add an event: a conference, a meetup evening, a course week.

    A day without a year lies ahead.

    Example: lnet event add "PyCon 2026" --on "10 jul" --until "12 jul" --place Berlin
    """
    with opened() as store:
        given = {option: value for option, value in ctx.params.items() if option != "name"}
        result = events.add(store, " ".join(name), fields.values(store, given, SINGLES, CLEARED))
        answer(result, "event.add", human.saved("Added", store.today), as_json=as_json)


@app.command("list")
def list_(
    everything: All = False, limit: Limit = MOST, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:  # fmt: skip
    """The events to come, the nearest first; then those that are over, the newest first.

    Example: lnet event list --limit 5
    """
    with opened() as store:
        found = events.listed(store, None if everything else limit)
        answer_list(found, "event.list", human.listed(store.today), as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """An event whole: who was met there, the conversations, what is open, what you learned.

    Example: lnet event show e3
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str]) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = list(dict.fromkeys(events.find(store, text) for text in named(texts)))
    if not ids:
        raise UsageError("no event was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page an event; as JSON one object, or a list for several."""
    from lnet.render.human import event_page
    from lnet.services.event_pages import pages

    found = pages(store, ids, None) if as_json else pages(store, ids)
    data = found[0] if len(found) == 1 else found
    answer(data, "event.show", lambda _, screen: event_page.pages(found, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, name: Name = None, on: On = None, until: Until = None, place: Place = None,
    url: Url = None, note: Note = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change events: options set, "" clears; without options a form opens.

    Example: lnet event edit e3 --until "13 jul" --place "Berlin, Kosmos"
    """
    with opened() as store:
        ids, values = found(store, refs), fields.values(store, ctx.params, SINGLES, CLEARED)
        if not values:
            edit_ref(store, fields.only(ids), as_json)
        else:
            answer(events.edit(store, ids, values), "event.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def meet(
    event: Ref, names: Names, follow_up: FollowUp = None, note: Note = None, create: Create = False,
    remove: Remove = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note whom you met at an event, or flag them later.

    With - it reads cards from standard input, one person a line: Wei Chen <w@x.org> (ETH) #indexes: note.
    Whoever is known by full name or address gets what is new; everybody else is added, since entering a card is adding
    somebody (--create is not needed). A line that is not understood is reported, and the others are taken in.

    Example: lnet event meet PyCon "Ada Lovelace" Ravi --create --follow-up
    """
    from lnet.cli import meeting

    with opened() as store:
        id = events.needed(store, event)
        marked = meeting.mark(follow_up, note)
        if remove:
            result = meeting.remove(store, id, resolve_all(store, named(names)), marked, create=create)
        elif names == ["-"]:
            result = meeting.take_in(store, id, marked)
        else:
            result = meeting.meet(store, id, names, marked, create=create)
    answer(result, "event.meet", meeting.renderer(remove=remove), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete events; the people and conversations stay. Nothing is asked: undo brings all of it back.

    Example: lnet event delete e3
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one event."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one event."""
    (event,) = events.get(store, [id])
    before: dict[str, object] = {
        "name": event.name, "on": event.starts_on, "until": event.ends_on, "place": event.place, "url": event.url,
        "note": event.note,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Event]:
        return events.edit(store, [id], fields.values(store, given, SINGLES, CLEARED))

    result = fields.in_form(f"{event.ref} {event.name}", before, save, long=("note",))
    answer(result, "event.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the events, in one step."""
    answer(delete_all(store, "event", ids), "event.delete", deleted, as_json=as_json)
