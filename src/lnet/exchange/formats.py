"""The formats that can be read in, and which one a file is: by its content, never by its name."""

from lnet.domain.cards import Batch
from lnet.errors import BadInputError
from lnet.exchange import friends, google, linkedin, monica, outlook, spreadsheet
from lnet.exchange.source import Format, Source

# In the order in which they are tried: the one that asks for more comes first.
FORMATS: dict[str, Format] = {
    each.name: each
    for each in (monica.FORMAT, friends.FORMAT, linkedin.FORMAT, outlook.FORMAT, google.FORMAT, spreadsheet.FORMAT)
}


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
    known = ", ".join(each.told for each in FORMATS.values())
    raise unreadable or source.refusal("not a format lnet knows", f"looked for: {known}; --format says which it is")


def read(source: Source, name: str | None = None) -> Batch:
    """All that a file holds, read as the format called `name`, or as the one it is recognised as.

    A file of whose columns something was said is a table of people, whatever else it might be.
    """
    chosen = FORMATS[name or "csv"] if name or source.columns else recognised(source)
    return Batch(chosen.name, source.name, tuple(chosen.read(source)))
