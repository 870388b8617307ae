"""A look back at a project: what it was like, and what it taught. Apart from the other services: it reads clauses."""

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.domain.names import clean
from lnet.domain.sentence import read
from lnet.domain.sentence.parts import split
from lnet.errors import UsageError
from lnet.services.insights import get as get_insights
from lnet.services.logbook.clauses import INSIGHTS
from lnet.services.projects import NOUN, get
from lnet.services.references import parse, ref
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.insights import Insight
from lnet.store.read.projects import Project
from lnet.store.write import insight, interaction
from lnet.store.write.line import lines_or_none
from lnet.store.write.rows import update


class Lesson(NamedTuple):
    """What was learned: the kind of insight, its words, its topics."""

    kind: str
    text: str
    topics: Sequence[str]


class Retro(NamedTuple):
    """A project after a look back at it, the insights that yielded just now, and the step that undoes all of it."""

    project: Project
    insights: tuple[Insight, ...]
    step: int
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The fields of the project, and the insights."""
        return self.project.as_json() | {"insights": self.insights, "undo": self.step, "warnings": self.warnings}


def retro(store: Store, id: int, text: str) -> Retro:
    """Store a retrospective; its clauses `learned:`, `practice:` and `trend:` become insights for the project's goal.

    These hang on a conversation of the project, with nobody, on today: the looking back itself. A text takes the place
    of the former one, clauses alone leave it. Undo takes all of it back. Raises UsageError where nothing is said.
    """
    parts = split(unicodedata.normalize("NFC", text), INSIGHTS)
    story, lessons = lines_or_none(parts.sentence), [lesson(store, *clause) for clause in parts.clauses]
    if not story and not lessons:
        raise UsageError("what was it like? say it in a text", f'lnet project retro {ref(NOUN, id)} "…; learned: …"')
    (before,) = get(store, [id])
    with step(store, "project retro", f"{before.ref} {clean(text)}") as open_:
        if story:
            update(open_, NOUN, id, retrospective=story)
        made = yielded(open_, before, lessons) if lessons else []
    replaced = story and before.retrospective not in (None, story)
    warnings = ("it takes the place of the former retrospective",) if replaced else ()
    (after,) = get(store, [id])
    return Retro(after, get_insights(store, made), open_.id, warnings)


def lesson(store: Store, label: str, text: str) -> Lesson:
    """What a clause says, less its tags."""
    said = read("", [], store.today, options=[(label, text)])
    return Lesson(INSIGHTS[label], said.clauses[0].text, said.topics)


def yielded(open_: Step, project: Project, lessons: Sequence[Lesson]) -> list[int]:
    """Write the looking back as a conversation of the project, and its insights; gives back their ids."""
    named = parse(project.goal or "")
    goal_id = named[1] if named else None
    talk = interaction.add(
        open_, occurred_on=open_.today, participants=[], summary=f"looked back at {project.title}",
        project_id=project.id, topics=[topic for each in lessons for topic in each.topics],
    )  # fmt: skip
    return [
        insight.add(open_, text, interaction_id=talk, goal_id=goal_id, kind=kind, topics=topics)
        for kind, text, topics in lessons
    ]
