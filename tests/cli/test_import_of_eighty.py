"""An import of eighty people: an address book that is sorted a few at a time, and no wall in the morning."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lnet.store.connect import Store
from tests.cli.answers import data
from tests.cli.contents import contents
from tests.cli.terminal import Terminal
from tests.cli.test_triage_ritual import QUESTION
from tests.conftest import TODAY, Lnet
from tests.transcript import check

FIRST = ("Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas")
LAST = ("Abe", "Berg", "Costa", "Diaz", "Ek", "Fonseca", "Grant", "Haas")
PLACES = ("Rota Mobility", "Skog Data", "Volta Solar", "ETH", "Pars Design")


def connections() -> list[str]:
    """Eighty rows as LinkedIn writes them, those I connected with last first; only every fifth shows an address."""
    people = [(first, last) for last in LAST for first in FIRST]
    people[7], people[40] = ("Ada", "Lovelace"), ("A.", "Lovelace")
    rows = []
    for place, (first, last) in enumerate(people):
        url = f"https://www.linkedin.com/in/{first.strip('.').lower()}-{last.lower()}-{place}"
        email = f"{first.lower()}@example{place}.org" if place % 5 == 0 else ""
        on = TODAY - timedelta(days=3 + 9 * place)
        rows.append(f"{first},{last},{url},{email},{PLACES[place % 5]},Engineer,{on.strftime('%d %b %Y')}")
    return rows


@pytest.fixture
def terminal(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Runs lnet commands on a pseudo-terminal without colours, one at a time."""
    monkeypatch.setenv("LNET_DB", str(store.path))
    monkeypatch.setenv("TERM", "dumb")
    opened = Terminal()
    yield opened
    opened.close()


def test_an_import_of_eighty_people(terminal: Terminal, lnet: Lnet, store: Store) -> None:
    """Import, a calm morning, a few keys, no wall in the month to come, two who are one, and the same file again."""
    header = 'Notes:\n"Some addresses are missing."\n\n'
    columns = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    Path("Connections.csv").write_text(header + columns + "\n".join([*connections(), ""]), encoding="utf-8")
    check(
        lnet,
        """
        $ lnet import Connections.csv
        Imported: 80 added
          new people stand in the address book: lnet contact list --address-book
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        80 people in your address book, none in a circle: lnet triage
        $ lnet contact list
        Nobody here yet. Add somebody: lnet add "Ada Lovelace" --circle close
        $ lnet add Ada Lovelace --circle close --org ETH --email ada@example.org
        Added Ada Lovelace · ada-lovelace-2 · every 30 days (close circle), due Thu 18 Jun
          the same name as ada-lovelace: kept as two people
          not right? lnet undo
        """,
    )
    waiting = data(lnet, "triage")
    assert len(waiting) == 80
    assert [each["name"] for each in waiting[:3]] == ["Dmitri Abe", "Ines Abe", "Amara Abe"]
    assert waiting[0]["reasons"][0]["text"] == "at ETH, like Ada Lovelace"

    child = terminal.run("triage")
    for key in "acwwlnxwaq":
        child.expect(QUESTION)
        child.send(key)
    printed, status = terminal.finish()
    assert status == 0
    assert "Answered: 2 active · 1 close · 3 wide · 1 later · 1 not now · 1 archive" in printed
    assert "71 left for another time: lnet triage" in printed

    check(lnet, "$ lnet followups\nNobody needs you today.")
    due = [each["due_on"] for each in data(lnet, "contact", "list")]
    assert len(due) == len(set(due)) == 7  # no two on one day
    assert [len(data(lnet, "followups", today=TODAY + timedelta(days=days))["people"]) for days in range(5)] == [
        0, 0, 0, 1, 2,
    ]  # fmt: skip

    found = data(lnet, "contact", "duplicates")
    assert [(each["slug"], each["other_slug"]) for each in found if "same name" in each["evidence"]] == [
        ("ada-lovelace-2", "ada-lovelace")
    ]
    check(
        lnet,
        """
        $ lnet contact merge ada-lovelace-2 ada-lovelace
        Merged Ada Lovelace into Ada Lovelace · ada-lovelace-2
          moved: 1 way to reach them
          kept organisation 'ETH', not 'Volta Solar'
          ada-lovelace finds Ada Lovelace from now on
          not right? lnet undo
        """,
    )
    before = contents(store.path)
    check(lnet, "$ lnet import Connections.csv\nImported: 0 added · 80 unchanged\n  not right? lnet undo")
    assert contents(store.path) == before

    for _ in range(2):
        lnet("undo")  # the import that brought nothing, then the merge
    assert {each["slug"] for each in data(lnet, "contact", "list", "--all")} >= {"ada-lovelace", "ada-lovelace-2"}
