"""People as mail and calendars name them: an e-mail address and, if they care to, a name. Machines are told apart."""

import re

from lnet.domain.addresses import address_key, is_email
from lnet.domain.cards import Address, Me, PersonCard
from lnet.domain.names import clean, key

MACHINE = re.compile(
    r"(?:no|do[._-]?not|dont|never)[._-]?reply\b|mailer-daemon\b|postmaster\b|bounces?\b|noreply|auto[._-]?(?:reply|mailer)\b",
    re.IGNORECASE,
)
# Calendars, rooms and lists that have an address as people have.
PLACES = ("@resource.calendar.google.com", "@group.calendar.google.com", "@group.v.calendar.google.com", "@virtual")
NOBODY = frozenset({"invalid:nomail", "unknownorganizer@calendar.google.com"})
# Behind a comma these belong to what stands before it; anything else is a first name: "Lovelace, Ada".
BEHIND = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "dr", "prof", "inc", "llc", "ltd", "gmbh"}
)


class Others:
    """Everybody but me whom a file names by an address: one value each, with the first name that was given."""

    def __init__(self, me: Me) -> None:
        self.me = me
        self.known: dict[str, PersonCard | None] = {}

    def meet(self, where: str, email: str, name: str) -> PersonCard | None:
        """Somebody named at a place of the file; None for me, for what nobody reads, and for what is no address."""
        card = self.known[email] if email in self.known else self.first(where, email, name)
        if card and card.name == card.addresses[0].value and called(name):
            card = card._replace(name=called(name))
        self.known[email] = card
        return card

    def first(self, where: str, email: str, name: str) -> PersonCard | None:
        """Somebody who is named for the first time."""
        nobody = self.me.has("email", email) or is_machine(email)
        return None if nobody else person(where, email, name)


def is_machine(email: str) -> bool:
    """Whether nobody reads what is sent to an address, or it is no person's: no-reply@…, a room, a calendar."""
    local = email.partition("@")[0]
    return bool(MACHINE.match(local)) or email.casefold().endswith(PLACES) or email.casefold() in NOBODY


def person(where: str, email: str, name: str = "") -> PersonCard | None:
    """Somebody by their address, called by it where they give no name; None for what is no address."""
    email = clean(email)
    if not is_email(email):
        return None
    return PersonCard(where, address_key("email", email), called(name) or email, addresses=(Address("email", email),))


def called(name: str) -> str:
    """A name without what programs put around it: quotation marks, the address behind it, the last name first.

    "'Lovelace, Ada' (ada@example.org)" → "Ada Lovelace". Empty where nothing but an address is left.
    """
    name = clean(re.sub(r"[<(\[]?[^\s<>()\[\]]+@[^\s<>()\[\]]+[>)\]]?", " ", name)).strip("'\"“”‘’ ")
    last, comma, first = (part.strip() for part in name.partition(","))
    turned = comma and last and first and "," not in first and key(first).replace(".", "") not in BEHIND
    return clean(f"{first} {last}") if turned and key(first) else name if key(name) else ""
