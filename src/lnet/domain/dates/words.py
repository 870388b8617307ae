"""The English words of the calendar, in lower case, and the names dates are shown with."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# A word to its weekday, Monday being 0.
WEEKDAYS = {
    **{name.lower(): day for day, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3].lower(): day for day, name in enumerate(WEEKDAY_NAMES)},
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip

# A word to its month, January being 1.
MONTHS = {
    **{name.lower(): month for month, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): month for month, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}  # fmt: skip

# A word to its count. Words for numerals end at twelve; behind that people write digits.
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

# A word to its unit, named by the one letter of `30d`, `2w`, `3m`, `1y`.
UNITS = {
    **dict.fromkeys(("d", "day", "days"), "d"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "w"),
    **dict.fromkeys(("m", "mo", "mos", "month", "months"), "m"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), "y"),
}
