"""Characters that a terminal would obey, or that hide in a text or reorder it; and JSON in which each can be seen."""

import re

# DEL and C1 controls, and what changes the direction or order of the text around it, or hides in it.
STEERING = "\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"


def safe_json(text: str) -> str:
    """JSON that means the same, in which also those bytes are escapes that JSON lets through: DEL, C1, overrides."""
    return text if text.isascii() and "\x7f" not in text else re.sub(f"[{STEERING}]", escaped, text)


def escaped(match: re.Match[str]) -> str:
    """A character of the first plane as JSON says it in plain letters."""
    return f"\\u{ord(match[0]):04x}"
