"""What is read out of LinkedIn's Connections.csv, however it was saved, and what is said about the rest of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.cards import Address, Item, PersonCard, Problem, Rejected
from lnet.errors import BadInputError
from lnet.exchange import linkedin
from lnet.exchange.formats import recognised
from lnet.exchange.source import Source
from tests.conftest import TODAY

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada,ada@example.org,Analytical Engines,Mathematician,12 Mar 2024\n"


def source(text: str | bytes) -> Source:
    """A file of this content."""
    return Source("Connections.csv", text.encode() if isinstance(text, str) else text, TODAY)


def items(text: str | bytes) -> list[Item]:
    """All that is read out of it."""
    return list(linkedin.read(source(text)))


def people(text: str | bytes) -> list[PersonCard]:
    """The people in it."""
    return [item for item in items(text) if isinstance(item, PersonCard)]


def said(text: str) -> list[str]:
    """What is said about it, with the places."""
    return [
        f"{item.where}: {item.what if isinstance(item, Problem) else item.why}"
        for item in items(text)
        if isinstance(item, Problem | Rejected)
    ]


def one(row: str, header: str = HEADER) -> PersonCard:
    """The only person of a file of one row."""
    (card,) = people(header + row)
    return card


def test_numeric_days_are_read_as_the_file_proves() -> None:
    """As exports of 2018 have them, with a time of day; without any proof such a day is told, and kept."""
    rows = 'Ada,L,,,,,"2/7/18, 3:15 PM"\nMei,L,,,,,"12/31/17, 11:59 PM"\n'
    assert [each.met_on for each in people(HEADER + rows)] == [date(2018, 2, 7), date(2017, 12, 31)]
    assert one('Ada,L,,,,,"2/7/18, 3:15 PM"\n').extra == {"Connected On": "2/7/18, 3:15 PM"}


def test_a_row_becomes_a_person() -> None:
    """Every column has its field; the profile page is who somebody is."""
    assert one(ADA) == PersonCard(
        where="line 2",
        source_key="linkedin.com/in/ada",
        name="Ada Lovelace",
        organisation="Analytical Engines",
        title="Mathematician",
        met_on=date(2024, 3, 12),
        addresses=(
            Address("url", "https://www.linkedin.com/in/ada", "LinkedIn"),
            Address("email", "ada@example.org"),
        ),
        former_keys=("ada@example.org", "ada lovelace · 2024-03-12"),
    )


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        "Notes:\n",
        'Notes:\n"When exporting, you may notice that ""some"" addresses, like yours, are missing."\n\n',
        'Notes:\n"one\n\ntwo, First Name"\n\n\n',
        "Notes:\n" + "more\n" * 500,
        'Notes:\n"a quotation mark that is never closed\n\n',
    ],
)
def test_the_header_is_looked_for(preamble: str) -> None:
    """The notes above the header may have any length; places are lines of the whole file."""
    (card,) = people(preamble + HEADER + ADA)
    assert (card.name, card.where) == ("Ada Lovelace", f"line {preamble.count(chr(10)) + 2}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_alike(encoding: str, end: str) -> None:
    """What a spreadsheet made of the file is read as it was."""
    text = ("Notes:\n\n" + HEADER + ADA + ADA.replace("Ada", "Zoë")).replace("\n", end)
    assert [card.name for card in people(text.encode(encoding))] == ["Ada Lovelace", "Zoë Lovelace"]
    assert recognised(source(text.encode(encoding))).name == "linkedin"


def test_windows_encoding_is_read_and_said() -> None:
    """A file that is not UTF-8 is read as Windows wrote it, and the report says so."""
    found = items((HEADER + ADA.replace("Ada", "Zoë")).encode("cp1252"))
    assert found[0] == Problem("line 1", "the file is not UTF-8; read as Windows-1252")
    assert isinstance(found[1], PersonCard)
    assert found[1].name == "Zoë Lovelace"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_separator_of_a_spreadsheet_is_seen(mark: str) -> None:
    """Semicolons and tabs part cells as well as commas."""
    assert one((HEADER + ADA).replace(",", mark), "").organisation == "Analytical Engines"


def test_the_older_header_has_no_url() -> None:
    """Without a profile page the e-mail address is who somebody is."""
    card = one("Ada,Lovelace,Ada@Example.org,Acme,CTO,7-Feb-22\n", HEADER.replace("URL,", ""))
    assert (card.source_key, card.met_on, card.title) == ("ada@example.org", date(2022, 2, 7), "CTO")


def test_columns_may_stand_in_any_order_and_unknown_ones_are_kept() -> None:
    """What lnet has no field for is kept verbatim, blanks and all."""
    card = one("Acme, Bologna ,Lovelace,Ada,12 Mar 2024\n", "Company,Shoe size,Last Name,First Name,Connected On\n")
    assert (card.name, card.organisation, card.extra) == ("Ada Lovelace", "Acme", {"Shoe size": " Bologna "})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 Mar 2024", date(2024, 3, 12)),
        ("03 Jan 2019", date(2019, 1, 3)),
        ("29 Feb 2020", date(2020, 2, 29)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("15-Jun-26", date(2026, 6, 15)),
        ("16-Jun-26", date(1926, 6, 16)),
        ("7-Feb-99", date(1999, 2, 7)),
        ("2 Sept 2023", date(2023, 9, 2)),
        ("12 March 2024", date(2024, 3, 12)),
        ("Mar 12, 2024", date(2024, 3, 12)),
        ("2024-03-12", date(2024, 3, 12)),
        ("", None),
        ("30 Feb 2020", None),
        ("03/04/2024", None),
        ("yesterday", None),
        ("12 Mar 2030", None),
    ],
)
def test_days_of_connection(text: str, day: date | None) -> None:
    """Two-digit years lie in the past; what is no day, may be two or lies ahead is noted and kept verbatim."""
    row = f'Ada,Lovelace,,,Acme,,"{text}"\n'
    assert one(row).met_on == day
    assert one(row).extra == ({"Connected On": text} if text and not day else {})
    assert len(said(HEADER + row)) == (1 if text and not day else 0)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/zo%C3%AB-b",
        "http://linkedin.com/in/zoë-b/",
        "https://de.linkedin.com/in/Zo%c3%ab-B?originalSubdomain=de",
    ],
)
def test_a_profile_page_has_one_key(url: str) -> None:
    """Percent signs, case, country and a slash at the end make no other person; the page is stored as it came."""
    card = one(f"Zoë,B,{url},,,,\n")
    assert (card.source_key, card.addresses[0].value) == ("linkedin.com/in/zoë-b", url)


def test_quoted_line_breaks_stay_in_their_cell() -> None:
    """A row may run over several lines; the next row's place is the line on which it starts."""
    cards = people(HEADER + 'Ada,Lovelace,,,"Acme\nand Sons",CTO,\n' + ADA)
    assert [(card.where, card.organisation) for card in cards] == [
        ("line 2", "Acme and Sons"),
        ("line 4", "Analytical Engines"),
    ]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (",,,,,,01 Jan 2023\n", ["line 2: no name (only 01 Jan 2023)"]),
        (" , ,,,,,\n", ["line 2: no name"]),
        ("Ada,L,,not-an-email,,,\n", ["line 2: Ada L: 'not-an-email' is not an email address; kept in extra"]),
        ("Ada,L,,,Acme\n", ["line 2: Ada L: only 5 of 7 columns"]),
        ("Ada,L,,,Acme, Inc.,CTO,12 Mar 2024\n", [
            "line 2: Ada L: 1 more than the 7 columns; kept in extra",
            "line 2: Ada L: connected on 'CTO', which is not a day; kept in extra",
        ]),
        ('Ada,L,,,"Acme' + "\n" * 30 + '",CTO,\n', ["line 2: Ada L: a value runs over 31 lines"]),
        ('Ada,L,,,"Acme,CTO,\n', ["line 2: a quotation mark is opened and never closed"]),
        ("\n\n", []),
    ],
)  # fmt: skip
def test_odd_rows_are_said_with_their_line(row: str, what: list[str]) -> None:
    """Nothing is dropped silently, and an odd row never costs the next one."""
    assert said(HEADER + row + ADA) == what
    assert "Ada Lovelace" in [card.name for card in people(HEADER + row + ADA)]


def test_a_surplus_cell_is_kept() -> None:
    """What stands beyond the last column is kept under its number."""
    assert one("Ada,L,,,Acme,CTO,12 Mar 2024,surplus\n").extra == {"column 8": "surplus"}


def test_those_with_nothing_but_a_name_are_different_people() -> None:
    """Without address and day, rows that differ in company or position are not taken for one person."""
    rows = "John,Smith,,,Acme,CTO,\nJohn,Smith,,,Acme,CFO,\nJohn,Smith,,,Acme,CTO,\n"
    keys = [card.source_key for card in people(HEADER + rows)]
    assert keys[0] == keys[2] != keys[1]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"\0" * 5000, "not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (HEADER.encode() + b"Ada,Love\0lace,,,,,\n", "not a text file"),
        (b"a,b,c\n1,2,3\n", "not a format lnet knows"),
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes, why: str) -> None:
    """The whole file is refused in one sentence that names it."""
    with pytest.raises(BadInputError, match=f"Connections.csv: {why}"):
        recognised(source(content))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Bytes behind the header give people, problems, or one refusal; never anything else."""
    try:
        found = items(HEADER.encode() + content)
    except BadInputError:
        return
    assert all(isinstance(item, PersonCard | Problem | Rejected) for item in found)


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.sampled_from(
    ['"', "a@b.org", "12 Mar 2024", "https://www.linkedin.com/in/a", "Ada", '"a"b', "\r", "a\nb"]
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=9), max_size=8))
def test_every_row_is_accounted_for(rows: list[list[str]]) -> None:
    """Rows written as a spreadsheet writes them are all people or rejected, each at its own line."""
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    found = items((HEADER + out.getvalue()).encode())
    taken = [item.where for item in found if isinstance(item, PersonCard | Rejected)]
    assert len(taken) == len(rows)
    assert len(set(taken)) == len(rows)
