"""A card while it is read: each of its properties goes to a field, or is kept."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from lnet.domain.cards import Address
from lnet.domain.names import clean
from lnet.domain.vocabulary import ROLES
from lnet.errors import BadInputError, brief
from lnet.exchange.days import read_day
from lnet.exchange.vcard.birthdays import birthday
from lnet.exchange.vcard.extra import LABEL, Extra
from lnet.exchange.vcard.properties import Property
from lnet.exchange.vcard.ways import CHATS, KINDS, SOCIAL, each_once, label_of, ways

MOST_VALUES = 1_000  # nicknames or topics in one line
ABOUT_THE_CARD = {"VERSION", "REV", "PRODID", "PROFILE"}  # true of the file, and no more of the person
PICTURES = {"PHOTO": "photo", "LOGO": "logo", "SOUND": "sound", "X-MS-CARDPICTURE": "photo"}
LISTS = ("nicknames", "topics", "roles", "aims", "notes", "members")
SINGLE = {"TITLE": "title", "X-LNET-FIELD": "field", "X-LNET-HOW-MET": "how_met"}
URN = re.compile(r"urn:uuid:", re.IGNORECASE)


class Reading:
    """A card while it is read: made of its properties, it holds what came together of them."""

    def __init__(self, properties: Iterable[Property], today: date) -> None:
        self.today = today
        self.full_name = self.uid = self.kind = ""
        self.values: dict[str, Any] = {}  # fields of one value
        self.lists: dict[str, list[str]] = {name: [] for name in LISTS}
        self.met_on: date | None = None
        self.found: list[Address] = []
        self.parts_of_name: Property | None = None
        self.role: Property | None = None
        self.left_out: list[Property] = []
        every = list(properties)
        self.extra = Extra(every)
        for each in every:
            self.take(each)
        self.settle_role()

    def take(self, found: Property) -> None:
        """Read one property; an empty one of ours says nothing."""
        name = found.name
        if name == LABEL or name in ABOUT_THE_CARD:
            return
        if name in PICTURES and is_embedded(found):
            self.left_out.append(found)
        elif (read := READERS.get(name)) is None:
            self.extra.keep(found)
        elif found.value.strip(" ;,\t\n"):
            read(self, found)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every address once."""
        return each_once(self.found)

    def several(self, found: Property) -> list[str]:
        """The values of a list, as many as a person may have."""
        values = found.several()
        if len(values) > MOST_VALUES:
            self.extra.odd(found, f"{found.name} has {len(values):,} values: {MOST_VALUES:,} are taken")
        return values[:MOST_VALUES]

    def is_first(self, name: str, text: str) -> bool:
        """Whether a field has this value now: it had none, or the same."""
        return bool(self.values.setdefault(name, text) == text)

    # --- one reader a property ------------------------------------------------------------------------------------

    def read_full_name(self, found: Property) -> None:
        """FN: the name."""
        if self.full_name:
            self.extra.keep(found)
        else:
            self.full_name = clean(found.text)
            self.extra.understood(found)

    def read_name(self, found: Property) -> None:
        """N: the parts of the name, which count only where there is no FN."""
        if self.parts_of_name:
            self.extra.keep(found, "a second N")
        else:
            self.parts_of_name = found
            self.extra.partly(found)

    def read_single(self, found: Property) -> None:
        """A property whose value is a field of one line."""
        name, text = SINGLE[found.name], clean(found.text)
        if self.is_first(name, text):
            self.extra.understood(found)
        else:
            self.extra.keep(found, f"a second {name}, '{brief(text)}'")

    def read_role(self, found: Property) -> None:
        """ROLE: the title of somebody who has none."""
        if self.role:
            self.extra.keep(found)
        else:
            self.role = found

    def settle_role(self) -> None:
        """Once all is read: whether the role is the title, or stands beside it."""
        if self.role and self.is_first("title", clean(self.role.text)):
            self.extra.partly(self.role)
        elif self.role:
            self.extra.keep(self.role)

    def read_organisation(self, found: Property) -> None:
        """ORG: the organisation; its units stay in the line."""
        parts = [part for part in map(clean, found.components()) if part]
        if not self.is_first("organisation", parts[0]):
            self.extra.keep(found, f"a second organisation, '{brief(parts[0])}'")
        elif len(parts) > 1:
            self.extra.partly(found)
        else:
            self.extra.understood(found)

    def read_birthday(self, found: Property) -> None:
        """BDAY: the day of birth; the time of day stays in the line."""
        try:
            on = birthday(found, self.today)
        except BadInputError as error:
            self.extra.keep(found, str(error))
            return
        if not self.is_first("birthday", on):
            self.extra.keep(found, f"a second birthday, '{brief(found.text)}'")
        elif len(found.text) > len("1980-03-22"):
            self.extra.partly(found)
        else:
            self.extra.understood(found)

    def read_note(self, found: Property) -> None:
        """NOTE: each once, below the others."""
        self.lists["notes"] += [found.text] if found.text not in self.lists["notes"] else []

    def read_nicknames(self, found: Property) -> None:
        """NICKNAME."""
        self.lists["nicknames"] += map(clean, self.several(found))

    def read_custom(self, found: Property) -> None:
        """X-ANDROID-CUSTOM: "vnd.android.cursor.item/nickname;Ada;1;;…" is a nickname; other rows are kept."""
        kind, text = [*found.components(), ""][:2]
        if kind.endswith("/nickname") and text:
            self.lists["nicknames"].append(clean(text))
        else:
            self.extra.keep(found)

    def read_topics(self, found: Property) -> None:
        """CATEGORIES: topics. No topic holds a comma, so that one that was escaped by mistake parts them as well."""
        self.lists["topics"] += filter(None, (clean(part) for each in self.several(found) for part in each.split(",")))

    def read_roles(self, found: Property) -> None:
        """X-LNET-ROLE: what they are to me."""
        self.lists["roles"] += [each for each in found.several() if each in ROLES]
        if not set(ROLES).issuperset(found.several()):
            self.extra.keep(found, f"'{brief(found.text)}' is no role")

    def read_aims(self, found: Property) -> None:
        """X-LNET-AIM: what they want to learn or reach."""
        self.lists["aims"] += map(clean, self.several(found))

    def read_met_on(self, found: Property) -> None:
        """X-LNET-MET-ON: when I met them."""
        self.met_on = read_day(found.text, self.today)
        if self.met_on is None:
            self.extra.keep(found, f"met on '{brief(found.text)}', which is not a day")

    def read_way(self, found: Property) -> None:
        """EMAIL, TEL, URL, IMPP and the like: an address; what is none is kept."""
        label = self.extra.label(found)
        addresses = ways(found, label_of(label) if label else "")
        self.found += addresses
        self.extra.named |= {found.group} if addresses else set()
        if not addresses:
            called = {"EMAIL": "an email address", "TEL": "a phone number"}.get(found.name, "an address")
            self.extra.keep(found, f"'{brief(clean(found.text))}' is not {called}")
        elif found.name in KINDS and "<" not in found.value:
            self.extra.understood(found)
        else:
            self.extra.partly(found)

    def read_place(self, found: Property) -> None:
        """ADR: the city and country of the first one are the location."""
        if self.is_first("location", place(found)):
            self.extra.partly(found)
        else:
            self.extra.keep(found)

    def read_uid(self, found: Property) -> None:
        """UID: what their own source tells them apart by."""
        self.uid = self.uid or bare_uid(found.text)

    def read_kind(self, found: Property) -> None:
        """KIND: a person, or something else."""
        self.kind = found.text.lower()
        if self.kind != "individual":
            self.extra.keep(found)

    def read_member(self, found: Property) -> None:
        """MEMBER: the UID of somebody in a group."""
        self.lists["members"].append(bare_uid(found.text))
        self.extra.keep(found)


def is_embedded(found: Property) -> bool:
    """Whether a property of a picture or a sound holds it itself, and not its address."""
    start = found.value[:40].strip().lower()
    return found.head.encoding == "B" or start.startswith("data:") or (len(found.value) > 200 and ":" not in start)


def bare_uid(text: str) -> str:
    """A UID in the form in which two spellings of it are equal."""
    return URN.sub("", text).strip().casefold()


def place(found: Property) -> str:
    """City, region and country of a postal address; where it names none of them, all of it."""
    parts = [clean(part) for part in found.components()]
    city, region, country = ([*parts, "", "", "", "", "", "", ""][each] for each in (3, 4, 6))
    named = [part for part in dict.fromkeys((city, region, country)) if part]
    return ", ".join(named or filter(None, parts))


READERS: dict[str, Callable[[Reading, Property], None]] = {
    "FN": Reading.read_full_name, "N": Reading.read_name, "ORG": Reading.read_organisation,
    "ROLE": Reading.read_role, "BDAY": Reading.read_birthday, "NOTE": Reading.read_note,
    "NICKNAME": Reading.read_nicknames, "X-ANDROID-CUSTOM": Reading.read_custom,
    "CATEGORIES": Reading.read_topics, "ADR": Reading.read_place,
    "UID": Reading.read_uid, "X-LNET-ROLE": Reading.read_roles, "X-LNET-AIM": Reading.read_aims,
    "X-LNET-MET-ON": Reading.read_met_on,
    "KIND": Reading.read_kind, "X-ADDRESSBOOKSERVER-KIND": Reading.read_kind,
    "MEMBER": Reading.read_member, "X-ADDRESSBOOKSERVER-MEMBER": Reading.read_member,
    **dict.fromkeys(SINGLE, Reading.read_single),
    **dict.fromkeys((*KINDS, *CHATS, *SOCIAL), Reading.read_way),
}  # fmt: skip
