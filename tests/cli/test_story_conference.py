"""A conference with four people met and two flagged: before it, there, in the days after, and a look back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from textwrap import dedent

import pytest

from tests.cli.answers import data
from tests.conftest import Lnet
from tests.transcript import check

On = Callable[[int, str], None]


@pytest.fixture
def on(lnet: Lnet) -> On:
    """Checks a transcript on a day of June 2026."""

    def checked(day: int, text: str) -> None:
        check(lnet, f"# 2026-06-{day:02}\n{dedent(text)}")

    return checked


def test_a_conference(lnet: Lnet, on: On) -> None:
    """Every command is one step; nobody is asked about twice, and one undo brings a question back."""
    on(
        8,
        """
        $ lnet contact add Ada Lovelace --circle close --location Berlin --topic compilers
        …
        $ lnet contact add Ravi Patel --topic typing
        …
        $ lnet event add PyCon 2025 --on 2025-06-20 --until 2025-06-22
        …
        $ lnet event meet @pycon ravi --note "sat at my table"
        Met at e1 · PyCon 2025
          Ravi Patel  known · sat at my table
          not right? lnet undo
        $ lnet log "3 jun: call with Ada; me: bring the book by 15 jun; ask: how is the parser?"
        …
        $ lnet event add PyCon 2026 --on "15 jun" --until "17 jun" --place Berlin
        Added e2 · PyCon 2026 · Mon 15 – Wed 17 Jun · Berlin
          not right? lnet undo
        $ lnet brief @pycon
        e2 · PyCon 2026 · Mon 15 – Wed 17 Jun · Berlin
        in 7 days
          before     Ravi Patel · PyCon 2025: sat at my table
          nearby     Ada Lovelace · Berlin
          you owe    p1  bring the book, by Mon 15 Jun (in 7 days) · Ada Lovelace
          ask        Ada Lovelace: how is the parser? (i1, 3 June)
        """,
    )
    on(
        15,
        """
        $ lnet at @pycon
        At e2 · PyCon 2026 · Mon 15 – Wed 17 Jun · Berlin
          logs belong to it until Wed 17 Jun; unknown names are added and flagged
          lnet at --off ends it
          not right? lnet undo
        $ lnet log "talked with Nadia Petrova and Ravi about type checkers #typing"
        Logged i2 · Mon 15 Jun · event · Ravi Patel, Nadia Petrova · #typing · PyCon 2026
          added Nadia Petrova, to follow up
          you are at PyCon 2026 · lnet at --off
          not right? lnet log --amend · lnet undo
        $ lnet log "lunch with Omar Haddad; me: send him the talk by fri; learned: stubs first"
        Logged i3 · Mon 15 Jun · in person · Omar Haddad · PyCon 2026
          added Omar Haddad, to follow up
          you promised p2  send him the talk, by Fri 19 Jun
          learned n1       stubs first
          you are at PyCon 2026 · lnet at --off
          not right? lnet log --amend · lnet undo
        """,
    )
    on(
        16,
        """
        $ lnet event meet @pycon - <<
        > Lena Vogel <lena@x.org> (ETH) #packaging: runs the sprint
        > Tom Ito #typing: wants a reviewer
        > ravi patel <ravi@x.org>
        > Kim <kim at x>
        Met at e2 · PyCon 2026
          Lena Vogel  added · lena@x.org, ETH, #packaging · runs the sprint
          Tom Ito     added · #typing · wants a reviewer
          Ravi Patel  met before · ravi@x.org
          line 4: 'kim at x' is no e-mail address, page or telephone number
          3 people: 2 added, 1 known; 0 to follow up; 1 line not understood
          not right? lnet undo
        $ lnet event list
        ref  event       days                      when          place   met  flagged
        e2   PyCon 2026  Mon 15 – Wed 17 Jun       now           Berlin    5        2
        e1   PyCon 2025  Fri 20 – Sun 22 Jun 2025  359 days ago  –         1        0
        """,
    )
    on(
        18,
        """
        $ lnet at
        You are at no event; a log belongs to one only if it says so. Begin: lnet at EVENT
        $ lnet log "emailed Nadia the draft on type checkers"
        Logged i4 · Thu 18 Jun · email · you wrote · Nadia Petrova
          not right? lnet log --amend · lnet undo
        """,
    )
    listed = data(lnet, "followups", today=date(2026, 6, 19))["people"]
    assert [(row["name"], row["reasons"][0]["kind"], row["opening"]) for row in listed] == [
        ("Ada Lovelace", "promise", "Bring the book, as you promised."),
        ("Omar Haddad", "event", "Send him the talk, as you promised."),
    ]
    assert [reason["kind"] for reason in listed[1]["reasons"]] == ["event", "promise"]
    on(
        21,
        """
        $ lnet event meet @pycon ravi nadia tom --no-follow-up
        …
        $ lnet event meet @pycon lena --follow-up
        Met at e2 · PyCon 2026
          Lena Vogel  met before · to follow up · runs the sprint
          not right? lnet undo
        $ lnet review @pycon
        Met at PyCon 2026
        - [ ] Omar Haddad: to follow up · lunch with Omar Haddad → lnet event meet e2 omar-haddad --follow-up · …
        $ lnet followups
        row  name          why …
        …
          3  Lena Vogel    met at PyCon 2026, which ended 4 days ago; no word since …
        $ lnet event meet @pycon omar --no-follow-up
        …
        $ lnet review @pycon
        Everybody you met there was looked back at.
        $ lnet undo
        Undid step 14: event meet e2 omar-haddad, 1 row
          do it again: lnet redo
        $ lnet event show e2
        e2 · PyCon 2026 · Mon 15 – Wed 17 Jun · Berlin
        4 days ago

        Met there
            Ravi Patel
            Nadia Petrova
            Omar Haddad · to follow up
            Lena Vogel · to follow up · runs the sprint
            Tom Ito · wants a reviewer

        Conversations
          i3  Mon 15 Jun · Omar Haddad: lunch with Omar Haddad
          i2  Mon 15 Jun · Ravi Patel, Nadia Petrova: talked with Nadia Petrova and Ravi about type checkers

        Open between you
          p2  to Omar Haddad: send him the talk, by Fri 19 Jun

        Learned there
          n1  stubs first
        """,
    )
    assert [item["name"] for item in data(lnet, "review", "e2", today=date(2026, 6, 21))["steps"][0]["items"]] == [
        "Omar Haddad"
    ]


def test_what_was_flagged_and_left_over_comes_in_the_weekly_review(lnet: Lnet) -> None:
    """More than two weeks later; the checklist has the command that lets it be."""
    lnet("event add PyCon --on 2026-06-15")
    lnet('event meet PyCon "Bo Li" --create --follow-up')
    late = partial(lnet, today=date(2026, 7, 5))
    (item,) = next(step["items"] for step in data(late, "review")["steps"] if step["step"] == "events")
    assert item["commands"] == ["lnet done bo-li", "lnet snooze bo-li", "lnet event meet e1 bo-li --no-follow-up"]
    late(item["commands"][-1].removeprefix("lnet "))
    assert all(not step["items"] for step in data(late, "review")["steps"] if step["step"] == "events")
