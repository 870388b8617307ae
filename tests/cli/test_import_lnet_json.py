"""`lnet import` of lnet JSON: into an empty store, into one that has some of it, and of files that are not right."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lnet.services import demo
from tests.cli.answers import HOSTILE, data
from tests.conftest import Lnet, Seed
from tests.store.content import content_of
from tests.transcript import check

FILE = Path("network.json")
ADA = ("contact add Ada --circle close --topic sql", "goal add 'Read plans' --with ada", "log 'tea with ada #sql'")
COUNTS = ("added", "merged", "unchanged", "rejected", "interactions")


def export(lnet: Lnet) -> dict[str, Any]:
    """What lnet exports now, also in the file network.json."""
    assert lnet("export -o network.json").status == 0
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def bring(lnet: Lnet, document: object) -> dict[str, Any]:
    """Import a document; the report, its counts as one list."""
    FILE.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    report: dict[str, Any] = data(lnet, "import", str(FILE))
    return {**report, "counts": [report[name] for name in COUNTS]}


def elsewhere(home: Path) -> None:
    """Go on with another, empty store; the one of before is put aside."""
    (home / "lnet.db").rename(home / "before.db")


Moved = Callable[..., dict[str, Any]]


@pytest.fixture
def moved(lnet: Lnet, seed: Seed, home: Path) -> Moved:
    """Export a store with Ada, made by some commands more, and go on with an empty one; gives back the export."""

    def move(*more: str) -> dict[str, Any]:
        seed(*ADA, *more)
        exported = export(lnet)
        elsewhere(home)
        return exported

    return move


def back(home: Path) -> None:
    """Go on with the store of before."""
    (home / "before.db").replace(home / "lnet.db")


def test_an_export_makes_an_equal_store(lnet: Lnet, moved: Moved) -> None:
    """Into an empty store everything comes as it was; the same file again changes nothing; undo takes all of it."""
    before = moved()
    check(
        lnet,
        """
        $ lnet import network.json
        Imported: 2 added · 1 interaction
          not right? lnet undo
        $ lnet import network.json
        Imported: 0 added · 3 unchanged
          not right? lnet undo
        """,
    )
    assert export(lnet)["data"] == before["data"]
    assert "Ada" in lnet("followups --all").out + lnet("who sql").out
    lnet("undo")
    lnet("undo")
    assert lnet("contact list --all --json").out.count('"name"') == 0


def test_a_sample_of_every_table_comes_back(lnet: Lnet, home: Path) -> None:
    """The sample network, which has rows in nearly every table."""
    demo.build(home / "lnet.db")
    before = export(lnet)
    elsewhere(home)
    assert bring(lnet, before)["rejected"] == 0
    assert export(lnet)["data"] == before["data"]
    assert lnet("doctor").status == 0


def test_words_about_escapes_are_words(lnet: Lnet, seed: Seed, home: Path) -> None:
    """A note that is about NUL, or about half a character, comes back as any other."""
    seed(*ADA)
    lnet("contact", "edit", "ada", "--note", r"never write \u0000, \ud800 or [[ {")
    before = export(lnet)
    elsewhere(home)
    assert bring(lnet, before)["rejected"] == 0
    assert export(lnet)["data"] == before["data"]


def test_a_dry_run_tells_the_same_and_changes_nothing(lnet: Lnet, moved: Moved, home: Path) -> None:
    """The store of a dry run is the one of before, byte by byte."""
    moved()
    lnet("contact add Bob")
    before = content_of(home / "lnet.db")
    report = data(lnet, "import", "network.json", "--dry-run")
    assert [report[name] for name in COUNTS] == [2, 0, 0, 0, 1]
    assert content_of(home / "lnet.db") == before


def test_what_changed_elsewhere_comes_back(lnet: Lnet, moved: Moved, home: Path) -> None:
    """A value, a topic and a conversation of the other machine arrive; what nobody touched stays unchanged."""
    bring_there = moved()
    bring(lnet, bring_there)
    lnet("contact edit ada --org Engines --topic rust")
    lnet("log 'call with ada'")
    there = export(lnet)
    back(home)
    assert bring(lnet, there)["counts"] == [0, 1, 2, 0, 1]
    found = data(lnet, "contact", "show", "ada")
    assert (found["organisation"], found["topics"], len(found["interactions"])) == ("Engines", ["sql", "rust"], 2)
    assert bring(lnet, there)["counts"] == [0, 0, 4, 0, 0]


def test_what_was_edited_here_is_kept_and_told(lnet: Lnet, moved: Moved, home: Path) -> None:
    """Both have changed the title of Ada: mine stays; what only they have changed comes in all the same."""
    bring_there = moved()
    bring(lnet, bring_there)
    lnet("contact edit ada --title Countess --field mathematics")
    there = export(lnet)
    back(home)
    lnet("contact edit ada --title Analyst")
    report = bring(lnet, there)
    assert [problem["what"] for problem in report["problems"]] == ["Ada: kept title 'Analyst', not 'Countess'"]
    found = data(lnet, "contact", "show", "ada")
    assert (found["title"], found["field"]) == ("Analyst", "mathematics")


def test_an_old_export_undoes_no_edit(lnet: Lnet, seed: Seed) -> None:
    """What I changed after I had exported it stays as I changed it; what I deleted stays deleted, and that is told."""
    seed(*ADA)
    old = export(lnet)
    lnet("contact edit ada --title Analyst --no-topic sql")
    lnet("goal delete g1")
    report = bring(lnet, old)
    assert report["counts"] == [0, 0, 2, 0, 0]
    assert {problem["what"] for problem in report["problems"]} == {
        "sql: was deleted here; not brought back", "Read plans: was deleted here; not brought back",
    }  # fmt: skip
    assert data(lnet, "contact", "show", "ada")["title"] == "Analyst"


def test_an_import_that_was_undone_can_come_again(lnet: Lnet, moved: Moved) -> None:
    """What an undo took away was not deleted by anybody."""
    there = moved()
    bring(lnet, there)
    lnet("undo")
    assert bring(lnet, there)["counts"] == [2, 0, 0, 0, 1]
    assert data(lnet, "contact", "show", "ada")["topics"] == ["sql"]


def test_two_stores_that_know_nothing_of_each_other(lnet: Lnet, moved: Moved) -> None:
    """Rows with ids that are taken here get others, links follow, and a slug that is taken gets a number."""
    there = moved()
    lnet("contact add Bob --topic sql")
    lnet("contact add Ada --circle wide")
    lnet("log 'lunch with bob'")
    assert bring(lnet, there)["counts"] == [2, 0, 0, 0, 1]
    found = {each["slug"]: each["id"] for each in data(lnet, "contact", "list", "--all")}
    assert found == {"bob": 1, "ada": 2, "ada-2": 3}
    shown = data(lnet, "contact", "show", "ada-2")
    assert (shown["circle"], shown["topics"], [each["title"] for each in shown["goals"]]) == (
        "close", ["sql"], ["Read plans"],
    )  # fmt: skip
    assert [each["summary"] for each in shown["interactions"]] == ["tea with ada"]
    assert bring(lnet, there)["counts"] == [0, 0, 3, 0, 0]
    assert lnet("doctor").status == 0


def test_the_text_may_be_laid_out_anew(lnet: Lnet, moved: Moved) -> None:
    """Indented, sorted, in one line, in UTF-16, with a mark: it is the same export, and seen as one."""
    there = moved()
    for text in (
        json.dumps(there, indent=2, sort_keys=True), json.dumps(there), "\ufeff" + json.dumps(there, ensure_ascii=False)
    ):  # fmt: skip
        for encoding in ("utf-8", "utf-16"):
            FILE.write_text(text, encoding=encoding)
            assert data(lnet, "import", str(FILE))["added"] == 2
            lnet("undo")


# --- rows that are not right ------------------------------------------------------------------------------------


def broken(there: dict[str, Any], table: str, **values: object) -> dict[str, Any]:
    """The export with other values in the first row of a table."""
    row = there["data"][table][0]
    return {**there, "data": {**there["data"], table: [{**row, **values}, *there["data"][table][1:]]}}


@pytest.mark.parametrize(
    ("table", "column", "value", "why"),
    [
        ("goal", "status", "forgotten", "status: input should be 'active', 'paused', 'achieved' or 'dropped'"),
        ("goal", "target_on", "2026-02-30", "target_on: input should be a valid date"),
        ("goal", "every_days", 0, "not allowed here (CHECK constraint failed: goal_every_days)"),
        ("goal", "title", None, "title: input should be a valid string"),
        ("goal", "why", "a\0b", "it holds a NUL"),
        ("goal", "why", "\ud800", "invalid json"),
        ("goal", "uid", "1", "uid: string should match pattern"),
        ("goal", "id", 2**70, "id: input should be"),
        ("contact", "extra", {"a": float("inf")}, "line"),
        ("interaction", "channel", 3, "channel: input should be"),
    ],
)  # fmt: skip
def test_a_row_that_is_not_right_is_told_and_harms_nobody_else(
    lnet: Lnet, moved: Moved, table: str, column: str, value: object, why: str
) -> None:
    """It is rejected, with what leans on it; everything else comes in, and the store is sound."""
    there = moved("contact add Bob", "goal add Other")
    if column == "extra":
        FILE.write_text(json.dumps(broken(there, table, **{column: value})))
        assert lnet("import network.json").status == 4
        return
    report = bring(lnet, broken(there, table, **{column: value}))
    assert report["rejected"] >= 1
    assert any(why in problem["what"] for problem in report["problems"]), report["problems"]
    assert data(lnet, "contact", "show", "bob")["name"] == "Bob"
    assert lnet("doctor").status == 0


def test_what_this_lnet_does_not_know_is_told_once(lnet: Lnet, moved: Moved) -> None:
    """A column and a table of another version are left out, and named."""
    there = moved("contact add Bob")
    for row in there["data"]["contact"]:
        row["shoe_size"] = 38
    there["data"]["shoe"] = [{"id": 1}, {"id": 2}]
    report = bring(lnet, there)
    assert [problem["what"] for problem in report["problems"]] == [
        "lnet has no table 'shoe': 2 rows are left out",
        "lnet has no 'shoe_size' for it: left out, here and further down",
    ]
    assert (report["added"], report["rejected"]) == (3, 2)


def test_links_that_lead_nowhere(lnet: Lnet, moved: Moved) -> None:
    """A row that needs what is not in the file is rejected; a link that may be empty is emptied."""
    there = moved("contact add Bob --introduced-by ada")
    there["data"]["participant"][0]["contact_id"] = 99
    there["data"]["contact"][1]["introduced_by"] = 98
    report = bring(lnet, there)
    assert report["rejected"] == 1
    assert {problem["what"] for problem in report["problems"]} == {
        "introduced_by: there is no contact 98 in the file; left empty",
        "contact_id: there is no contact 99 in the file",
    }
    assert lnet("doctor").status == 0


def test_a_uid_that_comes_twice(lnet: Lnet, moved: Moved) -> None:
    """The second row of a uid is rejected."""
    there = moved()
    there["data"]["goal"].append(there["data"]["goal"][0])
    report = bring(lnet, there)
    assert (report["added"], report["rejected"]) == (2, 1)
    assert "a row before it has its uid" in report["problems"][0]["what"]


def test_slugs_and_keys_are_never_taken_on_trust(lnet: Lnet, moved: Moved) -> None:
    """A slug that a shell would expand is made anew, and people are found by their names, whatever key the file has."""
    there = moved()
    bring(lnet, broken(there, "contact", slug="$(touch x)", key="nobody"))
    assert data(lnet, "contact", "show", "ada")["slug"] == "ada"


HEAD = '{"schema": "lnet.store/3", "data": '


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (HEAD + '{"contact": [', "line 1: this is not JSON"),
        (HEAD + '{"contact": [{"id": NaN}]}}', "line 1: this is not JSON"),
        (HEAD + '{"contact": ' + "[" * 100_000, "nested too deeply"),
        (HEAD + '{"contact": [{"extra": ' + '{"a":' * 100_000, "nested too deeply"),
        (HEAD + '{"contact": 5}}', "'[' is missing"),
        (HEAD + "[]}", "'{' is missing"),
        (HEAD + '{"contact": [{"id": ' + "9" * 5000 + "}]}}", "this is not JSON"),
        (HEAD + "{}}\n{}", "line 2: something follows"),
        (HEAD + '{"contact": ["' + "x" * 40_000_000, "never ends"),
        ('{"schema": "lnet.store/999", "data": {}}', "written by a newer lnet (lnet.store/999)"),
        ('{"schema": "lnet.store/three", "data": {}}', "not an export of lnet"),
    ],
)
def test_a_file_that_is_no_export_ends_with_one_line(lnet: Lnet, home: Path, text: str, why: str) -> None:
    """Exit 4, and nothing was done."""
    FILE.write_text(text)
    ran = lnet("import network.json")
    assert (ran.status, ran.out) == (4, "")
    assert why in ran.err
    assert ran.err.count("\n") == 1
    assert not (home / "lnet.db").exists() or lnet("contact list --all --csv").out == ""


def test_hostile_words_in_a_file_are_shown_safely(lnet: Lnet, moved: Moved) -> None:
    """Whatever stands in a row that is reported, or in the name of a table."""
    there = moved()
    document = broken(there, "goal", title=HOSTILE, every_days=0)
    document["data"][HOSTILE] = []
    FILE.write_text(json.dumps(document))
    ran = lnet("import network.json")
    assert ran.status == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out + ran.err)
