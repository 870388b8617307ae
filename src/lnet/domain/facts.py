"""What the reminder engine is told: plain frozen values, read from the store or written by a test.

Days are local dates. A contact's figures (`last_on`, `first_on`, `contact_days`, `gap_twice`) are free of policy:
they say what happened, never what is due.
"""

from datetime import date
from typing import NamedTuple

NEVER = 0  # every_days of a contact who is never reminded of by cadence


class Person(NamedTuple):
    """One contact, as the engine needs it.

    `every_days`: the explicit cadence (None: not set, `NEVER`: none whatever the circle). `agreed_days`: the cadence
    of a mentor agreement in force. `last_on`/`first_on`: latest/earliest day of a conversation that counts (held, of
    depth 2 or more, not after today). `contact_days`: distinct such days. `gap_twice`: twice the median of the last
    six gaps between such days (twice, so that it stays an integer). `planned_on`: the next planned conversation,
    today or later.
    """

    id: int
    uid: str
    name: str
    slug: str
    created_on: date
    status: str = "active"
    circle: str | None = None
    roles: tuple[str, ...] = ()
    every_days: int | None = None
    agreed_days: int | None = None
    last_on: date | None = None
    first_on: date | None = None
    contact_days: int = 0
    gap_twice: int | None = None
    clock_from: date | None = None
    first_due: date | None = None
    snooze_until: date | None = None
    planned_on: date | None = None
    sent_from: date | None = None
    sent_on: date | None = None
    asked_on: date | None = None


class Promise(NamedTuple):
    """One open promise; `owed_by` is "me" or "them", `made_on` the day it was made, `due_on` may be missing."""

    id: int
    contact_id: int
    owed_by: str
    text: str
    made_on: date
    due_on: date | None = None


class Planned(NamedTuple):
    """A conversation that is planned and not held yet, for one of those who are to take part."""

    id: int
    contact_id: int
    on: date
    time: str | None = None
    summary: str = ""


class Meeting(NamedTuple):
    """Somebody met at an event and flagged, with whom there was no word since; `ended_on` is its last day."""

    event_id: int
    contact_id: int
    event: str
    ended_on: date


class Feedback(NamedTuple):
    """Feedback whose loop is not closed; `direction` is "received", "requested" or "given", `loop` "open" or "acted".

    `act_by`: the day by which something is meant to come of it. `text`: what it was about, in a line.
    """

    id: int
    contact_id: int
    direction: str
    loop: str
    on: date
    act_by: date | None = None
    text: str = ""


class Dormant(NamedTuple):
    """Somebody not talked to for long, and what speaks for a word with them now; "" where nothing does.

    `topic`: a topic of theirs that is one of the active goal `goal`. `helped`: how they helped before. `new`: their
    field or organisation, where nobody contacted lately has it.
    """

    contact_id: int
    topic: str = ""
    goal: str = ""
    helped: str = ""
    new: str = ""


class Goal(NamedTuple):
    """One active goal; `touched_on` is the latest of progress, conversation for it, and review (None: never).

    `helping`: the names of those linked to it, in the order they were linked.
    """

    id: int
    uid: str
    title: str
    created_on: date
    every_days: int
    touched_on: date | None = None
    target_on: date | None = None
    snooze_until: date | None = None
    helping: tuple[str, ...] = ()


class Occasion(NamedTuple):
    """A day in the calendar that is near: `kind` is "birthday", "renewal", "deadline" or "mentor_review".

    `name`: whose birthday or agreement, which community, goal or project. `ref`: its short reference, where it has one.
    `since`: the year of birth. `people`, `insights`: what a community gave in the year before today.
    """

    kind: str
    on: date
    name: str
    ref: str | None = None
    since: int | None = None
    people: int = 0
    insights: int = 0


class Away(NamedTuple):
    """Days that do not count, both ends included."""

    from_on: date
    to_on: date


class Facts(NamedTuple):
    """All that is known on a day. `dealt_with`: ids of people dealt with today, who use up today's budget.

    `address_book`: how many people were imported and never taken in; `circled`: whether anybody is in a circle;
    `last_record_on`: the day of the newest record, None for an empty store. `drifted_more`: how many people besides
    `people` have drifted, too long ago to be listed today; `due_more`: how many are due, but not as much as those.
    """

    people: tuple[Person, ...] = ()
    promises: tuple[Promise, ...] = ()
    planned: tuple[Planned, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    dormant: tuple[Dormant, ...] = ()
    goals: tuple[Goal, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    away: tuple[Away, ...] = ()
    dealt_with: frozenset[int] = frozenset()
    address_book: int = 0
    circled: bool = False
    last_record_on: date | None = None
    drifted_more: int = 0
    due_more: int = 0
