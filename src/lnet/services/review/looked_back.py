"""A look back at an event, card by card: what may be noted of each person met there."""

from lnet.domain.names import clean
from lnet.services import contacts
from lnet.services.references import ref
from lnet.services.review.agenda import Agenda, Section
from lnet.services.review.choices import let_be, people_of
from lnet.services.review.item import Choice, Item, Said, Write
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.read.review import Card, to_look_back
from lnet.store.read.titles import by_id
from lnet.store.write import attendance, promise
from lnet.store.write.line import line


def event_agenda(store: Store, event_id: int) -> Agenda:
    """Who was met at an event and not looked back at yet, in the order in which they were noted; two statements."""
    event, called = ref("event", event_id), by_id(store, "event", event_id)
    items = tuple(card(event, event_id, each) for each in to_look_back(store, event_id))
    section = Section("met", f"Met at {called.title if called else event}", items)
    return Agenda(store.today, (section,), (), event)


def card(event: str, event_id: int, who: Card) -> Item:
    """One person, with all that is known of them from there."""
    flag = "" if not who.follow_up else "to follow up" if who.waits else "followed up"
    known = [
        flag, "; ".join((who.note or "").splitlines()), clean(who.said or ""), who.organisation or "",
        f"{who.circle} circle" if who.circle else "", " ".join(f"#{topic}" for topic in who.topics),
    ]  # fmt: skip
    text = " · ".join(filter(None, known)) or "nothing noted yet"
    return Item("met", event_id, None, text, MET, who.id, who.name, who.slug, {"event": event})


# --- what may be said of them -----------------------------------------------------------------------------------


def looked_at(write: Write) -> Write:
    """Whatever is answered, they were looked back at, so that nobody asks again."""

    def written(store: Store, open_: Step, item: Item, said: Said) -> str:
        for contact_id in people_of(item):
            attendance.look_back(open_, item.id, contact_id)
        return write(store, open_, item, said)

    return written


def flag(store: Store, open_: Step, item: Item, said: Said) -> str:
    """They are to be followed up."""
    for contact_id in people_of(item):
        attendance.settle(open_, item.id, contact_id, follow_up=True)
    return "to follow up"


def circle(store: Store, open_: Step, item: Item, said: Said) -> str:
    """How often I aim to show up."""
    for contact_id in people_of(item):
        contacts.apply(store, open_, contact_id, contacts.Changes({"circle": said.text}))
    return f"{said.text} circle"


def topics(store: Store, open_: Step, item: Item, said: Said) -> str:
    """What they know or care about; raises BadInputError for nothing."""
    words = line(said.text.replace(",", " "), "a topic").split()
    for contact_id in people_of(item):
        contacts.apply(store, open_, contact_id, contacts.Changes({}, topics=words))
    return " ".join(f"#{word.lstrip('#+')}" for word in words)


def note(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A further line of what is noted of them there; raises BadInputError for nothing."""
    for contact_id in people_of(item):
        attendance.add_note(open_, item.id, contact_id, line(said.text, "a note"))
    return "noted"


def owe(store: Store, open_: Step, item: Item, said: Said) -> str:
    """What I promised them, by its day if one was said; raises BadInputError for nothing."""
    due = said.on if said.on != Said().on else None
    made = [promise.add(open_, contact_id, clean(said.text), due_on=due) for contact_id in people_of(item)]
    return f"promised, {', '.join(ref('promise', id) for id in made)}"


def staying(key: str, word: str, write: Write, command: str, asks: str = "", question: str = "") -> Choice:
    """An answer after which there may be more to say of the same person."""
    return Choice(key, word, looked_at(write), command, asks, question, stays=True)


MET = (
    staying("f", "follow up", flag, "lnet event meet {event} {slug} --follow-up"),
    staying(
        "c", "circle", circle, "lnet contact edit {slug} --circle active", "circle",
        "Which circle (inner, close, active, wide)?",
    ),
    staying("t", "topics", topics, 'lnet contact tag {slug} "…"', "text", "Which topics?"),
    staying("n", "note", note, 'lnet event meet {event} {slug} --note "…"', "text", "What is to be noted?"),
    staying("p", "promise", owe, 'lnet promise add {slug} "…" --by fri', "promise", "What did you promise (… by fri)?"),
    Choice("b", "let it be", let_be, "lnet event meet {event} {slug} --no-follow-up"),
)  # fmt: skip
