"""The words the domain allows, each list in the order in which people are shown it."""

CIRCLES = ("inner", "close", "active", "wide")
ROLES = (
    "mentor", "advisor", "coach", "sponsor", "peer", "mentee", "collaborator", "expert", "community_member", "alum",
    "other",
)  # fmt: skip
CONTACT_STATUSES = ("active", "paused", "quiet", "archived")
SHARES = ("never", "alias", "name")
METHOD_KINDS = ("email", "phone", "url", "handle")
CHANNELS = ("in_person", "video", "call", "email", "chat", "forum", "event", "letter", "other")
DIRECTIONS = ("mutual", "outbound", "inbound")
DEPTHS = ("ambient", "chat", "substantive", "deep")  # stored as 1..4
OWED_BY = ("me", "them")
PROMISE_STATUSES = ("open", "kept", "renegotiated", "released")
DRIFT_ANSWERS = ("keep", "lengthen", "rest", "archive")  # what the review was told about somebody who drifted
PROMISE_OWED = ("open", "renegotiated")  # still owed: a renegotiated promise waits for its new day
AREAS = ("personal", "professional")
GOAL_STATUSES = ("active", "paused", "achieved", "dropped")
FEEDBACK_DIRECTIONS = ("requested", "received", "given")
FRAMES = ("advice", "feedback", "feedforward")
LOOPS = ("open", "acted", "told", "declined", "no_answer")
INSIGHT_KINDS = ("idea", "practice", "trend", "fact")
STANCES = ("confirms", "extends", "challenges", "changed_mind")
VALUES = ("potential", "applied", "realised")
COMMUNITY_KINDS = ("association", "forum", "meetup", "course", "alumni", "company", "other")
PROJECT_STATUSES = ("active", "paused", "closed")
GIVEN_OR_RECEIVED = ("given", "received")
EXCHANGE_KINDS = ("advice", "introduction", "feedback", "support", "opportunity", "other")
RESOURCE_KINDS = ("article", "book", "course", "paper", "podcast", "talk", "tool", "video", "other")
MENTOR_FUNCTIONS = ("career", "psychosocial")

# The letter before the number in a short reference: g3, p12.
REFERENCE_LETTERS = {
    "i": "interaction", "p": "promise", "g": "goal", "f": "feedback", "n": "insight", "e": "event", "c": "community",
    "j": "project", "x": "exchange", "r": "resource",
}  # fmt: skip
