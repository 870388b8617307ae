"""The words of a row that cannot do without them: one tidy line, never an empty one."""

from lnet.domain.names import clean
from lnet.errors import BadInputError


def line(text: str, what: str) -> str:
    """The text as one tidy line; raises BadInputError where nothing is left of it ("a promise needs words")."""
    tidy = clean(text)
    if not tidy:
        raise BadInputError(f"{what} needs words")
    return tidy
