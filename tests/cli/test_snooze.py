"""`lnet snooze`: people and goals out of sight until a day, and what still shows through."""

from datetime import date, timedelta

import pytest

from lnet.cli.seen import remember
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import aim, owe, person, talk
from tests.conftest import TODAY, Lnet
from tests.transcript import check


def snoozes(store: Store, table: str = "contact") -> list[tuple[str | None, str | None]]:
    """Until when, and since when, everything in a table is snoozed."""
    return store.db.execute(f"SELECT snooze_until, snoozed_on FROM {table} ORDER BY id").fetchall()


def test_a_week_unless_a_day_is_named(lnet: Lnet, store: Store) -> None:
    """Without WHEN a week; with a duration or a date, to that day, which is told."""
    person(store, "Ada Lovelace", "close", [45])
    check(
        lnet,
        """
        $ lnet snooze ada
        Snoozed Ada Lovelace until Mon 22 Jun
          not right? lnet undo
        $ lnet snooze ada 2w
        Snoozed Ada Lovelace until Mon 29 Jun
          not right? lnet undo
        $ lnet snooze ada fri
        Snoozed Ada Lovelace until Fri 19 Jun
          not right? lnet undo
        $ lnet snooze ada 2026-07-01
        Snoozed Ada Lovelace until Wed 1 Jul
          not right? lnet undo
        $ lnet snooze ada 'in 3 days'
        Snoozed Ada Lovelace until Thu 18 Jun
          not right? lnet undo
        $ lnet snooze ada 'in 3 days'
        Snoozed already Ada Lovelace until Thu 18 Jun
        """,
    )
    assert snoozes(store) == [("2026-06-18", "2026-06-15")]


def test_on_the_day_itself_they_are_back(lnet: Lnet, store: Store) -> None:
    """Nobody is listed until the day; on it they are."""
    person(store, "Ada Lovelace", "close", [45])
    lnet("snooze ada tomorrow")
    listed = [data(lnet, "followups", today=TODAY + timedelta(days=days))["people"] for days in (0, 1)]
    assert [len(people) for people in listed] == [0, 1]


def test_the_snooze_can_be_ended(lnet: Lnet, store: Store) -> None:
    """With --clear they are back at once, and no more counted as dealt with; who was not snoozed is told."""
    person(store, "Ada Lovelace", "close", [45])
    lnet("snooze ada")
    check(
        lnet,
        """
        $ lnet snooze ada --clear
        Back: Ada Lovelace
          not right? lnet undo
        $ lnet snooze ada --clear
        Not snoozed: Ada Lovelace
        """,
    )
    assert snoozes(store) == [(None, None)]


def test_rows_people_and_goals_in_one_step(lnet: Lnet, store: Store) -> None:
    """A bare number is a row that was seen, g1 or the start of a title a goal, anything else a person."""
    ada = person(store, "Ada Lovelace", "close", [45])
    person(store, "Wei Chen", "close", [45])
    aim(store, "Read query plans", 20)
    aim(store, "Give a talk", 20)
    ((uid,),) = store.db.execute("SELECT uid FROM contact WHERE id = ?", (ada,)).fetchall()
    remember(store.path, TODAY, [uid])
    before = contents(store.path)
    check(
        lnet,
        """
        $ lnet snooze 1 g1 wei 'give a' 2w
        Snoozed Ada Lovelace until Mon 29 Jun
        Snoozed g1 Read query plans until Mon 29 Jun
        Snoozed Wei Chen until Mon 29 Jun
        Snoozed g2 Give a talk until Mon 29 Jun
          not right? lnet undo
        """,
    )
    assert set(snoozes(store) + snoozes(store, "goal")) == {("2026-06-29", "2026-06-15")}
    assert data(lnet, "followups")["goals"] == []
    assert lnet("undo").status == 0
    assert contents(store.path) == before


def test_people_come_before_titles(lnet: Lnet, store: Store) -> None:
    """A word that names a person means the person, whatever goal begins so; a goal is meant where nobody is."""
    person(store, "Reading Club", None)
    aim(store, "Reading plans", 20)
    aim(store, "Give a talk", 20)
    aim(store, "Give a course", 20)
    assert data(lnet, "snooze", "reading")["slug"] == "reading-club"
    assert data(lnet, "snooze", "reading p")["ref"] == "g1"
    ran = lnet("snooze give")
    assert (ran.status, ran.err) == (
        3, "lnet: 'give' could be g2 Give a talk, g3 Give a course · use the reference, such as g2\n",
    )  # fmt: skip


def test_what_still_shows_through(lnet: Lnet, store: Store) -> None:
    """My promises and plans that are listed before the day are named; what comes later, and theirs, is not."""
    ada = person(store, "Ada Lovelace", "close", [45])
    owe(store, ada, "send paper", -4)
    owe(store, ada, "send slides", -60)
    owe(store, ada, "send data", 3, owed_by="them")
    talk(store, -2, ada, planned=True, summary="the talk")
    talk(store, -9, ada, planned=True)
    check(
        lnet,
        """
        $ lnet snooze ada
        Snoozed Ada Lovelace until Mon 22 Jun
          still shows p1  send paper, by Fri 19 Jun
          still shows i2  planned Wed 17 Jun, the talk
          not right? lnet undo
        """,
    )
    assert data(lnet, "snooze", "ada", "3w")["still_shows"] == ["p1", "i2", "i3"]


def test_json_has_one_object_or_a_list(lnet: Lnet, store: Store) -> None:
    """A person by name and slug, a goal by title and reference, each with the day and the step."""
    person(store, "Ada Lovelace", "close", [45])
    aim(store, "Read query plans", 20)
    assert data(lnet, "snooze", "ada", "2w") == {
        "name": "Ada Lovelace", "slug": "ada-lovelace", "snooze_until": "2026-06-29", "still_shows": [], "undo": 4,
    }  # fmt: skip
    both = data(lnet, "snooze", "g1", "ada", "--clear")
    assert [each.get("ref", each.get("slug")) for each in both] == ["g1", "ada-lovelace"]
    assert [each["snooze_until"] for each in both] == [None, None]


def test_slugs_from_a_pipe(lnet: Lnet, store: Store) -> None:
    """`-` reads whom to snooze from standard input, and WHEN may follow it."""
    for name in ("Ada Lovelace", "Wei Chen"):
        person(store, name, "close", [45])
    assert lnet("snooze - 2w", stdin="ada-lovelace\nwei-chen\n").out.count("until Mon 29 Jun") == 2
    assert lnet("snooze -", stdin="").status == 2


def test_the_length_of_a_snooze_is_the_policys(lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of days without WHEN, and how numeric dates read, are settings."""
    person(store, "Ada Lovelace", "close", [45])
    (store.path.parent / "config.toml").write_text('date_order = "dmy"\n[reminders]\nsnooze_days = 3\n')
    monkeypatch.setenv("LNET_CONFIG", str(store.path.parent / "config.toml"))
    assert data(lnet, "snooze", "ada")["snooze_until"] == "2026-06-18"
    assert data(lnet, "snooze", "ada", "03/07/2026")["snooze_until"] == "2026-07-03"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("snooze", 2, ""),
        ("snooze ada 2w --clear", 2, "--clear ends a snooze, it takes no day such as '2w'"),
        ("snooze nobody", 3, "no contact named 'nobody'"),
        ("snooze ada nobody 2w", 3, "no contact named 'nobody'"),
        ("snooze ada next fri", 3, "a day of several words goes in quotes: 'next fri'"),
        ("snooze 1", 3, "no list was seen today"),
        ("snooze g9", 3, "no goal 'g9'"),
        ("snooze p1", 4, "p1 is nothing to snooze · snooze a row, a person or a goal"),
        ("snooze ada today", 4, "on the day itself they are back, so it must lie ahead · --clear ends a snooze"),
        ("snooze ada yesterday", 4, "'yesterday': this is in the past"),
        ("snooze ada 2026-02-30", 4, "'2026-02-30': there is no such day"),
        ("snooze ada 03/07/2026", 4, "03/07/2026"),
    ],
)
def test_what_cannot_be_snoozed_changes_nothing(lnet: Lnet, store: Store, words: str, status: int, said: str) -> None:
    """One target or day that is wrong, and nothing is snoozed: no step, no row."""
    owe(store, person(store, "Ada Lovelace", "close", [45]), "send paper", 3)
    before = contents(store.path)
    steps = store.db.execute("SELECT count(*) FROM step").fetchone()
    ran = lnet(words)
    assert ran.status == status
    assert said in ran.err
    assert contents(store.path) == before
    assert store.db.execute("SELECT count(*) FROM step").fetchone() == steps


def test_text_that_would_do_harm_is_shown_safely(lnet: Lnet, store: Store) -> None:
    """Names, titles and promises pass the one safe function."""
    owe(store, person(store, HOSTILE, "close", [45]), HOSTILE, 3)
    aim(store, HOSTILE, 20)
    with step(store, "seed") as open_:
        contact.add_nicknames(open_, 1, ["Red"])
    ran = lnet("snooze red g1")
    assert ran.status == 0
    assert_safe(ran.out)


def test_a_day_beyond_the_calendar_is_refused(lnet: Lnet, store: Store) -> None:
    """The years that are kept end with 2200."""
    person(store, "Ada Lovelace", "close", [45])
    assert lnet("snooze ada 200y").status == 4
    assert date.fromisoformat(data(lnet, "snooze", "ada", "100y")["snooze_until"]).year == 2126
