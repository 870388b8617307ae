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

    promise_base: int = 70
    promise_step: int = 5
    promise_least: int = 60
    promise_most: int = 95
    promise_ahead: int = 2
    promise_undated: int = 14
    promise_review: int = 21

    event_base: int = 50  # on the last day of the event
    event_step: int = 15  # more for each day up to the peak
    event_peak: int = 2
    event_fall: int = 2  # less for each day after the peak
    event_fresh: int = 7  # the last day of that; then event_late
    event_late: int = 45
    event_review: int = 14
    event_most: int = 3  # rows a day that may lead with it

    prep_today: int = 72
    prep_tomorrow: int = 66
    unlogged_points: int = 55
    unlogged_review: int = 7
    planned_within: int = 21  # a conversation planned so soon takes the place of a reminder

    mentor_percent: int = 80  # of the cadence, from which on a mentor is listed
    mentor_base: int = 30
    mentor_step: int = 20
    mentor_most: int = 70

    received_after: int = 14  # feedback received without a day to act by
    received_base: int = 50
    received_late_most: int = 15
    received_review: int = 45
    requested_points: int = 42
    requested_from: int = 7
    requested_review: int = 21
    given_points: int = 35
    given_from: int = 14
    given_until: int = 28

    cadence_base: int = 20
    cadence_step: int = 20
    cadence_most: int = 60
    drift_times: int = 3
    drift_more: int = 90
    drift_asked_again: int = 30  # once the review has asked about somebody who drifted

    owed_points: int = 38
    owed_after: int = 3
    owed_every: int = 14
    owed_shown: int = 3
    waiting_points: int = 34
    waiting_from: int = 10
    waiting_until: int = 30
    waiting_and_owed_most: int = 1  # rows a day that may lead with either
    rest_apart: int = 7  # between the two messages without an answer after which somebody rests
    rest_days: int = 180

    reconnect_weekday: int = 0  # Monday; 6 is Sunday
    reconnect_most: int = 1
    reconnect_base: int = 20
    reconnect_step: int = 2  # points for each unit of value
    reconnect_least: int = 3  # the value from which on somebody is suggested
    dormant_least: int = 180
    dormant_times: int = 3  # of the cadence
    dormant_most: int = 1095
    dormant_every: int = 365  # in place of a cadence, for those who have none
    value_topic: int = 3
    value_helped: int = 2
    value_new: int = 2
    value_expert: int = 1
    value_many: int = 1  # taken off for more than many_contacts
    many_contacts: int = 20
    recent_days: int = 90

    goal_days: int = 14
    goal_base: int = 30
    goal_step: int = 15
    goal_most: int = 60
    goal_drift_times: int = 3
    goal_target_within: int = 14
    goal_target_points: int = 10

    birthday_ahead: int = 7
    renewal_ahead: int = 30
    deadline_ahead: int = 7
    mentor_review_ahead: int = 14
    mentor_review_after: int = 182  # after its start, for an agreement that names no day of review
    dates_past: int = 3
    address_book_birthdays: int = 0  # 1: theirs too

    snooze_days: int = 7
    triage_later: int = 30  # until triage asks again about somebody for later
    triage_not_now: int = 365  # and about somebody who was not to be taken in
    review_ahead: int = 7  # days for which the review plans conversations
    thanks_within: int = 90  # days since they helped
    first_due_soonest: int = 3
    welcome_after: int = 14  # days without any record
