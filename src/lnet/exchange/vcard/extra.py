"""The lines of a card that are kept as they came: those without a field here, and those of which a field holds a part.

A property is understood (its field holds all that it says, and the writer says it again), or a field holds a part of it
(the line is kept, and given back as long as it agrees with the field), or there is no field, and it is kept as it came.
"""

from collections.abc import Iterable

from lnet.exchange.vcard.properties import Property

LABEL = "X-ABLABEL"
MOST_KEPT = 64 * 1024  # characters of a line that is kept as it came
# Parameters that need not be kept: our fields, or our own way of writing, say the same.
SAID = {"TYPE", "PREF", "CHARSET", "ENCODING", "VALUE", "X-SERVICE-TYPE"}


class Extra:
    """What is kept of a card, and what was odd about it: by the line, in words."""

    def __init__(self, properties: Iterable[Property]) -> None:
        self.labels = {each.group: each for each in properties if each.name == LABEL}
        self.named: set[str] = set()  # groups whose label is that of an address
        self.lines: list[Property] = []
        self.part: list[Property] = []
        self.problems: list[tuple[int, str]] = []

    def keep(self, found: Property, why: str = "") -> None:
        """Keep a line as it came; say `why` where it is odd."""
        if len(found.raw) > MOST_KEPT:
            self.odd(found, f"{found.name} has {len(found.raw):,} characters: left out")
            return
        self.lines.append(found)
        if why:
            self.odd(found, f"{why}; kept in extra")

    def understood(self, found: Property) -> None:
        """The field holds the value; the line is kept only if a parameter says more."""
        if found.head.parameters.keys() - SAID:
            self.partly(found)

    def partly(self, found: Property) -> None:
        """The field holds a part of the value."""
        if len(found.raw) <= MOST_KEPT:
            self.part.append(found)

    def odd(self, found: Property, what: str) -> None:
        """Note something odd about a line."""
        self.problems.append((found.line, what))

    def label(self, found: Property) -> Property | None:
        """What the group of a property is called; None without one."""
        return self.labels.get(found.group) if found.group else None

    def content(self) -> dict[str, list[str]]:
        """Lines in their order: `lines` are those that have no field, `part` those of which a field holds a part."""
        beside = {each.group for each in self.lines}
        heard = self.named | {each.group for each in self.part}
        labels = [label for group, label in self.labels.items() if group in beside or group not in heard]
        lines = sorted([*self.lines, *labels], key=lambda each: each.line)
        part = [self.with_label(each, labels) for each in self.part]
        kept = {"lines": [each.as_it_came for each in lines], "part": part}
        return {name: each for name, each in kept.items() if each}

    def with_label(self, found: Property, told: list[Property]) -> str:
        """A line of `part`, and below it what its group is called, unless that is told already."""
        label = self.label(found)
        return f"{found.modern}\n{label.as_it_came}" if label and label not in told else found.modern
