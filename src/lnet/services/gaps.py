"""What is unused or thin in the network, with one thing to do about each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from lnet.domain.calendar_days import shifted
from lnet.domain.dates import show_day_plain
from lnet.domain.gaps import Gap, Situation, gaps
from lnet.domain.gaps.situation import YEAR_DAYS, Aim, lonely, one_sided, unmentored
from lnet.domain.metrics import categories, category
from lnet.errors import BadInputError
from lnet.store.connect import Store
from lnet.store.read import gaps as read
from lnet.store.read.metrics import Person, people
from lnet.store.read.metrics_goals import MENTORS, Goal, goals


def suggestions(store: Store, since: date | None = None) -> list[Gap]:
    """The suggestions of today, the most useful first, at most five, with a look back to a day (a year); reads only.

    Raises BadInputError for a day that lies ahead.
    """
    if since and since > store.today:
        raise BadInputError(f"gaps look back, and {since} lies ahead")
    return gaps(situation(store, since or shifted(store.today, -YEAR_DAYS)))


def situation(store: Store, since: date) -> Situation:
    """All that the rules look at, in a fixed number of statements."""
    year = since == shifted(store.today, -YEAR_DAYS)
    period = "in a year" if year else f"since {show_day_plain(since, store.today)}"
    return Situation(period=period, **of_goals(store), **of_acts(store, since), **of_people(store))


def of_goals(store: Store) -> dict[str, Any]:
    """The goals, and who could help with them."""
    aims = tuple(map(aim_of, goals(store, store.today)))
    alone, without = lonely(aims), unmentored(aims)
    goal = without.ref if without else ""
    other_aim, other = read.elsewhere(store, [aim.ref for aim in one_sided(aims)])
    return {
        "aims": aims, "voice": read.somebody(store, read.SHARING, goal=alone.ref if alone else ""),
        "mentor": read.somebody(store, f"{MENTORS} AND NOT {read.LINKED}", read.SHARING, goal),
        "helper": read.somebody(store, read.LINKED, goal=goal), "other": other, "other_aim": other_aim,
    }  # fmt: skip


def of_acts(store: Store, since: date) -> dict[str, Any]:
    """What was done, and whom or what to begin with."""
    numbers, (link, reader) = read.numbers(store, since), read.shareable(store)
    return {
        **numbers._asdict(), "adviser": read.somebody(store, first=MENTORS), "link": link, "reader": reader,
        "lesson": read.lesson(store, since), "latest": read.somebody(store),
        "collaborator": read.somebody(store, first=read.COLLABORATOR), "pair": read.pair(store, since),
    }  # fmt: skip


def of_people(store: Store) -> dict[str, Any]:
    """Who there is, of which fields, and how many ties sleep."""
    known = people(store, store.today)
    field, ids = rarest(known)
    silences = [(each, (store.today - each.last_on).days) for each in known if each.last_on]
    return {
        "people": len(known), "fields": categories(each.field for each in known).sizes, "field": field,
        "rare": read.somebody(store, read.ONE_OF, ids=ids), "talked": len(silences),
        "dormant": sum(is_asleep(each, days) for each, days in silences),
    }  # fmt: skip


def aim_of(goal: Goal) -> Aim:
    """A goal in numbers; an organisation that is not known may be a further one."""
    known = {helper.organisation for helper in goal.helpers} - {""}
    houses = len(known) + sum(not helper.organisation for helper in goal.helpers)
    mentors = sum(helper.mentor for helper in goal.helpers)
    return Aim(goal.ref, goal.title, len(goal.helpers), mentors, houses)


def is_asleep(person: Person, silence: int) -> bool:
    """Whether somebody's tie is dormant after so many days."""
    return person.asleep_after is not None and silence >= person.asleep_after


def rarest(known: Sequence[Person]) -> tuple[str, list[int]]:
    """The field that the fewest people are of, as it is written, and they; "" and nobody where there is only one."""
    members: dict[str, list[Person]] = defaultdict(list)
    for each in known:
        if key := category(each.field):
            members[key].append(each)
    if len(members) <= 1:
        return "", []
    found = min(members.values(), key=lambda those: (len(those), category(those[0].field)))
    return found[0].field or "", [each.id for each in found]
