"""`lnet done`: rows of the list that was seen, people, and references, settled in one step."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from lnet.cli.seen import forget, remember, state_path, uid_of_row
from lnet.errors import NotFoundError
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact, feedback
from lnet.store.write.rows import insert
from tests.cli.contents import contents
from tests.cli.seeds import ago, aim, owe, person, talk
from tests.conftest import TODAY, Lnet
from tests.transcript import check


@pytest.fixture
def see(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Look at the list on a terminal, whose rows are then remembered; gives back the names, in order."""

    def look() -> list[str]:
        with monkeypatch.context() as patched:
            patched.setattr("sys.stdout.isatty", lambda: True)
            lnet("followups")
        return [row["name"] for row in json.loads(lnet("followups --json").out)["data"]["people"]]

    return look


def data(lnet: Lnet, *words: str) -> Any:
    """What `done --json` answers."""
    ran = lnet("done", *words, "--json")
    assert ran.status == 0, ran.out
    return json.loads(ran.out)["data"]


# --- rows -------------------------------------------------------------------------------------------------------


def test_a_row_settles_what_leads_it(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """A promise is kept; then, again, a conversation held; then there is nothing left to do."""
    ada = person(store, "Ada Lovelace", "close", [45])
    owe(store, ada, "send paper", 3)
    see()
    check(
        lnet,
        """
        $ lnet done 1
        Kept p1 · Ada Lovelace · send paper
          still due: 45 days; you aim for every 30
          not right? lnet undo
        $ lnet done 1
        Logged i2 · Mon 15 Jun · Ada Lovelace
          next due Wed 15 Jul
          not right? lnet undo
        $ lnet done 1
        Settled already · Ada Lovelace
        """,
    )
    assert store.db.execute("SELECT status, closed_on FROM promise").fetchall() == [("kept", "2026-06-15")]
    made = store.db.execute("SELECT occurred_on, channel, direction, depth, summary FROM interaction WHERE id = 2")
    assert made.fetchall() == [("2026-06-15", "other", "mutual", None, "")]


def test_a_row_means_the_row_that_was_seen(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """After `done 1` the list is shorter, and `done 2` still means the second row that was seen."""
    for number in range(3):
        person(store, f"Person {number}", "close", [40 + 10 * number])
    names = see()
    assert [data(lnet, str(row))["contacts"][0]["name"] for row in (1, 2, 3)] == names


def test_rows_of_everything_can_be_settled(lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --all, rows for later and for the review have numbers too; a promise there is kept like any other."""
    for number in range(6):
        person(store, f"Person {number}", "close", [40])
    owe(store, person(store, "Ada Lovelace", None), "send paper", 30)
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout.isatty", lambda: True)
        lnet("followups --all")
    assert (data(lnet, "7")["did"], data(lnet, "6")["did"]) == ("kept", "logged")


@pytest.mark.parametrize("owed_by", ["me", "them"])
def test_the_other_sides_promise_is_kept_too(
    lnet: Lnet, store: Store, see: Callable[[], list[str]], owed_by: str
) -> None:
    """Whoever owed it, a row that stands there for a promise settles the promise."""
    owe(store, person(store, "Ada Lovelace", None), "send data", 3, owed_by)
    see()
    assert (data(lnet, "1")["did"], data(lnet, "p1")["did"]) == ("kept", "nothing")


def test_only_a_list_of_today_counts(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """No list seen, none with so many rows, one of yesterday, one of another store: exit 3, and nothing is stored."""
    person(store, "Ada Lovelace", "close", [45])
    unseen = "lnet: no row '1' · no list was seen today: lnet followups shows it"
    check(lnet, f"$ lnet done 1\n{unseen}\n[3]")
    see()
    check(lnet, "$ lnet done 2\nlnet: no row '2' · the list you saw has 1 row: lnet followups shows it again\n[3]")
    assert lnet("done 0").status == 3
    assert lnet("--db other.db done 1").status == 3
    assert lnet("done 1", today=TODAY + timedelta(days=1)).err == unseen + "\n"
    assert lnet("done 1", today=TODAY).status == 0


def test_a_row_whose_person_is_gone(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """A row never means somebody else: once its person was deleted, it means nobody."""
    for number in range(2):
        person(store, f"Person {number}", "close", [40 + number])
    names = see()
    lnet("contact", "delete", names[0], "--yes")
    check(lnet, "$ lnet done 1\nlnet: no row '1' · that person is no longer in the store\n[3]")
    assert data(lnet, "2")["contacts"][0]["name"] == names[1]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 1}', '{"PATH": []}', '{"PATH": {"day": "2026-06-15"}}', "\x00"])
def test_a_damaged_state_file_is_no_list(lnet: Lnet, store: Store, see: Callable[[], list[str]], text: str) -> None:
    """Whatever stands in the file, it is either a list or none; the next list replaces it."""
    person(store, "Ada Lovelace", "close", [45])
    state_path().parent.mkdir(parents=True)
    state_path().write_text(text.replace("PATH", str(store.path)))
    assert lnet("done 1").status == 3
    see()
    assert lnet("done 1").status == 0


def test_forgetting_the_list(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """Once the list is forgotten there are no rows, and forgetting it twice is no error."""
    person(store, "Ada Lovelace", "close", [45])
    see()
    forget()
    forget()
    assert lnet("done 1").status == 3


def test_the_lists_of_a_few_stores_are_kept(home: Path) -> None:
    """The list of another store stays, until eight newer ones have come; a store has one list, the last."""
    stores = [home / f"{number}.db" for number in range(9)]
    for number, path in enumerate([stores[0], *stores]):
        remember(path, TODAY, [f"uid-{number}"])
    assert [uid_of_row(path, TODAY, 1) for path in stores[1:]] == [f"uid-{number}" for number in range(2, 10)]
    with pytest.raises(NotFoundError):
        uid_of_row(stores[0], TODAY, 1)


# --- names and references ---------------------------------------------------------------------------------------


def test_a_name_is_a_conversation_today(lnet: Lnet, store: Store) -> None:
    """A person is talked to, whatever their row says; promises that stay open are named."""
    ada = person(store, "Ada Lovelace", "close", [45])
    owe(store, ada, "send paper", 3)
    owe(store, ada, "send data", -9, owed_by="them")
    check(
        lnet,
        """
        $ lnet done ada
        Logged i2 · Mon 15 Jun · Ada Lovelace
          still open p1  send paper, by Fri 12 Jun
          still open p2  they promised: send data, by Wed 24 Jun
          next due Wed 15 Jul
          not right? lnet undo
        $ lnet done ada --on "last fri"
        Logged i3 · Fri 12 Jun · Ada Lovelace
        …
        """,
    )


def test_a_conversation_fulfils_the_plans_up_to_its_day(lnet: Lnet, store: Store) -> None:
    """A plan of yesterday or today has come true; one of tomorrow has not."""
    ada = person(store, "Ada Lovelace", "close", [45])
    plans = [talk(store, days, ada, planned=True) for days in (1, 0, -1)]
    assert data(lnet, "ada")["fulfilled"] == [f"i{plan}" for plan in plans[:2]]
    assert lnet("done ada").out.count("as planned") == 0


def test_a_plan_is_held_as_it_was_planned(lnet: Lnet, store: Store) -> None:
    """Everybody takes part, by its channel, on its day if that has passed; once held, it is no plan any more."""
    people = [person(store, name, "close", [45]) for name in ("Ada Lovelace", "Wei Chen")]
    talk(store, 2, *people, planned=True, channel="video", summary="the talk")
    check(
        lnet,
        """
        $ lnet done i3
        Logged i4 · Sat 13 Jun · Ada Lovelace, Wei Chen · the talk
          as planned i3
          next due Mon 13 Jul
          not right? lnet undo
        $ lnet done i3
        lnet: i3 is no plan that is still open
        [4]
        """,
    )
    assert store.db.execute("SELECT channel FROM interaction WHERE id = 4").fetchone() == ("video",)


def test_what_was_planned_of_a_conversation_stays(lnet: Lnet, store: Store) -> None:
    """Topics, goals, the note, and that it is private, are those of the conversation that was held."""
    ada = person(store, "Ada Lovelace", "close", [45])
    aim(store, "Read query plans", 3)
    talk(store, 1, ada, planned=True, topics=["sql"], goals=[1], note="bring the book", private=True)
    lnet("done i2")
    held = json.loads(lnet("show i3 --json").out)["data"]
    kept = [held[name] for name in ("topics", "goals", "note", "private", "planned")]
    assert kept == [["sql"], ["g1"], "bring the book", True, False]


def test_references_are_settled_as_what_they_are(lnet: Lnet, store: Store) -> None:
    """A promise kept, a goal achieved, feedback told; what was settled before stays as it was."""
    ada = person(store, "Ada Lovelace", None)
    owe(store, ada, "send paper", 3)
    aim(store, "Read query plans", 3)
    with step(store, "seed") as open_:
        feedback.add(open_, ada, "received", "talk slower")
    check(
        lnet,
        """
        $ lnet done p1 g1 f1
        Kept p1 · Ada Lovelace · send paper
        Achieved g1 · Read query plans
        Told f1 · Ada Lovelace · talk slower
          not right? lnet undo
        $ lnet done p1 G1 f1 --on yesterday
        Settled already p1 · Ada Lovelace · send paper
        Settled already g1 · Read query plans
        Settled already f1 · Ada Lovelace · talk slower
        """,
    )
    closed = "SELECT closed_on FROM promise UNION SELECT closed_on FROM goal UNION SELECT closed_on FROM feedback"
    assert store.db.execute(closed).fetchall() == [("2026-06-15",)]


def test_what_was_done_today_uses_up_the_day(lnet: Lnet, store: Store) -> None:
    """A promise kept or a conversation noted makes the list shorter; it is not filled up again."""
    for number in range(8):
        person(store, f"Person {number}", "close", [40])
    owe(store, person(store, "Ada Lovelace", None), "send paper", 0)
    sizes = []
    for words in ([], ["p1"], ["Person 1"], ["Person 2", "Person 3"]):
        if words:
            lnet("done", *words)
        sizes.append(json.loads(lnet("followups --json").out)["data"]["counts"]["people"])
    assert sizes == [5, 4, 3, 1]


def test_json_says_what_was_done_and_how_to_undo_it(lnet: Lnet, store: Store) -> None:
    """One object for one thing, a list for several, each with its step."""
    ada = person(store, "Ada Lovelace", "close", [45])
    owe(store, ada, "send paper", -9)
    found = data(lnet, "ada")
    steps = store.db.execute("SELECT max(id) FROM step").fetchone()[0]
    assert found == {
        "did": "logged", "ref": "i2", "text": "", "on": "2026-06-15",
        "contacts": [{"name": "Ada Lovelace", "slug": "ada-lovelace"}], "fulfilled": [], "still_due": None,
        "still_open": [{"ref": "p1", "owed_by": "me", "text": "send paper", "due_on": "2026-06-24"}],
        "resting_until": None, "here": None, "due_on": "2026-07-15", "undo": steps,
    }  # fmt: skip
    assert [each["did"] for each in data(lnet, "p1", "ada")] == ["kept", "logged"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("done", 2), ("done nobody", 3), ("done p9", 3), ("done 1", 3), ("done ada --on tomorrow", 4),
        ("done ada --on 2026-02-30", 4), ("done ada nobody", 3), ("done ada n1", 3), ("done i1", 4),
    ],
)  # fmt: skip
def test_what_cannot_be_done_changes_nothing(lnet: Lnet, store: Store, words: str, status: int) -> None:
    """One target that is wrong, and none is settled: no step, no row."""
    person(store, "Ada Lovelace", "close", [45])
    before = contents(store.path)
    steps = store.db.execute("SELECT count(*) FROM step").fetchone()
    assert lnet(words).status == status
    assert contents(store.path) == before
    assert store.db.execute("SELECT count(*) FROM step").fetchone() == steps


def test_one_undo_takes_all_of_it_back(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """However many things were settled, they are one step, and undo restores every row exactly."""
    ada = person(store, "Ada Lovelace", "close", [45])
    owe(store, ada, "send paper", 3)
    owe(store, ada, "send slides", 3)
    aim(store, "Read query plans", 3)
    talk(store, 2, person(store, "Wei Chen", "close", [45]), planned=True)
    see()
    before = contents(store.path)
    assert lnet("done 1 p2 g1 wei").status == 0
    assert contents(store.path) != before
    assert lnet("undo").status == 0
    assert contents(store.path) == before


def test_the_same_thing_twice_is_done_once(lnet: Lnet, store: Store) -> None:
    """A person named twice, or by two names, was talked to once."""
    with step(store, "seed") as open_:
        made = contact.add(open_, "Ada Lovelace", circle="close", created_on=ago(100))
        contact.add_nicknames(open_, made, ["Countess"])
    assert data(lnet, "ada", "countess", "ada-lovelace")["did"] == "logged"
    assert store.db.execute("SELECT count(*) FROM interaction").fetchone() == (1,)


def test_slugs_from_a_pipe(lnet: Lnet, store: Store, home: Path) -> None:
    """`-` reads whom to settle from standard input, one a line."""
    for name in ("Ada Lovelace", "Wei Chen"):
        person(store, name, "close", [45])
    assert lnet("done -", stdin="ada-lovelace\nwei-chen\n").out.count("Logged") == 2


@pytest.mark.parametrize("ended", [0, 2])
def test_a_row_of_somebody_met_at_an_event(lnet: Lnet, store: Store, see: Callable[[], list[str]], ended: int) -> None:
    """Done follows up whoever was met, on the event's last day too: they are no longer listed, and undo lists them."""
    ada = person(store, "Ada Lovelace", None)
    with step(store, "seed") as open_:
        event = insert(open_, "event", name="PyCon", key="pycon", starts_on=ago(ended), ends_on=ago(ended))
        insert(open_, "attendance", event_id=event, contact_id=ada, follow_up=1)
    assert see() == ["Ada Lovelace"]
    assert data(lnet, "1")["did"] == "logged"
    assert see() == []
    lnet("undo")
    assert see() == ["Ada Lovelace"]


def test_a_row_is_settled_once(lnet: Lnet, store: Store, see: Callable[[], list[str]]) -> None:
    """A promise kept or a plan held by its row is settled: the same row again invents no conversation."""
    owe(store, person(store, "Ada Lovelace", None), "send paper", 3)
    talk(store, 3, person(store, "Wei Chen", None), planned=True, summary="lunch")
    assert see() == ["Ada Lovelace", "Wei Chen"]
    assert [data(lnet, row)["did"] for row in ("1", "2", "1", "2")] == ["kept", "logged", "nothing", "nothing"]
    assert len(json.loads(lnet("interaction list --json").out)["data"]) == 1


def test_a_plan_held_later_uses_the_budget_of_today(lnet: Lnet, store: Store) -> None:
    """A conversation held on its planned day and logged today was dealt with today."""
    talk(store, 3, person(store, "Wei Chen", None), planned=True, summary="lunch")
    data(lnet, "i1")
    assert json.loads(lnet("followups --json").out)["data"]["counts"]["contacted_today"] == 1
