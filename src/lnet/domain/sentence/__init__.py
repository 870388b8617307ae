"""The log sentence: what a person types after a conversation, read once, in one place."""

from lnet.domain.sentence.parts import joined
from lnet.domain.sentence.reading import look_up_words, read, tags
from lnet.domain.sentence.said import Clause, Doubt, Known, Person, Place, Said

__all__ = ["Clause", "Doubt", "Known", "Person", "Place", "Said", "joined", "look_up_words", "read", "tags"]
