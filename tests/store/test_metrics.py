"""What the metrics are reckoned from is read by a few statements, and is what a slow reading of every table says."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.cadence import cadence
from lnet.domain.metrics import Helper, Notes, Settled, Tie
from lnet.domain.policy import Policy
from lnet.domain.rules.dormant import dormant_days
from lnet.services.health import health
from lnet.store.connect import Store, open_store
from lnet.store.journal import Step, step
from lnet.store.read import metrics as read
from lnet.store.read import persons
from lnet.store.read.metrics import Person
from lnet.store.read.metrics_acts import Acts, acts
from lnet.store.read.metrics_goals import goals
from lnet.store.write.rows import insert, update
from tests.conftest import TODAY
from tests.examples import examples
from tests.store.networks import DAYS, Drawn, Network, Raw, days, everything, maybe_day, networks, talks_of, write

TABLES = (
    "contact", "contact_role", "mentor_agreement", "interaction", "participant", "promise", "goal", "goal_contact",
    "feedback", "insight", "share", "exchange", "acquaintance", "community", "membership", "figure",
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples of the module: each is written in a step that is not kept."""
    opened = open_store(tmp_path_factory.mktemp("metrics") / "lnet.db", TODAY)
    yield opened
    opened.close()


# --- more than the reminder rules look at -----------------------------------------------------------------------


def write_all(open_: Step, network: Network, seed: int) -> None:
    """Write a network, and what only the metrics look at: help, acquaintances, members, and how things ended."""
    write(open_, network)
    people, one = ids(open_, "contact"), Drawn(f"{seed} more", {})
    for _ in range(one.of(0, 3, 9) if people else 0):
        insert(
            open_, "exchange", contact_id=one.of(*people), direction=one.of("given", "received"), text="help",
            occurred_on=one.day(),
        )  # fmt: skip
    pairs = [(a, b) for a in people for b in people if a < b]
    for pair in one.chance.sample(pairs, min(len(pairs), one.of(0, 4, 20))):
        insert(open_, "acquaintance", contact_id=pair[0], other_id=pair[1])
    for who in one.chance.sample(people, min(len(people), one.of(0, 1, 3))):
        insert(open_, "membership", community_id=one.of(*ids(open_, "community")), contact_id=who)
    for table, ends in ENDS.items():
        for id in ids(open_, table):
            update(open_, table, id, **ends(one))


def ids(open_: Step, table: str) -> list[int]:
    """The ids of a table."""
    return [id for (id,) in open_.db.execute(f"SELECT id FROM {table} ORDER BY id")]


ENDS: dict[str, Any] = {
    "promise": lambda one: {"was_due_on": one.of(None, None, one.day())},
    "feedback": lambda one: {"loop": one.of("open", "acted", "told", "declined", "no_answer")},
    "insight": lambda one: {
        "value": one.of("potential", "applied", "realised"),
        "stance": one.of(None, "confirms", "challenges", "changed_mind"),
    },
    "goal": lambda one: one.of({}, {"status": one.of("achieved", "dropped"), "closed_on": one.day()}),
    "goal_contact": lambda one: {"created_on": one.day()},
    "contact_role": lambda one: {"created_on": one.day()},
    "mentor_agreement": lambda one: {"starts_on": one.of(None, one.day())},
    "contact": lambda one: {"met_on": one.of(None, None, one.day())},
    "interaction": lambda one: {"depth": one.of(None, None, 1, 2, 3, 4)},
}


# --- the slow, obvious way --------------------------------------------------------------------------------------


class Slow:
    """A network as it stands in its tables, table by table."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.tables = {name: everything(store.db, name) for name in TABLES[:-1]}
        book = store.db.execute("SELECT contact_id FROM figure WHERE address_book = 1")
        self.address_book = {id for (id,) in book}

    def counted(self) -> list[Raw]:
        return [
            row for row in self.tables["contact"]
            if row["status"] != "archived" and row["id"] not in self.address_book
        ]  # fmt: skip

    def talks(self, contact: int, day: date) -> list[Raw]:
        """The conversations held with somebody up to a day."""
        return [talk for talk in talks_of(contact, self.tables) if held(talk) and on(talk) <= day]

    def since(self, row: Raw) -> date:
        first = [on(talk) for talk in talks_of(row["id"], self.tables) if held(talk)]
        known = [date.fromisoformat(row["created_on"]), maybe_day(row["met_on"]), *first]
        return min(day for day in known if day is not None)

    def people(self, day: date) -> list[Person]:
        # The cadence is that of today, all conversations considered, whatever the day that is asked about.
        ids = [row["id"] for row in self.counted()]
        rhythms = {each.id: each for each in persons.people(self.store, ids, date.max)}
        return [
            Person(
                row["id"], row["name"], row["field"], row["organisation"], self.since(row),
                asleep_after(rhythms[row["id"]], self.store.policy),
                max((on(talk) for talk in self.talks(row["id"], day)), default=None),
            )
            for row in self.counted() if self.since(row) <= day
        ]  # fmt: skip

    def ties(self, day: date) -> list[Tie]:
        return [self.tie(person, day) for person in self.people(day)]

    def tie(self, person: Person, day: date) -> Tie:
        talks = [talk for talk in self.talks(person.id, day) if within(on(talk), day, 365)]
        directions = {talk["direction"] for talk in talks}
        helped = {
            row["direction"] for table in ("exchange", "share") for row in self.tables[table]
            if row["contact_id"] == person.id and within(on(row), day, 365)
        }  # fmt: skip
        two = sum(talk["depth"] in (None, 2) for talk in talks)
        depths = (0, two, *(sum(talk["depth"] == depth for talk in talks) for depth in (3, 4)))
        both = "mutual" in directions or directions == {"inbound", "outbound"}
        return Tie(depths, both, helped == {"given", "received"}, (day - person.since).days)

    def goals(self, day: date) -> dict[str, list[Helper]]:
        return {
            f"g{goal['id']}": [
                self.helper(row, day) for link in self.tables["goal_contact"] for row in self.tables["contact"]
                if link["goal_id"] == goal["id"] and link["contact_id"] == row["id"] and row["status"] != "archived"
                and date.fromisoformat(link["created_on"]) <= day
            ]
            for goal in self.tables["goal"] if was_active(goal, day)
        }  # fmt: skip

    def helper(self, row: Raw, day: date) -> Helper:
        role = any(
            each["contact_id"] == row["id"] and each["role"] in ("mentor", "advisor", "coach")
            and date.fromisoformat(each["created_on"]) <= day
            for each in self.tables["contact_role"]
        )  # fmt: skip
        agreed = any(
            each["contact_id"] == row["id"]
            and date.fromisoformat(each["starts_on"] or each["created_on"]) <= day
            and (each["ended_on"] is None or date.fromisoformat(each["ended_on"]) > day)
            for each in self.tables["mentor_agreement"]
        )
        contacted = any(within(on(talk), day, 90) for talk in self.talks(row["id"], day))
        return Helper((row["organisation"] or "").strip().casefold(), contacted, role or agreed)

    def acts(self, since: date, until: date) -> Acts:
        def of(table: str, day: str = "occurred_on") -> list[Raw]:
            rows = self.tables[table]
            return [row for row in rows if row[day] and since <= date.fromisoformat(row[day]) <= until]

        helped = [row["direction"] for row in of("exchange") + of("share")]
        learned = of("insight", "learned_on")
        return Acts(
            helped.count("given"), helped.count("received"), sum(held(talk) for talk in of("interaction")),
            len(learned), sum(row["contact_id"] is not None or row["interaction_id"] is not None for row in learned),
            sum(row["value"] in ("applied", "realised") for row in learned),
            sum(row["stance"] in ("challenges", "changed_mind") for row in learned),
            tuple(self.settled(since, until)), tuple(map(note, of("feedback"))),
        )  # fmt: skip

    def settled(self, since: date, until: date) -> Iterator[Settled]:
        for row in self.tables["promise"]:
            due, closed = maybe_day(row["due_on"]), maybe_day(row["closed_on"])
            if row["owed_by"] != "me" or due is None:
                continue
            if row["status"] in ("open", "renegotiated"):
                if since <= due < until:
                    yield Settled(kept=False, late=True, moved_late=False)
            elif closed and since <= closed <= until:
                first, moved = maybe_day(row["was_due_on"]), maybe_day(row["renegotiated_on"])
                late = bool(first and moved and moved > first)
                yield Settled(kept=row["status"] == "kept", late=closed > due, moved_late=late)


def on(row: Raw) -> date:
    return date.fromisoformat(row["occurred_on"])


def held(talk: Raw) -> bool:
    return not talk["planned"] and (talk["depth"] is None or talk["depth"] >= 2)


def within(day: date, until: date, most: int) -> bool:
    return 0 <= (until - day).days <= most


def was_active(goal: Raw, day: date) -> bool:
    if date.fromisoformat(goal["created_on"]) > day:
        return False
    closed = maybe_day(goal["closed_on"])
    return goal["status"] == "active" or (closed is not None and closed > day)


def asleep_after(person: Any, policy: Policy) -> int | None:
    """From how many days on a tie is dormant, by the cadence that the rules see (none for who is not active)."""
    aim = cadence(person, policy) if person.status == "active" else None
    return None if person.circle == "inner" else dormant_days(aim.days if aim else None, policy)


def note(row: Raw) -> Notes:
    closed = maybe_day(row["closed_on"])
    return Notes(row["direction"], row["loop"], (closed - on(row)).days if closed else None)


def spread(found: Any) -> list[Any]:
    """Values that are counted, one by one."""
    return sorted((each._replace(number=1) for each in found for _ in range(each.number)), key=repr)


# --- both agree -------------------------------------------------------------------------------------------------


@examples(60)
@given(network=networks(), seed=st.integers(0, 2**32), day=st.just(TODAY) | days)
def test_it_is_what_a_slow_reading_says(shared: Store, network: Network, seed: int, day: date) -> None:
    """People, ties, goals, acquaintances and members as they stood on a day."""
    with step(shared, "test", keep=False) as open_:
        write_all(open_, network, seed)
        slow = Slow(shared)
        people = read.people(shared, day)
        assert people == slow.people(day)
        assert read.ties(shared, people, day) == slow.ties(day)
        assert {goal.ref: sorted(goal.helpers) for goal in goals(shared, day)} == {
            ref: sorted(helpers) for ref, helpers in slow.goals(day).items()
        }
        counted = {person.id for person in people}
        known = [(row["contact_id"], row["other_id"]) for row in slow.tables["acquaintance"]]
        assert sorted(read.acquainted(shared, people)) == sorted(pair for pair in known if counted.issuperset(pair))
        counted = {row["id"] for row in slow.counted()}
        members = [row["contact_id"] for row in slow.tables["membership"] if row["contact_id"] in counted]
        assert [who for _, who in read.only_members(shared)] == (members if len(members) == 1 else [])


@examples(60)
@given(network=networks(), seed=st.integers(0, 2**32), period=st.tuples(days, days).map(sorted))
def test_what_was_done_is_what_a_slow_reading_says(
    shared: Store, network: Network, seed: int, period: list[date]
) -> None:
    """Everything that is counted, in any period, both of its days included."""
    with step(shared, "test", keep=False) as open_:
        write_all(open_, network, seed)
        expected = Slow(shared).acts(*period)
        found = acts(shared, *period)
    assert found._replace(promises=(), notes=()) == expected._replace(promises=(), notes=())
    assert spread(found.promises) == spread(expected.promises)
    assert spread(found.notes) == spread(expected.notes)


@examples(25)
@given(
    network=networks(), seed=st.integers(0, 2**32), since=st.none() | st.sampled_from([d for d in DAYS if d <= TODAY])
)
def test_every_metric_keeps_its_promise(shared: Store, network: Network, seed: int, since: date | None) -> None:
    """Whatever the network: below its least number of cases a metric has no value, and a share is none but a share."""
    with step(shared, "test", keep=False) as open_:
        write_all(open_, network, seed)
        found = health(shared, since)
    for formula, measure, before, detail in found.metrics:
        if not measure.enough:
            assert (measure.value, before, detail) == (None, None, "")
        elif formula.unit == "share":
            assert measure.value is not None
            assert 0 <= measure.value <= 1


@pytest.mark.parametrize("since", [date(1, 1, 1), date(1900, 1, 1), TODAY])
def test_the_calendar_ends(store: Store, since: date) -> None:
    """A period may be one day, or begin with the calendar: then there is nothing before it."""
    found = health(store, since)
    assert found.since == since
    assert found.before_since <= found.before_until <= found.since
    assert (found.since - found.before_until) <= timedelta(days=1)
