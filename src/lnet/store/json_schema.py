"""The JSON Schema of lnet JSON, made from the tables: `python -m lnet.store.json_schema` (`--check`: only compare)."""

import json
import sys
from pathlib import Path
from typing import Any

from lnet.store.connect import SCHEMA_VERSION
from lnet.store.twins import MOMENT, UUID, twins

PAGE = Path(__file__).parents[3] / "docs" / "formats" / "lnet.schema.json"
TEXT = {"type": "string"}
HEADER = {
    "schema": {"const": f"lnet.store/{SCHEMA_VERSION}"},
    "exported_at": {"type": "string", "pattern": MOMENT},
    "lnet_version": TEXT,
    "device": {"type": "object", "properties": {"uid": {"type": "string", "pattern": UUID}, "name": TEXT}},
}


def json_schema() -> str:
    """The schema, of draft 2020-12: the header, and for each table the list of its rows."""
    rows = {table: bare(twin.model_json_schema()) for table, twin in twins().items()}
    lists = {table: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}} for table in rows}
    data = {"type": "object", "properties": lists, "required": list(lists), "additionalProperties": False}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "lnet JSON: a whole store",
        "type": "object",
        "properties": {**HEADER, "data": data},
        "required": [*HEADER, "data"],
        "additionalProperties": False,
        "$defs": rows,
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def bare(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a row, all of whose fields an export holds, without what pydantic says of its own model."""
    fields = {
        name: {key: each[key] for key in each if key not in ("title", "default")}
        for name, each in schema["properties"].items()
    }
    return {**schema, "properties": fields, "required": list(fields)}


def main(arguments: list[str]) -> int:
    """Write the file; with --check say whether it is what the tables say, by the exit status."""
    text = json_schema()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{PAGE.name} has drifted: python -m lnet.store.json_schema\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
