"""Networks of any size for measuring, made from a seed: skewed as real ones are, and built in bulk.

Run as `python -m tests.bench.network PEOPLE CONVERSATIONS SEED FILE`, in a process of its own, so that the memory it
takes is not counted for anybody else.
"""

import random
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from lnet.domain.names import key, slug
from lnet.store import connect, derived
from tests.bench import words

TODAY = date(2026, 6, 15)
DAYS = 3650
ADDRESS_BOOK = 0.2
ACTIVE_GOALS = 10
TALKED_WITH = ("Ada Lovelace", "Grace Hopper")  # whom the measured commands name; among the first, so often met
# Who is how close: the first of the people, as fractions of all.
CIRCLES = ((0.005, "inner"), (0.03, "close"), (0.13, "active"), (0.4, "wide"))
WRITTEN = ("outbound", "outbound", "mutual", "inbound")
CHANNELS = ("in_person", "video", "call", "email", "chat", "forum", "event")

Row = tuple[Any, ...]


def build(path: Path, people: int, conversations: int, seed: int = 1) -> None:
    """Write a network of so many people and conversations to a new store at `path`.

    Rows go in without triggers, then what triggers keep is filled at once: a million conversations take two minutes.
    """
    connect.create(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN")
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f'DROP TRIGGER "{name}"')
    Network(db, people, conversations, seed).write()
    derived.refill(db)
    for _, sql in triggers:
        db.execute(sql)
    db.execute("COMMIT")
    db.execute("PRAGMA journal_mode = TRUNCATE")
    db.close()


class Network:
    """The rows of one network."""

    def __init__(self, db: sqlite3.Connection, people: int, conversations: int, seed: int) -> None:
        self.db = db
        self.people = people
        self.conversations = conversations
        self.met = max(2, round(people * (1 - ADDRESS_BOOK)))  # the address book comes last
        self.random = random.Random(seed)
        self.count = count(1)  # a uid is dear to make, a number is not

    def write(self) -> None:
        """Every table that the everyday commands read."""
        self.insert("step", "day, kind, command", [(TODAY.isoformat(), "do", "bench")])
        self.insert("contact", CONTACT, self.contacts())
        self.insert("contact_role", LINK.format("contact_id, role"), self.roles())
        self.insert("contact_topic", LINK.format("contact_id, topic"), self.links("topic"))
        self.insert("method", LINK.format('contact_id, kind, value, "key"'), self.methods())
        self.insert("interaction", INTERACTION, self.interactions())
        self.insert("participant", LINK.format("interaction_id, contact_id"), self.participants())
        self.insert("interaction_topic", LINK.format("interaction_id, topic"), self.interaction_topics())
        self.insert("interaction", LINK.format("id, occurred_on, channel, planned, summary"), self.plans())
        self.insert("participant", LINK.format("interaction_id, contact_id"), self.plan_participants())
        self.insert("promise", PROMISE, self.promises())
        self.insert("feedback", LINK.format("contact_id, direction, text, loop, occurred_on"), self.feedback())
        self.insert("event", LINK.format('id, name, "key", starts_on, ends_on'), self.events())
        self.insert("attendance", LINK.format("event_id, contact_id, follow_up"), self.attendances())
        self.insert("mentor_agreement", LINK.format("contact_id, every_days, review_on"), self.agreements())
        self.insert("insight", LINK.format("text, contact_id, kind, learned_on"), self.insights())
        self.insert("goal", LINK.format('title, "key", every_days, status'), self.goals())
        self.insert("goal_topic", LINK.format("goal_id, topic"), self.goal_topics())
        self.insert("goal_contact", LINK.format("goal_id, contact_id"), self.goal_contacts())

    def insert(self, table: str, columns: str, rows: Iterable[Row]) -> None:
        """Rows whose last value is the day they were recorded."""
        marks = ", ".join("?" * (columns.count(",") + 2))
        named = (("{:08x}-0000-7000-8000-{:012x}".format(*divmod(next(self.count), 1 << 20)), *row) for row in rows)
        self.db.executemany(f"INSERT OR IGNORE INTO {table} (uid, {columns}) VALUES ({marks})", named)

    # --- days and people, skewed --------------------------------------------------------------------------------

    def day(self, power: float = 1.5) -> str:
        """A day of the last ten years, rather a late one."""
        return (TODAY - timedelta(days=1 + int(DAYS * self.random.random() ** power))).isoformat()

    def somebody(self) -> int:
        """The id of somebody met: the first ones far more often than the last."""
        return 1 + int(self.met * self.random.random() ** 3)

    def sentence(self, length: int) -> str:
        text = " ".join(self.random.choices(words.WORDS, k=length))
        return f"{text} {words.RARE}" if self.random.random() < 0.002 else text

    # --- rows ---------------------------------------------------------------------------------------------------

    def contacts(self) -> Iterator[Row]:
        taken: dict[str, int] = {}
        for number in range(self.people):
            name = TALKED_WITH[number - 2] if 2 <= number < 2 + len(TALKED_WITH) else self.name()
            wanted = slug(name) or f"c{number + 1}"
            count = taken[wanted] = taken.get(wanted, 0) + 1
            known = number < self.met
            circle = self.circle(number) if known else None
            created = (TODAY - timedelta(days=DAYS)).isoformat()
            yield (
                number + 1, name, key(name), wanted if count == 1 else f"{wanted}-{count}", circle,
                self.random.choice(words.ORGANISATIONS), self.random.choice(words.FIELDS),
                None if known else "linkedin", self.birthday() if circle not in (None, "wide") else None, created,
            )  # fmt: skip

    def birthday(self) -> str | None:
        """Known of one in four, every other without the year."""
        day = f"{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        return self.random.choice((f"--{day}", f"{self.random.randint(1950, 2000)}-{day}", *[None] * 6))

    def circle(self, number: int) -> str | None:
        return next((name for part, name in CIRCLES if number < max(3, part * self.people)), None)

    def name(self) -> str:
        given, family = self.random.choice(words.GIVEN), self.random.choice(words.FAMILY)
        middle = f" {self.random.choice(words.GIVEN)}" if self.random.random() < 0.3 else ""
        return f"{given}{middle} {family}"

    def roles(self) -> Iterator[Row]:
        for id in range(1, self.met + 1):
            role = "mentor" if id <= 3 else self.random.choice(("peer", "collaborator", "expert", "community_member"))
            yield id, role, TODAY.isoformat()

    def links(self, what: str) -> Iterator[Row]:
        for id in range(1, self.met + 1):
            for _ in range(self.random.choice((0, 1, 1, 2))):
                yield id, self.topic(), TODAY.isoformat()

    def topic(self) -> str:
        return str(words.TOPICS[int(len(words.TOPICS) * self.random.random() ** 2)])

    def methods(self) -> Iterator[Row]:
        for id in range(1, self.people + 1):
            url = f"https://www.linkedin.com/in/person-{id}"
            yield id, "url", url, url.removeprefix("https://www."), TODAY.isoformat()
            if self.random.random() < 0.5:
                yield id, "email", f"person{id}@example.org", f"person{id}@example.org", TODAY.isoformat()

    def interactions(self) -> Iterator[Row]:
        days = sorted(self.day() for _ in range(self.conversations))
        for number, day in enumerate(days):
            depth = 1 if self.random.random() < 0.05 else None
            channel = self.random.choice(CHANNELS)
            direction = self.random.choice(WRITTEN) if channel in ("email", "chat") else "mutual"
            yield number + 1, day, channel, direction, depth, self.sentence(self.random.randint(5, 14)), day

    def participants(self) -> Iterator[Row]:
        for id in range(1, self.conversations + 1):
            for _ in range(self.random.choices((1, 2, 3, 7), (70, 20, 8, 2))[0]):
                yield id, self.somebody(), TODAY.isoformat()

    def interaction_topics(self) -> Iterator[Row]:
        for id in range(1, self.conversations + 1):
            for _ in range(self.random.choice((0, 1, 1, 2))):
                yield id, self.topic(), TODAY.isoformat()

    def promises(self) -> Iterator[Row]:
        """One for each ten conversations; nearly all kept, a dozen open, two of them late."""
        for number in range(self.conversations // 10):
            day, open_ = self.day(), number < 12
            due = (TODAY + timedelta(days=3 * number - 6)).isoformat() if open_ else day
            who, side = self.somebody(), self.random.choice(("me", "me", "them"))
            yield who, side, self.sentence(5), due, "open" if open_ else "kept", None if open_ else day, day

    def insights(self) -> Iterator[Row]:
        for _ in range(self.conversations // 20):
            day = self.day()
            yield self.sentence(9), self.somebody(), self.random.choice(("idea", "practice", "trend", "fact")), day, day

    def feedback(self) -> Iterator[Row]:
        """One for each hundred conversations; nearly all closed, two of each direction open."""
        for number in range(self.conversations // 100):
            direction = ("received", "requested", "given")[number % 3]
            day = (TODAY - timedelta(days=15)).isoformat() if number < 6 else self.day()
            yield self.somebody(), direction, self.sentence(6), "open" if number < 6 else "told", day, day

    def events(self) -> Iterator[Row]:
        for number in range(max(3, self.people // 200)):
            day = (TODAY - timedelta(days=2)).isoformat() if number == 0 else self.day()
            yield number + 1, f"Conference {number}", f"conference {number}", day, day, day

    def attendances(self) -> Iterator[Row]:
        """Five met at each event, two of them flagged."""
        for event in range(1, max(3, self.people // 200) + 1):
            for number in range(5):
                yield event, self.somebody(), int(number < 2), TODAY.isoformat()

    def agreements(self) -> Iterator[Row]:
        for id in range(1, 4):
            yield id, 30, (TODAY + timedelta(days=10 * id)).isoformat(), TODAY.isoformat()

    def plans(self) -> Iterator[Row]:
        """A dozen conversations planned around today, numbered behind those that were held."""
        for number in range(12):
            day = (TODAY + timedelta(days=2 * number - 4)).isoformat()
            yield self.conversations + number + 1, day, "call", 1, self.sentence(5), TODAY.isoformat()

    def plan_participants(self) -> Iterator[Row]:
        """Not those whom the measured commands name: a plan that comes true is work of its own."""
        for number in range(12):
            yield self.conversations + number + 1, 3 + len(TALKED_WITH) + self.somebody() % 50, TODAY.isoformat()

    def goals(self) -> Iterator[Row]:
        for number in range(ACTIVE_GOALS + 10):
            title = f"Learn {words.TOPICS[number]}"
            status = "active" if number < ACTIVE_GOALS else "achieved"
            yield title, key(title), 14, status, (TODAY - timedelta(days=200)).isoformat()

    def goal_topics(self) -> Iterator[Row]:
        """The goals are about the rarer topics, so that some are stale."""
        for number in range(ACTIVE_GOALS + 10):
            yield number + 1, words.TOPICS[-1 - number], TODAY.isoformat()

    def goal_contacts(self) -> Iterator[Row]:
        for number in range(ACTIVE_GOALS):
            yield number + 1, self.somebody(), TODAY.isoformat()


CONTACT = 'id, name, "key", slug, circle, organisation, field, imported_from, birthday, created_on'
LINK = "{}, created_on"
INTERACTION = "id, occurred_on, channel, direction, depth, summary, created_on"
PROMISE = "contact_id, owed_by, text, due_on, status, closed_on, created_on"

if __name__ == "__main__":
    build(Path(sys.argv[4]), int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
