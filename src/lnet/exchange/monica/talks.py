"""The conversations of Monica's export: activities of many, calls, messages, and reminders of days to come as plans."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from lnet.domain.cards import Item, PersonCard, Rejected, TalkCard
from lnet.domain.names import clean
from lnet.exchange.monica.things import Thing
from lnet.exchange.wording import channel_in

# The kinds of activity that Monica brings along; all of them are things one does together in one place.
TOGETHER = {
    "just_hung_out", "watched_movie_at_home", "talked_at_home", "did_sport_activities_together", "ate_at_his_place",
    "ate_at_their_place", "went_bar", "ate_at_home", "picnicked", "ate_restaurant", "went_theater", "went_concert",
    "went_play", "went_museum",
}  # fmt: skip


def activities(
    things: Iterable[Thing], took_part: Mapping[str, Sequence[PersonCard]], kinds: Mapping[str, Thing], today: date
) -> Iterator[Item]:
    """The activities: a day, those who took part, what was done, and what was told about it."""
    for number, thing in enumerate(things, 1):
        where, on = f"activity {number}", thing.day("happened_at", today)
        summary, people = clean(thing.text("summary")), took_part.get(thing.uuid, ())
        if why := refusal(on, today) or ("" if people else "nobody took part; not taken in"):
            yield Rejected(where, f"'{summary[:80]}': {why}" if summary else why)
            continue
        kind = Thing(kinds[at].raw) if (at := thing.text("type")) in kinds else Thing({"name": at})
        key = kind.text("translation_key")
        sort = clean(kind.text("name") or key.replace("_", " "))
        together = key in TOGETHER
        yield TalkCard(
            where=where, source_key=thing.uuid or f"activity {on} {summary}", occurred_on=on or today,
            people=tuple(people), channel="in_person" if together else channel_in(f"{summary} {sort}"),
            summary=summary or sort, note=told(thing.text("description"), f"({sort})" if sort and summary else ""),
        )  # fmt: skip


def refusal(on: date | None, today: date) -> str:
    """Why there is no conversation of that day; empty if there may be one."""
    if on is None:
        return "no day; not taken in"
    return f"{on.isoformat()} lies in the future; not taken in" if on > today else ""


def of_contact(thing: Thing, card: PersonCard, kinds: Mapping[str, Thing], today: date) -> Iterator[Item]:
    """The conversations that hang on one contact."""
    yield from numbered(card, "call", (call(each, card, today) for each in thing.things("call")))
    found = (messages(each, card, kinds, today) for each in thing.things("conversation"))
    yield from numbered(card, "conversation", found)
    yield from plans(thing.collections.get("reminder", ()), card, today)


def numbered(card: PersonCard, sort: str, found: Iterable[TalkCard | str]) -> Iterator[Item]:
    """The conversations of one sort, each with its place and a key; a text is why there is none."""
    for number, each in enumerate(found, 1):
        where = f"{card.where}, {sort} {number}"
        if isinstance(each, str):
            yield Rejected(where, f"{card.name}: {each}")
        else:
            at = each.source_key or f"{card.source_key} {sort} {each.occurred_on}"
            yield each._replace(where=where, source_key=at)


def call(thing: Thing, card: PersonCard, today: date) -> TalkCard | str:
    """A telephone call."""
    on, called = thing.day("called_at", today), thing.take("contact_called")
    if why := refusal(on, today):
        return why
    direction = "mutual" if called is None else "inbound" if called else "outbound"
    return TalkCard(
        where="", source_key=thing.uuid, occurred_on=on or today, people=(card,), channel="call", direction=direction,
        note=told(thing.text("content"), *(f"({clean(str(each))})" for each in thing.listed("emotions"))),
    )  # fmt: skip


def told(*texts: str) -> str | None:
    """What was told, a line each; None for nothing."""
    return "\n".join(filter(None, texts)) or None


def messages(thing: Thing, card: PersonCard, kinds: Mapping[str, Thing], today: date) -> TalkCard | str:
    """Messages that were exchanged on a day, each with who wrote it."""
    on = thing.day("happened_at", today)
    if why := refusal(on, today):
        return why
    kind = kinds.get(str(thing.take("contact_field_type") or "")) or Thing({})
    sent = [Thing(each) for each in thing.listed("messages") if isinstance(each, Mapping)]
    mine = {bool(each.properties.get("written_by_me")) for each in sent}
    lines = (f"{'me' if each.take('written_by_me') else card.name}: {each.text('content')}" for each in sent)
    return TalkCard(
        where="", source_key=thing.uuid, occurred_on=on or today, people=(card,),
        channel="email" if kind.properties.get("type") == "email" else "chat",
        direction="mutual" if len(mine) != 1 else "outbound" if mine == {True} else "inbound",
        note=told(*lines),
    )  # fmt: skip


def plans(reminders: Iterable[Any], card: PersonCard, today: date) -> Iterator[Item]:
    """The reminders of one day to come, each as a conversation that is planned."""
    for number, thing in enumerate(map(Thing, reminders), 1):
        on, title = thing.day("initial_date", today), clean(thing.text("title"))
        once = thing.text("frequency_type") in ("one_time", "") and not thing.take("inactive")
        if on and on > today and once:
            at = thing.uuid or f"{card.source_key} reminder {title}"
            yield TalkCard(
                where=f"{card.where}, reminder {number}", source_key=at, occurred_on=on, people=(card,), summary=title,
                note=thing.text("description") or None, planned=True,
            )  # fmt: skip
