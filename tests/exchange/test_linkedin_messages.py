"""Conversations read out of LinkedIn's messages.csv: one for each person and day, without what was written."""

from lnet.domain.cards import Item, Me, Problem, Rejected, TalkCard
from lnet.exchange import formats
from lnet.exchange.source import Source
from tests.conftest import TODAY

IN = "https://www.linkedin.com/in/"
ME = Me.of(["Me Example"], [], [f"{IN}me"])
HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)


def row(sender: str, to: str, at: str = "2025-02-01 15:30:00 UTC", subject: str = "", folder: str = "INBOX") -> str:
    """A message; people are named by the end of their page, several with a comma."""
    names = to.replace(",", ", ")
    pages = ",".join(f"{IN}{each}" for each in to.split(",") if each)
    return f'c1,,{sender.title()},{IN}{sender},"{names}","{pages}",{at},{subject},"Hi,\nthere",{folder}'


def items(*rows: str, me: Me = ME) -> list[Item]:
    """All that is read out of a file with these rows."""
    text = "\n".join([HEADER, *rows, ""])
    return list(formats.read(Source("messages.csv", text.encode(), TODAY, me)).items)


def talks(*rows: str, me: Me = ME) -> list[tuple[str, str, str]]:
    """The conversations: what each is known by, its direction, what it is about."""
    found = [item for item in items(*rows, me=me) if isinstance(item, TalkCard)]
    return [(talk.source_key, talk.direction, talk.summary) for talk in found]


def said(*rows: str) -> list[str]:
    """What is said about them."""
    return [
        f"{item.where}: {item.what if isinstance(item, Problem) else item.why}"
        for item in items(*rows)
        if isinstance(item, Problem | Rejected)
    ]


def test_a_person_and_day_are_one_conversation() -> None:
    """Mutual if both wrote; of each of a group on their own; about the first subject; nothing of the content."""
    found = talks(
        row("me", "ada", subject="Hello"),
        row("ada", "me", "2025-02-01 16:05:00 UTC"),
        row("ada", "me", "2025-02-02 09:00:00 UTC"),
        row("me", "wei,ravi", "2025-02-03 09:00:00 UTC"),
    )
    assert found == [
        ("linkedin.com/in/ada|2025-02-01", "mutual", "Hello"),
        ("linkedin.com/in/ada|2025-02-02", "inbound", ""),
        ("linkedin.com/in/wei|2025-02-03", "outbound", ""),
        ("linkedin.com/in/ravi|2025-02-03", "outbound", ""),
    ]
    assert all("there" not in str(item) for item in items(row("me", "ada")))


def test_a_time_may_leave_out_its_zone() -> None:
    """Beside others that name it: each is taken as my clock shows it, and the day is one conversation."""
    found = talks(row("me", "ada", subject="Hello"), row("ada", "me", "2025-02-01 16:05:00"), row("ada", "wei,me"))
    assert found == [("linkedin.com/in/ada|2025-02-01", "mutual", "Hello")]


def test_i_am_found_by_my_name_too() -> None:
    """Where the configuration knows no page of mine."""
    me = Me.of(["me"], [], [])
    assert talks(row("me", "ada"), me=me) == [("linkedin.com/in/ada|2025-02-01", "outbound", "")]


def test_what_is_no_conversation_is_told() -> None:
    """By its reason, with the line."""
    assert said(
        row("ada", "me", folder="SPAM"),
        row("me", "a,b,c,d,e,f"),
        row("ada", "wei"),
        row("ada", "me", "2027-01-01 00:00:00 UTC"),
        f"c1,,LinkedIn Member,,Me Example,{IN}me,2025-02-01 15:30:00 UTC,,x,INBOX",
    ) == [
        "line 2: spam, or a draft",
        "line 4: to more than 5: an announcement",
        "line 6: neither from you nor to you",
        "line 8: dated in the future",
        "line 10: with somebody who has no profile page",
    ]
    assert said(row("ada", "me", "some day")) == ["line 2: no date: 'some day'"]


def test_it_is_told_from_the_connections() -> None:
    """By its header."""
    assert formats.recognised(Source("x.csv", HEADER.encode() + b"\n", TODAY)).name == "linkedin-messages"
