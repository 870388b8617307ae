"""Editions of one event: what is called the same but for a number."""

import re

_EDITION = re.compile(r"(?:^|-)[0-9]+(?=-|$)")


def series(called: str) -> str:
    """The slug of an event without its edition, which all editions share: "pycon-2026" and "24-pycon" → "pycon"."""
    return _EDITION.sub("", called).strip("-")
