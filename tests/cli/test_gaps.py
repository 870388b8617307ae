"""`lnet gaps`: what is unused or thin, in numbers, and a command that does something about it."""

import csv
import io
import re
import shlex
from typing import Any

import pytest

from lnet.cli.commands import COMMANDS
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact, feedback, goal, insight
from lnet.store.write.rows import insert, update
from lnet.store.write.topic import add_topics
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.seeds import ago, aim, mentor, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def network(store: Store) -> dict[str, int]:
    """Ada helps with a goal, Grace is a mentor, Wei knows the topic of a second goal; there is a book to share."""
    ids = {
        "ada": person(store, "Ada Lovelace", talked=[3], organisation="ETH", field="databases"),
        "grace": person(store, "Grace Hopper", talked=[20], organisation="Navy", field="software"),
        "wei": person(store, "Wei Chen", talked=[200], organisation="Nordlys", field="software"),
    }
    mentor(store, ids["grace"])
    aim(store, "Read query plans", 5, ids["ada"], target_on=ago(-30))
    second = aim(store, "Write", 5)
    with step(store, "seed") as open_:
        add_topics(open_, "contact", ids["wei"], ["writing", "sql"])
        add_topics(open_, "goal", second, ["writing"])
        book = insert(open_, "resource", title="Plans", key="plans", url="https://example.org/plans?a=1&b=2")
        add_topics(open_, "resource", book, ["sql"])
    return ids


def test_what_is_thin(lnet: Lnet, network: dict[str, int]) -> None:
    """The most useful first, with real names and references; never more than five."""
    check(
        lnet,
        """
        $ lnet gaps
        about         what to do                                                      why   …
        second voice  Let Wei Chen help with g2 Write.                                1 of 2 active goals …
        mentor        Ask your mentor Grace Hopper about g1 Read query plans.         2 of 2 active goals …
        feedback      Ask Grace Hopper for advice on something of yours.              asked for 0 times …
        giving        Share something with Wei Chen that is about a topic of theirs.  0 given and 0 …
        event         Choose one conference or meetup.                                0 events in a year  …
        """,
    )
    assert [(gap["technique"], gap["command"]) for gap in data(lnet, "gaps")] == [
        ("second_voice", "lnet goal link g2 wei-chen"),
        ("mentor", "lnet goal link g1 grace-hopper"),
        (
            "feedback",
            "lnet feedback ask grace-hopper 'What would you do differently in my place?' --frame advice",
        ),
        ("giving", "lnet share 'https://example.org/plans?a=1&b=2' --to wei-chen"),
        ("event", "lnet event add NAME --on DATE"),
    ]


def test_of_an_empty_store(lnet: Lnet) -> None:
    """Where there is nobody yet, one kind line, and that is no failure; as JSON an empty list."""
    check(
        lnet,
        """
        $ lnet gaps
        Nothing stands out. As people, goals and conversations come, this says what is thin.
        """,
    )
    assert data(lnet, "gaps") == []
    assert lnet("gaps --csv").out == "technique,text,evidence,command\n"


def test_of_the_sample_network(lnet: Lnet) -> None:
    """The sample's gaps: goals without a mentor come first."""
    check(
        lnet,
        """
        $ lnet demo gaps
        about   what to do                                                            why                                   command
        mentor  Ask your mentor Tomás Ferreira about g1 Publish one article a month.  5 of 7 active goals without a mentor  lnet goal link g1 tomas-ferreira
        """,  # noqa: E501  # as it is printed
    )


def done(lnet: Lnet, store: Store, gap: dict[str, Any]) -> bool:
    """Whether a suggestion can be carried out as it stands, and was."""
    words = shlex.split(gap["command"])[1:]
    if words[0] not in COMMANDS or any(re.fullmatch("[A-Z]{2,}", word) for word in words):
        return False
    assert lnet(*words).status == 0, gap
    return True


def test_every_command_can_be_run_and_helps(lnet: Lnet, store: Store, network: dict[str, int]) -> None:
    """Who does what is said is not told it again."""
    for _ in range(6):
        before = data(lnet, "gaps")
        carried_out = next((gap for gap in before if done(lnet, store, gap)), None)
        if carried_out is None:
            break
        assert carried_out not in data(lnet, "gaps")
    techniques = [gap["technique"] for gap in data(lnet, "gaps")]
    assert not {"second_voice", "mentor", "feedback"} & set(techniques)


def found(lnet: Lnet, technique: str, *options: str) -> dict[str, Any] | None:
    """The suggestion about a technique, if it is one of the five."""
    gaps = {gap["technique"]: gap for gap in data(lnet, "gaps", *options)}
    return gaps.get(technique)


def test_who_is_proposed(lnet: Lnet, store: Store, network: dict[str, int]) -> None:
    """Nobody who is paused or snoozed; without a mentor a helper is asked, without a helper nobody is named."""
    with step(store, "seed") as open_:
        update(open_, "contact", network["wei"], status="paused")
        update(open_, "contact", network["grace"], snooze_until=ago(-3))
    voice, advice = found(lnet, "second_voice"), found(lnet, "mentor")
    assert voice is not None
    assert advice is not None
    assert voice["command"] == "lnet goal link g2 NAME"
    assert advice["text"] == "Ask Ada Lovelace to be your mentor for g1 Read query plans."
    assert advice["command"] == "lnet contact mentor ada-lovelace --every 30d"


def test_a_year_or_another_period(lnet: Lnet, store: Store, network: dict[str, int]) -> None:
    """What was done 365 days ago was done in a year; --since looks back as far as one likes, a day ahead is refused."""
    with step(store, "seed") as open_:
        asked = feedback.add(open_, network["ada"], "requested", on=ago(365))
    assert found(lnet, "feedback") is None
    since = found(lnet, "feedback", "--since", "2026-03-01")
    assert since is not None
    assert since["evidence"] == "asked for 0 times since 1 March"
    with step(store, "seed") as open_:
        update(open_, "feedback", asked, occurred_on=ago(366))
    assert found(lnet, "feedback") is not None
    check(lnet, "$ lnet gaps --since tomorrow\nlnet: …\n[4]")


def test_places(lnet: Lnet, store: Store) -> None:
    """An event to come, a project that ended in the year and a conversation in a forum are techniques in use."""
    ada = person(store, "Ada Lovelace", talked=[3])
    aim(store, "Plans", 3, ada, person(store, "Wei Chen", organisation="ETH"))
    mentor(store, ada)
    with step(store, "seed") as open_:
        feedback.add(open_, ada, "requested")
        insert(open_, "exchange", contact_id=ada, direction="given", text="help", occurred_on=ago(90))
    assert [gap["technique"] for gap in data(lnet, "gaps")] == ["event", "community", "project"]
    with step(store, "seed") as open_:
        insert(open_, "event", name="PyCon", key="pycon", starts_on=ago(-40))
        insert(open_, "community", name="Club", key="club", kind="meetup")
        insert(open_, "project", title="Atlas", key="atlas", status="closed", closed_on=ago(365))
    assert [gap["technique"] for gap in data(lnet, "gaps")] == ["forum"]
    talk(store, 365, ada, channel="forum")
    assert data(lnet, "gaps") == []


def test_a_goal_that_hangs_on_one_house(lnet: Lnet, store: Store, network: dict[str, int]) -> None:
    """Somebody of another house is heard, too; an organisation that is not known may be another one."""
    with step(store, "seed") as open_:
        goal.link_contact(open_, 1, network["grace"])
        goal.link_contact(open_, 2, network["grace"])
    one_person = found(lnet, "other_view")
    assert one_person is not None
    assert one_person["command"] == "lnet goal link g2 wei-chen"
    with step(store, "seed") as open_:
        goal.link_contact(open_, 2, network["ada"])
        update(open_, "contact", network["ada"], organisation=" NAVY")
    assert found(lnet, "other_view") == one_person | {
        "evidence": "2 of 2 active goals with one person or one organisation"
    }
    with step(store, "seed") as open_:
        update(open_, "contact", network["ada"], organisation=None)
    assert found(lnet, "other_view") is None


def test_lessons_and_acquaintances(lnet: Lnet, store: Store, network: dict[str, int]) -> None:
    """The newest practice that was not applied is the one to try; the two most often together may know each other."""
    for number in range(7):
        person(store, f"Person {number}", talked=[5])
    for _ in range(2):
        talk(store, 9, network["ada"], network["wei"])
    with step(store, "seed") as open_:
        for kind in ("idea", "practice", "idea", "fact", "idea"):
            insight.add(open_, "x", kind=kind)
        insert(open_, "event", name="PyCon", key="pycon", starts_on=ago(1))
        insert(open_, "exchange", contact_id=network["ada"], direction="given", text="help", occurred_on=ago(1))
        feedback.add(open_, network["ada"], "requested")
        for kind in ("forum", "association"):
            insert(open_, "community", name=kind, key=kind, kind=kind)
        insert(open_, "project", title="Atlas", key="atlas")
        contact.add_roles(open_, network["ada"], ["mentor"])
    assert [(gap["technique"], gap["command"]) for gap in data(lnet, "gaps")] == [
        ("second_voice", "lnet goal link g2 wei-chen"),
        ("applying", "lnet insight apply n2"),
        ("acquaintances", "lnet contact know ada-lovelace wei-chen"),
    ]


def test_as_csv(lnet: Lnet, network: dict[str, int]) -> None:
    """A row a suggestion, under the keys of the JSON."""
    rows = list(csv.DictReader(io.StringIO(lnet("gaps --csv").out)))
    assert [list(row) for row in rows] == [["technique", "text", "evidence", "command"]] * 5


def test_hostile_text(lnet: Lnet, store: Store) -> None:
    """Names and titles are shown safely, and never stand in a command."""
    ada = person(store, HOSTILE, talked=[3])
    aim(store, HOSTILE, 3, ada)
    with step(store, "seed") as open_:
        url = "https://example.org/'; rm -rf ~; '"
        book = insert(open_, "resource", title=HOSTILE, key="x", url=url)
        add_topics(open_, "resource", book, ["sql"])
        add_topics(open_, "contact", ada, ["sql"])
    assert_safe(lnet("gaps").out)
    commands = {gap["technique"]: shlex.split(gap["command"]) for gap in data(lnet, "gaps")}
    assert commands["giving"][:3] == ["lnet", "share", url]
    assert all(HOSTILE not in command for command in commands.values())


@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_terminal(store: Store, network: dict[str, int], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """What to do, the numbers and the command below each other, nothing wider than the terminal."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    terminal.run("gaps", columns=columns)
    printed, status = terminal.finish()
    lines = [line.rstrip() for line in printed.splitlines()]
    assert status == 0
    assert max(map(len, lines)) <= columns
    assert lines[0] == "Let Wei Chen help with g2 Write."
    assert "  → lnet goal link g2 wei-chen" in lines
