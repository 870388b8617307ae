"""A name in two parts, for formats that want first and last name apart."""

from lnet.domain.name_words import PARTICLES
from lnet.domain.names import clean


def first_and_last(name: str) -> tuple[str, str]:
    """The name before the last one, and the last name with its particles; joined by a space they are the name again.

    "Ludwig van Beethoven" → ("Ludwig", "van Beethoven"); a single word is a first name: "Zoë" → ("Zoë", "").
    """
    words = clean(name).split()
    place = max(len(words) - 1, 1)
    while place > 1 and words[place - 1].casefold() in PARTICLES:
        place -= 1
    return " ".join(words[:place]), " ".join(words[place:])
