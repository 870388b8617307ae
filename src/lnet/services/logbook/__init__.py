"""The log: from a sentence to a conversation, with all that was promised, learned and asked in it."""

from lnet.services.logbook.amend import amend, last_sentence
from lnet.services.logbook.hear import Ask, Heard, Request, hear
from lnet.services.logbook.record import Logged, record

__all__ = ["Ask", "Heard", "Logged", "Request", "amend", "hear", "last_sentence", "record"]
