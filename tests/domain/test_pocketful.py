"""Cards as they are typed in, one person a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.pocketful import Card, read_card
from lnet.errors import BadInputError

CARDS = {
    "Wei Chen <w@x.org> (ETH) #indexes: note": Card("Wei Chen", (("email", "w@x.org"),), "ETH", ("indexes",), "note"),
    "Wei Chen": Card("Wei Chen"),
    "  Wei   Chen  :  a  note: with a colon ": Card("Wei Chen", note="a note: with a colon"),
    "<w@x.org>": Card("", (("email", "w@x.org"),)),
    "Wei Chen w@x.org": Card("Wei Chen", (("email", "w@x.org"),)),
    "Wei <mailto:w@x.org>": Card("Wei", (("email", "w@x.org"),)),
    "Wei <https://x.org/wei>: #sql is a word of the note": Card(
        "Wei", (("url", "https://x.org/wei"),), note="#sql is a word of the note"
    ),
    "Wei <+41 79 123 45 67> <w@x.org>": Card("Wei", (("phone", "+41 79 123 45 67"), ("email", "w@x.org"))),
    "Wei #SQL, +rust #c++": Card("Wei", topics=("sql", "rust", "c++")),
    "Wei (ETH Zürich, D-INFK)": Card("Wei", organisation="ETH Zürich, D-INFK"),
    "Wei () <>x": None,
    "José O'Brien-Smith, PhD #go": Card("José O'Brien-Smith, PhD", topics=("go",)),
    "李雷 (清华)": Card("李雷", organisation="清华"),
    "#1 Joe": Card("#1 Joe"),
    "": None,
    "#sql: whose?": None,
    "Wei <nobody>": None,
    "Wei <w@x.org": None,
    "Wei (ETH": None,
    "Wei (ETH) (EPFL)": None,
    "Wei (ETH) met twice": None,
    "Wei\0": None,
}


@pytest.mark.parametrize(("line", "card"), CARDS.items())
def test_a_line_is_a_card(line: str, card: Card | None) -> None:
    """Each part may be missing; what is none of them makes the line a bad one (None)."""
    if card is None:
        with pytest.raises(BadInputError):
            read_card(line)
    else:
        assert read_card(line) == card


@given(st.text())
def test_any_line_is_a_card_or_a_bad_one(line: str) -> None:
    """Nothing else is ever raised, and a card always says somebody."""
    try:
        card = read_card(line)
    except BadInputError:
        return
    assert card.name or card.methods
