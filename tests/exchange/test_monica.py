"""What is read out of Monica's JSON export, and what is said about the rest of it."""

import json
from datetime import date
from typing import Any

import pytest

from lnet.domain.cards import Address
from lnet.errors import BadInputError
from tests.exchange.reading import fits, items, one, people, said, talks


def several(kind: str, *values: Any) -> dict[str, Any]:
    """A collection as Monica writes it."""
    return {"count": len(values), "type": kind, "values": list(values)}


def thing(
    uuid: str, hangs_on: list[Any] | None = None, created_at: str = "2020-01-01T00:00:00Z", **properties: Any
) -> Any:
    """An object as Monica writes it."""
    return {"uuid": uuid, "created_at": created_at, "properties": properties, "data": hangs_on or []}


def file(*contacts: Any, relationships: Any = (), activities: Any = (), **properties: Any) -> str:
    """An export with these contacts."""
    data = [several("contact", *contacts), several("relationship", *relationships), several("activity", *activities)]
    types = [
        thing("t1", name="Email", protocol="mailto:", type="email"), thing("t2", name="Phone", type="phone"),
        thing("t3", name="Twitter"), thing("t4", name="LinkedIn"),
    ]  # fmt: skip
    instance = {
        "contact_field_types": types, "genders": [thing("g1", name="Woman", type="F")],
        "activity_types": [thing("at1", translation_key="ate_restaurant"), thing("at2", name="Phone call")],
    }  # fmt: skip
    account = {"uuid": "acc", "data": data, "properties": properties, "instance": instance}
    return json.dumps({"version": "1.0", "app_version": "4.1.2", "account": account})


def special(on: str, *, age: bool = False, yearless: bool = False) -> dict[str, Any]:
    """A date as Monica writes it."""
    return {"uuid": "s", "is_age_based": age, "is_year_unknown": yearless, "date": on}


def ada(*data: Any, **properties: Any) -> Any:
    """A contact with these collections and properties."""
    return thing("c1", list(data), first_name="Ada", last_name="Lovelace", **properties)


def test_a_contact_becomes_a_person() -> None:
    """What lnet has a field for has it, and all the rest is kept as it was."""
    card = one("monica", file(ada(
        several("contact_field", thing("f1", data="a@x.org", type="t1"), thing("f2", data="+44 1", type="t2"),
                thing("f3", data="@ada", type="t3"), thing("f4", data="https://linkedin.com/in/ada", type="t4")),
        several("note", thing("n2", created_at="2022-01-02T00:00:00Z", body="second"),
                thing("n1", created_at="2021-03-04T00:00:00Z", body="first")),
        several("address", thing("a1", name="Home", city="London", country="GB")),
        several("gift", thing("gi", name="Tea pot")), several("debt", thing("de", amount=5)),
        middle_name="King", nickname="Countess", description="likes engines", job="Mathematician", company="Engines",
        tags=["sql", {"name": "maths"}], gender="g1", birthdate=special("2016-12-10", yearless=True),
        first_met_date=special("2019-05-04"), first_met_where="at the museum", stay_in_touch_frequency=30,
        is_starred=True, is_active=True, is_dead=False, food_preferences="tea",
    )))  # fmt: skip
    assert (card.name, card.source_key, card.nicknames) == ("Ada King Lovelace", "c1", ("Countess",))
    assert (card.title, card.organisation, card.location) == ("Mathematician", "Engines", "London, GB")
    assert (card.birthday, card.met_on, card.how_met) == ("--12-10", date(2019, 5, 4), "at the museum")
    assert (card.topics, card.every_days) == (("sql", "maths"), 30)
    assert card.note == "likes engines\n2021-03-04: first\n2022-01-02: second"
    assert card.addresses == (
        Address("email", "a@x.org"), Address("phone", "+44 1"), Address("handle", "@ada", "Twitter"),
        Address("url", "https://linkedin.com/in/ada", "LinkedIn"),
    )  # fmt: skip
    assert set(card.extra) == {"gender", "is_starred", "food_preferences", "address", "gift", "debt"}
    assert (card.extra["gender"], card.extra["gift"][0]["properties"]) == ("Woman", {"name": "Tea pot"})


def test_relationships_and_introductions_tie_people() -> None:
    """Both directions of one are told; what it is called stays in extra."""
    text = file(
        ada(first_met_through="c2"), thing("c2", first_name="Grace"),
        relationships=[
            thing("r1", type="mentor", contact_is="c2", of_contact="c1"),
            thing("r2", type="protege", contact_is="c1", of_contact="c2"),
        ],
    )  # fmt: skip
    first, grace = people("monica", text)
    assert (first.introduced_by, first.knows, grace.knows) == ("c2", ("c2",), ("c1",))
    assert first.extra == {"relationships": ["protege of Grace"]}
    assert grace.extra == {"relationships": ["mentor of Ada Lovelace"]}


def test_activities_are_conversations_of_all_who_took_part() -> None:
    """A day, its people, what was done and told; what kind it was tells the channel."""
    text = file(
        ada(several("activity", "x1", "x2")), thing("c2", [several("activity", "x1")], first_name="Grace"),
        activities=[
            thing("x1", summary="At the club", description="long talk", happened_at="2026-03-01", type="at1"),
            thing("x2", happened_at="2026-03-02T00:00:00.000000Z", type="at2"),
            thing("x3", summary="alone", happened_at="2026-03-01"),
            thing("x4", summary="never"),
        ],
    )  # fmt: skip
    club, call = talks("monica", text)
    assert (club.occurred_on, [who.name for who in club.people]) == (date(2026, 3, 1), ["Ada Lovelace", "Grace"])
    assert (club.summary, club.note, club.channel) == ("At the club", "long talk\n(ate restaurant)", "in_person")
    assert (call.summary, call.channel, call.source_key) == ("Phone call", "call", "x2")
    assert said("monica", text) == [
        "activity 3: 'alone': nobody took part; not taken in", "activity 4: 'never': no day; not taken in",
    ]  # fmt: skip


def test_calls_and_messages_are_conversations() -> None:
    """Who called whom, and who wrote, is their direction."""
    sent = [thing("m1", content="hi", written_by_me=True)]
    found = talks("monica", file(ada(
        several("call", thing("k1", called_at="2026-05-01", content="plans", contact_called=True, emotions=["joy"]),
                thing("k2", called_at="2026-05-02", contact_called=False), thing("k3", called_at="2030-01-01")),
        several("conversation", thing("v1", happened_at="2026-04-02", contact_field_type="t1", messages=sent),
                thing("v2", happened_at="2026-04-03", messages=[*sent, thing("m2", content="hello")])),
    )))  # fmt: skip
    assert [(talk.channel, talk.direction, talk.note) for talk in found] == [
        ("call", "inbound", "plans\n(joy)"), ("call", "outbound", None), ("email", "outbound", "me: hi"),
        ("chat", "mutual", "me: hi\nAda Lovelace: hello"),
    ]  # fmt: skip


def test_a_reminder_of_a_day_to_come_is_a_plan() -> None:
    """One that comes again, and a task that is open, are reported; all of them are kept."""
    text = file(ada(
        several("reminder", thing("r1", initial_date="2026-07-01", title="Ask", frequency_type="one_time"),
                thing("r2", initial_date="2026-01-01", title="Old", frequency_type="one_time"),
                thing("r3", initial_date="2026-01-01", title="Tea", frequency_type="month", frequency_number=3),
                thing("r4", initial_date="2026-01-01", title="Off", frequency_type="week", inactive=True)),
        several("task", thing("x1", title="Return the book", completed=False), thing("x2", title="d", completed=True)),
    ))  # fmt: skip
    (plan,) = talks("monica", text)
    assert (plan.planned, plan.occurred_on, plan.summary) == (True, date(2026, 7, 1), "Ask")
    assert said("monica", text) == [
        "contact 1: Ada Lovelace: the task 'Return the book' is open; kept in extra",
        "contact 1: Ada Lovelace: the reminder 'Tea' comes every 3 months; kept in extra",
    ]
    assert len(one("monica", text).extra["reminder"]) == 4


def test_what_is_odd_is_reported() -> None:
    """No name, a birthday that is but an age or none, people who died or are archived, what hangs on nobody."""
    text = file(
        ada(birthdate=special("1960-01-01", age=True), is_dead=True, is_active=False),
        thing("c2", first_name="Bo", birthdate=special("1990-02-31"), first_met_date=special("2019-01-01", age=True)),
        thing("c3", is_partial=True), "what is this", None, thing("c4", nickname="Nick"),
        journal_entries=[{"entry": "x"}],
    )  # fmt: skip
    assert said("monica", text) == [
        "contact 1: Ada Lovelace: the birthday '1960-01-01' is but an age; kept in extra",
        "contact 1: Ada Lovelace: has died, as Monica says; kept in extra",
        "contact 1: Ada Lovelace: is archived in Monica; kept in extra",
        "contact 2: Bo: the birthday '1990-02-31' is none; kept in extra",
        "contact 3: no name", "contact 4: no name", "contact 5: no name",
        "account: 1 journal entries are not taken in",
    ]  # fmt: skip
    assert [card.name for card in people("monica", text)] == ["Ada Lovelace", "Bo", "Nick"]
    assert "first_met_date" in people("monica", text)[1].extra


@pytest.mark.parametrize(
    "data", [{"contacts": [{"first_name": "Ada"}]}, {"contacts": {"values": [{"first_name": "Ada"}]}},
             [{"type": "contact", "values": [{"uuid": "c", "first_name": "Ada"}]}, 3, {"type": 4}]],
)  # fmt: skip
def test_other_shapes_of_the_export_are_read_too(data: Any) -> None:
    """Collections by name, and properties that stand in the object itself."""
    assert one("monica", json.dumps({"account": {"data": data}})).name == "Ada"


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", '{"account": 3}', '{"account": {}}', '{"account": ' + "9" * 5000 + "}", '"account"'],
)  # fmt: skip
def test_other_json_is_not(text: str) -> None:
    """Whatever is no account of Monica's."""
    assert fits(text) is None
    with pytest.raises(BadInputError, match="no export of Monica"):
        items("monica", text)


def test_what_nests_too_deep_is_refused() -> None:
    """A hostile file ends in an error, not in a crash."""
    with pytest.raises(BadInputError, match="nest too deep"):
        items("monica", '{"account": ' + "[" * 100_000 + "]" * 100_000 + "}")
