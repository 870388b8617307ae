"""Everybody as Google Contacts' CSV, with the header of today, for Google to take in and for lnet to read again.

What came from such a file and has no field in lnet goes back into its column. Cells are as they are: Google takes them
for what they say, so that nothing stands before a telephone number to keep a spreadsheet from reckoning with it.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from lnet.domain.name_parts import first_and_last
from lnet.exchange.google import HANDLE, PARTS, values
from lnet.store.connect import Store
from lnet.store.read.contacts import Contact, Method
from lnet.store.read.whole_people import everybody, left_over, most_ways

COLUMNS = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name",
    "Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title",
    "Organization Department", "Birthday", "Notes", "Photo", "Labels",
)  # fmt: skip
KINDS = {"email": "E-mail", "phone": "Phone", "url": "Website", "handle": "Custom Field"}
CITY = "Address 1 - City"
EVERYBODY = "* myContacts"  # without it Google keeps somebody among the others, whom nobody sees


def chunks(store: Store) -> Iterator[str]:
    """The file, a line a piece."""
    most, kept = most_ways(store), left_over(store, "google")
    after = {title: highest(title, kept) for title in KINDS.values()}
    header = [*COLUMNS]
    for kind, title in KINDS.items():
        for number in range(1, after[title] + most.get(kind, 0) + 1):
            header += [f"{title} {number} - Label", f"{title} {number} - Value"]
    header = list(dict.fromkeys([*header, CITY, *kept]))
    yield line(header)
    for contact, ways in everybody(store):
        cells = cells_of(contact, ways, after)
        yield line([cells.get(title, "") for title in header])


def highest(title: str, columns: Sequence[str]) -> int:
    """The highest number that a column of this title has; 0 if there is none. What lnet adds comes behind it."""
    found = (re.match(rf"{title} (\d{{1,4}}) - ", column) for column in columns)
    return max((int(match[1]) for match in found if match), default=0)


def line(cells: Sequence[str]) -> str:
    """One row of the file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def cells_of(contact: Contact, ways: Sequence[Method], after: Mapping[str, int]) -> dict[str, str]:
    """The cells of one person, by their columns; empty ones are left out."""
    left = contact.extra.get("google", {})
    kept = {title: str(text) for title, text in left.items()} if isinstance(left, Mapping) else {}
    first, last = first_and_last(contact.name)
    own = {
        "First Name": first, "Last Name": last, "Nickname": PARTS.join(contact.nicknames),
        "Organization Name": contact.organisation, "Organization Title": contact.title,
        "Birthday": contact.birthday, "Notes": contact.note, "Labels": labels(contact, kept.pop("Labels", "")),
    }  # fmt: skip
    if not any(title.startswith("Address 1 - ") for title in kept):
        own[CITY] = contact.location
    return {**kept, **{title: text for title, text in own.items() if text}, **of_ways(ways, after)}


def labels(contact: Contact, kept: str) -> str:
    """The topics, and the groups of Google's own that somebody was in."""
    groups = [group for group in values(kept) if group.startswith("* ") and group != EVERYBODY]
    return PARTS.join([*contact.topics, *groups, EVERYBODY])


def of_ways(ways: Sequence[Method], after: Mapping[str, int]) -> dict[str, str]:
    """The ways to reach somebody, each kind numbered; a star marks the primary one."""
    found: dict[str, str] = {}
    for kind, title in KINDS.items():
        for number, each in enumerate((way for way in ways if way.kind == kind), after[title] + 1):
            label = f"{HANDLE} {each.label or ''}".strip() if kind == "handle" else each.label or ""
            found[f"{title} {number} - Label"] = f"* {label}".rstrip() if each.primary else label
            found[f"{title} {number} - Value"] = each.value
    return found
