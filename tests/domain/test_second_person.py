"""What was noted about somebody, said to them."""

import pytest

from lnet.domain.second_person import to_you


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("send the paper", "send the paper"),
        ("send her the paper", "send you the paper"),
        ("send him it", "send you it"),
        ("review her draft", "review your draft"),
        ("read their thesis", "read your thesis"),
        ("introduce her to Wei", "introduce you to Wei"),
        ("call her", "call you"),
        ("call her.", "call you."),
        ("send Ada the paper", "send you the paper"),
        ("send Ada Lovelace the paper", "send you the paper"),
        ("read Ada's draft", "read your draft"),
        ("how did her talk go?", "how did your talk go?"),
        ("does she like it?", "do you like it?"),
        ("what has he read", "what have you read"),
        ("Is she well?", "are you well?"),
        # The first one alone, and none behind somebody else's name.
        ("introduce her to Wei and his team", "introduce you to Wei and his team"),
        ("introduce Wei to her team", "introduce Wei to her team"),
        ("ask Wei whether I may send him it", "ask Wei whether I may send him it"),
        # Only whole words, spelled so, and no address.
        ("send the theirs", "send the theirs"),
        ("buy an ada compiler", "buy an ada compiler"),
        ("write to ada@Ada.org", "write to ada@Ada.org"),
        ("Ada's talk", "Ada's talk"),
        ("", ""),
    ],
)
def test_turned_to_them(noted: str, said: str) -> None:
    """Name and first pronoun become "you" and "your"; whatever may mean somebody else stays."""
    assert to_you(noted, "Ada Lovelace") == said


@pytest.mark.parametrize("name", ["", "🎯", "(.*", "\\"])
def test_any_name_will_do(name: str) -> None:
    """A name that is no word, and one that would be a pattern."""
    assert to_you("send her the paper", name) == "send you the paper"
