"""The settings there are: their names, defaults and what they may be. Whoever reads or changes one looks here."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lnet.errors import BadInputError, NotFoundError, UsageError

DATE_ORDERS = ("dmy", "mdy", "ymd")
ME = ("names", "emails", "urls")
LISTS = {"me": "Ada Lovelace", "backup": "age1…"}  # tables whose settings are lists, and what stands in one


class Key(NamedTuple):
    """A setting: the table it stands in ("" for none), its name there, and what holds without it."""

    table: str
    field: str
    default: Any

    @property
    def name(self) -> str:
        """Its whole name: "reminders.close_days"."""
        return f"{self.table}.{self.field}" if self.table else self.field

    @property
    def short(self) -> str:
        """A name without a full stop, as TAB can offer it: "close_days", "me_names"."""
        return self.field if self.table in ("", "reminders") else f"{self.table}_{self.field}"

    @property
    def meaning(self) -> str:
        """What it means, in a line."""
        from lnet.cli.meanings import MEANINGS, REMINDERS

        return REMINDERS[self.field] if self.table == "reminders" else MEANINGS[self.name]

    def complaint(self, value: Any) -> str:
        """Why it cannot have this value; "" if it can."""
        if self.table == "reminders":
            from lnet.cli.policy import complaint

            return complaint(self.field, value)
        if self.table in LISTS:
            texts = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
            return "" if texts else f'{self.name} is {value!r}, not a list such as ["{LISTS[self.table]}"]'
        if self.field == "phone_region":
            fits = isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2}", value)
            return "" if fits else f"{self.name} is {value!r}, not the two letters of a country, such as DE"
        return "" if value in DATE_ORDERS else f"{self.name} is {value!r}, not {', '.join(DATE_ORDERS[:-1])} or ymd"

    def from_words(self, words: Sequence[str]) -> Any:
        """The value that was typed, in one word or (for a list) several; raises BadInputError for what it cannot be."""
        if self.table not in LISTS and len(words) > 1:
            raise UsageError(f"{self.name} takes one value")
        value: Any = [*words] if self.table in LISTS else words[0]
        if self.table == "reminders" and words[0].isdecimal() and len(words[0]) < 10:
            value = int(words[0])
        if why := self.complaint(value):
            raise BadInputError(why)
        return value

    def among(self, config: Mapping[str, Any], path: Path) -> Any:
        """Its value in a configuration, else its default; raises BadInputError for a value it cannot have."""
        inside = table(config, self.table, path)
        if self.field not in inside:
            return self.default
        if why := self.complaint(inside[self.field]):
            raise BadInputError(f"{path}: {why}")
        return inside[self.field]


def table(config: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    """A table of a configuration, empty where it is missing ("": the top); raises BadInputError for what is none."""
    found = config.get(name, {}) if name else config
    if not isinstance(found, Mapping):
        raise BadInputError(f"{path}: {name} is a table, such as [{name}] and its settings below it")
    return found


DATE_ORDER = Key("", "date_order", None)
PHONE_REGION = Key("", "phone_region", None)
RECIPIENTS = Key("backup", "recipients", [])


def every() -> list[Key]:
    """All settings: dates, telephones, me and copies first, then the numbers of the rules in their own order."""
    from lnet.domain.policy import Policy

    rules = [Key("reminders", field, default) for field, default in Policy._field_defaults.items()]
    return [DATE_ORDER, PHONE_REGION, *(Key("me", field, []) for field in ME), RECIPIENTS, *rules]


def unknown(config: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    """What a configuration holds that is no setting, by its whole name, in the order of the file."""
    known = {key.name for key in every()}
    tables = {key.table for key in every() if key.table}
    found: list[str] = []
    for name in config:
        found += [f"{name}.{field}" for field in table(config, name, path)] if name in tables else [name]
    return tuple(name for name in found if name not in known)


def find(text: str) -> Key:
    """The setting of this name, whole or short; "-" and "_" are the same.

    Raises NotFoundError with those that are called alike.
    """
    wanted = text.strip().casefold().replace("-", "_")
    known = {name: key for key in every() for name in (key.name, key.short)}
    if wanted in known:
        return known[wanted]
    from difflib import get_close_matches

    close = dict.fromkeys(known[name].name for name in get_close_matches(wanted, known, n=4, cutoff=0.8))
    raise NotFoundError("setting", text, [*close], "lnet config show --all lists them")
