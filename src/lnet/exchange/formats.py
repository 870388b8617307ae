"""The formats that can be read in, and which one a file is: by its content, never by its name."""

from lnet.domain.cards import Batch
from lnet.errors import BadInputError
from lnet.exchange import friends, google, linkedin, linkedin_messages, lnet_json, monica, outlook, spreadsheet
from lnet.exchange.characters import whole
from lnet.exchange.ics import reader as ics
from lnet.exchange.mail import reader as mail
from lnet.exchange.source import MOST_BYTES, Format, Source
from lnet.exchange.vcard import reader as vcard

# In the order in which they are tried: the one that asks for more comes first.
FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        lnet_json.FORMAT, monica.FORMAT, friends.FORMAT, linkedin.FORMAT, linkedin_messages.FORMAT, vcard.FORMAT,
        ics.FORMAT, outlook.FORMAT, google.FORMAT, mail.MBOX, mail.EML, spreadsheet.FORMAT,
    )
}  # fmt: skip


def recognised(source: Source) -> Format:
    """The format of a file. Raises BadInputError for one that is none of ours, saying why if it is not even a text."""
    if not source.data.strip():
        raise source.refusal("the file is empty")
    unreadable: BadInputError | None = None
    for each in FORMATS.values():
        try:
            refuse_too_large(source, each)
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
    refuse_too_large(source, chosen)
    return Batch(chosen.kind or chosen.name, source.name, tuple(whole(chosen.read(source))))


def refuse_too_large(source: Source, chosen: Format) -> None:
    """Raise BadInputError for a file that is larger than any address book, unless the format is read line by line."""
    if not source.is_whole and not (chosen.streams and source.path):
        raise source.refusal(f"larger than {MOST_BYTES // 1024**2} MB")
