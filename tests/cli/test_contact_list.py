"""`lnet contact list`: who is in the network, narrowed, ordered, and for other programs."""

import csv
import io
import json
import re
from datetime import date

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact as write
from lnet.store.write.rows import insert, update
from tests.conftest import Lnet
from tests.transcript import check

MAY = date(2026, 5, 10)


@pytest.fixture
def network(lnet: Lnet, store: Store) -> Lnet:
    """Ada (overdue since 9 June), Grace (first due on 18 June), Ravi (paused), Wei (archived), Bob (address book)."""
    lnet('add Ada Lovelace --circle close --role mentor -t sql --org "Analytical Engines" --field maths', today=MAY)
    lnet("log 'coffee with Ada'", today=MAY)
    lnet("add Grace Hopper --every 1w --role mentor --role expert --topic compilers --org Navy --field computing")
    lnet("add Ravi Patel --topic sql --every never")
    lnet("log 'yesterday: call with Ravi'")
    lnet("add Wei Chen")
    lnet("contact pause ravi")
    lnet("contact archive wei")
    with step(store, "import") as open_:
        write.add(open_, "Bob Kahn", imported_from="cards.vcf")
    return lnet


def test_a_list_has_a_row_a_person_by_name(network: Lnet) -> None:
    """Piped it is plain and aligned; the archived and the address book are left out."""
    check(
        network,
        """
        $ lnet contact list
        name          circle  roles           last        due
        Ada Lovelace  close   mentor          2026-05-10  2026-06-09
        Grace Hopper  –       mentor, expert  –           2026-06-18
        Ravi Patel    –       –               2026-06-14  paused
        """,
    )


@pytest.mark.parametrize(
    ("options", "slugs"),
    [
        ("", "ada-lovelace grace-hopper ravi-patel"),
        ("--circle close", "ada-lovelace"),
        ("--role mentor", "ada-lovelace grace-hopper"),
        ("--topic sql", "ada-lovelace ravi-patel"),
        ("-t '#SQL'", "ada-lovelace ravi-patel"),
        ("--org engines", "ada-lovelace"),
        ("--org %", ""),
        ("--field comput", "grace-hopper"),
        ("--status paused", "ravi-patel"),
        ("--status archived", "wei-chen"),
        ("--due", "ada-lovelace"),
        ("--all", "ada-lovelace bob-kahn grace-hopper ravi-patel wei-chen"),
        ("--address-book", "bob-kahn"),
        ("--role mentor --topic sql", "ada-lovelace"),
        ("--sort last", "ravi-patel ada-lovelace grace-hopper"),
        ("--sort due", "ada-lovelace grace-hopper ravi-patel"),
        ("--limit 1", "ada-lovelace"),
        ("--limit 0", ""),
    ],
)
def test_a_list_is_narrowed_and_ordered(network: Lnet, options: str, slugs: str) -> None:
    """Each option keeps those it says, and the order is by name, last conversation or due day."""
    assert network(f"contact list --slugs {options}").out.split() == slugs.split()


def test_the_snoozed_are_not_due(network: Lnet, store: Store) -> None:
    """`--due` leaves out who was snoozed, until the day."""
    with step(store, "snooze") as open_:
        update(open_, "contact", 1, snooze_until=date(2026, 6, 29))
    assert network("contact list --due --slugs", today=date(2026, 6, 28)).out == "grace-hopper\n"
    assert network("contact list --due --slugs", today=date(2026, 6, 29)).out == "ada-lovelace\ngrace-hopper\n"


def test_a_list_in_json_has_the_cadence_in_force(network: Lnet) -> None:
    """Each contact bears the fields of the domain model, and slug, last and due day, and where the cadence is from."""
    answer = json.loads(network("contact list --json").out)
    assert answer["schema"] == "lnet.contact.list/1"
    keys = ("name", "slug", "last_on", "due_on", "every_days", "cadence_from")
    assert [tuple(each[key] for key in keys) for each in answer["data"]] == [
        ("Ada Lovelace", "ada-lovelace", "2026-05-10", "2026-06-09", 30, "circle"),
        ("Grace Hopper", "grace-hopper", None, "2026-06-18", 7, "explicit"),
        ("Ravi Patel", "ravi-patel", "2026-06-14", None, None, "explicit"),
    ]


def test_a_list_in_csv_has_a_header_and_a_row_a_person(network: Lnet) -> None:
    """The columns are the JSON keys; lists are parted by semicolons."""
    rows = list(csv.DictReader(io.StringIO(network("contact list --csv").out)))
    assert [row["name"] for row in rows] == ["Ada Lovelace", "Grace Hopper", "Ravi Patel"]
    assert rows[1]["roles"] == "mentor; expert"
    assert list(rows[0]) == list(json.loads(network("contact list --json").out)["data"][0])


def test_people_of_a_community_and_of_an_event_are_listed(network: Lnet, store: Store) -> None:
    """`--community` and `--event` take a reference or the start of a name."""
    with step(store, "by hand") as open_:
        community = insert(open_, "community", name="Local PUG", key="local pug")
        event = insert(open_, "event", name="EuroPython", key="europython")
        insert(open_, "membership", community_id=community, contact_id=1)
        insert(open_, "attendance", event_id=event, contact_id=2)
    assert network("contact list --slugs --community local").out == "ada-lovelace\n"
    assert network("contact list --slugs --event e1").out == "grace-hopper\n"
    assert network("contact list --event e2").status == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("", 'Nobody here yet. Add somebody: lnet add "Ada Lovelace" --circle close\n'),
        ("--circle close", "Nobody fits.\n"),
        ("--slugs", ""),
    ],
)
def test_a_list_of_nobody_is_one_kind_line(lnet: Lnet, options: str, said: str) -> None:
    """An empty list is no failure."""
    ran = lnet(f"contact list {options}")
    assert (ran.out, ran.status) == (said, 0)


def test_namesakes_are_told_apart(lnet: Lnet) -> None:
    """Two people of one name are listed with their slugs."""
    lnet("add Ada Lovelace")
    lnet("add Ada Lovelace")
    check(
        lnet,
        """
        $ lnet contact list
        name                           circle  roles  last  due
        Ada Lovelace (ada-lovelace)    –       –      –     –
        Ada Lovelace (ada-lovelace-2)  –       –      –     –
        """,
    )


def test_a_narrow_terminal_shows_who_and_when(network: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """On 40 columns no line is longer than that, and no day is cut."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = re.sub(r"\x1b\[[0-9;]*m", "", network("contact list").out)
    assert max(map(len, out.splitlines())) <= 40
    assert out.split("\n")[0].split() == ["name", "last", "due"]
    assert "2026-05-10" in out


def test_no_color_means_no_escape_at_all(network: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR a terminal gets neither colour nor weight; without it, some of both."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b" in network("contact list").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in network("contact list").out


def test_a_contact_in_json_bears_every_field_of_a_contact(network: Lnet) -> None:
    """None is left out, also where it is empty."""
    fields = (
        "name nicknames aims roles field organisation title location topics how_met met_on introduced_by circle "
        "every_days status snooze_until clock_from first_due birthday share note extra id uid created_at updated_at"
    )
    shown = json.loads(network("contact show ada --json").out)["data"]
    assert set(fields.split()) - set(shown) == set()
