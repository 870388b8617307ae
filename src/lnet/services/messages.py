"""A message to somebody: drafted from what is recorded, and logged once it was sent."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from lnet.domain.asking import Request, lines
from lnet.domain.dates import show_day
from lnet.domain.messages import Message, Occasion, Talk, message
from lnet.domain.names import clean
from lnet.domain.openings import Matter
from lnet.errors import BadInputError
from lnet.services import passing_on
from lnet.services.briefs import Brief, brief
from lnet.services.done import Deed, Settled, aftermath, rows_of, settle_one
from lnet.services.names import Who
from lnet.services.passing_on import Passing
from lnet.services.references import Target, find, parse, ref
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read import persons, settling, titles
from lnet.store.read.contacts import Method
from lnet.store.read.feedback import Feedback
from lnet.store.read.here import here_on
from lnet.store.read.promises import Promise
from lnet.store.write import interaction

CHANNEL_OF = {"email": "email", "phone": "chat", "handle": "chat"}  # by which a way to reach somebody is written to

Owing = TypeVar("Owing", Promise, Feedback)


class Draft(NamedTuple):
    """A message to somebody, not sent yet.

    `facts`: what to know while writing, a line each. `reach`: where it goes, if that is known, by `channel`.
    `settles`: what leads their row and is settled by sending it, if anything is. `passes`: what it passes on, if it was
    asked to.
    """

    about: Brief
    message: Message
    facts: tuple[str, ...]
    reach: Method | None
    channel: str
    settles: Target | None
    passes: Passing | None = None

    def as_json(self) -> dict[str, Any]:
        """The object of `draft --json`."""
        return {
            "contact": self.about.card.as_json(), "text": self.message.text, "facts": self.facts, "reach": self.reach,
            "channel": self.channel, "settles": self.settles and ref(*self.settles),
            "passes_on": self.passes and self.passes.ref,
        }  # fmt: skip


def draft(
    store: Store, who: Who, via: str | None = None, matter: str | None = None, passes: Passing | None = None
) -> Draft:
    """A draft to one person, read without writing anything. `via`: the channel, instead of the one they are known by.

    `matter`: the reference of the promise or feedback it is about, instead of what leads their row; `passes`: what it
    passes on, instead of all there is to say. Raises NotFoundError if they are gone by now, BadInputError for a matter
    that is closed or is none of theirs.
    """
    about = brief(store, who)
    if matter:
        about = only(about, matter)
    facts, reach = tuple(facts_of(about)), reached(about, via)
    if passes:
        return Draft(about, message(passing(about, passes), store.today), facts, *reach, None, passes)
    leading = matter or leading_ref(store, who)
    owed, feedback = chosen(mine(about), leading), chosen(theirs(about), leading)
    found = occasion(about, owed, feedback)
    said = message(found._replace(request=request_of(store, about, matter), given=given_to(about, matter)), store.today)
    brought = {"promise": owed, "feedback": feedback}.get(said.delivers)
    settles = parse(leading) if brought and leading == brought.ref else None
    return Draft(about, said, facts, *reach, Target(*settles) if settles else None)


def reached(about: Brief, via: str | None) -> tuple[Method | None, str]:
    """Where a message goes, if that is known, and the channel it goes by."""
    reach = next((each for each in about.methods if each.kind in CHANNEL_OF), None)
    return reach, via or (CHANNEL_OF[reach.kind] if reach else about.known.wrote_by) or "other"


def addressee(store: Store, text: str) -> int | None:
    """The contact of the promise or feedback that a reference names; None for any other text.

    Raises NotFoundError for a reference to nothing.
    """
    noun, id = parse(text) or ("", 0)
    if noun not in ("promise", "feedback"):
        return None
    find(store, noun, text)
    return settling.whose_promise(store, id) if noun == "promise" else settling.whose_feedback(store, id)


def send(store: Store, sent: Draft, text: str, channel: str) -> Settled:
    """Log the message that became of a draft, with its text as the note, and settle what it brought; in one step.

    What it passes on is noted as shared, and its topics are those of the message. It belongs to the event I am at; a
    message is no meeting, so it fulfils no plan. Undo takes all of it back. Raises BadInputError for a text that cannot
    be stored.
    """
    if "\0" in text:
        raise BadInputError("the message is not valid text (it holds a NUL)")
    contact, summary = sent.about.card.contact, clean(sent.message.summary_of(text))
    now = here_on(store, store.today)
    with step(store, "draft", contact.slug) as open_:
        kept = [settle_one(store, open_, sent.settles, store.today)[0]] if sent.settles else []
        made = interaction.add(
            open_, occurred_on=store.today, participants=[contact.id], channel=channel, direction="outbound",
            summary=summary, note=text, topics=sent.passes.topics if sent.passes else (),
            event_id=now.id if now else None,
        )  # fmt: skip
        if sent.passes and passing_on.write(open_, sent.passes, contact.id):
            kept.append(Deed("shared", sent.passes.ref, sent.passes.text, store.today))
        wrote = Deed("logged", ref("interaction", made), summary, store.today, here=now)
        logged = aftermath(store, wrote, [contact.id])
        return Settled((*(deed._replace(people=logged.people) for deed in kept), logged), open_.id)


# --- what there is to write about -------------------------------------------------------------------------------


def leading_ref(store: Store, who: Who) -> str | None:
    """The reference behind the reason that leads their row; None without a row, or without anything behind it."""
    rows = rows_of(store, persons.people(store, [who.id]))
    return rows[0].reasons[0].ref if rows else None


def mine(about: Brief) -> list[Promise]:
    """What I owe them, the most pressing first."""
    return [each for each in about.known.promises if each.owed_by == "me"]


def only(about: Brief, matter: str) -> Brief:
    """The brief with nothing open but this promise or feedback; BadInputError where it is not."""
    known = about.known
    promises = [each for each in known.promises if each.ref == matter and each.owed_by == "me"]
    feedback = [each for each in known.feedback if each.ref == matter]
    if not promises and not feedback:
        raise BadInputError(
            f"{matter} is settled: there is nothing to write", "lnet draft NAME begins with what is open"
        )
    return about._replace(known=known._replace(promises=promises, feedback=feedback))


def theirs(about: Brief) -> list[Feedback]:
    """The feedback of theirs whose loop is still open, the oldest first."""
    return [each for each in about.known.feedback if each.direction == "received"]


def chosen(found: Sequence[Owing], leading: str | None) -> Owing | None:
    """What leads their row, else the first."""
    return next((each for each in found if each.ref == leading), found[0] if found else None)


def passing(about: Brief, passes: Passing) -> Occasion:
    """What there is to write about where something is passed on: that alone."""
    contact = about.card.contact
    if passes.noun == "insight":
        return Occasion(contact.name, last=last_talk(about), learned=passes.text)
    return Occasion(
        contact.name, Matter(resource=passes.text), last_talk(about), shared=shared_topic(about, passes.topics),
        url=passes.url,
    )  # fmt: skip


def occasion(about: Brief, owed: Promise | None, feedback: Feedback | None) -> Occasion:
    """What there is to write about."""
    known, contact = about.known, about.card.contact
    last = known.last[0] if known.last else None
    resource = known.resources[0] if known.resources else None
    matter = Matter(
        promise=clean(owed.text) if owed else "",
        feedback=clean(feedback.text or feedback.behaviour or "") if feedback else "",
        question=clean(about.questions[0].text) if about.questions else "",
        resource=clean(resource.title) if resource else "",
        topic=next(iter((*(last.topics if last else ()), *contact.topics)), ""),
    )
    return Occasion(
        contact.name, matter, last_talk(about), action=done_with(feedback),
        shared=shared_topic(about, resource.topics) if resource else "",
        url=clean(resource.url or "") if resource else "",
    )  # fmt: skip


def last_talk(about: Brief) -> Talk | None:
    """The last conversation, as a message picks it up."""
    for last in about.known.last[:1]:
        return Talk(last.occurred_on, last.channel, last.direction, clean(last.summary), last.topics)
    return None


def shared_topic(about: Brief, topics: Sequence[str]) -> str:
    """The first of the topics that is one of theirs; "" for none."""
    return next((topic for topic in topics if topic in about.card.contact.topics), "")


def request_of(store: Store, about: Brief, matter: str | None) -> tuple[str, ...]:
    """The request that is the matter, else the latest that they may not have seen yet, line by line; or nothing."""
    open_ = [each for each in about.known.feedback if each.direction == "requested"]
    asked = [each for each in open_ if each.ref == matter or not sent(about, each)]
    if not asked:
        return ()
    note = asked[-1]
    about_work = parse(note.goal or note.project or "")
    work = titles.by_id(store, *about_work) if about_work else None
    return lines(Request(clean(note.text or ""), note.frame, clean(note.situation or ""), work.title if work else ""))


def given_to(about: Brief, matter: str | None) -> str:
    """The feedback I gave them that is the matter; "" without it: nobody is asked unasked how it landed."""
    given = next((each for each in about.known.feedback if each.direction == "given" and each.ref == matter), None)
    return clean(given.behaviour or given.text or "") if given else ""


def sent(about: Brief, note: Feedback) -> bool:
    """Whether I have talked or written to them since I noted that I ask."""
    return any(
        talk.direction != "inbound" and talk.occurred_on >= note.on and talk.created_at > note.created_at
        for talk in about.known.last
    )


def facts_of(about: Brief) -> Iterator[str]:
    """What to know while writing, each on one line."""
    contact, today = about.card.contact, about.card.today
    for method in about.methods:
        yield f"{method.kind}: {clean(method.value)}"
    if contact.nicknames:
        yield f"also called {', '.join(contact.nicknames)}"
    for talk in about.known.last[:1]:
        yield f"last: {show_day(talk.occurred_on, today)}, {clean(talk.summary)}"
    if words := about.noted("their_words"):
        yield f"in their words: {clean(words)}"
    for promise in about.known.promises:
        by = f", by {show_day(promise.due_on, today)}" if promise.due_on else ""
        yield f"{'you owe' if promise.owed_by == 'me' else 'they owe'} {promise.ref}: {clean(promise.text)}{by}"
    for question in about.questions:
        yield f"to ask: {clean(question.text)}"
    if contact.topics:
        yield f"topics: {' '.join(f'#{topic}' for topic in contact.topics)}"


def done_with(feedback: Feedback | None) -> str:
    """What I did with their feedback; "" where I have only meant to."""
    return clean(feedback.action or "") if feedback and feedback.loop == "acted" else ""
