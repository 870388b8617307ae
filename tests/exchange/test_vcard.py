"""What is read out of vCards of every version, whole and broken, and what is said about the rest of them."""

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from lnet.domain.cards import Address, Item, PersonCard, Problem, Rejected
from lnet.domain.names import clean
from lnet.errors import BadInputError
from lnet.exchange.formats import recognised
from lnet.exchange.source import Source
from lnet.exchange.vcard import lines
from lnet.exchange.vcard.reader import read
from tests.conftest import TODAY

ADA = "FN:Ada Lovelace"


def source(text: str | bytes) -> Source:
    """A file of this content."""
    return Source("people.vcf", text.encode() if isinstance(text, str) else text, TODAY)


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> str:
    """A card of these lines."""
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def items(text: str | bytes) -> list[Item]:
    """All that is read out of it."""
    return list(read(source(text)))


def people(text: str | bytes) -> list[PersonCard]:
    """The people in it."""
    return [item for item in items(text) if isinstance(item, PersonCard)]


def said(text: str | bytes) -> list[str]:
    """What is said about it, with the places."""
    return [
        f"{item.where}: {item.what if isinstance(item, Problem) else item.why}"
        for item in items(text)
        if isinstance(item, Problem | Rejected)
    ]


def one(*lines: str, version: str = "3.0") -> PersonCard:
    """The only person of a file of one card."""
    (found,) = people(card(*lines, version=version))
    return found


def test_a_card_becomes_a_person() -> None:
    """Names, organisation, addresses, birthday, notes and categories have their fields; nothing is left to be kept."""
    assert one(
        ADA, "NICKNAME:Ada,Countess", "ORG:Analytical Engines", "TITLE:Mathematician", "BDAY:1815-12-10",
        "EMAIL;TYPE=INTERNET,PREF:ada@example.org", "TEL;TYPE=WORK,VOICE:+44 20 7946 0958", "URL:https://ada.example/me",
        "CATEGORIES:Friends,query plans", "NOTE:first\\nsecond\\, with \\\\ and \\;", "UID:urn:uuid:A-1",
    ) == PersonCard(
        where="card 1", source_key="a-1", name="Ada Lovelace", organisation="Analytical Engines",
        title="Mathematician", birthday="1815-12-10", note="first\nsecond, with \\ and ;",
        nicknames=("Ada", "Countess"), topics=("Friends", "query plans"),
        addresses=(
            Address("email", "ada@example.org", None, primary=True), Address("phone", "+44 20 7946 0958", "work"),
            Address("url", "https://ada.example/me"),
        ),
        former_keys=(
            "ada lovelace · ada@example.org", "ada lovelace · +442079460958", "ada lovelace · ada.example/me",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1990-04-15", "1990-04-15"),
        ("BDAY:19900415", "1990-04-15"),
        ("BDAY;VALUE=date:1990-04-15", "1990-04-15"),
        ("BDAY:1990-04-15T23:10:00Z", "1990-04-15"),
        ("BDAY:--0415", "--04-15"),
        ("BDAY:--04-15", "--04-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", "--04-15"),
        ("BDAY:1604-02-29", "--02-29"),
        ("BDAY:15 Apr 1990", "1990-04-15"),
        ("BDAY:18151210", "1815-12-10"),
        ("BDAY:0000-12-10", "--12-10"),
        ("BDAY:---15", None),
        ("BDAY:1990", None),
        ("BDAY:1990-02-30", None),
        ("BDAY:2030-01-01", None),
        ("BDAY;VALUE=text:circa 1800", None),
        ("BDAY:", None),
    ],
)
def test_birthdays(line: str, birthday: str | None) -> None:
    """With a year, without one, with a time behind; what is no birthday is kept as it came."""
    found = one(ADA, line)
    assert found.birthday == birthday
    if birthday is None and line != "BDAY:":
        assert found.extra == {"lines": [line]}


@pytest.mark.parametrize(
    ("lines", "version", "note"),
    [
        (("NOTE:Hello", "  world"), "3.0", "Hello world"),
        (("NOTE:Hel", "\tlo"), "3.0", "Hello"),
        (("NOTE:Hello ", "", " world"), "3.0", "Hello world"),
        (("NOTE:first", "second line", "TITLE:x"), "3.0", "first\nsecond line"),
        (("NOTE:see", "https://example.org/a"), "3.0", "see\nhttps://example.org/a"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo =", "three"), "2.1", "one\ntwo three"),
        (("NOTE;QUOTED-PRINTABLE:Z=C3=BCri=", "ch"), "2.1", "Zürich"),
        (("NOTE;QUOTED-PRINTABLE:Z=C3=", "", "=BCri=", "", "ch", "TITLE:x"), "2.1", "Zürich"),
        (("NOTE;QUOTED-PRINTABLE:Z=C3=BCrich=", "", "TITLE:x"), "2.1", "Zürich"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Z=FCrich",), "2.1", "Zürich"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Z=C3=BCrich",), "2.1", "Zürich"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=Shift_JIS:=93=FA=96=7B",), "2.1", "日本"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:C:\\new=0Aa\\;b",), "2.1", "C:\\new\na;b"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:Z=FCrich",), "2.1", "Zürich"),
        (("NOTE;ENCODING=QUOTED-PRINTABLE:end=",), "2.1", "end"),
        (("NOTE;ENCODING=b:SGVsbG8=",), "3.0", "Hello"),
        (("NOTE;CHARSET=klingon:Hello",), "2.1", "Hello"),
        (("NOTE:one", "NOTE:two", "NOTE:one"), "3.0", "one\n\ntwo"),
        (("item1.NOTE;X-A=\"a:b;c\":Hello",), "4.0", "Hello"),
        (("note:Hello",), "3.0", "Hello"),
    ],
)  # fmt: skip
def test_lines_and_encodings(lines: tuple[str, ...], version: str, note: str) -> None:
    """Folding, soft breaks, charsets, escapes: what was meant arrives."""
    assert one(ADA, *lines, version=version).note == note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_every_encoding_and_line_end(encoding: str, end: str) -> None:
    """A file may be in any Unicode encoding, with whatever line ends."""
    (found,) = people(card("FN:Zoë Ñandú", "NOTE:a", " b", end=end).encode(encoding))
    assert (found.name, found.note) == ("Zoë Ñandú", "ab")


def test_files_put_one_behind_the_other_without_a_line_end() -> None:
    """The first of two files had no line end at its end: both cards are read, and neither is odd."""
    text = card(ADA).rstrip() + card("FN:Grace").rstrip() + "\ufeff" + card("FN:Mei")
    assert [each.name for each in people(text)] == ["Ada Lovelace", "Grace", "Mei"]
    assert said(text) == []


def test_names_that_programs_made_up_are_kept_and_join_nothing() -> None:
    """A line whose name only one program uses is a property of its own, whatever stands in its name."""
    odd = ["X-messaging/xmpp-All:ada@x.org", "X-CUSTOM(CHARSET=UTF-8,Mother):1234567"]
    found = one(ADA, "NOTE:short", *odd)
    assert (found.note, found.extra) == ("short", {"lines": odd})


def test_charsets_may_differ_from_line_to_line() -> None:
    """UTF-8, Latin-1 as a line says, and Windows' own where none says so (which is told), in one file."""
    data = (
        card("FN:Zoë").encode()
        + card("FN;CHARSET=ISO-8859-1:Jos\udce9").encode("utf-8", "surrogateescape")
        + card("FN:Ren\udce9e").encode("utf-8", "surrogateescape")
    )
    assert [each.name for each in people(data)] == ["Zoë", "José", "Renée"]
    assert said(data) == ["card 3: a value is no UTF-8, nor says what else: read as Windows-1252"]


def test_a_charset_holds_for_the_whole_card() -> None:
    """Some programs name it with the lines in quoted-printable alone, and write the others in it, too."""
    label = "LABEL;CHARSET=Windows-1253;ENCODING=QUOTED-PRINTABLE:=C1=E8=DE=ED=E1"
    data = card("FN:Αθηνά", label, version="2.1").encode("cp1253") + card("FN:Zoë", label, version="2.1").encode()
    assert [each.name for each in people(data)] == ["Αθηνά", "Zoë"]
    assert said(data) == []


@pytest.mark.parametrize(
    ("lines", "addresses"),
    [
        (("TEL;WORK;FAX:1234567",), (("phone", "1234567", "work fax"),)),
        (('TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656;ext=102',), (("phone", "+1-418-656 ext. 102", "work"),)),
        (("TEL;CELL:1234567", "TEL;HOME:123 45 67"), (("phone", "1234567", "cell, home"),)),
        (("EMAIL:mailto:a@x.org",), (("email", "a@x.org", None),)),
        (("EMAIL:a@x.org; b@x.org",), (("email", "a@x.org", None), ("email", "b@x.org", None))),
        (("item1.EMAIL;type=HOME:a@x.org", "item1.X-ABLabel:Conference"), (("email", "a@x.org", "Conference"),)),
        (("item1.URL:http\\://x.org", "item1.X-ABLabel:_$!<HomePage>!$_"), (("url", "http://x.org", "HomePage"),)),
        (("IMPP;X-SERVICE-TYPE=GTalk:xmpp:a@x.org",), (("handle", "a@x.org", "GTalk"),)),
        (("IMPP:xmpp:a%20b",), (("handle", "a b", "xmpp"),)),
        (("EMAIL:Ada Lovelace <a@x.org>",), (("email", "a@x.org", None),)),
        (("EMAIL:<mailto:a@x.org>",), (("email", "a@x.org", None),)),
        (("TEL;TYPE=WORK\\,VOICE\\,FAX:1234567",), (("phone", "1234567", "work fax"),)),
        (("X-SKYPE:ada",), (("handle", "ada", "skype"),)),
        (("X-SOCIALPROFILE;type=linkedin;x-user=a:http://x.org/in/a",), (("url", "http://x.org/in/a", "linkedin"),)),
        (("TEL:ask me", "EMAIL:none"), ()),
    ],
)  # fmt: skip
def test_addresses(lines: tuple[str, ...], addresses: tuple[tuple[str, str, str | None], ...]) -> None:
    """Types, labels and schemes become a label; what is no address is kept."""
    assert tuple((each.kind, each.value, each.label) for each in one(ADA, *lines).addresses) == addresses


def test_what_has_no_field_is_kept_as_it_came() -> None:
    """Unknown lines and second values stay letter for letter, as do lines of which a field holds a part."""
    lines = [
        'X-CUSTOM;X-A="1;2":some\\, thing;  else ', "item1.X-ABDATE:2019-06-01", "item1.X-ABLabel:_$!<Day>!$_",
        "ORG:Second", "GEO:1.5;2.5", "ANNIVERSARY:20090808T1430-0500",
    ]  # fmt: skip
    part = ["N:Lovelace;Ada;;;", "ORG:Engines;Research", "ADR;TYPE=HOME:;;1 Main St;London;;;England"]
    found = one(ADA, *part, *lines, "REV:2019-01-01T00:00:00Z", "PRODID:x")
    assert found.extra == {"lines": lines, "part": part}
    assert (found.organisation, found.location) == ("Engines", "London, England")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Lovelace;Ada;King;Lady;PhD",), "Lady Ada King Lovelace PhD"),
        (("FN:", "N:王;小明;;;"), "王小明"),
        (("NICKNAME:Ada", "ORG:Engines"), "Ada"),
        (("ORG:Engines;Research",), "Engines"),
        (("EMAIL:ada@x.org", "TEL:1234567"), "ada@x.org"),
        (("TEL:1234567",), "1234567"),
    ],
)
def test_who_has_no_name_is_called_by_what_there_is(lines: tuple[str, ...], name: str) -> None:
    """The parts of the name, a nickname, the organisation, an address: in this order."""
    assert one(*lines).name == name


def test_broken_cards_harm_nobody_else() -> None:
    """A card without an end, one without a beginning, lines between cards, a card of nobody: each is told."""
    text = (
        "hello\n" + "BEGIN:VCARD\nFN:Ada\n" + card("FN:Grace", end="\n") + "FN:Mei\nEND:VCARD\n"
        + card("PHOTO;ENCODING=b:AAAA", "GEO:1;2", end="\n") + card("FN:Wei", "just words", end="\n")
        + "BEGIN:VCARD\nFN:Ravi"
    )  # fmt: skip
    assert [each.name for each in people(text)] == ["Ada", "Grace", "Mei", "Wei", "Ravi"]
    assert said(text) == [
        "line 1: 'hello' stands outside of any card: left out",
        "card 1, line 2: Ada: has no END:VCARD (the next card begins before this one ends)",
        "card 3, line 8: Mei: has no BEGIN:VCARD",
        "card 4, line 10: no name (only PHOTO, GEO)",
        "card 5, line 18: Wei: 'just words' is not a property: left out",
        "card 6, line 20: Ravi: has no END:VCARD (the file ends before this card does)",
        "card 4: the photo inside it is left out",
    ]


def test_a_nickname_that_a_telephone_keeps_in_a_row_of_its_own() -> None:
    """Android has no NICKNAME in 2.1; rows of another kind are kept as they came."""
    row = "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Mina;14;;;;;;;;;;;;;"
    lines = ["X-ANDROID-CUSTOM;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/nickname;=C3=84nni;1;;", row]
    found = one(ADA, *lines, version="2.1")
    assert (found.nicknames, found.extra) == (("Änni",), {"lines": [row]})


def test_the_card_of_an_agent_is_kept_and_is_nobody() -> None:
    """A card inside a card stays in the line it belongs to, as vCard 3.0 writes it."""
    text = card(ADA, "AGENT:", "BEGIN:VCARD", "FN:Susan", "END:VCARD", "TITLE:Countess", version="2.1")
    (found,) = people(text)
    assert (found.name, found.title) == ("Ada Lovelace", "Countess")
    assert found.extra == {"lines": ["AGENT:BEGIN:VCARD\\nFN:Susan\\nEND:VCARD\\n"]}


def test_the_name_of_a_group_is_a_topic_of_its_members() -> None:
    """A group is nobody."""
    text = card("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:A1") + card(
        ADA, "UID:a1"
    )
    (found,) = people(text)
    assert (found.name, found.topics) == ("Ada Lovelace", ("Friends",))
    assert said(text) == [
        "card 1, line 1: Friends: a group of 1, and nobody; its members in this file get it as a topic"
    ]


def test_who_is_who() -> None:
    """A UID that two people bear tells them apart by name; without one they are known by name and address."""
    cards = [
        card(ADA, "UID:1"),
        card("FN:Grace", "UID:1"),
        card("FN:Mei", "EMAIL:M@x.org"),
        card("FN:Wei"),
        card("FN:Wei", "TITLE:x"),
    ]
    assert [each.source_key for each in people("".join(cards))] == ["1", "1 · grace", "mei · m@x.org", "wei", "wei #2"]


def test_photos_are_told_once() -> None:
    """Many cards with photos are one line of the report."""
    text = "".join(card(f"FN:P{number}", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ") for number in range(9))
    assert said(text) == ["cards 1, 2, 3 and 6 more: the photo inside it is left out"]
    assert said(card(ADA, "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:/9j/4AAQ")) == [
        "card 1: the photo inside it is left out"
    ]
    assert one(ADA, "PHOTO;VALUE=uri:http://x.org/a.jpg").extra == {"lines": ["PHOTO;VALUE=uri:http://x.org/a.jpg"]}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"BEGIN:VCARD\n" + b"AGENT:\nBEGIN:VCARD\n" * 50, "line 23: cards inside cards, more than 10 deep"),
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 4, "more than 3 cards"),
        (b"BEGIN:VCARD\nNOTE:" + b"a\n " * 90, "line 2: a value of more than 80 characters"),
        (b"BEGIN:VCARD\nNOTE:" + b"a" * 90, "line 2 is too long (95 characters)"),
        (b"\n" * 101, "more than 100 lines"),
        (b"nobody", "no card in it (BEGIN:VCARD)"),
    ],
)
def test_what_no_address_book_is_is_refused(data: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards inside cards without end, too many of them, endless values (the limits are lower here)."""
    for name, limit in (("MOST_ROWS", 3), ("MOST_TEXT", 80), ("MOST_LINES", 100)):
        monkeypatch.setattr(lines, name, limit)
    with pytest.raises(BadInputError) as refused:
        items(data)
    assert str(refused.value) == f"people.vcf: {why}"


def test_nobody_has_ten_thousand_nicknames() -> None:
    """What is too much is told, and the rest goes in; so it is with properties."""
    text = card(ADA, "NICKNAME:" + ",".join(map(str, range(10_000))), *["X-A:1"] * 5_000)
    (found,) = people(text)
    assert len(found.nicknames) == 1_000
    assert said(text) == [
        "card 1, line 4: Ada Lovelace: NICKNAME has 10,000 values: 1,000 are taken",
        "card 1, line 5002: Ada Lovelace: has more than 5,000 properties: the rest is left out",
    ]


ODD = [
    "BEGIN:VCARD", "END:VCARD", ADA, "N:a;b", "AGENT:", "NOTE;ENCODING=QUOTED-PRINTABLE:a=", " b", "", "x", ":", ";",
    "TEL:1234567", "item1.EMAIL:a@x.org", "item1.X-ABLabel:l", "PHOTO;BASE64:", "FN;;=:", "BDAY:1", "ADR:;;", "ORG:;a",
    "\x00", "KIND:group", "MEMBER:a", "UID:a", "\udcff", "NOTE;CHARSET=utf-7:+", "CATEGORIES:\\", 'A;B="c:d', '"',
]  # fmt: skip


@example(['"'])
@given(st.lists(st.sampled_from(ODD)))
def test_nothing_makes_the_reader_stumble(odd: list[str]) -> None:
    """Whatever lines stand in whatever order, there are people and problems."""
    data = "\n".join(["BEGIN:VCARD", *odd]).encode("utf-8", "surrogateescape")
    assert all(each.source_key and each.name for each in items(data) if isinstance(each, PersonCard))


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_vobject_writes_what_is_read(pairs: list[tuple[str, str]]) -> None:
    """What another library writes, folded and escaped in its way, arrives as it was."""
    text = ""
    for name, note in pairs:
        made = vobject.vCard()
        made.add("fn").value = f"x{name}"
        made.add("n").value = vobject.vcard.Name(family="x")
        made.add("note").value = note
        text += made.serialize()
    wanted = [(clean(f"x{name}"), note.strip() or None) for name, note in pairs]
    assert [(each.name, each.note) for each in people(text)] == wanted


def test_the_format_is_seen_by_content() -> None:
    """Whatever the file is called, and whatever stands above its first card."""
    assert recognised(source("\ufeff\r\n\r\nbegin:vcard\r\nFN:Ada\r\nEND:VCARD")).name == "vcard"
    assert recognised(source(card(ADA).encode("utf-16"))).name == "vcard"
    assert recognised(source("\r" + card(ADA, end="\r"))).name == "vcard"
