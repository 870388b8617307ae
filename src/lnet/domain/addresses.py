"""When two spellings of an address are the same: e-mail addresses, telephone numbers, profile pages."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

# One "@", something before it, a dotted name behind it, no blanks: enough to tell an address from a remark.
_EMAIL = re.compile(r"[^\s@<>\",;:()\[\]]+@[^\s@<>\",;:()\[\]]+\.[^\s@<>\",;:()\[\].]+")
_NAMED = re.compile(r"[^<>]*<([^<>]+)>")
_SCHEME = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
# Profiles are shown under the country the reader looks from: de.linkedin.com/in/ada is www.linkedin.com/in/ada.
_LINKEDIN = re.compile(r"^(?:[a-z]{2}\.|m\.)?linkedin\.com/")
_PROFILE = re.compile(r"^[^/?#]+\.[^/?#]+/[^?#]*[^/?#]")
_KEYPAD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


def is_email(text: str) -> bool:
    """Whether the text is one e-mail address: "ada@example.org"; not "ada at example", not "Ada <ada@example.org>"."""
    return _EMAIL.fullmatch(text) is not None


def bare_email(text: str) -> str:
    """The address alone of "mailto:ada@example.org" or "Ada <ada@example.org>"; other texts as they are."""
    match = _NAMED.fullmatch(text)
    plain = match[1].strip() if match else text
    return plain[7:] if plain[:7].lower() == "mailto:" else plain


@lru_cache(maxsize=256)  # whoever reads a file asks for the same one several times in a row
def address_key(kind: str, value: str) -> str:
    """The form in which two spellings of one address are equal; `kind` is one of METHOD_KINDS. Empty for nothing."""
    if kind == "phone":
        return _phone_key(value)
    return _url_key(value) if kind == "url" else unicodedata.normalize("NFC", value.casefold().strip())


def may_be_key(kind: str, value: str, held: str) -> bool:
    """Whether an address may be kept under this key: its own, or for a telephone number one with the country code.

    The country it was typed in is not known here, so any number with six digits in a row of it may be meant.
    """
    if kind != "phone" or not held.startswith("+"):
        return held == address_key(kind, value)
    typed = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", value).casefold().translate(_KEYPAD))
    return any(typed[at : at + 6] in held for at in range(max(len(typed) - 5, 1)))


def identifies(kind: str, key: str) -> bool:
    """Whether an address of this key belongs to one person, so that whoever has it is that person.

    A page of its own (not a bare host, which is a company's), any e-mail address, a number with its country code.
    """
    if kind == "url":
        return _PROFILE.match(key) is not None
    return is_email(key) if kind == "email" else kind == "phone" and _E164.fullmatch(key) is not None


def _phone_key(value: str) -> str:
    """Digits alone, behind a "+" where the country code is given: "+49 (0)30 12-34" and "0049 30 1234" are alike."""
    kept = re.sub(r"[^0-9+]", "", unicodedata.normalize("NFKC", value).replace("(0)", ""))
    digits = kept.replace("+", "")
    if kept.startswith("+"):
        return f"+{digits}"
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def _url_key(value: str) -> str:
    """Without scheme, "www.", a slash at the end; percent signs decoded: ".../in/zo%C3%AB/" is ".../in/zoë"."""
    plain = unicodedata.normalize("NFC", unquote(value.strip())).casefold()
    plain = _SCHEME.sub("", plain).removeprefix("www.")
    if _LINKEDIN.match(plain):  # what follows "?" says where the link was found, not whom it shows
        plain = _LINKEDIN.sub("linkedin.com/", plain).partition("?")[0].partition("#")[0]
    return plain.rstrip("/")
