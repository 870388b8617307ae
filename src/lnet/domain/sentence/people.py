"""Who took part, who was mentioned, and of whom it cannot be told which one is meant."""

import re
from collections.abc import Collection, Iterable, Mapping

from lnet.domain.sentence.company import Standing
from lnet.domain.sentence.matching import Naming
from lnet.domain.sentence.said import Doubt, Person

# Behind one of these a name adds somebody; elsewhere "… Ada said" goes back to the Ada named before.
_ADDS = re.compile(r"(?:\b(?:with|met|called|and|plus|to|from)[ \t]+|[,&+/][ \t]*)$", re.IGNORECASE)


class People:
    """Those named in a sentence, settled one name after the other.

    `chosen` are answers to earlier doubts (text as typed, casefolded → id; 0: none of them); `company` are the ids of
    those who take part without being named.
    """

    def __init__(self, chosen: Mapping[str, int], company: Collection[int]) -> None:
        self._chosen = {text.rstrip("."): who for text, who in chosen.items()}
        self._company = frozenset(company)
        self.participants: dict[int, Person] = {}
        self._mentions: dict[int, Person] = {}
        self._doubts: dict[str, Doubt] = {}

    @property
    def mentions(self) -> tuple[Person, ...]:
        """Those named but not taking part, each once, in order."""
        return tuple(each for who, each in self._mentions.items() if not self.takes_part(who))

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The names that fit several, each once, in order."""
        return tuple(self._doubts.values())

    def takes_part(self, who: int) -> bool:
        """Whether this contact is a participant, named or not."""
        return who in self.participants or who in self._company

    def settle(self, standing: Standing, text: str) -> None:
        """Takes in the names of the sentence itself, whose text says how each is introduced."""
        for naming in standing.present:
            who = self._only(naming)
            if who is None and not _ADDS.search(text[max(naming.start - 12, 0) : naming.start]):
                who = self._one_of(naming, self.participants)
            if who is None:
                self._doubt(naming, mention=False)
            elif who > 0:
                self.participants.setdefault(who, Person(naming.text, who))
        for naming in standing.others:
            self.mention(naming)

    def mention(self, naming: Naming) -> int | None:
        """Takes in a name where only mentions stand; the id of who is meant, None if nobody or in doubt.

        Of several who fit, one who takes part or was mentioned before is meant.
        """
        who = self._only(naming)
        if who is None:
            who = self._one_of(naming, self._company | self.participants.keys()) or self._one_of(naming, self._mentions)
        if who is None:
            self._doubt(naming, mention=True)
        elif who > 0:
            self._mentions.setdefault(who, Person(naming.text, who))
        return who or None

    def _only(self, naming: Naming) -> int | None:
        """The one who is meant, 0 if an answer says nobody is, None if it is in doubt."""
        if len(naming.ids) == 1:
            return naming.ids[0]
        return self._chosen.get(naming.text.casefold().rstrip("."))

    def _one_of(self, naming: Naming, named: Iterable[int]) -> int | None:
        both = [who for who in named if who in naming.ids]
        return both[0] if len(both) == 1 else None

    def _doubt(self, naming: Naming, *, mention: bool) -> None:
        text = naming.text.casefold()
        before = self._doubts.get(text)
        typed = before.text if before else naming.text
        self._doubts[text] = Doubt(typed, naming.ids, mention and (before is None or before.mention))
