"""`lnet brief`: one screen before a meeting."""

from datetime import timedelta

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact, feedback, goal
from lnet.store.write.rows import insert, link, update
from lnet.store.write.topic import add_topics
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.seeds import ago, aim, mentor, owe, person, talk
from tests.cli.terminal import Terminal
from tests.conftest import TODAY, Lnet
from tests.transcript import check

KEYS = ["contact", "planned", "last", "promises", "feedback", "insights", "topics", "aims", "questions", "resources",
        "goals", "stale_goals", "their_words", "differences", "projects", "communities", "knows", "mentor"]  # fmt: skip


def resource(store: Store, title: str, *topics: str, had_by: int | None = None) -> int:
    """Something to read, perhaps shared with somebody already; gives back the id."""
    with step(store, "seed") as open_:
        made = insert(open_, "resource", title=title, key=title.lower())
        add_topics(open_, "resource", made, topics)
        if had_by is not None:
            insert(open_, "share", resource_id=made, contact_id=had_by, direction="given", occurred_on=ago(1))
        return made


def topics(store: Store, who: int, *names: str) -> None:
    """What somebody cares about."""
    with step(store, "seed") as open_:
        add_topics(open_, "contact", who, names)


@pytest.fixture
def ada(store: Store) -> int:
    """Ada Lovelace, of whom there is something to say in every section; gives back the id."""
    ada = person(
        store, "Ada Lovelace", how_met="at a lecture", met_on=ago(400), aims=["write notes"], title="Analyst",
        organisation="Engine Ltd", location="London", field="mathematics",
    )  # fmt: skip
    grace = person(store, "Grace Hopper")
    with step(store, "seed") as open_:
        contact.add_roles(open_, ada, ["mentor"])
        link(open_, "acquaintance", contact_id=ada, other_id=grace)
    topics(store, ada, "sql", "engines")
    talk(store, 90, ada, summary="first call", channel="call")
    words = {"their_words": "a proof is a promise", "differences": "tests or proofs"}
    talk(store, 60, ada, summary="lunch with Ada", channel="in_person", **words)
    talk(store, 45, ada, summary="coffee with Ada about plans", topics=["sql"], next_question="how did the talk go?")
    talk(store, -2, ada, grace, summary="about engines", planned=True, channel="video", time="15:00")
    owe(store, ada, "send paper", 3)
    owe(store, ada, "send data", -1, "them")
    resource(store, "Query plans", "sql")
    aim(store, "Read query plans", 21)
    seeded = aim(store, "Understand engines", 2)
    with step(store, "seed") as open_:
        add_topics(open_, "goal", 1, ["sql"])
        goal.link_contact(open_, seeded, ada, "puzzles")
        feedback.add(open_, ada, "received", on=ago(20), text="Slow down.")
    mentor(store, ada, 30)
    return ada


def test_everything_on_one_screen(lnet: Lnet, ada: int) -> None:
    """Who they are, what is near, what is open, what to ask, what they care about."""
    check(
        lnet,
        """
        $ lnet brief ada
        Ada Lovelace · mentor · close circle
        Analyst, Engine Ltd, London · mathematics
        at a lecture, on Sun 11 May 2025
        known since 11 May 2025 · last talked Fri 1 May (45 days ago)
          planned    i4  Wed 17 Jun 15:00 · video · about engines · with Grace Hopper
          last       Fri 1 May · other · coffee with Ada about plans #sql
                     Thu 16 Apr · in person · lunch with Ada
                     Tue 17 Mar · call · first call
          you owe    p1  send paper, by Fri 12 Jun (3 days late)
          they owe   p2  send data, by Tue 16 Jun (tomorrow)
          feedback   f1  from them, 26 May: Slow down. · not acted on yet
          ask        how did the talk go? (i3, 1 May)
          words      “a proof is a promise” (i2, 16 April)
                     we differ: tests or proofs (i2, 16 April)
          topics     #sql #engines
          aims       write notes
          share      r1  Query plans #sql
          goals      g2  Understand engines · puzzles
                     g1  Read query plans · stale, 21 days · could they help?
          knows      Grace Hopper
          mentor     every 30 days
        """,
    )
    assert len(lnet("brief ada").out.splitlines()) <= 24


def test_what_there_is_not_is_left_out(lnet: Lnet, store: Store) -> None:
    """Of somebody just added there are two lines to read; in JSON every key is there all the same."""
    person(store, "Wei Chen", None, created_on=ago(3))
    check(lnet, "$ lnet brief wei\nWei Chen\nknown since 12 June")
    found = data(lnet, "brief", "wei")
    assert list(found) == KEYS
    assert [found[name] for name in KEYS[1:]] == [None, *[[]] * 10, None, None, [], [], [], None]


def test_what_is_shared_has_its_lines(lnet: Lnet) -> None:
    """Projects that are not over, with what they do in them, and communities."""
    lnet("contact add Wei Chen")
    for title in ("Plan viewer", "Atlas", "Old one"):
        lnet("project", "add", title, "--with", "wei")
    lnet("project member j1 wei --role parser")
    lnet("project edit j2 --status paused")
    lnet("project close j3")
    lnet("community add Data Guild --with wei")
    lnet("community add Readers --with wei")
    check(
        lnet,
        """
        $ lnet brief wei
        Wei Chen
        known since 15 June
          projects   j1  Plan viewer · parser
                     j2  Atlas · paused
          member of  Readers, Data Guild
        """,
    )
    found = data(lnet, "brief", "wei")
    assert [(each["ref"], each["role"], each["status"]) for each in found["projects"]] == [
        ("j1", "parser", "active"), ("j2", None, "paused"),
    ]  # fmt: skip
    assert [each["name"] for each in found["communities"]] == ["Readers", "Data Guild"]


def test_json_holds_the_things_whole(lnet: Lnet, ada: int) -> None:
    """The objects bear the names of the domain model."""
    found = data(lnet, "brief", "ada-lovelace")
    assert found["contact"]["slug"] == "ada-lovelace"
    assert (found["planned"]["ref"], found["planned"]["time"]) == ("i4", "15:00")
    assert [each["ref"] for each in found["last"]] == ["i3", "i2", "i1"]
    assert [(each["ref"], each["owed_by"]) for each in found["promises"]] == [("p1", "me"), ("p2", "them")]
    assert found["questions"] == [{"text": "how did the talk go?", "ref": "i3", "on": "2026-05-01"}]
    assert (found["resources"][0]["title"], found["resources"][0]["topics"]) == ("Query plans", ["sql"])
    assert ([each["ref"] for each in found["goals"]], found["stale_goals"][0]["ref"]) == (["g2"], "g1")
    assert (found["their_words"], found["differences"]) == ("a proof is a promise", "tests or proofs")
    grace = {"name": "Grace Hopper", "slug": "grace-hopper", "introduced_by_me": False}
    assert (found["knows"], found["mentor"]["every_days"]) == ([grace], 30)


def test_several_people(lnet: Lnet, ada: int) -> None:
    """One brief after the other, parted by a blank line; a list in JSON; slugs may come from standard input."""
    assert [each["contact"]["name"] for each in data(lnet, "brief", "grace", "ada")] == ["Grace Hopper", "Ada Lovelace"]
    assert "\n\nAda Lovelace" in lnet("brief -", stdin="grace-hopper\nada-lovelace\n").out


def test_a_question_waits_until_the_next_time(lnet: Lnet, store: Store) -> None:
    """What they write meanwhile asks nothing; a talk, or a message of mine, does. Each line is a question."""
    ada = person(store, "Ada Lovelace")
    talk(store, 9, ada, next_question="the talk?\nthe book?")
    talk(store, 5, ada, direction="inbound", next_question="the cat?")
    assert [each["text"] for each in data(lnet, "brief", "ada")["questions"]] == ["the cat?", "the talk?", "the book?"]
    talk(store, 5, ada, direction="outbound")
    assert data(lnet, "brief", "ada")["questions"] == []


def test_only_what_they_have_not_had(lnet: Lnet, store: Store) -> None:
    """Resources on a topic of theirs, the newest first and at most three; none that went either way before."""
    ada = person(store, "Ada Lovelace")
    topics(store, ada, "sql")
    resource(store, "Had it", "sql", had_by=ada)
    resource(store, "Elsewhere", "rust")
    for number in range(4):
        resource(store, f"Book {number}", "sql")
    assert [each["title"] for each in data(lnet, "brief", "ada")["resources"]] == ["Book 3", "Book 2", "Book 1"]


def test_the_next_plan_alone(lnet: Lnet, store: Store) -> None:
    """Neither a plan that came true nor one whose day has passed is the next; of several it is the nearest."""
    ada = person(store, "Ada Lovelace")
    talk(store, 3, ada, summary="missed", planned=True)
    held, done = talk(store, 0, ada), talk(store, 0, ada, summary="held", planned=True)
    with step(store, "seed") as open_:
        update(open_, "interaction", done, fulfilled_by=held)
    talk(store, -9, ada, summary="later", planned=True)
    talk(store, -1, ada, summary="evening", planned=True, time="19:00")
    talk(store, -1, ada, summary="morning", planned=True, time="09:00")
    assert data(lnet, "brief", "ada")["planned"]["summary"] == "morning"


@pytest.mark.parametrize(
    ("direction", "loop", "shown"),
    [
        ("received", "open", "from them, 26 May: x · not acted on yet"),
        ("received", "acted", "from them, 26 May: x · tell them: cut it"),
        ("requested", "open", "you asked, 26 May: x · no answer yet"),
        ("given", "open", "you gave, 26 May: x · ask how it landed"),
        ("received", "told", ""),
    ],
)
def test_feedback_to_close(lnet: Lnet, store: Store, direction: str, loop: str, shown: str) -> None:
    """What is still open in either direction, and what would close it."""
    with step(store, "seed") as open_:
        ada = contact.add(open_, "Ada Lovelace")
        action = "cut it" if loop == "acted" else None
        feedback.add(open_, ada, direction, on=ago(20), text="x", action=action, loop=loop)
    printed = lnet("brief ada").out
    assert (f"feedback   f1  {shown}" in printed) if shown else "feedback" not in printed


def test_what_they_taught_me_and_i_have_not_used(lnet: Lnet, store: Store) -> None:
    """The latest three from them; what was applied is theirs to hear of, not mine to be reminded of."""
    person(store, "Wei Chen")
    for number in range(5):
        lnet(f"learn 'Lesson {number}' --from wei --topic sql --on 2026-06-0{number + 1}")
    lnet("insight apply n4")
    assert [each["ref"] for each in data(lnet, "brief", "wei")["insights"]] == ["n5", "n3", "n2"]
    assert "  to apply   n5  Lesson 4 #sql\n             n3  Lesson 2 #sql\n" in lnet("brief wei").out


def test_private_talks_are_shown(lnet: Lnet, store: Store) -> None:
    """It is for me alone."""
    talk(store, 3, person(store, "Ada Lovelace"), summary="in confidence", private=True)
    assert "in confidence" in lnet("brief ada").out


def test_a_long_section_ends(lnet: Lnet, store: Store) -> None:
    """Four lines of each are shown, and the number of the rest."""
    ada = person(store, "Ada Lovelace")
    for number in range(6):
        owe(store, ada, f"send part {number}", number)
    assert "             and 2 more\n" in lnet("brief ada").out


@pytest.mark.parametrize(("typed", "status"), [("brief nobody", 3), ("brief", 2), ("brief p1", 3)])
def test_who_is_not_there(lnet: Lnet, ada: int, typed: str, status: int) -> None:
    """A name that nobody bears, and none at all."""
    assert lnet(typed).status == status


def test_hostile_text_is_harmless(lnet: Lnet, store: Store) -> None:
    """Whatever people wrote, it is shown and moves no cursor; a line break starts no line of its own."""
    ada = person(store, f"Ada {HOSTILE}", how_met=HOSTILE, organisation=HOSTILE)
    talk(store, 3, ada, summary=HOSTILE, their_words=f"{HOSTILE}\nlast · x", next_question=HOSTILE)
    owe(store, ada, HOSTILE, 3)
    resource(store, HOSTILE, "sql")
    topics(store, ada, "sql")
    printed = lnet("brief", "ada").out
    assert_safe(printed)
    assert len(printed.splitlines()) == 10


def test_reading_writes_nothing(lnet: Lnet, store: Store, ada: int) -> None:
    """A brief leaves no step behind."""
    before = store.db.execute("SELECT count(*) FROM step").fetchone()
    lnet("brief ada")
    assert store.db.execute("SELECT count(*) FROM step").fetchone() == before


def test_a_day_gone_by(lnet: Lnet, ada: int) -> None:
    """On an earlier day nothing is known of what came after it."""
    found = data(lnet, "brief", "ada", today=TODAY - timedelta(days=50))
    assert [each["ref"] for each in found["last"]] == ["i2", "i1"]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 60)])
def test_on_a_terminal(store: Store, ada: int, monkeypatch: pytest.MonkeyPatch, columns: int, rows: int) -> None:
    """It fits a screen of 80 columns; on a narrow one labels stand above, and no line is wider than the screen."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    terminal.run("brief", "ada", columns=columns)
    lines = [line.rstrip() for line in terminal.finish()[0].splitlines()]
    assert len(lines) <= rows
    assert max(map(len, lines)) <= columns
    assert any(line.startswith("  last       Fri 1 May") for line in lines) == (columns == 80)
    assert ("last" in lines) == (columns == 40)
