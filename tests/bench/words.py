"""The names and words of `words.toml`."""

import tomllib
from pathlib import Path

_LISTS = {
    name: tuple(text.split())
    for name, text in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}
GIVEN, FAMILY, TOPICS = _LISTS["given"], _LISTS["family"], _LISTS["topics"]
WORDS, ORGANISATIONS = _LISTS["words"], _LISTS["organisations"]
FIELDS = ("finance", "energy", "health", "education", "transport", "biology", "public sector", "games", "publishing")
RARE = "lantern"  # in one conversation of five hundred: the word that `find` is asked for
