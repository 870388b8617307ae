"""A network in which every step of the review has something to look at."""

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import feedback, insight
from lnet.store.write.rows import insert
from tests.cli.seeds import ago, aim, owe, person, talk


def flag(store: Store, who: int, name: str, ended: int) -> int:
    """Somebody met and flagged at an event that ended so many days ago; gives back the event's id."""
    with step(store, "seed") as open_:
        event = insert(open_, "event", name=name, key=name.lower(), starts_on=ago(ended), ends_on=ago(ended))
        insert(open_, "attendance", event_id=event, contact_id=who, follow_up=True)
        return event


def hear(store: Store, who: int, direction: str, text: str, days: int) -> int:
    """Feedback of so many days ago; gives back the id."""
    with step(store, "seed") as open_:
        return feedback.add(open_, who, direction, text, on=ago(days))


def learn(store: Store, text: str, who: int | None, days: int) -> int:
    """An insight of so many days ago; gives back the id."""
    with step(store, "seed") as open_:
        return insight.add(open_, text, contact_id=who, on=ago(days))


def leave_over(store: Store) -> None:
    """Something of everything; who has no need of a word was talked to yesterday."""
    ada = person(store, "Ada Lovelace", "close", [5])
    owe(store, ada, "send paper", 30)
    bela = person(store, "Bela Novak", "close", [1])
    cleo = person(store, "Cleo Marin", "close", [1])
    talk(store, 10, bela, cleo, planned=True, summary="coffee about joins")
    flag(store, person(store, "Wei Chen", None), "PyCon", 20)
    person(store, "Leila Haddad", "close", [130])
    nkechi = person(store, "Nkechi Adeyemi", "close", [1])
    hear(store, nkechi, "received", "Start with the query.", 65)
    hear(store, person(store, "Jonas Weber", "close", [1]), "requested", "Is it too long?", 25)
    aim(store, "Read query plans", 21, ada)
    learn(store, "EXPLAIN first", ada, 3)
    person(store, "Ravi Patel", "inner", [20])
    person(store, "Mei Tanaka", "close", [27])
    hanna = person(store, "Hanna Roth", "wide")
    for days in (40, 20):
        talk(store, days, hanna, direction="outbound", channel="email")
