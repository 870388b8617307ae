"""Events, communities and projects of a period, with whom I met or work there."""

from datetime import date
from typing import Any, NamedTuple

from lnet.store.connect import Store
from lnet.store.read.records import View
from lnet.store.read.summary.page import ME, Page

EVENTS_MOST = 15
COMMUNITIES_MOST = 20
PROJECTS_MOST = 20
CHARTER = ("purpose", "done_when", "roles", "due_on", "cadence", "channel", "decisions", "credit", "exit")
THERE = """
(SELECT json_group_array(json_object('name', name, 'slug', slug, 'role', role)) FROM (
  SELECT c.name, c.slug, {role} AS role FROM {link} l JOIN contact c ON c.id = l.contact_id
  WHERE l.{noun}_id = {noun}.id AND {told} ORDER BY l.id))
"""
# The last conversation that belongs to a community.
LAST = (
    "(SELECT max(occurred_on) FROM interaction i WHERE i.community_id = community.id AND NOT i.planned"
    " AND i.occurred_on <= ?2)"
)


class There(NamedTuple):
    """Somebody met at an event, of a community, or at work on a project as `role`."""

    name: str
    slug: str
    role: str | None


class Event(NamedTuple):
    """An event of the period, and who was met there."""

    id: int
    name: str
    starts_on: date | None
    ends_on: date | None
    place: str | None
    people: tuple[There, ...]


class Community(NamedTuple):
    """A community I belong to, who else does, and when I last took part."""

    id: int
    name: str
    kind: str
    renews_on: date | None
    last_on: date | None
    people: tuple[There, ...]


class Project(NamedTuple):
    """A project that is under way, or was closed in the period: who works on it, and what was agreed."""

    id: int
    title: str
    status: str
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
    people: tuple[There, ...]


def there(item: dict[str, Any]) -> There:
    """Somebody there, as the query tells of one."""
    return There(**item)


def with_people(page: Page, noun: str, link: str, more: str = "", role: str = "NULL") -> str:
    """A noun's rows with the people linked to each who may be told of, and one column more."""
    people = THERE.format(noun=noun, link=link, role=role, told=page.told_of("c"))
    return f"(SELECT {noun}.*, {people} AS people{more} FROM {noun})"


def events(store: Store, page: Page) -> list[Event]:
    """The events that lie in the period, the latest first."""
    source = with_people(page, "event", "attendance")
    view = View(source, Event, days=("starts_on", "ends_on"), lists={"people": there})
    where = "starts_on <= ?2 AND coalesce(ends_on, starts_on) >= ?1"
    return view.listed(store, where, page.days, "starts_on DESC, id DESC", EVENTS_MOST)


def communities(store: Store, page: Page) -> list[Community]:
    """The communities, those in which I took part last first; for others in the order in which they were added."""
    source = with_people(page, "community", "membership", f", {LAST} AS last_on")
    view = View(source, Community, days=("renews_on", "last_on"), lists={"people": there})
    order = "last_on DESC, id" if page.audience == ME else "id"
    return view.listed(store, "?1 <= ?2", page.days, order, COMMUNITIES_MOST)


def projects(store: Store, page: Page) -> list[Project]:
    """The projects under way by their deadline, then those closed in the period."""
    goal = ", (SELECT title FROM goal g WHERE g.id = project.goal_id) AS goal"
    source = with_people(page, "project", "project_member", goal, role="l.role")
    view = View(source, Project, days=("due_on", "closed_on"), lists={"people": there})
    where = "status = 'active' OR status = 'closed' AND closed_on BETWEEN ?1 AND ?2"
    order = "status = 'closed', due_on IS NULL, due_on, id"
    return view.listed(store, where, page.days, order, PROJECTS_MOST)


def numbers(store: Store) -> tuple[int, int]:
    """How many communities there are, and how many projects under way."""
    query = "SELECT (SELECT count(*) FROM community), (SELECT count(*) FROM project WHERE status = 'active')"
    both: tuple[int, int] = store.db.execute(query).fetchone()
    return both
