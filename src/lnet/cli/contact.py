"""`lnet contact`: the people of the network."""

from collections.abc import Sequence
from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.contact_edit import add, edit, edit_form, found
from lnet.cli.contact_know import know
from lnet.cli.contact_mentor import mentor
from lnet.cli.contact_twins import distinct, duplicates, merge
from lnet.cli.opened import opened
from lnet.cli.options import (
    All,
    AsCsv,
    AsJson,
    AsSlugs,
    Known,
    Limit,
    People,
    Person,
    Yes,
    one_of,
)
from lnet.domain import vocabulary as words
from lnet.render.human import contact as human
from lnet.services import contacts
from lnet.services.contacts import Changes
from lnet.services.names import Who, numbered, resolve
from lnet.services.people import Filter, listed
from lnet.store.connect import Store

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="People: add, list, show, edit, pause."
)
app.command("add")(add)
app.command("edit")(edit)
app.command("mentor")(mentor)
app.command("know")(know)
app.command("duplicates")(duplicates)
app.command("merge")(merge)
app.command("distinct")(distinct)

Circle = Annotated[str | None, one_of(words.CIRCLES, "--circle", help="Only in this circle.")]
Role = Annotated[str | None, one_of(words.ROLES, "--role", help="Only with this role.")]
Topic = Annotated[str | None, typer.Option("--topic", "-t", help="Only with this topic.", click_type=Known("topic"))]
Org = Annotated[str | None, typer.Option("--org", help="Only of organisations with this in their name.")]
Field = Annotated[str | None, typer.Option("--field", help="Only of fields with this in their name.")]
Community = Annotated[str | None, typer.Option("--community", help="Only its members.", click_type=Known("community"))]
Event = Annotated[str | None, typer.Option("--event", help="Only those met there.", click_type=Known("event"))]
Status = Annotated[str | None, one_of(words.CONTACT_STATUSES, "--status", help="Only of this status.")]
Due = Annotated[bool, typer.Option("--due", help="Only those whose cadence has come due.")]
Book = Annotated[bool, typer.Option("--address-book", help="The address book alone: imported, not taken in yet.")]
Sort = Annotated[str, one_of(("name", "last", "due"), "--sort", help="By name, last conversation or due day.")]
TopicWords = Annotated[list[str], typer.Argument(metavar="TOPIC...", help="Topics.", click_type=Known("topic"))]
Remove = Annotated[bool, typer.Option("--remove", help="Take them away instead.")]
NewName = Annotated[list[str], typer.Argument(metavar="NEW...", help="The new name.")]


@app.command("list")
def list_(
    circle: Circle = None, role: Role = None, topic: Topic = None, org: Org = None, field: Field = None,
    community: Community = None, event: Event = None, status: Status = None, due: Due = False,
    everybody: All = False, address_book: Book = False, sort: Sort = "name", limit: Limit = None,
    slugs: AsSlugs = False, as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """The people of the network.

    The archived and the address book are left out, unless asked for.

    Example: lnet contact list --circle close --sort due
    """
    with opened() as store:
        wanted = Filter(
            circle=circle or None, role=role or None, topic=topic, organisation=org, field=field, status=status or None,
            community=id_of(store, "community", community), event=id_of(store, "event", event),
            due=due, everybody=everybody, address_book=address_book,
        )  # fmt: skip
        cards = listed(store, wanted, sort, limit)
    if slugs:
        typer.echo(human.slugs(cards), nl=False)
    else:
        draw = human.listed(narrowed=wanted != Filter(everybody=everybody))
        answer_list(cards, "contact.list", draw, as_json=as_json, as_csv=as_csv)


def id_of(store: Store, noun: str, text: str | None) -> int | None:
    """The id of a community or an event that an option names; None if it was not given."""
    if not text:
        return None
    from lnet.services import events, references

    return events.find(store, text) if noun == "event" else references.find(store, noun, text)


@app.command()
def show(people: People, as_json: AsJson = False) -> None:
    """A person whole.

    How to reach them, what is open between you, the last conversations, what came of them.

    Example: lnet contact show ada
    """
    with opened() as store:
        answer_pages(store, found(store, people), as_json)


def answer_pages(store: Store, people: Sequence[Who], as_json: bool) -> None:
    """One page a person; as JSON one object, or a list for several."""
    from lnet.render.human import contact_page
    from lnet.services.pages import page

    pages = [page(store, who, None) if as_json else page(store, who) for who in people]
    answer(pages[0] if len(pages) == 1 else pages, "contact.show", contact_page.shown, as_json=as_json)


@app.command()
def rename(person: Person, name: NewName, as_json: AsJson = False) -> None:
    """Give somebody another name.

    Their slug and everything linked to them stay.

    Example: lnet contact rename ada "Ada King"
    """
    with opened() as store:
        result = contacts.rename(store, resolve(store, person), " ".join(name))
    answer(result, "contact.rename", human.saved("Renamed:"), as_json=as_json)


@app.command()
def tag(person: Person, topics: TopicWords, remove: Remove = False, as_json: AsJson = False) -> None:
    """Note topics that somebody knows or cares about.

    Example: lnet contact tag ada sql databases
    """
    changes = Changes({}, no_topics=topics) if remove else Changes({}, topics=topics)
    with opened() as store:
        result = contacts.edit(store, found(store, [person]), changes, "contact tag")
    answer(result, "contact.tag", human.saved("Tagged"), as_json=as_json)


@app.command()
def pause(people: People, as_json: AsJson = False) -> None:
    """No reminders by rhythm for a while.

    Promises, events and planned conversations still count.

    Example: lnet contact pause ada
    """
    set_status(people, "paused", "pause", "Paused", as_json)


@app.command()
def quiet(people: People, as_json: AsJson = False) -> None:
    """Only promises and plans are reminded of.

    Example: lnet contact quiet ada
    """
    set_status(people, "quiet", "quiet", "Quiet:", as_json)


@app.command()
def resume(people: People, as_json: AsJson = False) -> None:
    """Reminders as usual again.

    Ends pause, quiet and archive.

    Example: lnet contact resume ada
    """
    set_status(people, "active", "resume", "Resumed", as_json)


@app.command()
def archive(people: People, as_json: AsJson = False) -> None:
    """Keep all that was written, and never be reminded.

    Example: lnet contact archive ada
    """
    set_status(people, "archived", "archive", "Archived", as_json)


def set_status(people: Sequence[str], status: str, command: str, verb: str, as_json: bool) -> None:
    with opened() as store:
        result = contacts.set_status(store, found(store, people), status, f"contact {command}")
    answer(result, f"contact.{command}", human.saved(verb), as_json=as_json)


@app.command()
def delete(people: People, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete people.

    The conversations only they took part in go too. Nothing is asked: undo brings all of it back.

    Example: lnet contact delete ada
    """
    with opened() as store:
        delete_ref(store, [who.id for who in found(store, people)], as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one contact."""
    answer_pages(store, [numbered(store, id)], as_json)


def edit_ref(store: Store, id: int) -> None:
    """The form of one contact."""
    edit_form(store, numbered(store, id))


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the contacts, in one step."""
    result = contacts.delete_all(store, [numbered(store, id) for id in ids])
    answer(result, "contact.delete", human.deleted, as_json=as_json)
