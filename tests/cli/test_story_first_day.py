"""A first day: two people, a conversation, a goal, and what the morning says three days later."""

from tests.conftest import Lnet
from tests.transcript import check


def test_a_first_day(lnet: Lnet) -> None:
    """From an empty store to a promise kept: every answer says what was understood, and what comes next."""
    check(
        lnet,
        """
        # 2026-06-15 Monday evening: a new store, and the first two people
        $ lnet followups
        Nobody needs you today.
        $ lnet add Ada Lovelace --circle close --org "Engine Ltd" --topic sql --met "at a lecture"
        Added Ada Lovelace · ada-lovelace · #sql · every 30 days (close circle), due Thu 18 Jun
          not right? lnet undo
        $ lnet log "yesterday: coffee with ada about query plans; me: send paper by fri; learned: EXPLAIN first #sql"
        Logged i1 · Sun 14 Jun · in person · Ada Lovelace · #sql
          you promised p1  send paper, by Fri 19 Jun
          learned n1       EXPLAIN first
          next due Wed 15 Jul
          not right? lnet log --amend · lnet undo
        $ lnet log "zoom with Wei Chen about indexes #sql" --create
        Logged i2 · Mon 15 Jun · video · Wei Chen · #sql
          added Wei Chen
          not right? lnet log --amend · lnet undo
        $ lnet contact edit wei --circle active --org ETH
        Changed Wei Chen · wei-chen · every 90 days (active circle), due Sun 13 Sep
          not right? lnet undo
        $ lnet goal add Read query plans --topic sql --with ada --next-step "if a page is slow, then I EXPLAIN it first"
        Added g1 · Read query plans · every 14 days
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        $ lnet why ada
        Ada Lovelace
          not yet: you promised to send paper by Fri 19 Jun (in 4 days)
          not due: 0 of 30 days
          every 30 days: close circle
          added on Mon 15 Jun: 0 days
          due on 15 July
          next on the list on 17 June: you promised to send paper by Fri 19 Jun (in 2 days)
        $ lnet goal link g1 wei --for "index puzzles"
        Linked g1 · Read query plans · Wei Chen (index puzzles)
          not right? lnet undo
        $ lnet log "coffee with Grace Hopper"
        lnet: who was it? no contact was recognised (Grace Hopper is not in your network) · name somebody, or --create, or --solo
        [3]
        $ lnet log "coffee with Grace Hopper" --create
        Logged i3 · Mon 15 Jun · in person · Grace Hopper
          added Grace Hopper
          not right? lnet log --amend · lnet undo
        $ lnet undo
        Undid step 7: log coffee with Grace Hopper, 3 rows
          do it again: lnet redo
        $ lnet contact list
        name          circle  roles  last        due
        Ada Lovelace  close   –      2026-06-14  2026-07-15
        Wei Chen      active  –      2026-06-15  2026-09-13
        # 2026-06-18 Thursday morning: the promise is due tomorrow
        $ lnet followups
        row  name          why                                                  last                                             opening
          1  Ada Lovelace  you promised to send paper by Fri 19 Jun (tomorrow)  last 14 June, coffee with ada about query plans  Send paper, as you promised.
        $ lnet brief ada
        Ada Lovelace · close circle
        Engine Ltd
        at a lecture
        known since 14 June · last talked Sun 14 Jun (4 days ago)
          last       Sun 14 Jun · in person · coffee with ada about query plans #sql
          you owe    p1  send paper, by Fri 19 Jun (tomorrow)
          to apply   n1  EXPLAIN first #sql
          topics     #sql
          goals      g1  Read query plans
        $ lnet done p1
        Kept p1 · Ada Lovelace · send paper
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        $ lnet show ada
        Ada Lovelace · ada-lovelace
        …
        """,  # noqa: E501  # a line piped is never wrapped
    )
