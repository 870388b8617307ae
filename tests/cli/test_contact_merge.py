"""`lnet contact merge`: what moves, what is told, what is refused, and the way back."""

import json

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import mentor as write_mentor
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import ago, aim, mentor, owe, person, talk
from tests.conftest import Lnet
from tests.transcript import check


def twins(lnet: Lnet) -> None:
    """Ada twice: as she was added by hand, and as she stands in a chat program."""
    lnet('add Ada Lovelace --circle close --org "Analytical Engines" --email ada@example.org --topic sql --share name')
    lnet('add "A. King" --org "Engines & Co" --title Countess --email ADA@example.org --phone "+44 1 2345" --topic sql')
    lnet('contact edit a-king --topic maths --birthday 1915-12-10 --met-on 2025-05-03 --share never --note "Whist."')


def test_everything_moves_and_what_differs_is_told(lnet: Lnet) -> None:
    """Empty fields are filled, the kept one's word stands, her other name is a nickname, and undo parts them."""
    twins(lnet)
    lnet("log 'yesterday: coffee with A. King about sql; me: send paper'")
    check(
        lnet,
        """
        $ lnet contact merge ada-lovelace a-king
        Merged A. King into Ada Lovelace · ada-lovelace
          moved: 1 conversation, 1 promise, 1 way to reach them, 1 topic
          both had: 1 way to reach them, 1 topic
          kept organisation 'Analytical Engines', not 'Engines & Co'
          kept share 'never', not 'name'
          a-king finds Ada Lovelace from now on
          not right? lnet undo

        $ lnet contact show a-king
        Ada Lovelace · ada-lovelace
        close circle · Countess, Analytical Engines
        every 30 days (close circle), due Wed 15 Jul · last talked Sun 14 Jun (yesterday)
          met       on Sat 3 May 2025
          email     ada@example.org
          phone     +44 1 2345
          also      A. King
          topics    #sql #maths
          birthday  10 December 1915
          share     never: absent from what you share
          note      Whist.

        Promises
          p1  you promised: send paper

        Conversations
          i1  Sun 14 Jun · in person · coffee with A. King about sql

        $ lnet undo
        Undid step 5: contact merge ada-lovelace a-king, 10 rows
          do it again: lnet redo

        $ lnet contact list
        name          circle  roles  last        due
        A. King       –       –      2026-06-14  –
        Ada Lovelace  close   –      –           2026-06-18
        """,
    )


def test_a_dry_run_says_the_same_and_changes_nothing(lnet: Lnet, store: Store) -> None:
    """Not even a step is left."""
    twins(lnet)
    before = contents(store.path)
    check(
        lnet,
        """
        $ lnet contact merge ada-lovelace a-king --dry-run
        Would merge A. King into Ada Lovelace · ada-lovelace
          moved: 1 way to reach them, 1 topic
          both had: 1 way to reach them, 1 topic
          kept organisation 'Analytical Engines', not 'Engines & Co'
          kept share 'never', not 'name'
          nothing was changed (--dry-run)
        """,
    )
    assert contents(store.path) == before
    shown = data(lnet, "contact", "merge", "ada-lovelace", "a-king", "--dry-run")
    assert (shown["dry_run"], shown["undo"], shown["title"]) == (True, None, "Countess")


def test_as_json(lnet: Lnet) -> None:
    """The contact as it is now, what was merged, the numbers by noun, and what was not taken over."""
    twins(lnet)
    shown = data(lnet, "contact", "merge", "ada-lovelace", "a-king", "--yes")
    assert (shown["slug"], shown["nicknames"], shown["share"]) == ("ada-lovelace", ["A. King"], "never")
    assert shown["merged"] == [{"id": 2, "name": "A. King", "slug": "a-king"}]
    assert (shown["moved"], shown["both"]) == ({"topics": 1, "methods": 1}, {"topics": 1, "methods": 1})
    organisation = {"field": "organisation", "kept": "Analytical Engines", "other": "Engines & Co", "slug": "a-king"}
    share = {"field": "share", "kept": "never", "other": "name", "slug": "a-king"}
    assert shown["differences"] == [organisation, share]
    assert (shown["undo"], shown["dry_run"]) == (4, False)
    assert [each["value"] for each in shown["methods"]] == ["ada@example.org", "+44 1 2345"]


def test_what_both_had_is_one_with_both_words(lnet: Lnet, store: Store) -> None:
    """Goal, event, project and conversation of both: what each said is kept, and a flag of either holds."""
    ada, king = person(store, "Ada Lovelace"), person(store, "A. King", None)
    both = talk(store, 3, ada, king)
    named = talk(store, 2, ada)
    reads = aim(store, "Read query plans", 20)
    with step(store, "seed") as open_:
        insert(open_, "mention", interaction_id=named, contact_id=king)
        for who, words in ((ada, "reading"), (king, "maths")):
            insert(open_, "goal_contact", goal_id=reads, contact_id=who, helps_with=words)
        event = insert(open_, "event", name="PyCon", key="pycon")
        insert(open_, "attendance", event_id=event, contact_id=ada, note="by the coffee")
        insert(open_, "attendance", event_id=event, contact_id=king, note="by the door", follow_up=True)
        project = insert(open_, "project", title="Engine", key="engine")
        insert(open_, "project_member", project_id=project, contact_id=ada, role="lead")
        insert(open_, "project_member", project_id=project, contact_id=king, role="lead")
    check(
        lnet,
        """
        $ lnet contact merge ada-lovelace a-king
        Merged A. King into Ada Lovelace · ada-lovelace
          moved: 1 mention
          both had: 1 conversation, 1 goal, 1 event, 1 project
          a-king finds Ada Lovelace from now on
          not right? lnet undo
        """,
    )
    rows = store.db.execute
    assert rows("SELECT interaction_id, contact_id FROM participant").fetchall() == [(both, ada), (named, ada)]
    assert rows("SELECT * FROM mention").fetchall() == []  # who took part is not also named as somebody else
    assert rows("SELECT helps_with FROM goal_contact").fetchall() == [("reading; maths",)]
    assert rows("SELECT note, follow_up FROM attendance").fetchall() == [("by the coffee; by the door", 1)]
    assert rows("SELECT role FROM project_member").fetchall() == [("lead",)]


def test_who_knows_whom(lnet: Lnet, store: Store) -> None:
    """A pair stands once, the smaller id first; nobody knows or introduces themselves."""
    ada, king, wei, mei = (person(store, name, None) for name in ("Ada Lovelace", "A. King", "Wei Chen", "Mei Lin"))
    with step(store, "seed") as open_:
        for first, second, mine in ((ada, king, 1), (ada, wei, 0), (king, wei, 1), (king, mei, 0)):
            insert(open_, "acquaintance", contact_id=first, other_id=second, introduced_by_me=mine)
        for who, by in ((ada, king), (king, mei), (wei, king)):
            open_.db.execute("UPDATE contact SET introduced_by = ? WHERE id = ?", (by, who))
    before = contents(store.path)
    lnet("contact merge wei-chen a-king ada-lovelace")
    pairs = store.db.execute("SELECT contact_id, other_id, introduced_by_me FROM acquaintance").fetchall()
    assert pairs == [(wei, mei, 0)]
    assert store.db.execute("SELECT id, introduced_by FROM contact").fetchall() == [(wei, mei), (mei, None)]
    lnet("undo")
    assert contents(store.path) == before


def test_rhythms(lnet: Lnet, store: Store) -> None:
    """The kept one's stands; who has none takes the other's, with its first day and its snooze."""
    person(store, "Ada Lovelace", "close", snooze_until=ago(-20))
    person(store, "A. King", "wide", every_days=200)
    lnet("add Wei Chen")
    lnet("add Wei C --circle close")
    lnet("snooze wei-c 2w")
    shown = data(lnet, "contact", "merge", "ada-lovelace", "a-king")
    assert (shown["circle"], shown["every_days"], shown["snooze_until"]) == ("close", 30, "2026-07-05")
    told = [(each["field"], each["kept"], each["other"]) for each in shown["differences"]]
    assert told == [("circle", "close", "wide"), ("every_days", None, 200)]
    shown = data(lnet, "contact", "merge", "wei-chen", "wei-c")
    assert (shown["circle"], shown["first_due"], shown["snooze_until"]) == ("close", "2026-06-18", "2026-06-29")


def test_one_agreement_with_a_mentor_goes_on(lnet: Lnet, store: Store) -> None:
    """The kept one's; the other's ends today and stays to be read."""
    ada, king = person(store, "Ada Lovelace"), person(store, "A. King")
    mentor(store, king, 60)
    mentor(store, ada, 21)
    with step(store, "seed") as open_:
        write_mentor.change(open_, 1, purpose="Whist")
    assert data(lnet, "contact", "merge", "ada-lovelace", "a-king")["every_days"] == 21
    rows = "SELECT contact_id, every_days, purpose, ended_on FROM mentor_agreement ORDER BY id"
    assert store.db.execute(rows).fetchall() == [(ada, 60, "Whist", "2026-06-15"), (ada, 21, None, None)]


def test_days_and_the_day_of_birth(lnet: Lnet, store: Store) -> None:
    """The earliest day of meeting, a birthday with its year; two different ones are told."""
    person(store, "Ada Lovelace", birthday="--12-10", met_on=ago(10))
    person(store, "A. King", birthday="1915-12-10", met_on=ago(30))
    person(store, "A. Byron", birthday="1816-01-02")
    shown = data(lnet, "contact", "merge", "ada-lovelace", "a-king", "a-byron")
    assert (shown["birthday"], shown["met_on"]) == ("1915-12-10", "2026-05-16")
    told = {"field": "birthday", "kept": "1915-12-10", "other": "1816-01-02", "slug": "a-byron"}
    assert shown["differences"] == [told]


def test_who_was_added_by_hand_is_not_merely_imported(lnet: Lnet, store: Store) -> None:
    """Merging a hand-written contact into one of the address book takes it in."""
    person(store, "Ada Lovelace", None, imported_from="linkedin")
    person(store, "A. King", None)
    lnet("contact merge ada-lovelace a-king")
    assert lnet("contact list --slugs").out == "ada-lovelace\n"


def test_a_promise_of_either_is_one_of_the_kept(lnet: Lnet, store: Store) -> None:
    """And the morning knows her by her name."""
    person(store, "Ada Lovelace", None)
    owe(store, person(store, "A. King", None), "send paper", 1)
    lnet("contact merge ada-lovelace a-king")
    (row,) = data(lnet, "followups")["people"]
    assert (row["name"], row["reasons"][0]["ref"]) == ("Ada Lovelace", "p1")


def test_what_is_refused(lnet: Lnet) -> None:
    """Somebody with themselves, somebody unknown, nobody to merge."""
    twins(lnet)
    check(
        lnet,
        """
        $ lnet contact merge ada-lovelace ada
        lnet: Ada Lovelace (ada-lovelace) is one contact, not two · name two that are the same person
        [4]
        $ lnet contact merge ada-lovelace nobody
        lnet: no contact named 'nobody'
        [3]
        $ lnet contact merge ada-lovelace
        lnet: Missing argument 'OTHER...'. · lnet contact merge --help
        [2]
        """,
    )
    failed = json.loads(lnet("contact merge ada-lovelace ada-lovelace --json").out)
    assert (failed["ok"], failed["error"]["code"]) == (False, "bad_input")


def test_hostile_names_are_shown_safely(lnet: Lnet) -> None:
    """Of the one who is kept, of the other, and what differs."""
    lnet("contact", "add", HOSTILE, "--org", HOSTILE)
    lnet("contact", "add", f"{HOSTILE} x", "--org", "Acme")
    ran = lnet("contact merge c2 c1")
    assert ran.status == 0
    assert_safe(ran.out)
