"""`lnet contact show`: one person whole."""

import json
import re
from datetime import date

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.dossier import dossier
from lnet.store.write.rows import insert
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def ada(lnet: Lnet, store: Store) -> Lnet:
    """Ada, with something of every kind that may hang on a person."""
    lnet("add Ada Lovelace --circle close --role mentor --topic sql --email ada@x.org", today=date(2026, 5, 1))
    lnet("add Wei Chen")
    lnet("goal add 'Read query plans' --with ada")
    lnet("log 'yesterday: coffee with ada about query plans; me: send paper by fri; learned: EXPLAIN first #sql'")
    lnet("log 'last mon: called wei about ada'")
    lnet("feedback receive ada 'shorter talks'")
    with step(store, "by hand") as open_:
        ids = {
            "event": insert(open_, "event", name="EuroPython", key="europython", starts_on=date(2025, 7, 14)),
            "community": insert(open_, "community", name="Local PUG", key="local pug", kind="meetup"),
            "project": insert(open_, "project", title="A paper", key="a paper"),
            "resource": insert(open_, "resource", title="Use the index", key="use", url="https://use-the-index.com"),
        }
        on = date(2026, 6, 1)
        insert(open_, "attendance", event_id=ids["event"], contact_id=1, follow_up=True, note="knows indexes")
        insert(open_, "membership", community_id=ids["community"], contact_id=1)
        insert(open_, "project_member", project_id=ids["project"], contact_id=1, role="reviewer")
        insert(open_, "share", resource_id=ids["resource"], contact_id=1, direction="received", occurred_on=on)
        insert(open_, "exchange", contact_id=1, direction="given", kind="introduction", text="met Ravi", occurred_on=on)
        insert(open_, "acquaintance", contact_id=1, other_id=2)
        insert(open_, "mentor_agreement", contact_id=1, purpose="databases", every_days=21, review_on=date(2026, 12, 1))
        talk = insert(open_, "interaction", occurred_on=date(2026, 6, 19), summary="lunch", planned=True)
        insert(open_, "participant", interaction_id=talk, contact_id=1)
    return lnet


def test_the_page_tells_all_of_a_person(ada: Lnet) -> None:
    """Who, how often and since when, how to reach them, then what is open, what was said and what came of it."""
    check(
        ada,
        """
        $ lnet contact show ada
        Ada Lovelace · ada-lovelace
        mentor · close circle
        every 21 days (agreed with your mentor), due Sun 5 Jul · last talked Sun 14 Jun (yesterday)
          email     ada@x.org
          topics    #sql
          knows     Wei Chen
          mentor    every 21 days, databases, review on Tue 1 Dec

        Planned
          i3  Fri 19 Jun · other · lunch

        Promises
          p1  you promised: send paper, by Fri 19 Jun

        Conversations
          i1  Sun 14 Jun · in person · coffee with ada about query plans

        Goals they help with
          g1  Read query plans

        Feedback
          f1  received Mon 15 Jun: shorter talks · open

        Learned from them
          n1  EXPLAIN first

        Projects
          j1  A paper · reviewer

        Shared
          r1  Use the index · received · Mon 1 Jun

        Help
          x1  met Ravi · given · Mon 1 Jun

        Met at
          e1  EuroPython · Mon 14 Jul 2025 · knows indexes

        Member of
          c1  Local PUG · meetup

        Mentioned in
          i2  called wei about ada · Mon 8 Jun
        """,
    )


def test_what_is_settled_is_left_to_the_json(lnet: Lnet, store: Store) -> None:
    """Kept promises, plans that came true and agreements that ended are not on the page; plans come in their order."""
    lnet("add Ada")
    lnet("promise add ada 'send paper'")
    lnet("promise keep p1")
    with step(store, "by hand") as open_:
        insert(open_, "mentor_agreement", contact_id=1, every_days=21, ended_on=date(2026, 6, 1))
        held = insert(open_, "interaction", occurred_on=date(2026, 6, 12), summary="held")
        plans = [
            insert(open_, "interaction", occurred_on=date(2026, 6, day), summary="plan", planned=True, fulfilled_by=by)
            for day, by in ((11, held), (20, None), (18, None))
        ]
        for talk in (held, *plans):
            insert(open_, "participant", interaction_id=talk, contact_id=1)
    check(
        lnet,
        """
        $ lnet contact show ada
        Ada · ada
        last talked Fri 12 Jun (3 days ago)

        Planned
          i4  Thu 18 Jun · other · plan
          i3  Sat 20 Jun · other · plan

        Conversations
          i1  Fri 12 Jun · other · held
        """,
    )
    data = json.loads(lnet("contact show ada --json").out)["data"]
    assert (data["promises"][0]["status"], data["mentor"], len(data["interactions"])) == ("kept", None, 4)


def test_the_page_in_json_has_every_list(ada: Lnet) -> None:
    """The lists bear the names of the contract, their objects the field names of the domain model."""
    answer = json.loads(ada("contact show ada --json").out)
    data = answer["data"]
    assert answer["schema"] == "lnet.contact.show/1"
    refs = {
        "interactions": ["i3", "i1"], "promises": ["p1"], "goals": ["g1"], "feedback": ["f1"], "insights": ["n1"],
        "communities": ["c1"], "events": ["e1"], "projects": ["j1"], "resources": ["r1"], "exchanges": ["x1"],
        "mentions": ["i2"],
    }  # fmt: skip
    assert {name: [each["ref"] for each in data[name]] for name in refs} == refs
    assert data["methods"] == [{"kind": "email", "value": "ada@x.org", "label": None, "primary": False}]
    assert data["interactions"][1]["participants"] == [{"name": "Ada Lovelace", "slug": "ada-lovelace"}]
    assert (data["promises"][0]["due_on"], data["promises"][0]["owed_by"]) == ("2026-06-19", "me")
    assert (data["events"][0]["follow_up"], data["projects"][0]["role"]) == (True, "reviewer")
    assert (data["resources"][0]["direction"], data["resources"][0]["on"]) == ("received", "2026-06-01")
    assert data["mentor"]["every_days"] == 21
    assert [each["name"] for each in data["knows"]] == ["Wei Chen"]


def test_one_person_is_an_object_and_several_are_a_list(ada: Lnet) -> None:
    """With `--json` the shape follows the number of people; on paper a blank line parts them."""
    assert json.loads(ada("contact show wei --json").out)["data"]["name"] == "Wei Chen"
    assert [each["name"] for each in json.loads(ada("contact show wei ada --json").out)["data"]] == [
        "Wei Chen",
        "Ada Lovelace",
    ]
    assert "\n\nAda Lovelace · ada-lovelace\n" in ada("contact show wei ada").out


def test_the_page_shows_ten_conversations_and_how_many_more(lnet: Lnet) -> None:
    """The newest come first; references of any length are aligned."""
    lnet("add Ada")
    for day in range(1, 13):
        lnet(f"log '2026-05-{day:02}: talk {day} with ada'")
    lines = lnet("contact show ada").out.split("Conversations\n")[1].splitlines()
    assert lines[0] == "  i12  Tue 12 May · other · talk 12 with ada"
    assert lines[9] == "  i3   Sun 3 May · other · talk 3 with ada"
    assert lines[10].strip() == "and 2 more: lnet interaction list --with ada"
    assert len(json.loads(lnet("contact show ada --json").out)["data"]["interactions"]) == 12


def test_a_page_costs_the_same_statements_however_much_hangs_on_a_person(ada: Lnet, store: Store) -> None:
    """No statement a row: a person with much history is read as one with none."""

    def statements(id: int) -> int:
        seen: list[str] = []
        store.db.set_trace_callback(seen.append)
        dossier(store, id)
        store.db.set_trace_callback(None)
        return len([each for each in seen if not each.startswith("--")])

    assert statements(1) == statements(2) == statements(99)


@pytest.mark.parametrize("width", [40, 80])
def test_the_page_fits_the_terminal(ada: Lnet, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """No line is wider than the terminal, and every reference stands whole."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = re.sub(r"\x1b\[[0-9;]*m", "", ada("contact show ada").out)
    assert max(map(len, out.splitlines())) <= width
    assert re.findall(r"^  ([a-z]\d+)  ", out, re.MULTILINE) == [
        "i3", "p1", "i1", "g1", "f1", "n1", "j1", "r1", "x1", "e1", "c1", "i2",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Eve \x1b[31mred", "[bold]Eve[/bold]", "Eve\u202eevil", "Eve :smile:"])
def test_a_hostile_name_is_shown_safely(lnet: Lnet, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Control bytes are visible, markup is literal, piped and on a terminal."""
    lnet("add", name, "--note", "one\x1b]0;title\x07\ntwo")
    piped = lnet("contact show c1").out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", piped)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", lnet("contact show c1").out)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert name.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e") in shown


def test_a_year_is_drawn_on_a_terminal(ada: Lnet) -> None:
    """Conversations held by month, the last twelve; piped there is no picture, and the JSON has the numbers."""
    ada("log '2026-05-02: call with ada'")
    ada("log '2026-05-03: call with ada'")
    ada("log '2025-05-03: call with ada'")
    months = json.loads(ada("contact show ada --json").out)["data"]["months"]
    assert [each["on"] for each in months[::11]] == ["2025-07-01", "2026-06-01"]
    assert [each["conversations"] for each in months] == [*[0] * 10, 2, 1]
    assert "12 months" not in ada("contact show ada").out
    for columns in (80, 40):
        terminal = Terminal()
        terminal.run("contact", "show", "ada", columns=columns)
        assert "▁▁▁▁▁▁▁▁▁▁█▅ 3" in terminal.finish()[0]


def test_a_conversation_without_words_ends_with_its_channel(lnet: Lnet) -> None:
    """As `done NAME` leaves it: no separator with nothing behind it."""
    lnet("add Ada Lovelace")
    lnet("done ada")
    assert "\n  i1  Mon 15 Jun · other\n" in lnet("contact show ada").out


@pytest.mark.parametrize(
    ("share", "said"),
    [("never", "never: absent from what you share"), ("name", "by name in what you share"), ("alias", "")],
)
def test_the_page_says_how_somebody_is_shared(lnet: Lnet, share: str, said: str) -> None:
    """Nothing for an alias, which everybody has unless something else was said."""
    lnet(f"contact add Ada Lovelace --share {share}")
    out = lnet("contact show ada").out
    assert f"  share     {said}\n" in out if said else "share" not in out
