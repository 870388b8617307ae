"""Wild little networks written into a store, and the same facts read from it the slow, obvious way."""

import itertools
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from lnet.domain.facts import Away, Facts, Goal, Person, Promise
from lnet.domain.vocabulary import PROMISE_OWED
from lnet.store.journal import Step
from lnet.store.write.rows import insert, update
from tests.conftest import TODAY

# Days on both sides of every threshold, few enough for several people to meet on one.
DAYS_AGO = (
    -60, -22, -21, -10, -3, -2, -1, 0, 1, 2, 3, 5, 13, 14, 15, 20, 29, 30, 31, 45, 60, 89, 90, 91, 104, 119, 120, 121,
    150, 180, 270, 300, 400, 735, 1100,
)  # fmt: skip
days = st.sampled_from(DAYS_AGO).map(lambda number: TODAY - timedelta(days=number))
maybe_days = st.none() | days
TOPICS = ("sql", "rust", "writing")


@dataclass(frozen=True)
class Network:
    """Rows to be written: table by table, each row an object of its columns; numbers name the n-th row of a table."""

    tables: dict[str, list[dict[str, Any]]]


def rows(most: int, **columns: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(columns), max_size=most)


def unique(*columns: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({tuple(row[column] for column in columns): row for row in rows}.values())


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to nine people with all that the reminder rules look at, and all that must not matter to them."""
    people = draw(rows(
        9, created_on=st.just(date(2020, 1, 1)) | days,
        status=st.sampled_from([*["active"] * 5, "paused", "quiet", "archived"]),
        circle=st.sampled_from([None, "inner", "close", "close", "active", "wide"]),
        every_days=st.sampled_from([None, None, None, 0, 1, 21, 30, 400]), clock_from=st.none() | maybe_days,
        first_due=maybe_days, snooze_until=st.none() | maybe_days, snoozed_on=st.none() | maybe_days,
        imported_from=st.sampled_from([None, None, "vcard"]),
    ))  # fmt: skip
    if not people:
        return Network({})
    who = st.integers(1, len(people))
    talks = draw(rows(
        20, occurred_on=days, depth=st.sampled_from([None, None, 1, 2, 4]), planned=st.sampled_from([0, 0, 0, 1]),
        imported_from=st.sampled_from([None, None, "mbox"]), created_on=st.just(TODAY) | days,
    ))  # fmt: skip
    goals = draw(rows(
        3, created_on=days, status=st.sampled_from(["active", "active", "paused"]), every_days=st.sampled_from([7, 14]),
        target_on=maybe_days, reviewed_on=maybe_days, snooze_until=maybe_days,
    ))  # fmt: skip
    tables = {
        "contact": people, "interaction": talks, "goal": goals,
        "contact_role": draw(rows(4, contact_id=who, role=st.sampled_from(["mentor", "peer"]))),
        "mentor_agreement": draw(rows(2, contact_id=who, every_days=st.sampled_from([14, 30]), ended_on=maybe_days)),
        "promise": draw(rows(
            5, contact_id=who, owed_by=st.sampled_from(["me", "them"]), due_on=maybe_days, created_on=days,
            status=st.sampled_from(["open", "open", "renegotiated", "kept", "released"]), closed_on=maybe_days,
            renegotiated_on=maybe_days,
        )),
        "feedback": draw(rows(1, contact_id=who, closed_on=maybe_days)),
        "away": draw(st.lists(st.tuples(days, st.integers(0, 40)).map(period), max_size=2)),
    }  # fmt: skip
    if talks:
        talk = st.integers(1, len(talks))
        tables["participant"] = draw(rows(40, interaction_id=talk, contact_id=who))
        tables["interaction_topic"] = draw(rows(4, interaction_id=talk, topic=st.sampled_from(TOPICS)))
        for row in tables["promise"]:
            row["interaction_id"] = draw(st.none() | talk)
        for row in talks:
            row["fulfilled_by"] = draw(st.none() | talk) if row["planned"] else None
    if goals:
        goal = st.integers(1, len(goals))
        tables["goal_contact"] = draw(rows(3, goal_id=goal, contact_id=who))
        tables["goal_topic"] = draw(rows(3, goal_id=goal, topic=st.sampled_from(TOPICS)))
        tables["goal_progress"] = draw(rows(2, goal_id=goal, occurred_on=days))
        if talks:
            tables["interaction_goal"] = draw(rows(2, goal_id=goal, interaction_id=talk))
    for name in ("participant", "contact_role", "goal_contact", "goal_topic", "interaction_topic", "interaction_goal"):
        tables[name] = unique(*tables[name][0], rows=tables[name]) if tables.get(name) else []
    return Network(tables)


def period(start_and_length: tuple[date, int]) -> dict[str, Any]:
    start, length = start_and_length
    return {"from_on": start, "to_on": start + timedelta(days=length)}


# What the schema wants and the rules do not look at.
FILLED: dict[str, Callable[[int], dict[str, Any]]] = {
    "contact": lambda n: {"name": f"Person {n}", "key": f"person {n}", "slug": f"person-{n}"},
    "goal": lambda n: {"title": f"Goal {n}", "key": f"goal {n}"},
    "promise": lambda n: {"text": f"send paper {n}"},
    "feedback": lambda n: {"direction": "received", "occurred_on": TODAY},
    "goal_progress": lambda n: {"text": "a step"},
}


def write(step: Step, network: Network) -> None:
    """Write the rows; a row's number becomes the id that it got. Plans are fulfilled once everything is there."""
    ids: dict[str, list[int]] = {}
    for table, wanted in network.tables.items():
        for number, row in enumerate(wanted, 1):
            values = {name: row_id(ids, name, value) for name, value in row.items() if name != "fulfilled_by"}
            filled = FILLED[table](number) if table in FILLED else {}
            ids.setdefault(table, []).append(insert(step, table, **(filled | values)))
    for number, row in enumerate(network.tables.get("interaction", [])):
        if row["fulfilled_by"]:
            held = ids["interaction"][row["fulfilled_by"] - 1]
            update(step, "interaction", ids["interaction"][number], fulfilled_by=held)


def row_id(ids: dict[str, list[int]], name: str, value: Any) -> Any:
    """The id of the row that a number in a column such as `contact_id` names; any other value as it is."""
    return ids[name.removesuffix("_id")][value - 1] if name.endswith("_id") and value is not None else value


# --- the slow, obvious way --------------------------------------------------------------------------------------

Raw = dict[str, Any]


def read_slowly(db: sqlite3.Connection, today: date) -> Facts:
    """The facts of the whole network, table by table, in plain Python: nobody left out, no index, no figure."""
    tables = {name: everything(db, name) for name in TABLES}
    return Facts(
        people=tuple(slow_person(row, tables, today) for row in tables["contact"]),
        promises=tuple(slow_promise(row, tables) for row in tables["promise"] if row["status"] in PROMISE_OWED),
        goals=tuple(slow_goal(row, tables, today) for row in tables["goal"] if row["status"] == "active"),
        away=tuple(Away(day(row["from_on"]), day(row["to_on"])) for row in tables["away"]),
        dealt_with=frozenset(slow_dealt_with(tables, today)),
    )  # fmt: skip


TABLES = (
    "contact", "contact_role", "mentor_agreement", "interaction", "participant", "interaction_topic",
    "interaction_goal", "promise", "goal", "goal_contact", "goal_topic", "goal_progress", "feedback", "away",
)  # fmt: skip


def everything(db: sqlite3.Connection, table: str) -> list[Raw]:
    cursor = db.execute(f"SELECT * FROM {table} ORDER BY id")
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]


def day(text: str) -> date:
    return date.fromisoformat(text)


def maybe_day(text: str | None) -> date | None:
    return None if text is None else day(text)


def talks_of(contact: int, tables: dict[str, list[Raw]]) -> list[Raw]:
    ids = {row["interaction_id"] for row in tables["participant"] if row["contact_id"] == contact}
    return [row for row in tables["interaction"] if row["id"] in ids]


def slow_person(row: Raw, tables: dict[str, list[Raw]], today: date) -> Person:
    talks = talks_of(row["id"], tables)
    counted = sorted({
        day(talk["occurred_on"]) for talk in talks
        if not talk["planned"] and (talk["depth"] is None or talk["depth"] >= 2) and day(talk["occurred_on"]) <= today
    })  # fmt: skip
    gaps = sorted([(later - earlier).days for earlier, later in itertools.pairwise(counted)][-6:])
    half = len(gaps) // 2
    plans = [
        day(talk["occurred_on"]) for talk in talks
        if talk["planned"] and talk["fulfilled_by"] is None and day(talk["occurred_on"]) >= today
    ]  # fmt: skip
    agreements = [
        each["every_days"] for each in tables["mentor_agreement"]
        if each["contact_id"] == row["id"] and each["ended_on"] is None
    ]  # fmt: skip
    return Person(
        row["id"], row["uid"], row["name"], row["slug"], day(row["created_on"]), row["status"], row["circle"],
        tuple(each["role"] for each in tables["contact_role"] if each["contact_id"] == row["id"]),
        row["every_days"], agreements[-1] if agreements else None,
        counted[-1] if counted else None, counted[0] if counted else None, len(counted),
        (gaps[half] * 2 if len(gaps) % 2 else gaps[half - 1] + gaps[half]) if gaps else None,
        maybe_day(row["clock_from"]), maybe_day(row["first_due"]), maybe_day(row["snooze_until"]),
        min(plans, default=None),
    )  # fmt: skip


def slow_promise(row: Raw, tables: dict[str, list[Raw]]) -> Promise:
    made = [talk["occurred_on"] for talk in tables["interaction"] if talk["id"] == row["interaction_id"]]
    made_on = day(made[0] if made else row["created_on"])
    return Promise(row["id"], row["contact_id"], row["owed_by"], row["text"], made_on, maybe_day(row["due_on"]))


def slow_goal(row: Raw, tables: dict[str, list[Raw]], today: date) -> Goal:
    topics = {each["topic"] for each in tables["goal_topic"] if each["goal_id"] == row["id"]}
    talks = {each["interaction_id"] for each in tables["interaction_goal"] if each["goal_id"] == row["id"]}
    talks |= {each["interaction_id"] for each in tables["interaction_topic"] if each["topic"] in topics}
    touched = [each["occurred_on"] for each in tables["goal_progress"] if each["goal_id"] == row["id"]]
    touched += [each["occurred_on"] for each in tables["interaction"] if each["id"] in talks and not each["planned"]]
    touched += [row["reviewed_on"]] if row["reviewed_on"] else []
    past = [day(text) for text in touched if day(text) <= today]
    helping = [each["contact_id"] for each in tables["goal_contact"] if each["goal_id"] == row["id"]]
    names = {each["id"]: each["name"] for each in tables["contact"] if each["status"] != "archived"}
    return Goal(
        row["id"], row["uid"], row["title"], day(row["created_on"]), row["every_days"], max(past, default=None),
        maybe_day(row["target_on"]), maybe_day(row["snooze_until"]), tuple(names[id] for id in helping if id in names),
    )  # fmt: skip


def slow_dealt_with(tables: dict[str, list[Raw]], today: date) -> set[int]:
    now = today.isoformat()
    talks = {
        row["id"] for row in tables["interaction"]
        if row["occurred_on"] == row["created_on"] == now and not row["planned"] and row["imported_from"] is None
    }  # fmt: skip
    found = {row["contact_id"] for row in tables["participant"] if row["interaction_id"] in talks}
    found |= {row["id"] for row in tables["contact"] if row["snoozed_on"] == now}
    found |= {row["contact_id"] for row in tables["promise"] if row["closed_on"] == now}
    found |= {
        row["contact_id"] for row in tables["promise"]
        if row["status"] in PROMISE_OWED and row["renegotiated_on"] == now
    }  # fmt: skip
    return found | {row["contact_id"] for row in tables["feedback"] if row["closed_on"] == now}
