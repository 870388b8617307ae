"""Cards as they are written: what each program reads, nothing lost, and what came as it came."""

import json
from datetime import date
from typing import Any
from unicodedata import normalize

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.cards import Address, PersonCard
from lnet.domain.names import clean
from lnet.domain.vocabulary import ROLES
from lnet.exchange.source import Source
from lnet.exchange.vcard.folding import fold
from lnet.exchange.vcard.reader import read
from lnet.exchange.vcard.writer import V3, V4, Version, cards
from tests.conftest import TODAY

BOTH = pytest.mark.parametrize("version", [V4, V3], ids=["4.0", "3.0"])


def written(person: PersonCard, version: Version = V4) -> str:
    """The file with one person."""
    return "".join(cards([person], version, TODAY))


def unfolded(text: str) -> list[str]:
    """Its lines."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def again(text: str) -> PersonCard:
    """The one person of a file."""
    (found,) = (each for each in read(Source("x.vcf", text.encode(), TODAY)) if isinstance(each, PersonCard))
    return found


def back(person: PersonCard, version: Version) -> PersonCard:
    """A person written and read again; where and as whom is left out."""
    return again(written(person, version))._replace(where="", source_key="", former_keys=())


ADA = PersonCard(
    where="", source_key="0190-a", name="Ada Lovelace", organisation="Engines, Ltd", title="Mathematician",
    field="analysis", location="London, England", how_met="at a party; by chance", met_on=date(2024, 3, 12),
    birthday="--12-10", note="first\nsecond \\ third", nicknames=("Ada", "Countess"), roles=("mentor", "expert"),
    topics=("query plans", "sql"),
    addresses=(
        Address("email", "ada@example.org", "work", primary=True), Address("phone", "+44 20 7946 0958", "Summer house"),
        Address("url", "https://ada.example/a,b;c"), Address("handle", "ada lovelace", "skype"),
        Address("handle", "@ada", "the blue one"), Address("handle", "ada:99"),
    ),
)  # fmt: skip


def test_version_four() -> None:
    """Types where there is one for the label, else a line beside it; what vCard has no property for is ours."""
    assert unfolded(written(ADA)) == [
        "BEGIN:VCARD", "VERSION:4.0", "PRODID:-//lnet//lnet 0.1.0//EN", "UID:urn:uuid:0190-a", "FN:Ada Lovelace",
        "NICKNAME:Ada,Countess", "CATEGORIES:query plans,sql", "X-LNET-ROLE:mentor,expert", "ORG:Engines\\, Ltd",
        "BDAY:--1210", "ADR:;;;London\\, England;;;", "X-LNET-MET-ON:2024-03-12", "TITLE:Mathematician",
        "NOTE:first\\nsecond \\\\ third", "X-LNET-FIELD:analysis", "X-LNET-HOW-MET:at a party\\; by chance",
        "EMAIL;TYPE=work;PREF=1:ada@example.org", "item1.TEL:+44 20 7946 0958", "item1.X-ABLabel:Summer house",
        "URL:https://ada.example/a,b;c", "IMPP:skype:ada%20lovelace", "item2.IMPP:x-apple:@ada",
        "item2.X-ABLabel:the blue one", "IMPP:x-apple:ada:99", "END:VCARD",
    ]  # fmt: skip


def test_version_three() -> None:
    """It asks for the parts of the name, and says without a year as Apple does."""
    lines = unfolded(written(ADA, V3))
    assert lines[3:6] == ["UID:0190-a", "FN:Ada Lovelace", "N:Lovelace;Ada;;;"]
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10" in lines
    assert "EMAIL;TYPE=work,pref:ada@example.org" in lines


@BOTH
def test_everything_comes_back(version: Version) -> None:
    """Written and read again, a person is who they were."""
    found = back(ADA, version)
    assert found._replace(extra={}) == ADA._replace(source_key="")


LINES = [
    'X-CUSTOM;X-A="1;2":some\\, thing;  else ', "item1.X-ABDATE:2019-06-01", "item1.X-ABLabel:_$!<Anniversary>!$_",
    "ORG:Second", "GEO:1.5;2.5", "X-EMPTY:", f"X-LONG:{'Ünï ' * 60}",
    "X-OLD;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:" + "=C3 a=20" * 40,
]  # fmt: skip
PART = [
    "N;SORT-AS=x:Lovelace;Ada;;;", "ORG:Engines\\, Ltd;Research", "ADR;TYPE=HOME:;;1 Main St;London;;1234;England",
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "item7.EMAIL;TYPE=work,pref;X-A=1:ada@example.org",
]  # fmt: skip


@BOTH
def test_what_came_goes_back_as_it_came(version: Version) -> None:
    """Byte for byte, in the order in which it came, also what a field holds a part of; nothing is said twice."""
    person = ADA._replace(extra={"lines": LINES, "part": [*PART[:4], f"{PART[4]}\nitem7.X-ABLabel:work"]})
    assert back(person, version).extra == person.extra
    lines = unfolded(written(person, version))
    for name in ("N", "ORG", "ADR", "BDAY"):
        assert next(line for line in lines if line.split(":")[0].split(";")[0] == name) in PART
    assert sum("ada@example.org" in line for line in lines) == 1
    assert "item8.X-ABLabel:Summer house" in lines


def test_what_was_edited_here_is_said_anew() -> None:
    """A line that came and no longer agrees with its field is left out."""
    person = ADA._replace(
        name="Ada King", organisation="Crown", location="Ockham", birthday="1815-12-10",
        addresses=(Address("email", "ada@king.org"),), extra={"lines": [], "part": PART},
    )  # fmt: skip
    assert unfolded(written(person, V3))[4:] == [
        "FN:Ada King", "N:King;Ada;;;", "NICKNAME:Ada,Countess", "CATEGORIES:query plans,sql",
        "X-LNET-ROLE:mentor,expert", "ORG:Crown", "BDAY:1815-12-10", "ADR:;;;Ockham;;;", "X-LNET-MET-ON:2024-03-12",
        "TITLE:Mathematician", "NOTE:first\\nsecond \\\\ third", "X-LNET-FIELD:analysis",
        "X-LNET-HOW-MET:at a party\\; by chance", "EMAIL:ada@king.org", "END:VCARD",
    ]  # fmt: skip


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
WORD = st.text(LETTERS, min_size=1, max_size=40).map(lambda text: " ".join(text.split()))
LINE = st.lists(WORD, min_size=1, max_size=3).map(lambda words: " ".join(" ".join(words).split())).filter(bool)
PLAIN = LINE.filter(lambda text: "," not in text)
LABEL = st.none() | st.sampled_from(["work", "home fax", "cell, work", "Summer house", "pref", "xmpp"]) | LINE
WAY = st.one_of(
    st.builds(Address, st.just("email"), st.emails().filter(lambda text: "%" not in text), LABEL, st.booleans()),
    st.builds(Address, st.just("phone"), st.from_regex(r"\+?[0-9][0-9 ]{2,12}[0-9]", fullmatch=True).map(clean), LABEL),
    st.builds(Address, st.just("url"), WORD.map(lambda text: f"https://{text}"), LABEL, st.booleans()),
    st.builds(Address, st.just("handle"), LINE, LABEL, st.booleans()),
)
PERSON = st.builds(
    PersonCard, where=st.just(""), source_key=st.just("a"), name=LINE, organisation=st.none() | LINE,
    title=st.none() | LINE, field=st.none() | LINE, location=st.none() | LINE, how_met=st.none() | LINE,
    met_on=st.none() | st.dates(date(1950, 1, 1), TODAY),
    birthday=st.none() | st.dates(date(1605, 1, 1), TODAY).map(str) | st.just("--02-29"),
    note=st.none() | st.text(LETTERS | st.sampled_from("\n ,;\\"), min_size=1).map(str.strip).filter(bool),
    nicknames=st.lists(LINE, max_size=2, unique=True).map(tuple),
    roles=st.lists(st.sampled_from(ROLES), max_size=2, unique=True).map(tuple),
    topics=st.lists(PLAIN, max_size=2, unique=True).map(tuple),
    addresses=st.lists(WAY, max_size=4, unique_by=lambda each: each.key).map(tuple),
    aims=st.lists(LINE, max_size=2, unique=True).map(tuple), extra=st.just({}), former_keys=st.just(()),
    knows=st.just(()), introduced_by=st.none(), circle=st.none(), every_days=st.none(),
)  # fmt: skip


@BOTH
@given(person=PERSON)
def test_anybody_comes_back(version: Version, person: PersonCard) -> None:
    """Whoever they are and however they are spelled."""
    found = again(written(person, version))
    assert nfc(found._replace(where="", former_keys=(), extra={})) == nfc(person)


def nfc(person: PersonCard) -> Any:
    """The content in the form in which it is stored."""
    content = {name: value for name, value in person.content().items() if name != "extra"}
    return json.loads(normalize("NFC", json.dumps(content, ensure_ascii=False)))


@given(person=PERSON)
def test_vobject_reads_what_is_written(person: PersonCard) -> None:
    """Another library finds name, note and addresses where it looks for them."""
    found = vobject.readOne(written(person, V3))
    assert found.fn.value == person.name
    assert len(found.contents.get("email", ())) == sum(each.kind == "email" for each in person.addresses)
    assert not person.note or found.note.value == person.note


@given(st.text(LETTERS | st.just(" "), max_size=300))
def test_lines_are_folded_between_letters(text: str) -> None:
    """At most 75 octets a line, and joined again they are the line."""
    folded = fold(f"NOTE:{text}")
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == f"NOTE:{text}"
