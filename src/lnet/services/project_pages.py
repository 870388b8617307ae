"""One project whole. Apart from the other services: its reads are costly to load."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lnet.services.projects import get
from lnet.services.references import parse
from lnet.store.connect import Store
from lnet.store.read import titles
from lnet.store.read.belonging import Belonging, belonging
from lnet.store.read.feedback import BY_STATE, FEEDBACK, Feedback
from lnet.store.read.projects import Project

SHOWN = 5  # of each list, where people read it
OF_PROJECT = "id IN (SELECT id FROM feedback WHERE project_id = ?)"


class Page(NamedTuple):
    """A project whole: what its goal is called (None without one), and what hangs on it."""

    project: Project
    goal: str | None
    belonging: Belonging
    feedback: Sequence[Feedback]

    def as_json(self) -> dict[str, Any]:
        """The fields of the project, and each list."""
        lists = {"interactions": self.belonging.interactions, "insights": self.belonging.insights}
        return self.project.as_json() | lists | {"feedback": self.feedback}


def pages(store: Store, ids: Sequence[int], most: int | None = SHOWN) -> tuple[Page, ...]:
    """These projects, with at most so many conversations and insights (None: all).

    Raises NotFoundError for an id that is none.
    """
    return tuple(page(store, project, most) for project in get(store, ids))


def page(store: Store, project: Project, most: int | None) -> Page:
    """One project with all that hangs on it, in a fixed number of statements."""
    named = parse(project.goal or "")
    goal = titles.by_id(store, *named) if named else None
    notes = FEEDBACK.listed(store, OF_PROJECT, (project.id,), BY_STATE)
    return Page(project, goal.title if goal else None, belonging(store, "project", project.id, most), notes)
