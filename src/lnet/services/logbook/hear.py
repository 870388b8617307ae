"""What a log sentence means on this store: who was there, who is new, and what is still in doubt."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from lnet.domain.names import clean, key
from lnet.domain.sentence import Clause, Known, Place, Said, look_up_words, read, tags
from lnet.domain.texts import refuse_unstorable
from lnet.errors import AmbiguousError, NobodyError, NotFoundError
from lnet.services.names import Who, candidate, resolve, who_of
from lnet.store.connect import Store
from lnet.store.read import company, logs
from lnet.store.read.here import Here, here_on
from lnet.store.read.names import Name, by_id, by_slug, by_words


class Request(NamedTuple):
    """A sentence and what the options add to it; `clauses` are those given as options (--me, --learned …).

    `planned`: it tells of a conversation to come.
    """

    sentence: str
    with_: Sequence[str] = ()
    on: date | None = None
    via: str | None = None
    topics: Sequence[str] = ()
    goals: Sequence[int] = ()
    event: int | None = None
    community: int | None = None
    project: int | None = None
    clauses: Sequence[tuple[str, str]] = ()
    depth: int | None = None
    direction: str | None = None
    note: str | None = None
    private: bool = False
    debrief: Mapping[str, str] = MappingProxyType({})
    create: bool = False
    solo: bool = False
    date_order: str | None = None
    time: str | None = None
    planned: bool = False

    @property
    def command(self) -> str:
        """The command that says it."""
        return "plan" if self.planned else "log"


class Heard(NamedTuple):
    """A sentence understood: `participants` and `new` (names to be added, who take part too), in order.

    `hints`: what was left out, in words. `here`: the event I am at, if it was there: then it is asked for as if the
    event had been named and unknown people were to be added.
    """

    request: Request
    said: Said
    participants: tuple[Who, ...]
    new: tuple[str, ...]
    mentions: tuple[Who, ...]
    hints: tuple[str, ...]
    here: Here | None = None

    @property
    def event(self) -> int | None:
        """The event it is at, if any."""
        return self.request.event or self.said.event


class Ask(Protocol):
    """How the person is asked, where there is one."""

    def which(self, text: str, candidates: Sequence[Name]) -> int:
        """Which of these contacts a text means, by id; the likeliest stands first."""

    def add(self, name: str) -> bool:
        """Whether an unknown name is to be added."""

    def who(self, question: str) -> str:
        """The name of whom it was with, when nobody was recognised; "" for nobody."""

    def when(self) -> str:
        """The day of a plan that names none, as typed."""


def hear(store: Store, request: Request, ask: Ask | None = None) -> Heard:
    """Understand a sentence. Nothing is written, and nothing is guessed.

    Raises AmbiguousError and NobodyError where there is nobody to ask, DateError for a day that cannot be meant,
    BadInputError for what is no text or too much of it.
    """
    refuse_unstorable(request.sentence, "the sentence")
    if request.planned:
        from lnet.services.logbook.ahead import dated

        request = dated(request, known_places(store, request), store.today, ask)
    by_option, strangers = named_by_option(store, request)
    known = candidates(store, request, by_option)
    said = settled(store, request, known, [who.id for who in by_option], ask)
    if now := where(store, request, said):
        request = request._replace(event=now.id, create=True)
    new = to_add(strangers, request)
    there = {p.id: who_of(known[p.id]) for p in said.participants} | {who.id: who for who in by_option}
    new += [name for name in said.unknown if wanted(name, request, ask)]
    if not there and not new and not alone(request, said):
        who, new = whoever(store, request, said, ask)
        there = {each.id: each for each in who}
    mentions = tuple(who_of(known[p.id]) for p in said.mentions if p.id not in there)
    return Heard(
        request, said, tuple(there.values()), tuple(dict.fromkeys(new)), mentions, tuple(hints(said, new, known)), now
    )


def where(store: Store, request: Request, said: Said) -> Here | None:
    """The event I am at, if the log is of there: it names no other event, and is of no day before it."""
    if request.planned:
        return None
    return here_on(store, said.occurred_on, request.event or said.event)


def candidates(store: Store, request: Request, by_option: Sequence[Who]) -> dict[int, Name]:
    """Everybody whom the sentence, the options' clauses or --with may name, by id."""
    ids = [*(who.id for who in by_option), *by_tags(store, request)]
    named = [*by_words(store, look_up_words(texts(request))), *(name for id in ids for name in by_id(store, id))]
    return {name.id: name for name in named}


def by_tags(store: Store, request: Request) -> dict[int, str]:
    """Whom an @name means as a slug, be it one from before a merge: the contact's id and the slug as typed."""
    return {name.id: tag for tag in tags(texts(request)) for name in by_slug(store, tag.lower())}


def texts(request: Request) -> str:
    """All that was said, in the sentence and in the clauses given as options."""
    return "\n".join([request.sentence, *(text for _, text in request.clauses)])


def settled(store: Store, request: Request, known: Mapping[int, Name], company: Sequence[int], ask: Ask | None) -> Said:
    """The sentence read, again and again until no participant is in doubt."""
    slugs = {name.id: name.slug for name in known.values()} | by_tags(store, request)
    people = [Known(name.id, name.name, name.nicknames, slugs[name.id], name.address_book) for name in known.values()]
    places = known_places(store, request)
    chosen: dict[str, int] = {}
    while True:
        said = read(
            request.sentence, people, store.today, places=places, future=request.planned, on=request.on,
            chosen=chosen, order=request.date_order, company=company, options=request.clauses,
        )  # fmt: skip
        doubt = next((doubt for doubt in said.doubts if not doubt.mention), None)
        if doubt is None:
            return said
        others = [*company, *(person.id for person in said.participants)]
        names = likeliest(store, [known[id] for id in doubt.candidates], others)
        if ask is None:
            raise AmbiguousError(doubt.text, [candidate(name, names) for name in names])
        chosen[doubt.text.casefold()] = ask.which(doubt.text, names)


def known_places(store: Store, request: Request) -> list[Place]:
    """The events and communities that an @name may mean; none without an @name."""
    return logs.places(store) if tags(texts(request)) else []


def likeliest(store: Store, names: Sequence[Name], others: Sequence[int]) -> list[Name]:
    """Candidates by how often they were together with the others named, then by who was met most recently."""
    known = company.ranked(store, [name.id for name in names], others)
    return sorted(names, key=lambda name: known.index(name.id))


def named_by_option(store: Store, request: Request) -> tuple[list[Who], dict[str, NotFoundError]]:
    """The people of --with, and the names there that nobody bears, each with what is to be said of it."""
    found: list[Who] = []
    strangers: dict[str, NotFoundError] = {}
    for name in request.with_:
        try:
            found.append(resolve(store, name))
        except NotFoundError as error:
            strangers[clean(name)] = error
    return found, strangers


def to_add(strangers: Mapping[str, NotFoundError], request: Request) -> list[str]:
    """The strangers of --with, if they are to be added; else raises the NotFoundError of the first."""
    if strangers and not request.create:
        raise next(iter(strangers.values()))
    return [*strangers]


def wanted(name: str, request: Request, ask: Ask | None) -> bool:
    """Whether an unknown name of the sentence becomes a contact."""
    return request.create or (ask is not None and ask.add(name))


def alone(request: Request, said: Said) -> bool:
    """Whether the log may stand without anybody: said so, or at a known event or in a known community."""
    places = (request.event, request.community, said.event, said.community)
    return request.solo or any(place is not None for place in places)


def whoever(store: Store, request: Request, said: Said, ask: Ask | None) -> tuple[list[Who], list[str]]:
    """Whom it was with, asked for when nobody was recognised."""
    question = "who is it with?" if request.planned else "who was it?"
    answer = clean(ask.who(question)) if ask else ""
    if ask is None or not answer:
        raise NobodyError(said.unknown, question)
    try:
        return [resolve(store, answer)], []
    except NotFoundError:
        if key(answer) and ask.add(answer):
            return [], [answer]
        raise


def hints(said: Said, new: Sequence[str], known: Mapping[int, Name]) -> list[str]:
    """What was not taken in, so that nothing is left out silently."""
    found = [f"{name} is not in your network; --create adds them" for name in said.unknown if name not in new]
    found += [f"nobody and nothing is called @{tag}; it stays text" for tag in said.unknown_tags]
    for doubt in said.doubts:
        names = ", ".join(known[id].name for id in doubt.candidates)
        found.append(f"{doubt.text} could be {names}; mentioned, not linked")
    return found


def owner(clause: Clause, people: Sequence[int], names: Mapping[int, str]) -> int | None:
    """To whom a clause belongs: the participant named in it, known or new, else the first; None when nobody took part.

    `names` are the names of the people by id.
    """
    if clause.person is not None:
        return clause.person
    added = (id for id in people if names[id] == clause.stranger)
    return next(added, next(iter(people), None))
