"""Other spellings of one name: with umlauts written out, in Latin letters, behind a prefix, and with case endings.

All that is compared are keys: no case, no accents.
"""

from collections.abc import Iterator

from lnet.domain.names import key, slug

WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# What Hebrew and Arabic write together with the next word: "and", "to", "in", "from", "the" …
PREFIXES = frozenset("ובלמשכה" + "ولبفك")
VOWELS = frozenset("aeiouyаеиоуыэюяіїєёьй" + "αεηιουω")  # with which names end that change them for a case
INFLECTED_MOST = 3  # letters that a case or a plural adds to a name
STEM_LEAST = 3  # letters of a name that stay


def spellings(word: str) -> Iterator[str]:
    """The keys of the other ways to write a word; none for one in plain Latin letters."""
    if word.isascii():
        return
    if (written := word.translate(WRITTEN_OUT)) != word:
        yield key(written)
    yield slug(word)


def without_prefix(word: str) -> Iterator[str]:
    """The key of a Hebrew or Arabic word without the letters of a prefix; none for other words."""
    bare = key(word)
    for length in (1, 2):
        if set(bare[:length]) <= PREFIXES and len(bare) >= length + STEM_LEAST:
            yield bare[length:]


def unwritten(word: str) -> str:
    """A word with its written-out umlauts as plain letters: "mueller" → "muller", as the key of "Müller" is."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def stems(word: str) -> Iterator[str]:
    """The names of which a word (as key) may be a case, for letters that are not Latin: "оленой" → "олен", "олена" …"""
    if word.isascii() or word[:1] in PREFIXES:
        return
    for length in range(max(len(word) - INFLECTED_MOST, STEM_LEAST), len(word)):
        yield word[:length]
        yield from (word[:length] + vowel for vowel in VOWELS if not vowel.isascii())


def stem(name: str) -> str:
    """What of a name stays in every case: "олена" → "олен"."""
    return name[:-1] if name[-1:] in VOWELS and len(name) > STEM_LEAST else name


def inflects(word: str, name: str) -> bool:
    """Whether a word is a name (both as keys) with the ending of a case, a plural, or a genitive: "Petersens", "Adas",
    "Иваном", "Оленой".
    """
    more = len(word) - len(name)
    if word.startswith(name):
        return 0 < more <= INFLECTED_MOST if len(name) > STEM_LEAST else word == name + "s"
    root = stem(name)
    least = STEM_LEAST + name.isascii()
    return len(root) >= least and word.startswith(root) and word[len(root) :][:1] in VOWELS and more < INFLECTED_MOST
