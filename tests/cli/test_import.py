"""`lnet import`: what comes in, what the same file or a newer one does, and how it is taken back."""

import hashlib
import json
import os
import re
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Lnet
from tests.examples import examples
from tests.transcript import check

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
IN = "https://www.linkedin.com/in/"
ADA = f"Ada,Lovelace,{IN}ada,ada@example.org,Engines,Mathematician,12 Mar 2024"
GRACE = f"Grace,Hopper,{IN}grace,,Navy,Admiral,03 Jan 2019"
MEI = f"Mei,Chen,{IN}mei,,Acme,CTO,05 May 2022"


def write(*rows: str, name: str = "Connections.csv") -> None:
    """An export with these rows, in the test's home."""
    Path(name).write_text("\n".join(["Notes:", '"Some are missing."', "", HEADER, *rows, ""]), encoding="utf-8")


def run(lnet: Lnet, *words: str, **more: Any) -> dict[str, Any]:
    """The data of an import."""
    ran = lnet("import", *words, "--json", **more)
    assert ran.status == 0, ran.err or ran.out
    data: dict[str, Any] = json.loads(ran.out)["data"]
    return data


def numbers(data: dict[str, Any]) -> tuple[int, int, int, int]:
    """Added, merged, unchanged, rejected."""
    return data["added"], data["merged"], data["unchanged"], data["rejected"]


def said(data: dict[str, Any]) -> list[str]:
    """The problems, a line each."""
    return [f"{problem['where']}: {problem['what']}" for problem in data["problems"]]


def contact(lnet: Lnet, name: str) -> dict[str, Any]:
    """A contact as JSON."""
    found: dict[str, Any] = json.loads(lnet("contact", "show", name, "--json").out)["data"]
    return found


def rows(home: Path, table: str = "contact") -> list[tuple[Any, ...]]:
    """Every row of a table."""
    with sqlite3.connect(home / "lnet.db") as db:
        return db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()


def test_an_import_reads_like_this(lnet: Lnet) -> None:
    """Problems come with their line, in the order of the file, then the numbers and the way back."""
    write(ADA, ",,,,,,01 Jan 2023", f"Ada,Lovelace,{IN}other,none,,,")
    check(
        lnet,
        """
        $ lnet import Connections.csv --dry-run
        line 6  no name (only 01 Jan 2023)
        line 7  Ada Lovelace: 'none' is not an email address; kept in extra
        line 7  Ada Lovelace has the same name as ada-lovelace: possible duplicate, kept as…
        Would import: 2 added · 1 rejected
          nothing was changed (--dry-run)

        $ lnet import Connections.csv
        …
        Imported: 2 added · 1 rejected
          new people stand in the address book: lnet contact list --address-book
          not right? lnet undo

        $ lnet import Connections.csv
        line 6  no name (only 01 Jan 2023)
        line 7  Ada Lovelace: 'none' is not an email address; kept in extra
        Imported: 0 added · 2 unchanged · 1 rejected
          not right? lnet undo

        $ lnet contact list
        …
        """,
    )


def test_people_come_with_all_their_fields(lnet: Lnet) -> None:
    """Company, position, day of connection and addresses have their fields; the rest is kept."""
    Path("c.csv").write_text(f"{HEADER},Shoe size\n{ADA},38\n", encoding="utf-8")
    run(lnet, "c.csv")
    ada = contact(lnet, "ada-lovelace")
    assert (ada["organisation"], ada["title"], ada["met_on"]) == ("Engines", "Mathematician", "2024-03-12")
    assert ada["extra"] == {"linkedin": {"Shoe size": "38"}}
    assert (ada["imported_from"], ada["address_book"]) == ("linkedin", True)
    assert {(each["kind"], each["value"]) for each in ada["methods"]} == {
        ("url", f"{IN}ada"),
        ("email", "ada@example.org"),
    }


def test_json_has_just_these_keys(lnet: Lnet) -> None:
    """The answer for machines is a contract."""
    write(ADA)
    data = run(lnet, "Connections.csv", "--dry-run")
    keys = ["added", "merged", "unchanged", "rejected", "interactions", "problems", "undo", "dry_run"]
    assert list(data) == keys
    assert (data["undo"], data["dry_run"]) == (None, True)
    assert run(lnet, "Connections.csv")["undo"] == 1


def test_a_dry_run_changes_not_a_byte(lnet: Lnet, home: Path) -> None:
    """The same report as the real import's, and the file as it was."""
    write(ADA, GRACE)
    run(lnet, "Connections.csv")
    write(ADA.replace("Engines", "Elsewhere"), MEI, ",,,,,,")
    before = hashlib.sha256((home / "lnet.db").read_bytes()).digest()
    dry = run(lnet, "Connections.csv", "--dry-run", "--circle", "wide", "--topic", "conf")
    assert hashlib.sha256((home / "lnet.db").read_bytes()).digest() == before
    assert not [name for name in os.listdir(home) if name.startswith("lnet.db-") and (home / name).stat().st_size]
    real = run(lnet, "Connections.csv", "--circle", "wide", "--topic", "conf")
    assert numbers(dry) == numbers(real) == (1, 1, 0, 1)
    assert said(dry) == said(real)


@pytest.mark.parametrize("options", [(), ("--circle", "active"), ("--every", "200d", "--topic", "conf", "-t", "C++")])
def test_the_same_file_again_changes_nothing(lnet: Lnet, home: Path, options: tuple[str, ...]) -> None:
    """However it was taken in, a second time every row is unchanged, in every table."""
    write(ADA, GRACE, MEI, f"Ada,Lovelace,{IN}ada2,,,,", "John,Smith,,,,,", "John,Smith,,,Acme,,", GRACE)
    run(lnet, "Connections.csv", *options)
    tables = ("contact", "method", "contact_topic", "provenance")
    before = [rows(home, table) for table in tables]
    for again in (options, ()):
        assert numbers(run(lnet, "Connections.csv", *again)) == (0, 0, 7, 0)
        assert [rows(home, table) for table in tables] == before


def test_a_newer_export_brings_what_changed(lnet: Lnet) -> None:
    """A new company and a new address come over; those whose rows are as before are unchanged."""
    write(ADA, GRACE)
    run(lnet, "Connections.csv")
    write(GRACE.replace(",,Navy", ",grace@navy.mil,Harvard"), ADA, MEI)
    assert numbers(run(lnet, "Connections.csv")) == (1, 1, 1, 0)
    grace = contact(lnet, "grace")
    assert (grace["organisation"], grace["title"]) == ("Harvard", "Admiral")
    assert [each["value"] for each in grace["methods"]] == [f"{IN}grace", "grace@navy.mil"]


def test_what_was_edited_here_is_kept_and_said(lnet: Lnet) -> None:
    """A field that I set, cleared or took away stays so; the rest of the row comes over."""
    write(ADA, GRACE)
    run(lnet, "Connections.csv")
    lnet("contact edit ada --org Royal")
    lnet("contact edit grace --title=")
    write(
        ADA.replace("Engines,Mathematician", "Enterprises,Countess"),
        GRACE.replace("Admiral", "Rear Admiral").replace("Navy", "US Navy"),
    )
    data = run(lnet, "Connections.csv")
    assert numbers(data) == (0, 2, 0, 0)
    assert said(data) == [
        "line 5: Ada Lovelace: kept organisation 'Royal', not 'Enterprises'",
        "line 6: Grace Hopper: kept title '', not 'Rear Admiral'",
    ]
    ada, grace = contact(lnet, "ada"), contact(lnet, "grace")
    assert (ada["organisation"], ada["title"]) == ("Royal", "Countess")
    assert (grace["organisation"], grace["title"]) == ("US Navy", None)
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 2, 0)


def test_an_empty_value_clears_nothing(lnet: Lnet) -> None:
    """Somebody who hides their e-mail address now, or left a company, keeps both here; what follows is new again."""
    write(ADA)
    run(lnet, "Connections.csv")
    write(ADA.replace("ada@example.org,Engines", ","))
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 1, 0)
    assert contact(lnet, "ada")["organisation"] == "Engines"
    write(ADA.replace("Engines", "Next"))
    assert numbers(run(lnet, "Connections.csv")) == (0, 1, 0, 0)
    assert contact(lnet, "ada")["organisation"] == "Next"


def test_who_was_deleted_here_is_not_brought_back(lnet: Lnet) -> None:
    """Not by the same file, not by a newer one; it is said."""
    write(ADA, GRACE)
    run(lnet, "Connections.csv")
    lnet("contact delete ada --yes")
    for row in (ADA, ADA.replace("Engines", "Elsewhere")):
        write(row, GRACE)
        data = run(lnet, "Connections.csv")
        assert numbers(data) == (0, 0, 2, 0)
        assert said(data) == ["line 5: Ada Lovelace was deleted here; not brought back"]


@pytest.mark.parametrize(
    "known",
    [
        ("--url", "linkedin.com/in/Ada/"),
        ("--url", "http://de.linkedin.com/in/ada?x=1"),
        ("--email", "ADA@example.org"),
    ],
)
def test_somebody_known_by_an_address_is_merged(lnet: Lnet, known: tuple[str, str]) -> None:
    """Who has the profile page or the e-mail address is that person, whatever they are called; gaps are filled."""
    lnet("contact", "add", "Augusta Ada King", "--org", "Royal", *known)
    write(ADA)
    data = run(lnet, "Connections.csv")
    assert numbers(data) == (0, 1, 0, 0)
    assert said(data) == [
        "line 5: Ada Lovelace: kept name 'Augusta Ada King', not 'Ada Lovelace'",
        "line 5: Ada Lovelace: kept organisation 'Royal', not 'Engines'",
    ]
    augusta = contact(lnet, "augusta")
    assert (augusta["title"], augusta["imported_from"]) == ("Mathematician", None)
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 1, 0)


def test_the_profile_page_is_trusted_before_the_address(lnet: Lnet) -> None:
    """Where page and e-mail address belong to two people, the page tells who it is."""
    lnet("contact add 'Ada Page' --url linkedin.com/in/ada")
    lnet("contact add 'Ada Mail' --email ada@example.org")
    write(ADA)
    run(lnet, "Connections.csv")
    assert contact(lnet, "ada-page")["title"] == "Mathematician"
    assert contact(lnet, "ada-mail")["title"] is None


def test_the_same_name_alone_never_merges(lnet: Lnet) -> None:
    """A namesake is added, and said to be a possible duplicate."""
    lnet("contact add 'Ada Lovelace'")
    write(ADA)
    data = run(lnet, "Connections.csv")
    assert numbers(data) == (1, 0, 0, 0)
    hint = "possible duplicate, kept as ada-lovelace-2"
    assert said(data) == [f"line 5: Ada Lovelace has the same name as ada-lovelace: {hint}"]


def test_who_was_told_apart_is_not_reported_again(lnet: Lnet) -> None:
    """Neither by the same file, nor by a newer one in which they have moved; nor are they named as duplicates."""
    lnet("contact add 'Ada Lovelace'")
    write(ADA)
    run(lnet, "Connections.csv")
    lnet("contact distinct ada-lovelace ada-lovelace-2")
    assert said(run(lnet, "Connections.csv")) == []
    write(ADA.replace("Engines", "Looms"), GRACE)
    assert numbers(newer := run(lnet, "Connections.csv")) == (1, 1, 0, 0)
    assert said(newer) == []
    assert json.loads(lnet("contact duplicates --json").out)["data"] == []


def test_an_address_that_two_have_names_nobody(lnet: Lnet) -> None:
    """Of several holders the one of that name is meant; else nobody, and it is said."""
    for name in ("Sales", "Support"):
        lnet("contact", "add", name, "--email", "info@acme.org")
    write("Sales,,,info@acme.org,Acme,,", "Mei,Chen,,info@acme.org,,,")
    data = run(lnet, "Connections.csv")
    assert numbers(data) == (0, 1, 1, 0)  # both rows have the same key: the address


def test_two_profiles_with_one_address_are_two_people(lnet: Lnet) -> None:
    """A file that has a row and a page for each tells them apart, whatever order they come in."""
    lnet("contact add 'Ada Lovelace' --email home@example.org")
    write(ADA.replace("ada@example.org", "home@example.org"), MEI.replace(",,Acme", ",home@example.org,Acme"))
    data = run(lnet, "Connections.csv")
    assert numbers(data) == (1, 1, 0, 0)
    assert said(data)[-1] == "line 6: Mei Chen has the same email as Ada Lovelace: possible duplicate"
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 2, 0)


def test_a_row_without_a_page_joins_the_one_of_its_address(lnet: Lnet) -> None:
    """A row that has only an e-mail address is the person of the file who has it, too."""
    write(ADA, "A.,Lovelace,,ada@example.org,,,")
    assert numbers(run(lnet, "Connections.csv")) == (1, 0, 1, 0)
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 2, 0)


def test_a_new_name_comes_over(lnet: Lnet) -> None:
    """Who changed their name is found by the new one; the slug, which may be in scripts, stays."""
    write(ADA)
    run(lnet, "Connections.csv")
    write(ADA.replace("Lovelace", "King"))
    assert numbers(run(lnet, "Connections.csv")) == (0, 1, 0, 0)
    assert contact(lnet, "ada king")["slug"] == "ada-lovelace"


def test_a_page_that_was_renamed_is_the_same_person_by_address(lnet: Lnet) -> None:
    """With the e-mail address as before, a new profile page is theirs."""
    write(ADA)
    run(lnet, "Connections.csv")
    write(ADA.replace("/ada,", "/countess,"))
    assert numbers(run(lnet, "Connections.csv")) == (0, 1, 0, 0)
    assert len(contact(lnet, "ada")["methods"]) == 3


def test_an_older_export_without_pages_is_continued(lnet: Lnet) -> None:
    """Those who had only a name and a day are known again when a newer export has their page."""
    old = HEADER.replace("URL,", "")
    Path("old.csv").write_text(f"{old}\nAda,Lovelace,,Engines,CTO,12-Mar-24\n", encoding="utf-8")
    run(lnet, "old.csv")
    write(ADA)
    assert numbers(run(lnet, "Connections.csv")) == (0, 1, 0, 0)
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 1, 0)


def test_rows_of_one_key_are_one_person(lnet: Lnet) -> None:
    """The first row counts, later ones fill its gaps, and where they disagree it is said; again, nothing changes."""
    write(ADA.replace("ada@example.org,Engines", ","), ADA.replace("Mathematician", "Countess"))
    data = run(lnet, "Connections.csv")
    assert numbers(data) == (1, 1, 0, 0)
    assert contact(lnet, "ada")["organisation"] == "Engines"
    assert said(data) == ["line 6: the same person as line 5, with another title ('Countess'): not taken"]
    assert len(contact(lnet, "ada")["methods"]) == 2
    assert numbers(run(lnet, "Connections.csv")) == (0, 0, 2, 0)


def test_several_files_are_one_step(lnet: Lnet, home: Path) -> None:
    """The later file is the newer one; places name their file; one undo takes back both."""
    write(ADA, GRACE, name="old.csv")
    write(ADA.replace("Engines", "Elsewhere"), ",,,,,,", name="new.csv")
    data = run(lnet, "old.csv", "new.csv")
    assert numbers(data) == (2, 1, 0, 1)
    assert said(data) == ["new.csv line 6: no name"]
    assert contact(lnet, "ada")["organisation"] == "Elsewhere"
    lnet("undo")
    assert rows(home) == []


def test_undo_takes_it_all_back(lnet: Lnet, home: Path) -> None:
    """After an undo nothing is known of the file: the same file adds everybody again."""
    lnet("contact add Augusta --email ada@example.org")
    before = [rows(home, table) for table in ("contact", "method", "provenance")]
    write(ADA, GRACE)
    first = run(lnet, "Connections.csv", "--circle", "close")
    lnet("undo")
    assert [rows(home, table) for table in ("contact", "method", "provenance")] == before
    assert numbers(run(lnet, "Connections.csv", "--circle", "close")) == numbers(first) == (1, 1, 0, 0)


def test_standard_input_is_a_file(lnet: Lnet) -> None:
    """A lone - reads what is piped in."""
    assert numbers(run(lnet, "-", stdin=f"{HEADER}\n{ADA}\n")) == (1, 0, 0, 0)


# --- circle, cadence, topics ------------------------------------------------------------------------------------


def test_circle_and_topics_are_given_to_everybody(lnet: Lnet) -> None:
    """They are out of the address book then, and share the topic."""
    write(ADA, GRACE)
    run(lnet, "Connections.csv", "--circle", "wide", "--topic", "#PyCon", "--yes")
    ada = contact(lnet, "ada")
    assert (ada["circle"], ada["topics"], ada["address_book"]) == ("wide", ["pycon"], False)


def test_first_days_are_spread_oldest_connection_first(lnet: Lnet) -> None:
    """The k-th of n people comes due after ceil(k × 30 / n) days; those without a day of connection come last."""
    people = [f"P{n},X,{IN}p{n},,,,{n + 1} Mar 2020" for n in range(11)] + [f"Late,X,{IN}late,,,,"]
    write(*reversed(people))
    run(lnet, "Connections.csv", "--circle", "close", "--yes")
    names = [f"p{n}-x" for n in range(11)] + ["late-x"]
    days = [date.fromisoformat(contact(lnet, name)["first_due"]) - date(2026, 6, 15) for name in names]
    assert days == [timedelta(days) for days in (3, 5, 8, 10, 13, 15, 18, 20, 23, 25, 28, 30)]


def test_what_is_set_here_wins_over_what_is_given(lnet: Lnet) -> None:
    """Somebody in a circle stays there, and it is said; who was talked to needs no first day."""
    lnet("contact add Augusta --circle inner --email ada@example.org")
    lnet("contact add Grace --url linkedin.com/in/grace")
    lnet("log 'yesterday: coffee with Grace'")
    write(ADA, GRACE)
    data = run(lnet, "Connections.csv", "--circle", "wide")
    assert "line 5: Ada Lovelace: kept circle 'inner', not 'wide'" in said(data)
    assert contact(lnet, "augusta")["circle"] == "inner"
    grace = contact(lnet, "grace")
    assert (grace["circle"], grace["first_due"]) == ("wide", None)


def test_what_was_given_once_is_not_given_again(lnet: Lnet) -> None:
    """Who was taken out of the circle since stays out, also when their row is another."""
    write(ADA)
    run(lnet, "Connections.csv", "--circle", "wide", "--topic", "conf")
    lnet("contact edit ada --circle= --no-topic conf")
    for row, merged in ((ADA, 0), (ADA.replace("Engines", "Elsewhere"), 1)):
        write(row)
        data = run(lnet, "Connections.csv", "--circle", "wide", "--topic", "conf")
        assert numbers(data) == (0, merged, 1 - merged, 0)
        ada = contact(lnet, "ada")
        assert (ada["circle"], ada["topics"]) == (None, [])


def test_the_address_book_can_be_taken_in_later(lnet: Lnet) -> None:
    """The same file with a circle puts those into it who are in none."""
    write(ADA, GRACE)
    run(lnet, "Connections.csv")
    assert numbers(run(lnet, "Connections.csv", "--circle", "wide")) == (0, 2, 0, 0)
    assert contact(lnet, "ada")["first_due"] is not None


def test_a_script_is_warned_of_too_many_conversations(lnet: Lnet) -> None:
    """Above seven a week in all, standard error says how many; --yes says nothing."""
    write(*(f"P{n},X,{IN}p{n},,,," for n in range(31)))
    assert lnet("import Connections.csv --dry-run --circle close").err == (
        "lnet: that makes 7.2 conversations a week in all\n"
    )
    assert lnet("import Connections.csv --dry-run --circle active").err == ""
    assert lnet("import Connections.csv --circle close --yes").err == ""


def test_a_person_is_asked_before_too_many_conversations(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A no leaves everything as it was; a yes takes them in."""
    monkeypatch.setattr("lnet.cli.import_.can_ask", lambda: True)
    write(*(f"P{n},X,{IN}p{n},,,," for n in range(31)))
    ran = lnet("import Connections.csv --circle close", stdin="n\n")
    assert ran.status == 130
    assert "that makes 7.2 conversations a week in all. Go on?" in ran.err
    assert rows(home) == []
    assert lnet("import Connections.csv --circle close", stdin="y\n").status == 0
    assert len(rows(home)) == 31


# --- names and limits -------------------------------------------------------------------------------------------


def test_names_are_stored_as_they_are_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes, markup and formulas are text; slugs are made up where nothing can be typed."""
    names = ["\x1b[31mRed", "[/foo]", "=cmd()", "李", "🙂", "Zoë", "x" * 10_000]
    write(*(f"{name},,{IN}n{n},,,," for n, name in enumerate(names)))
    assert numbers(run(lnet, "Connections.csv")) == (7, 0, 0, 0)
    shown = lnet("contact list --all").out
    assert "\x1b" not in shown
    assert "\\x1b[31mRed" in shown
    assert re.findall(r"^c\d+$", lnet("contact list --all --slugs").out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ("import missing.csv", 7, "lnet: cannot read missing.csv: No such file or directory"),
        ("import .", 7, "lnet: cannot read .: Is a directory"),
        ("import empty.csv", 4, "lnet: empty.csv: the file is empty"),
        ("import binary.csv", 4, "lnet: binary.csv: not a text file"),
        ("import other.csv", 4, "lnet: other.csv: not a format lnet knows"),
        ("import other.csv --format linkedin", 4, "lnet: other.csv: no header of LinkedIn"),
        ("import large.csv", 4, "lnet: large.csv: larger than 64 MB"),
        ("import long.csv", 4, "lnet: long.csv: line 2 is too long (16,777,218 characters)"),
        ("import", 2, "lnet: Missing argument 'FILE...'"),
        ("import other.csv --format nonsense", 2, "lnet: Invalid value for '--format'"),
        ("import other.csv --every often", 4, "lnet: 'often' is not a duration"),
    ],
)
def test_what_cannot_be_read_is_one_line(lnet: Lnet, home: Path, words: str, status: int, sentence: str) -> None:
    """A documented exit code, one line that names the file, and no store even made."""
    Path("empty.csv").touch()
    Path("binary.csv").write_bytes(bytes(range(256)) * 100)
    Path("other.csv").write_text("a,b\n1,2\n")
    if "large" in words:
        with Path("large.csv").open("wb") as file:
            file.truncate(1 << 30)
    Path("long.csv").write_text(HEADER + "\n" + "x" * (16 * 1024 * 1024 + 1) + "\n" if "long" in words else "")
    ran = lnet(words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert ran.err.startswith(sentence)
    assert not (home / "lnet.db").exists()


def test_a_file_that_nobody_may_read_is_named(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """No permission is exit 7."""

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    write(ADA)
    monkeypatch.setattr(Path, "open", refuse)
    check(lnet, "$ lnet import Connections.csv\nlnet: cannot read Connections.csv: Permission denied\n[7]")


def test_a_large_import_is_backed_up_before(lnet: Lnet, home: Path) -> None:
    """Above a hundred changes the store as it was is kept beside it; a dry run and a small import keep nothing."""
    lnet("contact add Augusta")
    write(ADA)
    run(lnet, "Connections.csv")
    write(*(f"P{n},X,{IN}p{n},,,," for n in range(60)))
    run(lnet, "Connections.csv", "--dry-run")
    assert not (home / "backups").exists()
    run(lnet, "Connections.csv")
    (backup,) = (home / "backups").iterdir()
    with sqlite3.connect(backup) as db:
        assert db.execute("SELECT count(*) FROM contact").fetchone() == (2,)


def test_the_file_is_left_alone_until_the_end(home: Path) -> None:
    """However little memory the store is given, nothing is written to it before all of it is."""
    from lnet.exchange.formats import read
    from lnet.exchange.source import Source
    from lnet.services.imports import bring_in
    from lnet.store.connect import open_store

    rows_ = [f"P{n},X,{IN}p{n},,,," for n in range(1200)]
    batch = read(Source("c.csv", "\n".join([HEADER, *rows_]).encode(), date(2026, 6, 15)))
    store = open_store(home / "lnet.db", date(2026, 6, 15))
    store.db.execute("PRAGMA cache_size = 10")
    before = (home / "lnet.db").read_bytes()
    seen: list[bool] = []
    bring_in(store, [batch], tick=lambda done: seen.append((home / "lnet.db").read_bytes() == before))
    store.close()
    assert seen == [True, True, True]
    assert (home / "lnet.db").read_bytes() != before


def test_the_number_of_statements_does_not_grow(lnet: Lnet, home: Path) -> None:
    """Taking in a hundred people asks the store as often as taking in ten."""
    from lnet.exchange.formats import read
    from lnet.exchange.source import Source
    from lnet.services.imports import bring_in
    from lnet.store.connect import open_store

    def statements(people: int) -> int:
        rows_ = [f"P{n},X,{IN}p{n},p{n}@x.org,A,B,12 Mar 2024" for n in range(people)]
        batch = read(Source("c.csv", "\n".join([HEADER, *rows_]).encode(), date(2026, 6, 15)))
        store = open_store(home / f"{people}.db", date(2026, 6, 15))
        heard: list[str] = []
        store.db.set_trace_callback(lambda sql: heard.append(sql) if sql.lstrip()[:6].upper() == "SELECT" else None)
        bring_in(store, [batch])
        bring_in(store, [batch])
        store.close()
        return len(heard)

    assert statements(10) == statements(100)


# --- whatever the bytes -----------------------------------------------------------------------------------------

CELLS = st.sampled_from(
    ["", "Ada", "Grace", "Hopper", "a@x.org", "A@X.org", f"{IN}a", f"{IN}b/", "12 Mar 2024", "7-Feb-22", "?"]
)
ROWS = st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=12)


@settings(examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=ROWS, second=ROWS)
def test_every_row_is_counted_once_and_only_once(
    lnet: Lnet, tmp_path_factory: pytest.TempPathFactory, first: list[list[str]], second: list[list[str]]
) -> None:
    """Whatever the rows: the numbers add up, again nothing changes, and undo brings back what was."""
    home = tmp_path_factory.mktemp("store")
    at = ("--db", str(home / "lnet.db"))

    def take(rows_: list[list[str]], *more: str) -> tuple[int, int, int, int]:
        Path("c.csv").write_text("\n".join([HEADER, *(",".join(row) for row in rows_), ""]), encoding="utf-8")
        ran = lnet(*at, "import", "c.csv", "--json", *more)
        assert ran.status == 0, ran.err
        found = numbers(json.loads(ran.out)["data"])
        assert sum(found) == len(rows_)
        return found

    take(first)
    before = [rows(home, table) for table in ("contact", "method", "provenance")]
    found = take(second, "--dry-run")
    assert take(second) == found
    assert take(second)[2] == len(second) - found[3]
    lnet(*at, "undo")
    lnet(*at, "undo")
    assert [rows(home, table) for table in ("contact", "method", "provenance")] == before


@settings(examples(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), header=st.booleans())
def test_any_bytes_end_in_a_report_or_one_line(lnet: Lnet, content: bytes, header: bool) -> None:
    """Never a traceback, never another exit code than 0 or 4."""
    Path("any.csv").write_bytes((HEADER.encode() + b"\n" if header else b"") + content)
    ran = lnet("import any.csv --dry-run")
    assert ran.status in (0, 4)
    assert ran.err.count("\n") == (ran.status == 4)
