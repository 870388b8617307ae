"""Which columns hold what people wrote, and how one such text is scrubbed."""

import json
import re
import sqlite3
from functools import cache
from typing import Any

from lnet.domain.forgetting import Traces
from lnet.store.connect import read_sql

JOURNALLED = re.compile(r"^CREATE TRIGGER journal_(\w+)_INSERT", re.MULTILINE)
TABLE = re.compile(r"^CREATE TABLE (\w+) \((.*?)^\)", re.MULTILINE | re.DOTALL)
TEXT = re.compile(r'^\s*"?(\w+)"? TEXT', re.MULTILINE)
# Words of a vocabulary, and days.
LIMITED = re.compile(r'CHECK \("?(\w+)"? (?:IN \(|IS date\()')
NO_TEXT = {
    "uid", "slug", "key", "created_on", "created_at", "updated_at", "tbl", "row_uid", "digest", "birthday", "time",
}  # fmt: skip
OTHERS_OWN = {("contact", "name"), ("nickname", "name"), ("method", "value")}  # a namesake keeps name and telephone


@cache
def journalled_tables() -> tuple[str, ...]:
    """The tables whose changes are journalled."""
    return tuple(JOURNALLED.findall(read_sql("sql/journal.sql")))


@cache
def text_columns() -> dict[str, tuple[str, ...]]:
    """By journalled table the columns in which anything may be written."""
    return {
        table: tuple(name for name in TEXT.findall(body) if is_free(table, name, LIMITED.findall(body)))
        for table, body in TABLE.findall(read_sql("schema.sql"))
        if table in journalled_tables()
    }


def is_free(table: str, column: str, limited: list[str]) -> bool:
    """Whether anything may be written in a column, and it may be replaced."""
    return column not in NO_TEXT.union(limited) and (table, column) not in OTHERS_OWN


def columns_of(db: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a table."""
    return {name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')}


def scrubbed(text: Any, traces: Traces) -> Any:
    """A text of the store without the traces; a list or object of JSON part by part."""
    if not isinstance(text, str):
        return text
    if text[:1] in ("[", "{"):
        try:
            value = json.loads(text)
        except ValueError:
            return traces.scrub(text)
        found = traces.scrub_all(value)
        return text if found == value else json.dumps(found, ensure_ascii=False)
    return traces.scrub(text)
