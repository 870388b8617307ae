"""Every number of the reminder rules, with its default (days unless the name says otherwise)."""

from typing import NamedTuple


class Policy(NamedTuple):
    """The numbers of the reminder engine; a reader of the rules looks here for every threshold and point."""

    daily_limit: int = 5

    inner_days: int = 14
    close_days: int = 30
    active_days: int = 90
    wide_days: int = 365
    mentor_days: int = 30

    learned_min_days: int = 4  # distinct days of contact before a rhythm is learned
    learned_min_span: int = 60
    learned_percent: int = 125  # of the median gap; at least 100, for gaps of over a year are figured as a year
    learned_shortest: int = 14
    learned_longest: int = 365  # at most 365, for the same reason

    further_reason_points: int = 4
    further_reasons_most: int = 8
    score_most: int = 100

    cadence_base: int = 20
    cadence_step: int = 20
    cadence_most: int = 60
    drift_times: int = 3
    drift_more: int = 90
    planned_within: int = 21

    promise_base: int = 70
    promise_step: int = 5
    promise_least: int = 60
    promise_most: int = 95
    promise_ahead: int = 2
    promise_undated: int = 14
    promise_review: int = 21

    owed_points: int = 38
    owed_after: int = 3
    owed_every: int = 14
    owed_shown: int = 3
    waiting_and_owed_most: int = 1

    goal_days: int = 14
    goal_base: int = 30
    goal_step: int = 15
    goal_most: int = 60
    goal_drift_times: int = 3
    goal_target_within: int = 14
    goal_target_points: int = 10

    first_due_soonest: int = 3
    event_most: int = 3
    reconnect_most: int = 1
