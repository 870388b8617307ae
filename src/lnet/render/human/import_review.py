"""What an import leaves in doubt, as people are asked about it."""

from datetime import date

from lnet.domain.dates import show_day
from lnet.render.human import duplicates as pairs
from lnet.render.screen import Screen, Styled
from lnet.services.duplicates import Duplicate
from lnet.services.import_review import Stranger

KEYS = ("s leaves it for another time",)


def stranger(each: Stranger, today: date, screen: Screen) -> None:
    """Who took part, in how many conversations, and whether they lie behind or ahead."""
    where = ", ".join(address.value for address in each.row.card.addresses)
    screen.line(Styled(each.name, "head"), f" · {where}" if where and where != each.name else "")
    last = show_day(date.fromisoformat(each.last_on), today)
    times = f"{each.talks} conversations, the last" if each.talks > 1 else "a conversation"
    screen.line(f"took part in {times} on {last}", indent=2)


def twins(each: Duplicate, screen: Screen) -> None:
    """Two who may be one, with what speaks for it and against it."""
    keep, other = pairs.names(each)
    screen.line(Styled(keep, "head"), " · ", Styled(other, "head"))
    screen.line("; ".join(each.evidence), indent=2)
    if each.against:
        screen.line(f"but {'; '.join(each.against)}", indent=2)
