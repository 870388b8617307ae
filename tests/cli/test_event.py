"""`lnet event`, as it is typed: conferences, and who was met there."""

from pathlib import Path

import pytest

from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


def test_an_event_is_added_shown_changed_and_deleted(lnet: Lnet) -> None:
    """Its life, and that a last day before the first is refused with both days named."""
    check(
        lnet,
        """
        $ lnet event list
        No event yet. Add one: lnet event add "PyCon" --on 2026-07-10 --until 2026-07-12
        $ lnet event add PyCon 2026 --on "10 jul" --until "12 jul" --place Berlin --url x.org --note "Hall B"
        Added e1 · PyCon 2026 · Fri 10 – Sun 12 Jul · Berlin
          not right? lnet undo
        $ lnet event show pycon
        e1 · PyCon 2026 · Fri 10 – Sun 12 Jul · Berlin
        in 25 days
          url   x.org
          note  Hall B
        $ lnet event edit e1 --until "9 jul"
        lnet: it would end on Thu 9 Jul, before it begins on Fri 10 Jul
        [4]
        $ lnet edit e1 --place "" --until "" --name "PyCon DE"
        Changed e1 · PyCon DE · Fri 10 Jul
          not right? lnet undo
        $ lnet event add pycon de
        Added e2 · pycon de
          the same name as e1
          not right? lnet undo
        $ lnet event show "pycon de"
        lnet: 'pycon de' could be e1 PyCon DE, e2 pycon de · use the reference, such as e1
        [3]
        $ lnet delete e1 e2
        Deleted e1 · PyCon DE
        Deleted e2 · pycon de
          not right? lnet undo
        """,
    )


def test_the_list_begins_with_what_is_to_come(lnet: Lnet) -> None:
    """On now and to come, the nearest first; then what has no day; then what is over, the newest first."""
    days = {
        "Long ago": "--on 2024-05-01", "Lately": "--on 2026-05-01 --until 2026-05-03", "Far": "--on 2027-01-01",
        "Near": "--on 2026-06-20", "Now": "--on 2026-06-14 --until 2026-06-16", "Someday": "",
    }  # fmt: skip
    for name, options in days.items():
        lnet(f'event add "{name}" {options}')
    names = [event["name"] for event in data(lnet, "event", "list")]
    assert names == ["Now", "Near", "Far", "Someday", "Lately", "Long ago"]
    assert [event["name"] for event in data(lnet, "event", "list", "--limit", "2")] == names[:2]
    assert len(data(lnet, "event", "list", "--limit", "2", "--all")) == 6
    check(
        lnet,
        """
        $ lnet event list --limit 4
        ref  event    days                 when         place  met  flagged
        e5   Now      Sun 14 – Tue 16 Jun  now          –        0        0
        e4   Near     Sat 20 Jun           in 5 days    –        0        0
        e3   Far      Fri 1 Jan 2027       in 200 days  –        0        0
        e6   Someday  –                    –            –        0        0
        """,
    )
    assert lnet("event list --csv --limit 1").out.startswith("ref,id,uid,name,starts_on,ends_on,place,url,note,")


def test_people_are_met_flagged_noted_and_taken_away(lnet: Lnet) -> None:
    """Known by the ordinary names; a stranger is an error in a script, unless they are to be added."""
    lnet("contact add Ada Lovelace")
    lnet("event add PyCon --on today --until wed")
    check(
        lnet,
        """
        $ lnet event meet pycon ada Ravi
        lnet: no contact named 'Ravi'
        [3]
        $ lnet event meet PyCon "Ada Lovelace" Ravi --create --follow-up
        Met at e1 · PyCon
          Ada Lovelace  known · to follow up
          Ravi          added · to follow up
          2 people: 1 added, 1 known; 2 to follow up
          not right? lnet undo
        $ lnet event meet @pycon ada --note "talks about joins"
        Met at e1 · PyCon
          Ada Lovelace  met before · to follow up · talks about joins
          not right? lnet undo
        $ lnet event meet e1 ada --no-follow-up
        Met at e1 · PyCon
          Ada Lovelace  met before · talks about joins
          not right? lnet undo
        $ lnet event show e1
        e1 · PyCon · Mon 15 – Wed 17 Jun
        now

        Met there
            Ada Lovelace · talks about joins
            Ravi · to follow up
        $ lnet contact list --event @pycon --slugs
        ada-lovelace
        ravi
        $ lnet event meet e1 ravi --remove
        Not met at e1 · PyCon: Ravi
          not right? lnet undo
        $ lnet event meet e1 ravi --remove
        lnet: no meeting 'e1 Ravi'
        [3]
        $ lnet event meet e1 ravi --no-follow-up
        lnet: no meeting 'e1 Ravi'
        [3]
        $ lnet event meet e1 ravi --remove --follow-up
        lnet: --remove takes a meeting away, and nothing is noted with that
        [2]
        $ lnet event meet Nowhere ada
        lnet: no event 'Nowhere' · add it: lnet event add "Nowhere"
        [3]
        """,
    )


def test_an_ambiguous_name_stops_with_the_candidates(lnet: Lnet, home: Path) -> None:
    """Nothing is guessed, and nobody is noted."""
    lnet("contact add Ada Lovelace")
    lnet("contact add Ada Wong")
    lnet("event add PyCon")
    before = contents(home / "lnet.db")
    ran = lnet('event meet PyCon "Bo Li" ada --create')
    assert (ran.status, ran.err) == (3, "lnet: 'ada' could be Ada Lovelace, Ada Wong · use the full name or the slug\n")
    assert contents(home / "lnet.db") == before


@pytest.mark.parametrize(
    ("days", "met_on"),
    [
        ("--on 2026-06-10 --until 2026-06-12", "2026-06-10"),
        ("--on 2026-06-10 --until 2026-06-20", "2026-06-15"),
        ("--on 2026-06-20", None),
        ("", None),
    ],
)
def test_who_is_added_was_met_there(lnet: Lnet, days: str, met_on: str | None) -> None:
    """How and when we met is the event and its day, or today while it lasts; never a day to come."""
    lnet(f"event add PyCon {days}")
    met = data(lnet, "event", "meet", "PyCon", "Bo Li", "--create", "--follow-up", "--note", "tall")
    assert met["created"] == ["Bo Li"]
    assert met["event"]["attendees"] == [
        {"contact": "Bo Li", "slug": "bo-li", "follow_up": True, "waits": True, "note": "tall"}
    ]
    person = data(lnet, "contact", "show", "bo")
    assert (person["how_met"], person["met_on"]) == ("PyCon", met_on)
    assert [(each["ref"], each["follow_up"], each["note"]) for each in person["events"]] == [("e1", True, "tall")]


def test_one_undo_takes_back_all_that_a_meeting_did(lnet: Lnet, home: Path) -> None:
    """Who was added, who was met, flags and notes."""
    lnet("contact add Ada Lovelace")
    lnet("event add PyCon --on today")
    before = contents(home / "lnet.db")
    lnet('event meet PyCon ada "Bo Li" "Cy Ng" --create --follow-up --note x')
    lnet("undo")
    assert contents(home / "lnet.db") == before


def test_an_event_tells_what_came_of_it(lnet: Lnet) -> None:
    """The conversations held there, promises open with those met, insights; in the JSON all of it."""
    lnet("contact add Ada Lovelace")
    lnet("event add PyCon --on today")
    lnet("log", "--event", "pycon", "coffee with Ada; me: send paper by fri; learned: EXPLAIN first")
    lnet("plan", "--event", "pycon", "fri: coffee with Ada")
    check(
        lnet,
        """
        $ lnet show e1
        e1 · PyCon · Mon 15 Jun
        today

        Met there
            Ada Lovelace

        Conversations
          i1  Mon 15 Jun · Ada Lovelace: coffee with Ada

        Open between you
          p1  to Ada Lovelace: send paper, by Fri 19 Jun

        Learned there
          n1  EXPLAIN first
        """,
    )
    shown = data(lnet, "event", "show", "e1")
    assert {"ref", "name", "starts_on", "ends_on", "place", "url", "note", "attendees", "met", "flagged"} <= set(shown)
    assert [shown[name][0]["ref"] for name in ("interactions", "promises", "insights")] == ["i1", "p1", "n1"]


def test_deleting_an_event_leaves_people_and_conversations(lnet: Lnet, home: Path) -> None:
    """Only the event and who was met there go; undo brings both back."""
    lnet("contact add Ada Lovelace")
    lnet("event add PyCon")
    lnet("log", "--event", "pycon", "coffee with Ada")
    before = contents(home / "lnet.db")
    lnet("event delete pycon")
    assert data(lnet, "contact", "show", "ada")["events"] == []
    assert data(lnet, "interaction", "show", "i1")["event"] is None
    lnet("undo")
    assert contents(home / "lnet.db") == before


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("event add ' '", 4, "lnet: an event needs words\n"),
        ("event add x --on 2026-02-30", 4, None),
        ("event show e9", 3, "lnet: no event 'e9'\n"),
        ("event show g1", 3, "lnet: no event 'g1' · g1 names a goal\n"),
        ("event edit e1", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("event edit e1 --name ''", 4, "lnet: an event needs words\n"),
        ("event meet e1 - --remove", 2, None),
        ("event meet e1 -", 2, "lnet: standard input holds no card\n"),
        ("event meet e1", 2, None),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("event add PyCon")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_a_page_of_many_conversations_says_where_the_rest_is(lnet: Lnet, store: Store) -> None:
    """Ten are shown, and the command that lists all of them; the JSON has them all."""
    lnet("event add PyCon --on 2026-06-01")
    ada = person(store, "Ada Lovelace")
    for days in range(12):
        talk(store, days, ada, event_id=1, summary=f"talk {days}")
    talk(store, 3, ada, summary="elsewhere")
    shown = lnet("event show e1").out.splitlines()
    assert shown[-1] == "       and 2 more: lnet interaction list --event e1"
    listed = data(lnet, "interaction", "list", "--event", "pycon")
    assert [each["summary"] for each in listed] == [f"talk {days}" for days in range(12)]
    assert {(each["event"], each["event_ref"]) for each in listed} == {("PyCon", "e1")}
    assert len(data(lnet, "event", "show", "e1")["interactions"]) == 12
    assert lnet("interaction list --event nowhere").status == 3


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Names, notes and places that hold control bytes never reach the screen raw."""
    lnet("event", "add", HOSTILE, "--place", HOSTILE, "--note", HOSTILE, "--on", "today")
    lnet("event", "meet", "e1", HOSTILE, "--create", "--note", HOSTILE)
    for command in (
        "event show e1",
        "event list",
        "event list --csv",
        "brief e1",
        "review e1",
        "at e1",
        "at",
        "show c1",
    ):
        assert_safe(lnet(command).out)
    assert data(lnet, "event", "show", "e1")["name"] == " ".join(HOSTILE.split())
    assert_safe(lnet("log", "--dry-run", "talked with Bo").out)


def test_find_knows_events(lnet: Lnet) -> None:
    """By their name, place, page and note, and by what was noted of those met there."""
    lnet('event add PyCon --place Berlin --url pycon.example --note "hall of mirrors" --on today')
    lnet('event meet PyCon "Bo Li" --create --note "collects fountain pens"')
    for word in ("pycon", "berlin", "mirrors", "fountain"):
        assert "e1" in lnet(f"find {word}").out
    lnet('event meet PyCon bo --note "collects stamps"')
    assert "e1" not in lnet("find fountain").out


def test_a_terminal_offers_to_add_a_stranger(lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Yes adds them; no is as in a script."""
    lnet("event add PyCon --on today")
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    for answer, status in (("n", 3), ("y", 0)):
        child = terminal.run("event", "meet", "pycon", "Bo Li", columns=40)
        child.expect(r"\[Y/n\] ")
        child.sendline(answer)
        assert terminal.finish()[1] == status
    terminal.close()
    assert [each["contact"] for each in data(lnet, "event", "show", "e1")["attendees"]] == ["Bo Li"]
