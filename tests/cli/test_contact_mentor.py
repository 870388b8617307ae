"""`lnet contact mentor`: an agreement made, changed, looked at and ended."""

from datetime import date

import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, person
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(store: Store) -> None:
    """Ada (close, talked to), Wei with a rhythm of his own, and Ravi, in no circle and never talked to."""
    person(store, "Ada Lovelace", "close", [20])
    person(store, "Wei Chen", None, [20], every_days=14)
    person(store, "Ravi Patel", None)


def test_an_agreement_from_first_to_last(lnet: Lnet) -> None:
    """It brings the role and the rhythm, is changed by what is given, shown without options, and ended."""
    check(
        lnet,
        """
        $ lnet contact mentor ada --every 6w --purpose "query planners" --function career
        Agreed with Ada Lovelace · every 42 days since Mon 15 Jun, career, query planners, review on Mon 14 Dec
          has the role mentor now, too
          reminders: every 42 days (agreed with your mentor), due Tue 7 Jul
          not right? lnet undo
        $ lnet contact mentor ada --every 3w --function psychosocial --function career --review "1 dec"
        Changed the agreement with Ada Lovelace · every 21 days since Mon 15 Jun, psychosocial and career, query planners, review on Tue 1 Dec
          reminders: every 21 days (agreed with your mentor), due Tue 16 Jun
          not right? lnet undo
        $ lnet contact mentor ada
        Agreement with Ada Lovelace · every 21 days since Mon 15 Jun, psychosocial and career, query planners, review on Tue 1 Dec
          reminders: every 21 days (agreed with your mentor), due Tue 16 Jun
        $ lnet contact mentor ada --every 21d
        Agreement with Ada Lovelace · every 21 days since Mon 15 Jun, psychosocial and career, query planners, review on Tue 1 Dec
          reminders: every 21 days (agreed with your mentor), due Tue 16 Jun
        Nothing to change: it was so already.
        $ lnet contact mentor ada --review "" --purpose ""
        Changed the agreement with Ada Lovelace · every 21 days since Mon 15 Jun, psychosocial and career
          reminders: every 21 days (agreed with your mentor), due Tue 16 Jun
          not right? lnet undo
        $ lnet contact mentor ada --end
        Ended the agreement with Ada Lovelace
          reminders: every 30 days (close circle), due Thu 25 Jun
          not right? lnet undo
        $ lnet contact show ada
        Ada Lovelace · ada-lovelace
        mentor · close circle
        every 30 days (close circle), due Thu 25 Jun · last talked Tue 26 May (20 days ago)
        …
        """,  # noqa: E501  # a line piped is never wrapped
    )


def test_the_page_of_a_mentor_tells_what_was_agreed(lnet: Lnet) -> None:
    """How often, since when, what for, and when to look at it again; as JSON under `mentor`, null once it ended."""
    lnet("contact mentor ada --purpose 'query planners' --function career")
    line = "  mentor    every 30 days since Mon 15 Jun, career, query planners, review on Mon 14 Dec"
    assert line in lnet("contact show ada").out.splitlines()
    agreed = data(lnet, "contact", "show", "ada")["mentor"]
    assert agreed.pop("id") == 1
    assert agreed == {
        "purpose": "query planners", "every_days": 30, "functions": ["career"], "starts_on": "2026-06-15",
        "review_on": "2026-12-14",
    }  # fmt: skip
    lnet("contact mentor ada --end")
    assert data(lnet, "contact", "show", "ada")["mentor"] is None


def test_what_goes_before_an_agreement_is_told(lnet: Lnet) -> None:
    """A rhythm set by hand leads; somebody in no circle has none once it ended; a status mutes all of it."""
    check(
        lnet,
        """
        $ lnet contact mentor wei ravi
        Agreed with Wei Chen · every 30 days since Mon 15 Jun, review on Mon 14 Dec
          has the role mentor now, too
          reminders: every 14 days (you set this), due since Tue 9 Jun
        Agreed with Ravi Patel · every 30 days since Mon 15 Jun, review on Mon 14 Dec
          has the role mentor now, too
          reminders: every 30 days (agreed with your mentor), due Thu 18 Jun
          not right? lnet undo
        $ lnet contact mentor ravi --end
        Ended the agreement with Ravi Patel
          reminders: none by rhythm
          not right? lnet undo
        $ lnet contact pause wei
        …
        $ lnet contact mentor wei
        Agreement with Wei Chen · every 30 days since Mon 15 Jun, review on Mon 14 Dec
          reminders: paused: no reminders by rhythm
        """,
    )


def test_a_first_due_day_follows_the_agreement(lnet: Lnet) -> None:
    """Who was never talked to gets one with the agreement, another when its rhythm changes, none once it ended."""
    lnet("add Grace Hopper --circle close")
    lnet("contact mentor ravi --every 90d")
    assert data(lnet, "contact", "show", "ravi")["first_due"] == "2026-06-19"
    lnet("contact mentor ravi --every 4d")
    assert data(lnet, "contact", "show", "ravi")["first_due"] == "2026-06-19"
    lnet("contact mentor ravi --every 3d")
    assert data(lnet, "contact", "show", "ravi")["first_due"] == "2026-06-18"
    lnet("contact mentor ravi --end")
    assert data(lnet, "contact", "show", "ravi")["first_due"] is None


def test_each_command_is_undone_in_one_step(lnet: Lnet, store: Store) -> None:
    """The agreement, the role and the first-due day go together, and an ended agreement comes back."""
    for words in ("ravi ada --every 20d", "ravi --every 9d", "ravi --end"):
        before = contents(store.path)
        assert lnet(f"contact mentor {words}").status == 0
        assert contents(store.path) != before
        lnet("undo")
        assert contents(store.path) == before
        lnet("redo")


def test_a_new_agreement_follows_one_that_ended(lnet: Lnet) -> None:
    """What was agreed before is not taken over; the role was there already."""
    lnet("contact mentor ada --every 20d --purpose planners")
    lnet("contact mentor ada --end")
    ran = lnet("contact mentor ada", today=date(2026, 7, 1))
    assert ran.out.splitlines()[:2] == [
        "Agreed with Ada Lovelace · every 30 days since Wed 1 Jul, review on Wed 30 Dec",
        "  reminders: every 30 days (agreed with your mentor), due since Thu 25 Jun",
    ]


def test_an_agreement_may_have_begun_before_it_was_noted(lnet: Lnet) -> None:
    """--on says when; it can be put right later, and nothing else of the agreement changes."""
    check(
        lnet,
        """
        $ lnet contact mentor ada --on "1 mar" --every 6w
        Agreed with Ada Lovelace · every 42 days since Sun 1 Mar, review on Mon 14 Dec
        …
        $ lnet contact mentor ada --on 2025-11-03
        Changed the agreement with Ada Lovelace · every 42 days since Mon 3 Nov 2025, review on Mon 14 Dec
        …
        """,
    )
    assert data(lnet, "contact", "mentor", "ada")["mentor"]["starts_on"] == "2025-11-03"


def test_json_has_the_person_and_the_agreement(lnet: Lnet) -> None:
    """One person is an object, several are a list; looking at it makes no step."""
    agreed = data(lnet, "contact", "mentor", "ada", "--every", "2m")
    assert (agreed["slug"], agreed["mentor"]["every_days"], agreed["did"], agreed["cadence_from"]) == (
        "ada-lovelace", 60, "agreed", "mentor",
    )  # fmt: skip
    assert isinstance(agreed["undo"], int)
    assert [each["slug"] for each in data(lnet, "contact", "mentor", "ada", "wei")] == ["ada-lovelace", "wei-chen"]
    seen = data(lnet, "contact", "mentor", "ada")
    assert (seen["undo"], seen["did"], seen["mentor"]["every_days"]) == (None, "nothing", 60)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("ada --end", 4, "there is no agreement with Ada Lovelace · make one: lnet contact mentor ada-lovelace"),
        ("ada --end --purpose x", 2, "--end stands alone"),
        ("ada --every never", 4, "'never' is not a duration"),
        ("ada --every ''", 4, "'' is not a duration"),
        ("ada --every 0d", 4, "'0d' is not a duration"),
        ("ada --review yesterday", 4, "'yesterday': that is past"),
        ("ada --review whenever", 4, "'whenever' is not a date"),
        ("ada --on tomorrow", 4, "'2026-06-16': this is still to come"),
        ("ada --on 31.2.", 4, "'31.2.' is not a date"),
        ("ada --end --on today", 2, "--end stands alone"),
        ("ada --function x", 2, "'x' is not one of 'career', 'psychosocial'"),
        ("nobody", 3, "no contact named 'nobody'"),
        ("", 2, "Missing argument"),
    ],
)
def test_what_cannot_be_agreed_is_refused(lnet: Lnet, store: Store, words: str, status: int, said: str) -> None:
    """One line that says why, and nothing stored."""
    before = contents(store.path)
    ran = lnet(f"contact mentor {words}")
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert said in ran.err
    assert contents(store.path) == before


def test_hostile_text_is_shown_safely(lnet: Lnet) -> None:
    """No control byte of a purpose reaches the screen, here or on the page; and it is one line."""
    assert_safe(lnet("contact", "mentor", "ada", "--purpose", HOSTILE).out)
    assert_safe(lnet("contact show ada").out)
    assert data(lnet, "contact", "mentor", "ada", "--purpose", " two\n lines ")["mentor"]["purpose"] == "two lines"


def test_a_rhythm_agreed_on_is_reminded_of(lnet: Lnet, store: Store) -> None:
    """The list says what was agreed, once the days have passed."""
    person(store, "Mei Ito", None, [31], created_on=ago(400))
    lnet("contact mentor mei")
    assert "you agreed on every 30" in lnet("followups").out
