"""`lnet feedback`, as it is typed."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from lnet.domain.feedback_loop import STATES
from lnet.domain.vocabulary import LOOPS
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import feedback as write
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago
from tests.conftest import Lnet, Seed
from tests.transcript import check

SBI = '--situation "our review" --behaviour "you let me finish" --impact "I saw my error"'


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada and Wei, and a goal."""
    seed("contact add Ada Lovelace", "contact add Wei Chen", "goal add Talks")


def test_feedback_is_asked_for_received_acted_on_and_told(lnet: Lnet) -> None:
    """The whole loop: what is received answers what was asked, and closes once they know what I did."""
    check(
        lnet,
        """
        $ lnet feedback list
        No open feedback. Ask for some: lnet feedback ask NAME
        $ lnet feedback ask ada how was my talk --goal talks
        Noted f1 · asked of Ada Lovelace: how was my talk · Mon 15 Jun

        Hi Ada,

        May I ask your advice?
        I am working on “Talks”.
        How was my talk?
        What would you do differently?
        One or two concrete things would help me most.

          to send and log it: lnet draft f1
          not right? lnet undo
        $ lnet feedback list
        Asked, no answer yet
          f1  asked of Ada Lovelace: how was my talk · today → lnet feedback receive ada-lovelace "…"
        $ lnet feedback receive ada Slow down --action "rehearse twice" --by "1 jul" --shareable
        Noted f2 · from Ada Lovelace: Slow down · Mon 15 Jun · open
          to do: rehearse twice, by Wed 1 Jul
          next: lnet feedback act f2
          answers f1
          not right? lnet undo
        $ lnet feedback list
        Received, to act on
          f2  from Ada Lovelace: Slow down · today · to do: rehearse twice, by Wed 1 Jul → lnet feedback act f2
        $ lnet feedback act f2 rehearsed it three times
        Acted on f2 · from Ada Lovelace: Slow down · Mon 15 Jun · acted
          done: rehearsed it three times
          next: lnet feedback tell f2
          not right? lnet undo
        $ lnet feedback show f2
        f2 · from Ada Lovelace · Mon 15 Jun · acted
          Slow down
          frame      feedback
          action     rehearsed it three times
          by         Wed 1 Jul
          goal       g1
          shareable  yes
        $ lnet feedback list
        Acted on, to tell them
          f2  from Ada Lovelace: Slow down · today · done: rehearsed it three times → lnet feedback tell f2
        $ lnet feedback tell f2
        Told f2 · from Ada Lovelace: Slow down · Mon 15 Jun · told
          done: rehearsed it three times
          not right? lnet undo
        $ lnet feedback list
        No open feedback. Ask for some: lnet feedback ask NAME
        $ lnet feedback list --all
        Closed
          f2  from Ada Lovelace: Slow down · told, Mon 15 Jun
          f1  asked of Ada Lovelace: how was my talk · told, Mon 15 Jun
        """,
    )


def test_feedback_given_is_complete_and_free_of_always_and_never(lnet: Lnet) -> None:
    """Each missing part of situation, behaviour and impact is named; sweeping words are kept, with a warning."""
    check(
        lnet,
        """
        $ lnet feedback give wei "nice review"
        lnet: feedback to give needs --situation and --behaviour and --impact · say when it was, …
        [2]
        $ lnet feedback give wei --situation "our review" --behavior "you let me finish" --impact " "
        lnet: feedback to give needs --impact · say when it was, …
        [2]
        $ lnet feedback give wei --situation "our review" --behavior "you let me finish" --impact "I saw my error"
        Noted f1 · to Wei Chen: you let me finish · Mon 15 Jun · open
          not right? lnet undo
        $ lnet feedback give wei "Never better" --situation "our review" --behaviour "you always listen" --impact calm
        Noted f2 · to Wei Chen: Never better · Mon 15 Jun · open
          “never” invites the one time it was not so: name one occasion
          “always” invites the one time it was not so: name one occasion
          not right? lnet undo
        $ lnet feedback show f1
        f1 · to Wei Chen · Mon 15 Jun · open
          situation  our review
          behaviour  you let me finish
          impact     I saw my error
          frame      feedback
        """,
    )
    note = data(lnet, "feedback", "give", "wei", "--situation", "nevertheless", "--behaviour", "b", "--impact", "i")
    assert note["warnings"] == []


@pytest.mark.parametrize(
    ("added", "options", "loop"),
    [
        ("ask ada x", "", "no_answer"),
        ("ask ada x", "--declined", "declined"),
        ("receive ada x", "", "declined"),
        ("receive ada x", "--no-answer", "no_answer"),
        (f"give ada {SBI}", "", "told"),
    ],
)
def test_a_loop_is_closed_as_was_said_or_as_fits_its_direction(lnet: Lnet, added: str, options: str, loop: str) -> None:
    """Nobody answered, I decided against it, or it was talked over; closed today."""
    lnet(f"feedback {added}")
    note = data(lnet, "feedback", "close", "f1", *options.split())
    assert (note["loop"], note["closed_on"]) == (loop, "2026-06-15")


def test_a_loop_closed_twice_keeps_its_day_and_one_opened_again_has_none(lnet: Lnet) -> None:
    """Telling them again, or closing what they were told, changes nothing; acting on it after all opens it."""
    lnet("feedback receive ada A")
    first = data(lnet, "feedback", "tell", "f1")
    again = data(lnet, "feedback", "tell", "f1", today=date(2026, 7, 1))
    assert again | {"undo": first["undo"]} == first
    closed = data(lnet, "feedback", "close", "f1", today=date(2026, 7, 1))
    assert closed | {"undo": first["undo"]} == first
    assert data(lnet, "feedback", "act", "f1", "did it")["closed_on"] is None


def test_only_what_was_asked_before_of_the_same_person_is_answered(lnet: Lnet) -> None:
    """Somebody else's request, a later one and a closed one stay as they are."""
    lnet("feedback ask wei A")
    lnet("feedback ask ada B")
    lnet("feedback ask ada C --on 2026-06-01")
    lnet("feedback ask ada D --on 2026-06-01")
    lnet("feedback close f4")
    note = data(lnet, "feedback", "receive", "ada", "E", "--on", "2026-06-10")
    assert note["warnings"] == ["answers f3"]
    assert {note["ref"]: note["loop"] for note in data(lnet, "feedback", "list", "--all")} == {
        "f1": "open", "f2": "open", "f3": "told", "f4": "no_answer", "f5": "open",
    }  # fmt: skip


def test_several_references_may_stand_before_what_was_done(lnet: Lnet) -> None:
    """The first argument is a reference, and each f7 after it; the rest is the text, even "2 pages"."""
    lnet("feedback receive ada A")
    lnet("feedback receive ada B")
    lnet("feedback receive ada C --action planned")
    notes = data(lnet, "feedback", "act", "1", "f2", "2 pages shorter")
    assert [(note["ref"], note["action"], note["loop"]) for note in notes] == [
        ("f1", "2 pages shorter", "acted"), ("f2", "2 pages shorter", "acted"),
    ]  # fmt: skip
    assert data(lnet, "feedback", "act", "f3")["action"] == "planned"
    assert [note["loop"] for note in data(lnet, "feedback", "tell", "f1", "f2")] == ["told", "told"]


def test_the_list_goes_by_the_loop_and_can_be_narrowed(lnet: Lnet) -> None:
    """To act on, to tell, given, closed; what has waited longest first; by loop, direction, person and goal."""
    for text in "ABCDE":
        lnet("feedback", "receive", "ada", text, "--action", "x")
    for command in ("act f2", "tell f3", "close f4", "close f5 --no-answer"):
        lnet(f"feedback {command}")
    lnet(f"feedback give wei {SBI} --goal g1")
    texts = {
        options: [note["ref"] for note in data(lnet, "feedback", "list", *options.split())]
        for options in ("", "--all", "--loop told", "--direction given", "--with wei", "--goal talks", "--limit 1")
    }
    assert texts == {
        "": ["f1", "f2", "f6"], "--all": ["f1", "f2", "f6", "f5", "f4", "f3"], "--loop told": ["f3"],
        "--direction given": ["f6"], "--with wei": ["f6"], "--goal talks": ["f6"], "--limit 1": ["f1"],
    }  # fmt: skip
    assert lnet("feedback list --loop acted --with wei").out == "No feedback fits.\n"


def test_a_longer_text_keeps_its_lines(lnet: Lnet) -> None:
    """Each line is tidy, blank ones around them go, and a list shows the first."""
    note = data(lnet, "feedback", "receive", "ada", "\n  Slow   down\n\nin the demo \n")
    assert note["text"] == "Slow down\n\nin the demo"
    assert ": Slow down · today →" in lnet("feedback list").out


def test_an_edit_sets_and_clears(lnet: Lnet) -> None:
    """What was named is set, an empty text clears, a longer text keeps its lines."""
    lnet("feedback receive ada A --situation s --frame advice --by 2026-07-01 --goal g1 --shareable")
    note = data(
        lnet, "feedback", "edit", "f1", "--text", "first  line\n\nsecond ", "--situation", "", "--behavior", "b",
        "--frame", "", "--by", "", "--goal", "", "--on", "2026-06-10", "--not-shareable",
    )  # fmt: skip
    kept = ("text", "situation", "behaviour", "frame", "act_by", "goal", "on", "shareable")
    assert [note[name] for name in kept] == [
        "first line\n\nsecond", None, "b", "feedback", None, None, "2026-06-10", False,
    ]  # fmt: skip
    page = lnet("feedback show f1").out
    assert page.startswith("f1 · from Ada Lovelace · Wed 10 Jun · open\n  first line\n\n  second\n")


def test_the_json_of_feedback_has_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract; what was heard in a conversation names it."""
    lnet("log", "coffee with ada; feedback: slow down")
    note = data(lnet, "feedback", "show", "f1")
    assert {name: value for name, value in note.items() if name not in ("uid", "created_at", "updated_at")} == {
        "ref": "f1", "id": 1, "contact": "Ada Lovelace", "slug": "ada-lovelace", "direction": "received",
        "frame": "feedback", "situation": None, "behaviour": None, "impact": None, "text": "slow down", "goal": None,
        "project": None, "interaction": "i1", "on": "2026-06-15", "action": None, "act_by": None, "loop": "open",
        "shareable": False, "closed_on": None,
    }  # fmt: skip


def test_who_asks_without_words_asks_for_advice(lnet: Lnet) -> None:
    """The question of the frame is asked, on what was said of the situation; without that it asks about what."""
    note = data(lnet, "feedback", "ask", "ada", "--situation", "my talk on Friday.")
    assert (note["text"], note["frame"], note["warnings"]) == ("What would you do differently?", "advice", [])
    assert note["message"] == (
        "Hi Ada,\n\nMay I ask your advice?\nIt is about this: my talk on Friday.\nWhat would you do differently?\n"
        "One or two concrete things would help me most."
    )
    note = data(lnet, "feedback", "ask", "wei", "--frame", "feedforward")
    assert note["text"] == "What is the one thing to try next time?"
    assert note["warnings"] == ['about what? lnet feedback edit f2 --situation "…"']


def test_what_was_asked_on_an_earlier_day_needs_no_message(lnet: Lnet) -> None:
    """It was asked then."""
    assert data(lnet, "feedback", "ask", "ada", "How was it?", "--on", "yesterday")["message"] is None
    assert "Hi Ada" not in lnet("feedback ask ada 'How was it?' --on yesterday").out


def test_a_message_is_drafted_about_the_feedback_that_is_named(lnet: Lnet) -> None:
    """It asks what I ask, tells what I did, and asks how it landed, whatever else is open between us."""
    lnet("promise add ada 'send the paper'")
    lnet("feedback ask ada 'What did you make of my talk?'")
    lnet("feedback receive wei 'Slow down'")
    lnet("feedback act f2 'halved the slides'")
    lnet(f"feedback give ada {SBI}")
    check(
        lnet,
        """
        $ lnet draft f1
        Hi Ada,

        May I ask your advice?
        What did you make of my talk?
        What would you do differently?
        One or two concrete things would help me most.
        $ lnet draft F2
        Hi Wei,

        You told me: “Slow down”.
        I have acted on your feedback: halved the slides.
        What would you look at next?
        $ lnet draft f3
        Hi Ada,

        I told you: “you let me finish”.
        How did it land with you?
        $ lnet draft p1
        Hi Ada,

        I promised to send the paper: here it is.
        What do you make of it?
        $ lnet feedback tell f2
        …
        $ lnet draft f2
        lnet: f2 is settled: there is nothing to write · lnet draft NAME begins with what is open
        [4]
        $ lnet draft f9
        lnet: no feedback 'f9'
        [3]
        """,
    )


def test_a_question_not_sent_yet_is_drafted_until_there_was_a_word(lnet: Lnet) -> None:
    """Asking is noted first and sent next; once we have talked or I have written, it has been asked."""
    lnet("log 'coffee with ada'")
    lnet("feedback ask ada 'How was my talk?'")
    assert "How was my talk?" in data(lnet, "draft", "ada")["text"]
    lnet("log 'ada emailed me'")
    assert "How was my talk?" in data(lnet, "draft", "ada")["text"]
    lnet("log 'emailed ada'")
    assert "How was my talk?" not in data(lnet, "draft", "ada")["text"]


def test_one_answer_closes_one_question(lnet: Lnet) -> None:
    """The one that is named, else the latest on the same goal, else the latest that names no other goal."""
    lnet("goal add Writing")
    for number, about in enumerate(("", "--goal g1", "", "--goal g2"), start=1):
        lnet(f"feedback ask ada 'Question {number}' --on 2026-06-0{number} {about}")
    check(
        lnet,
        """
        $ lnet feedback receive ada "On talks" --goal talks
        Noted f5 · from Ada Lovelace: On talks · Mon 15 Jun · open
          next: lnet feedback act f5 "…"
          answers f2
          still without an answer: f4, f3, f1
          not right? lnet undo
        $ lnet feedback receive ada "On something" --answers f1
        …
          answers f1
          still without an answer: f4, f3
          not right? lnet undo
        $ lnet feedback receive ada "Anything"
        Noted f7 · from Ada Lovelace: Anything · Mon 15 Jun · open
          next: lnet feedback act f7 "…"
          answers f4
          still without an answer: f3
          not right? lnet undo
        $ lnet feedback receive ada "On talks" --goal talks --answers f1
        lnet: f1 is no open question to Ada Lovelace · lnet feedback list
        [4]
        """,
    )
    assert data(lnet, "feedback", "show", "f7")["goal"] == "g2"  # that of the question
    assert data(lnet, "log", "coffee with ada; feedback: on the rest")["undo"]
    assert [each["ref"] for each in data(lnet, "feedback", "list", "--direction", "requested")] == []


def test_only_what_was_received_can_be_acted_on(lnet: Lnet, home: Path) -> None:
    """A question needs its answer first, and what I gave is theirs to act on; each is told what is meant."""
    lnet("feedback ask ada 'How was it?'")
    lnet(f"feedback give wei {SBI}")
    check(
        lnet,
        """
        $ lnet feedback act f1 "spoke slower"
        lnet: f1 is a question you asked · note first what they said: lnet feedback receive ada-lovelace "…"
        [4]
        $ lnet feedback act f2 "spoke slower"
        lnet: f2 is feedback you gave · once you know how it landed: lnet feedback tell f2
        [4]
        """,
    )


def test_how_advice_that_was_acted_on_ends_is_not_guessed(lnet: Lnet, home: Path) -> None:
    """They know, or they shall not be told: both have a word of their own; in a row of several nothing is closed."""
    lnet("feedback receive ada A")
    lnet("feedback receive ada B")
    lnet("feedback act f2 'spoke slower'")
    before = contents(home / "lnet.db")
    check(
        lnet,
        """
        $ lnet feedback close f1 f2
        lnet: f2 was acted on; do they know? · lnet feedback tell f2, or lnet feedback close f2 --declined
        [4]
        """,
    )
    assert contents(home / "lnet.db") == before
    assert data(lnet, "feedback", "close", "f2", "--declined")["loop"] == "declined"


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("feedback ask adda x", 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        ("feedback ask ada x --on tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("feedback ask ada x --goal g9", 3, "lnet: no goal 'g9'\n"),
        ("feedback act f1", 2, 'lnet: what did you do? f1 has no action noted · lnet feedback act f1 "…"\n'),
        ("feedback close f1 --declined --no-answer", 2, "lnet: declined or no answer? It cannot be both\n"),
        ("feedback edit f1", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("feedback edit f1 --on ''", 4, "lnet: it needs a day on which it happened\n"),
        ("feedback edit f1 --on 2026-06-16", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("feedback tell f1 f9", 3, "lnet: no feedback 'f9'\n"),
        ("feedback show n1", 3, "lnet: no feedback 'n1' · n1 names an insight\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("feedback receive ada A")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.err, ran.status, ran.out) == (message, status, "")
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing, and the JSON holds the text as it was typed."""
    note = data(lnet, "feedback", "receive", "ada", HOSTILE, "--situation", HOSTILE, "--action", HOSTILE)
    assert (note["text"], note["situation"], note["action"]) == (HOSTILE, HOSTILE, HOSTILE)
    for command in ("show f1", "list", "act f1", "tell f1", "list --all --csv", "delete f1"):
        assert_safe(lnet(f"feedback {command}").out)


def test_the_summary_tells_what_is_meant_from_what_was_done(lnet: Lnet) -> None:
    """An action of feedback still open has not been done yet; once it is acted on, it has."""
    lnet("contact add Ada")
    lnet('feedback receive ada "Slow down" --action "rehearse twice"')
    assert "what I mean to do: rehearse twice" in lnet("summary").out
    lnet('feedback act f1 "rehearsed twice"')
    assert "what I did: rehearsed twice" in lnet("summary").out


def test_every_state_a_command_can_make_is_listed_or_closed(lnet: Lnet, store: Store) -> None:
    """Whatever its direction, loop and day, a piece stands in one section of the list, and each section names what is
    next; the order of the store is that of the states."""
    days = {"received": 0, "requested": 40, "given": 20}
    with step(store, "seed") as open_:
        for direction, loop in product(days, LOOPS):
            note = write.add(open_, 1, direction, on=ago(days[direction]))
            write.set_loop(open_, note, loop)
    everything = data(lnet, "feedback", "list", "--all")
    assert len(everything) == len(days) * len(LOOPS)
    states = [note["state"] for note in everything]
    assert states == sorted(states, key=STATES.index)
    assert {note["ref"] for note in data(lnet, "feedback", "list")} == {
        note["ref"] for note in everything if note["state"] != "closed"
    }
    assert all((note["next"] is None) == (note["state"] == "closed") for note in everything)


def test_a_message_of_hostile_words_is_shown_safely(lnet: Lnet) -> None:
    """What I ask is printed to be sent; no control byte of it reaches the screen, in the list neither."""
    for command in ("ask", "receive"):
        assert_safe(lnet("feedback", command, "ada", HOSTILE, "--situation", HOSTILE).out)
    assert_safe(lnet("draft f2").out)
    assert_safe(lnet("feedback list").out)
