"""What was noted about somebody, said to them: "review her draft" becomes "review your draft"."""

import re

VERBS = {"does": "do", "is": "are", "has": "have", "was": "were"}
ASKING = "does|is|has|was|did|will|can|would|could|should|do|are|have|were"
PRONOUN = re.compile(rf"\b(?:({ASKING}) (?:she|he|they)|(her|him|his|their|them))\b", re.IGNORECASE)
# Behind "her", these show that it means "you"; any other word, that it means "your".
AFTER_OBJECT = re.compile(r" (?:the|a|an|my|our|some|this|that|it|to|about|for|with|when|if|what|how|and|by)\b| *\W*$")


def to_you(text: str, name: str) -> str:
    """The text with the person's name and the first pronoun turned to them: "introduce her to Wei" → "… you to Wei".

    Further pronouns stay, and the first one too where somebody else is named before it: they may mean anybody.
    """
    text = without_name(text, name)
    found = PRONOUN.search(text)
    if found is None or names_somebody(text[: found.start()]):
        return text
    return text[: found.start()] + turned(found, text[found.end() :]) + text[found.end() :]


def without_name(text: str, name: str) -> str:
    """The text with "you" and "your" for the name, whole or its first word, spelled so; not where the text begins."""
    first, *_ = name.split() or [name]
    either = f"(?<=\\s)(?:{re.escape(name)}|{re.escape(first)})"
    return re.sub(rf"{either}(?![\w@-])", "you", re.sub(rf"{either}['’]s\b", "your", text)) if first else text


def names_somebody(text: str) -> bool:
    """Whether a word behind the first is capitalised, but for "I"."""
    return any(word[:1].isupper() and word != "I" for word in text.split()[1:])


def turned(found: re.Match[str], rest: str) -> str:
    """What stands in place of the pronoun, with the verb before it."""
    verb, pronoun = found[1], (found[2] or "").lower()
    if verb:
        return f"{VERBS.get(verb.lower(), verb)} you"
    object_ = pronoun in ("him", "them") or (pronoun == "her" and AFTER_OBJECT.match(rest))
    return "you" if object_ else "your"
