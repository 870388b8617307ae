"""The contacts of Monica's export: what lnet has a field for, and all the rest verbatim."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.addresses import is_email
from lnet.domain.cards import Address, PersonCard
from lnet.domain.names import clean, key
from lnet.exchange.days import read_birthday
from lnet.exchange.monica.things import Thing

KINDS = {"email": "email", "phone": "phone"}
TALKS = ("call", "conversation", "activity")  # collections that are conversations, read elsewhere


class Relation(NamedTuple):
    """Somebody is a `type` ("partner", "mentor") of the contact with the number `of`."""

    type: str
    of: str


class Known(NamedTuple):
    """What the account says about all: the types of contact fields, genders, names and relations, by number."""

    types: Mapping[str, Thing]
    genders: Mapping[str, str]
    names: Mapping[str, str]
    relations: Mapping[str, list[Relation]]
    today: date


class Read(NamedTuple):
    """A contact that was read, with what was odd about it, in words."""

    card: PersonCard
    problems: list[str]


def name_of(thing: Thing) -> str:
    """The name of a contact; the nickname where there is no other. May be empty."""
    parts = (str(thing.properties.get(part) or "") for part in ("first_name", "middle_name", "last_name"))
    return clean(" ".join(parts)) or clean(str(thing.properties.get("nickname") or ""))


def person(thing: Thing, where: str, known: Known) -> Read:
    """The person of a contact; its conversations are left out."""
    problems: list[str] = []
    uuid, name = thing.uuid, name_of(thing)
    for part in ("first_name", "middle_name", "last_name"):
        thing.take(part)
    nickname, place, born = clean(thing.text("nickname")), location(thing), birthday(thing, known.today, problems)
    every = thing.text("stay_in_touch_frequency")
    card = PersonCard(
        where=where, source_key=uuid or key(name) or name, name=name, organisation=clean(thing.text("company")) or None,
        title=clean(thing.text("job")) or None, location=place, birthday=born, note=note(thing, known.today),
        how_met=how_met(thing), met_on=met_on(thing, known.today),
        nicknames=(nickname,) if nickname and nickname != name else (), topics=tuple(topics(thing)),
        addresses=tuple(addresses(thing, known)), introduced_by=thing.text("first_met_through") or None,
        knows=tuple(relation.of for relation in known.relations.get(uuid, ())),
        every_days=int(every) if every.isascii() and every.isdigit() and 0 < int(every[:9]) <= 36500 else None,
    )  # fmt: skip
    return Read(card._replace(extra=extra(thing, uuid, known, problems)), problems)


# --- fields -----------------------------------------------------------------------------------------------------


def birthday(thing: Thing, today: date, problems: list[str]) -> str | None:
    """The birthday; one that was reckoned from an age is none, and stays in extra."""
    said = Thing(thing.properties.get("birthdate"))
    text = said.text("date")
    found = read_birthday(text, today)
    if not text:
        return None
    if found is None or said.take("is_age_based"):
        problems.append(f"the birthday '{text}' {'is none' if found is None else 'is but an age'}; kept in extra")
        return None
    thing.take("birthdate")
    return f"--{found[-5:]}" if said.take("is_year_unknown") else found


def met_on(thing: Thing, today: date) -> date | None:
    """The day of the first meeting; one without its year, or still to come, stays in extra."""
    said = Thing(thing.properties.get("first_met_date"))
    vague = said.take("is_year_unknown") or said.take("is_age_based")
    found = said.day("date", today)
    if found is None or vague or found > today:
        return None
    thing.take("first_met_date")
    return found


def how_met(thing: Thing) -> str | None:
    """Where and how we met."""
    told = [thing.text("first_met_where"), thing.text("first_met_additional_info")]
    return clean("; ".join(filter(None, told))) or None


def location(thing: Thing) -> str | None:
    """City and country of the first address; the addresses themselves stay in extra."""
    homes = thing.collections.get("address") or [{}]
    home = Thing(homes[0])
    return ", ".join(filter(None, (clean(home.text("city")), clean(home.text("country"))))) or None


def note(thing: Thing, today: date) -> str | None:
    """The description, then the notes in the order of their days."""
    notes = [(on_day(each.raw, today), each.text("body")) for each in thing.things("note")]
    told = [f"{day}: {body}" if day else body for day, body in sorted(notes) if body]
    return "\n".join(filter(None, [thing.text("description"), *told])) or None


def on_day(raw: Mapping[str, Any], today: date) -> str:
    """The day something was written; empty if it is not said."""
    found = Thing({"at": raw.get("created_at")}).day("at", today)
    return found.isoformat() if found else ""


def topics(thing: Thing) -> Iterator[str]:
    """The tags."""
    for tag in thing.listed("tags"):
        yield str(tag.get("name", "")) if isinstance(tag, Mapping) else str(tag)


def addresses(thing: Thing, known: Known) -> Iterator[Address]:
    """The ways to reach somebody, each as its type says: mail, telephone, a page, else a handle."""
    for each in thing.things("contact_field"):
        kind = known.types.get(str(each.take("type") or "")) or Thing({})
        text = clean(each.text("data") or each.text("content"))
        sort, label = kind.properties.get("type"), clean(str(kind.properties.get("name") or ""))
        if text:
            yield address(text, str(sort or ""), label)


def address(text: str, sort: str, label: str) -> Address:
    """One of them; an e-mail address is seen also where the type does not say so."""
    if sort not in KINDS and label.casefold() not in KINDS and not is_email(text):
        page = "://" in text or text.casefold().startswith("www.")
        return Address("url" if page else "handle", text, label or None)
    kind = KINDS.get(sort) or KINDS.get(label.casefold()) or "email"
    if kind == "email" and not is_email(text):
        kind = "handle"
    return Address(kind, text, None if label.casefold() in KINDS else label or None)


# --- the rest ---------------------------------------------------------------------------------------------------


def extra(thing: Thing, uuid: str, known: Known, problems: list[str]) -> dict[str, Any]:
    """All that lnet has no field for, verbatim; genders and relations with their names."""
    gender = known.genders.get(str(thing.properties.get("gender") or ""))
    if gender:
        thing.properties["gender"] = gender
    if thing.properties.get("is_dead"):
        problems.append("has died, as Monica says; kept in extra")
    for collection in TALKS:
        thing.collections.pop(collection, None)
    if thing.properties.pop("is_active", True) is False:
        problems.append("is archived in Monica; kept in extra")
        thing.properties["is_archived"] = True
    left = thing.rest
    relations = known.relations.get(uuid, ())
    told = [f"{each.type} of {known.names.get(each.of, each.of)}" for each in relations]
    problems += [f"{said}; kept in extra" for said in open_ends(Thing(left))]
    return left | ({"relationships": told} if told else {})


def open_ends(left: Thing) -> Iterator[str]:
    """What of the rest one may still wait for: tasks that are open, and reminders that come again."""
    for task in map(Thing, left.listed("task")):
        if not task.take("completed"):
            yield f"the task '{clean(task.text('title'))}' is open"
    for reminder in map(Thing, left.listed("reminder")):
        title, sort = clean(reminder.text("title")), reminder.text("frequency_type")
        if sort and sort != "one_time" and not reminder.take("inactive"):
            number = reminder.text("frequency_number")
            often = sort if number in ("", "1") else f"{number} {sort}s"
            yield f"the reminder '{title}' comes every {often}"
