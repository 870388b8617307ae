"""The words of a row that cannot do without them: one tidy line, never an empty one."""

from lnet.domain.names import clean
from lnet.errors import BadInputError
from lnet.store.write.rows import Value


def line(text: str, what: str) -> str:
    """The text as one tidy line; raises BadInputError where nothing is left of it ("a promise needs words")."""
    tidy = clean(text)
    if not tidy:
        raise BadInputError(f"{what} needs words")
    return tidy


def line_or_none(value: Value) -> Value:
    """A text as one tidy line, an empty one as None (which clears); any other value as it is."""
    return (clean(value) or None) if isinstance(value, str) else value


def lines_or_none(value: Value) -> Value:
    """A longer text as tidy lines, without blank ones around them; an empty one as None, any other value as it is."""
    return ("\n".join(map(clean, value.strip().splitlines())) or None) if isinstance(value, str) else value
