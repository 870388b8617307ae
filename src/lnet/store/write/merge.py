"""Everything that hangs on one contact, moved to another, row by row and in place.

`LINKS` names every table whose rows belong to a contact; a test holds it against the one description of the data.
"""

from typing import Any, NamedTuple

from lnet.domain.one_person import joined
from lnet.store.journal import Step
from lnet.store.write.rows import NOW, Value, delete, link, update


class Link(NamedTuple):
    """A table whose rows belong to somebody by `contact_id`; `noun` is what they are called together.

    `once` are the columns of which, with the person, there is one row at most; none where there may be many. Where both
    people have such a row one is left: a text of `joined` holds what both said, a truth of `either` what one did, a day
    of `latest` is the later one.
    """

    table: str
    noun: str
    once: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The columns that say something of the two together."""
        return (*self.joined, *self.either, *self.latest)

    def united(self, column: str, one: Any, two: Any) -> Value:
        """What such a column says where both said something of their own."""
        if column in self.latest:
            return max(filter(None, (one, two)), default=None)
        return max(one, two) if column in self.either else joined(one, two)


LINKS = (
    Link("participant", "interactions", ("interaction_id",)),
    Link("mention", "mentions", ("interaction_id",)),
    Link("promise", "promises"),
    Link("goal_contact", "goals", ("goal_id",), joined=("helps_with",)),
    Link("feedback", "feedback"),
    Link("insight", "insights"),
    Link("exchange", "exchanges"),
    Link("share", "resources"),
    Link("attendance", "events", ("event_id",), joined=("note",), either=("follow_up",), latest=("reviewed_on",)),
    Link("membership", "communities", ("community_id",)),
    Link("project_member", "projects", ("project_id",), joined=("role",)),
    Link("mentor_agreement", "agreements"),
    Link("drift_answer", "answers"),
    Link("nickname", "nicknames", ("key",)),
    Link("contact_role", "roles", ("role",)),
    Link("contact_topic", "topics", ("topic",)),
    Link("method", "methods", ("kind", "key"), joined=("label",), either=("is_primary",)),
    Link("slug_alias", "former_slugs"),
)
# What points at a contact in another way, each with a function of its own below.
OTHERWISE = (
    ("acquaintance", "contact_id"), ("acquaintance", "other_id"), ("distinct_pair", "contact_id"),
    ("distinct_pair", "other_id"), ("contact", "introduced_by"),
)  # fmt: skip


class Moved(NamedTuple):
    """How many rows of a noun went from one contact to another, and how many both had already."""

    noun: str
    rows: int
    both: int


def move_all(step: Step, keep: int, other: int) -> list[Moved]:
    """Move everything that hangs on one contact to another, and delete the former. Undo brings all of it back."""
    end_second_agreement(step, keep, other)
    one_primary(step, keep, other)
    moved = [move(step, each, keep, other) for each in LINKS]
    moved += [Moved("acquaintances", *move_pairs(step, "acquaintance", keep, other, either="introduced_by_me"))]
    moved += [Moved("distinct", *move_pairs(step, "distinct_pair", keep, other))]
    moved += [Moved("introduced", move_introduced(step, keep, other), 0)]
    no_mention_of_those_present(step, keep)
    move_origin(step, keep, other)
    return moved


def move(step: Step, kind: Link, keep: int, other: int) -> Moved:
    """Move the rows of one table; of those that both have one is left."""
    both = unite_rows(step, kind, keep, other) if kind.once else 0
    cursor = step.db.execute(
        f"UPDATE {kind.table} SET contact_id = ?, updated_at = {NOW} WHERE contact_id = ?", (keep, other)
    )
    return Moved(kind.noun, cursor.rowcount, both)


def unite_rows(step: Step, kind: Link, keep: int, other: int) -> int:
    """Make one row of those that both have, and give back how many those are."""
    same = " AND ".join(f'mine."{name}" = theirs."{name}"' for name in kind.once)
    shown = ", ".join(["mine.id", "theirs.id", *(f"mine.{name}, theirs.{name}" for name in kind.said)])
    rows = step.db.execute(
        f"SELECT {shown} FROM {kind.table} theirs JOIN {kind.table} mine ON mine.contact_id = ? AND {same}"
        " WHERE theirs.contact_id = ? ORDER BY theirs.id",
        (keep, other),
    ).fetchall()
    for mine, theirs, *said in rows:
        pairs = zip(kind.said, said[::2], said[1::2], strict=True)
        values = {name: kind.united(name, one, two) for name, one, two in pairs}
        update(step, kind.table, mine, **values)
        delete(step, kind.table, id=theirs)
    return len(rows)


def end_second_agreement(step: Step, keep: int, other: int) -> None:
    """Where both have an agreement in force, the kept contact's goes on, and the other's ends today."""
    in_force = "SELECT id FROM mentor_agreement WHERE contact_id = ? AND ended_on IS NULL"
    if step.db.execute(in_force, (keep,)).fetchone():
        for (id,) in step.db.execute(in_force, (other,)).fetchall():
            update(step, "mentor_agreement", id, ended_on=step.today)


def one_primary(step: Step, keep: int, other: int) -> None:
    """The kept contact's first address of a kind stays the first."""
    rows = step.db.execute(
        "SELECT id FROM method WHERE contact_id = ? AND is_primary AND kind IN"
        " (SELECT kind FROM method WHERE contact_id = ? AND is_primary)",
        (other, keep),
    ).fetchall()
    for (id,) in rows:
        update(step, "method", id, is_primary=False)


def move_pairs(step: Step, table: str, keep: int, other: int, either: str = "") -> tuple[int, int]:
    """Move the pairs of a table, the smaller id first; nobody is in a pair with themselves, and a pair stands once.

    `either` is a truth that holds of a pair of which both contacts had one, if it held of one of them.
    """
    rows = step.db.execute(
        f"SELECT id, iif(contact_id = ?1, other_id, contact_id), {either or 0} FROM {table}"
        " WHERE ?1 IN (contact_id, other_id) ORDER BY id",
        (other,),
    ).fetchall()
    moved = both = 0
    for id, friend, holds in rows:
        first, second = sorted((keep, friend))
        mine = step.db.execute(
            f"SELECT id, {either or 0} FROM {table} WHERE contact_id = ? AND other_id = ?", (first, second)
        ).fetchone()
        if friend != keep and mine is None:
            moved += update(step, table, id, contact_id=first, other_id=second)
            continue
        delete(step, table, id=id)
        if mine is not None and friend != keep:
            both += 1
            update(step, table, mine[0], **({either: max(mine[1], holds)} if either else {}))
    return moved, both


def move_introduced(step: Step, keep: int, other: int) -> int:
    """Whoever was introduced by the other was introduced by the kept contact; gives back how many those are."""
    cursor = step.db.execute(
        f"UPDATE contact SET introduced_by = ?1, updated_at = {NOW} WHERE introduced_by = ?2 AND id NOT IN (?1, ?2)",
        (keep, other),
    )
    return cursor.rowcount


def no_mention_of_those_present(step: Step, keep: int) -> None:
    """Who took part in a conversation is not also named in it as somebody else."""
    step.db.execute(
        "DELETE FROM mention WHERE contact_id = ?1 AND interaction_id IN"
        " (SELECT interaction_id FROM participant WHERE contact_id = ?1)",
        (keep,),
    )


def move_origin(step: Step, keep: int, other: int) -> None:
    """What an import brought as the other is known as the kept contact from now on, so that it comes only once."""
    step.db.execute(
        f"UPDATE provenance SET row_uid = (SELECT uid FROM contact WHERE id = ?), updated_at = {NOW}"
        " WHERE tbl = 'contact' AND row_uid = (SELECT uid FROM contact WHERE id = ?)",
        (keep, other),
    )


def leave_slug(step: Step, keep: int, other: int, slug: str) -> None:
    """Delete the other contact, on whom nothing hangs any more; their slug finds the kept one."""
    delete(step, "contact", id=other)
    link(step, "slug_alias", contact_id=keep, slug=slug)
