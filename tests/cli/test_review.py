"""`lnet review` without a terminal: the checklist, and the same as JSON."""

from datetime import timedelta

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import drift, exchange
from lnet.store.write.rows import insert, update
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.leftovers import flag, learn, leave_over
from tests.cli.seeds import ago, owe, person, talk
from tests.conftest import TODAY, Lnet
from tests.transcript import check

STEPS = ["promises", "plans", "events", "drifted", "feedback", "goals", "insight", "thanks", "week"]


def named(lnet: Lnet, name: str, days_on: int = 0) -> list[str]:
    """The names in one step of the review, as it will be so many days on."""
    steps = data(lnet, "review", today=TODAY + timedelta(days=days_on))["steps"]
    return [item["name"] for each in steps if each["step"] == name for item in each["items"]]


# --- as a whole -------------------------------------------------------------------------------------------------


def test_piped_it_is_a_checklist_with_the_commands_that_settle_each(lnet: Lnet, store: Store) -> None:
    """The steps in their order, one thing a line; who rests is said at the end."""
    leave_over(store)
    check(
        lnet,
        """
        $ lnet review
        Promises
        - [ ] p1 Ada Lovelace: you promised to send paper by Sat 16 May (30 days late): renegotiate or release? → lnet promise keep p1 · lnet promise renegotiate p1 --by fri · lnet promise release p1
        Plans that passed
        - [ ] i4 Bela Novak, Cleo Marin: planned for Fri 5 Jun (10 days ago) and not logged: coffee about joins; held or dropped? → lnet done i4 · lnet delete i4
        Met at events
        - [ ] e1 Wei Chen: met at PyCon, which ended 20 days ago; no word since: follow up or let it be? → lnet done wei-chen · lnet snooze wei-chen · lnet event meet e1 wei-chen --no-follow-up
        Drifted
        - [ ] Leila Haddad: 130 days; you aim for every 30; drifted: keep, lengthen or rest? → lnet contact edit leila-haddad --every 60d · lnet snooze leila-haddad 180d · lnet contact archive leila-haddad
        Feedback
        - [ ] f1 Nkechi Adeyemi: their feedback (Start with the query.) has waited for you since Sat 11 Apr; act, tell or close? → lnet feedback act f1 "…" · lnet feedback tell f1 · lnet feedback close f1
        - [ ] f2 Jonas Weber: you asked for feedback (Is it too long?) 25 days ago; no answer: close it? → lnet done f2 · lnet feedback close f2 --no-answer
        Goals
        - [ ] g1 Read query plans: 21 days; you aim for every 14; Ada Lovelace could help → lnet goal progress g1 "…" · lnet goal edit g1 --next-step "if …, then I …" · lnet goal review g1 · lnet goal pause g1 · lnet goal drop g1 · lnet goal done g1
        An insight to apply
        - [ ] n1 Ada Lovelace: EXPLAIN first (Fri 12 Jun) → lnet insight apply n1 · lnet insight apply n1 --realised
        Somebody to thank
        - [ ] Ada Lovelace: you learned from them on Fri 12 Jun: EXPLAIN first → lnet log --depth ambient "wrote to @ada-lovelace: thanks"
        The week ahead
        - [ ] Ravi Patel: 20 days; you aim for every 14 → lnet plan "talk with @ravi-patel fri 15:00"
        - [ ] Mei Tanaka: Thu 18 Jun: 30 days; you aim for every 30 → lnet plan "talk with @mei-tanaka fri 15:00"
        Resting, after a second message without an answer
          Hanna Roth, until Sun 22 Nov
        """,  # noqa: E501  # a thing a line
    )


def test_json_holds_every_step_in_order(lnet: Lnet, store: Store) -> None:
    """Each item has its reference, name, text and commands; a step without any is there, too."""
    assert [step["step"] for step in data(lnet, "review")["steps"]] == STEPS
    leave_over(store)
    found = data(lnet, "review")
    assert [step["step"] for step in found["steps"]] == STEPS
    assert found["as_of"] == "2026-06-15"
    assert found["resting"] == [{"name": "Hanna Roth", "slug": "hanna-roth", "until": "2026-11-22"}]
    assert found["steps"][0]["items"] == [
        {
            "ref": "p1",
            "name": "Ada Lovelace",
            "slug": "ada-lovelace",
            "text": "you promised to send paper by Sat 16 May (30 days late): renegotiate or release?",
            "commands": [
                "lnet promise keep p1", "lnet promise renegotiate p1 --by fri", "lnet promise release p1",
            ],
        }
    ]  # fmt: skip


def test_nothing_to_settle_is_one_kind_line(lnet: Lnet, store: Store) -> None:
    """So is a network in which everybody was talked to."""
    person(store, "Ada Lovelace", "close", [1])
    check(lnet, "$ lnet review\nNothing to settle; the week is yours.")


def test_looking_writes_nothing(lnet: Lnet, store: Store) -> None:
    """The checklist is read; the journal has no step of it."""
    leave_over(store)
    before = lnet("history", "--json").out
    lnet("review")
    assert lnet("history", "--json").out == before


def test_hostile_text_is_shown_safely(lnet: Lnet, store: Store) -> None:
    """Names and promises reach neither the terminal nor a command line raw: commands name people by slug."""
    who = person(store, HOSTILE, "close", [5])
    owe(store, who, HOSTILE, 30)
    learn(store, HOSTILE, who, 3)
    flag(store, who, HOSTILE, 20)
    assert_safe(lnet("review").out)
    commands = [c for s in data(lnet, "review")["steps"] for i in s["items"] for c in i["commands"]]
    assert all(c.isprintable() and "DROP" not in c for c in commands)


@pytest.mark.parametrize("words", ["review e1 e2", "review --every"])
def test_what_it_does_not_take_is_a_matter_of_usage(lnet: Lnet, words: str) -> None:
    """Arguments and options that there are not end with 2."""
    assert lnet(words).status == 2


# --- who drifted ------------------------------------------------------------------------------------------------


def test_whoever_was_asked_about_is_not_asked_about_again_for_a_month(lnet: Lnet, store: Store) -> None:
    """29 days later they are neither in the review nor counted; after 30 they are."""
    leila = person(store, "Leila Haddad", "close", [130])
    person(store, "Viktor Lindgren", "close", [131])
    with step(store, "seed") as open_:
        drift.answer(open_, leila, "keep")
    for days, names in ((0, ["Viktor Lindgren"]), (29, ["Viktor Lindgren"]), (30, ["Leila Haddad", "Viktor Lindgren"])):
        assert named(lnet, "drifted", days) == names
        assert f"{len(names)} to settle: lnet review" in lnet("followups", today=TODAY + timedelta(days=days)).out


def test_the_closest_and_freshest_are_asked_about_first(lnet: Lnet, store: Store) -> None:
    """Of those who drifted; of promises what has waited longest."""
    person(store, "Active", "active", [300])
    for days in (140, 130):
        owe(store, person(store, f"Close {days}", "close", [days]), "send paper", days - 100)
    assert named(lnet, "drifted") == ["Close 130", "Close 140", "Active"]
    assert named(lnet, "promises") == ["Close 140", "Close 130"]


def test_a_promise_is_asked_about_where_the_drift_is_not(lnet: Lnet, store: Store) -> None:
    """One row of somebody may hold both; the answer was about the drift alone."""
    leila = person(store, "Leila Haddad", "close", [130])
    owe(store, leila, "send paper", 30)
    with step(store, "seed") as open_:
        drift.answer(open_, leila, "keep")
    assert (named(lnet, "promises"), named(lnet, "drifted")) == (["Leila Haddad"], [])


# --- an insight, thanks, the week -------------------------------------------------------------------------------


def test_one_insight_a_week_the_same_all_week(lnet: Lnet, store: Store) -> None:
    """What was applied in the week is enough for it; other weeks choose others."""
    for number in range(20):
        learn(store, f"insight {number}", None, number)
    texts = {data(lnet, "review", today=TODAY + timedelta(days=n))["steps"][6]["items"][0]["text"] for n in range(7)}
    assert len(texts) == 1
    weeks = [data(lnet, "review", today=TODAY + timedelta(weeks=n))["steps"][6]["items"][0]["ref"] for n in range(8)]
    assert len(set(weeks)) > 1
    lnet("insight", "apply", "n3")
    assert named(lnet, "insight") == []
    assert named(lnet, "insight", 7) == [None]


def test_whoever_helped_in_any_way_is_to_be_thanked(lnet: Lnet, store: Store) -> None:
    """Advice, a resource, feedback, an insight of the last 90 days; the text says what it was."""
    ada = person(store, "Ada Lovelace", None, [60])
    with step(store, "seed") as open_:
        exchange.add(open_, ada, "received", "looked at my schema", on=ago(50))
    check(
        lnet,
        """
        $ lnet review
        Somebody to thank
        - [ ] Ada Lovelace: they helped you on Sun 26 Apr: looked at my schema → lnet log --depth ambient "wro…
        """,
    )
    with step(store, "seed") as open_:
        paper = insert(open_, "resource", title="A paper", key="a paper")
        insert(open_, "share", resource_id=paper, contact_id=ada, direction="received", occurred_on=ago(40))
    assert "they shared with you on Wed 6 May: A paper" in lnet("review").out
    assert named(lnet, "thanks", 50) == ["Ada Lovelace"]
    assert named(lnet, "thanks", 51) == []


def test_whoever_was_talked_to_since_is_thanked_enough(lnet: Lnet, store: Store) -> None:
    """Also in this very week, and nobody else takes their place in it; who is snoozed is left in peace."""
    ada, bela = person(store, "Ada Lovelace", None), person(store, "Bela Novak", None)
    for who in (ada, bela):
        learn(store, "much", who, 3)
    (first,) = named(lnet, "thanks")
    chosen, other = (ada, bela) if first == "Ada Lovelace" else (bela, ada)
    talk(store, 0, chosen)
    assert named(lnet, "thanks") == []
    talk(store, 2, other)
    assert named(lnet, "thanks", 7) == []
    learn(store, "more", other, 1)
    with step(store, "seed") as open_:
        update(open_, "contact", other, snooze_until=TODAY + timedelta(days=30))
    assert named(lnet, "thanks", 7) == []


def test_the_week_ahead_names_who_is_due_and_who_comes_due(lnet: Lnet, store: Store) -> None:
    """The first five who are due, and all of the next seven days; not who has a plan, nor who has drifted."""
    for number in range(7):
        person(store, f"Due {number}", "close", [40 + number])
    person(store, "In A Week", "close", [23])
    person(store, "In Eight Days", "close", [22])
    person(store, "Drifted", "close", [130])
    planned = person(store, "Planned", "close", [45])
    talk(store, -3, planned, planned=True)
    found = named(lnet, "week")
    assert len([name for name in found if name.startswith("Due")]) == 5
    assert found[5:] == ["In A Week"]
