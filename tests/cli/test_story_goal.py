"""A goal from idea to done."""

from tests.conftest import Lnet
from tests.transcript import check


def test_a_goal_from_idea_to_done(lnet: Lnet) -> None:
    """It finds its second voice, rests, moves, changes a mind, and tells its story at the end."""
    check(
        lnet,
        """
        # 2026-03-02 an idea
        $ lnet add Ada Lovelace --circle close --org "Engine Ltd" --topic sql
        Added Ada Lovelace · ada-lovelace · #sql · every 30 days (close circle), due Thu 5 Mar
          not right? lnet undo
        $ lnet add Wei Chen --circle active --org ETH --topic sql
        Added Wei Chen · wei-chen · #sql · every 90 days (active circle), due Fri 6 Mar
          not right? lnet undo
        $ lnet goal add Read query plans --topic sql --next-step "read the manual"
        Added g1 · Read query plans · every 14 days
          a next step happens more often as: if …, then I …
          not right? lnet undo
        $ lnet goal show g1
        g1 · Read query plans · fresh, 0 of 14 days
          next step read the manual
          topics    #sql
          No second voice: nobody helps with it yet. lnet who sql · lnet goal link g1 NAME

        Story
          Mon 2 Mar  the goal is set
        $ lnet goal edit g1 --why "our pages are slow" --done-when "I can explain one to Ada" --by "12 jun" --obstacle "I start with the query" --next-step "if a page takes a second, then I EXPLAIN it before I read it"
        Changed g1 · Read query plans · every 14 days · by Fri 12 Jun
          not right? lnet undo
        $ lnet goal link g1 ada wei --for puzzles
        Linked g1 · Read query plans · Ada Lovelace (puzzles), Wei Chen (puzzles)
          not right? lnet undo
        # 2026-03-05 it begins to move
        $ lnet log "coffee with ada about joins; learned: the planner believes its statistics #sql"
        Logged i1 · Thu 5 Mar · in person · Ada Lovelace · #sql
          learned n1  the planner believes its statistics
          counts for g1 Read query plans
          next due Sat 4 Apr
          not right? lnet log --amend · lnet undo
        $ lnet learn "Read a plan from the innermost node outwards" --from wei --kind practice --goal g1 --topic sql
        Learned n2 · Read a plan from the innermost node outwards · practice · from Wei Chen · for g1 · #sql · Thu 5 Mar
          not right? lnet undo
        # 2026-03-30 and comes to rest
        $ lnet followups
        Welcome back. Away, or a fresh start? lnet away / lnet fresh-start
        row  name      why                                        last  opening
          1  Wei Chen  no conversation yet; you aim for every 90  –     Ask what they are learning these days.
        goal  title             why
        g1    Read query plans  25 days; you aim for every 14; Ada Lovelace and Wei Chen could help
        $ lnet brief wei
        Wei Chen · active circle
        ETH
        known since 2 March
          to apply   n2  Read a plan from the innermost node outwards #sql
          topics     #sql
          goals      g1  Read query plans · puzzles · stale, 25 days
        $ lnet goal review g1
        Reviewed g1 · Read query plans · every 14 days · by Fri 12 Jun
          not right? lnet undo
        # 2026-04-03 and moves again
        $ lnet log "zoom with wei, we took a plan apart; g1: my first plan, with help"
        Logged i2 · Fri 3 Apr · video · Wei Chen
          progress g1  my first plan, with help
          counts for g1 Read query plans
          next due Thu 2 Jul
          not right? lnet log --amend · lnet undo
        $ lnet insight apply n2
        Applied n2 · Read a plan from the innermost node outwards · practice · from Wei Chen · for g1 · #sql · Thu 5 Mar
          not right? lnet undo
        # 2026-04-20 a rest that was meant
        $ lnet goal pause g1
        Paused g1 · Read query plans
          not right? lnet undo
        $ lnet goal list
        ref  goal              state   moved  by          helping
        g1   Read query plans  paused  –      2026-06-12  Ada Lovelace, Wei Chen
        # 2026-05-18 taken up again
        $ lnet goal resume g1
        Resumed g1 · Read query plans · every 14 days · by Fri 12 Jun
          not right? lnet undo
        $ lnet goal progress g1 "explained two plans alone"
        Progress on g1 · Read query plans
          Mon 18 May  explained two plans alone
          not right? lnet undo
        $ lnet learn "An index is a promise about writes" --stance changed_mind --goal g1 --topic sql
        Learned n3 · An index is a promise about writes · changed mind · for g1 · #sql · Mon 18 May
          not right? lnet undo
        # 2026-06-08 the target is near
        $ lnet goal list
        ref  goal              state  moved          by          helping
        g1   Read query plans  stale  21 of 14 days  2026-06-12  Ada Lovelace, Wei Chen
        $ lnet goal progress g1 "explained one to Ada"
        Progress on g1 · Read query plans
          Mon 8 Jun  explained one to Ada
          not right? lnet undo
        $ lnet goal done g1
        Achieved g1 · Read query plans
          not right? lnet undo
        $ lnet insight apply n2 --realised
        Realised n2 · Read a plan from the innermost node outwards · practice · from Wei Chen · for g1 · #sql · Thu 5 Mar
          not right? lnet undo
        $ lnet goal show g1
        g1 · Read query plans · achieved
          why       our pages are slow
          done when I can explain one to Ada
          by        Fri 12 Jun
          next step if a page takes a second, then I EXPLAIN it before I read it
          obstacle  I start with the query
          helping   Ada Lovelace (puzzles), Wei Chen (puzzles)
          topics    #sql
          closed    Mon 8 Jun

        Story
          Mon 2 Mar   the goal is set
          Mon 2 Mar   Ada Lovelace helps: puzzles
          Mon 2 Mar   Wei Chen helps: puzzles
          Thu 5 Mar   i1  Ada Lovelace · in person · coffee with ada about joins
          Thu 5 Mar   n1  idea from Ada Lovelace: the planner believes its statistics
          Thu 5 Mar   n2  practice from Wei Chen: Read a plan from the innermost node outwards
          Mon 30 Mar  reviewed
          Fri 3 Apr   i2  Wei Chen · video · zoom with wei, we took a plan apart
          Fri 3 Apr   progress: my first plan, with help
          Mon 20 Apr  paused
          Mon 18 May  resumed
          Mon 18 May  progress: explained two plans alone
          Mon 18 May  n3  idea: An index is a promise about writes
          Mon 8 Jun   progress: explained one to Ada
          Mon 8 Jun   achieved
        $ lnet insight digest --since "1 mar" --topic sql
        ## sql
        - **Practice**: Read a plan from the innermost node outwards (Wei Chen, 5 March, n2)
        $ lnet insight list --stance changed_mind
        Where I changed my mind
          Mon 18 May  n3  An index is a promise about writes · g1 · #sql
        $ lnet goal list
        No goal under way. Add one: lnet goal add "Read query plans"
        """,  # noqa: E501  # a line piped is never wrapped
    )
