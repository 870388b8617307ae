"""Wild little networks written into a store, and the same facts read from it the slow, obvious way."""

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from lnet.domain.facts import Away, Dormant, Facts, Feedback, Goal, Meeting, Occasion, Person, Planned, Promise
from lnet.domain.occasions import birthday_in
from lnet.domain.vocabulary import PROMISE_OWED
from lnet.store.journal import Step
from lnet.store.write.rows import insert, update
from tests.conftest import TODAY
from tests.domain import networks as domain

# Days on both sides of every threshold, few enough for several people to meet on one.
DAYS_AGO = (
    -60, -30, -22, -21, -14, -10, -7, -3, -2, -1, 0, 1, 2, 3, 5, 7, 8, 10, 13, 14, 15, 20, 24, 29, 30, 31, 45, 60, 89,
    90, 91, 104, 119, 120, 121, 150, 180, 270, 300, 400, 735, 1100, 1300,
)  # fmt: skip
DAYS = tuple(TODAY - timedelta(days=number) for number in DAYS_AGO)
days = st.sampled_from(DAYS)
LONG_AGO = date(2020, 1, 1)
TOPICS = ("sql", "rust", "writing")
FIELDS = (None, None, "Biology", "biology ", "law")
BIRTHDAYS = ("--06-15", "1990-06-12", "1988-06-22", "--06-23", "--06-11", "2000-02-29", "--12-31", "--01-02")
Raw = dict[str, Any]
MESSAGES = ("email", "chat", "call", "video")


@dataclass(frozen=True)
class Network:
    """Rows to be written: table by table, each row an object of its columns; numbers name the n-th row of a table."""

    tables: dict[str, list[dict[str, Any]]]


def unique(table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without those whose links are there already."""
    columns = [name for name in rows[0] if name != "follow_up"] if rows else []
    return list({tuple(row[column] for column in columns): row for row in rows}.values())


UNIQUE = (
    "participant", "contact_role", "contact_topic", "goal_contact", "goal_topic", "interaction_topic",
    "interaction_goal", "attendance",
)  # fmt: skip


class Drawn(domain.Drawn):
    """The choices for one row; it may point at any of the rows that there are."""

    def __init__(self, seed: str, sizes: dict[str, int]) -> None:
        super().__init__(seed, DAYS)
        self.sizes = sizes

    def row(self, table: str) -> int | None:
        """The number of a row of a table, often one of the first, on which much comes together; None if it has none."""
        most = self.sizes.get(table, 0)
        return self.chance.randint(1, self.of(most, min(most, 3))) if most else None


def contact_row(one: Drawn) -> Raw:
    return {
        "created_on": one.of(LONG_AGO, LONG_AGO, one.day()),
        "status": one.of(*["active"] * 8, "paused", "quiet", "archived"),
        "circle": one.of(None, None, "inner", "close", "close", "active", "wide"),
        "every_days": one.of(*[None] * 5, 0, 1, 21, 30, 400), "clock_from": one.seldom(), "first_due": one.maybe(),
        "snooze_until": one.seldom(), "snoozed_on": one.of(*[None] * 8, one.day()),
        "imported_from": one.of(None, None, "vcard"), "field": one.of(*FIELDS), "organisation": one.of(*FIELDS),
        "birthday": one.of(None, one.of(*BIRTHDAYS)),
    }  # fmt: skip


def interaction_row(one: Drawn) -> Raw:
    planned = one.of(0, 0, 0, 0, 1)
    return {
        "occurred_on": one.of(one.day(), TODAY + timedelta(days=one.of(-8, -7, -1, 0, 1, 2))) if planned else one.day(),
        "depth": one.of(None, None, 1, 2, 4), "planned": planned,
        "imported_from": one.of(None, None, "mbox"), "created_on": one.of(TODAY, one.day()),
        "direction": one.of("mutual", "mutual", "outbound", "outbound", "outbound", "inbound"),
        "channel": one.of("in_person", "event", "email", "call"), "community_id": one.of(None, None, 1),
        "fulfilled_by": one.of(None, None, one.row("interaction")) if planned else None,
    }  # fmt: skip


def promise_row(one: Drawn) -> Raw:
    return {
        "contact_id": one.row("contact"), "owed_by": one.of("me", "them"), "due_on": one.maybe(),
        "created_on": one.day(), "status": one.of("open", "open", "open", "renegotiated", "kept", "released"),
        "closed_on": one.of(None, one.of(TODAY, one.day())), "renegotiated_on": one.of(None, one.of(TODAY, one.day())),
        "interaction_id": one.of(None, None, one.row("interaction")),
    }  # fmt: skip


def feedback_row(one: Drawn) -> Raw:
    return {
        "contact_id": one.row("contact"), "closed_on": one.seldom(), "act_by": one.maybe(), "occurred_on": one.day(),
        "direction": one.of("received", "requested", "given"), "loop": one.of("open", "open", "open", "acted", "told"),
    }  # fmt: skip


def goal_row(one: Drawn) -> Raw:
    return {
        "created_on": one.day(), "status": one.of("active", "active", "paused"), "every_days": one.of(7, 14),
        "target_on": one.maybe(), "reviewed_on": one.maybe(), "snooze_until": one.seldom(),
    }  # fmt: skip


def away_row(one: Drawn) -> Raw:
    start = one.day()
    return {"from_on": start, "to_on": start + timedelta(days=one.chance.randint(0, 40))}


def mentor_row(one: Drawn) -> Raw:
    return {
        "contact_id": one.row("contact"), "every_days": one.of(14, 30), "ended_on": one.seldom(),
        "review_on": one.maybe(),
    }  # fmt: skip


def pair(first: str, second: str, **more: Any) -> Callable[[Drawn], Raw]:
    """A link between two rows."""
    return lambda one: (
        {f"{first}_id": one.row(first), f"{second}_id": one.row(second)}
        | {name: one.of(*values) for name, values in more.items()}
    )


def topic(table: str) -> Callable[[Drawn], Raw]:
    """A topic of a row."""
    return lambda one: {f"{table}_id": one.row(table), "topic": one.of(*TOPICS)}


# How many rows of each table at most, and what they may hold; a row that must point at another is left out without one.
MADE: dict[str, tuple[int, Callable[[Drawn], Raw]]] = {
    "community": (1, lambda one: {"renews_on": one.maybe(), "created_on": TODAY}),
    "project": (2, lambda one: {"due_on": one.maybe(), "status": one.of("active", "closed")}),
    "contact": (14, contact_row), "interaction": (24, interaction_row), "goal": (3, goal_row),
    "event": (2, lambda one: {"starts_on": one.maybe(), "ends_on": one.maybe(), "created_on": one.day()}),
    "contact_role": (4, lambda one: {
        "contact_id": one.row("contact"), "role": one.of("mentor", "peer", "expert", "expert"),
    }),
    "contact_topic": (8, topic("contact")), "mentor_agreement": (2, mentor_row),
    "drift_answer": (3, lambda one: {"contact_id": one.row("contact"), "answered_on": one.day()}),
    "resource": (1, lambda one: {}),
    "share": (2, lambda one: {"contact_id": one.row("contact"), "direction": one.of("given", "received")}),
    "promise": (6, promise_row), "feedback": (4, feedback_row), "away": (2, away_row),
    "attendance": (6, pair("event", "contact", follow_up=(1, 1, 0))),
    "participant": (40, pair("interaction", "contact")),
    "insight": (3, lambda one: {
        "contact_id": one.of(None, one.row("contact")), "interaction_id": one.of(None, one.row("interaction")),
        "learned_on": one.day(),
    }),
    "interaction_topic": (4, topic("interaction")), "goal_contact": (3, pair("goal", "contact")),
    "goal_topic": (4, topic("goal")),
    "goal_progress": (2, lambda one: {"goal_id": one.row("goal"), "occurred_on": one.day()}),
    "interaction_goal": (2, pair("goal", "interaction")),
}  # fmt: skip
MAY_POINT_NOWHERE = {("interaction", "community_id"), ("promise", "interaction_id"), ("insight", "contact_id"),
                     ("insight", "interaction_id")}  # fmt: skip


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to fourteen people with all that the reminder rules look at, and all that must not matter to them."""
    sizes = {table: draw(st.integers(0, most)) for table, (most, _) in MADE.items()} | {"community": 1, "resource": 1}
    seed = draw(st.integers(0, 2**32))
    tables = {}
    for table, size in sizes.items():
        made = [MADE[table][1](Drawn(f"{seed} {table} {place}", sizes)) for place in range(size)]
        whole = [row for row in made if points_somewhere(table, row)]
        tables[table] = unique(table, whole) if table in UNIQUE else whole
    add_silences(tables, Drawn(f"{seed} silences", sizes))
    return Network(tables)


# Two messages of mine, so many days ago, with which a rest begins or ends, or does not.
SILENCES = ((187, 180), (190, 179), (17, 10), (16, 10), (40, 33), (37, 30), (38, 31), (98, 91), (7, 0), (12, 12))


def add_silences(tables: dict[str, list[Raw]], one: Drawn) -> None:
    """Let up to three people not have answered to messages of mine."""
    for _ in range(one.of(0, 1, 2, 3) if tables["contact"] else 0):
        who = one.row("contact")
        for days in one.of(*SILENCES):
            sent = {"occurred_on": TODAY - timedelta(days=days), "planned": 0, "fulfilled_by": None}
            tables["interaction"].append(interaction_row(one) | sent | {"direction": "outbound"})
            tables["participant"].append({"interaction_id": len(tables["interaction"]), "contact_id": who})


def points_somewhere(table: str, row: Raw) -> bool:
    """Whether every row that a row must point at is there."""
    return all(
        value is not None or not name.endswith("_id") or (table, name) in MAY_POINT_NOWHERE
        for name, value in row.items()
    )  # fmt: skip


# What the schema wants and the rules do not look at.
FILLED: dict[str, Callable[[int], dict[str, Any]]] = {
    "contact": lambda n: {"name": f"Person {n}", "key": f"person {n}", "slug": f"person-{n}"},
    "goal": lambda n: {"title": f"Goal {n}", "key": f"goal {n}"},
    "promise": lambda n: {"text": f"send paper {n}"},
    "event": lambda n: {"name": f"Event {n}", "key": f"event {n}"},
    "community": lambda n: {"name": f"Community {n}", "key": f"community {n}"},
    "project": lambda n: {"title": f"Project {n}", "key": f"project {n}"},
    "resource": lambda n: {"title": f"Book {n}", "key": f"book {n}"},
    "share": lambda n: {"resource_id": 1, "occurred_on": TODAY},
    "insight": lambda n: {"text": f"an insight {n}"},
    "drift_answer": lambda n: {"answer": "keep"},
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
        if row.get("fulfilled_by"):
            held = ids["interaction"][row["fulfilled_by"] - 1]
            update(step, "interaction", ids["interaction"][number], fulfilled_by=held)


def row_id(ids: dict[str, list[int]], name: str, value: Any) -> Any:
    """The id of the row that a number in a column such as `contact_id` names; any other value as it is."""
    return ids[name.removesuffix("_id")][value - 1] if name.endswith("_id") and value is not None else value


# --- the slow, obvious way --------------------------------------------------------------------------------------


def read_slowly(db: sqlite3.Connection, today: date) -> Facts:
    """The facts of the whole network, table by table, in plain Python: nobody left out, no index, no figure."""
    tables = {name: everything(db, name) for name in TABLES}
    return Facts(
        people=tuple(slow_person(row, tables, today) for row in tables["contact"]),
        promises=tuple(slow_promise(row, tables) for row in tables["promise"] if row["status"] in PROMISE_OWED),
        planned=tuple(slow_plans(tables)),
        meetings=tuple(slow_meetings(tables, today)),
        feedback=tuple(slow_feedback(row) for row in tables["feedback"] if row["loop"] in ("open", "acted")),
        dormant=tuple(slow_dormant(row, tables, today) for row in tables["contact"]),
        occasions=tuple(slow_occasions(tables, today)),
        goals=tuple(slow_goal(row, tables, today) for row in tables["goal"] if row["status"] == "active"),
        away=tuple(Away(day(row["from_on"]), day(row["to_on"])) for row in tables["away"]),
        dealt_with=frozenset(slow_dealt_with(tables, today)),
    )  # fmt: skip


TABLES = (
    "contact", "contact_role", "mentor_agreement", "interaction", "participant", "interaction_topic",
    "interaction_goal", "promise", "goal", "goal_contact", "goal_topic", "goal_progress", "feedback", "away", "event",
    "attendance", "drift_answer", "contact_topic", "insight", "share", "community", "project",
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
        min(plans, default=None), *slow_sent(talks, today),
        max((
            day(each["answered_on"]) for each in tables["drift_answer"]
            if each["contact_id"] == row["id"] and day(each["answered_on"]) <= today
        ), default=None),
    )  # fmt: skip


def slow_sent(talks: list[Raw], today: date) -> tuple[date | None, date | None]:
    """The first and the last of my messages behind everything that came from them, in the order of days and ids."""
    unanswered: list[date] = []
    for talk in sorted(talks, key=lambda talk: (talk["occurred_on"], talk["id"])):
        if talk["planned"] or day(talk["occurred_on"]) > today:
            continue
        if talk["direction"] != "outbound":
            unanswered = []
        elif talk["depth"] is None or talk["depth"] >= 2:
            unanswered.append(day(talk["occurred_on"]))
    return (unanswered[0], unanswered[-1]) if unanswered else (None, None)


def slow_plans(tables: dict[str, list[Raw]]) -> Iterator[Planned]:
    for talk in tables["interaction"]:
        for each in tables["participant"]:
            if each["interaction_id"] == talk["id"] and talk["planned"] and talk["fulfilled_by"] is None:
                on = day(talk["occurred_on"])
                yield Planned(talk["id"], each["contact_id"], on, talk["time"], talk["summary"])


def slow_meetings(tables: dict[str, list[Raw]], today: date) -> Iterator[Meeting]:
    for each in tables["attendance"]:
        event = next(event for event in tables["event"] if event["id"] == each["event_id"])
        first = day(event["starts_on"] or event["ends_on"] or event["created_on"])
        last = day(event["ends_on"] or event["starts_on"] or event["created_on"])
        if each["follow_up"] and not any(
            follows_up(talk, first, last, today) for talk in talks_of(each["contact_id"], tables)
        ):
            yield Meeting(event["id"], each["contact_id"], event["name"], last)


def follows_up(talk: Raw, first: date, last: date, today: date) -> bool:
    on = day(talk["occurred_on"])
    if talk["planned"] or on > today or (talk["depth"] is not None and talk["depth"] < 2):
        return False
    return on > last or (on >= first and talk["channel"] in MESSAGES)


def slow_feedback(row: Raw) -> Feedback:
    text = row["action"] or row["text"] or row["behaviour"] or row["situation"] or ""
    on = day(row["occurred_on"])
    return Feedback(row["id"], row["contact_id"], row["direction"], row["loop"], on, maybe_day(row["act_by"]), text)


def slow_dormant(row: Raw, tables: dict[str, list[Raw]], today: date) -> Dormant:
    topics = {each["topic"] for each in tables["contact_topic"] if each["contact_id"] == row["id"]}
    goals = {goal["id"]: goal["title"] for goal in tables["goal"] if goal["status"] == "active"}
    shared = sorted(
        (each["goal_id"], each["topic"]) for each in tables["goal_topic"]
        if each["goal_id"] in goals and each["topic"] in topics
    )  # fmt: skip
    topic, goal = (shared[0][1], goals[shared[0][0]]) if shared else ("", "")
    return Dormant(row["id"], topic, goal, slow_help(row["id"], tables), slow_new(row, tables, today))


def slow_help(contact: int, tables: dict[str, list[Raw]]) -> str:
    if any(each["contact_id"] == contact for each in tables["insight"]):
        return "you learned from them"
    if any(each["contact_id"] == contact and each["direction"] == "received" for each in tables["share"]):
        return "they shared something with you"
    if any(each["contact_id"] == contact and each["direction"] == "received" for each in tables["feedback"]):
        return "their feedback helped you"
    return ""


def slow_new(row: Raw, tables: dict[str, list[Raw]], today: date) -> str:
    lately = [
        each for each in tables["contact"]
        if (last := slow_person(each, tables, today).last_on) is not None and (today - last).days <= 90
    ]  # fmt: skip
    for column in ("field", "organisation"):
        there = {(each[column] or "").strip().casefold() for each in lately}
        if row[column] and row[column].strip().casefold() not in there:
            return str(row[column])
    return ""


def slow_occasions(tables: dict[str, list[Raw]], today: date) -> Iterator[Occasion]:
    yield from slow_days_of_people(tables, today)
    yield from slow_deadlines(tables, today)
    for row in tables["community"]:
        if row["renews_on"]:
            people, insights = slow_gain(row["id"], tables, today)
            ref = f"c{row['id']}"
            yield Occasion("renewal", day(row["renews_on"]), row["name"], ref, people=people, insights=insights)


def slow_days_of_people(tables: dict[str, list[Raw]], today: date) -> Iterator[Occasion]:
    heard = {row["id"]: row for row in tables["contact"] if is_heard(row, today)}
    for row in heard.values():
        if row["birthday"] and not in_address_book(row, tables):
            born = row["birthday"]
            since = None if born.startswith("-") else int(born[:4])
            for year in (today.year - 1, today.year, today.year + 1):
                yield Occasion("birthday", birthday_in(born[-5:], year), row["name"], since=since)
    for row in tables["mentor_agreement"]:
        if row["contact_id"] in heard and row["ended_on"] is None and row["review_on"]:
            yield Occasion("mentor_review", day(row["review_on"]), heard[row["contact_id"]]["name"])


def slow_deadlines(tables: dict[str, list[Raw]], today: date) -> Iterator[Occasion]:
    for row in tables["goal"]:
        if row["status"] == "active" and row["target_on"] and not is_snoozed(row, today):
            yield Occasion("deadline", day(row["target_on"]), row["title"], f"g{row['id']}")
    for row in tables["project"]:
        if row["status"] == "active" and row["due_on"]:
            yield Occasion("deadline", day(row["due_on"]), row["title"], f"j{row['id']}")


def is_heard(row: Raw, today: date) -> bool:
    return row["status"] in ("active", "paused") and not is_snoozed(row, today)


def is_snoozed(row: Raw, today: date) -> bool:
    return row["snooze_until"] is not None and day(row["snooze_until"]) > today


def in_address_book(row: Raw, tables: dict[str, list[Raw]]) -> bool:
    links = (
        "participant", "promise", "goal_contact", "feedback", "insight", "share", "attendance", "mentor_agreement",
    )  # fmt: skip
    linked = any(each["contact_id"] == row["id"] for table in links for each in tables[table])
    return row["imported_from"] is not None and not row["circle"] and row["every_days"] is None and not linked


def slow_gain(community: int, tables: dict[str, list[Raw]], today: date) -> tuple[int, int]:
    """How many people I talked to there in a year, and how many insights that gave."""
    talks = {
        talk["id"] for talk in tables["interaction"]
        if talk["community_id"] == community and 0 <= (today - day(talk["occurred_on"])).days <= 365
    }  # fmt: skip
    held = talks - {talk["id"] for talk in tables["interaction"] if talk["planned"]}
    people = {each["contact_id"] for each in tables["participant"] if each["interaction_id"] in held}
    return len(people), sum(each["interaction_id"] in held for each in tables["insight"])


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
    held = {row["fulfilled_by"] for row in tables["interaction"]}
    talks |= {
        row["id"] for row in tables["interaction"]
        if row["id"] in held and row["created_on"] == now and row["imported_from"] is None
    }  # fmt: skip
    found = {row["contact_id"] for row in tables["participant"] if row["interaction_id"] in talks}
    found |= {row["id"] for row in tables["contact"] if row["snoozed_on"] == now}
    found |= {row["contact_id"] for row in tables["promise"] if row["closed_on"] == now}
    found |= {
        row["contact_id"] for row in tables["promise"]
        if row["status"] in PROMISE_OWED and row["renegotiated_on"] == now
    }  # fmt: skip
    return found | {row["contact_id"] for row in tables["feedback"] if row["closed_on"] == now}
