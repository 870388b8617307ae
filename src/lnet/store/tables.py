"""The one description of the data: SQLModel tables, from which `schema.sql` and the journal triggers are generated.

Every table is STRICT and AUTOINCREMENT (an id never comes back). A calendar day is ISO text, checked to be a real day;
a timestamp is UTC; a list or an object is JSON text; a truth is 0 or 1. Enumerations are named CHECK constraints.
Only whole-store work imports this module: everyday commands read views and write plain SQL.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, Integer, Table, Text, TypeDecorator, UniqueConstraint, text
from sqlalchemy.engine import Dialect
from sqlmodel import Field, SQLModel

from lnet.domain import vocabulary as words

NOW = "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"
# A UUID version 7 (RFC 9562): 48 bits of milliseconds, then random bits; made by the store, so that a row
# written from any client has one.
UUID7 = (
    "(substr(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), 1, 8) || '-' || "
    "substr(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), 9, 4) || '-7' || "
    "substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || "
    "substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))))"
)


class Day(TypeDecorator[date]):
    """A local calendar day, as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """A truth, as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """A list or an object, as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def one_of(table: str, column: str, allowed: Sequence[str]) -> CheckConstraint:
    """The named constraint that holds `column` to a vocabulary (an optional column may stay empty)."""
    words_of = {"column": column, "words": tuple(allowed)}  # for what is made from the tables
    return CheckConstraint(
        f"{column} IN ({', '.join(repr(word) for word in allowed)})", name=f"{table}_{column}", info=words_of
    )


def days(table: str, *columns: str) -> list[CheckConstraint]:
    """Named constraints: each column is a real day of the calendar, or empty."""
    # The modifier matters: without one SQLite takes 30 February as it stands.
    return [
        CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{table}_{column}_day") for column in columns
    ]


def flags(table: str, *columns: str) -> list[CheckConstraint]:
    """Named constraints: each column is 0 or 1."""
    return [CheckConstraint(f"{column} IN (0, 1)", name=f"{table}_{column}_flag") for column in columns]


def house(*constraints: Any) -> tuple[Any, ...]:
    """Table arguments: the constraints, then what every table of the house is."""
    return (*constraints, {"sqlite_strict": True, "sqlite_autoincrement": True})


def text_field(default: str | None = None) -> Any:
    return Field(default=default, sa_type=Text)


def needed_text(default: str | None = None) -> Any:
    kwargs = {} if default is None else {"server_default": text(f"'{default}'")}
    return Field(default=default, sa_type=Text, nullable=False, sa_column_kwargs=kwargs)


def day_field() -> Any:
    return Field(default=None, sa_type=Day)


def flag_field(default: bool = False) -> Any:
    return Field(
        default=default, sa_type=Flag, nullable=False, sa_column_kwargs={"server_default": text(str(int(default)))}
    )


def json_field(empty: str) -> Any:
    factory = {"[]": list, "{}": dict}[empty]
    return Field(
        default_factory=factory, sa_type=Json, nullable=False, sa_column_kwargs={"server_default": text(f"'{empty}'")}
    )


def link_to(table: str, on_delete: str = "CASCADE", needed: bool = True) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete=on_delete, nullable=not needed, index=False)  # type: ignore[call-overload]  # SQLModel's overloads want a literal


class Row(SQLModel):
    """What every row has: a small id for joins and typing, a uid for exports and undo, and when it was recorded."""

    journalled: ClassVar[bool] = True

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(
        default=None, sa_type=Text, nullable=False, unique=True, sa_column_kwargs={"server_default": text(UUID7)}
    )
    created_on: date = Field(
        default=None,
        sa_type=Day,
        nullable=False,
        sa_column_kwargs={"server_default": text("(date('now', 'localtime'))")},
    )
    created_at: str = Field(default=None, sa_type=Text, nullable=False, sa_column_kwargs={"server_default": text(NOW)})
    updated_at: str = Field(default=None, sa_type=Text, nullable=False, sa_column_kwargs={"server_default": text(NOW)})


# --- people -----------------------------------------------------------------------------------------------------


class Contact(Row, table=True):
    """A person of the network, or of the address book (`imported_from`, until a circle or a conversation)."""

    __table_args__ = house(
        one_of("contact", "circle", words.CIRCLES),
        one_of("contact", "status", words.CONTACT_STATUSES),
        one_of("contact", "share", words.SHARES),
        *days("contact", "met_on", "snooze_until", "snoozed_on", "clock_from", "first_due"),
        CheckConstraint("every_days >= 0", name="contact_every_days"),
        CheckConstraint("name <> ''", name="contact_name"),
        CheckConstraint(
            "birthday IS date(birthday, '+0 days') OR (birthday LIKE '--%' "
            "AND '2000' || substr(birthday, 2) IS date('2000' || substr(birthday, 2), '+0 days'))",
            name="contact_birthday",
        ),
        UniqueConstraint("slug", name="contact_slug"),
        Index("contact_key", "key"),
        Index("contact_in_circle", "circle", sqlite_where=text("circle IS NOT NULL")),
        Index("contact_introduced_by", "introduced_by", sqlite_where=text("introduced_by IS NOT NULL")),
        Index("contact_never", "id", sqlite_where=text("share = 'never'")),
        Index("contact_snooze_until", "snooze_until", sqlite_where=text("snooze_until IS NOT NULL")),
        Index("contact_snoozed_on", "snoozed_on", sqlite_where=text("snoozed_on IS NOT NULL")),
    )
    name: str = needed_text()
    key: str = needed_text()
    slug: str = needed_text()
    aims: list[str] = json_field("[]")
    field: str | None = text_field()
    organisation: str | None = text_field()
    title: str | None = text_field()
    location: str | None = text_field()
    how_met: str | None = text_field()
    met_on: date | None = day_field()
    introduced_by: int | None = link_to("contact", "SET NULL", needed=False)
    circle: str | None = text_field()
    every_days: int | None = None
    status: str = needed_text("active")
    snooze_until: date | None = day_field()
    snoozed_on: date | None = day_field()
    clock_from: date | None = day_field()
    first_due: date | None = day_field()
    birthday: str | None = text_field()
    share: str = needed_text("alias")
    note: str | None = text_field()
    imported_from: str | None = text_field()
    extra: dict[str, Any] = json_field("{}")


class SlugAlias(Row, table=True):
    """A slug that another contact had before a merge: it still finds the one who was kept."""

    __tablename__ = "slug_alias"
    __table_args__ = house(UniqueConstraint("slug", name="slug_alias_slug"), Index("slug_alias_contact", "contact_id"))
    contact_id: int = link_to("contact")
    slug: str = needed_text()


class Nickname(Row, table=True):
    """Another name somebody goes by."""

    __table_args__ = house(UniqueConstraint("contact_id", "key", name="nickname_once"))
    contact_id: int = link_to("contact")
    name: str = needed_text()
    key: str = needed_text()


class ContactRole(Row, table=True):
    """What somebody is to me; several may hold."""

    __tablename__ = "contact_role"
    __table_args__ = house(
        one_of("contact_role", "role", words.ROLES), UniqueConstraint("contact_id", "role", name="contact_role_once")
    )
    contact_id: int = link_to("contact")
    role: str = needed_text()


class ContactTopic(Row, table=True):
    """A topic somebody knows or cares about."""

    __tablename__ = "contact_topic"
    __table_args__ = house(
        UniqueConstraint("contact_id", "topic", name="contact_topic_once"), Index("contact_topic_topic", "topic")
    )
    contact_id: int = link_to("contact")
    topic: str = needed_text()


class Method(Row, table=True):
    """A way to reach somebody; `key` is the form in which two spellings of the same address are equal."""

    __table_args__ = house(
        one_of("method", "kind", words.METHOD_KINDS),
        *flags("method", "is_primary"),
        UniqueConstraint("contact_id", "kind", "key", name="method_once"),
        Index("method_key", "kind", "key"),
    )
    contact_id: int = link_to("contact")
    kind: str = needed_text()
    value: str = needed_text()
    key: str = needed_text()
    label: str | None = text_field()
    is_primary: bool = flag_field()


class Acquaintance(Row, table=True):
    """Two contacts who know each other; stored once, the smaller id first."""

    __table_args__ = house(
        *flags("acquaintance", "introduced_by_me"),
        CheckConstraint("contact_id < other_id", name="acquaintance_order"),
        UniqueConstraint("contact_id", "other_id", name="acquaintance_once"),
        Index("acquaintance_other", "other_id"),
    )
    contact_id: int = link_to("contact")
    other_id: int = link_to("contact")
    introduced_by_me: bool = flag_field()


class DistinctPair(Row, table=True):
    """Two contacts of whom I said that they are two people, however alike; stored once, the smaller id first."""

    __tablename__ = "distinct_pair"
    __table_args__ = house(
        CheckConstraint("contact_id < other_id", name="distinct_pair_order"),
        UniqueConstraint("contact_id", "other_id", name="distinct_pair_once"),
        Index("distinct_pair_other", "other_id"),
    )
    contact_id: int = link_to("contact")
    other_id: int = link_to("contact")


class MentorAgreement(Row, table=True):
    """What was agreed with a mentor: how often, what for, and when to look at it again."""

    __tablename__ = "mentor_agreement"
    __table_args__ = house(
        *days("mentor_agreement", "starts_on", "review_on", "ended_on"),
        CheckConstraint("every_days > 0", name="mentor_agreement_every_days"),
        Index("mentor_agreement_contact", "contact_id"),
    )
    contact_id: int = link_to("contact")
    purpose: str | None = text_field()
    every_days: int = Field(default=30, nullable=False, sa_column_kwargs={"server_default": text("30")})
    functions: list[str] = json_field("[]")
    starts_on: date | None = day_field()
    review_on: date | None = day_field()
    ended_on: date | None = day_field()


class DriftAnswer(Row, table=True):
    """What I said in a review about somebody who had drifted, or in a triage: until when nobody asks again."""

    __tablename__ = "drift_answer"
    __table_args__ = house(
        one_of("drift_answer", "answer", words.DRIFT_ANSWERS), *days("drift_answer", "answered_on"),
        Index("drift_answer_contact", "contact_id", "answered_on"), Index("drift_answer_on", "answered_on"),
    )  # fmt: skip
    contact_id: int = link_to("contact")
    answer: str = needed_text()
    answered_on: date = Field(sa_type=Day, nullable=False)


# --- conversations ----------------------------------------------------------------------------------------------


class Interaction(Row, table=True):
    """A conversation that was held, or one that is planned; a plan that came true points at its conversation."""

    __table_args__ = house(
        one_of("interaction", "channel", words.CHANNELS),
        one_of("interaction", "direction", words.DIRECTIONS),
        CheckConstraint("depth BETWEEN 1 AND 4", name="interaction_depth"),
        *days("interaction", "occurred_on"),
        *flags("interaction", "planned", "private"),
        Index("interaction_occurred_on", "occurred_on"),
        Index("interaction_planned", "occurred_on", sqlite_where=text("planned = 1 AND fulfilled_by IS NULL")),
        Index("interaction_fulfilled_by", "fulfilled_by", sqlite_where=text("fulfilled_by IS NOT NULL")),
        Index("interaction_event", "event_id", sqlite_where=text("event_id IS NOT NULL")),
        Index("interaction_community", "community_id", "occurred_on", sqlite_where=text("community_id IS NOT NULL")),
        Index("interaction_project", "project_id", "occurred_on", sqlite_where=text("project_id IS NOT NULL")),
    )
    occurred_on: date = Field(sa_type=Day, nullable=False)
    time: str | None = text_field()
    channel: str = needed_text("other")
    direction: str = needed_text("mutual")
    depth: int | None = None
    summary: str = needed_text("")
    note: str | None = text_field()
    event_id: int | None = link_to("event", "SET NULL", needed=False)
    community_id: int | None = link_to("community", "SET NULL", needed=False)
    project_id: int | None = link_to("project", "SET NULL", needed=False)
    planned: bool = flag_field()
    fulfilled_by: int | None = link_to("interaction", "SET NULL", needed=False)
    private: bool = flag_field()
    their_words: str | None = text_field()
    differences: str | None = text_field()
    next_question: str | None = text_field()
    imported_from: str | None = text_field()


class Participant(Row, table=True):
    """Somebody who took part in a conversation."""

    __table_args__ = house(
        UniqueConstraint("interaction_id", "contact_id", name="participant_once"),
        Index("participant_contact", "contact_id"),
    )
    interaction_id: int = link_to("interaction")
    contact_id: int = link_to("contact")


class Mention(Row, table=True):
    """Somebody who was named in a conversation but was not there."""

    __table_args__ = house(
        UniqueConstraint("interaction_id", "contact_id", name="mention_once"), Index("mention_contact", "contact_id")
    )
    interaction_id: int = link_to("interaction")
    contact_id: int = link_to("contact")


class InteractionTopic(Row, table=True):
    """A topic a conversation was about."""

    __tablename__ = "interaction_topic"
    __table_args__ = house(UniqueConstraint("interaction_id", "topic", name="interaction_topic_once"))
    interaction_id: int = link_to("interaction")
    topic: str = needed_text()


class InteractionGoal(Row, table=True):
    """A goal that a conversation was for, because it was said so."""

    __tablename__ = "interaction_goal"
    __table_args__ = house(
        UniqueConstraint("interaction_id", "goal_id", name="interaction_goal_once"),
        Index("interaction_goal_goal", "goal_id"),
    )
    interaction_id: int = link_to("interaction")
    goal_id: int = link_to("goal")


class Promise(Row, table=True):
    """What one owes the other; renegotiated means: still owed, by a new day (`was_due_on` keeps the first)."""

    __table_args__ = house(
        one_of("promise", "owed_by", words.OWED_BY),
        one_of("promise", "status", words.PROMISE_STATUSES),
        *days("promise", "due_on", "was_due_on", "renegotiated_on", "closed_on"),
        Index("promise_contact", "contact_id"),
        Index("promise_interaction", "interaction_id"),
        Index("promise_owed", "due_on", sqlite_where=text("status IN ('open', 'renegotiated')")),
        Index("promise_closed_on", "closed_on"),
    )
    contact_id: int = link_to("contact")
    interaction_id: int | None = link_to("interaction", "SET NULL", needed=False)
    owed_by: str = needed_text("me")
    text: str = needed_text()
    due_on: date | None = day_field()
    was_due_on: date | None = day_field()
    renegotiated_on: date | None = day_field()
    status: str = needed_text("open")
    closed_on: date | None = day_field()


# --- learning ---------------------------------------------------------------------------------------------------


class Goal(Row, table=True):
    """What I want to learn or reach, and how I mean to go on."""

    __table_args__ = house(
        one_of("goal", "area", words.AREAS),
        one_of("goal", "status", words.GOAL_STATUSES),
        *days("goal", "target_on", "reviewed_on", "snooze_until", "snoozed_on", "closed_on"),
        CheckConstraint("every_days > 0", name="goal_every_days"),
        Index("goal_key", "key"),
        Index("goal_active", "id", sqlite_where=text("status = 'active'")),
    )
    title: str = needed_text()
    key: str = needed_text()
    why: str | None = text_field()
    criteria: str | None = text_field()
    area: str | None = text_field()
    status: str = needed_text("active")
    every_days: int = Field(default=14, nullable=False, sa_column_kwargs={"server_default": text("14")})
    target_on: date | None = day_field()
    reviewed_on: date | None = day_field()
    snooze_until: date | None = day_field()
    snoozed_on: date | None = day_field()
    next_step: str | None = text_field()
    obstacle: str | None = text_field()
    closed_on: date | None = day_field()


class GoalContact(Row, table=True):
    """Somebody who helps with a goal, and with what."""

    __tablename__ = "goal_contact"
    __table_args__ = house(
        UniqueConstraint("goal_id", "contact_id", name="goal_contact_once"), Index("goal_contact_contact", "contact_id")
    )
    goal_id: int = link_to("goal")
    contact_id: int = link_to("contact")
    helps_with: str | None = text_field()


class GoalTopic(Row, table=True):
    """A topic of a goal: conversations and people that share it count for the goal."""

    __tablename__ = "goal_topic"
    __table_args__ = house(
        UniqueConstraint("goal_id", "topic", name="goal_topic_once"), Index("goal_topic_topic", "topic")
    )
    goal_id: int = link_to("goal")
    topic: str = needed_text()


class GoalProgress(Row, table=True):
    """A step forward on a goal, noted on its day."""

    __tablename__ = "goal_progress"
    __table_args__ = house(
        *days("goal_progress", "occurred_on"), Index("goal_progress_goal", "goal_id", "occurred_on"),
        Index("goal_progress_interaction", "interaction_id"),
    )  # fmt: skip
    goal_id: int = link_to("goal")
    interaction_id: int | None = link_to("interaction", "SET NULL", needed=False)
    occurred_on: date = Field(sa_type=Day, nullable=False)
    text: str = needed_text()


class Feedback(Row, table=True):
    """Feedback asked for, received or given, and what became of it."""

    __table_args__ = house(
        one_of("feedback", "direction", words.FEEDBACK_DIRECTIONS),
        one_of("feedback", "frame", words.FRAMES),
        one_of("feedback", "loop", words.LOOPS),
        *days("feedback", "occurred_on", "act_by", "closed_on"),
        *flags("feedback", "shareable"),
        Index("feedback_contact", "contact_id"),
        Index("feedback_interaction", "interaction_id"),
        Index("feedback_goal", "goal_id"),
        Index("feedback_project", "project_id", sqlite_where=text("project_id IS NOT NULL")),
        Index("feedback_loop", "loop", "occurred_on"),
        Index("feedback_waits", "direction", "occurred_on", sqlite_where=text("loop IN ('open', 'acted')")),
        Index("feedback_closed_on", "closed_on"),
    )
    contact_id: int = link_to("contact")
    interaction_id: int | None = link_to("interaction", "SET NULL", needed=False)
    goal_id: int | None = link_to("goal", "SET NULL", needed=False)
    project_id: int | None = link_to("project", "SET NULL", needed=False)
    direction: str = needed_text()
    frame: str = needed_text("feedback")
    situation: str | None = text_field()
    behaviour: str | None = text_field()
    impact: str | None = text_field()
    text: str | None = text_field()
    occurred_on: date = Field(sa_type=Day, nullable=False)
    action: str | None = text_field()
    act_by: date | None = day_field()
    loop: str = needed_text("open")
    shareable: bool = flag_field()
    closed_on: date | None = day_field()


class Insight(Row, table=True):
    """What I learned, from whom, for which goal, and whether I used it."""

    __table_args__ = house(
        one_of("insight", "kind", words.INSIGHT_KINDS),
        one_of("insight", "stance", words.STANCES),
        one_of("insight", "value", words.VALUES),
        *days("insight", "learned_on", "applied_on"),
        Index("insight_contact", "contact_id"),
        Index("insight_interaction", "interaction_id"),
        Index("insight_goal", "goal_id"),
        Index("insight_resource", "resource_id"),
        Index("insight_learned_on", "learned_on"),
    )
    text: str = needed_text()
    contact_id: int | None = link_to("contact", "SET NULL", needed=False)
    interaction_id: int | None = link_to("interaction", "SET NULL", needed=False)
    resource_id: int | None = link_to("resource", "SET NULL", needed=False)
    goal_id: int | None = link_to("goal", "SET NULL", needed=False)
    kind: str = needed_text("idea")
    stance: str | None = text_field()
    value: str = needed_text("potential")
    learned_on: date = Field(sa_type=Day, nullable=False)
    applied_on: date | None = day_field()


class InsightTopic(Row, table=True):
    """A topic of an insight."""

    __tablename__ = "insight_topic"
    __table_args__ = house(
        UniqueConstraint("insight_id", "topic", name="insight_topic_once"), Index("insight_topic_topic", "topic")
    )
    insight_id: int = link_to("insight")
    topic: str = needed_text()


class Resource(Row, table=True):
    """Something worth reading, watching or using."""

    __table_args__ = house(one_of("resource", "kind", words.RESOURCE_KINDS), Index("resource_key", "key"))
    title: str = needed_text()
    key: str = needed_text()
    url: str | None = text_field()
    kind: str = needed_text("other")
    note: str | None = text_field()


class ResourceTopic(Row, table=True):
    """A topic of a resource."""

    __tablename__ = "resource_topic"
    __table_args__ = house(
        UniqueConstraint("resource_id", "topic", name="resource_topic_once"), Index("resource_topic_topic", "topic")
    )
    resource_id: int = link_to("resource")
    topic: str = needed_text()


class Share(Row, table=True):
    """A resource I gave somebody, or got from them."""

    __table_args__ = house(
        one_of("share", "direction", words.GIVEN_OR_RECEIVED), *days("share", "occurred_on"),
        Index("share_resource", "resource_id"), Index("share_contact", "contact_id"),
    )  # fmt: skip
    resource_id: int = link_to("resource")
    contact_id: int = link_to("contact")
    direction: str = needed_text()
    occurred_on: date = Field(sa_type=Day, nullable=False)


class Exchange(Row, table=True):
    """Help given or received: advice, an introduction, support."""

    __table_args__ = house(
        one_of("exchange", "direction", words.GIVEN_OR_RECEIVED), one_of("exchange", "kind", words.EXCHANGE_KINDS),
        *days("exchange", "occurred_on"),
        Index("exchange_contact", "contact_id"), Index("exchange_interaction", "interaction_id"),
    )  # fmt: skip
    contact_id: int = link_to("contact")
    interaction_id: int | None = link_to("interaction", "SET NULL", needed=False)
    direction: str = needed_text()
    kind: str = needed_text("other")
    text: str = needed_text()
    occurred_on: date = Field(sa_type=Day, nullable=False)


# --- places and shared work -------------------------------------------------------------------------------------


class Event(Row, table=True):
    """A conference, a meetup evening, a course week.

    `here_since`: the day from which I am there; of one event at most. It holds until the event's last day.
    """

    __table_args__ = house(
        *days("event", "starts_on", "ends_on", "here_since"),
        Index("event_key", "key"), Index("event_starts_on", "starts_on"),
        Index("event_here", "here_since", sqlite_where=text("here_since IS NOT NULL")),
    )  # fmt: skip
    name: str = needed_text()
    key: str = needed_text()
    starts_on: date | None = day_field()
    ends_on: date | None = day_field()
    place: str | None = text_field()
    url: str | None = text_field()
    note: str | None = text_field()
    here_since: date | None = day_field()


class Attendance(Row, table=True):
    """Somebody met at an event; flagged, they are followed up within days.

    `reviewed_on`: the day on which I looked back at them, so that I am not asked again.
    """

    __table_args__ = house(
        *flags("attendance", "follow_up"), *days("attendance", "reviewed_on"),
        UniqueConstraint("event_id", "contact_id", name="attendance_once"), Index("attendance_contact", "contact_id"),
    )  # fmt: skip
    event_id: int = link_to("event")
    contact_id: int = link_to("contact")
    follow_up: bool = flag_field()
    note: str | None = text_field()
    reviewed_on: date | None = day_field()


class Community(Row, table=True):
    """An association, a forum, a meetup group I belong to."""

    __table_args__ = house(
        one_of("community", "kind", words.COMMUNITY_KINDS), *days("community", "joined_on", "renews_on"),
        Index("community_key", "key"),
    )  # fmt: skip
    name: str = needed_text()
    key: str = needed_text()
    kind: str = needed_text("other")
    url: str | None = text_field()
    joined_on: date | None = day_field()
    renews_on: date | None = day_field()
    note: str | None = text_field()


class Membership(Row, table=True):
    """A contact who belongs to a community."""

    __table_args__ = house(
        UniqueConstraint("community_id", "contact_id", name="membership_once"),
        Index("membership_contact", "contact_id"),
    )
    community_id: int = link_to("community")
    contact_id: int = link_to("contact")


class Project(Row, table=True):
    """Work shared with others, with a light charter."""

    __table_args__ = house(
        one_of("project", "status", words.PROJECT_STATUSES), *days("project", "due_on", "closed_on"),
        Index("project_key", "key"), Index("project_goal", "goal_id"),
    )  # fmt: skip
    title: str = needed_text()
    key: str = needed_text()
    status: str = needed_text("active")
    goal_id: int | None = link_to("goal", "SET NULL", needed=False)
    purpose: str | None = text_field()
    done_when: str | None = text_field()
    roles: str | None = text_field()
    due_on: date | None = day_field()
    cadence: str | None = text_field()
    channel: str | None = text_field()
    decisions: str | None = text_field()
    credit: str | None = text_field()
    exit: str | None = text_field()
    retrospective: str | None = text_field()
    closed_on: date | None = day_field()


class ProjectMember(Row, table=True):
    """A contact who works on a project, and as what."""

    __tablename__ = "project_member"
    __table_args__ = house(
        UniqueConstraint("project_id", "contact_id", name="project_member_once"),
        Index("project_member_contact", "contact_id"),
    )
    project_id: int = link_to("project")
    contact_id: int = link_to("contact")
    role: str | None = text_field()


class Away(Row, table=True):
    """Days that do not count, both ends included."""

    __table_args__ = house(*days("away", "from_on", "to_on"), CheckConstraint("from_on <= to_on", name="away_order"))
    from_on: date = Field(sa_type=Day, nullable=False)
    to_on: date = Field(sa_type=Day, nullable=False)


class Provenance(Row, table=True):
    """Where an imported row came from: what it was there (`content`), so that only real changes come over later.

    It is bookkeeping (never exported), but journalled, so that undoing an import forgets what it had brought.
    """

    __table_args__ = house(
        UniqueConstraint("source", "source_key", name="provenance_source"), Index("provenance_row", "row_uid")
    )
    source: str = needed_text()
    source_key: str = needed_text()
    tbl: str = needed_text()
    row_uid: str = needed_text()
    digest: str = needed_text()
    content: dict[str, Any] = json_field("{}")


# --- bookkeeping ------------------------------------------------------------------------------------------------


class Device(SQLModel, table=True):
    """The machine a step was made on; one row for now, several when stores are joined."""

    __table_args__ = house()
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(
        default=None, sa_type=Text, nullable=False, unique=True, sa_column_kwargs={"server_default": text(UUID7)}
    )
    name: str = needed_text("")


class Step(SQLModel, table=True):
    """One command that wrote: when, which, and (while it runs) `open`; `digest` seals its changes.

    An undo or redo names the step it `reverses`. Changes made by another program stand in steps called `external`.
    """

    __table_args__ = house(
        one_of("step", "kind", ("do", "undo", "redo", "external")), *flags("step", "open"),
        Index("step_open", "open", sqlite_where=text("open = 1")), Index("step_reverses", "reverses"),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(
        default=None, sa_type=Text, nullable=False, unique=True, sa_column_kwargs={"server_default": text(UUID7)}
    )
    at: str = Field(default=None, sa_type=Text, nullable=False, sa_column_kwargs={"server_default": text(NOW)})
    day: str = needed_text()
    kind: str = needed_text("do")
    command: str = needed_text()
    words: str = needed_text("")
    reverses: int | None = link_to("step", "NO ACTION", needed=False)
    device_id: int | None = link_to("device", "NO ACTION", needed=False)
    open: bool = flag_field()
    digest: str | None = text_field()


# Names that people no longer bear, few among many changes: those before a rename, and nicknames that were taken away.
RENAMED = "tbl = 'contact' AND before ->> 'name' <> after ->> 'name'"
UNNAMED = "tbl = 'nickname' AND before IS NOT NULL"


class Change(SQLModel, table=True):
    """One row before and after, as JSON objects of its columns; empty for a row that was not there."""

    __table_args__ = house(
        Index("change_step", "step_id"), Index("change_row", "tbl", "row_uid"),
        Index("change_renamed", "row_uid", sqlite_where=text(RENAMED)),
        Index("change_unnamed", "row_uid", sqlite_where=text(UNNAMED)),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    step_id: int = link_to("step", "NO ACTION")
    tbl: str = needed_text()
    row_uid: str = needed_text()
    before: str | None = text_field()
    after: str | None = text_field()


# --- what holds in every table ----------------------------------------------------------------------------------


def of_every_table(table: Table) -> Iterator[CheckConstraint]:
    """Named constraints: the day of recording is a real day, and what is JSON is a list, or an object, whole."""
    for column in table.columns:
        if column.name == "created_on":
            yield from days(table.name, "created_on")
        if isinstance(column.type, Json):
            kind = "array" if "[]" in str(column.server_default.arg) else "object"  # type: ignore[union-attr]  # it has one
            shape = f"json_valid({column.name}) AND json_type({column.name}) = '{kind}'"
            yield CheckConstraint(shape, name=f"{table.name}_{column.name}_json")


for each in SQLModel.metadata.tables.values():
    for constraint in of_every_table(each):
        each.append_constraint(constraint)
