"""The fields of a contact as they are typed: the options of `add` and `edit`, the lines of the form, what they mean."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import typer

from lnet.cli.fields import Singles, as_typed, filled, person, rhythm, values, word_of
from lnet.cli.options import Known, one_of, past_day
from lnet.domain import vocabulary as words
from lnet.domain.birthdays import read_birthday
from lnet.errors import BadInputError
from lnet.services.contacts import Changes
from lnet.services.saved import happened
from lnet.store.connect import Store
from lnet.store.write.rows import Value

Nicks = Annotated[list[str], typer.Option("--nick", help="Another name they go by; repeatable.")]
Aims = Annotated[list[str], typer.Option("--aim", help="What they want to learn or reach; repeatable.")]
Org = Annotated[str | None, typer.Option("--org", help="Their organisation.")]
Field = Annotated[str | None, typer.Option("--field", help="Their field.")]
Title = Annotated[str | None, typer.Option("--title", help="Their job title.")]
Location = Annotated[str | None, typer.Option("--location", help="Where they live or work.")]
Emails = Annotated[list[str], typer.Option("--email", help="An email address; repeatable.")]
Phones = Annotated[list[str], typer.Option("--phone", help="A phone number; repeatable.")]
Urls = Annotated[list[str], typer.Option("--url", help="A web page or profile; repeatable.")]
Handles = Annotated[list[str], typer.Option("--handle", help="A name on some network; repeatable.")]
Met = Annotated[str | None, typer.Option("--met", help="How you met.")]
MetOn = Annotated[str | None, typer.Option("--met-on", metavar="DATE", help="When you met.")]
IntroducedBy = Annotated[
    str | None, typer.Option("--introduced-by", metavar="NAME", help="Who introduced you.", click_type=Known("contact"))
]
Birthday = Annotated[str | None, typer.Option("--birthday", metavar="DAY", help="1990-04-15, or 04-15 (no year).")]
Share = Annotated[str | None, one_of(words.SHARES, "--share", help="How they appear in what you share.")]
NoNicks = Annotated[list[str], typer.Option("--no-nick", help="Take a nickname away.")]
NoAims = Annotated[list[str], typer.Option("--no-aim", help="Take an aim away.")]
NoRoles = Annotated[list[str], one_of(words.ROLES, "--no-role", help="Take a role away.")]
NoEmails = Annotated[list[str], typer.Option("--no-email", help="Take an email address away.")]
NoPhones = Annotated[list[str], typer.Option("--no-phone", help="Take a phone number away.")]
NoUrls = Annotated[list[str], typer.Option("--no-url", help="Take a web page away.")]
NoHandles = Annotated[list[str], typer.Option("--no-handle", help="Take a handle away.")]


def changes(store: Store, given: Mapping[str, Any]) -> Changes:
    """What the options say, by their names (`no_topic` for --no-topic); those left out change nothing.

    Raises what a value that cannot be taken raises: DateError, DurationError, NotFoundError, BadInputError.
    """
    lists = {
        f"{prefix}{field}": [str(meaning(store, text)) for text in filled(given.get(f"{prefix}{option}"))]
        for option, (field, meaning) in LISTS.items()
        for prefix in ("", "no_")
    }
    methods, no_methods = ways(given, ""), ways(given, "no_")
    return Changes(values(store, given, SINGLES, CLEARED), **lists, methods=methods, no_methods=no_methods)


def ways(given: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    """The methods that the options name, as kind and value."""
    return [(kind, method(kind, value)) for kind in words.METHOD_KINDS for value in filled(given.get(prefix + kind))]


# --- what a text means ------------------------------------------------------------------------------------------


def method(kind: str, value: str) -> str:
    """A way to reach somebody; raises BadInputError for an email address or phone number that cannot be one."""
    if kind == "email" and ("@" not in value.strip().strip("@") or len(value.split()) != 1):
        raise BadInputError(f"'{value}' is not an email address")
    if kind == "phone" and not any(character.isdigit() for character in value):
        raise BadInputError(f"'{value}' is not a phone number")
    return value


def met_day(store: Store, text: str) -> date | None:
    """The day they met; raises DateError for one to come."""
    return happened(past_day(text), store.today) if text else None


# By option: the column, and what the text means there.
SINGLES: Singles = {
    "name": ("name", as_typed),
    "circle": ("circle", word_of("circle", words.CIRCLES)),
    "every": ("every_days", rhythm),
    "org": ("organisation", as_typed),
    "field": ("field", as_typed),
    "title": ("title", as_typed),
    "location": ("location", as_typed),
    "met": ("how_met", as_typed),
    "met_on": ("met_on", met_day),
    "introduced_by": ("introduced_by", person),
    "birthday": ("birthday", lambda store, text: read_birthday(text, store.today)),
    "share": ("share", word_of("share", words.SHARES)),
    "note": ("note", as_typed),
}
CLEARED: dict[str, Value] = {"share": "alias"}  # everything else is empty when it is cleared
LISTS: Singles = {
    "nick": ("nicknames", as_typed),
    "role": ("roles", word_of("role", words.ROLES)),
    "aim": ("aims", as_typed),
    "topic": ("topics", as_typed),
}
