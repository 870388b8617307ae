"""A burnout and a fresh start: five months without a record, and no reproach."""

from tests.conftest import Lnet
from tests.transcript import check


def test_a_burnout_and_a_fresh_start(lnet: Lnet) -> None:
    """The list stays short, every way to begin again can be taken back, and nothing that was written is lost."""
    check(
        lnet,
        """
        # 2026-01-05 a new year, and all goes well
        $ lnet add Ada Lovelace --circle close
        Added Ada Lovelace · ada-lovelace · every 30 days (close circle), due Thu 8 Jan
          not right? lnet undo
        $ lnet add Wei Chen --circle close
        Added Wei Chen · wei-chen · every 30 days (close circle), due Fri 9 Jan
          not right? lnet undo
        $ lnet add Grace Hopper --circle inner
        Added Grace Hopper · grace-hopper · every 14 days (inner circle), due Sat 10 Jan
          not right? lnet undo
        $ lnet add Ravi Patel --circle active
        Added Ravi Patel · ravi-patel · every 90 days (active circle), due Sun 11 Jan
          not right? lnet undo
        $ lnet add Mei Sato --circle close
        Added Mei Sato · mei-sato · every 30 days (close circle), due Mon 12 Jan
          not right? lnet undo
        $ lnet add Olga Koval --circle close
        Added Olga Koval · olga-koval · every 30 days (close circle), due Tue 13 Jan
          not right? lnet undo
        $ lnet goal add Write a book --with ada
        Added g1 · Write a book · every 14 days
          not right? lnet undo
        $ lnet log "coffee with ada; me: send her chapter one by 20 jan"
        Logged i1 · Mon 5 Jan · in person · Ada Lovelace
          you promised p1  send her chapter one, by Tue 20 Jan
          next due Wed 4 Feb
          not right? lnet log --amend · lnet undo
        $ lnet log "zoom with wei"
        Logged i2 · Mon 5 Jan · video · Wei Chen
          next due Wed 4 Feb
          not right? lnet log --amend · lnet undo
        # 2026-01-12 still
        $ lnet log "lunch with grace"
        Logged i3 · Mon 12 Jan · in person · Grace Hopper
          next due Mon 26 Jan
          not right? lnet log --amend · lnet undo
        $ lnet log "call with ravi, mei and olga"
        Logged i4 · Mon 12 Jan · call · Ravi Patel, Mei Sato, Olga Koval
          next due Sun 12 Apr · Ravi Patel
          next due Wed 11 Feb · Mei Sato
          next due Wed 11 Feb · Olga Koval
          not right? lnet log --amend · lnet undo
        $ lnet goal progress g1 "chapter one, first half"
        Progress on g1 · Write a book
          Mon 12 Jan  chapter one, first half
          not right? lnet undo
        # 2026-06-15 then nothing for five months: the list is short, and says where to begin
        $ lnet followups
        Welcome back. Away, or a fresh start? lnet away / lnet fresh-start
        row  name          why                                                                                                                                                             last                                           opening
          1  Grace Hopper  154 days; you aim for every 14                                                                                                                                  last 12 January, lunch with grace              Ask what they are learning these days.
          2  Ravi Patel    154 days; you aim for every 90                                                                                                                                  last 12 January, call with ravi, mei and olga  Ask what they are learning these days.
          3  Mei Sato      154 days; you aim for every 30; drifted: keep, lengthen or rest?                                                                                                last 12 January, call with ravi, mei and olga  Ask what they are learning these days.
          4  Olga Koval    154 days; you aim for every 30; drifted: keep, lengthen or rest?                                                                                                last 12 January, call with ravi, mei and olga  Ask what they are learning these days.
          5  Ada Lovelace  you promised to send her chapter one by Tue 20 Jan (146 days late): renegotiate or release? · 161 days; you aim for every 30; drifted: keep, lengthen or rest?  last 5 January, coffee with ada                Send her chapter one, as you promised.
        goal  title         why
        g1    Write a book  154 days; you aim for every 14; Ada Lovelace could help; keep, reshape, pause or drop?
        4 to settle: lnet review
        $ lnet away 2026-01-20 2026-06-14
        Away Tue 20 Jan to Sun 14 Jun
          146 days do not count; 6 people come due later than without
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        1 to settle: lnet review
        $ lnet undo
        Undid step 13: away 2026-01-20 2026-06-14, 1 row
          do it again: lnet redo
        # 2026-06-16 slept over: rather a fresh start than five months of holidays
        $ lnet pace
        circle    people    every  a week  a day
        inner          1  14 days     0.5   0.07
        close          4  30 days     0.9   0.13
        active         1  90 days     0.1   0.01
        together       6              1.5   0.22
        That is about one conversation every 5 days.
        $ lnet fresh-start
        A fresh start.
          6 people come due anew, from Wed 24 Jun to Mon 14 Sep
            Wed 24 Jun  Ada Lovelace
            Tue 30 Jun  Grace Hopper
            Wed 1 Jul   Wei Chen
            Thu 9 Jul   Mei Sato
            Thu 16 Jul  Olga Koval
            and 1 more, by turns
          their last conversations stay as they are
          1 goal starts again from today: g1 Write a book
          what you promised stays:
            p1 to Ada Lovelace: send her chapter one, by Tue 20 Jan (147 days late)
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        1 to settle: lnet review
        $ lnet promise renegotiate p1 --by "30 jun"
        Renegotiated p1 · to Ada Lovelace: send her chapter one, by Tue 30 Jun (was Tue 20 Jan)
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        $ lnet followups --days 14
        date        who              why
        2026-06-24  Ada Lovelace     no conversation since your fresh start; you aim for every 30
        2026-06-28  Ada Lovelace     you promised to send her chapter one by Tue 30 Jun (in 2 days)
        2026-06-30  Grace Hopper     no conversation since your fresh start; you aim for every 14
        2026-06-30  g1 Write a book  14 days; you aim for every 14; Ada Lovelace could help
        # 2026-06-17 a fresh start can be taken back, too, and made again
        $ lnet undo
        Undid step 16: promise renegotiate p1 2026-06-30, 1 row
          do it again: lnet redo
        $ lnet undo
        Undid step 15: fresh-start, 7 rows
          do it again: lnet redo
        $ lnet followups --line
        5 people, 1 goal
        $ lnet redo
        Did again step 15: fresh-start, 7 rows
          not right? lnet undo
        $ lnet promise renegotiate p1 --by "30 jun"
        Renegotiated p1 · to Ada Lovelace: send her chapter one, by Tue 30 Jun (was Tue 20 Jan)
          not right? lnet undo
        $ lnet history --limit 5
        step  day         what                                             changed
          20  Wed 17 Jun  promise renegotiate p1 2026-06-30                1 row
          19  Wed 17 Jun  redo step 15: fresh-start                        7 rows
          18  Wed 17 Jun  undo step 15: fresh-start                        7 rows
          17  Wed 17 Jun  undo step 16: promise renegotiate p1 2026-06-30  1 row
          16  Tue 16 Jun  promise renegotiate p1 2026-06-30                1 row · undone
        there are more: lnet history --all
        # 2026-06-30 a fortnight later, a list that can be done
        $ lnet followups
        row  name          why                                                                                                                        last                               opening
          1  Ada Lovelace  you promised to send her chapter one by Tue 30 Jun (today) · no conversation since your fresh start; you aim for every 30  last 5 January, coffee with ada    Send her chapter one, as you promised.
          2  Grace Hopper  no conversation since your fresh start; you aim for every 14                                                               last 12 January, lunch with grace  Ask what they are learning these days.
        goal  title         why
        g1    Write a book  14 days; you aim for every 14; Ada Lovelace could help
        $ lnet done p1
        Kept p1 · Ada Lovelace · send her chapter one
          still due: no conversation since your fresh start; you aim for every 30
          not right? lnet undo
        $ lnet log "lunch with grace, we laughed about the winter"
        Logged i5 · Tue 30 Jun · in person · Grace Hopper
          next due Tue 14 Jul
          not right? lnet log --amend · lnet undo
        $ lnet goal review g1
        Reviewed g1 · Write a book · every 14 days
          not right? lnet undo
        $ lnet followups
        row  name          why                                                           last                             opening
          1  Ada Lovelace  no conversation since your fresh start; you aim for every 30  last 5 January, coffee with ada  Ask what they are learning these days.
        """,  # noqa: E501  # a line piped is never wrapped
    )
