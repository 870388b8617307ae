"""`lnet contact edit`, by options and in a form."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Lnet, Ran, Seed
from tests.transcript import check

ADA = (
    "add Ada Lovelace --nick Countess --role mentor --role peer --aim 'learn SQL, then Rust' --aim rest --topic sql"
    " --topic rust --email ada@x.org --email a@y.org --phone +441 --org Engines --every 30d --met-on 2025-07-15"
    " --birthday 04-15 --share never --note 'tea\n\nno sugar'"
)


@pytest.fixture
def ada(lnet: Lnet, seed: Seed) -> Lnet:
    """Ada, of whom everything is known, and Ravi."""
    seed(ADA, "add Ravi Patel")
    return lnet


def shown(lnet: Lnet, name: str = "ada") -> dict[str, Any]:
    """The person as JSON."""
    data: dict[str, Any] = json.loads(lnet(f"contact show {name} --json").out)["data"]
    return data | {method["kind"]: method["value"] for method in reversed(data["methods"])}


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        ("--topic go", "topics", ["sql", "rust", "go"]),
        ("--topic SQL", "topics", ["sql", "rust"]),
        ("--no-topic '#sql'", "topics", ["rust"]),
        ("--no-topic sql --topic go", "topics", ["rust", "go"]),
        ("--role expert", "roles", ["mentor", "peer", "expert"]),
        ("--no-role peer --no-role mentor", "roles", []),
        ("--nick Augusta", "nicknames", ["Countess", "Augusta"]),
        ("--no-nick countess", "nicknames", []),
        ("--no-nick countess --nick countess", "nicknames", ["countess"]),
        ("--aim dance", "aims", ["learn SQL, then Rust", "rest", "dance"]),
        ("--no-aim REST", "aims", ["learn SQL, then Rust"]),
        ("--no-email ADA@X.ORG", "email", "a@y.org"),
        ("--no-phone '+4 41'", "phone", None),
        ("--org ''", "organisation", None),
        ("--org '  ETH   Zürich '", "organisation", "ETH Zürich"),
        ("--every ''", "every_days", None),
        ("--every never", "cadence_from", "explicit"),
        ("--circle inner --every ''", "every_days", 14),
        ("--birthday ''", "birthday", None),
        ("--birthday 1990-12-10", "birthday", "1990-12-10"),
        ("--met-on ''", "met_on", None),
        ("--met-on yesterday", "met_on", "2026-06-14"),
        ("--share ''", "share", "alias"),
        ("--note ''", "note", None),
        ("--introduced-by ravi", "introduced_by", "Ravi Patel"),
        ("--field maths", "field", "maths"),
        ("--title Countess", "title", "Countess"),
        ("--location London", "location", "London"),
        ("--met 'at tea'", "how_met", "at tea"),
    ],
)
def test_an_option_adds_sets_takes_away_or_clears(ada: Lnet, options: str, field: str, value: object) -> None:
    """Repeatable options add, --no-… takes away, "" clears, and undo sets everything back."""
    before = shown(ada)
    assert ada(f"contact edit ada {options}").status == 0
    assert shown(ada).get(field) == value
    assert ada("undo").status == 0
    assert shown(ada) == before


def test_several_people_are_changed_in_one_step(ada: Lnet) -> None:
    """Many names, or slugs on standard input, and one undo for all."""
    check(
        ada,
        """
        $ lnet contact edit ada ravi --circle active
        Changed Ada Lovelace · ada-lovelace · mentor, peer · #sql #rust · every 30 days (you set this), due Thu 18 Jun
        Changed Ravi Patel · ravi-patel · every 90 days (active circle), due Fri 19 Jun
          not right? lnet undo

        $ lnet contact edit - --topic go <<
        > ravi-patel
        > ada-lovelace
        Changed Ravi Patel · ravi-patel · #go · every 90 days (active circle), due Fri 19 Jun
        Changed Ada Lovelace · ada-lovelace · mentor, peer · #sql #rust #go · every 30 days (you set this), due Th…
          not right? lnet undo
        """,
    )
    assert [each["name"] for each in json.loads(ada("contact edit ravi ada --org X --json").out)["data"]] == [
        "Ravi Patel",
        "Ada Lovelace",
    ]
    assert ada("undo").status == 0
    assert shown(ada)["organisation"] == "Engines"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("contact edit ada", 2, "nothing to change"),
        ("edit ada", 2, "nothing to change"),
        ("contact edit - --org X", 2, "nobody was named"),
        ("contact edit", 2, "Missing argument"),
        ("contact edit nobody --org X", 3, "no contact named 'nobody'"),
        ("contact edit ada --role guru", 2, "Invalid value"),
        ("contact edit ada --introduced-by ada", 4, "nobody is introduced by themselves"),
        ("contact edit ravi ada --introduced-by ada", 4, "nobody is introduced by themselves"),
        ("contact edit ada --every x", 4, "'x' is not a duration"),
    ],
)
def test_what_cannot_be_done_changes_nothing(ada: Lnet, words: str, status: int, said: str) -> None:
    """A wrong edit ends with its exit status and one line; nobody is half changed."""
    before = [shown(ada), shown(ada, "ravi")]
    ran = ada(words)
    assert (ran.status, said in ran.err) == (status, True)
    assert [shown(ada), shown(ada, "ravi")] == before


def test_the_first_day_stays_unless_the_rhythm_changes(ada: Lnet) -> None:
    """A first-due day is reckoned anew only when the cadence is another."""
    edits = (("--every 30d --org X", "2026-06-18"), ("--every 9w", "2026-06-20"), ("--every never", None))
    for options, due_on in edits:
        answer = ada(f"contact edit ada {options} --json", today=date(2026, 6, 17)).out
        assert json.loads(answer)["data"]["due_on"] == due_on


# --- the form ---------------------------------------------------------------------------------------------------


@pytest.fixture
def form(ada: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Edit Ada in a form, in which an editor replaces texts; gives back what was said."""
    monkeypatch.setattr("lnet.cli.form.can_ask", lambda: True)
    script = home / "my editor.py"

    def edit(*replaced: tuple[str, str], words: str = "contact edit ada", then: str = "") -> Ran:
        script.write_text(
            f"import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\ntext = file.read_text(encoding='utf-8')\n"
            f"pathlib.Path({str(home / 'form.txt')!r}).write_text(text, encoding='utf-8')\n"
            f"for old, new in {replaced!r}:\n    assert old in text, old\n    text = text.replace(old, new)\n"
            f"file.write_text(text, encoding='utf-8')\n{then}\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
        return ada(words)

    return edit


def drafts(home: Path) -> list[str]:
    """The texts of the drafts that were kept."""
    return [path.read_text(encoding="utf-8") for path in home.glob(".local/state/lnet/drafts/*")]


def test_the_form_shows_every_field_as_it_is_typed(form: Any, home: Path) -> None:
    """A line a field, lists parted by commas (semicolons where an item has a comma), long text after a line."""
    assert form().out == "Nothing was changed.\n"
    assert (
        (home / "form.txt").read_text(encoding="utf-8")
        == """\
# Ada Lovelace (ada-lovelace)
# Change what you like, save and close. An empty field is cleared.

name: Ada Lovelace
nick: Countess
role: mentor, peer
aim: learn SQL, then Rust; rest
topic: sql, rust
email: ada@x.org, a@y.org
phone: +441
url:
handle:
circle:
every: 30d
org: Engines
field:
title:
location:
met:
met-on: 2025-07-15
introduced-by:
birthday: 04-15
share: never

--- note
tea

no sugar
"""
    )
    assert drafts(home) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("name: Ada Lovelace", "name: Ada King", "name", "Ada King"),
        ("role: mentor, peer", "role: peer, community member", "roles", ["peer", "community_member"]),
        ("topic: sql, rust", "topic: #rust", "topics", ["rust"]),
        ("nick: Countess", "nick: countess, Augusta", "nicknames", ["countess", "Augusta"]),
        ("aim: learn SQL, then Rust; rest", "aim: learn SQL, then Rust;", "aims", ["learn SQL, then Rust"]),
        ("email: ada@x.org, a@y.org", "email:", "email", None),
        ("every: 30d", "every: never", "cadence_from", "explicit"),
        ("circle:", "Circle :  close ", "circle", "close"),
        ("org: Engines", "org:", "organisation", None),
        ("birthday: 04-15", "birthday: 1990-04-15", "birthday", "1990-04-15"),
        ("introduced-by:", "introduced_by: ravi", "introduced_by", "Ravi Patel"),
        ("no sugar", "sugar\n# a heading\n--- note\nlemon", "note", "tea\n\nsugar\n# a heading\n--- note\nlemon"),
        ("tea\n\nno sugar", "", "note", None),
    ],
)
def test_changed_lines_become_the_changes(
    ada: Lnet, form: Any, home: Path, old: str, new: str, field: str, value: object
) -> None:
    """What was changed in the editor is stored, the rest stays, and no draft is left."""
    before = shown(ada)
    ran = form((old, new))
    assert ran.out.startswith("Changed Ada"), ran
    after = shown(ada)
    assert after.get(field) == value
    assert {name for name in before if before[name] != after.get(name)} <= {
        field, "updated_at", "methods", "every_days", "cadence_from", "due_on", "first_due",
    }  # fmt: skip
    assert drafts(home) == []


def test_a_line_taken_out_leaves_its_field(ada: Lnet, form: Any) -> None:
    """Only an empty field clears."""
    form(("org: Engines\n", ""), ("field:", "field: maths"))
    assert (shown(ada)["organisation"], shown(ada)["field"]) == ("Engines", "maths")


@pytest.mark.parametrize(
    ("change", "status", "said"),
    [
        (("every: 30d", "every: often"), 4, "'often' is not a duration"),
        (("name: Ada Lovelace", "name:"), 4, "a contact needs a name"),
        (("role: mentor, peer", "role: guru"), 4, "role: 'guru' is none of mentor, advisor"),
        (("org: Engines", "organisation: Engines"), 4, "line 15 of the form is no field: 'organisation: Engines'"),
        (("org: Engines", "Engines"), 4, "line 15 of the form is no field: 'Engines'"),
        (("introduced-by:", "introduced-by: nobody"), 3, "no contact named 'nobody'"),
    ],
)
def test_a_draft_that_cannot_be_stored_is_kept(
    ada: Lnet, form: Any, home: Path, change: tuple[str, str], status: int, said: str
) -> None:
    """Nothing is stored, the draft stays as it was written, and one line tells why and where it is."""
    before = shown(ada)
    ran = form(change)
    assert ran.status == status
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert str(next(home.glob(".local/state/lnet/drafts/*"))) in ran.err
    assert change[1] in drafts(home)[0]
    assert shown(ada) == before


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("sys.exit(3)", "it ended with 3, so nothing was changed · your draft: "),
        ("file.unlink()", "No such file or directory"),
        ("file.write_bytes(b'\\xff')", "it is not UTF-8 text · your draft: "),
    ],
)
def test_an_editor_that_fails_changes_nothing(ada: Lnet, form: Any, then: str, said: str) -> None:
    """Giving up, deleting the file or spoiling it is one line and exit 7."""
    before = shown(ada)
    ran = form(("org: Engines", "org: ETH"), then=then)
    assert (ran.status, said in ran.err) == (7, True), ran.err
    assert shown(ada) == before


@pytest.mark.parametrize(
    ("editor", "status", "said"),
    [("/no/such editor", 7, "cannot run /no/such: No such file"), ("vi 'x", 4, "VISUAL or EDITOR is no command")],
)
def test_an_editor_that_cannot_be_run_is_named(
    ada: Lnet, monkeypatch: pytest.MonkeyPatch, editor: str, status: int, said: str
) -> None:
    """$VISUAL goes before $EDITOR; no shell reads either."""
    monkeypatch.setattr("lnet.cli.form.can_ask", lambda: True)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("VISUAL", editor)
    ran = ada("contact edit ada")
    assert (ran.status, said in ran.err) == (status, True), ran.err


def test_the_form_is_for_one_person(ada: Lnet, form: Any) -> None:
    """Several people are changed alike by options."""
    ran = form(words="contact edit ada ravi")
    assert (ran.status, "one person at a time" in ran.err) == (2, True)


def test_edit_of_anything_opens_the_form_of_a_person(ada: Lnet, form: Any) -> None:
    """`lnet edit ada` is the same form."""
    assert form(("org: Engines", "org: ETH"), words="edit ada").status == 0
    assert shown(ada)["organisation"] == "ETH"
