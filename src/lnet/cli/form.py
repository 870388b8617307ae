"""A small text form in the person's editor: "field: value" lines, lists parted by commas, long text after a line.

A draft is never lost: where it cannot be read or stored it is kept, and its path is printed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lnet.cli.editor import drafted
from lnet.cli.settings import can_ask
from lnet.errors import BadInputError, UsageError

T = TypeVar("T")
Texts = Mapping[str, str]
RULE = "--- "


def edited(heading: str, fields: Texts, store: Callable[[dict[str, str]], T], long: Sequence[str] = ()) -> T | None:
    """Let the person change the fields, and hand the changed ones to `store`; None if nothing was changed.

    `long` names the fields that may have several lines. Raises UsageError without a terminal, FileError where the
    editor cannot be run, and what `store` raises, with the path of the draft in the hint.
    """
    if not can_ask():
        raise UsageError("nothing to change", "give options (see --help), or edit on a terminal")
    with drafted(form_text(heading, fields, long)) as text:
        changed = changed_fields(fields, read_form(text, fields, long), long)
        return store(changed) if changed else None


# --- the text of the form ---------------------------------------------------------------------------------------


def form_text(heading: str, fields: Texts, long: Sequence[str] = ()) -> str:
    """The form: a heading of comments, a line a field, then each long field under a line of its own."""
    comments = f"# {one_line(heading)}\n# Change what you like, save and close. An empty field is cleared.\n\n"
    short = "".join(f"{name}: {one_line(text)}".rstrip() + "\n" for name, text in fields.items() if name not in long)
    return comments + short + "".join(f"\n{RULE}{name}\n{fields[name]}\n" for name in fields if name in long)


def read_form(text: str, fields: Texts, long: Sequence[str] = ()) -> dict[str, str]:
    """The fields of a form as they stand in it; a line that was taken out leaves its field as it is.

    Raises BadInputError, naming the line, for one that is no field.
    """
    found: dict[str, list[str]] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        title = line.removeprefix(RULE).strip() if line.startswith(RULE) else ""
        if title in long and title not in found:
            section = title
            found[section] = []
        elif section:
            found[section].append(line)
        elif line.strip() and not line.startswith("#"):
            name, value = field_of(line, number, [name for name in fields if name not in long])
            found[name] = [value]
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def field_of(line: str, number: int, names: Sequence[str]) -> tuple[str, str]:
    """The name and the value of one line; raises BadInputError for a field that the form does not have."""
    name, colon, value = line.partition(":")
    name = name.strip().casefold().replace("_", "-")
    if not colon or name not in names:
        said = line.strip()[:60]
        raise BadInputError(f"line {number} of the form is no field: '{said}'", f"fields: {', '.join(names)}")
    return name, value.strip()


def changed_fields(before: Texts, after: Texts, long: Sequence[str] = ()) -> dict[str, str]:
    """Those that differ, with their new text; white space at the edges is no difference."""
    shown = {name: many_lines(text) if name in long else one_line(text) for name, text in before.items()}
    return {name: text for name, text in after.items() if text != shown[name]}


def many_lines(text: str) -> str:
    return "\n".join(text.splitlines()).strip()


def one_line(text: str) -> str:
    return " ".join(text.split())


def joined(items: Sequence[str]) -> str:
    """A list as one line, parted by commas; by semicolons where an item holds a comma."""
    if any("," in item for item in items):
        return "; ".join(items) + ";" * (len(items) == 1)
    return ", ".join(items)


def parted(text: str) -> list[str]:
    """The items of such a line, without empty ones."""
    return [item.strip() for item in text.split(";" if ";" in text else ",") if item.strip()]


def list_changes(before: str, after: str) -> tuple[list[str], list[str]]:
    """What came and what went between two such lines."""
    old, new = parted(before), parted(after)
    return [item for item in new if item not in old], [item for item in old if item not in new]
