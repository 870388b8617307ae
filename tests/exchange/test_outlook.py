"""What is read out of Outlook's CSV, the classic one and Google's, and what is said about the rest of it."""

import pytest

from lnet.domain.cards import Address
from lnet.errors import BadInputError
from tests.exchange.reading import fits, items, one, people, said

CLASSIC = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,"
    "Business Country/Region,Assistant's Phone,Business Fax,Business Phone,Home Phone 2,Mobile Phone,Anniversary,"
    "Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,Gender,Notes,"
    "Priority,Private,Sensitivity,Web Page\n"
)
ADA = (
    "Dr.,Ada,King,Lovelace,,Engines,Research,Mathematician,1 Road,London,UK,+44 9,+44 2,+44 1,+44 3,+44 4,0/0/00,"
    "12/28/1990,Friends;Open source,a@x.org,SMTP,Ada Lovelace (a@x.org),b@x.org,SMTP,Unspecified,"
    '"one\r\ntwo",Normal,False,Normal,https://ada.example\n'
)
GOOGLES = (
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Notes,"
    "E-mail Address,E-mail 2 Address,Primary Phone,Mobile Phone,Home City,Company,Job Title,Categories\n"
)


def test_a_classic_row_becomes_a_person() -> None:
    """Each column has its field; what is not set is dropped, what lnet has no field for is kept."""
    card = one("outlook", CLASSIC + ADA)
    assert (card.name, card.organisation, card.title) == ("Ada King Lovelace", "Engines", "Mathematician")
    assert (card.location, card.birthday, card.note) == ("London, UK", "1990-12-28", "one\ntwo")
    assert (card.topics, card.source_key) == (("Friends", "Open source"), "a@x.org")
    assert card.addresses == (
        Address("email", "a@x.org", primary=True),
        Address("email", "b@x.org"),
        Address("phone", "+44 2", "business fax"),
        Address("phone", "+44 1", "business"),
        Address("phone", "+44 3", "home 2"),
        Address("phone", "+44 4", "mobile"),
        Address("url", "https://ada.example"),
    )
    assert card.extra == {
        "Title": "Dr.", "Department": "Research", "Business Street": "1 Road", "Business City": "London",
        "Business Country/Region": "UK", "Assistant's Phone": "+44 9",
    }  # fmt: skip


def test_googles_imitation_is_read_too() -> None:
    """Its group of everybody is no topic."""
    row = "Bo,,Lee,,,,,,,,Kyiv,,b@x.org,,+380 1,,,Acme,CTO,myContacts;chess\n"
    card = one("outlook", GOOGLES + row)
    assert (card.name, card.location, card.topics) == ("Bo Lee", "Kyiv", ("chess",))
    assert card.addresses[-1] == Address("phone", "+380 1", "primary", primary=True)
    assert fits(GOOGLES + row) == "outlook"


def test_windows_encoding_is_read_and_said() -> None:
    """Outlook writes in the encoding of the machine."""
    data = (CLASSIC + ADA.replace("Ada", "Jürgen")).encode("cp1252")
    assert one("outlook", data).name == "Jürgen King Lovelace"
    assert said("outlook", data)[0] == "line 1: the file is not UTF-8; read as Windows-1252"
    assert fits(data) == "outlook"


def test_a_broken_letter_harms_no_other() -> None:
    """A file of UTF-8 in which one letter was cut stays UTF-8."""
    data = (
        (CLASSIC + ADA.replace("Ada", "Jürgen").replace("Engines", "Bücher")).encode().replace(b"London", b"L\xf0\x9fn")
    )
    assert [one("outlook", data).name, one("outlook", data).location] == ["Jürgen King Lovelace", "L\ufffdn, UK"]
    assert said("outlook", data)[0] == "line 1: some letters are broken UTF-8: \ufffd stands in their place"


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("12/10/1990", "12/28/1991"), ["1990-12-10", "1991-12-28"]),
        (("12/10/1990", "28/12/1991"), ["1990-10-12", "1991-12-28"]),
        (("12/10/1990", "10/10/1991"), [None, "1991-10-10"]),
        (("12/28/1990", "28/12/1991"), ["1990-12-28", "1991-12-28"]),
        (("0/0/00", "00/00/0000"), [None, None]),
    ],
)
def test_the_order_of_days_is_that_of_the_file(days: tuple[str, str], read: list[str | None]) -> None:
    """One birthday that can only be read one way tells how the others are meant; else they are reported."""
    header = "First Name,Last Name,E-mail Address,Company,Job Title,Categories,Birthday\n"
    text = header + "".join(f"A{place},L,,,,,{day}\n" for place, day in enumerate(days))
    assert [card.birthday for card in people("outlook", text)] == read
    assert len(said("outlook", text)) == (1 if read[0] is None and read[1] else 0)


def test_the_configured_order_of_days_is_taken_where_the_file_does_not_tell() -> None:
    """`date_order` says how 12/10/1990 is meant; what the file itself says comes first."""
    header = "First Name,Last Name,E-mail Address,Company,Job Title,Categories,Birthday\n"
    assert one("outlook", f"{header}A,L,,,,,12/10/1990\n", date_order="dmy").birthday == "1990-10-12"


def test_an_address_inside_a_server_is_none() -> None:
    """What Exchange calls somebody reaches nobody; it is said and kept."""
    row = ADA.replace("a@x.org,SMTP,Ada Lovelace (a@x.org)", "/o=Ex/cn=abc,EX,Ada Lovelace")
    card = one("outlook", CLASSIC + row)
    assert card.extra["E-mail Address"] == "/o=Ex/cn=abc"
    assert said("outlook", CLASSIC + row) == [
        "line 2: Ada King Lovelace: '/o=Ex/cn=abc' is an address inside an Exchange server; kept in extra"
    ]


def test_a_display_name_that_says_more_is_kept() -> None:
    """It is dropped only where it is the address with the name before it."""
    row = ADA.replace("Ada Lovelace (a@x.org)", "Countess of Lovelace")
    assert one("outlook", CLASSIC + row).extra["E-mail Display Name"] == "Countess of Lovelace"


def test_a_file_without_the_header_is_refused() -> None:
    """As the format it is said to be, it is none."""
    with pytest.raises(BadInputError, match="no header of Outlook"):
        items("outlook", "a,b\n1,2\n")
