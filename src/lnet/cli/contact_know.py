"""`lnet contact know`: who knows whom."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.contact_edit import found
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, People, Person
from lnet.errors import UsageError
from lnet.services.names import resolve

Introduced = Annotated[bool, typer.Option("--introduced", help="You introduced them to each other.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take it away.")]


def know(
    person: Person, others: People, introduced: Introduced = False, remove: Remove = False, as_json: AsJson = False
) -> None:
    """Note that somebody knows others, and they them.

    Example: lnet contact know ada wei --introduced
    """
    from lnet.render.human import acquaintance as human
    from lnet.services import acquaintances

    if remove and introduced:
        raise UsageError("--remove and --introduced exclude each other")
    with opened() as store:
        who, those = resolve(store, person), found(store, others)
        change = acquaintances.forget if remove else acquaintances.introduce if introduced else acquaintances.know
        result = change(store, who, those)
    said = ("No longer noted: ", "knows") if remove else ("Introduced ", "to") if introduced else ("", "knows")
    answer(result, "contact.know", human.noted(*said, [each.name for each in those]), as_json=as_json)
