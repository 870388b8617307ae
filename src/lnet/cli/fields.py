"""Fields as they are typed, whatever the noun: as options of `add` and `edit`, or as lines of the small form."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import typer

from lnet.cli.options import Known, every_days, future_day, past_day
from lnet.errors import BadInputError, UsageError
from lnet.services.changes import Changes
from lnet.services.names import resolve_all
from lnet.store.connect import Store
from lnet.store.write.rows import Value

Result = TypeVar("Result")
Meaning = Callable[[Store, str], Value]
# By option (`done_when` for --done-when): the column, and what a text means there.
Singles = Mapping[str, tuple[str, Meaning]]


def values(store: Store, given: Mapping[str, Any], singles: Singles, cleared: Mapping[str, Any]) -> dict[str, Value]:
    """The columns that the given options set; an empty text clears (to `cleared`, else to nothing).

    Raises what a value that cannot be taken raises: DateError, DurationError, NotFoundError, BadInputError.
    """
    return {
        column: meaning(store, given[option]) if given[option] != "" else cleared.get(option)
        for option, (column, meaning) in singles.items()
        if given.get(option) is not None
    }


def changes(store: Store, given: Mapping[str, Any], singles: Singles, cleared: Mapping[str, Any]) -> Changes:
    """What the given options change: columns as `values` says, and people and topics, with --no-… taken away."""
    return Changes(
        values(store, given, singles, cleared),
        people=resolve_all(store, filled(given.get("with_"))),
        no_people=resolve_all(store, filled(given.get("no_with"))),
        topics=filled(given.get("topic")),
        no_topics=filled(given.get("no_topic")),
    )


def filled(texts: Sequence[str] | None) -> list[str]:
    """The texts of a repeatable option, without empty ones."""
    return [text for text in texts or () if text.strip()]


def many(noun: str, examples: str) -> Any:
    """The argument of a command that takes many things of a noun."""
    told = f"{examples}; - reads them from standard input."
    return typer.Argument(metavar="REF...", help=told, click_type=Known(noun))


# --- what a text means ------------------------------------------------------------------------------------------


def as_typed(_: Store, text: str) -> Value:
    """The text itself."""
    return text


def due_day(_: Store, text: str) -> Value:
    """A day that something is due, leaning to the future."""
    return future_day(text)


def past(_: Store, text: str) -> Value:
    """A day on which something happened, leaning to the past."""
    return past_day(text)


def day_of(text: str | None) -> date | None:
    """As `past`, of an option that may be missing or empty."""
    return past_day(text)


def yes(text: str) -> bool:
    """ "yes" or "no", as a form has it; raises BadInputError for anything else."""
    word = text.strip().casefold()
    if word not in ("yes", "no"):
        raise BadInputError(f"'{text}' is neither yes nor no")
    return word == "yes"


def rhythm(_: Store, text: str) -> Value:
    """A cadence in days; 0 for "never"."""
    return every_days(text)


def word_of(option: str, allowed: Sequence[str]) -> Meaning:
    """One word of a vocabulary, as the form has it (an option has been checked by then)."""

    def meaning(_: Store, text: str) -> Value:
        word = text.strip().casefold().replace("-", "_").replace(" ", "_")
        if word not in allowed:
            raise BadInputError(f"{option}: '{text}' is none of {', '.join(allowed)}")
        return word

    return meaning


def reference(noun: str) -> Meaning:
    """The id of the thing of a noun that is meant by g3, 3 or the start of its title."""

    def meaning(store: Store, text: str) -> Value:
        from lnet.services.references import find

        return find(store, noun, text)

    return meaning


def person(store: Store, text: str) -> Value:
    """The id of the contact that is meant."""
    from lnet.services.names import resolve

    return resolve(store, text).id


def only(ids: Sequence[int]) -> int:
    """The one thing that a form is for; raises UsageError for several."""
    if len(ids) > 1:
        raise UsageError("the form shows one thing at a time", "name one, or give options (see --help)")
    return ids[0]


# --- the form ---------------------------------------------------------------------------------------------------


def in_form(
    heading: str, before: Mapping[str, object], save: Callable[[dict[str, Any]], Result], long: Sequence[str] = ()
) -> Result | None:
    """Let the person change the fields in their editor and save them as options would; None if nothing was changed.

    A field is a text, a day, a list or None; its name is that of its option. Raises what `form.edited` raises.
    """
    from lnet.cli import form

    texts = {name: shown(value) for name, value in before.items()}
    lists = [name for name, value in before.items() if isinstance(value, list | tuple)]

    def changed(fields: Mapping[str, str]) -> Result:
        given: dict[str, Any] = {}
        for name, text in fields.items():
            option = name.replace("-", "_")
            if name in lists:
                given[option], given[f"no_{option}"] = form.list_changes(texts[name], text)
            else:
                given[option] = text
        return save(given)

    return form.edited(heading, texts, changed, long)


def shown(value: object) -> str:
    """A field as it is typed: a list parted by commas, a day in ISO form, nothing for None."""
    if isinstance(value, list | tuple):
        from lnet.cli.form import joined

        return joined(value)
    return "" if value is None else str(value)
