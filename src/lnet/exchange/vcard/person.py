"""Who a card that was read is about."""

import re

from lnet.domain.cards import PersonCard
from lnet.domain.names import clean
from lnet.exchange.vcard.properties import Property
from lnet.exchange.vcard.reading import Reading

EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def called(reading: Reading) -> tuple[str, str]:
    """What they are called; and by what, where that is no name ("" where it is)."""
    if reading.full_name:
        return reading.full_name, ""
    parts = composed(reading.parts_of_name) if reading.parts_of_name else ""
    first = {each.kind: each.value for each in reversed(reading.addresses)}
    ranked = (
        (parts, ""), (next(iter(reading.lists["nicknames"]), ""), "nickname"),
        (reading.values.get("organisation", ""), "organisation"), (first.get("email", ""), "email address"),
        (first.get("phone", ""), "phone number"), (first.get("handle", ""), "handle"),
        (first.get("url", ""), "page"),
    )  # fmt: skip
    return next(((text, by) for text, by in ranked if text), ("", ""))


def person_of(reading: Reading, where: str, name: str) -> PersonCard:
    """The person, still without a key."""
    nicknames, topics, roles, aims = (
        tuple(dict.fromkeys(reading.lists[at])) for at in ("nicknames", "topics", "roles", "aims")
    )
    return PersonCard(
        where=where, source_key="", name=name, met_on=reading.met_on, note="\n\n".join(reading.lists["notes"]) or None,
        nicknames=nicknames, topics=topics, roles=roles, aims=aims, addresses=reading.addresses,
        extra=reading.extra.content(), **reading.values,
    )  # fmt: skip


def composed(found: Property) -> str:
    """The name of an N, in the order in which it is said."""
    parts = [clean(part.replace(",", " ")) for part in found.components()]
    family, given, middle, before, behind = [*parts, "", "", "", "", ""][:5]
    if given and EAST_ASIAN.fullmatch(family + given):
        return family + given
    return clean(f"{before} {given} {middle} {family} {behind}")
