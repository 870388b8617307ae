"""Half characters in what is read in: marked, told of, and nothing else touched."""

from datetime import date

from lnet.domain.cards import Address, Item, Me, PersonCard, Problem, TalkCard
from lnet.exchange.characters import LOST, whole
from lnet.exchange.formats import read
from lnet.exchange.source import Source
from tests.conftest import TODAY

ADA = PersonCard(
    "line 2", "ada", "Ada Lövelace 🎯", met_on=date(2024, 3, 12), addresses=(Address("email", "ada@x.org"),),
    extra={"Pet": {"names": ["Rex"]}},
)  # fmt: skip


def test_what_can_be_stored_is_passed_on_as_it_is() -> None:
    """The very same value, whole emojis and all."""
    (found,) = whole([ADA])
    assert found is ADA


def test_half_a_character_is_marked_wherever_it_stands() -> None:
    """In a field, in an address, deep in what is kept verbatim; one line tells of it."""
    extra = {"\udfaf": {"a": ["\ud83c"]}}
    halved: list[Item] = [ADA._replace(name="Ada \ud83c", addresses=(Address("email", "a\udfaf@x.org"),), extra=extra)]
    told, mended = whole(halved)
    assert told == Problem("line 2", f"half a character or a NUL, which is no text: {LOST} stands in its place")
    assert mended == ADA._replace(
        name=f"Ada {LOST}", addresses=(Address("email", f"a{LOST}@x.org"),), extra={LOST: {"a": [LOST]}}
    )


def test_a_file_with_half_an_emoji_is_read() -> None:
    """Whatever the format, nothing behind it meets a text that cannot be stored."""
    data = (
        '{"version": "1.0-preview.1", "account": {"data": [{"count": 1, "type": "contact", "values": [{"uuid": "1",'
        ' "properties": {"first_name": "Ada \\ud83c", "last_name": "Lovelace"}, "data": []}]}]}}'
    )
    items = read(Source("monica.json", data.encode(), TODAY)).items
    assert [item.name for item in items if isinstance(item, PersonCard)] == [f"Ada {LOST} Lovelace"]


def test_a_name_with_a_nul_harms_nobody_else() -> None:
    """As an encoded word of a mail may hold one; it is marked."""
    head = "From: {} <ada@x.org>\nTo: me@x.org\nDate: Mon, 01 Jun 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\n"
    me = Me.of(["Me"], ["me@x.org"], [])
    items = read(Source("mail.eml", head.format("=?utf-8?B?QWRhAA==?=").encode(), TODAY, me)).items
    (talk,) = (item for item in items if isinstance(item, TalkCard))
    assert [person.name for person in talk.people] == [f"Ada{LOST}"]
