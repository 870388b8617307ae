"""The people of an import: who is known already, what is new about them, decided before anything is written."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from lnet.domain.addresses import identifies
from lnet.domain.cards import PersonCard, Problem, digest
from lnet.domain.merging import remembered
from lnet.domain.names import agree, clean, key, slug
from lnet.services.drafts import Draft, Given
from lnet.services.imported_ties import Ties
from lnet.services.phones import reach_key
from lnet.store.connect import Store
from lnet.store.read import imported as read
from lnet.store.read.imported import Standing

KINDS = ("url", "email", "phone")  # the order in which an address is trusted
LEFT_OUT = "left out"  # in place of a fingerprint: somebody who took part, and whom I do not want to bring in


@dataclass(slots=True)
class Tally:
    """What became of the rows, and everything that was dropped, kept back or odd.

    `within` stands before every place: the name of the file, where there are several.
    """

    added: int = 0
    merged: int = 0
    unchanged: int = 0
    rejected: int = 0
    interactions: int = 0
    within: str = ""
    noted: list[Problem] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def count(self, outcome: str, rows: int = 1) -> None:
        """Count rows by what became of them: "added", "merged", "unchanged", "rejected", "interactions"."""
        setattr(self, outcome, getattr(self, outcome) + rows)

    def note(self, where: str, *whats: str) -> None:
        """Report something about a row."""
        self.noted += [Problem(self.within + where, what) for what in whats]

    def pass_by(self, where: str) -> None:
        """Remember the order of places."""
        self.places.setdefault(self.within + where, len(self.places))

    def problems(self) -> tuple[Problem, ...]:
        """All that was noted, in the order of the files."""
        return tuple(sorted(self.noted, key=lambda problem: self.places.get(problem.where, 0)))


@dataclass(frozen=True, slots=True)
class Row:
    """A card made ready: its values as they came, their fingerprint, and the addresses that identify, best first."""

    source: str
    card: PersonCard
    content: dict[str, Any]
    digest: str
    keys: tuple[tuple[str, str], ...]

    @property
    def has_profile(self) -> bool:
        """Whether they have a page of their own, which tells them from others with the same e-mail address."""
        return any(kind == "url" for kind, _ in self.keys)


def ready(source: str, card: PersonCard, region: str | None = None) -> Row:
    """The card with what it is compared by; telephone numbers without their country code are of `region`."""
    content = card.content()
    found = [(each.kind, reach_key(each.kind, each.value, region)) for each in card.addresses if each.kind in KINDS]
    keys = sorted((each for each in found if identifies(*each)), key=lambda each: KINDS.index(each[0]))
    return Row(source, card, content, digest(content), tuple(keys))


@dataclass(slots=True)
class Known:
    """What came before under a source's key: the fingerprint, the values, and whom they became (None: deleted here)."""

    id: int | None
    digest: str
    content: dict[str, Any]


class People:
    """Everybody of an import. Cards are compared with what stands here; what is new about them is left in `drafts`."""

    def __init__(self, store: Store, rows: Sequence[Row], given: Given, tally: Tally) -> None:
        self.store = store
        self.given = given.content()
        self.tally = tally
        self.drafts: dict[int, Draft] = {}
        self.claims: dict[str, dict[int, Row]] = {}
        self.attending: dict[tuple[str, str], int | None] = {}
        self.last_number: dict[str, int] = {}
        self.origins: dict[str, dict[str, tuple[int, str, dict[str, Any]]]] = {}
        self.ties = Ties()
        self.invited: Collection[tuple[str, str]] = ()
        self.look_up(rows)

    # --- what stands here -----------------------------------------------------------------------------------------

    def look_up(self, rows: Sequence[Row]) -> None:
        """Read what is known about the people of these rows: a fixed number of statements for each source."""
        self.known: dict[tuple[str, str], Known] = {}
        for source in dict.fromkeys(row.source for row in rows):
            self.look_up_origins(source, [row for row in rows if row.source == source])
        strangers = [row for row in rows if not (known := self.find_known(row)) or known.id is None]
        self.holders = read.holders(self.store, {key for row in strangers for key in row.keys})
        self.by_uid = read.by_uids(self.store, {row.card.source_key for row in strangers})
        self.namesakes = read.namesakes(self.store, {key(row.card.name) for row in strangers})
        self.slugs = read.slugs(self.store) if strangers else set()
        self.next_id = read.next_id(self.store, "contact")
        ids = {id for found in self.holders.values() for id in found} | set(self.by_uid.values())
        ids |= {
            known.id for row in rows if (known := self.find_known(row)) and known.id and not self.settled(row, known)
        }
        self.standing = read.standing(self.store, ids)

    def look_up_origins(self, source: str, rows: Sequence[Row]) -> None:
        """Read what had come from a source under the keys of these rows."""
        origins = read.origins(self.store, source, "contact")
        keys = (at for row in rows for at in (row.card.source_key, *row.card.former_keys))
        found = {at: origins[at] for at in keys if at in origins}
        fresh = {row.card.source_key: row.digest for row in rows}
        wanted = [each.id for at, each in found.items() if self.given or each.digest != fresh.get(at)]
        contents = read.contents(self.store, wanted)
        for at, id in read.by_uid(self.store, {row.card.source_key for row in rows} - found.keys()).items():
            self.known[source, at] = Known(id, "", {})  # somebody of ours, who comes back
        for at, each in found.items():
            self.known[source, at] = Known(each.row_id, each.digest, contents.get(each.id, {}))

    def find_known(self, row: Row) -> Known | None:
        """What came before of this person, under their key or a weaker one of an older file."""
        keys = (row.card.source_key, *row.card.former_keys)
        return next((self.known[row.source, at] for at in keys if (row.source, at) in self.known), None)

    def settled(self, row: Row, known: Known) -> bool:
        """Whether the row holds nothing new, and everything asked for was given before."""
        before = known.content.get("given", {})
        return known.digest == row.digest and all(before.get(name) == value for name, value in self.given.items())

    def draft(self, id: int) -> Draft:
        """A contact that stands here, as a draft; the same one each time."""
        if id not in self.drafts:
            self.drafts[id] = Draft(id, new=False, stands=self.standing[id], region=self.store.phone_region)
        return self.drafts[id]

    @property
    def bring_strangers(self) -> bool:
        """Whether anybody is new here who took part in no conversation of the import."""
        present = set(self.attending.values())
        return any(draft.new and draft.id not in present for draft in self.drafts.values())

    # --- deciding -------------------------------------------------------------------------------------------------

    def decide(self, rows: Sequence[Row]) -> dict[str, str]:
        """Decide about the rows of one file; gives back "added", "merged" or "unchanged" by source key."""
        for row in rows:
            if (known := self.find_known(row)) and known.id:
                self.claim(known.id, row)
        return {row.card.source_key: self.decide_one(row) for row in rows}

    def decide_one(self, row: Row) -> str:
        known = self.find_known(row)
        if known and known.id is not None and self.settled(row, known):
            return "unchanged"
        draft = self.draft(known.id) if known and known.id is not None else self.found(row)
        if draft is None and known:
            self.tally.note(row.card.where, f"{row.card.name} was deleted here; not brought back")
            return "unchanged"
        draft = draft or self.new(row)
        before = draft.edits
        self.merge(row, draft, known)
        if draft.new and not before:
            return "added"
        return "merged" if draft.edits > before else "unchanged"

    def take_part(self, row: Row, *, create: bool) -> int | None:
        """Who took part in a conversation, as an id; with `create` a stranger is added, else None."""
        at = row.source, row.card.source_key
        if at not in self.attending:
            self.attending[at] = self.find_attending(row, create=create)
        return self.attending[at]

    def is_left_out(self, row: Row) -> bool:
        """Whether I said that somebody who took part is to be left out."""
        known = self.find_known(row)
        return known is not None and known.digest == LEFT_OUT

    def find_attending(self, row: Row, *, create: bool) -> int | None:
        known = self.find_known(row)
        if known is not None and known.digest != LEFT_OUT:
            return known.id
        draft = self.found(row)
        invited = (row.source, row.card.source_key) in self.invited
        if draft is None and (invited or (create and not known)):
            self.tally.count(self.decide_one(row))
            return self.known[row.source, row.card.source_key].id
        return draft.id if draft else None

    def merge(self, row: Row, draft: Draft, known: Known | None) -> None:
        """Bring a card into its draft, report what gave way, and remember where it came from."""
        base = known.content if known else {}
        asked = {**self.given, **row.card.pace}
        said = draft.merge(row.source, base, row.content) + draft.give(base.get("given", {}), asked)
        self.ties.add(row, draft, base)
        self.tally.note(row.card.where, *(f"{row.card.name}: {each}" for each in said))
        content = remembered(base, row.content | ({"given": asked} if asked else {}))
        self.known[row.source, row.card.source_key] = Known(draft.id, row.digest, content)
        self.origins.setdefault(row.source, {})[row.card.source_key] = (draft.id, row.digest, content)
        self.claim(draft.id, row)
        for each in row.keys:
            ids = self.holders.setdefault(each, [])
            ids += [draft.id] if draft.id not in ids else []

    def found(self, row: Row) -> Draft | None:
        """The contact that a card is about: by the uid that lnet's own files bear, else by an address."""
        mine = self.by_uid.get(row.card.source_key)
        return self.draft(mine) if mine is not None else self.by_address(row)

    def by_address(self, row: Row) -> Draft | None:
        """The one contact that has an address of this card; None where nobody has, or where it is not certain who."""
        for kind, at in row.keys:
            holders = [self.draft(id) for id in self.holders.get((kind, at), ())]
            if len(holders) > 1:
                name = key(row.card.name)
                holders = [each for each in holders if key(each.stands.values["name"]) == name] or holders
            if len(holders) == 1 and not self.is_another(row, kind, holders[0]):
                return holders[0]
            if holders:
                whose = ", ".join(each.stands.values["name"] for each in holders[:3])
                self.tally.note(row.card.where, f"{row.card.name} has the same {kind} as {whose}: possible duplicate")
        return None

    def claim(self, id: int, row: Row) -> None:
        """Note that a contact has a row of this source."""
        self.claims.setdefault(row.source, {})[id] = row

    def is_another(self, row: Row, kind: str, draft: Draft) -> bool:
        """Whether the source itself tells the two apart: each has a row, and a name or a profile of their own.

        Couples share a telephone and offices an e-mail address.
        """
        other = self.claims.get(row.source, {}).get(draft.id)
        if other is None or kind == "url":
            return False
        return (row.has_profile and other.has_profile) or not agree(row.card.name, other.card.name)

    def new(self, row: Row) -> Draft:
        """A draft of somebody who is not here yet; others of the same name are reported, never merged."""
        nothing = Standing(dict.fromkeys(read.COLUMNS), None, None)
        draft = Draft(self.next_id, new=True, stands=nothing, region=self.store.phone_region)
        self.next_id += 1
        name = clean(row.card.name)
        draft.slug = self.free_slug(slug(name) or f"c{draft.id}")
        draft.set("imported_from", row.source)
        draft.edits = 0
        alike = self.namesakes.setdefault(key(name), [])
        if alike:
            doubt = f"possible duplicate, kept as {draft.slug}"
            self.tally.note(row.card.where, f"{name} has the same name as {alike[0]}: {doubt}")
        alike.append(draft.slug)
        self.drafts[draft.id] = draft
        return draft

    def free_slug(self, wanted: str) -> str:
        """The slug, with -2, -3 … where it is taken; taken from now on."""
        found, number = wanted, self.last_number.get(wanted, 1)
        while found in self.slugs:
            number += 1
            found = f"{wanted}-{number}"
        self.last_number[wanted] = number
        self.slugs.add(found)
        return found
