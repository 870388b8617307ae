"""What a reader passes over on purpose: counted by its reason, and told in one line each, with the places."""

from collections.abc import Iterator

from lnet.domain.cards import Problem

MOST = 8  # runs of places that are told


class LeftOver:
    """The numbers of what was passed over, by the reason; `noun` is what they number ("event")."""

    def __init__(self, noun: str) -> None:
        self.noun = noun
        self.numbers: dict[str, list[int]] = {}

    def add(self, reason: str, number: int) -> None:
        """Pass over one."""
        self.numbers.setdefault(reason, []).append(number)

    def problems(self) -> Iterator[Problem]:
        """A line for each reason: how many, and which."""
        for reason, numbers in self.numbers.items():
            once = sorted(set(numbers))
            noun = self.noun if len(once) == 1 else f"{self.noun}s"
            yield Problem(f"{noun} {places(once)}", f"{reason} ({len(numbers):,})" if len(numbers) > 1 else reason)


def places(numbers: list[int]) -> str:
    """Numbers in rising order as a person would list them: "1, 3-5, 9"; of many runs the first, then "…"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in runs[:MOST]]
    return ", ".join(told) + (" …" if len(runs) > MOST else "")
