"""`lnet contact add` and `edit`: the same fields, as options or in a form."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from lnet.cli import contact_fields as fields
from lnet.cli.answer import answer
from lnet.cli.contact_fields import (
    Aims,
    Birthday,
    Emails,
    Field,
    Handles,
    IntroducedBy,
    Location,
    Met,
    MetOn,
    Nicks,
    NoAims,
    NoEmails,
    NoHandles,
    NoNicks,
    NoPhones,
    NoRoles,
    NoUrls,
    Org,
    Phones,
    Share,
    Title,
    Urls,
)
from lnet.cli.fields import in_form
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Circle, Every, Note, NoTopics, People, Roles, Topics, named
from lnet.domain.birthdays import show_birthday
from lnet.domain.facts import NEVER
from lnet.domain.vocabulary import METHOD_KINDS
from lnet.errors import UsageError
from lnet.render.human import contact as human
from lnet.services import contacts
from lnet.services.contacts import Saved
from lnet.services.names import Who, resolve_all
from lnet.store.connect import Store

NewName = Annotated[list[str], typer.Argument(metavar="NAME...", help="The name; its words are joined.")]
NONE: list[str] = []


# Which options were given is read from the context: the names there are those of `contact_fields`.
def add(
    ctx: typer.Context, name: NewName, nick: Nicks = NONE, role: Roles = NONE, aim: Aims = NONE, circle: Circle = None,
    every: Every = None, org: Org = None, field: Field = None, title: Title = None, location: Location = None,
    topic: Topics = NONE, email: Emails = NONE, phone: Phones = NONE, url: Urls = NONE, handle: Handles = NONE,
    met: Met = None, met_on: MetOn = None, introduced_by: IntroducedBy = None, birthday: Birthday = None,
    share: Share = None, note: Note = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Add a person.

    Example: lnet add Ada Lovelace --circle close --topic sql --met "EuroPython"
    """
    with opened() as store:
        given = {option: value for option, value in ctx.params.items() if option != "name"}
        result = contacts.add(store, " ".join(name), fields.changes(store, given))
    answer(result, "contact.add", human.saved("Added"), as_json=as_json)


def edit(
    ctx: typer.Context, people: People, nick: Nicks = NONE, no_nick: NoNicks = NONE, role: Roles = NONE,
    no_role: NoRoles = NONE, aim: Aims = NONE, no_aim: NoAims = NONE, circle: Circle = None, every: Every = None,
    org: Org = None, field: Field = None, title: Title = None, location: Location = None, topic: Topics = NONE,
    no_topic: NoTopics = NONE, email: Emails = NONE, no_email: NoEmails = NONE, phone: Phones = NONE,
    no_phone: NoPhones = NONE, url: Urls = NONE, no_url: NoUrls = NONE, handle: Handles = NONE,
    no_handle: NoHandles = NONE, met: Met = None, met_on: MetOn = None, introduced_by: IntroducedBy = None,
    birthday: Birthday = None, share: Share = None, note: Note = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change people, by options or in a form.

    Options add or set, --no-… takes away, "" clears; without options a form opens in your editor.

    Example: lnet contact edit ada --topic sql --no-role peer --org ""
    """
    with opened() as store:
        changes, those = fields.changes(store, ctx.params), found(store, people)
        if changes.empty:
            edit_in_form(store, those, as_json)
        else:
            answer(contacts.edit(store, those, changes), "contact.edit", human.saved("Changed"), as_json=as_json)


def found(store: Store, texts: Sequence[str]) -> list[Who]:
    """The people of a positional that takes many; raises UsageError if standard input named nobody."""
    people = resolve_all(store, named(texts))
    if not people:
        raise UsageError("nobody was named")
    return people


# --- the form ---------------------------------------------------------------------------------------------------


def edit_in_form(store: Store, people: list[Who], as_json: bool = False) -> None:
    """The form of one person; raises UsageError for several."""
    if len(people) > 1:
        raise UsageError("the form shows one person at a time", "name one, or give options (see --help)")
    edit_form(store, people[0], as_json)


def edit_form(store: Store, who: Who, as_json: bool = False) -> None:
    """Open the form of a person, store what was changed and answer."""

    def save(given: dict[str, Any]) -> Saved:
        return contacts.edit(store, [who], fields.changes(store, given))

    result = in_form(f"{who.name} ({who.slug})", form_fields(store, who), save, long=("note",))
    answer(result, "contact.edit", human.edited, as_json=as_json)


def form_fields(store: Store, who: Who) -> dict[str, object]:
    """A person as a form: what the options of `edit` are called, and what they would have said."""
    contact = contacts.get(store, who).contact
    methods = contacts.methods(store, who)
    ways = {kind: [method.value for method in methods if method.kind == kind] for kind in METHOD_KINDS}
    return {
        "name": contact.name, "nick": contact.nicknames, "role": contact.roles, "aim": contact.aims,
        "topic": contact.topics, **ways, "circle": contact.circle, "every": every_text(contact.every_days),
        "org": contact.organisation, "field": contact.field, "title": contact.title, "location": contact.location,
        "met": contact.how_met, "met-on": contact.met_on, "introduced-by": contact.introduced_by,
        "birthday": contact.birthday and show_birthday(contact.birthday), "share": contact.share, "note": contact.note,
    }  # fmt: skip


def every_text(days: int | None) -> str:
    """A cadence set by hand as it is typed: "30d", "never", "" for none."""
    if days is None:
        return ""
    return "never" if days == NEVER else f"{days}d"
