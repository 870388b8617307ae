"""By what channel a conversation was held, as far as the words that other programs kept of it say."""

from lnet.domain.names import words
from lnet.domain.sentence.lexicon import CHANNELS, WEAK_CHANNELS

ALSO = {"phone": "call", "restaurant": "in_person", "walk": "in_person", "visit": "in_person"}


def channel_in(text: str) -> str:
    """The channel of the first word that says one, as in a log sentence; "other" where nothing is said."""
    said = words(text)
    for known in (CHANNELS, ALSO, WEAK_CHANNELS):
        found = next((known[word] for word in said if word in known), None)
        if found:
            return found
    return "other"
