"""Each table's row as lnet JSON has it: a pydantic model made from the SQLModel table.

An import is held to them, and the JSON Schema is written from them.
"""

import json
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from sqlalchemy import Column, Table

from lnet.store.generate import whole
from lnet.store.tables import Day, Flag, Row

UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"
LARGEST = 2**63 - 1
PATTERNS = {"uid": UUID, "created_at": MOMENT, "updated_at": MOMENT}
NEEDED = ("id", "uid")
MOST_DEPTH = 50


@cache
def twins() -> dict[str, type[BaseModel]]:
    """The models by table, in the order of an export."""
    return {table.name: twin(row, table) for table, row in whole().items()}


def twin(row: type[Row], table: Table) -> type[BaseModel]:
    """The model of one table: its fields in their order, strict, without what only a database knows."""
    words = words_of(table)
    fields: dict[str, Any] = {
        column.name: (kind(row, column, words.get(column.name)), default(column)) for column in table.columns
    }
    config = ConfigDict(strict=True, extra="forbid", title=table.name)
    return create_model(row.__name__, __doc__=row.__doc__, __config__=config, **fields)


def words_of(table: Table) -> dict[str, tuple[str, ...]]:
    """The words that its columns are held to, by column; others are missing."""
    told = [constraint.info for constraint in table.constraints if constraint.info]
    return {each["column"]: each["words"] for each in told}


def kind(row: type[Row], column: Column[Any], words: tuple[str, ...] | None) -> Any:
    """The type of a column's values."""
    if words:
        plain: Any = Literal[words]
    elif column.name == "id" or column.foreign_keys:
        plain = Annotated[int, Field(ge=1, le=LARGEST)]
    elif isinstance(column.type, Day):
        plain = date
    elif column.name in PATTERNS:
        plain = Annotated[str, Field(pattern=PATTERNS[column.name])]
    elif isinstance(column.type, Flag) or not column.nullable:
        plain = row.model_fields[column.name].annotation
    else:
        return row.model_fields[column.name].annotation
    return plain | None if column.nullable and column.name != "id" else plain


def default(column: Column[Any]) -> Any:
    """Whether it must be given: an export of an older lnet may lack what came later, and what may be empty."""
    if column.name in NEEDED or (not column.nullable and column.server_default is None):
        return ...
    return None


class Found(NamedTuple):
    """What a check found: why this is no row of the table ("" if it is one), and columns that lnet does not know."""

    why: str = ""
    unknown: tuple[str, ...] = ()


def check(table: str, value: object, text: str) -> Found:
    """Hold a row of an export, and the text it was written as, against its table."""
    try:
        twins()[table].model_validate_json(text)
        unknown: tuple[str, ...] = ()
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False, include_context=False)
        unknown = tuple(str(each["loc"][0]) for each in wrong if each["type"] == "extra_forbidden")
        for each in wrong:
            if each["type"] != "extra_forbidden":
                return Found(": ".join((*map(str, each["loc"]), each["msg"].lower())), unknown)
    return Found(unstorable(value, text), unknown)


def unstorable(value: Any, text: str) -> str:
    """Why a row of the right shape cannot be stored all the same; "" if it can."""
    if "\\u0000" in text and holds_nul(value):  # the text alone may be about it
        return "it holds a NUL"
    if "[" not in text and text.count("{") == 1:
        return ""
    nested = [each for each in value.values() if isinstance(each, list | dict) and each]
    if any(depth(each) > MOST_DEPTH for each in nested):
        return f"it is nested more than {MOST_DEPTH} deep"
    try:
        json.dumps(nested, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:  # half a surrogate pair, or a number beyond all numbers
        return "it holds what is neither text nor number"
    return ""


def holds_nul(value: Any) -> bool:
    """Whether a text in it, or a name of a member, has the character that no text may have."""
    if isinstance(value, dict):
        return any(map(holds_nul, (*value, *value.values())))
    return any(map(holds_nul, value)) if isinstance(value, list) else isinstance(value, str) and "\0" in value


def depth(value: Any) -> int:
    """How many lists and objects stand in each other at most."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inside), default=0) if isinstance(value, dict | list) else 0
