"""`lnet contact mentor`: what was agreed with a mentor."""

from datetime import date
from typing import Annotated, Any

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.contact_edit import found
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, People, future_day, one_of, past_day
from lnet.domain import vocabulary as words
from lnet.errors import DateError, UsageError

Every = Annotated[str | None, typer.Option("--every", metavar="DURATION", help="How often: 30d, 2w, 3m.")]
Purpose = Annotated[str | None, typer.Option("--purpose", help="What you learn from them.")]
Functions = Annotated[list[str], one_of(words.MENTOR_FUNCTIONS, "--function", help="What they help with; repeatable.")]
Since = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When it began; today, if not said.")]
Review = Annotated[str | None, typer.Option("--review", metavar="DATE", help="When to look at it again.")]
End = Annotated[bool, typer.Option("--end", help="End it today; the role stays.")]


def mentor(
    people: People, every: Every = None, purpose: Purpose = None, function: Functions = [],  # noqa: B006
    on: Since = None, review: Review = None, end: End = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Agree with a mentor how often, and what for.

    Somebody who has an agreement keeps it, with what is given changed; without options it is shown.

    Example: lnet contact mentor ada --every 30d --purpose "query planners" --function career
    """
    from lnet.render.human import mentor as human
    from lnet.services import mentors

    given = values(every, purpose, function, on, review)
    if end and given:
        raise UsageError("--end stands alone", "lnet contact mentor --help")
    with opened() as store:
        those = found(store, people)
        result = mentors.end(store, those) if end else mentors.agree(store, those, given)
    answer(result, "contact.mentor", human.shown(settings.today), as_json=as_json)


def values(
    every: str | None, purpose: str | None, functions: list[str], on: str | None, review: str | None
) -> dict[str, Any]:  # fmt: skip
    """What is agreed, as far as it is given; an empty text clears."""
    from lnet.domain.dates import read_days

    given: dict[str, Any] = {
        "every_days": read_days(every) if every is not None else None, "purpose": purpose,
        "functions": list(dict.fromkeys(filter(None, functions))) if functions else None,
        "starts_on": past_day(on),
    }  # fmt: skip
    given = {name: value for name, value in given.items() if value is not None}
    return given if review is None else given | {"review_on": review_day(review)}


def review_day(text: str) -> date | None:
    """The day of review, which lies ahead; None clears it."""
    day = future_day(text)
    if day and day < settings.today:
        raise DateError(text, "that is past")
    return day
