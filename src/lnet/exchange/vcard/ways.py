"""How to reach somebody, as vCards say it: EMAIL, TEL, URL, IMPP, and what programs had before there was IMPP."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from lnet.domain.addresses import bare_email, is_email
from lnet.domain.cards import Address
from lnet.domain.names import clean
from lnet.exchange.vcard.properties import Property

SILENT = {"internet", "pref", "voice", "text", "video", "msg", "x400"}  # types that no person would tell
# Chat names of programs that had a property of their own for them.
CHATS = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-JABBER": "jabber", "X-MSN": "msn", "X-YAHOO": "yahoo", "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype", "X-GTALK": "gtalk", "X-GOOGLE-TALK": "gtalk", "X-QQ": "qq", "X-TWITTER": "twitter",
    "X-GADUGADU": "gadugadu", "X-GROUPWISE": "groupwise", "X-MATRIX": "matrix", "X-TELEGRAM": "telegram",
    "X-MASTODON": "mastodon", "X-MS-IMADDRESS": "im",
}  # fmt: skip
SOCIAL = {"X-SOCIALPROFILE", "SOCIALPROFILE"}
KINDS = {"EMAIL": "email", "TEL": "phone", "URL": "url", "IMPP": "handle"}
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)(.+)", re.DOTALL)
PARTED = re.compile(r"[\s,;]+")
APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


def ways(found: Property, label: str) -> list[Address]:
    """The addresses of a property; none if it holds none. `label` is what its group is called, "" for nothing."""
    text = clean(found.text)
    kind = KINDS.get(found.name, "handle")
    if not text:
        return []
    if found.name == "EMAIL":
        values = emails(text)
    elif found.name == "TEL":
        values = [number(text)] if any(each.isdigit() for each in text) else []
    elif found.name in SOCIAL and "//" in text:
        kind, values = "url", [text]
    elif found.name == "URL":
        values = [text]
    else:
        values = [handle(text)]
    said = label or spoken(found, text)
    return [Address(kind, value, said or None, is_first(found)) for value in values if value]


def emails(text: str) -> list[str]:
    """The e-mail addresses of a text that holds nothing else but a name before the only one; none where it does."""
    text = bare_email(text)
    found = [text] if is_email(text) else [each for each in PARTED.split(text) if each]
    return found if all(map(is_email, found)) else []


def number(text: str) -> str:
    """A telephone number as people write it: "tel:+1-418-656-9254;ext=102" is "+1-418-656-9254 ext. 102"."""
    if not text.lower().startswith("tel:"):
        return text
    plain, *more = unquote(text[4:]).split(";")
    extension = next((each[4:] for each in more if each.lower().startswith("ext=")), "")
    return f"{plain} ext. {extension}" if extension else plain


def handle(text: str) -> str:
    """A name in a chat, without the scheme of its address: "xmpp:ada@example.org" is "ada@example.org"."""
    match = SCHEME.fullmatch(text)
    return clean(unquote(match[2])) if match else text


def spoken(found: Property, text: str) -> str:
    """What an address is called: its types ("work fax"), or the service of a chat."""
    if found.name in CHATS:
        return CHATS[found.name]
    service = found.parameter("X-SERVICE-TYPE") or found.parameter("SERVICE-TYPE")
    if found.name == "IMPP" or (found.name in SOCIAL and service):
        match = SCHEME.fullmatch(text)
        return clean(service) or (match[1].lower() if match and match[1].lower() != "x-apple" else "")
    return " ".join(word for word in dict.fromkeys(found.head.types) if word not in SILENT)


def is_first(found: Property) -> bool:
    """Whether it is the preferred one of its kind."""
    return "pref" in found.head.types or found.parameter("PREF") == "1"


def label_of(found: Property) -> str:
    """The text of X-ABLabel: "Conference"; Apple's own labels without their frame, "_$!<HomePage>!$_" is "HomePage"."""
    text = clean(found.text)
    match = APPLE_LABEL.fullmatch(text)
    return match[1] if match else text


def each_once(found: Sequence[Address]) -> tuple[Address, ...]:
    """Every address once, called by all that it was called ("cell, work")."""
    once: dict[tuple[str, str], Address] = {}
    for each in found:
        first = once.setdefault(each.key, each)
        if first is each:
            continue
        labels = [label for label in dict.fromkeys((first.label, each.label)) if label]
        once[first.key] = first._replace(label=", ".join(labels) or None, primary=first.primary or each.primary)
    return tuple(once.values())
