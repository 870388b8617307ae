"""Conversations read out of mail: one for each thread and day, from headers alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.cards import Item, Me, Problem, Rejected, TalkCard
from lnet.errors import BadInputError
from lnet.exchange import formats
from lnet.exchange.mail import reader
from lnet.exchange.mail.headers import heads
from lnet.exchange.source import Source
from tests.conftest import TODAY

ME = Me.of(["Me"], ["me@example.org"], [])
PARTING = "From ada@example.org Mon Jun  1 09:00:00 2026\n"
DATE = "Date: Mon, 1 Jun 2026 09:00:00 +0200"
FROM_ADA = "From: Ada Lovelace <ada@example.org>\nTo: me@example.org"
TO_ADA = "From: Me <me@example.org>\nTo: Ada Lovelace <ada@example.org>"


def mail(*lines: str, body: str = "Hello.") -> str:
    """One message with these headers."""
    return "\n".join([*lines, "", body, ""])


def mailbox(*messages: str) -> str:
    """A mailbox of these messages."""
    return "\n".join(PARTING + message for message in messages)


def items(text: str | bytes, name: str | None = None) -> tuple[Item, ...]:
    """All that is read out of a file."""
    data = text.encode() if isinstance(text, str) else text
    return formats.read(Source("x", data, TODAY, ME), name).items


def talks(text: str | bytes, name: str | None = None) -> list[TalkCard]:
    """The conversations in it."""
    return [item for item in items(text, name) if isinstance(item, TalkCard)]


def said(text: str | bytes, name: str | None = None) -> list[str]:
    """What is said about it, with the places."""
    return [
        f"{item.where}: {item.what if isinstance(item, Problem) else item.why}"
        for item in items(text, name)
        if isinstance(item, Problem | Rejected)
    ]


def test_a_message_becomes_a_conversation() -> None:
    """With its day and subject, without its body; who wrote it gives the direction."""
    (found,) = talks(mail(FROM_ADA, DATE, "Subject: Re: AW: Query plans", "Message-ID: <m2@x>"))
    assert (str(found.occurred_on), found.time, found.channel) == ("2026-06-01", "09:00", "email")
    assert (found.direction, found.summary, found.note) == ("inbound", "Query plans", None)
    assert [(person.name, person.source_key) for person in found.people] == [("Ada Lovelace", "ada@example.org")]
    assert [talk.direction for talk in talks(mail(TO_ADA, DATE, "Subject: x"))] == ["outbound"]


def test_a_thread_and_day_are_one_conversation() -> None:
    """By what the messages say they answer, else by "Re:"; mutual if both wrote; another day is another one."""
    early = DATE.replace("09:00", "08:00")
    text = mailbox(
        mail(TO_ADA, DATE, "Subject: Plans", "Message-ID: <m1@x>"),
        mail(FROM_ADA, early, "Subject: Re: Plans", "References: <m1@x>", "Message-ID: <m2@x>"),
        mail(FROM_ADA, DATE.replace("09:00", "11:00"), "Subject: AW: Plans"),
        mail(TO_ADA, DATE.replace("1 Jun", "2 Jun"), "Subject: Re: Plans", "In-Reply-To: <m2@x>"),
        mail(TO_ADA, DATE, "Subject: Other", "Message-ID: <m9@x>"),
    )
    assert [(talk.source_key, talk.direction, talk.time, talk.summary) for talk in talks(text)] == [
        ("m1@x|2026-06-01", "mutual", "08:00", "Plans"),
        ("m9@x|2026-06-01", "outbound", "09:00", "Other"),
        ("m1@x|2026-06-02", "outbound", "09:00", "Plans"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("From: no-reply@shop.example\nTo: me@example.org", DATE), "from a list or a machine"),
        (("From: MAILER-DAEMON@x.org\nTo: me@example.org", DATE), "from a list or a machine"),
        ((FROM_ADA, DATE, "List-Id: <dev.example.org>"), "from a list or a machine"),
        ((FROM_ADA, DATE, "Precedence: bulk"), "from a list or a machine"),
        ((FROM_ADA, DATE, "Auto-Submitted: auto-replied"), "from a list or a machine"),
        ((FROM_ADA + ", a@x.org, b@x.org, c@x.org\nCc: d@x.org, e@x.org", DATE), "to more than 5: an announcement"),
        ((FROM_ADA.replace("me@", "you@"), DATE), "neither from you nor to you"),
        (("From: me@example.org\nTo: me@example.org", DATE), "to nobody else"),
        ((FROM_ADA, DATE.replace("2026", "2027")), "dated in the future"),
        ((FROM_ADA, DATE, "X-Mozilla-Status: 0009"), "thrown away, or a draft"),
        ((FROM_ADA, DATE, "X-Gmail-Labels: Spam,Unread"), "thrown away, or a draft"),
        ((FROM_ADA,), "no date that could be read"),
        ((FROM_ADA, "Date: once upon a time"), "no date that could be read"),
        ((DATE, "To: me@example.org", "From: Somebody"), "no sender"),
    ],
)
def test_what_is_no_conversation_is_told(lines: tuple[str, ...], why: str) -> None:
    """By its reason; nothing is dropped silently."""
    assert said(mail(*lines), "eml") == [f"message 1: {why}"]


def test_five_recipients_are_a_conversation() -> None:
    """I wrote to all of them; who only had a copy of it is no part of it."""
    to = ", ".join(f"p{number}@x.org" for number in range(4))
    (found,) = talks(mail(f"From: me@example.org\nTo: {to}\nCc: copy@x.org", DATE))
    assert [person.source_key for person in found.people] == [f"p{number}@x.org" for number in range(4)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("=?UTF-8?B?44G/44GR44KL?=", "みける"),
        ("=?EUC-KR?Q?=C7=D1=B1=B9?=", "한국"),
        ("=?utf-8?q?Jos=C3=A9?= =?utf-8?q?_Mu=C3=B1oz?=", "José Muñoz"),
        ("=?no-such-charset?q?Jos=C3=A9?=", "José"),
        ('"Lovelace, Ada"', "Ada Lovelace"),
        ("José", "José"),
        ("", "ada@example.org"),
    ],
)
def test_names_in_every_alphabet(name: str, expected: str) -> None:
    """Encoded words are decoded; a name that is its address is no name."""
    (found,) = talks(mail(f"From: {name} <ada@example.org>\nTo: me@example.org", DATE))
    assert [person.name for person in found.people] == [expected]


def test_an_address_may_stand_without_brackets() -> None:
    """Behind the name; whoever else the header names is not lost."""
    (found,) = talks(mail("From: me@example.org\nTo: Ada Lovelace ada@example.org, Wei <wei@example.org>", DATE))
    assert [(person.name, person.source_key) for person in found.people] == [
        ("Ada Lovelace", "ada@example.org"),
        ("Wei", "wei@example.org"),
    ]


@pytest.mark.parametrize(
    "date_line",
    ["Date: Mon, 1 Jun 2026 09:00:00 +0200 (MESZ)", "Date : Mon, 1 Jun 2026 09(nine):   00  :  00 +0200",
     "Date: 2026-06-01T09:00:00+02:00"],
)  # fmt: skip
def test_remarks_and_blanks_in_a_date(date_line: str) -> None:
    """They do not matter, wherever they stand."""
    (found,) = talks(mail(FROM_ADA, date_line))
    assert (str(found.occurred_on), found.time) == ("2026-06-01", "09:00")


def test_a_line_of_the_head_may_be_broken() -> None:
    """It is passed over; the file is still seen to be a message."""
    (found,) = talks(mail("Received: by x.org", "quite Delivered-To: me", FROM_ADA, DATE))
    assert [person.name for person in found.people] == ["Ada Lovelace"]


def test_headers_in_eight_bits_and_folded() -> None:
    """As old programs wrote them."""
    data = mail("From: José <ada@example.org>", "To: me@example.org", DATE, "Subject: a\n long one").encode("latin-1")
    (found,) = talks(data)
    assert (found.people[0].name, found.summary) == ("José", "a long one")


def test_lines_of_a_body_part_no_messages() -> None:
    """A "From " that nobody marked counts only behind a blank line, before a header."""
    body = "From here on it is text.\n\nFrom the desk of Ada\nnot: a header?\n\nFrom: somebody\nSubject: quoted\n"
    text = mailbox(mail(FROM_ADA, DATE, body=body), mail(TO_ADA, DATE, "Subject: Two"))
    assert [head.number for head in heads(Source("x", text.encode(), TODAY))] == [1, 2]
    for parting in ("From \n", "From - Mon Jun 01 09:00:00 2026\n", "From 123@xxx Mon Jun 01 09:00:00 +0000 2026\n"):
        other = text.replace(PARTING, parting).replace("\n", "\r\n")
        assert [head.number for head in heads(Source("x", other.encode(), TODAY))] == [1, 2]


def test_they_are_recognised_by_their_content() -> None:
    """A mailbox by its first line, a message by its headers; a letter is neither."""
    for text, name in ((mailbox(mail(FROM_ADA, DATE)), "mbox"), (mail("Received: x", FROM_ADA, DATE), "eml")):
        assert formats.recognised(Source("x", text.encode(), TODAY)).name == name
    for text in ("From here to there\nis a way.", "Dear Ada,\nTo: the point", "Subject: Hello\n\nBody"):
        assert not reader.is_mailbox(Source("x", text.encode(), TODAY))
        assert not reader.is_message(Source("x", text.encode(), TODAY))


def test_without_me_it_cannot_be_read() -> None:
    """The error says which line of the configuration to write."""
    with pytest.raises(BadInputError, match="who you are"):
        formats.read(Source("x", mail(FROM_ADA, DATE).encode(), TODAY))


def test_a_hostile_header_ends_within_seconds() -> None:
    """Remarks within remarks, a line without an end, thousands of addresses."""
    for text in ("(" * 60_000, "a" * 3_000_000, ", ".join(f"p{number}@x.org" for number in range(5000))):
        items(mail(f"From: {text} <ada@example.org>", "To: me@example.org", DATE), "eml")


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    """Whatever follows, it ends in items."""
    items(mail(FROM_ADA, DATE).encode()[:-8] + data, "eml")
    items(PARTING.encode() + data, "mbox")


def test_days_are_mine(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that knows its time zone, a message stands on my day."""
    from dateutil import tz

    source = Source("x", mail(FROM_ADA, DATE).encode(), TODAY, ME, zone=tz.gettz("Pacific/Honolulu"))
    (found,) = [item for item in formats.read(source).items if isinstance(item, TalkCard)]
    assert found.occurred_on == date(2026, 5, 31)
