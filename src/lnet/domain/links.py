"""Addresses of pages: what is one, when two lead to the same page, and what to call a page without a title."""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from lnet.domain.names import clean

# What a page is told about the way to it; it is the same page without. `ref` and `source` are not among them: on some
# sites they choose the page.
TRACKING = re.compile(
    "utm_.*|mc_[ce]id|_hs(enc|mi)|mkt_tok|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|si"
)
SCHEME = re.compile(r"https?://", re.IGNORECASE)
# Typed without a scheme: a host with a dot, then a path; or "www." before it. "notes.txt" is no address.
BARE = re.compile(r"(?:www\.[^\s/?#]+|[^\s/?#@.][^\s/?#@]*\.[^\W\d_]{2,}(?::\d+)?/)\S*", re.IGNORECASE)


def is_link(text: str) -> bool:
    """Whether a text is the address of a page: "https://example.org", "example.org/plans"; not "notes.txt"."""
    return parts(text) is not None


def link_key(text: str) -> str:
    """The form in which two addresses of one page are equal; of any other text (a file, an ISBN) the text itself.

    Left out: the scheme, "www.", the case of the host, a port that goes without saying, slashes at the end, what leads
    within a page (#part, but not #/part or #!part, which are pages), and what tells where a link was found (utm_…).
    Percent signs are decoded. "HTTPS://www.Example.org:443/Plans/?utm_source=x#top" → "example.org/Plans".
    """
    page = parts(text)
    if page is None:
        return clean(text)
    fragment = f"#{page.fragment}" if page.fragment.startswith(("/", "!")) else ""
    return clean(unquote(f"{host(page)}{page.path.rstrip('/')}")) + query(page) + fragment


def link_title(text: str) -> str:
    """What to call a page whose title was not said: host and path, as people read them; any other text as it is.

    Nothing is looked up. "https://www.example.org/query-plans/?utm_source=x" → "example.org/query-plans".
    """
    page = parts(text)
    return clean(text) if page is None else clean(unquote(f"{host(page)}{page.path.rstrip('/')}{query(page)}"))


def untracked(text: str) -> str:
    """An address without what tells where it was found, and otherwise as it stands; any other text as it is.

    "https://example.org/plans?utm_source=x&page=2#top" → "https://example.org/plans?page=2#top".
    """
    page = parts(text)
    if page is None or not page.query:
        return clean(text)
    kept = "&".join(each for each in page.query.split("&") if not tracks(each.partition("=")[0]))
    return clean(text).replace(f"?{page.query}", f"?{kept}" if kept else "", 1)


def tracks(name: str) -> bool:
    """Whether a name in a query tells where a link was found."""
    return TRACKING.fullmatch(name.lower()) is not None


def parts(text: str) -> SplitResult | None:
    """The parts of an address; None for a text that is none."""
    typed = clean(text)
    if " " in typed or not (SCHEME.match(typed) or BARE.fullmatch(typed)):
        return None
    try:
        page = urlsplit(typed if SCHEME.match(typed) else f"//{typed}")
        usual = page.port is None or page.port > 0
    except ValueError:  # a bracket left open, a port that is no number
        return None
    return page if page.hostname and usual else None


def host(page: SplitResult) -> str:
    """The host, without "www.", and its port unless it goes without saying; never a user's name or password."""
    name = (page.hostname or "").removeprefix("www.").rstrip(".")
    return name if page.port in (None, 80, 443) else f"{name}:{page.port}"


def query(page: SplitResult) -> str:
    """What stands behind "?", in the order of its names, without what tells where a link was found; "" for nothing."""
    told = [each for each in parse_qsl(page.query, keep_blank_values=True) if not tracks(each[0])]
    return f"?{urlencode(sorted(told), safe='/:,')}" if told else ""
