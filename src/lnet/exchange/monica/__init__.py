"""Monica's export of an account as JSON: contacts with what hangs on them, activities, relationships.

{"app_version": …, "account": {"data": [{"type": "contact", "values": […]}, …], "instance": {…}}}: objects have a uuid,
properties, and collections of other objects (`things.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lnet.domain.cards import Item, PersonCard, Problem, Rejected
from lnet.exchange.monica.people import Known, Relation, name_of, person
from lnet.exchange.monica.talks import activities, of_contact
from lnet.exchange.monica.things import Thing, document, values
from lnet.exchange.source import Format, Source

# What hangs on no contact, and has no place here.
LEFT = {"journal_entries": "journal entries", "photo": "photos", "document": "documents"}


def account_of(source: Source) -> Thing | None:
    """The account in a file; None if there is none."""
    found = document(source)
    account = found.get("account") if found else None
    if not isinstance(account, Mapping) or not (account.get("data") or account.get("contacts")):
        return None
    return Thing(account)


def fits(source: Source) -> bool:
    """Whether the file is such an export."""
    return '"account"' in source.text and account_of(source) is not None


def read(source: Source) -> Iterator[Item]:
    """The contacts, then the activities, and everything odd about them.

    Raises BadInputError for a file that holds no account.
    """
    account = account_of(source)
    if account is None:
        raise source.refusal('no export of Monica ({"account": {"data": […]}})')
    contacts = account.several("contact")
    known = about(account, contacts, source)
    took_part: dict[str, list[PersonCard]] = defaultdict(list)
    for number, raw in enumerate(contacts, 1):
        yield from of_one(raw, f"contact {number}", known, took_part)
    kinds = of_instance(account, "activity_types")
    yield from activities(account.things("activity"), took_part, kinds, source.today)
    yield from left_out(account)


def of_one(raw: Any, where: str, known: Known, took_part: dict[str, list[PersonCard]]) -> Iterator[Item]:
    """One contact, what was odd about it, and the conversations that hang on it; who took part in what is noted."""
    if not name_of(Thing(raw)):
        yield Rejected(where, "no name")
        return
    card, problems = person(Thing(raw), where, known)
    yield from (Problem(where, f"{card.name}: {what}") for what in problems)
    yield card
    yield from of_contact(Thing(raw), card, known.types, known.today)
    for activity in Thing(raw).several("activity"):
        took_part[str(activity.get("uuid") if isinstance(activity, Mapping) else activity)].append(card)


def about(account: Thing, contacts: Iterable[Any], source: Source) -> Known:
    """What the account says about all its contacts."""
    genders = {at: str(each.properties.get("name")) for at, each in of_instance(account, "genders").items()}
    names = {each.uuid: name_of(each) for each in map(Thing, contacts)}
    return Known(of_instance(account, "contact_field_types"), genders, names, relations(account), source.today)


def of_instance(account: Thing, name: str) -> dict[str, Thing]:
    """The types of something, by their number."""
    instance = account.raw.get("instance")
    found = values(instance.get(name)) if isinstance(instance, Mapping) else []
    return {thing.uuid: thing for thing in map(Thing, found)}


def relations(account: Thing) -> dict[str, list[Relation]]:
    """Who is what of whom, by the number of who it is."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for each in account.things("relationship"):
        found[each.text("contact_is")].append(Relation(each.text("type"), each.text("of_contact")))
    return found


def left_out(account: Thing) -> Iterator[Item]:
    """What the file holds besides people and conversations."""
    for name, words in LEFT.items():
        found: list[Any] = account.collections.get(name) or values(account.properties.get(name))
        if found:
            yield Problem("account", f"{len(found)} {words} are not taken in")


FORMAT = Format("monica", "Monica's JSON export", fits, read, sign='{"account": …}')
