"""The formats that can be read in, and which one a file is: by its content, never by its name."""

from lnet.domain.cards import Batch
from lnet.errors import BadInputError
from lnet.exchange import linkedin
from lnet.exchange.source import Format, Source
from lnet.exchange.vcard import reader as vcard

# In the order in which they are tried: the one that asks for more comes first.
FORMATS: dict[str, Format] = {each.name: each for each in (linkedin.FORMAT, vcard.FORMAT)}


def recognised(source: Source) -> Format:
    """The format of a file. Raises BadInputError for one that is none of ours, saying why if it is not even a text."""
    if not source.data.strip():
        raise source.refusal("the file is empty")
    unreadable: BadInputError | None = None
    for each in FORMATS.values():
        try:
            if each.fits(source):
                return each
        except BadInputError as error:
            unreadable = unreadable or error
    known = ", ".join(each.title for each in FORMATS.values())
    raise unreadable or BadInputError(f"{source.name}: not a format lnet knows", f"known: {known}; --format says which")


def read(source: Source, name: str | None = None) -> Batch:
    """All that a file holds, read as the format called `name`, or as the one it is recognised as."""
    chosen = FORMATS[name] if name else recognised(source)
    return Batch(chosen.name, source.name, tuple(chosen.read(source)))
