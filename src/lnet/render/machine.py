"""Answers for machines: the JSON envelope and CSV. Keys are the field names of the results, never renamed."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from lnet.domain.steering import safe_json
from lnet.render.safe import safe

# What a spreadsheet takes for a formula, and what only looks like one that was marked: a mark can be taken off again.
FORMULA = re.compile("'*[=+@\t-]")


def envelope(command: str, data: Any) -> str:
    """The one JSON envelope of a command that succeeded."""
    body = {"schema": f"lnet.{command}/1", "ok": True, "data": jsonable(data)}
    return safe_json(json.dumps(body, ensure_ascii=False, indent=2))


def jsonable(value: Any) -> Any:
    """A result as JSON knows it: values as objects of their fields, days as ISO text, tuples as lists, paths as text.

    A result that must differ from its fields has a method `as_json()`, which gives back what is shown instead.
    """
    if hasattr(value, "as_json"):
        return jsonable(value.as_json())
    if hasattr(value, "_fields"):
        return {name: jsonable(getattr(value, name)) for name in value._fields}
    if hasattr(value, "__dataclass_fields__"):
        return {name: jsonable(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Mapping):
        return {key: jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, PurePath) else value


def csv_text(rows: Sequence[Any], command: str) -> str:
    """A list of results as CSV, with a header of their field names; for no rows that of the command's list alone."""
    import csv
    import io

    from lnet.render.columns import COLUMNS

    records = [jsonable(row) for row in rows]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(records[0] if records else COLUMNS[command].split())
    writer.writerows([cell(value) for value in record.values()] for record in records)
    return out.getvalue()


def cell(value: Any) -> str:
    """One CSV cell: text made safe, and what a spreadsheet would take for a formula marked with a quote."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = (
            "; ".join(str(item) for item in value) if not any(isinstance(i, dict) for i in value) else json.dumps(value)
        )
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    text = safe(value)
    return f"'{text}" if isinstance(value, str) and FORMULA.match(value) else text


def lines(words: Iterable[str]) -> str:
    """One safe word a line, such as slugs for a pipe."""
    return "".join(f"{safe(word)}\n" for word in words)
