"""What is unused or thin: a table of situations, each rule with both of its edges."""

import shlex
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.gaps import MOST, RULES, Gap, Situation, gaps
from lnet.domain.gaps.situation import Aim, Somebody

ADA = Somebody("Ada Lovelace", "ada-lovelace")
WEI = Somebody("Wei Chen", "wei-chen")
GRACE = Somebody("Grace Hopper", "grace-hopper")
WHOLE = Aim("g1", "Read query plans", people=2, mentors=1, houses=2)
# A network in which every technique is used.
FULL = Situation(
    people=12, conversations=20, aims=(WHOLE,), voice=ADA, mentor=GRACE, helper=ADA, other=WEI, asked=1, adviser=GRACE,
    given=1, received=3, link="https://example.org/a b", reader=WEI, insights=5, applied=1, lesson="n7", latest=ADA,
    fields=(4, 4), rare=WEI, field="databases", events=1, communities=1, forums=1, projects=1, collaborator=ADA,
    acquaintances=1, pair=(ADA, WEI), talked=12, dormant=5,
)  # fmt: skip


def goal(**values: Any) -> dict[str, Any]:
    """A further goal beside the whole one; what is missing in it."""
    return {"aims": (WHOLE, WHOLE._replace(ref="g2", title="Write", **values))}


def test_nothing_stands_out() -> None:
    """Where every technique is used nothing is said, and nothing where there is nobody yet."""
    assert gaps(FULL) == []
    assert gaps(Situation()) == []
    assert gaps(Situation(events=3)) == []


@pytest.mark.parametrize(
    ("values", "technique", "evidence", "command"),
    [
        ({"aims": ()}, "goal", "0 active goals, 12 people", "lnet goal add TITLE"),
        ({"aims": (), "people": 1}, "goal", "0 active goals, 1 person", "lnet goal add TITLE"),
        (
            goal(people=0, mentors=0, houses=0),
            "second_voice", "1 of 2 active goals without anybody linked", "lnet goal link g2 ada-lovelace",
        ),
        (
            goal(people=0, mentors=0, houses=0) | {"voice": None},
            "second_voice", "1 of 2 active goals without anybody linked", "lnet goal link g2 NAME",
        ),
        (goal(mentors=0), "mentor", "1 of 2 active goals without a mentor", "lnet goal link g2 grace-hopper"),
        (
            goal(mentors=0) | {"mentor": None},
            "mentor", "1 of 2 active goals without a mentor", "lnet contact mentor ada-lovelace --every 30d",
        ),
        (
            goal(houses=1) | {"other_aim": "g2"},
            "other_view", "1 of 2 active goals with one person or one organisation", "lnet goal link g2 wei-chen",
        ),
        (
            goal(people=1) | {"other_aim": "g2"},
            "other_view", "1 of 2 active goals with one person or one organisation", "lnet goal link g2 wei-chen",
        ),
        (
            {"asked": 0}, "feedback", "asked for 0 times in a year",
            "lnet feedback ask grace-hopper 'What would you do differently in my place?' --frame advice",
        ),
        (
            {"given": 0}, "giving", "0 given and 3 received in 90 days",
            "lnet share 'https://example.org/a b' --to wei-chen",
        ),
        ({"given": 0, "link": "", "reader": None}, "giving", "0 given and 3 received in 90 days", "lnet give"),
        (
            {"insights": 0, "applied": 0}, "insight", "0 insights from 20 conversations in a year",
            "lnet learn TEXT --from ada-lovelace",
        ),
        ({"applied": 0}, "applying", "0 of 5 insights in a year applied", "lnet insight apply n7"),
        (
            {"fields": (9, 1)}, "perspectives", "9 of 10 people from one field: 1.38 perspectives",
            "lnet draft wei-chen",
        ),
        (
            {"fields": (8,), "rare": None}, "perspectives", "8 of 8 people from one field: 1.00 perspectives",
            "lnet add NAME --field FIELD",
        ),
        ({"events": 0}, "event", "0 events in a year", "lnet event add NAME --on DATE"),
        ({"communities": 0}, "community", "0 communities", "lnet community add NAME --kind association"),
        ({"forums": 0}, "forum", "0 forums among 1 community", "lnet community add NAME --kind forum"),
        ({"projects": 0}, "project", "0 projects in a year", "lnet project add TITLE --with ada-lovelace"),
        ({"projects": 0, "collaborator": None}, "project", "0 projects in a year", "lnet project add TITLE"),
        (
            {"acquaintances": 0}, "acquaintances", "0 acquaintances among 12 people",
            "lnet contact know ada-lovelace wei-chen",
        ),
        ({"dormant": 6}, "dormant", "6 of 12 ties dormant", "lnet reconnect"),
    ],
)  # fmt: skip
def test_what_is_missing(values: dict[str, Any], technique: str, evidence: str, command: str) -> None:
    """One technique unused or thin: one suggestion, with its numbers and the command to act on it."""
    (found,) = gaps(FULL._replace(**values))
    assert (found.technique, found.evidence, found.command) == (technique, evidence, command)


@pytest.mark.parametrize(
    "values",
    [
        goal(people=1, houses=1),  # nobody from elsewhere is known
        {"asked": 0, "adviser": None},
        {"insights": 0, "applied": 0, "conversations": 4},
        {"insights": 4, "applied": 0},
        {"fields": (6, 1)},  # too few to say anything of
        {"fields": (5, 5)},
        {"forums": 0, "communities": 0, "events": 1},  # the community is the one thing to do
        {"acquaintances": 0, "people": 9},
        {"acquaintances": 0, "pair": None},
        {"talked": 9, "dormant": 9},
    ],
)
def test_what_is_not_missing_yet(values: dict[str, Any]) -> None:
    """Below their edges rules are silent, and where there is nothing concrete to do."""
    techniques = [gap.technique for gap in gaps(FULL._replace(**values))]
    assert techniques == (["community"] if values.get("communities") == 0 else [])


def test_the_period_is_said() -> None:
    """Another period than a year is named as it is."""
    (found,) = gaps(FULL._replace(events=0, period="since 1 March"))
    assert found.evidence == "0 events since 1 March"


NOTHING = Situation(people=12, conversations=9, adviser=ADA, latest=ADA, pair=(ADA, WEI), talked=12, dormant=12)


def test_never_more_than_five_and_the_most_useful_first() -> None:
    """What the network is for comes first, where new people come from last."""
    assert [gap.technique for gap in gaps(NOTHING)] == ["goal", "feedback", "giving", "insight", "event"]
    assert [gap.technique for gap in gaps(NOTHING, 20)] == [
        "goal", "feedback", "giving", "insight", "event", "community", "project", "acquaintances", "dormant",
    ]  # fmt: skip


somebody = st.sampled_from([None, ADA, WEI])
number = st.integers(0, 12)
aims = st.lists(st.builds(Aim, st.just("g1"), st.just("Read"), number, number, number), max_size=3).map(tuple)
situations = st.builds(
    Situation, people=number, conversations=number, aims=aims, voice=somebody, mentor=somebody, helper=somebody,
    other=somebody, other_aim=st.sampled_from(["", "g1"]), asked=number, adviser=somebody, given=number,
    received=number, link=st.sampled_from(["", "https://example.org/?q='x';rm"]), reader=somebody, insights=number,
    applied=number, lesson=st.sampled_from(["", "n7"]), latest=somebody,
    fields=st.lists(st.integers(1, 9), max_size=4).map(tuple), rare=somebody, events=number, communities=number,
    forums=number, projects=number, collaborator=somebody, acquaintances=number,
    pair=st.sampled_from([None, (ADA, WEI)]), talked=number, dormant=number,
)  # fmt: skip


@given(situations)
def test_of_any_situation(situation: Situation) -> None:
    """At most five, each technique once, in the order of the rules; every command is quoted for a shell."""
    found = gaps(situation)
    assert len(found) <= MOST
    assert len({gap.technique for gap in found}) == len(found)
    every = [gap for rule in RULES if (gap := rule(situation))]
    assert found == (every[:MOST] if situation.people or situation.aims else [])
    for gap in found:
        assert_whole(gap)


def assert_whole(gap: Gap) -> None:
    """A suggestion says what, why in numbers, and how, in one command."""
    assert gap.text.endswith(".")
    assert any(letter.isdigit() for letter in gap.evidence)
    words = shlex.split(gap.command)
    assert words[0] == "lnet"
    assert "None" not in words
    assert shlex.join(words) == gap.command
