"""The health of the network: every metric as it stands and as it stood, each for itself and never added up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain import metrics as formulas
from lnet.domain.calendar_days import shifted
from lnet.domain.metrics import CATALOGUE, Formula, Measure
from lnet.errors import BadInputError
from lnet.store.connect import Store
from lnet.store.read import metrics as read
from lnet.store.read.metrics import Person
from lnet.store.read.metrics_acts import acts
from lnet.store.read.metrics_goals import goals

PERIOD_DAYS = 365
PLACES = 6  # of the numbers in JSON
BRIDGES_MOST = 3  # that are named


class Reading(NamedTuple):
    """One metric: what it measures now, what it measured before (None for too little data), and a word more."""

    formula: Formula
    measure: Measure
    before: float | None
    detail: str

    def as_json(self) -> dict[str, Any]:
        """One object of `health --json`; `value` is null for too little data."""
        formula, measure = self.formula, self.measure
        return {
            "name": formula.name, "group": formula.group, "title": formula.title, "value": rounded(measure.value),
            "unit": formula.unit, "n": measure.n, "least": measure.least, "formula": formula.words,
            "before": rounded(self.before), "detail": self.detail,
        }  # fmt: skip


class Health(NamedTuple):
    """All metrics of the days since one; compared with as many days before that, or as things stood at their end."""

    as_of: date
    since: date
    before_since: date
    before_until: date
    metrics: tuple[Reading, ...]

    def as_json(self) -> dict[str, Any]:
        """The days that are looked at, and the metrics."""
        return {
            "as_of": self.as_of, "since": self.since,
            "before": {"since": self.before_since, "until": self.before_until}, "metrics": self.metrics,
        }  # fmt: skip


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)


class Found(NamedTuple):
    """What one metric measures, and a word more."""

    measure: Measure
    detail: str = ""


Metrics = dict[str, Found]


def health(store: Store, since: date | None = None) -> Health:
    """Every metric of the catalogue for the days since one (a year ago, if it is not given); reads only.

    Raises BadInputError for a day that lies ahead.
    """
    today = store.today
    if since and since > today:
        raise BadInputError(f"health looks back, and {since} lies ahead")
    begun = since or shifted(today, -PERIOD_DAYS)
    until = shifted(begun, -1)
    before_since = shifted(until, (begun - today).days)
    before = standing(store, read.people(store, until), until) | done(store, before_since, until)
    people = read.people(store, today)
    now = standing(store, people, today) | done(store, begun, today) | around_me(store, people)
    return Health(today, begun, before_since, until, tuple(readings(now, before)))


def readings(now: Mapping[str, Found], before: Mapping[str, Found]) -> Iterator[Reading]:
    """The metrics in the order of the catalogue."""
    for formula in CATALOGUE:
        measure, detail = now[formula.name]
        earlier = before[formula.name].measure.value if formula.name in before else None
        yield Reading(formula, measure, earlier if measure.enough else None, detail if measure.enough else "")


# --- as things stand on a day -----------------------------------------------------------------------------------


def standing(store: Store, people: Sequence[Person], day: date) -> Metrics:
    """What can be said of any day: goals, fields and organisations, ties."""
    aims = [goal.helpers for goal in goals(store, day)]
    mix = formulas.tie_mix(read.ties(store, people, day))
    silences = [((day - each.last_on).days, each.asleep_after) for each in people if each.last_on]
    return {
        "goal_coverage": Found(formulas.goal_coverage(aims)),
        "robust_coverage": Found(formulas.robust_coverage(aims)),
        "mentor_coverage": Found(formulas.mentor_coverage(aims)),
        **diversity("field", [each.field for each in people]),
        **diversity("organisation", [each.organisation for each in people]),
        **{f"ties_{kind}": Found(measure) for kind, measure in mix.items()},
        "dormant_share": Found(formulas.dormant_share(silences)),
    }


def diversity(what: str, values: Sequence[str | None]) -> Metrics:
    """The three numbers of a category, with how many people it is not known of."""
    sizes, unknown = formulas.categories(values)
    apart = f"{unknown} more without a known {what}" if unknown else ""
    return {
        f"{what}_shannon": Found(formulas.shannon(sizes)),
        f"{what}_perspectives": Found(formulas.perspectives(sizes), apart),
        f"{what}_blau": Found(formulas.blau(sizes)),
    }


# --- what was done in a period ----------------------------------------------------------------------------------


def done(store: Store, since: date, until: date) -> Metrics:
    """What can be said of any period: given and received, promises, feedback, insights."""
    counted = acts(store, since, until)
    balance = f"{counted.given} given, {counted.received} received"
    told = " : ".join(str(formulas.of(counted.notes, each)) for each in ("given", "received"))
    return {
        "reciprocity": Found(formulas.reciprocity(counted.given, counted.received), balance),
        "follow_through": Found(formulas.follow_through(counted.promises)),
        "feedback_ratio": Found(formulas.given_to_received(counted.notes), told),
        "feedback_answered": Found(formulas.asked_and_got(counted.notes)),
        "loops_closed": Found(formulas.loops_closed(counted.notes)),
        "days_to_close": Found(formulas.days_to_close(counted.notes)),
        "learning_yield": Found(formulas.learning_yield(counted.from_people, counted.conversations)),
        "applied_share": Found(formulas.applied_share(counted.applied, counted.insights)),
        "challenging_share": Found(formulas.challenging_share(counted.challenging, counted.insights)),
    }


# --- who knows whom, as of today alone --------------------------------------------------------------------------


def around_me(store: Store, people: Sequence[Person]) -> Metrics:
    """Constraint, effective size and bridges: of today only, since who knew whom a year ago was never written down."""
    pairs = read.acquainted(store, people)
    groups = only_links(store, people)
    return {
        "constraint": Found(formulas.constraint(len(people), pairs)),
        "effective_size": Found(formulas.effective_size(len(people), pairs)),
        "bridges": Found(formulas.bridges([[who] for _, who in groups], len(people)), named(groups, people)),
    }


def only_links(store: Store, people: Sequence[Person]) -> list[tuple[str, int]]:
    """The fields and communities in which I know one person alone, with that person; fields first."""
    members: dict[str, list[Person]] = defaultdict(list)
    for each in people:
        if key := formulas.category(each.field):
            members[key].append(each)
    fields = [(alone[0].field or "", alone[0].id) for alone in members.values() if len(alone) == 1]
    return [*fields, *read.only_members(store)]


def named(groups: Sequence[tuple[str, int]], people: Sequence[Person]) -> str:
    """The first of the bridges: "Ada Lovelace (astronomy), Wei Chen (databases) and 4 more"."""
    names = {each.id: each.name for each in people}
    alone: dict[int, str] = {}
    for group, who in groups:
        alone.setdefault(who, f"{names[who]} ({group})")
    first = list(alone.values())[:BRIDGES_MOST]
    more = len(alone) - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")
