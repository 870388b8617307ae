"""Whether a text speaks of a topic."""

import pytest

from lnet.domain.subjects import speaks_of, stem, stems


@pytest.mark.parametrize(
    ("text", "topic", "speaks"),
    [
        ("write a book on query planning", "query-plans", True),
        ("learn Rust", "rust", True),
        ("index my tables", "indexes", True),
        ("get better at testing", "tests", True),
        ("dig into databases", "database", True),
        ("become an engineering manager", "management", False),
        ("plan a journey", "query-plans", False),
        ("trust people more", "rust", False),
        ("say less", "le", False),
        ("apprendre le français", "francais", True),
        ("学习数据库", "学习数据库", True),
        ("anything", "🎯", False),
        ("", "sql", False),
    ],
)
def test_a_text_speaks_of_a_topic_by_the_stems_of_its_words(text: str, topic: str, speaks: bool) -> None:
    """Every word of the topic, whatever its ending; never a part of a longer word."""
    assert speaks_of(stems(text), stems(topic)) is speaks


def test_endings_are_taken_off_where_a_stem_remains() -> None:
    """Three letters at least; a double consonant that the ending brought goes too."""
    assert {stem(word) for word in ("plan", "plans", "planned", "planning", "planners")} == {"plan"}
    assert [stem(word) for word in ("sql", "us", "class", "process", "call")] == [
        "sql",
        "us",
        "class",
        "process",
        "call",
    ]
