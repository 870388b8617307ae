"""`lnet promise`, as it is typed."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada and Wei, and nothing else."""
    seed("contact add Ada Lovelace", "contact add Wei Chen")


def test_promises_are_made_moved_kept_and_released(lnet: Lnet) -> None:
    """Mine and theirs, by their day; a renegotiated one is still owed and remembers its first day."""
    check(
        lnet,
        """
        $ lnet promise list
        Nothing is owed, either way.
        $ lnet promise add ada send the paper --by fri
        Promised p1 · to Ada Lovelace: send the paper, by Fri 19 Jun
          not right? lnet undo
        $ lnet promise add wei "review the draft" --them
        Promised p2 · from Wei Chen: review the draft
          not right? lnet undo
        $ lnet promise add ada "send slides" --by 2026-06-12
        Promised p3 · to Ada Lovelace: send slides, by Fri 12 Jun
          not right? lnet undo
        $ lnet promise list
        ref  who              due         when         promise
        p3   to Ada Lovelace  2026-06-12  3 days late  send slides
        p1   to Ada Lovelace  2026-06-19  in 4 days    send the paper
        p2   from Wei Chen    –           –            review the draft
        $ lnet promise renegotiate p1 --by "next tue"
        Renegotiated p1 · to Ada Lovelace: send the paper, by Tue 16 Jun (was Fri 19 Jun)
          not right? lnet undo
        $ lnet promise keep "send slides"
        Kept p3 · to Ada Lovelace: send slides
          not right? lnet undo
        $ lnet promise release p2
        Released p2 · from Wei Chen: review the draft
          not right? lnet undo
        $ lnet promise list
        ref  who              due         when      promise
        p1   to Ada Lovelace  2026-06-16  tomorrow  send the paper
        $ lnet promise list --all
        ref  who              due         when      promise
        p1   to Ada Lovelace  2026-06-16  tomorrow  send the paper
        p3   to Ada Lovelace  2026-06-12  kept      send slides
        p2   from Wei Chen    –           released  review the draft
        $ lnet promise show p1 p3
        p1 · to Ada Lovelace · renegotiated
          send the paper
          made    Mon 15 Jun
          due     Tue 16 Jun
          was due Fri 19 Jun

        p3 · to Ada Lovelace · kept
          send slides
          made    Mon 15 Jun
          due     Fri 12 Jun
          closed  Mon 15 Jun
        """,
    )


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By person and by who owes; nothing left says so."""
    lnet("promise add ada A")
    lnet("promise add ada B --them")
    lnet("promise add wei C")
    texts = {
        options: [promise["text"] for promise in data(lnet, "promise", "list", *options.split())]
        for options in ("", "--me", "--them", "--me --them", "--with ada", "--with ada --with wei --me", "--limit 1")
    }
    assert texts == {
        "": ["A", "B", "C"], "--me": ["A", "C"], "--them": ["B"], "--me --them": ["A", "B", "C"],
        "--with ada": ["A", "B"], "--with ada --with wei --me": ["A", "C"], "--limit 1": ["A"],
    }  # fmt: skip
    assert lnet("promise list --with wei --them").out == "No promise fits.\n"


def test_a_promise_renegotiated_twice_remembers_its_first_day(lnet: Lnet) -> None:
    """`was_due_on` is the day that was first promised; keeping it closes it like any other."""
    lnet("promise add ada A --by fri")
    lnet("promise renegotiate p1 --by 2026-06-26")
    promise = data(lnet, "promise", "renegotiate", "p1", "--by", "2026-07-01")
    days = ("due_on", "was_due_on", "renegotiated_on", "status", "closed_on")
    assert [promise[day] for day in days] == ["2026-07-01", "2026-06-19", "2026-06-15", "renegotiated", None]
    promise = data(lnet, "promise", "keep", "p1")
    assert [promise[day] for day in days] == ["2026-07-01", "2026-06-19", "2026-06-15", "kept", "2026-06-15"]


def test_a_promise_kept_twice_keeps_its_day(lnet: Lnet) -> None:
    """Saying it again on another day changes nothing; releasing it then does."""
    lnet("promise add ada A")
    first = data(lnet, "promise", "keep", "p1")
    again = data(lnet, "promise", "keep", "p1", today=date(2026, 7, 1))
    assert again["warnings"] == ["p1 was kept already"]
    assert again | {"undo": first["undo"], "warnings": []} == first
    assert data(lnet, "promise", "release", "p1", today=date(2026, 7, 1))["closed_on"] == "2026-07-01"


def test_of_promises_in_the_same_words_the_open_one_is_meant(lnet: Lnet) -> None:
    """Keeping means what is still owed; showing does not, and asks which."""
    lnet("promise add ada send the report")
    lnet("promise keep send")
    lnet("promise add ada send the report")
    check(
        lnet,
        """
        $ lnet promise show send
        lnet: 'send' could be p1 send the report, p2 send the report · use the reference, such as p1
        [3]
        $ lnet promise keep send
        Kept p2 · to Ada Lovelace: send the report
          not right? lnet undo
        """,
    )


def test_an_edit_corrects_and_clears(lnet: Lnet) -> None:
    """Other words, another day without a memory of the first, another who owes, no day at all."""
    lnet("promise add ada A --by fri")
    promise = data(lnet, "promise", "edit", "p1", "--text", " B  b ", "--by", "2026-07-01", "--them")
    assert (promise["text"], promise["due_on"], promise["owed_by"]) == ("B b", "2026-07-01", "them")
    assert (promise["was_due_on"], promise["status"]) == (None, "open")
    assert data(lnet, "promise", "edit", "p1", "--by", "")["due_on"] is None


def test_the_json_of_a_promise_has_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract; a promise out of a conversation names it and was made on its day."""
    lnet("log", "yesterday: coffee with ada; me: send paper by fri")
    promise = data(lnet, "promise", "show", "p1")
    assert {name: value for name, value in promise.items() if name not in ("uid", "created_at", "updated_at")} == {
        "ref": "p1", "id": 1, "contact": "Ada Lovelace", "slug": "ada-lovelace", "interaction": "i1", "owed_by": "me",
        "text": "send paper", "made_on": "2026-06-14", "due_on": "2026-06-19", "was_due_on": None,
        "renegotiated_on": None, "status": "open", "closed_on": None,
    }  # fmt: skip
    assert "  said in i1\n" in lnet("promise show p1").out


def test_one_reference_answers_an_object_and_several_a_list(lnet: Lnet) -> None:
    """For reading and for writing alike."""
    lnet("promise add ada A")
    lnet("promise add ada B")
    assert data(lnet, "promise", "show", "2")["text"] == "B"
    assert [promise["status"] for promise in data(lnet, "promise", "keep", "p1", "p2")] == ["kept", "kept"]
    assert data(lnet, "promise", "delete", "p1", "p2") == {"deleted": ["p1", "p2"], "undo": 6}


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("promise add ada ' '", 4, "lnet: a promise needs words\n"),
        ("promise add adda x", 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        ("promise add ada x --by 2026-02-30", 4, None),
        ("promise renegotiate p1", 2, "lnet: which day was agreed on? · lnet promise renegotiate p7 --by fri\n"),
        ("promise renegotiate p1 --by 2026-06-14", 4, "lnet: 2026-06-14 has passed; a new day lies ahead\n"),
        ("promise edit p1", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("promise edit p1 --text ''", 4, "lnet: a promise needs words\n"),
        ("promise keep p2", 3, "lnet: no promise 'p2'\n"),
        ("promise keep p1 p2", 3, "lnet: no promise 'p2'\n"),
        ("promise keep g1", 3, "lnet: no promise 'g1' · g1 names a goal\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("promise add ada A --by fri")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing, and the JSON holds the text as it was typed."""
    assert data(lnet, "promise", "add", "ada", HOSTILE)["text"] == HOSTILE
    for command in ("show p1", "list", "renegotiate p1 --by fri", "keep p1", "list --all --csv", "delete p1"):
        assert_safe(lnet(f"promise {command}").out)


def test_the_promises_of_somebody_deleted_go_and_come_back(lnet: Lnet) -> None:
    """A promise belongs to its contact; undo brings both back."""
    lnet("promise add ada A")
    lnet("contact delete ada")
    assert data(lnet, "promise", "list") == []
    lnet("undo")
    assert [promise["ref"] for promise in data(lnet, "promise", "list")] == ["p1"]
