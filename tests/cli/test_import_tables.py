"""`lnet import` of address books, tables, friends.md and Monica: what comes in, three times over, and is taken back."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.answers import HOSTILE, data
from tests.conftest import Lnet
from tests.exchange.test_friends import FILE as FRIENDS
from tests.exchange.test_google import ADA as GOOGLE_ROW
from tests.exchange.test_google import NEW as GOOGLE_HEADER
from tests.exchange.test_monica import ada, file, several, special, thing
from tests.exchange.test_outlook import ADA as OUTLOOK_ROW
from tests.exchange.test_outlook import CLASSIC as OUTLOOK_HEADER
from tests.transcript import check

SHEET = "Name,Email,Company,Tags,Circle\nAda,a@x.org,Engines,sql,close\nBo,,Acme,,\n"
MONICA = file(
    ada(several("activity", "x1"), several("call", thing("k1", called_at="2026-05-01")),
        several("reminder", thing("r1", initial_date="2026-07-01", title="Ask", frequency_type="one_time")),
        birthdate=special("1990-12-10"), stay_in_touch_frequency=30, first_met_through="c2"),
    thing("c2", [several("activity", "x1")], first_name="Grace"),
    relationships=[thing("r", type="mentor", contact_is="c2", of_contact="c1")],
    activities=[thing("x1", summary="At the club", happened_at="2026-03-01")],
)  # fmt: skip
FILES = {
    "google": GOOGLE_HEADER + GOOGLE_ROW, "outlook": OUTLOOK_HEADER + OUTLOOK_ROW, "csv": SHEET, "friends": FRIENDS,
    "monica": MONICA,
}  # fmt: skip
TABLES = (
    "contact", "method", "nickname", "contact_topic", "interaction", "participant", "acquaintance", "provenance",
)  # fmt: skip


def bring(lnet: Lnet, text: str, *words: str, name: str = "file") -> dict[str, Any]:
    """The data of an import of this content."""
    Path(name).write_text(text, encoding="utf-8")
    found: dict[str, Any] = data(lnet, "import", name, *words)
    return found


def rows(home: Path) -> list[list[tuple[Any, ...]]]:
    """All that the store holds of people and conversations."""
    with sqlite3.connect(home / "lnet.db") as db:
        return [db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES]


@pytest.mark.parametrize("name", FILES)
def test_each_format_is_recognised_comes_once_and_is_taken_back(name: str, lnet: Lnet, home: Path) -> None:
    """Dry as for real; the same file three times changes nothing after the first; undo leaves nothing of it."""
    lnet("add Somebody")
    before = rows(home)
    dry = bring(lnet, FILES[name], "--dry-run")
    assert rows(home) == before
    first = bring(lnet, FILES[name])
    assert first["added"] == dry["added"] > 0
    after = rows(home)
    for _ in range(2):
        again = bring(lnet, FILES[name], name="again")
        assert (again["added"], again["merged"], again["rejected"], again["interactions"]) == (0, 0, 0, 0)
        assert rows(home) == after
        lnet("undo")
    lnet("undo")
    assert rows(home) == before


def test_a_newer_file_brings_only_what_is_new(lnet: Lnet) -> None:
    """What was edited here is kept and told; a circle is given once, and not again when it was taken away."""
    bring(lnet, SHEET)
    lnet("contact edit ada --org Elsewhere --circle wide")
    newer = SHEET.replace("Engines", "Engines Ltd").replace("Acme", "Acme Ltd").replace("sql", "sql; maths")
    found = bring(lnet, newer)
    assert (found["added"], found["merged"], found["unchanged"]) == (0, 2, 0)
    assert [each["what"] for each in found["problems"]] == ["Ada: kept organisation 'Elsewhere', not 'Engines Ltd'"]
    shown = data(lnet, "contact", "show", "ada")
    assert (shown["organisation"], shown["circle"], shown["topics"]) == ("Elsewhere", "wide", ["sql", "maths"])
    assert data(lnet, "contact", "show", "bo")["organisation"] == "Acme Ltd"


def test_several_files_of_different_formats_at_once(lnet: Lnet) -> None:
    """Each is recognised by itself; somebody in two of them by one address is one person; standard input is a file."""
    Path("a").write_text(FILES["google"], encoding="utf-8")
    Path("b").write_text(FILES["outlook"], encoding="utf-8")
    found = data(lnet, "import", "a", "b", "-", stdin=SHEET)
    assert (found["added"], found["merged"]) == (2, 2)
    assert len(data(lnet, "contact", "list", "--all")) == 2


def test_people_of_one_file_who_share_a_telephone_are_two(lnet: Lnet) -> None:
    """The report calls them possible duplicates; the same file again is unchanged."""
    text = "Name,Phone\nAda Lovelace,+49 30 1234567\nBo Lee,+49 30 1234567\n"
    found = bring(lnet, text)
    assert (found["added"], len(found["problems"])) == (2, 1)
    assert found["problems"][0]["what"] == "Bo Lee has the same phone as Ada Lovelace: possible duplicate"
    assert bring(lnet, text)["unchanged"] == 2


def test_spellings_of_one_name_with_one_address_are_one(lnet: Lnet) -> None:
    """An initial in place of the first name is no other person."""
    found = bring(lnet, "Name,Email\nAda Lovelace,a@x.org\nA. Lovelace,a@x.org\n")
    assert (found["added"], found["unchanged"]) == (1, 1)


def test_a_name_alone_never_merges(lnet: Lnet) -> None:
    """Somebody of the same name stays a person of their own, and is told."""
    lnet("add Bo")
    found = bring(lnet, SHEET)
    assert found["added"] == 2
    assert found["problems"] == [
        {"where": "line 3", "what": "Bo has the same name as bo: possible duplicate, kept as bo-2"}
    ]


def test_monica_brings_ties_rhythm_and_plans(lnet: Lnet) -> None:
    """Who knows whom, who introduced whom, how often to talk, and what is planned; a tie taken away stays away."""
    bring(lnet, MONICA)
    shown = data(lnet, "contact", "show", "ada-lovelace")
    assert (shown["introduced_by"], [who["name"] for who in shown["knows"]]) == ("Grace", ["Grace"])
    assert (shown["every_days"], shown["birthday"]) == (30, "1990-12-10")
    assert [plan["occurred_on"] for plan in data(lnet, "plan")] == ["2026-07-01"]
    lnet("contact know ada-lovelace grace --remove")
    bring(lnet, MONICA)
    assert data(lnet, "contact", "show", "ada-lovelace")["knows"] == []


def test_lnets_own_list_comes_back_in(lnet: Lnet, home: Path) -> None:
    """Into the store it is of, nothing changes; into an empty one it brings what the list tells of people."""
    bring(lnet, SHEET)
    lnet("contact edit ada --note one --birthday 12-10 --aim 'read more' --nick '=Countess'")
    listed = lnet("contact list --all --csv").out
    found = bring(lnet, listed)
    assert (found["added"], found["merged"], found["unchanged"], found["problems"]) == (0, 0, 2, [])
    (home / "lnet.db").unlink()
    assert bring(lnet, listed)["added"] == 2
    shown = data(lnet, "contact", "show", "ada")
    assert (shown["aims"], shown["nicknames"], shown["birthday"]) == (["read more"], ["=Countess"], "12-10")
    assert (shown["circle"], shown["topics"], shown["note"], shown["extra"]) == ("close", ["sql"], "one", {})


def test_bad_input_has_its_status(lnet: Lnet) -> None:
    """What is no format names those there are; an empty file, a spreadsheet as it is, a folder, a wrong map."""
    Path("words").write_text("hello\n", encoding="utf-8")
    Path("empty").write_text("", encoding="utf-8")
    Path("book").write_bytes(b"PK\x03\x04\0\0")
    Path("folder").mkdir()
    check(
        lnet,
        """
        $ lnet import words
        lnet: words: not a format lnet knows · looked for: lnet JSON, Monica's JSON export …
        [4]

        $ lnet import empty
        lnet: empty: the file is empty
        [4]

        $ lnet import book
        lnet: book: not a text file (a spreadsheet or an archive: save it as CSV, or unpack it, first)
        [4]

        $ lnet import folder
        lnet: cannot read folder: Is a directory
        [7]

        $ lnet import words --map Wer=shoe
        lnet: --map knows no field 'shoe' · fields: name, first_name, middle_name, last_name, nickname, email, …
        [4]

        $ lnet import words --map Wer=name
        lnet: words: no line has all the columns Wer
        [4]

        $ lnet import words --format csv
        lnet: words: no column for the name · --map "Who=name,Mail=email" says which columns hold what
        [4]
        """,
    )


def test_a_map_says_what_columns_hold(lnet: Lnet) -> None:
    """With it any table is one of people."""
    bring(lnet, "Wer,Wo\nAda,London\n", "--map", "Wer=name,Wo=location")
    assert data(lnet, "contact", "show", "ada")["location"] == "London"


def test_hostile_text_is_only_text(lnet: Lnet) -> None:
    """Whatever cells hold is stored as it is, and shown safely in the report."""
    found = bring(lnet, "Name,Email,Note\n" + f'"{HOSTILE.replace(chr(34), chr(34) * 2)}",x,=cmd()\n')
    assert found["added"] == 1
    ran = lnet("import", "file", "--dry-run")
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)


def test_google_gets_back_what_it_gave(lnet: Lnet, home: Path) -> None:
    """The export holds every field and every left-over column, and reads as the same people again."""
    bring(lnet, FILES["google"] + "Zoë,,,,,,,,,,,,,,* starred ::: * myContacts,,not an address,,,,,,,,,,,,,\n")
    lnet("contact", "edit", "ada-king-lovelace", "--handle", "@ada", "--topic", "maths")
    before = data(lnet, "contact", "show", "ada-king-lovelace")
    first = lnet("export --format google").out
    (home / "lnet.db").unlink()
    bring(lnet, first)
    after = data(lnet, "contact", "show", "ada-king-lovelace")
    for name in ("name", "nicknames", "organisation", "title", "location", "birthday", "note", "topics"):
        assert after[name] == before[name]
    assert sorted(map(json.dumps, after["methods"])) == sorted(map(json.dumps, before["methods"]))
    assert after["extra"] == before["extra"]
    assert data(lnet, "contact", "show", "zoe")["extra"]["google"]["Labels"] == "* starred ::: * myContacts"
    assert data(lnet, "contact", "show", "zoe")["extra"]["google"]["E-mail 1 - Value"] == "not an address"
    assert lnet("export --format google").out == first
