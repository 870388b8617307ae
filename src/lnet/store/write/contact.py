"""Contacts, as they are written; whoever writes a contact (a command, an importer) calls these."""

from collections.abc import Iterable

from lnet.domain.addresses import address_key
from lnet.domain.names import clean, key, slug
from lnet.store.journal import Step
from lnet.store.write.rows import Value, delete, insert, link, update


def add(step: Step, name: str, **values: Value) -> int:
    """Add a contact and give back its id; key and slug follow from the name. Undo removes the contact."""
    name = clean(name)
    wanted = slug(name) or f"c{next_id(step)}"
    return insert(step, "contact", name=name, key=key(name), slug=free_slug(step, wanted), **values)


def next_id(step: Step) -> int:
    """The id that the next new contact will have."""
    row = step.db.execute("SELECT seq + 1 FROM sqlite_sequence WHERE name = 'contact'").fetchone()
    return int(row[0]) if row else 1


def rename(step: Step, id: int, name: str) -> bool:
    """Give a contact another name; the slug stays, so that what was typed or scripted still finds them."""
    name = clean(name)
    return update(step, "contact", id, name=name, key=key(name))


def free_slug(step: Step, wanted: str) -> str:
    """The slug, with -2, -3 … where it is taken (or was, before a merge)."""
    taken = {
        row[0]
        for row in step.db.execute(
            "SELECT slug FROM contact WHERE slug = ?1 OR slug GLOB ?1 || '-[0-9]*'"
            " UNION SELECT slug FROM slug_alias WHERE slug = ?1 OR slug GLOB ?1 || '-[0-9]*'",
            (wanted,),
        )
    }
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def add_nicknames(step: Step, id: int, names: Iterable[str]) -> None:
    """Nicknames the contact does not have yet; an empty one is left out."""
    for name in map(clean, names):
        if key(name):
            link(step, "nickname", contact_id=id, name=name, key=key(name))


def remove_nicknames(step: Step, id: int, names: Iterable[str]) -> None:
    """Take nicknames away, however they are cased or accented."""
    for name in names:
        delete(step, "nickname", contact_id=id, key=key(name))


def add_roles(step: Step, id: int, roles: Iterable[str]) -> int:
    """Roles the contact does not have yet; gives back how many those are."""
    return sum(link(step, "contact_role", contact_id=id, role=role) for role in roles)


def remove_roles(step: Step, id: int, roles: Iterable[str]) -> None:
    """Take roles away."""
    for role in roles:
        delete(step, "contact_role", contact_id=id, role=role)


def add_method(
    step: Step, id: int, kind: str, value: str, label: str | None = None, *, primary: bool = False, at: str = ""
) -> None:
    """A way to reach the contact, unless it is there already; `at` is its key, where that is more than its spelling."""
    value = clean(value)
    if value:
        at = at or address_key(kind, value)
        link(step, "method", contact_id=id, kind=kind, value=value, key=at, label=label, is_primary=primary)


def remove_method(step: Step, id: int, kind: str, value: str, at: str = "") -> None:
    """Take a way to reach the contact away, by either key."""
    for each in {at or address_key(kind, clean(value)), address_key(kind, clean(value))}:
        delete(step, "method", contact_id=id, kind=kind, key=each)


def delete_lone_conversations(step: Step, id: int) -> int:
    """Delete the conversations in which only this contact took part; gives back how many. The others stay."""
    alone = step.db.execute(
        "SELECT interaction_id FROM participant WHERE contact_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM participant o WHERE o.interaction_id = participant.interaction_id AND o.contact_id <> ?1)",
        (id,),
    ).fetchall()
    return sum(delete(step, "interaction", id=interaction) for (interaction,) in alone)
