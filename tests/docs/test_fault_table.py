"""The page that says where each fault is tested."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_every_test_of_the_fault_table_exists() -> None:
    """Each is named by its module and its function."""
    page = (TESTS / "fault-table.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", page)
    assert len(named) > 30
    missing = [f"{path}::{name}" for path, name in named if f"def {name}(" not in (TESTS / path).read_text("utf-8")]
    assert missing == []
