"""`lnet import` of calendars, mail and messages: what comes in, what the same file again does, how it is taken back."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.answers import HOSTILE
from tests.conftest import Lnet, Seed
from tests.transcript import check

PAGE = "https://www.linkedin.com/in/"
TABLES = ("contact", "method", "interaction", "participant", "interaction_topic", "provenance", "figure")
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20260601T150000Z
SUMMARY:Coffee and query plans
ATTENDEE;CN=Ada Lovelace:mailto:ada@example.org
ATTENDEE;CN=Wei Chen:mailto:wei@example.org
ATTENDEE;CN=Me:mailto:me@example.org
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20260602
SUMMARY:Holiday
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260603T150000Z
SUMMARY:With strangers
ATTENDEE;CN=Wei Chen:mailto:wei@example.org
END:VEVENT
END:VCALENDAR
"""
SENT = """From: Me <me@example.org>
To: Ada <ada@example.org>
Date: Mon, 1 Jun 2026 09:00:00 +0000
Message-ID: <m1@x>
Subject: Query plans

Never stored.
"""
ANSWER = """From: Ada <ada@example.org>
To: me@example.org
Date: Mon, 1 Jun 2026 11:00:00 +0000
Message-ID: <m2@x>
In-Reply-To: <m1@x>
Subject: Re: Query plans

Neither stored.
"""
MESSAGES = f"""CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
c1,Ada,{PAGE}ada,Me,{PAGE}me,2025-02-01 15:30:00 UTC,Hello,"Never, stored",INBOX
c1,Me,{PAGE}me,Ada,{PAGE}ada,2025-02-01 16:05:00 UTC,,"Nor this",INBOX
"""


@pytest.fixture
def ada(seed: Seed, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada, by address and page; and who I am."""
    seed(f"contact add 'Ada Lovelace' --email ada@example.org --url {PAGE}ada")
    monkeypatch.setenv("LNET_CONFIG", str(home / "config.toml"))
    (home / "config.toml").write_text(f'[me]\nnames = ["Me"]\nemails = ["me@example.org"]\nurls = ["{PAGE}me"]\n')
    for name, text in {
        "c.ics": CALENDAR, "sent.eml": SENT, "answer.eml": ANSWER, "messages.csv": MESSAGES,
        "all.mbox": f"From me Mon Jun  1 09:00:00 2026\n{SENT}\nFrom ada Mon Jun  1 11:00:00 2026\n{ANSWER}",
    }.items():  # fmt: skip
        (home / name).write_text(text)


def run(lnet: Lnet, *words: str) -> dict[str, Any]:
    """The data of an import."""
    ran = lnet("import", *words, "--json")
    assert ran.status == 0, ran.err or ran.out
    data: dict[str, Any] = json.loads(ran.out)["data"]
    return data


def stored(home: Path) -> list[list[tuple[Any, ...]]]:
    """Every row of the tables that an import writes."""
    with sqlite3.connect(home / "lnet.db") as db:
        return [db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]


def talks(lnet: Lnet) -> list[tuple[Any, ...]]:
    """Every conversation: day, channel, direction, what it was about, who took part."""
    data = json.loads(lnet("interaction list --json").out)["data"]
    return [
        (each["occurred_on"], each["channel"], each["direction"], each["summary"],
         [who["slug"] for who in each["participants"]])
        for each in data
    ]  # fmt: skip


@pytest.mark.usefixtures("ada")
def test_a_calendar_reads_like_this(lnet: Lnet) -> None:
    """What was passed over, who is not known, what was taken in; with --create nobody is left out."""
    check(
        lnet,
        """
        $ lnet import c.ics
        event 1  Wei Chen (wei@example.org) is not in your network, 2 conversations
        event 3  a conversation with nobody known: not taken in (--create adds them)
        event 2  all day: no meeting
        Imported: 0 added · 1 rejected · 1 interaction
          not right? lnet undo

        $ lnet import c.ics --create
        event 2  all day: no meeting
        Imported: 1 added · 1 merged · 1 interaction
          not right? lnet undo

        $ lnet interaction list --limit 5
        …
        """,
    )
    assert talks(lnet) == [
        ("2026-06-03", "other", "mutual", "With strangers", ["wei-chen"]),
        ("2026-06-01", "in_person", "mutual", "Coffee and query plans", ["ada-lovelace", "wei-chen"]),
    ]


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("file", ["c.ics", "all.mbox", "answer.eml", "messages.csv"])
def test_the_same_file_again_changes_nothing(lnet: Lnet, home: Path, file: str) -> None:
    """Three times, with strangers added or not; one undo takes all of it back, and it may come again."""
    before = stored(home)
    first = run(lnet, file, "--create")
    after = stored(home)
    assert first["interactions"] > 0
    for options in ((), ("--create",)):
        again = run(lnet, file, *options)
        assert (again["added"], again["merged"], again["interactions"]) == (0, 0, 0)
        assert again["unchanged"] == first["interactions"]
        assert stored(home) == after
    lnet(f"undo {first['undo']}")
    assert stored(home) == before
    assert run(lnet, file, "--create")["interactions"] == first["interactions"]


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("files", [["sent.eml", "answer.eml"], ["answer.eml", "sent.eml"], ["all.mbox"]])
def test_a_thread_is_one_conversation_however_it_comes(lnet: Lnet, files: list[str]) -> None:
    """In one file or several, at once or one after the other, in whatever order; mutual in the end."""
    run(lnet, *files)
    for file in (*files, "all.mbox", "sent.eml"):
        assert run(lnet, file)["interactions"] == 0
    assert talks(lnet) == [("2026-06-01", "email", "mutual", "Query plans", ["ada-lovelace"])]


@pytest.mark.usefixtures("ada")
def test_a_later_part_makes_it_mutual(lnet: Lnet, home: Path) -> None:
    """The answer of the same day; what I wrote about it myself stays."""
    assert talks(lnet) == []
    run(lnet, "sent.eml")
    assert [each[2] for each in talks(lnet)] == ["outbound"]
    lnet("interaction edit i1 --summary Mine")
    assert run(lnet, "answer.eml")["merged"] == 1
    assert talks(lnet) == [("2026-06-01", "email", "mutual", "Mine", ["ada-lovelace"])]
    assert b"stored." not in (home / "lnet.db").read_bytes()


@pytest.mark.usefixtures("ada")
def test_messages_are_one_conversation_a_day(lnet: Lnet, home: Path) -> None:
    """By the profile page; nothing of what was written is in the store."""
    run(lnet, "messages.csv")
    assert talks(lnet) == [("2025-02-01", "chat", "mutual", "Hello", ["ada-lovelace"])]
    assert b"Never, stored" not in (home / "lnet.db").read_bytes()


@pytest.mark.usefixtures("ada")
def test_without_me_it_ends_with_the_line_that_says_who_i_am(lnet: Lnet, home: Path) -> None:
    """Exit 4 for each kind of file, and nothing is stored."""
    (home / "config.toml").write_text("")
    for file in ("c.ics", "all.mbox", "sent.eml", "messages.csv"):
        ran = lnet(f"import {file}")
        assert ran.status == 4
        assert "me = {" in ran.err
    assert talks(lnet) == []


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_safely(lnet: Lnet, home: Path, text: str) -> None:
    """In names and titles, whatever a calendar holds."""
    flat = text.replace("\n", " ").replace("\r", " ")
    (home / "h.ics").write_text(
        f"BEGIN:VEVENT\nDTSTART:20260601T150000Z\nSUMMARY:{flat}\nDTSTART;TZID={flat}:x\n"
        f"ATTENDEE;CN=\"{flat}\":mailto:x@example.org\nATTENDEE:mailto:ada@example.org\n{flat}\nEND:VEVENT\n",
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    for words in ("import h.ics --dry-run", "import h.ics --create", "interaction list"):
        ran = lnet(words)
        assert ran.status in (0, 4)
        assert "\x1b" not in ran.out + ran.err


@pytest.mark.usefixtures("ada")
def test_a_calendar_goes_out_as_events_or_to_dos(lnet: Lnet, home: Path) -> None:
    """To a file, to standard output; --todo is for the calendar alone."""
    lnet("contact edit ada --every 30d")
    assert lnet("export -o out.ics").status == 0
    assert "SUMMARY:Follow up with Ada Lovelace\n" in (home / "out.ics").read_text()
    assert "BEGIN:VTODO" in lnet("export --format ics --todo").out
    assert lnet("export --format json --todo").status == 2
