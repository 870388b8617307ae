"""The rules of vCalendar 1.0 ("MP1 1+ MO #12": the first Monday of each month, twelve times) in iCalendar's words."""

import re

OLD = re.compile(r"(D|W|MP|MD|YM|YD)(\d+)((?: +(?:[A-Z]{2}|\d{1,3}[+-]?))*)(?: +(?:#(\d+)|(\d{8}(?:T\d{6}Z?)?)))?")
FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
LISTS = {"W": "BYDAY", "MP": "BYDAY", "MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
TWICE = "2"  # how often where nothing is said


def modern(text: str) -> str:
    """The rule as iCalendar writes it; one that is none of vCalendar's as it stands, but for blanks ("MO, TU")."""
    found = OLD.fullmatch(text.strip().upper())
    if not found:
        return "".join(text.split()) if "=" in text else text
    kind, interval, listed, count, until = found.groups()
    parts = [f"FREQ={FREQUENCIES[kind[0]]}", f"INTERVAL={interval}"]
    if listed.split() and kind in LISTS:
        parts.append(f"{LISTS[kind]}={','.join(values(kind, listed.split()))}")
    if until:
        parts.append(f"UNTIL={until}")
    elif int(count or TWICE):  # none at all is for ever
        parts.append(f"COUNT={int(count or TWICE)}")
    return ";".join(parts)


def values(kind: str, listed: list[str]) -> list[str]:
    """The days or months of a rule: in "1+ MO TU 1- FR" a position is that of all days up to the next."""
    if kind != "MP":
        return [signed(each) for each in listed]
    found, position = [], ""
    for each in listed:
        if each[0].isdecimal():
            position = signed(each)
        else:
            found.append(position + each)
    return found


def signed(value: str) -> str:
    """ "1-" counts from the end: "-1"; LD is the last day of a month."""
    return "-1" if value == "LD" else f"-{value[:-1]}" if value[-1] == "-" else value.removesuffix("+")
