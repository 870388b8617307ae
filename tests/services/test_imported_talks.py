"""Conversations that come from a file: with whom, once, and what a later file does to them."""

from datetime import date

import pytest

from lnet.domain.cards import Address, Batch, PersonCard, TalkCard
from lnet.services.imports import Report, bring_in
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.reversal import undo
from lnet.store.write import contact as write

ON = date(2026, 6, 1)


@pytest.fixture
def ada(store: Store) -> int:
    """Ada, known by her address."""
    with step(store, "contact add") as open_:
        id = write.add(open_, "Ada Lovelace")
        write.add_method(open_, id, "email", "ada@example.org")
    return id


def person(email: str, name: str = "") -> PersonCard:
    """Somebody who took part, as a calendar names them."""
    return PersonCard("event 1", email, name or email.partition("@")[0].title(), addresses=(Address("email", email),))


def take(store: Store, *talks: TalkCard, create: bool = False, keep: bool = True) -> Report:
    """Take in a file of conversations."""
    return bring_in(store, [Batch("ics", "c.ics", talks)], create=create, keep=keep)


def talk(*people: str, key: str = "uid-1", summary: str = "Planning", on: date = ON) -> TalkCard:
    """A meeting with these people."""
    return TalkCard("event 1", key, on, tuple(map(person, people)), "video", summary=summary, topics=("SQL",))


def numbers(report: Report) -> tuple[int, int, int, int, int]:
    """Interactions, added, merged, unchanged, rejected."""
    return report.interactions, report.added, report.merged, report.unchanged, report.rejected


def talks(store: Store) -> list[tuple[object, ...]]:
    """Every conversation: day, channel, summary, where from, who took part, topics."""
    return store.db.execute(
        "SELECT occurred_on, channel, summary, imported_from,"
        " (SELECT group_concat(name, '+') FROM participant p JOIN contact c ON c.id = p.contact_id"
        "   WHERE p.interaction_id = i.id),"
        " (SELECT group_concat(topic) FROM interaction_topic t WHERE t.interaction_id = i.id)"
        " FROM interaction i ORDER BY id"
    ).fetchall()


@pytest.mark.usefixtures("ada")
def test_a_conversation_comes_with_those_who_are_known(store: Store) -> None:
    """Strangers are named in the report, not added; the day counts as a contact."""
    report = take(store, talk("ada@example.org", "wei@example.org"))
    assert numbers(report) == (1, 0, 0, 0, 0)
    assert [problem.what for problem in report.problems] == ["Wei (wei@example.org) is not in your network"]
    assert talks(store) == [("2026-06-01", "video", "Planning", "ics", "Ada Lovelace", "sql")]
    assert store.db.execute("SELECT last_on FROM figure").fetchone() == ("2026-06-01",)


@pytest.mark.usefixtures("ada")
def test_strangers_are_added_where_that_is_wanted(store: Store) -> None:
    """Each once, however many conversations they took part in."""
    report = take(store, talk("ada@example.org", "wei@example.org"), talk("wei@example.org", key="uid-2"), create=True)
    assert numbers(report) == (2, 1, 0, 0, 0)
    assert [row[4] for row in talks(store)] == ["Ada Lovelace+Wei", "Wei"]


def test_a_conversation_with_strangers_alone_is_rejected(store: Store) -> None:
    """Nobody knows whom it was with; it comes once one of them is known."""
    assert numbers(take(store, talk("ada@example.org"))) == (0, 0, 0, 0, 1)
    with step(store, "contact add") as open_:
        write.add_method(open_, write.add(open_, "Ada"), "email", "ada@example.org")
    assert numbers(take(store, talk("ada@example.org"))) == (1, 0, 0, 0, 0)


@pytest.mark.usefixtures("ada")
def test_the_same_file_again_changes_nothing(store: Store) -> None:
    """A conversation is known by the source's key, also twice in one file; a dry run adds none."""
    cards = (talk("ada@example.org"), talk("ada@example.org"))
    assert numbers(take(store, *cards, keep=False)) == (1, 0, 0, 1, 0)
    assert numbers(take(store, *cards)) == (1, 0, 0, 1, 0)
    assert numbers(take(store, *cards)) == (0, 0, 0, 2, 0)


@pytest.mark.usefixtures("ada")
def test_a_newer_file_moves_what_was_not_edited_here(store: Store) -> None:
    """A new day comes over; a summary that I wrote stays, and it is said; whoever is known by now takes part."""
    take(store, talk("ada@example.org", "wei@example.org"))
    with step(store, "edit") as open_:
        open_.db.execute("UPDATE interaction SET summary = 'Mine'")
        write.add_method(open_, write.add(open_, "Wei Chen"), "email", "wei@example.org")
    report = take(store, talk("ada@example.org", "wei@example.org", summary="Theirs", on=date(2026, 6, 2)))
    assert numbers(report) == (0, 0, 1, 0, 0)
    assert [problem.what for problem in report.problems] == ["kept summary 'Mine', not 'Theirs'"]
    assert talks(store) == [("2026-06-02", "video", "Mine", "ics", "Ada Lovelace+Wei Chen", "sql")]


@pytest.mark.usefixtures("ada")
def test_who_is_known_by_now_takes_part(store: Store) -> None:
    """The same file again links those who were strangers then."""
    take(store, talk("ada@example.org", "wei@example.org"))
    with step(store, "contact add") as open_:
        write.add_method(open_, write.add(open_, "Wei Chen"), "email", "wei@example.org")
    assert numbers(take(store, talk("ada@example.org", "wei@example.org"))) == (0, 0, 1, 0, 0)
    assert numbers(take(store, talk("ada@example.org", "wei@example.org"))) == (0, 0, 0, 1, 0)
    assert [row[4] for row in talks(store)] == ["Ada Lovelace+Wei Chen"]


@pytest.mark.usefixtures("ada")
def test_what_was_deleted_here_is_not_brought_back(store: Store) -> None:
    """Neither a conversation nor somebody's part in it."""
    take(store, talk("ada@example.org"), talk("ada@example.org", key="uid-2"))
    with step(store, "delete") as open_:
        open_.db.execute("DELETE FROM interaction WHERE id = 1")
        open_.db.execute("DELETE FROM participant WHERE interaction_id = 2")
    report = take(store, talk("ada@example.org"), talk("ada@example.org", key="uid-2"))
    assert numbers(report) == (0, 0, 0, 2, 0)
    assert [problem.what for problem in report.problems] == ["this conversation was deleted here; not brought back"]
    assert [row[4] for row in talks(store)] == [None]


@pytest.mark.usefixtures("ada")
def test_undo_takes_conversations_back_too(store: Store) -> None:
    """With everybody who was added for them, and the figures."""
    take(store, talk("ada@example.org", "wei@example.org"), create=True)
    undo(store)
    assert talks(store) == []
    assert store.db.execute("SELECT name, last_on FROM contact c JOIN figure f ON f.contact_id = c.id").fetchall() == [
        ("Ada Lovelace", None)
    ]
