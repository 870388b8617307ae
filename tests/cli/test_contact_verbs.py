"""The verbs of a person's life: rename, tag, pause, quiet, resume, archive, delete."""

import json

import pytest

from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture
def people(lnet: Lnet, seed: Seed) -> Lnet:
    """Ada, with a rhythm, and Ravi."""
    seed("add Ada Lovelace --circle close", "add Ravi Patel")
    return lnet


def test_a_new_name_keeps_slug_and_links(people: Lnet) -> None:
    """The old slug still finds them, the old name no longer; the new one does."""
    check(
        people,
        """
        $ lnet log "coffee with Ada"
        …

        $ lnet contact rename ada Augusta  King
        Renamed: Augusta King · ada-lovelace · every 30 days (close circle), due Wed 15 Jul
          not right? lnet undo

        $ lnet contact show ada-lovelace
        Augusta King · ada-lovelace
        …

        $ lnet contact show "ada lovelace"
        lnet: no contact named 'ada lovelace'
        [3]

        $ lnet contact show augusta
        …
          i1  Mon 15 Jun · in person · coffee with Ada

        $ lnet contact rename augusta "AUGUSTA King"
        Renamed: AUGUSTA King · ada-lovelace · every 30 days (close circle), due Wed 15 Jul
          not right? lnet undo

        $ lnet contact rename augusta "Ravi Patel"
        Renamed: Ravi Patel · ada-lovelace · every 30 days (close circle), due Wed 15 Jul
          the same name as ravi-patel: kept as two people
          not right? lnet undo

        $ lnet contact rename ada-lovelace " "
        lnet: a contact needs a name
        [4]
        """,
    )


def test_topics_are_tagged_and_taken_away(people: Lnet) -> None:
    """Topics are lower case without their sign; --remove takes them away; - tags whom standard input names."""
    check(
        people,
        """
        $ lnet contact tag ravi SQL '#query plans' +rust
        Tagged Ravi Patel · ravi-patel · #sql #query plans #rust
          not right? lnet undo

        $ lnet contact tag ravi sql rust --remove
        Tagged Ravi Patel · ravi-patel · #query plans
          not right? lnet undo

        $ lnet contact tag - go <<
        > ada-lovelace
        > ravi-patel
        Tagged Ada Lovelace · ada-lovelace · #go · every 30 days (close circle), due Thu 18 Jun
        Tagged Ravi Patel · ravi-patel · #query plans #go
          not right? lnet undo
        """,
    )


@pytest.mark.parametrize(
    ("verb", "status", "said"),
    [
        ("pause", "paused", "Paused Ada Lovelace · ada-lovelace · paused: no reminders by rhythm\n"),
        ("quiet", "quiet", "Quiet: Ada Lovelace · ada-lovelace · quiet: only promises and plans\n"),
        ("archive", "archived", "Archived Ada Lovelace · ada-lovelace · archived: no reminders at all\n"),
    ],
)
def test_a_status_mutes_until_resumed(people: Lnet, verb: str, status: str, said: str) -> None:
    """Each status is told, silences the due day, and ends with resume; undo gives back the one before."""
    assert people(f"contact {verb} ada").out == said + "  not right? lnet undo\n"
    data = json.loads(people("contact show ada --json").out)["data"]
    assert (data["status"], data["due_on"]) == (status, None)
    resumed = json.loads(people("contact resume ada --json").out)["data"]
    assert (resumed["status"], resumed["due_on"]) == ("active", "2026-06-18")
    people("undo")
    assert json.loads(people("contact show ada --json").out)["data"]["status"] == status


@pytest.mark.parametrize(
    "command", ["resume ada", "tag ada sql --remove", "edit ada --circle close", "rename ada 'Ada Lovelace'"]
)
def test_what_is_so_already_is_not_called_changed(people: Lnet, command: str) -> None:
    """A command that changes nothing says so."""
    assert people(f"contact {command}").out == "Nothing to change: it was so already.\n"


@pytest.mark.parametrize("verb", ["pause", "quiet", "archive", "resume"])
def test_a_status_is_for_many_people_in_one_step(people: Lnet, verb: str) -> None:
    """Several names give a list, and one undo takes all of it back."""
    answer = json.loads(people(f"contact {verb} ravi ada --json").out)
    assert answer["schema"] == f"lnet.contact.{verb}/1"
    assert [each["slug"] for each in answer["data"]] == ["ravi-patel", "ada-lovelace"]
    assert {each["undo"] for each in answer["data"]} == {3}
    people("undo")
    assert {each["status"] for each in json.loads(people("contact list --all --json").out)["data"]} == {"active"}


def test_deleting_takes_what_is_theirs_alone_and_undo_brings_it_back(people: Lnet) -> None:
    """A conversation with somebody else stays; nothing is asked, not even of a script."""
    check(
        people,
        """
        $ lnet log "coffee with Ada; me: send paper"
        …
        $ lnet log "lunch with Ada and Ravi"
        …
        $ lnet contact delete ada
        Deleted Ada Lovelace, with 1 conversation
          not right? lnet undo

        $ lnet contact list --slugs --all
        ravi-patel

        $ lnet show i1
        lnet: no interaction 'i1'…
        [3]

        $ lnet contact show ravi
        …
          i2  Mon 15 Jun · in person · lunch with Ada and Ravi

        $ lnet undo
        …

        $ lnet contact show ada
        …
          p1  you promised: send paper
        …
          i2  Mon 15 Jun · in person · lunch with Ada and Ravi
          i1  Mon 15 Jun · in person · coffee with Ada
        """,
    )


def test_deleting_in_json_names_who_is_gone(people: Lnet) -> None:
    """One person is an object, several are a list; --yes is understood, though nothing is asked."""
    one = json.loads(people("contact delete ada --yes --json").out)
    assert one == {
        "schema": "lnet.contact.delete/1",
        "ok": True,
        "data": {"id": 1, "name": "Ada Lovelace", "slug": "ada-lovelace", "deleted": True, "undo": 3},
    }
    people("undo")
    several = json.loads(people("contact delete - --json", stdin="ada-lovelace\nravi-patel\n").out)["data"]
    assert [each["slug"] for each in several] == ["ada-lovelace", "ravi-patel"]


@pytest.mark.parametrize("command", ["show", "pause", "quiet", "resume", "archive", "delete", "rename", "tag"])
def test_looking_up_in_vain_is_said_with_suggestions(people: Lnet, command: str) -> None:
    """Every verb ends with 3 for somebody unknown, and changes nobody."""
    more = " X" if command in ("rename", "tag") else " ravi"
    ran = people(f"contact {command} adda{more}")
    assert (ran.status, ran.out, ran.err) == (3, "", "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n")
    assert people("contact list --slugs").out == "ada-lovelace\nravi-patel\n"


def test_failing_in_json_is_an_error_object(people: Lnet) -> None:
    """On standard output, with the exit status of the failure; an ambiguous name lists the candidates."""
    people("add Ada Yonath")
    ran = people("contact show ada --json")
    assert (ran.status, ran.err) == (3, "")
    assert json.loads(ran.out) == {
        "schema": "lnet.error/1",
        "ok": False,
        "error": {
            "code": "ambiguous",
            "message": "'ada' could be Ada Lovelace, Ada Yonath",
            "hint": "use the full name or the slug",
        },
    }
