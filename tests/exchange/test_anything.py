"""Whatever stands in a file: a reader gives back values or refuses the file, and never fails in another way."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.errors import BadInputError
from lnet.exchange.formats import FORMATS
from tests.exchange.reading import items, source
from tests.exchange.test_google import NEW
from tests.exchange.test_outlook import CLASSIC

CELLS = st.text(st.sampled_from("ab1,;\t\"'\n:*@/-=. \x00é\u202e漢"), max_size=30)
TABLES = {
    "google": NEW,
    "outlook": CLASSIC,
    "csv": "Name,Email,Birthday,Circle,Every,Role,Met on,City,uid,slug,extra\n",
}
WORDS = st.sampled_from(
    ["### Friends:", "### Activities:", "### Notes:", "### Locations:", "- 2018-01-04: ", "**Ada**", "_Rome_", "@a:b",
     " (a.k.a. B)", " [C]", "- ", "\n", " ", "x", "**", "_", "@", ":"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["properties", "data", "type", "values", "uuid", "first_name", "nickname", "tags", "birthdate", "date", "messages",
     "emotions", "task", "tasks", "reminder", "address", "contact_field", "note", "call", "conversation", "activity",
     "happened_at", "called_at", "initial_date", "stay_in_touch_frequency", "first_met_date", "is_active", "city"]
)  # fmt: skip
LEAVES = st.sampled_from([None, True, 0, 7, "", "x", "contact", "call", "2026-05-01", "a@x.org", -1.5])
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5))


def reads(name: str, text: str) -> None:
    """Read it, or be refused; and ask whether it is of that format."""
    try:
        FORMATS[name].fits(source(text))
        items(name, text)
    except BadInputError:
        pass


@pytest.mark.parametrize("name", TABLES)
@given(rows=st.lists(st.lists(CELLS, max_size=12).map(",".join), max_size=4))
def test_any_table(name: str, rows: list[str]) -> None:
    """Cells of anything, quotation marks left open, too few and too many of them."""
    reads(name, TABLES[name] + "\n".join(rows))


@given(words=st.lists(WORDS, max_size=30))
def test_any_friends(words: list[str]) -> None:
    """Headings, marks and tags anywhere."""
    reads("friends", "".join(words))


@given(contacts=st.lists(JSON, max_size=3), activities=st.lists(JSON, max_size=2), instance=JSON)
def test_any_monica(contacts: list[Any], activities: list[Any], instance: Any) -> None:
    """Objects of any shape where others are expected."""
    data = [
        {"type": "contact", "values": [{"properties": {"first_name": "A"}, "data": [each]} for each in contacts]},
        {"type": "contact", "values": [each for each in contacts if isinstance(each, dict)]},
        {"type": "activity", "values": activities}, {"type": "relationship", "values": contacts},
    ]  # fmt: skip
    reads("monica", json.dumps({"account": {"data": data, "instance": instance, "properties": instance}}))
    named = [{"first_name": "A", "uuid": "c", **each} for each in contacts if isinstance(each, dict)]
    collections = [{"type": "call", "values": contacts}, {"type": "conversation", "values": contacts}]
    found = [{"properties": each, "data": collections} for each in named]
    reads("monica", json.dumps({"account": {"data": {"contacts": found}}}))
