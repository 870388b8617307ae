"""What is known of a network when it is asked what is thin, and what a suggestion is."""

from collections.abc import Collection
from typing import NamedTuple

from lnet.domain.metrics.coverage import VOICES

YEAR_DAYS = 365
LATELY_DAYS = 90  # in which something should have been given


class Somebody(NamedTuple):
    """Who is meant by a suggestion."""

    name: str
    slug: str


ANYBODY = Somebody("somebody", "NAME")


class Aim(NamedTuple):
    """An active goal: how many people help with it, how many of them are mentors, and of how many organisations."""

    ref: str
    title: str
    people: int
    mentors: int
    houses: int


class Situation(NamedTuple):
    """What the rules look at: numbers of a `period` unless said otherwise, and whom or what a suggestion would name.

    `aims`: the active goals, the nearest target first. `voice`: somebody whose topic is one of the first goal that has
    nobody; `mentor`: a mentor who is not linked to the first goal that has people and no mentor, `helper`: somebody who
    is; `other`: somebody from elsewhere whose topic is one of `other_aim`, which is one-sided. `given`, `received`: in
    90 days; `link`: the address of a resource, and `reader` whose topic it has. `lesson`: an insight not applied.
    `rare`: somebody of the rarest field, `field`. `pair`: two who are often together.
    """

    period: str = "in a year"
    people: int = 0
    conversations: int = 0
    aims: tuple[Aim, ...] = ()
    voice: Somebody | None = None
    mentor: Somebody | None = None
    helper: Somebody | None = None
    other: Somebody | None = None
    other_aim: str = ""
    asked: int = 0
    adviser: Somebody | None = None
    given: int = 0
    received: int = 0
    link: str = ""
    reader: Somebody | None = None
    insights: int = 0
    applied: int = 0
    lesson: str = ""
    latest: Somebody | None = None
    fields: tuple[int, ...] = ()
    rare: Somebody | None = None
    field: str = ""
    events: int = 0
    communities: int = 0
    forums: int = 0
    projects: int = 0
    collaborator: Somebody | None = None
    acquaintances: int = 0
    pair: tuple[Somebody, Somebody] | None = None
    talked: int = 0
    dormant: int = 0


class Gap(NamedTuple):
    """A technique that is unused or thin: what to do, the numbers behind it, and the command that begins it."""

    technique: str
    text: str
    evidence: str
    command: str


def lonely(aims: Collection[Aim]) -> Aim | None:
    """The first goal that nobody helps with."""
    return next((aim for aim in aims if not aim.people), None)


def one_sided(aims: Collection[Aim]) -> list[Aim]:
    """The goals that hang on one person or one organisation."""
    return [aim for aim in aims if aim.people and min(aim.people, aim.houses) < VOICES]


def unmentored(aims: Collection[Aim]) -> Aim | None:
    """The first goal that people help with, none of them a mentor."""
    return next((aim for aim in aims if aim.people and not aim.mentors), None)
