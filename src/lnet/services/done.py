"""Settling what the list asks for: a promise kept, a conversation held, feedback told, a goal achieved."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from lnet.domain.away import AwayDays
from lnet.domain.cadence import due_on
from lnet.domain.facts import Person, Promise
from lnet.domain.rest import resting_until
from lnet.domain.rows import Row, gathered
from lnet.domain.rules import situation
from lnet.errors import BadInputError
from lnet.services.references import Target, parse, ref
from lnet.services.saved import happened
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read import owed, persons, settling, titles
from lnet.store.read.away import away_days
from lnet.store.read.here import Here, here_on
from lnet.store.read.known import facts_of
from lnet.store.write import attendance, feedback, goal, interaction, promise
from lnet.store.write.rows import update


class Deed(NamedTuple):
    """One thing that was settled, and what that leaves.

    `did`: "kept", "logged", "told", "achieved", "shared", or "nothing" where it was settled before. `ref` is what was
    settled or made, `text` its words. Of the people it concerns: the plans that came true, promises still open
    (`owed_by` me or them), the reason that still lists them (None: nothing does), and the day they come due next, or
    until which they are left to rest. `here`: the event I am at, if it was there.
    """

    did: str
    ref: str | None
    text: str
    on: date
    people: tuple[Person, ...] = ()
    fulfilled: tuple[str, ...] = ()
    still_open: tuple[Promise, ...] = ()
    still_due: str | None = None
    due_on: date | None = None
    resting_until: date | None = None
    here: Here | None = None

    @property
    def names(self) -> str:
        """The people it concerns, in one line; "" for nobody."""
        return ", ".join(person.name for person in self.people)

    def as_json(self) -> dict[str, Any]:
        """The object of `done --json`."""
        return {
            "did": self.did, "ref": self.ref, "text": self.text, "on": self.on,
            "contacts": [{"name": person.name, "slug": person.slug} for person in self.people],
            "fulfilled": self.fulfilled, "still_due": self.still_due, "due_on": self.due_on,
            "resting_until": self.resting_until, "here": self.here and self.here.name,
            "still_open": [
                {"ref": ref("promise", one.id), "owed_by": one.owed_by, "text": one.text, "due_on": one.due_on}
                for one in self.still_open
            ],
        }  # fmt: skip


class Settled(NamedTuple):
    """What was settled, in the order asked for, and the step that undoes all of it."""

    deeds: tuple[Deed, ...]
    step: int

    def as_json(self) -> Any:
        """One object for one thing, a list for several; each with the step as `undo`."""
        shown = [deed.as_json() | {"undo": self.step} for deed in self.deeds]
        return shown[0] if len(shown) == 1 else shown


def settle(store: Store, targets: Sequence[Target], words: str, on: date | None = None) -> Settled:
    """Settle each target, on its day (today); a row settles its leading reason, a person by a conversation.

    Undo takes all of it back. Raises BadInputError for what cannot be settled and for a day to come.
    """
    day = happened(on, store.today)
    with step(store, "done", words) as open_:
        done = [settle_one(store, open_, target, day) for target in dict.fromkeys(targets)]
        return Settled(tuple(aftermath(store, deed, ids) for deed, ids in done), open_.id)


def settle_one(store: Store, open_: Step, target: Target, on: date) -> tuple[Deed, Sequence[int]]:
    """Settle one target; gives back what was done and the contacts it concerns."""
    if target.noun == "row":
        return settle_row(store, open_, target.id, on)
    if target.noun == "contact":
        return talk(store, open_, [target.id], on), [target.id]
    if target.noun == "interaction":
        return hold(store, open_, target.id, on)
    if target.noun not in CLOSERS:
        named = ref(target.noun, target.id)
        raise BadInputError(f"{named} is nothing to settle", "settle a row, a person, p7, g3, f2 or a plan")
    return CLOSERS[target.noun](store, open_, target.id, on)


# --- a row of the list ------------------------------------------------------------------------------------------


def settle_row(store: Store, open_: Step, contact: int, on: date) -> tuple[Deed, Sequence[int]]:
    """Settle the leading reason of somebody's row; nothing where nothing is left, and they were dealt with today."""
    (person,) = persons.people(store, [contact])
    rows = rows_of(store, [person])
    if not rows and contact in settling.dealt_with(store, store.today):
        return Deed("nothing", None, "", on), [contact]
    leading = rows[0].reasons[0] if rows else None
    noun, id = (parse(leading.ref or "") if leading else None) or ("contact", contact)
    if noun in (*CLOSERS, "interaction"):
        return settle_one(store, open_, Target(noun, id), on)
    if leading and noun == "event" and on <= leading.about.ended_on:
        attendance.let_be(open_, id, contact)  # a word within the event's own days would not count as following up
    return settle_one(store, open_, Target("contact", contact), on)


def rows_of(store: Store, people: Iterable[Person]) -> list[Row]:
    """The rows of these people alone: those due, then what has left to the review."""
    known = facts_of(store, [person.id for person in people])
    due, review = gathered(situation(known, store.today, store.policy))
    return due + review


# --- what there is to settle ------------------------------------------------------------------------------------


def talk(
    store: Store, open_: Step, people: Sequence[int], on: date, planned: int | None = None, **known: Any
) -> Deed:  # fmt: skip
    """A conversation of which nothing is `known` but that it was held, or what was planned of it.

    It fulfils the plans up to its day, and the one it was `planned` as, even if that was for a later day. It belongs to
    the event I am at, unless it was planned for another.
    """
    now = here_on(store, on, known.get("event_id"))
    made = interaction.add(open_, occurred_on=on, participants=people, **known | there(now, known.get("channel")))
    plans = interaction.fulfil_plans(open_, made, people, on)
    if planned is not None and planned not in plans:
        plans.append(interaction.fulfil(open_, planned, made))
    fulfilled = tuple(ref("interaction", plan) for plan in plans)
    return Deed("logged", ref("interaction", made), known.get("summary", ""), on, fulfilled=fulfilled, here=now)


def there(now: Here | None, channel: str | None = None) -> dict[str, Any]:
    """What a conversation at the event I am at has of it: nothing where I am at none; a channel that is known stays."""
    if now is None:
        return {}
    return {"event_id": now.id, "channel": channel if channel not in (None, "other") else "event"}


def hold(store: Store, open_: Step, plan: int, on: date) -> tuple[Deed, Sequence[int]]:
    """A planned conversation came true with all that was planned of it: on its day if that has passed."""
    planned = settling.plan(store, plan)
    if not planned.open:
        raise BadInputError(f"{ref('interaction', plan)} is no plan that is still open")
    day = min(planned.occurred_on, on)
    held = talk(
        store, open_, planned.participants, day, plan, topics=planned.topics, goals=planned.goals, **planned.values
    )
    return held, planned.participants


def keep(store: Store, open_: Step, id: int, on: date) -> tuple[Deed, Sequence[int]]:
    """A promise kept, mine or theirs; the day is the one it was kept on."""
    if changed := promise.close(open_, id, "kept"):
        update(open_, "promise", id, closed_on=on)
    return closed(store, "promise", id, "kept", on, changed=changed), [settling.whose_promise(store, id)]


def tell(store: Store, open_: Step, id: int, on: date) -> tuple[Deed, Sequence[int]]:
    """Feedback closed: they were told what became of it, or it came, or it landed."""
    if changed := feedback.set_loop(open_, id, "told"):
        update(open_, "feedback", id, closed_on=on)
    return closed(store, "feedback", id, "told", on, changed=changed), [settling.whose_feedback(store, id)]


def achieve(store: Store, open_: Step, id: int, on: date) -> tuple[Deed, Sequence[int]]:
    """A goal achieved."""
    if changed := goal.set_status(open_, id, "achieved"):
        update(open_, "goal", id, closed_on=on)
    return closed(store, "goal", id, "achieved", on, changed=changed), []


CLOSERS = {"promise": keep, "feedback": tell, "goal": achieve}


def closed(store: Store, noun: str, id: int, did: str, on: date, *, changed: bool) -> Deed:
    thing = titles.by_id(store, noun, id)
    return Deed(did if changed else "nothing", ref(noun, id), thing.title if thing else "", on)


# --- what is left -----------------------------------------------------------------------------------------------


def aftermath(store: Store, deed: Deed, ids: Sequence[int]) -> Deed:
    """The deed with its people as they are now, what is still open with them, and when they come due again."""
    people = tuple(persons.people(store, ids))
    away = AwayDays(away_days(store))
    rows = rows_of(store, people)
    rest = {person.id: resting_until(person, store.today, store.policy) for person in people}
    days = [day for each in people if rest[each.id] is None and (day := due_on(each, away, store.policy))]
    return deed._replace(
        people=people, still_open=tuple(owed.open_promises(store, ids)),
        still_due=rows[0].reasons[0].text if rows else None, due_on=min(days, default=None),
        resting_until=max(filter(None, rest.values()), default=None),
    )  # fmt: skip
