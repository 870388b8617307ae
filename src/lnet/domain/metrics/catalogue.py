"""The metrics as they are shown: group by group, each with its formula in words."""

from typing import NamedTuple

GOALS = "Goals and mentors"
GIVING = "Giving and receiving"
PEOPLE = "Who is in it"
FOLLOWING = "Following through"
FEEDBACK = "Feedback"
LEARNING = "Learning"

SHARE, SIGNED, NUMBER, FINE, COUNT, RATIO, DAYS = (
    "share", "signed", "number", "fine", "count", "ratio", "days",
)  # fmt: skip


class Formula(NamedTuple):
    """One metric: its name in JSON, what it is called, its formula in words, and what its value is measured in.

    `unit`: a "share" is shown in percent, "signed" from −1 to 1 with its sign, a "number" and a "ratio" with two
    places, a "fine" one with three digits, however small, a "count" and "days" as they are.
    """

    name: str
    group: str
    title: str
    words: str
    unit: str


CATALOGUE = (
    Formula(
        "goal_coverage", GOALS, "Goal coverage",
        "active goals with somebody linked whom you talked to in 90 days / active goals", SHARE,
    ),
    Formula(
        "robust_coverage", GOALS, "Robust coverage",
        "active goals with two such people from two organisations / active goals", SHARE,
    ),
    Formula(
        "mentor_coverage", GOALS, "Mentor coverage",
        "active goals with a mentor, advisor or coach linked / active goals", SHARE,
    ),
    Formula(
        "reciprocity", GIVING, "Reciprocity",
        "(given − received) / (given + received), help and resources; 0 is balance", SIGNED,
    ),
    Formula("field_shannon", PEOPLE, "Diversity of fields", "Shannon's H: −Σ p ln p over the fields", NUMBER),
    Formula("field_perspectives", PEOPLE, "Perspectives by field", "e^H: so many fields of equal size", NUMBER),
    Formula("field_blau", PEOPLE, "Mix of fields", "Blau: 1 − Σ p², the chance that two are of different fields", FINE),
    Formula(
        "organisation_shannon", PEOPLE, "Diversity of organisations", "Shannon's H: −Σ p ln p over the organisations",
        NUMBER,
    ),
    Formula(
        "organisation_perspectives", PEOPLE, "Perspectives by organisation",
        "e^H: so many organisations of equal size", NUMBER,
    ),
    Formula(
        "organisation_blau", PEOPLE, "Mix of organisations",
        "Blau: 1 − Σ p², the chance that two are of different organisations", FINE,
    ),
    Formula(
        "ties_weak", PEOPLE, "Weak ties",
        "people with at most 3 points for frequency, depth, two ways and two years / people", SHARE,
    ),
    Formula("ties_moderate", PEOPLE, "Moderate ties", "people with 4 to 6 of these points / people", SHARE),
    Formula("ties_strong", PEOPLE, "Strong ties", "people with 7 points or more / people", SHARE),
    Formula(
        "dormant_share", PEOPLE, "Dormant ties",
        "people not talked to for three cadences / people you ever talked to", SHARE,
    ),
    Formula(
        "constraint", PEOPLE, "Constraint",
        "Burt: Σ (p + Σ p p)² over who knows whom around you; lower is freer", FINE,
    ),
    Formula("effective_size", PEOPLE, "Effective size", "people − 2 × acquaintances among them / people", NUMBER),
    Formula("bridges", PEOPLE, "Bridges", "people who are your only link to a field or a community", COUNT),
    Formula(
        "follow_through", FOLLOWING, "Follow-through",
        "your promises kept by their day, or moved before it and kept / all that ended or passed", SHARE,
    ),
    Formula("feedback_ratio", FEEDBACK, "Given : received", "feedback given / feedback received", RATIO),
    Formula("feedback_answered", FEEDBACK, "Asked and got", "feedback asked for and received / asked for", SHARE),
    Formula(
        "loops_closed", FEEDBACK, "Loops closed",
        "feedback received of which they know what became, or declined / received", SHARE,
    ),
    Formula("days_to_close", FEEDBACK, "Days to close", "median days from feedback received to a closed loop", DAYS),
    Formula(
        "learning_yield", LEARNING, "Learning yield",
        "insights from people / conversations of depth 2 or more", NUMBER,
    ),
    Formula("applied_share", LEARNING, "Applied", "insights applied or realised / insights", SHARE),
    Formula(
        "challenging_share", LEARNING, "Challenging",
        "insights that challenge you or changed your mind / insights", SHARE,
    ),
)  # fmt: skip
