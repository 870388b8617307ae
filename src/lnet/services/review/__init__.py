"""The weekly ritual: what there is to look at, one thing after the other, and what each answer does."""

from lnet.services.review.agenda import Agenda, Section, agenda
from lnet.services.review.answers import Answered, settle, take_back
from lnet.services.review.item import Choice, Item, Said

__all__ = ["Agenda", "Answered", "Choice", "Item", "Said", "Section", "agenda", "settle", "take_back"]
