"""Feedback from asking to "told them", and the way back."""

from tests.conftest import Lnet
from tests.transcript import check


def test_feedback_from_asking_to_told(lnet: Lnet) -> None:
    """Nobody who was asked is forgotten, nothing that was said falls between, and what I give is what I saw."""
    check(
        lnet,
        """
        # 2026-04-01 after a talk: two people are asked for advice
        $ lnet add Dariusz Krol --circle close --email dariusz@example.org
        Added Dariusz Krol · dariusz-krol · every 30 days (close circle), due Sat 4 Apr
          not right? lnet undo
        $ lnet add Helen Whitcombe --circle active
        Added Helen Whitcombe · helen-whitcombe · every 90 days (active circle), due Sun 5 Apr
          not right? lnet undo
        $ lnet goal add Give a conference talk --topic speaking
        Added g1 · Give a conference talk · every 14 days
          not right? lnet undo
        $ lnet log "met dariusz and helen after my talk #speaking"
        Logged i1 · Wed 1 Apr · in person · Dariusz Krol, Helen Whitcombe · #speaking
          counts for g1 Give a conference talk
          next due Fri 1 May · Dariusz Krol
          next due Tue 30 Jun · Helen Whitcombe
          not right? lnet log --amend · lnet undo
        $ lnet feedback ask dariusz "How was my talk?" --situation "the talk on Tuesday" --goal give
        Noted f1 · asked of Dariusz Krol: How was my talk? · Wed 1 Apr

        Hi Dariusz,

        May I ask your advice?
        It is about this: the talk on Tuesday.
        I am working on “Give a conference talk”.
        How was my talk?
        What would you do differently?
        One or two concrete things would help me most.

          to send and log it: lnet draft f1
          not right? lnet undo
        $ lnet feedback ask helen --situation "the talk on Tuesday"
        Noted f2 · asked of Helen Whitcombe: What would you do differently? · Wed 1 Apr

        Hi Helen,

        May I ask your advice?
        It is about this: the talk on Tuesday.
        What would you do differently?
        One or two concrete things would help me most.

          to send and log it: lnet draft f2
          not right? lnet undo
        $ lnet feedback list
        Asked, no answer yet
          f1  asked of Dariusz Krol: How was my talk? · today → lnet feedback receive dariusz-krol "…"
          f2  asked of Helen Whitcombe: What would you do differently? · today → lnet feedback receive helen-whitcombe "…"
        # 2026-04-08 a week later nobody has answered
        $ lnet followups
        row  name             why                                                                                last                                               opening
          1  Dariusz Krol     you asked for feedback (How was my talk?) 7 days ago; no answer yet                last 1 April, met dariusz and helen after my talk  Ask how it goes with speaking.
          2  Helen Whitcombe  you asked for feedback (What would you do differently?) 7 days ago; no answer yet  last 1 April, met dariusz and helen after my talk  Ask how it goes with speaking.
        # 2026-04-09 Dariusz has
        $ lnet feedback receive dariusz "Leave two seconds after each question" --frame feedforward
        Noted f3 · from Dariusz Krol: Leave two seconds after each question · Thu 9 Apr · open
          next: lnet feedback act f3 "…"
          answers f1
          not right? lnet undo
        $ lnet feedback list
        Received, to act on
          f3  from Dariusz Krol: Leave two seconds after each question · today → lnet feedback act f3 "…"

        Asked, no answer yet
          f2  asked of Helen Whitcombe: What would you do differently? · 8 days ago → lnet feedback receive helen-whitcombe "…"
        # 2026-04-23 a fortnight later it has waited long enough
        $ lnet followups
        Welcome back. Away, or a fresh start? lnet away / lnet fresh-start
        row  name          why                                                                                        last                                               opening
          1  Dariusz Krol  their feedback (Leave two seconds after each question) has waited for you since Thu 9 Apr  last 1 April, met dariusz and helen after my talk  Tell them what became of their feedback: Leave two seconds after each question.
        goal  title                   why
        g1    Give a conference talk  22 days; you aim for every 14; nobody is linked to it
        1 to settle: lnet review
        $ lnet review
        Feedback
        - [ ] f2 Helen Whitcombe: you asked for feedback (What would you do differently?) 22 days ago; no answer: close it? → lnet done f2 · lnet feedback close f2 --no-answer
        Goals
        - [ ] g1 Give a conference talk: 22 days; you aim for every 14; nobody is linked to it → lnet goal progress g1 "…" · lnet goal edit g1 --next-step "if …, then I …" · lnet goal review g1 · lnet goal pause g1 · lnet goal drop g1 · lnet goal done g1
        Somebody to thank
        - [ ] Dariusz Krol: they gave you feedback on Thu 9 Apr: Leave two seconds after each question → lnet log --depth ambient "wrote to @dariusz-krol: thanks"
        $ lnet feedback close f2
        Closed f2 · asked of Helen Whitcombe: What would you do differently? · Wed 1 Apr · no answer
          not right? lnet undo
        $ lnet feedback act f3 "counted to two in every meeting"
        Acted on f3 · from Dariusz Krol: Leave two seconds after each question · Thu 9 Apr · acted
          done: counted to two in every meeting
          next: lnet feedback tell f3
          not right? lnet undo
        $ lnet feedback list
        Acted on, to tell them
          f3  from Dariusz Krol: Leave two seconds after each question · 14 days ago · done: counted to two in every meeting → lnet feedback tell f3
        # 2026-04-24 and he hears of it
        $ lnet draft dariusz
        Hi Dariusz,

        Last time, on 1 April, we spoke about speaking.
        You told me: “Leave two seconds after each question”.
        I have acted on your feedback: counted to two in every meeting.
        What would you look at next?
        $ lnet feedback tell f3
        Told f3 · from Dariusz Krol: Leave two seconds after each question · Thu 9 Apr · told
          done: counted to two in every meeting
          not right? lnet undo
        $ lnet feedback list
        No open feedback. Ask for some: lnet feedback ask NAME
        $ lnet feedback list --all
        Closed
          f3  from Dariusz Krol: Leave two seconds after each question · told, Fri 24 Apr
          f2  asked of Helen Whitcombe: What would you do differently? · no answer, Thu 23 Apr
          f1  asked of Dariusz Krol: How was my talk? · told, Thu 9 Apr
        # 2026-04-27 something goes back to him: what I saw, not what he is
        $ lnet feedback give dariusz "You are never on time" --situation "our call today"
        lnet: feedback to give needs --behaviour and --impact · say when it was, what you saw them do, and what it did to you
        [2]
        $ lnet feedback give dariusz --situation "our call today" --behaviour "you never let me finish a sentence" --impact "I lost the thread twice"
        Noted f4 · to Dariusz Krol: you never let me finish a sentence · Mon 27 Apr · open
          “never” invites the one time it was not so: name one occasion
          not right? lnet undo
        $ lnet feedback edit f4 --behaviour "you finished two of my sentences"
        Changed f4 · to Dariusz Krol: you finished two of my sentences · Mon 27 Apr · open
          not right? lnet undo
        # 2026-05-11 how did it land?
        $ lnet followups
        Welcome back. Away, or a fresh start? lnet away / lnet fresh-start
        row  name          why                                                                                                                  last                                               opening
          1  Dariusz Krol  40 days; you aim for every 30 · you gave feedback (you finished two of my sentences) 14 days ago: ask how it landed  last 1 April, met dariusz and helen after my talk  Ask how it goes with speaking.
        goal  title                   why
        g1    Give a conference talk  40 days; you aim for every 14; nobody is linked to it
        $ lnet draft f4
        Hi Dariusz,

        Last time, on 1 April, we spoke about speaking.
        I told you: “you finished two of my sentences”.
        How did it land with you?
        $ lnet log "call with dariusz, he had not noticed and is glad to know"
        Logged i2 · Mon 11 May · call · Dariusz Krol
          next due Wed 10 Jun
          not right? lnet log --amend · lnet undo
        $ lnet feedback tell f4
        Told f4 · to Dariusz Krol: you finished two of my sentences · Mon 27 Apr · told
          not right? lnet undo
        $ lnet feedback list
        No open feedback. Ask for some: lnet feedback ask NAME
        """,  # noqa: E501  # a line piped is never wrapped
    )
