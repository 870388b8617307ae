"""This morning's list: the plan of the engine, with what the store knows about the rows that are shown."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from lnet.domain import occasions
from lnet.domain.facts import Occasion
from lnet.domain.goals import GoalRow
from lnet.domain.openings import Matter, opening
from lnet.domain.policy import Policy
from lnet.domain.reminders import Plan, plan
from lnet.domain.rows import Row
from lnet.store.connect import Store
from lnet.store.read.facts import facts as read_facts
from lnet.store.read.lasts import Last, lasts, matters

if TYPE_CHECKING:
    from lnet.domain.upcoming import Day


class Line(NamedTuple):
    """One row as it is shown: its number, the row, the last conversation, and one opening."""

    row: int
    who: Row
    last: Last | None
    opening: str

    def as_json(self) -> dict[str, Any]:
        """The row object of `followups --json`."""
        return {"row": self.row, **self.who.fields(), "last": self.last, "opening": self.opening}

    def as_record(self) -> dict[str, Any]:
        """One record of `followups --csv`: a row without lists in it."""
        who, reasons, last = self.who, self.who.reasons, self.last
        return {
            "row": self.row, "name": who.person.name, "slug": who.person.slug, "score": who.score,
            "drifted": who.drifted, "kind": who.kind, "ref": reasons[0].ref,
            "why": " · ".join(reason.text for reason in reasons), "last_on": last.on if last else None,
            "last": last.summary if last else "", "opening": self.opening,
        }  # fmt: skip


class Morning(NamedTuple):
    """The whole answer; `later` and `review` are filled only where they are shown, their numbers always.

    `lull`: nothing was recorded for a fortnight. `coming`: the days to come, where they were asked for.
    """

    plan: Plan
    people: tuple[Line, ...]
    later: tuple[Line, ...]
    review: tuple[Line, ...]
    later_number: int
    review_number: int
    address_book: int
    circled: bool
    lull: bool
    coming: "tuple[Day, ...] | None" = None

    @property
    def dates(self) -> tuple[Occasion, ...]:
        """The days in the calendar that are near, the earliest first."""
        return self.plan.dates

    @property
    def goals(self) -> tuple[GoalRow, ...]:
        """The stale goals, most pressing first."""
        return self.plan.goals

    def as_json(self) -> dict[str, Any]:
        """The data of `followups --json`."""
        counts = {
            "people": len(self.people), "goals": len(self.goals), "later": self.later_number,
            "review": self.review_number, "contacted_today": self.plan.contacted_today,
        }  # fmt: skip
        body = {
            "as_of": self.plan.as_of, "limit": self.plan.limit, "people": self.people,
            "goals": [goal.fields() for goal in self.goals],
            "dates": [occasions.fields(each, self.plan.as_of) for each in self.dates],
            "later": self.later, "review": self.review, "counts": counts,
        }  # fmt: skip
        return body if self.coming is None else body | {"coming": [as_json(day) for day in self.coming]}


def morning(store: Store, *, whole: bool = False, today: date | None = None) -> Morning:
    """Today's list, read without writing anything. `whole`: the rows for later and for the review too."""
    day = today or store.today
    known = read_facts(store, day, whole=whole)
    found = plan(known, day, store.policy)
    lines = numbered(store, [*found.people, *(found.later + found.review if whole else ())], day)
    shown, rest = lines[: len(found.people)], lines[len(found.people) :]
    return Morning(
        found, shown, rest[: len(found.later)], rest[len(found.later) :], len(found.later) + known.due_more,
        len(found.review) + known.drifted_more, known.address_book, known.circled,
        day == store.today and is_lull(known.last_record_on, day, store.policy),
    )  # fmt: skip


def is_lull(last_record_on: date | None, today: date, policy: Policy) -> bool:
    """Whether nothing was recorded for so long that a word of welcome is due; not in an empty store."""
    return last_record_on is not None and (today - last_record_on).days >= policy.welcome_after


def coming(store: Store, days: int) -> "tuple[Day, ...]":
    """What each of the next days brings that is not there today; days that bring nothing are left out."""
    from lnet.domain import upcoming
    from lnet.store.read.facts import facts_ahead

    return tuple(upcoming.coming(facts_ahead(store, days), store.today, days, store.policy))


def as_json(day: "Day") -> dict[str, Any]:
    """A day to come, as in JSON."""
    return {
        "on": day.on, "people": [row.fields() for row in day.people], "goals": [goal.fields() for goal in day.goals],
        "dates": [occasions.fields(each, day.on) for each in day.dates],
    }  # fmt: skip


def numbered(store: Store, rows: Sequence[Row], today: date | None = None) -> tuple[Line, ...]:
    """The rows with their last conversation and opening; in a fixed number of statements."""
    ids = [row.person.id for row in rows]
    last, known = lasts(store, ids, today), matters(store, ids, today)
    return tuple(
        Line(number, row, last.get(row.person.id), opening(known.get(row.person.id, Matter())))
        for number, row in enumerate(rows, 1)
    )


def counted(morning: Morning) -> str:
    """The list in one line, for a prompt or a status bar: "3 people, 1 goal"; "" when there is nothing."""
    people, goals = len(morning.people), len(morning.goals)
    parts = [f"{people} {'person' if people == 1 else 'people'}"] if people else []
    parts += [f"{goals} goal{'' if goals == 1 else 's'}"] if goals else []
    return ", ".join(parts)
