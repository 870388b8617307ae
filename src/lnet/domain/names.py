"""How names compare: the key by which they are looked up, their words, their slug, and their tidy form."""

import re
import unicodedata

_MARKS = dict.fromkeys(map(ord, "’ʼ‘‛ʹ`´＇"), "'") | dict.fromkeys(map(ord, "‐‑﹣－"), "-")
# Invisible characters that word processors and chat programs leave inside names; they part nothing.
INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
# Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Not every combining mark: the vowel signs of
# Devanagari and the dakuten of kana are letters to those who read them, and "か" is not "が".
_ACCENTS = (
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]"
)


def _table(pairs: str) -> dict[int, str]:
    return {ord(pair[0]): pair[2:] for pair in pairs.split()}


_NO_WORD = {each: " " for each in range(128) if not (chr(each).isalnum() or chr(each) in "'-")}
_LATIN = _table("ø=o ł=l đ=d ð=d ħ=h ı=i ŧ=t æ=ae œ=oe þ=th ß=ss ŋ=n")
_CYRILLIC = _table(
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts "
    "ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ќ=k "
    "ѕ=dz"
)
_GREEK = _table(
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
)
_ASCII = _LATIN | _CYRILLIC | _GREEK


def key(text: str) -> str:
    """The form in which names are compared: no case, no accents, words parted by one space.

    Letters (with strokes as without: "Łukasz" → "lukasz"), digits and inner apostrophes and hyphens stay; everything
    else parts words. Han, kana, Cyrillic and the like stay as they are. Empty when no letter or digit is left (only an
    emoji). `key(key(x)) == key(x)`, and there is never a quotation mark or a backslash in it.
    "José  O’Brien" → "jose o'brien".
    """
    if text.isascii():  # nearly every word of nearly every sentence
        return _spaced(text.lower().replace("`", "'"))
    # The marks twice: "´" would come apart as a space and an accent, and "ŉ" hides one until it comes apart.
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS).translate(INVISIBLE)).casefold()
    folded = re.sub(_ACCENTS, "", unicodedata.normalize("NFKD", plain)).translate(_MARKS).translate(_LATIN)
    return _spaced(unicodedata.normalize("NFC", folded))


def words(name: str) -> tuple[str, ...]:
    """The words of a name's key, in order: "Grace Brewster Hopper" → ("grace", "brewster", "hopper"); none if empty."""
    return tuple(key(name).split())


def agree(one: str, two: str) -> bool:
    """Whether two names may be one person's: each word of the shorter is one of the longer, or the initial of one.

    "A. Lovelace" and "Lovelace, Ada King" agree, "Ada Lovelace" and "Ada Byron" do not; a name without words agrees.
    """
    less, more = sorted((words(one), words(two)), key=len)
    left = list(more)
    for word in sorted(less, key=len, reverse=True):  # whole words first, so that no initial takes theirs
        found = next((each for each in left if word in (each, each[0]) or each == word[0]), None)
        if found is None:
            return False
        left.remove(found)
    return True


def slug(name: str) -> str:
    """A name to type, complete and hand to a shell: only [a-z0-9-], "Ada Lovelace" → "ada-lovelace".

    Latin letters with strokes, Cyrillic and Greek are transliterated; what has no Latin form (Han, kana, emoji) is left
    out, so that the slug may be empty: the caller then makes one up. Two names may share a slug.
    """
    text = name.translate(_MARKS).casefold().replace("'", "") if name.isascii() else _latin(name)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def _latin(name: str) -> str:
    """A name in Latin letters without accents, as far as it has any; in lower case, without apostrophes."""
    text = unicodedata.normalize("NFC", name.translate(_MARKS).translate(INVISIBLE)).casefold().replace("'", "")
    text = unicodedata.normalize("NFKD", text.translate(_CYRILLIC))  # before й and ё come apart
    return re.sub(_ACCENTS, "", text).casefold().replace("ου", "ou").translate(_ASCII)


def clean(text: str) -> str:
    """A value of one line as it is stored: NFC, no outer white space, inner runs of it one space. May be empty."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def _spaced(folded: str) -> str:
    """The folded text with runs of anything but letters, digits, marks, apostrophes and hyphens as one space."""
    if folded.replace(" ", "").isalnum():  # nearly every name
        return " ".join(folded.split())
    if folded.isascii():
        return " ".join(word for each in folded.translate(_NO_WORD).split() if (word := each.strip("'-")))
    kept = "".join(each if each in "'-" or _of_a_word(each) else " " for each in folded)
    return " ".join(word for each in kept.split() if (word := each.strip("'-")))


def _of_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
