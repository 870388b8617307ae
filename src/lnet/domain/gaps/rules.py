"""The rules: each is a function of the whole situation that gives a suggestion or none.

They stand in the order of their use: first what the network is for, then who helps with it, then what is exchanged,
then where new people come from.
"""

from collections.abc import Callable
from shlex import quote

from lnet.domain.gaps.situation import ANYBODY, LATELY_DAYS, Gap, Situation, lonely, one_sided, unmentored
from lnet.domain.metrics import perspectives
from lnet.domain.metrics.measure import ACTS_LEAST, PEOPLE_LEAST
from lnet.domain.numbers import counted

PERSPECTIVES_LEAST = 2.0  # effective fields
DORMANT_MOST = 0.5  # of the people ever talked to
QUESTION = "What would you do differently in my place?"


def no_goal(now: Situation) -> Gap | None:
    """No active goal: nothing says what the conversations are for."""
    if now.aims:
        return None
    evidence = f"0 active goals, {counted(now.people, 'person', 'people')}"
    return Gap("goal", "Say what you want to learn or reach.", evidence, "lnet goal add TITLE")


def no_second_voice(now: Situation) -> Gap | None:
    """A goal that nobody helps with."""
    aim = lonely(now.aims)
    if aim is None:
        return None
    number = sum(not each.people for each in now.aims)
    evidence = f"{number} of {counted(len(now.aims), 'active goal')} without anybody linked"
    name, slug = now.voice or ANYBODY
    text = f"Let {name} help with {aim.ref} {aim.title}."
    return Gap("second_voice", text, evidence, f"lnet goal link {aim.ref} {slug}")


def no_mentor(now: Situation) -> Gap | None:
    """A goal that people help with, none of whom is a mentor: link one, or ask one of them to be one."""
    aim = unmentored(now.aims)
    if aim is None:
        return None
    number = sum(not each.mentors for each in now.aims)
    evidence = f"{number} of {counted(len(now.aims), 'active goal')} without a mentor"
    if now.mentor:
        text = f"Ask your mentor {now.mentor.name} about {aim.ref} {aim.title}."
        return Gap("mentor", text, evidence, f"lnet goal link {aim.ref} {now.mentor.slug}")
    name, slug = now.helper or ANYBODY
    text = f"Ask {name} to be your mentor for {aim.ref} {aim.title}."
    return Gap("mentor", text, evidence, f"lnet contact mentor {slug} --every 30d")


def one_house(now: Situation) -> Gap | None:
    """A goal that hangs on one person or one organisation, while somebody from elsewhere knows its topic."""
    aim = next((aim for aim in now.aims if aim.ref == now.other_aim), None)
    if aim is None or now.other is None:
        return None
    number = len(one_sided(now.aims))
    evidence = f"{number} of {counted(len(now.aims), 'active goal')} with one person or one organisation"
    text = f"Hear {now.other.name} on {aim.ref} {aim.title}, too."
    return Gap("other_view", text, evidence, f"lnet goal link {aim.ref} {now.other.slug}")


def feedback_unasked(now: Situation) -> Gap | None:
    """Nobody was asked for feedback in the period."""
    if now.asked or now.adviser is None:
        return None
    evidence = f"asked for 0 times {now.period}"
    command = f"lnet feedback ask {now.adviser.slug} {quote(QUESTION)} --frame advice"
    return Gap("feedback", f"Ask {now.adviser.name} for advice on something of yours.", evidence, command)


def nothing_given(now: Situation) -> Gap | None:
    """Nothing was given in 90 days, neither help nor a resource."""
    if now.given or not now.people:
        return None
    evidence = f"0 given and {now.received} received in {LATELY_DAYS} days"
    if now.link and now.reader:
        text = f"Share something with {now.reader.name} that is about a topic of theirs."
        return Gap("giving", text, evidence, f"lnet share {quote(now.link)} --to {now.reader.slug}")
    return Gap("giving", "See whom you could help this week.", evidence, "lnet give")


def nothing_learned(now: Situation) -> Gap | None:
    """Conversations enough, and no insight noted in the period."""
    if now.insights or now.conversations < ACTS_LEAST:
        return None
    evidence = f"0 insights from {counted(now.conversations, 'conversation')} {now.period}"
    who = f" --from {now.latest.slug}" if now.latest else ""
    return Gap("insight", "Note what you took from your last conversation.", evidence, f"lnet learn TEXT{who}")


def nothing_applied(now: Situation) -> Gap | None:
    """Insights enough in the period, and none applied."""
    if now.applied or now.insights < ACTS_LEAST or not now.lesson:
        return None
    evidence = f"0 of {counted(now.insights, 'insight')} {now.period} applied"
    return Gap(
        "applying", f"Try {now.lesson} out, and note that you did.", evidence, f"lnet insight apply {now.lesson}"
    )


def one_perspective(now: Situation) -> Gap | None:
    """Fewer than two effective fields among the people."""
    measure = perspectives(now.fields)
    if measure.value is None or measure.value >= PERSPECTIVES_LEAST:
        return None
    evidence = f"{max(now.fields)} of {measure.n} people from one field: {measure.value:.2f} perspectives"
    if now.rare:
        text = f"Write to {now.rare.name}, whose field is {now.field}."
        return Gap("perspectives", text, evidence, f"lnet draft {now.rare.slug}")
    return Gap("perspectives", "Meet somebody from another field.", evidence, "lnet add NAME --field FIELD")


def no_event(now: Situation) -> Gap | None:
    """No event in the period, nor one to come."""
    if now.events:
        return None
    evidence = f"0 events {now.period}"
    return Gap("event", "Choose one conference or meetup.", evidence, "lnet event add NAME --on DATE")


def no_community(now: Situation) -> Gap | None:
    """No community at all."""
    if now.communities:
        return None
    command = "lnet community add NAME --kind association"
    return Gap("community", "Join an association or a meetup.", "0 communities", command)


def no_forum(now: Situation) -> Gap | None:
    """No forum among the communities, and no conversation in one in the period."""
    if now.forums or not now.communities:
        return None
    evidence = f"0 forums among {counted(now.communities, 'community', 'communities')}"
    return Gap("forum", "Join a forum, where you can ask in writing.", evidence, "lnet community add NAME --kind forum")


def no_project(now: Situation) -> Gap | None:
    """No project that runs, or ended in the period."""
    if now.projects:
        return None
    who = f" --with {now.collaborator.slug}" if now.collaborator else ""
    text = f"Begin something small with {now.collaborator.name if now.collaborator else 'somebody'}."
    return Gap("project", text, f"0 projects {now.period}", f"lnet project add TITLE{who}")


def no_acquaintance(now: Situation) -> Gap | None:
    """People enough, and of nobody it is noted whom they know."""
    if now.acquaintances or now.people < PEOPLE_LEAST or now.pair is None:
        return None
    one, other = now.pair
    evidence = f"0 acquaintances among {now.people} people"
    text = f"Note that {one.name} and {other.name} know each other."
    return Gap("acquaintances", text, evidence, f"lnet contact know {one.slug} {other.slug}")


def much_asleep(now: Situation) -> Gap | None:
    """Half of the people ever talked to are dormant ties, or more."""
    if now.talked < PEOPLE_LEAST or now.dormant < DORMANT_MOST * now.talked:
        return None
    evidence = f"{now.dormant} of {now.talked} ties dormant"
    return Gap("dormant", "Turn to somebody you have lost sight of.", evidence, "lnet reconnect")


RULES: tuple[Callable[[Situation], Gap | None], ...] = (
    no_goal, no_second_voice, no_mentor, one_house, feedback_unasked, nothing_given, nothing_learned, nothing_applied,
    one_perspective, no_event, no_community, no_forum, no_project, no_acquaintance, much_asleep,
)  # fmt: skip
