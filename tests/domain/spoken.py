"""The network that the sentences of the tests speak of, and short ways to ask what one says."""

from datetime import date
from typing import Any

from lnet.domain.sentence import Known, Place, Said, read

TODAY = date(2026, 6, 15)  # a Monday

NETWORK = (
    Known(1, "Ada Lovelace", slug="ada-lovelace"),
    Known(2, "Grace Brewster Hopper", ("Amazing",), slug="grace-hopper"),
    Known(3, "Ravi Patel", slug="ravi-patel"),
    Known(4, "Will Smith", slug="will-smith"),
    Known(5, "Mark Twain", slug="mark-twain"),
    Known(6, "Elizabeth", slug="elizabeth"),
    Known(7, "Elizabeth II", slug="elizabeth-ii"),
    Known(8, "May Chen", slug="may-chen"),
    Known(9, "Jon Swift", slug="jon-swift"),
    Known(10, "Bob Stone", slug="bob-stone", address_book=True),
    Known(11, "José Silva", slug="jose-silva"),
    Known(12, "William Gates", ("Bill", "Trey"), slug="william-gates"),
    Known(13, "Иван Петров", slug="ivan-petrov"),
    Known(14, "Wei Chen", slug="wei-chen"),
    Known(15, "Mary-Kate Olsen", slug="mary-kate-olsen"),
    Known(16, "李小龙", slug="bruce"),
    Known(17, "Kim Novak", slug="kim-novak"),
    Known(18, "Kim Basinger", slug="kim-basinger"),
    Known(19, "Dr. Maria da Silva", slug="maria-da-silva"),
    Known(20, "Sinéad O’Connor", slug="sinead-oconnor"),
    Known(21, "Art", slug="art"),
    Known(22, "Taxi", slug="taxi", address_book=True),
    Known(23, "Hope Young", slug="hope-young"),
)
NAMES = {known.id: known.name for known in NETWORK}
PLACES = (
    Place("event", 1, "PyCon 2025", date(2025, 5, 14)),
    Place("event", 2, "PyCon 2026", date(2026, 5, 13)),
    Place("event", 3, "Strange Loop", date(2023, 9, 21)),
    Place("community", 1, "ACM"),
    Place("community", 2, "Data Berlin"),
    Place("event", 4, "Data Day Texas 2026", date(2026, 1, 24)),
    Place("event", 5, "Data Day Texas 2027"),
)


def said(text: str, **options: Any) -> Said:
    """What the sentence says in this network, on this Monday."""
    return read(text, NETWORK, TODAY, places=PLACES, **options)


def present(text: str, **options: Any) -> list[str]:
    """The full names of the participants."""
    return [NAMES[person.id] for person in said(text, **options).participants]


def mentioned(text: str, **options: Any) -> list[str]:
    """The full names of those only mentioned."""
    return [NAMES[person.id] for person in said(text, **options).mentions]
