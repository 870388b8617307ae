"""What is read out of Google Contacts' CSV, of today and of before, and what is said about the rest of it."""

import pytest

from lnet.domain.cards import Address, PersonCard
from lnet.errors import BadInputError
from tests.exchange.reading import fits, items, one, people, said

NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
    "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - City,"
    "Address 1 - Country,Website 1 - Label,Website 1 - Value,Relation 1 - Label,Relation 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value\n"
)
ADA = (
    "Ada,King,Lovelace,Eida,Lady,,Countess ::: Enchantress,,Engines,Mathematician,Research,1990-12-10,"
    '"first\nsecond",https://x/p.jpg,SQL ::: Friends ::: * myContacts,Home,a@x.org,* Work,ada@work.org,'
    "Mobile,+44 20 7946 0958 ::: +44 1,Home,London,UK,Blog,https://ada.example,Sister,Augusta,Shoe size,38\n"
)
OLD = (
    "Name,Given Name,Additional Name,Family Name,Name Suffix,Birthday,Notes,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,IM 1 - Type,IM 1 - Service,IM 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
)


def test_a_row_of_today_becomes_a_person() -> None:
    """Names, addresses with their labels, organisation, birthday, notes and labels have fields; the rest is kept."""
    assert one("google", NEW + ADA) == PersonCard(
        where="line 2",
        source_key="a@x.org",
        name="Ada King Lovelace",
        organisation="Engines",
        title="Mathematician",
        location="London, UK",
        birthday="1990-12-10",
        note="first\nsecond",
        nicknames=("Countess", "Enchantress"),
        topics=("SQL", "Friends"),
        addresses=(
            Address("email", "a@x.org", "Home"),
            Address("email", "ada@work.org", "Work", primary=True),
            Address("phone", "+44 20 7946 0958", "Mobile"),
            Address("phone", "+44 1", "Mobile"),
            Address("url", "https://ada.example", "Blog"),
        ),
        extra={
            "Phonetic First Name": "Eida", "Name Prefix": "Lady", "Organization Department": "Research",
            "Photo": "https://x/p.jpg", "Address 1 - Label": "Home", "Address 1 - City": "London",
            "Address 1 - Country": "UK", "Relation 1 - Label": "Sister", "Relation 1 - Value": "Augusta",
            "Custom Field 1 - Label": "Shoe size", "Custom Field 1 - Value": "38",
        },
        former_keys=(
            "ada@work.org", "+442079460958", "ada king lovelace · a@x.org", "ada king lovelace · ada@work.org",
            "ada king lovelace · +442079460958", "ada king lovelace",
        ),
    )  # fmt: skip


def test_a_row_of_the_older_header_becomes_a_person() -> None:
    """Types for labels, groups for labels, several values in a cell, the first of them the primary one."""
    row = (
        "Dr. Ada K. Lovelace,Ada,K.,Lovelace,, --12-10,,Friends ::: * myContacts,* Home,"
        "a@x.org ::: b@x.org,,Skype,ada.l,Engines,Boss\n"
    )
    card = one("google", OLD + row)
    assert (card.name, card.birthday, card.topics) == ("Ada K. Lovelace", "--12-10", ("Friends",))
    assert (card.organisation, card.title, card.extra) == ("Engines", "Boss", {})
    assert card.addresses == (
        Address("email", "a@x.org", "Home", primary=True),
        Address("email", "b@x.org", "Home"),
        Address("handle", "ada.l", "Skype"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_encoding_reads_alike(encoding: str, end: str) -> None:
    """Older exports are UTF-16 with a mark, today's are UTF-8."""
    text = (OLD + "Zoë Lee,Zoë,,Lee,,,,* myContacts,,z@x.org,,,,,\n").replace("\n", end).encode(encoding)
    assert one("google", text).name == "Zoë Lee"
    assert fits(text) == "google"


def test_a_row_without_a_name_is_called_by_what_is_known() -> None:
    """A nickname, a company, an address; the report says by which. A row of nothing is rejected."""
    header = "First Name,Last Name,Nickname,Organization Name,Labels,E-mail 1 - Value,Phone 1 - Value\n"
    text = f"{header},,Bob,,,,\n,,,Acme,,,\n,,,,,x@y.org,\n,,,,,,+49 30 1\n,,,,* myContacts,,\n"
    assert [card.name for card in people("google", text)] == ["Bob", "Acme", "x@y.org", "+49 30 1"]
    assert said("google", text) == [
        "line 2: Bob: no name; called by the nickname", "line 3: Acme: no name; called by the organisation",
        "line 4: x@y.org: no name; called by the email", "line 5: +49 30 1: no name; called by the phone",
        "line 6: no name (only * myContacts)",
    ]  # fmt: skip


def test_googles_own_groups_are_no_topics_and_stay() -> None:
    """`* starred` says something that lnet has no field for, `* myContacts` nothing."""
    header = "First Name,Last Name,Labels\n"
    assert one("google", header + "Ada,L,* starred ::: sql ::: * myContacts\n").topics == ("sql",)
    assert one("google", header + "Ada,L,* starred ::: sql\n").extra == {"Labels": "* starred ::: sql"}
    assert one("google", header + "Ada,L,* myContacts\n").extra == {}


def test_odd_values_are_said_and_kept() -> None:
    """A text that is no address, a birthday that is none, a second company."""
    header = "First Name,Last Name,Organization Name,Birthday,Labels,E-mail 1 - Value\n"
    text = f"{header}Ada,L,A ::: B,soon,,ada at x ::: a@x.org\n"
    card = one("google", text)
    assert card.extra == {
        "Organization Name": "A ::: B",
        "Birthday": "soon",
        "E-mail 1 - Value": "ada at x ::: a@x.org",
    }
    assert (card.organisation, card.addresses) == ("A", (Address("email", "a@x.org"),))
    assert said("google", text) == [
        "line 2: Ada L: 'soon' is not a birthday that is certain; kept in extra",
        "line 2: Ada L: 'ada at x' is not an email address; kept in extra",
    ]


def test_people_who_share_an_address_stay_two() -> None:
    """Two rows with one address and different names have keys of their own."""
    header = "First Name,Last Name,Labels,Phone 1 - Value\n"
    both = people("google", f"{header}Ada,L,,+49 30 1234567\nBo,L,,+49 30 1234567\n")
    assert len({card.source_key for card in both}) == 2


def test_a_broken_row_harms_nobody_else() -> None:
    """A quotation mark that is never closed costs its own row."""
    text = 'First Name,Last Name,Labels,E-mail 1 - Value\nAda,L,,a@x.org\n"Bo,L,,b@x.org\nCy,L,,c@x.org\n'
    assert [card.name for card in people("google", text)] == ["Ada L", "Cy L"]
    assert said("google", text) == ["line 3: a quotation mark is opened and never closed"]


def test_a_file_without_the_header_is_refused() -> None:
    """As the format it is said to be, it is none."""
    with pytest.raises(BadInputError, match="no header of Google Contacts"):
        items("google", "a,b\n1,2\n")
