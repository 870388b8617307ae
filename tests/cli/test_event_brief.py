"""`lnet brief @event`: who of my network may be there, why, and what is open with them."""

from pathlib import Path

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import attendance, event, feedback
from lnet.store.write.topic import add_topics
from tests.cli.answers import data
from tests.cli.contents import contents
from tests.cli.seeds import ago, owe, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(store: Store) -> None:
    """An event in four days in Porto; somebody noted, somebody of last year, two who live there, one of its topics."""
    ada = person(store, "Ada Lovelace", "close", [20])
    bo = person(store, "Bo Li", None, location="Lisbon")
    cy = person(store, "Cy Ng", None, location="porto")
    person(store, "Dee Ode", None, location="Porto Alegre", status="archived")
    eve = person(store, "Eve Adams", None)
    with step(store, "seed") as open_:
        event.add(open_, "Data Days 2025", starts_on=ago(360), ends_on=ago(358))
        new = event.add(
            open_, "Data Days 2026", starts_on=ago(-4), ends_on=ago(-6), place="Porto, Portugal", note="#sql"
        )
        attendance.meet(open_, new, ada, note="speaks on joins")
        attendance.meet(open_, 1, bo, note="on the boat")
        attendance.meet(open_, 1, ada)
        add_topics(open_, "contact", eve, ["sql", "data"])
        feedback.add(open_, bo, "received", "Shorter slides.", on=ago(30))
    talk(store, 10, cy, next_question="Which index?")
    talk(store, -5, ada, planned=True, event_id=new, summary="lunch")
    owe(store, ada, "send paper", 3)
    owe(store, cy, "his dataset", -2, "them")


def test_the_brief_of_an_event(lnet: Lnet, home: Path) -> None:
    """Each person once, in the first list that has them; what is open is open with those who may be there."""
    before = contents(home / "lnet.db")
    check(
        lnet,
        """
        $ lnet brief @data-days
        e2 · Data Days 2026 · Fri 19 – Sun 21 Jun · Porto, Portugal
        in 4 days
        #sql
          planned    i3  Sat 20 Jun · Ada Lovelace · lunch
          there      Ada Lovelace · speaks on joins
          before     Bo Li · Data Days 2025: on the boat
          nearby     Cy Ng · porto
          topics     Eve Adams · #data #sql
          you owe    p1  send paper, by Fri 12 Jun (3 days late) · Ada Lovelace
          they owe   p2  his dataset, by Wed 17 Jun (in 2 days) · Cy Ng
          feedback   f1  from them, 16 May: Shorter slides. · not acted on yet · Bo Li
          ask        Cy Ng: Which index? (i2, 5 June)
        """,
    )
    assert contents(home / "lnet.db") == before


def test_an_event_is_named_in_several_ways(lnet: Lnet) -> None:
    """By reference, by @name (the nearest edition), by the start of its name; a person of that name comes first."""
    for text in ("e2", "@data-days-2026", "@data-days", "data days 2026"):
        assert data(lnet, "brief", text)["event"]["ref"] == "e2"
    lnet("contact add Data Days")
    assert "contact" in data(lnet, "brief", "@data-days")
    assert "contact" in data(lnet, "brief", "@ada")
    assert [set(each) >= {"promises"} for each in data(lnet, "brief", "ada", "e2")] == [True, True]
    assert lnet("brief e9").err == "lnet: no event 'e9'\n"
    assert lnet("brief nobody").err == "lnet: no contact named 'nobody'\n"


def test_the_json_has_every_section(lnet: Lnet) -> None:
    """Empty or not."""
    found = data(lnet, "brief", "e1")
    assert set(found) == {
        "event", "planned", "expected", "before", "nearby", "topics", "promises", "questions", "feedback"
    }  # fmt: skip
    assert [each["slug"] for each in found["expected"]] == ["bo-li", "ada-lovelace"]
    assert found["nearby"] == []


def test_nobody_there_says_so(lnet: Lnet) -> None:
    """One kind line."""
    lnet("event add Quiet Retreat")
    assert lnet("brief e3").out == (
        "e3 · Quiet Retreat\nNobody of your network is known to be there, to live there or to share its topics.\n"
    )


def test_a_narrow_terminal_has_the_labels_above(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """On 40 columns nothing is wider than the screen."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    terminal.run("brief", "e2", columns=40)
    printed, status = terminal.finish()
    terminal.close()
    assert status == 0
    assert max(len(line.rstrip()) for line in printed.splitlines()) <= 40
    assert "  Ada Lovelace · speaks on joins" in printed


def test_a_tag_of_several_events_names_them(lnet: Lnet) -> None:
    """Which of them is meant is not guessed, and a tag of none is somebody who is not known."""
    lnet("event add Rust Days --on 2026-06-20")
    lnet("event add Rust Camp --on 2026-06-21")
    ran = lnet("brief @rust")
    assert ran.status == 3
    assert ran.err.startswith("lnet: '@rust' could be e3 Rust Days, e4 Rust Camp")
    assert lnet("brief @pycon").err == "lnet: no contact named '@pycon'\n"
