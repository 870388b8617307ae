"""What is read out of any table of people: by the titles of its columns, or as `--map` says."""

from datetime import date

import pytest

from lnet.domain.cards import Address
from lnet.errors import BadInputError
from lnet.exchange import delimited
from lnet.exchange.columns import FIELDS, KNOWN, Column, by_title, read_map
from tests.exchange.reading import fits, items, one, people, said


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("Name", Column("name")), ("FULL NAME", Column("name")), ("first_name", Column("first_name")),
        ("E-Mail", Column("email")), ("Email Address", Column("email")), ("E-mail 2", Column("email")),
        ("Work email", Column("email", "work")), ("Phone (home)", Column("phone", "home")),
        ("Mobile", Column("phone", "mobile")), ("Mobile phone", Column("phone", "mobile")),
        ("Tags", Column("topic")), ("Company", Column("organisation")), ("Vorname", Column("first_name")),
        ("Prénom", Column("first_name")), ("Teléfono", Column("phone")), ("Geburtstag", Column("birthday")),
        ("Telefon geschäftlich 2", Column("phone", "work")), ("Telefon (privat)", Column("phone", "home")),
        ("Mobiltelefon", Column("phone", "mobile")), ("Mobile 2", Column("phone", "mobile")),
        ("Weiteres Telefon", Column("phone", "other")), ("E-Mail 2: Adresse", Column("email")),
        ("Téléphone 2 (bureau)", Column("phone", "work")), ("Adresse de messagerie 2", Column("email")),
        ("Tél. mobile", Column("phone")), ("Titre professionnel", Column("title")), ("Page Web", Column("url")),
        ("Secondary Email", Column("email", "secondary")), ("Privat", None), ("E-Mail-Typ", None),
        ("Shoe size", None), ("", None), ("2", None), ("Home", None), ("Home address", None), ("Work note", None),
    ],
)  # fmt: skip
def test_titles_tell_fields(title: str, column: Column | None) -> None:
    """English, German, French and Spanish titles; of addresses the label, too; what is not certain holds nothing."""
    assert by_title(title) == column


def test_outlook_in_another_language_writes_days_that_are_none() -> None:
    """A birthday of zeros says nothing, and nothing is said about it."""
    text = "Vorname,Nachname,Geburtstag\nJörg,M,0.0.00\n"
    assert one("csv", text).birthday is None
    assert said("csv", text) == []


def test_a_single_endless_line_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line may be the header, so that it is looked at once, and not for ever."""
    monkeypatch.setattr(delimited, "MOST_TEXT", 12)
    assert list(delimited.lines_with("Name,Email\nAda Lovelace,a@x.org", "")) == [(0, "Name,Email\n")]


def test_every_field_is_known_by_its_own_name() -> None:
    """So that what `--map` takes may also stand in the header, and no title stands for a field there is none of."""
    assert all(by_title(field) == Column(field) for field in FIELDS)
    assert set(KNOWN.values()) == set(FIELDS)


def test_a_table_with_obvious_titles() -> None:
    """Names from parts, places joined, several values in a cell, labels from titles; the rest is kept."""
    text = (
        "First name,Last name,Email,Work phone,Company,City,Country,Tags,Birthday,Notes,Comment,Circle,Every,Shoes\n"
        'Ada,Lovelace,"a@x.org; b@x.org",+44 1,Engines,London,UK,"sql, maths",1990-12-10,one,two,Close,2w,38\n'
    )
    card = one("csv", text)
    assert (card.name, card.organisation, card.location) == ("Ada Lovelace", "Engines", "London, UK")
    assert (card.topics, card.birthday, card.note) == (("sql", "maths"), "1990-12-10", "one\n\ntwo")
    assert (card.circle, card.every_days, card.extra) == ("close", 14, {"Shoes": "38"})
    assert card.addresses == (
        Address("email", "a@x.org"), Address("email", "b@x.org"), Address("phone", "+44 1", "work"),
    )  # fmt: skip


def test_the_command_line_says_which_columns_hold_what() -> None:
    """What is said wins against titles; a column that is to be `extra` is only kept."""
    text = "Wer;Name;Mail;Tags\nAda;Countess;a@x.org;sql\n"
    card = one("csv", text, columns={"Wer": "name", "Tags": "extra"})
    assert (card.name, card.topics) == ("Ada", ())
    assert card.addresses == (Address("email", "a@x.org"),)
    assert card.extra == {"Name": "Countess", "Tags": "sql"}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Name=name,Mail=email"], {"Name": "name", "Mail": "email"}),
        (["Name=name", "a=b=tags"], {"Name": "name", "a=b": "topic"}),
        ([" Full Name = First Name "], {"Full Name": "first_name"}),
        ([], {}),
    ],
)
def test_a_map_is_read(texts: list[str], found: dict[str, str]) -> None:
    """Pairs parted by commas, in one option or several; fields also by names that columns could have."""
    assert read_map(texts) == found


@pytest.mark.parametrize(
    ("text", "why"), [("Name", "is no pair"), ("=name", "is no pair"), ("a=shoe", "no field 'shoe'")]
)
def test_a_map_that_means_nothing_is_refused(text: str, why: str) -> None:
    """The error says what is wrong, and which fields there are."""
    with pytest.raises(BadInputError, match=why) as error:
        read_map([text])
    assert "email" in error.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "Name,Email\nAda,a@x.org\n", "sep=;\nName;Email\nAda;a@x.org\n", "My people\n\nName\tEmail\nAda\ta@x.org\n",
        '"Name","Email"\r\n"Ada","a@x.org"\r\n', "\ufeffName,Email\nAda,a@x.org\n",
    ],
)  # fmt: skip
def test_tables_are_recognised(text: str) -> None:
    """By a column for the name and one more that is known, whatever parts the cells and stands above."""
    assert fits(text) == "csv"
    assert one("csv", text).name == "Ada"


@pytest.mark.parametrize("text", ["Name\nAda\n", "Email,Company\na@x.org,A\n", "hello, world\n", "{}", "a,b\n1,2\n"])
def test_what_is_no_table_of_people_is_not(text: str) -> None:
    """A name alone, or no name, is too little to go by."""
    assert fits(text) is None


def test_a_table_without_a_name_is_refused() -> None:
    """The hint says how to tell which column it is; columns that are not there are named."""
    with pytest.raises(BadInputError, match="no column for the name"):
        items("csv", "Email,Company\na@x.org,A\n")
    with pytest.raises(BadInputError, match="no line has all the columns Wer"):
        items("csv", "Email,Company\na@x.org,A\n", columns={"Wer": "name"})


def test_the_quote_before_a_formula_is_taken_off() -> None:
    """What lnet writes for spreadsheets comes back as it was."""
    card = one("csv", "Name,Phone,Note\n'=Ada,'+44 1,'quoted'\n")
    assert (card.name, card.addresses[0].value, card.note) == ("=Ada", "+44 1", "'quoted'")


def test_odd_values_are_said_and_kept() -> None:
    """A circle, a cadence and a role that there are none of, days that are none or lie ahead."""
    text = (
        "Name,Circle,Every,Role,Met on,Birthday,Email\nAda,VIP,often,\"mentor, boss\",2030-01-01,03/04/1990,ada\n"
        "Bo,close,3m,mentor,12 Mar 2020,,b@x.org\n"
    )  # fmt: skip
    ada, bo = people("csv", text)
    assert ada.extra == {
        "Circle": "VIP", "Every": "often", "Role": "mentor, boss", "Met on": "2030-01-01", "Birthday": "03/04/1990",
        "Email": "ada",
    }  # fmt: skip
    assert len(said("csv", text)) == 6
    assert "line 2: Ada: met on '2030-01-01', which lies in the future; kept in extra" in said("csv", text)
    assert (bo.circle, bo.every_days, bo.roles, bo.met_on) == ("close", 90, ("mentor",), date(2020, 3, 12))


def test_two_lists_with_one_name_are_two_people() -> None:
    """Who is known by name alone is known in tables with the same columns; a name alone never joins two lists."""
    first, same = one("csv", "Name,Company\nJo,A\n"), one("csv", "Company,NAME\nB,Jo\n")
    other = one("csv", "Name,City\nJo,A\n")
    assert first.source_key == same.source_key != other.source_key


def test_the_rows_of_lnets_own_list_bear_their_uid() -> None:
    """What every store reckons for itself is dropped, visible line breaks are breaks, what was left over stays so."""
    header = "ref,id,uid,name,slug,topics,circle,every_days,cadence_from,status,birthday,note,extra,last_on\n"
    row = 'ada,1,0190-a,Ada,ada,"sql; maths",close,30,circle,active,04-15,one\\ntwo,"{""csv"": {""Shoe"": ""38""}}",\n'
    card = one("csv", header + row)
    assert (card.source_key, card.topics, card.circle, card.every_days) == ("0190-a", ("sql", "maths"), "close", None)
    assert (card.birthday, card.note, card.extra) == ("--04-15", "one\ntwo", {"Shoe": "38"})
    assert one("csv", header + row.replace(",circle,active", ",explicit,quiet")).every_days == 30
    assert one("csv", header + row.replace(",circle,active", ",explicit,quiet")).extra["status"] == "quiet"
    assert one("csv", header + row.replace('"{""csv"": {""Shoe"": ""38""}}"', "[]")).extra == {"extra": "[]"}


def test_a_table_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a hostile file ends in an error within seconds."""
    monkeypatch.setattr("lnet.exchange.people.MOST_CELLS", 5)
    with pytest.raises(BadInputError, match="more than 5 cells"):
        items("csv", "Name,Email\nA,\nB,\nC,\n")
