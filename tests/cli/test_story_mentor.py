"""A mentor over two months: what was agreed, what was said, and what came of it."""

from tests.conftest import Lnet
from tests.transcript import check


def test_a_mentor_over_two_months(lnet: Lnet) -> None:
    """The agreement reminds before it is late, advice is asked for and told back, and the goal keeps the story."""
    check(
        lnet,
        """
        # 2026-04-13 Grace agrees to be a mentor
        $ lnet add Grace Okafor --circle close --org Meridian --topic leadership
        Added Grace Okafor · grace-okafor · #leadership · every 30 days (close circle), due Thu 16 Apr
          not right? lnet undo
        $ lnet contact mentor grace --every 30d --purpose "lead a team" --review "13 jun"
        Agreed with Grace Okafor · every 30 days since Mon 13 Apr, lead a team, review on Sat 13 Jun
          has the role mentor now, too
          reminders: every 30 days (agreed with your mentor), due Thu 16 Apr
          not right? lnet undo
        $ lnet goal add Lead a team --why "I was asked to" --done-when "they need me less" --topic leadership
        Added g1 · Lead a team · every 14 days
          not right? lnet undo
        $ lnet goal link g1 grace --for "saying no"
        Linked g1 · Lead a team · Grace Okafor (saying no)
          not right? lnet undo
        # 2026-04-14 the first conversation
        $ lnet log "zoom with grace about delegation; me: write down one decision by 24 apr; learned: delegate the decision, not the typing #leadership"
        Logged i1 · Tue 14 Apr · video · Grace Okafor · #leadership
          you promised p1  write down one decision, by Fri 24 Apr
          learned n1       delegate the decision, not the typing
          counts for g1 Lead a team
          next due Thu 14 May
          not right? lnet log --amend · lnet undo
        # 2026-04-22 the promise comes near
        $ lnet followups
        row  name          why                                                                last                                             opening
          1  Grace Okafor  you promised to write down one decision by Fri 24 Apr (in 2 days)  last 14 April, zoom with grace about delegation  Write down one decision, as you promised.
        $ lnet done p1
        Kept p1 · Grace Okafor · write down one decision
          not right? lnet undo
        # 2026-05-08 not yet; the agreement speaks up after four fifths of its days
        $ lnet followups
        Welcome back. Away, or a fresh start? lnet away / lnet fresh-start
        row  name          why                              last                                             opening
          1  Grace Okafor  24 days; you agreed on every 30  last 14 April, zoom with grace about delegation  Ask how it goes with leadership.
        goal  title        why
        g1    Lead a team  24 days; you aim for every 14; Grace Okafor could help
        # 2026-05-11 it does, until a conversation is planned
        $ lnet followups
        Welcome back. Away, or a fresh start? lnet away / lnet fresh-start
        row  name          why                              last                                             opening
          1  Grace Okafor  27 days; you agreed on every 30  last 14 April, zoom with grace about delegation  Ask how it goes with leadership.
        goal  title        why
        g1    Lead a team  27 days; you aim for every 14; Grace Okafor could help
        $ lnet plan "wed 15:00: zoom with grace about the first month"
        Planned i2 · Wed 13 May 15:00 · video · Grace Okafor
          no reminder by rhythm until then: Grace Okafor
          not right? lnet edit i2 --on DATE · lnet undo
        $ lnet followups
        Nobody needs you today.
        goal  title        why
        g1    Lead a team  27 days; you aim for every 14; Grace Okafor could help
        # 2026-05-12 the evening before
        $ lnet brief grace
        Grace Okafor · mentor · close circle
        Meridian
        known since 14 April · last talked Tue 14 Apr (28 days ago)
          planned    i2  Wed 13 May 15:00 · video · zoom with grace about the first month
          last       Tue 14 Apr · video · zoom with grace about delegation #leadership
          to apply   n1  delegate the decision, not the typing #leadership
          topics     #leadership
          goals      g1  Lead a team · saying no · stale, 28 days
          mentor     every 30 days since Mon 13 Apr, lead a team, review on Sat 13 Jun
        # 2026-05-13 the conversation, which the plan was for
        $ lnet log "zoom with grace about the first month; ask: how do you let go? #leadership"
        Logged i3 · Wed 13 May · video · Grace Okafor · #leadership
          counts for g1 Lead a team
          fulfilled the plan i2
          to ask next time: how do you let go?
          next due Fri 12 Jun
          not right? lnet log --amend · lnet undo
        $ lnet insight apply n1
        Applied n1 · delegate the decision, not the typing · from Grace Okafor · #leadership · Tue 14 Apr
          not right? lnet undo
        $ lnet goal progress g1 "left the release to Wei"
        Progress on g1 · Lead a team
          Wed 13 May  left the release to Wei
          not right? lnet undo
        # 2026-05-14 advice is asked for, on one thing
        $ lnet feedback ask grace "How did I run the meeting?" --goal lead
        Noted f1 · asked of Grace Okafor: How did I run the meeting? · Thu 14 May

        Hi Grace,

        May I ask your advice?
        I am working on “Lead a team”.
        How did I run the meeting?
        What would you do differently?
        One or two concrete things would help me most.

          to send and log it: lnet draft f1
          not right? lnet undo
        # 2026-05-20 and given
        $ lnet feedback receive grace "You answer before they have finished" --action "count to three" --by "1 jun"
        Noted f2 · from Grace Okafor: You answer before they have finished · Wed 20 May · open
          to do: count to three, by Mon 1 Jun
          next: lnet feedback act f2
          answers f1
          not right? lnet undo
        # 2026-06-01 the day I meant to act by
        $ lnet followups
        row  name          why                                                                       last                                                opening
          1  Grace Okafor  you meant to act on their feedback (count to three) by Mon 1 Jun (today)  last 13 May, zoom with grace about the first month  Tell them what became of their feedback: count to three.
        goal  title        why
        g1    Lead a team  19 days; you aim for every 14; Grace Okafor could help
        date        what
        2026-06-13  Review your agreement with Grace Okafor, Sat 13 Jun (in 12 days)
        $ lnet feedback act f2
        Acted on f2 · from Grace Okafor: You answer before they have finished · Wed 20 May · acted
          done: count to three
          next: lnet feedback tell f2
          not right? lnet undo
        $ lnet draft f2
        Hi Grace,

        Last time, on 13 May, we spoke about the first month.
        You told me: “You answer before they have finished”.
        I have acted on your feedback: count to three.
        What would you look at next?
        $ lnet feedback tell f2
        Told f2 · from Grace Okafor: You answer before they have finished · Wed 20 May · told
          done: count to three
          not right? lnet undo
        $ lnet goal progress g1 "the meeting ended early"
        Progress on g1 · Lead a team
          Mon 1 Jun  the meeting ended early
          not right? lnet undo
        # 2026-06-10 the agreement is to be looked at again
        $ lnet followups
        row  name          why                              last                                                opening
          1  Grace Okafor  28 days; you agreed on every 30  last 13 May, zoom with grace about the first month  Ask: how do you let go?
        date        what
        2026-06-13  Review your agreement with Grace Okafor, Sat 13 Jun (in 3 days)
        $ lnet contact mentor grace --every 6w --review "13 dec"
        Changed the agreement with Grace Okafor · every 42 days since Mon 13 Apr, lead a team, review on Sun 13 Dec
          reminders: every 42 days (agreed with your mentor), due Wed 24 Jun
          not right? lnet undo
        $ lnet goal show g1
        g1 · Lead a team · fresh, 9 of 14 days
          why       I was asked to
          done when they need me less
          helping   Grace Okafor (saying no)
          topics    #leadership
          No second voice: only Grace Okafor helps with it. lnet who leadership · lnet goal link g1 NAME

        Story
          Mon 13 Apr  the goal is set
          Mon 13 Apr  Grace Okafor helps: saying no
          Tue 14 Apr  i1  Grace Okafor · video · zoom with grace about delegation
          Tue 14 Apr  n1  idea from Grace Okafor: delegate the decision, not the typing
          Wed 13 May  i3  Grace Okafor · video · zoom with grace about the first month
          Wed 13 May  progress: left the release to Wei
          Thu 14 May  f1  asked Grace Okafor: How did I run the meeting?
          Wed 20 May  f2  feedback from Grace Okafor: You answer before they have finished
          Mon 1 Jun   progress: the meeting ended early
        """,  # noqa: E501  # a line piped is never wrapped
    )
