"""Days in the calendar that are near: birthdays, renewals, deadlines, agreements to look at again."""

from collections.abc import Iterable
from datetime import MAXYEAR, date

from lnet.domain.dates import in_days, show_day
from lnet.domain.facts import Occasion
from lnet.domain.policy import Policy

KINDS = ("birthday", "renewal", "deadline", "mentor_review")
_AHEAD = {
    "birthday": "birthday_ahead", "renewal": "renewal_ahead", "deadline": "deadline_ahead",
    "mentor_review": "mentor_review_ahead",
}  # fmt: skip


def ahead(kind: str, policy: Policy) -> int:
    """How many days before it an occasion of this kind is shown."""
    return int(getattr(policy, _AHEAD[kind]))


def near(occasions: Iterable[Occasion], today: date, policy: Policy) -> tuple[Occasion, ...]:
    """The occasions to be shown today, the earliest first; each kind from its own number of days before it."""
    shown = [each for each in occasions if -policy.dates_past <= (each.on - today).days <= ahead(each.kind, policy)]
    return tuple(sorted(shown, key=lambda each: (each.on, KINDS.index(each.kind), each.name, each.ref or "")))


def text(occasion: Occasion, today: date) -> str:
    """An occasion in words: "Ravi Patel's birthday, Wed 17 Jun (in 2 days), turns 36"."""
    what, more = words(occasion, today)
    joint = " on " if occasion.kind in ("renewal", "deadline") else ", "
    return f"{what}{joint}{show_day(occasion.on, today)} ({in_days((occasion.on - today).days)}){more}"


def words(occasion: Occasion, today: date) -> tuple[str, str]:
    """What it is, and what there is to add behind its day: ("Ravi Patel's birthday", ", turns 36")."""
    if occasion.kind == "birthday":
        return f"{possessive(occasion.name)} birthday", _age(occasion, today)
    if occasion.kind == "renewal":
        return f"{occasion.name} renews", f": worth keeping? {given(occasion.people, occasion.insights)}"
    if occasion.kind == "deadline":
        return f"{occasion.name} is due", ""
    return f"Review your agreement with {occasion.name}", ""


def _age(occasion: Occasion, today: date) -> str:
    if occasion.since is None:
        return ""
    return f", {'turned' if occasion.on < today else 'turns'} {occasion.on.year - occasion.since}"


def possessive(name: str) -> str:
    """ "Ada's", "James'"."""
    return f"{name}'" if name.endswith(("s", "x", "z")) else f"{name}'s"


def given(people: int, insights: int) -> str:
    """What a community gave in the last year: "2 people met, 1 insight this year"."""
    met = f"{people} {'person' if people == 1 else 'people'} met"
    return f"{met}, {insights} insight{'' if insights == 1 else 's'} this year"


def settled_by(occasion: Occasion) -> str:
    """The command that a renewal asks for, with the same day a year on; "" for what asks for none."""
    return f"lnet community renew {occasion.ref} --by {year_after(occasion.on)}" if occasion.kind == "renewal" else ""


def year_after(day: date) -> date:
    """The same day of the next year; after 29 February the 28th."""
    return birthday_in(f"{day.month}-{day.day}", min(day.year + 1, MAXYEAR))


def fields(occasion: Occasion, today: date) -> dict[str, object]:
    """As in JSON."""
    return {
        "kind": occasion.kind, "on": occasion.on.isoformat(), "name": occasion.name, "ref": occasion.ref,
        "text": text(occasion, today),
    }  # fmt: skip


def birthday_in(month_day: str, year: int) -> date:
    """The day of a birthday ("04-15") in a year; 29 February is kept on the 28th where there is none."""
    month, day = map(int, month_day.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
