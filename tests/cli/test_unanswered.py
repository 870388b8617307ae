"""Messages without an answer: one nudge, then a rest that any word from them ends."""

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.seeds import person, talk
from tests.conftest import Lnet
from tests.transcript import check


def kinds(lnet: Lnet) -> list[str]:
    """The kinds of the reasons on today's list."""
    return [reason["kind"] for row in data(lnet, "followups")["people"] for reason in row["reasons"]]


def test_the_second_message_is_told(lnet: Lnet, store: Store) -> None:
    """The echo of a second message without an answer says until when they are left alone, and no due day."""
    ada = person(store, "Ada Lovelace", "active", [100])
    talk(store, 20, ada, direction="outbound", channel="email")
    check(
        lnet,
        """
        $ lnet log "emailed Ada about query plans"
        Logged i3 · Mon 15 Jun · email · you wrote · Ada Lovelace
          second without an answer; resting until Sat 12 Dec
          not right? lnet log --amend · lnet undo
        """,
    )


def test_a_nudge_then_a_rest_then_an_answer(lnet: Lnet, store: Store) -> None:
    """A first message waits for an answer after ten days; a second one rests; whatever comes from them ends that."""
    ada = person(store, "Ada Lovelace", "active", [150])
    talk(store, 100, ada, direction="outbound", channel="email")
    assert kinds(lnet) == ["cadence"]
    talk(store, 90, ada, direction="outbound", channel="email")
    assert kinds(lnet) == []
    talk(store, 89, ada, direction="inbound", channel="chat", depth=1)
    assert kinds(lnet) == ["cadence"]


def test_one_nudge(lnet: Lnet, store: Store) -> None:
    """From ten days after my message on the list says that one nudge is fine."""
    ada = person(store, "Ada Lovelace", "active", [40])
    talk(store, 10, ada, direction="outbound", channel="email")
    (row,) = data(lnet, "followups")["people"]
    assert (row["score"], row["reasons"][0]["text"]) == (
        34, "no answer to your message of Fri 5 Jun (10 days); one nudge is fine",
    )  # fmt: skip


def test_a_question_waits_until_it_could_be_asked(lnet: Lnet, store: Store) -> None:
    """What I meant to ask stays the opening when they write, and goes when I talk to them; a plan's comes first."""
    ada = person(store, "Ada Lovelace", "close")
    talk(store, 60, ada, next_question="how did the move go")
    talk(store, 50, ada, direction="inbound", channel="email")
    (row,) = data(lnet, "followups")["people"]
    assert row["opening"] == "Ask: how did the move go?"
    talk(store, 0, ada, planned=True, next_question="which index would you drop")
    (row,) = data(lnet, "followups")["people"]
    assert row["opening"] == "Ask: which index would you drop?"
    talk(store, 40, ada)
    lnet("delete i3 --yes")
    (row,) = data(lnet, "followups")["people"]
    assert row["opening"] == "Ask what they are learning these days."
