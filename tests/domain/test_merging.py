"""Three sides: what had come, what stands here, what comes now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.merging import gained, remembered, taken


@pytest.mark.parametrize(
    ("ours", "base", "theirs", "new", "kept"),
    [
        (None, None, "B", "B", None),  # a gap is filled
        ("A", None, "A", None, None),  # they agree
        ("A", None, "B", None, "B"),  # mine from the start
        ("A", "A", "B", "B", None),  # theirs, and they changed it
        ("A", "A", "A", None, None),
        ("X", "A", "B", None, "B"),  # edited here, changed there
        ("X", "A", "A", None, "A"),  # edited here
        (None, "A", "B", None, "B"),  # cleared here, changed there
        ("", "A", "A", None, "A"),  # cleared here
        ("B", "A", "B", None, None),  # the same edit on both sides
        ("A", "A", None, None, None),  # empty there now: clears nothing
    ],
)
def test_a_single_value(
    ours: str | None, base: str | None, theirs: str | None, new: str | None, kept: str | None
) -> None:
    """Theirs is taken where ours still is what had come."""
    before, now = ({"title": each} if each else {} for each in (base, theirs))
    found = taken({"title": ours}, before, now)
    assert found == ({"title": new} if new else {}, {"title": kept} if kept else {})


SIDE = st.lists(st.sampled_from("abcde"), unique=True)


@given(SIDE, SIDE, SIDE)
def test_a_list_only_grows_by_what_is_new(ours: list[str], base: list[str], theirs: list[str]) -> None:
    """Added is what neither stands here nor had come before; what had come and is missing here was taken away."""
    add, removed = gained(ours, base, theirs, str)
    assert set(add) == set(theirs) - set(ours) - set(base)
    assert set(removed) == (set(theirs) & set(base)) - set(ours)


def test_what_had_come_is_remembered() -> None:
    """A value that is empty now is still known as having come; lists and objects grow."""
    base = {"title": "A", "note": "n", "topics": ["x"], "extra": {"a": "1"}}
    theirs = {"title": "B", "topics": ["y", "x"], "extra": {"b": "2"}}
    assert remembered(base, theirs) == {"title": "B", "note": "n", "topics": ["x", "y"], "extra": {"a": "1", "b": "2"}}
