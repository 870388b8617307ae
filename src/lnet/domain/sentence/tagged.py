"""What `@name` means: a person, an event (the edition nearest the day) or a community; and the topics."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lnet.domain.editions import series
from lnet.domain.names import key, slug, words
from lnet.domain.sentence.forms import Form, Forms, Kind
from lnet.domain.sentence.matching import Naming
from lnet.domain.sentence.remainder import Cut, Span
from lnet.domain.sentence.said import Known, Place
from lnet.domain.sentence.tokens import Tag, Tokens


class Meaning(NamedTuple):
    """What one `@name` means: people (several if in doubt), else editions of an event or a community, else nothing."""

    tag: Tag
    people: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def naming(self) -> Naming:
        """The tag as a name in the text."""
        return Naming(self.tag.start, self.tag.end, f"@{self.tag.name}", self.people, self.tag.possessive)


class Tagged:
    """The people and places that an `@name` may mean."""

    def __init__(self, forms: Forms, known: Sequence[Known], places: Sequence[Place]) -> None:
        self._forms = forms
        self._slugs: dict[str, list[int]] = {}
        for each in known:
            for name in {
                each.slug.lower(),
                slug(each.name),
                *map(slug, () if each.address_book else each.nicknames),
            } - {""}:
                self._slugs.setdefault(name, []).append(each.id)
        self._meanings: dict[str, tuple[tuple[int, ...], tuple[Place, ...]]] = {}
        self._places = [(place, slug(place.name) or key(place.name)) for place in places]

    def meaning(self, tag: Tag) -> Meaning:
        """A whole name of a person or place before a part of one, and a person before a place."""
        if tag.name not in self._meanings:
            self._meanings[tag.name] = self._meant(tag.name)
        people, places = self._meanings[tag.name]
        return Meaning(tag, people, places)

    def _meant(self, name: str) -> tuple[tuple[int, ...], tuple[Place, ...]]:
        exactly = self._slugs.get(name.lower(), ()) or self._slugs.get(slug(name), ())
        if people := tuple(exactly) or self._people(name, whole=True):
            return people, ()
        if places := self._called(name):
            return (), places
        people = self._people(name, whole=False)
        return people, () if people else self._beginning(name)

    def _people(self, name: str, *, whole: bool) -> tuple[int, ...]:
        spellings = {words(name), words(re.sub(r"[-.'’_]", " ", name))}
        found = [form for spelling in sorted(spellings) for form in self._forms.of(spelling)]
        return _distinct(form for form in found if whole == (form.kind in (Kind.WHOLE, Kind.NICK)))

    def _called(self, name: str) -> tuple[Place, ...]:
        """Places of exactly this name; else events of this name less the edition, so that @pycon is "PyCon 2026"."""
        wanted = slug(name) or key(name)
        exactly = tuple(place for place, called in self._places if called == wanted)
        return exactly or tuple(place for place, called in self._places if series(called) == wanted)

    def _beginning(self, name: str) -> tuple[Place, ...]:
        """Places whose name begins with these words, if they are all the editions of one thing."""
        wanted = slug(name)
        begin = [(place, called) for place, called in self._places if wanted and called.startswith(f"{wanted}-")]
        of_one = len({(place.kind, series(called)) for place, called in begin}) == 1
        return tuple(place for place, _ in begin) if of_one else ()


def nearest(places: Iterable[Place], kind: str, on: date) -> int | None:
    """The id of the place of this kind, of several events the edition nearest the day; None if there is none."""
    there = [place for place in places if place.kind == kind]
    return min(there, key=lambda place: _distance(place, on)).id if there else None


def trailing(said: Tokens, meanings: Sequence[Meaning]) -> list[Tag]:
    """The tags of places that end a text, perhaps among topics: they say where all of it was, and are no words."""
    places = {meaning.tag for meaning in meanings if meaning.places}
    found: list[Tag] = []
    end = len(said.text)
    for tag in reversed(said.tags):
        if said.text[tag.end : end].strip(" \t\n.,!") or (tag.sign == "@" and tag not in places):
            break
        end = tag.start
        if tag in places:
            found.append(tag)
    return found


def taken_out(said: Tokens, meanings: Sequence[Meaning], places: Collection[Tag]) -> list[Span]:
    """What is no word of the text: backslashes, topics, these tags of places, and the @ of all other known names."""
    cuts = [Span(at, at + 1, Cut.SIGN) for at in said.backslashes]
    cuts += [Span(tag.start, tag.end, Cut.TOPIC) for tag in said.tags if tag.sign == "#"]
    for tag in (each.tag for each in meanings if each.people or each.places):
        cuts.append(Span(tag.start, tag.end, Cut.PLACE) if tag in places else Span(tag.start, tag.start + 1, Cut.SIGN))
    return cuts


def topics(tags: Iterable[Tag]) -> tuple[str, ...]:
    """The topics in lower case, each once, in order."""
    return tuple(dict.fromkeys(tag.name.lower() for tag in tags if tag.sign == "#"))


def _distance(place: Place, on: date) -> tuple[bool, int]:
    return (place.starts_on is None, abs((place.starts_on - on).days) if place.starts_on else 0)


def _distinct(forms: Iterable[Form]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(form.known.id for form in forms))
