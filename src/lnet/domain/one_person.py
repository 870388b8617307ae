"""Two contacts that turned out to be one person: what the one who is kept holds afterwards, column by column.

What only one of them said is kept. Where both said something else the kept one's word stands, and the other is told.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lnet.domain.birthdays import show_birthday
from lnet.domain.names import clean, key
from lnet.domain.vocabulary import SHARES

# The columns of a contact, days as ISO text, lists and objects as such; `introducer` is the name behind introduced_by.
Row = Mapping[str, Any]
Rule = Callable[[Row, Row, str], Any]


class Difference(NamedTuple):
    """A field in which two contacts said different things: what was `kept`, and what the `other` said."""

    field: str
    kept: Any
    other: Any


def united(keep: Row, other: Row) -> dict[str, Any]:
    """The columns of the kept contact after the merge, all that a rule stands for."""
    return {column: rule(keep, other, column) for column, rule in RULES.items()}


def differences(keep: Row, other: Row, after: Row, today: str) -> list[Difference]:
    """What the other said that did not come over: fields in which both said something, in their order."""
    said = [
        column for column in TOLD if tells(other, column, today) and not alike(column, after[column], other[column])
    ]
    found = [Difference(column, shown(column, after[column]), shown(column, other[column])) for column in said]
    if not key(other["name"]) and clean(other["name"]) != keep["name"]:  # nobody is found by such a nickname
        found.insert(0, Difference("name", keep["name"], other["name"]))
    if other["introduced_by"] not in (None, keep["id"], after["introduced_by"]):
        found.append(Difference("introduced_by", keep["introducer"], other["introducer"]))
    if keep["share"] != other["share"]:
        found.append(Difference("share", after["share"], max(keep["share"], other["share"], key=SHARES.index)))
    return found + extra_differences(after["extra"], other["extra"])


def extra_differences(kept: Row, other: Row, within: str = "") -> list[Difference]:
    """The values without a field of their own that differ, by their path in `extra`."""
    found = []
    for name, theirs in other.items():
        mine, path = kept.get(name), f"{within}{name}"
        if isinstance(theirs, Mapping) and isinstance(mine, Mapping):
            found += extra_differences(mine, theirs, f"{path} ")
        elif mine != theirs:
            found.append(Difference(path, mine, theirs))
    return found


def tells(other: Row, column: str, today: str) -> bool:
    """Whether the other says anything there: a status that mutes, a snooze that still lasts, a value at all."""
    value: str | int | None = other[column]
    if column == "snooze_until":
        return str(value or "") > today
    return value not in (None, "", "active")


def alike(column: str, kept: Any, other: Any) -> bool:
    """Whether nothing is lost: the same value, the same words, a birthday that only lacks its year."""
    if kept == other or not isinstance(kept, str):
        return bool(kept == other)
    if column == "birthday":
        return other.startswith("--") and kept.endswith(other[2:])
    return key(kept) == key(other) != ""


def shown(column: str, value: Any) -> Any:
    """A value as it is typed."""
    return show_birthday(value) if column == "birthday" else value


# --- the rules --------------------------------------------------------------------------------------------------


def mine(keep: Row, other: Row, column: str) -> Any:
    """What the kept one says, whatever the other does."""
    return keep[column]


def filled(keep: Row, other: Row, column: str) -> Any:
    """What the kept one says, else what the other does."""
    return other[column] if keep[column] in (None, "") else keep[column]


def of_rhythm(keep: Row, other: Row, column: str) -> Any:
    """What goes with a rhythm: the kept one's if they have one (a circle, a cadence set by hand), else the other's."""
    has = keep["circle"] is not None or keep["every_days"] is not None
    return keep[column] if has else filled(keep, other, column)


def earliest(keep: Row, other: Row, column: str) -> Any:
    """The first of the two days; the only one there is; None for none."""
    return min((each[column] for each in (keep, other) if each[column]), default=None)


def latest(keep: Row, other: Row, column: str) -> Any:
    """The last of the two days; None for none."""
    return max((each[column] for each in (keep, other) if each[column]), default=None)


def birthday(keep: Row, other: Row, column: str) -> Any:
    """As `filled`; the one that knows its year where both are the same day."""
    mine, theirs = keep[column], other[column]
    same_day = mine and theirs and mine.startswith("--") and theirs.endswith(mine[2:])
    return theirs if same_day else mine or theirs


def introduced_by(keep: Row, other: Row, column: str) -> Any:
    """Who introduced them (an id), but for one of the two themselves."""
    both = (keep["id"], other["id"])
    return next((each[column] for each in (keep, other) if each[column] not in (None, *both)), None)


def more_careful(keep: Row, other: Row, column: str) -> Any:
    """never before alias before name."""
    return min(keep[column], other[column], key=SHARES.index)


def both_texts(keep: Row, other: Row, column: str) -> Any:
    """Both notes, parted by a blank line; one where the other holds nothing new."""
    return joined(keep[column], other[column], "\n\n")


def joined(mine: str | None, theirs: str | None, between: str = "; ") -> str | None:
    """Both texts; one where the other is empty or says nothing new."""
    if not theirs or not mine:
        return mine or theirs
    return mine if theirs in (mine, *mine.split(between)) else f"{mine}{between}{theirs}"


def both_lists(keep: Row, other: Row, column: str) -> Any:
    """The lines of both, each once."""
    found = {each.casefold(): each for each in (*other[column], *keep[column])}  # the kept one's spelling
    order = dict.fromkeys(each.casefold() for each in (*keep[column], *other[column]))
    return [found[each] for each in order]


def both_objects(keep: Row, other: Row, column: str) -> Any:
    """All that either holds, the kept one's where both do."""
    return deep(keep[column], other[column])


def deep(mine: Row, theirs: Row) -> dict[str, Any]:
    """Two objects as one, objects within them too."""
    found = {**theirs, **mine}
    for name in mine.keys() & theirs.keys():
        if isinstance(mine[name], Mapping) and isinstance(theirs[name], Mapping):
            found[name] = deep(mine[name], theirs[name])
    return found


def only_both(keep: Row, other: Row, column: str) -> Any:
    """Who was added by hand once is no longer merely imported."""
    return keep[column] if other[column] is not None else None


RULES: Mapping[str, Rule] = {
    "created_on": earliest, "aims": both_lists, "field": filled, "organisation": filled, "title": filled,
    "location": filled, "how_met": filled, "met_on": earliest, "introduced_by": introduced_by, "circle": filled,
    "every_days": of_rhythm, "status": mine, "snooze_until": of_rhythm, "snoozed_on": of_rhythm, "clock_from": latest,
    "first_due": of_rhythm, "birthday": birthday, "share": more_careful, "note": both_texts,
    "imported_from": only_both, "extra": both_objects,
}  # fmt: skip
TOLD = (
    "organisation", "title", "field", "location", "how_met", "birthday", "circle", "every_days", "status",
    "snooze_until",
)  # fmt: skip
STAYS = ("id", "uid", "created_at", "updated_at", "name", "key", "slug")  # the kept one's own, whatever comes
