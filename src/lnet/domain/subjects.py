"""Whether a text speaks of a topic: by the stems of its words, so that "query planning" is about #query-plans."""

from lnet.domain.names import words

ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "s", "e")
LEAST = 3  # letters that a stem has


def stem(word: str) -> str:
    """The word without an English ending: plans, planning, planner → plan. Other words stay, or lose as much alike."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + LEAST and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    doubled = len(word) > LEAST and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word


def stems(text: str) -> frozenset[str]:
    """The stems of all the words of a text or a topic."""
    return frozenset(stem(part) for word in words(text) for part in word.split("-") if part)


def speaks_of(text: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether a text has every word of a topic; both as `stems`. A topic without any word is nowhere."""
    return bool(topic) and topic <= text
