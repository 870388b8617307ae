"""Shared projects as they are read: with their charter, their members and what these do."""

from datetime import date
from typing import Any, NamedTuple

from lnet.domain.charter import Field, missing
from lnet.store.read.records import View

# What goes on first, by its deadline; then what rests, then what is done, the newest first.
ACTIVE_FIRST = (
    "CASE status WHEN 'active' THEN 0 WHEN 'paused' THEN 1 ELSE 2 END, closed_on DESC, due_on IS NULL, due_on,"
    ' "key", id'
)


class Member(NamedTuple):
    """Somebody who works on it, and as what (if that was said)."""

    name: str
    slug: str
    role: str | None


class Project(NamedTuple):
    """A project shared with others: its charter from `purpose` to `exit`; `goal` is the reference of the one it serves.

    `closed_on`: the day it was closed.
    """

    ref: str
    id: int
    uid: str
    title: str
    status: str
    members: tuple[Member, ...]
    goal: str | None
    purpose: str | None
    done_when: str | None
    roles: str | None
    due_on: date | None
    cadence: str | None
    channel: str | None
    decisions: str | None
    credit: str | None
    exit: str | None
    retrospective: str | None
    closed_on: date | None
    created_at: str
    updated_at: str

    @property
    def unsaid(self) -> tuple[Field, ...]:
        """What of the charter is not said yet; who does what is said, too, if each member has a role."""
        roles = self.roles or (self.members and all(who.role for who in self.members))
        return missing(self._asdict() | {"roles": roles})

    def as_json(self) -> dict[str, Any]:
        """The fields, and as `missing` the names of those of the charter that say nothing yet."""
        return self._asdict() | {"missing": [field.name for field in self.unsaid]}


def member(item: dict[str, Any]) -> Member:
    """A member, as the query tells of one."""
    return Member(**item)


PROJECTS = View(
    (
        "(SELECT j.*, 'j' || j.id AS ref, 'g' || j.goal_id AS goal,"
        " (SELECT json_group_array(json_object('name', name, 'slug', slug, 'role', role)) FROM ("
        "   SELECT c.name, c.slug, l.role FROM project_member l JOIN contact c ON c.id = l.contact_id"
        "   WHERE l.project_id = j.id ORDER BY l.id)) AS members"
        " FROM project j)"
    ),
    Project,
    days=("due_on", "closed_on"),
    lists={"members": member},
)
