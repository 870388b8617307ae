"""`lnet export --format vault`: one linked note a person, goal and event, in which the person may write."""

import os
import re
from pathlib import Path

import pytest
import yaml

from lnet.cli.vault import MARKER
from lnet.store.connect import Store
from tests.cli.answers import HOSTILE, data
from tests.cli.seeds import person
from tests.conftest import Lnet, Seed
from tests.transcript import check

ADA = (
    "contact add Ada Lovelace --circle close --topic sql --nick Ada", "goal add 'Read query plans' --with ada",
    "event add PyCon --on 2026-05-01", "event meet PyCon ada", "log 'coffee with ada about plans; me: send paper'",
)  # fmt: skip


def fill(lnet: Lnet) -> dict[str, object]:
    """Export into the folder `notes`; what became of its files."""
    files: dict[str, object] = data(lnet, "export", "--format", "vault", "-o", "notes")["files"]
    return files


def front(path: Path) -> dict[str, object]:
    """The front matter of a note, as a reader of YAML sees it."""
    found: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    return found


def test_a_note_tells_of_a_person_and_leads_to_others(lnet: Lnet, seed: Seed, home: Path) -> None:
    """Front matter, what is open, and links to the goal and the event; all of it is its owner's alone."""
    seed(*ADA)
    check(
        lnet,
        """
        $ lnet export --format vault -o notes
        Wrote notes
          3 written
        """,
    )
    note = home / "notes" / "people" / "ada-lovelace.md"
    told = front(note)
    assert (told["aliases"], told["tags"], told["circle"]) == (["Ada Lovelace", "Ada"], ["sql"], "close")
    text = note.read_text(encoding="utf-8")
    assert "# Ada Lovelace\n" in text
    assert "- I promised: send paper\n" in text
    assert "- [[goals/read-query-plans|Read query plans]]\n" in text
    assert "- [[events/pycon|PyCon]]\n" in text
    assert "[[people/ada-lovelace|Ada Lovelace]]" in (home / "notes/goals/read-query-plans.md").read_text()
    assert (note.stat().st_mode & 0o777, note.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_again_nothing_is_written(lnet: Lnet, seed: Seed, home: Path) -> None:
    """A second export leaves every file as it is, to the nanosecond."""
    seed(*ADA)
    fill(lnet)
    before = {path: path.stat().st_mtime_ns for path in home.glob("notes/**/*")}
    assert fill(lnet) == {"written": 0, "unchanged": 3, "removed": 0, "kept": []}
    assert {path: path.stat().st_mtime_ns for path in home.glob("notes/**/*")} == before


def test_only_what_changed_is_written_and_what_the_person_wrote_stays(lnet: Lnet, seed: Seed, home: Path) -> None:
    """Below the marker every byte stays, whatever its line ends, when the text above it is written anew."""
    seed(*ADA)
    fill(lnet)
    note = home / "notes/people/ada-lovelace.md"
    mine = b"my own words\r\n\xff ---\nlnet: contact\n"
    note.write_bytes(note.read_bytes() + mine)
    assert fill(lnet)["unchanged"] == 3
    lnet("contact edit ada --org 'Analytical Engines'")
    assert fill(lnet) == {"written": 1, "unchanged": 2, "removed": 0, "kept": []}
    above, _, below = note.read_bytes().partition(MARKER.encode() + b"\n")
    assert b'organisation: "Analytical Engines"' in above
    assert below == mine


def test_a_note_keeps_its_name_when_its_title_changes(lnet: Lnet, seed: Seed, home: Path) -> None:
    """Files are known by the uid in them: renamed here or there, they stay where they are, and links follow."""
    seed(*ADA)
    fill(lnet)
    lnet("goal", "edit", "g1", "--title", "Understand query plans")
    (home / "notes/people/ada-lovelace.md").rename(home / "notes/people/Countess.md")
    fill(lnet)
    assert sorted(path.name for path in home.glob("notes/*/*")) == ["Countess.md", "pycon.md", "read-query-plans.md"]
    assert "[[people/Countess|Ada Lovelace]]" in (home / "notes/goals/read-query-plans.md").read_text()
    assert "[[goals/read-query-plans|Understand query plans]]" in (home / "notes/people/Countess.md").read_text()


def test_who_is_gone_loses_the_note_unless_it_holds_own_words(lnet: Lnet, seed: Seed, home: Path) -> None:
    """A note without own text is deleted with its person; one with own text is kept, and that is said."""
    seed("contact add Ada --circle close", "contact add Bob --circle close")
    fill(lnet)
    with (home / "notes/people/bob.md").open("a") as note:
        note.write("Bob likes trains\n")
    lnet("contact delete ada --yes")
    lnet("contact delete bob --yes")
    check(
        lnet,
        """
        $ lnet export --format vault -o notes
        Wrote notes
          1 removed
          people/bob.md  no longer in lnet; kept for what you wrote in it
        """,
    )
    assert [path.name for path in home.glob("notes/people/*")] == ["bob.md"]


def test_files_that_are_not_of_lnet_are_left_alone(lnet: Lnet, seed: Seed, home: Path) -> None:
    """A file of the person's own keeps its name and content; a note whose marker is gone is not written over."""
    seed(*ADA)
    own = home / "notes/people/ada-lovelace.md"
    own.parent.mkdir(parents=True)
    own.write_text("my own page on Ada\n")
    assert fill(lnet)["written"] == 3
    assert own.read_text() == "my own page on Ada\n"
    note = home / "notes/people/ada-lovelace-2.md"
    note.write_text(note.read_text().replace(MARKER, "gone"))
    lnet("contact edit ada --org X")
    assert fill(lnet)["kept"] == [["people/ada-lovelace-2.md", "its marker is gone: left alone"]]
    assert "gone" in note.read_text()


def test_links_are_not_followed_out_of_the_folder(lnet: Lnet, seed: Seed, home: Path) -> None:
    """A linked folder is refused, a linked file is passed by: what they lead to stays as it is."""
    seed(*ADA)
    outside = home / "outside"
    outside.mkdir()
    (outside / "victim.md").write_text("mine")
    (home / "notes/people").mkdir(parents=True)
    (home / "notes/people/ada-lovelace.md").symlink_to(outside / "victim.md")
    assert fill(lnet)["written"] == 3
    assert (outside / "victim.md").read_text() == "mine"
    assert (home / "notes/people/ada-lovelace-2.md").exists()
    (home / "linked").mkdir()
    (home / "linked/people").symlink_to(outside)
    ran = lnet("export --format vault -o linked")
    assert (ran.status, ran.err) == (
        7,
        f"lnet: cannot write {home}/linked/people: it is a link, which is not followed\n",
    )
    assert os.listdir(outside) == ["victim.md"]


NASTY = [
    HOSTILE, "../../etc/passwd", "a/b\\c", "CON", "[[evil|link]]", "<script>x</script>", "--- # no", "数据", "x" * 5000,
    "line\nbreak\n---\nlnet: x", MARKER,
]  # fmt: skip


@pytest.mark.parametrize("name", NASTY)
def test_no_name_breaks_out_of_its_note(lnet: Lnet, store: Store, home: Path, name: str) -> None:
    """Whatever somebody is called: one safe file, front matter that reads back, a link that holds, nothing raw."""
    person(store, "Somebody")
    assert lnet("goal", "add", "--with", "somebody", "--", name).status == 0
    store.db.execute("UPDATE contact SET slug = 'con', name = ?", (name,))
    assert fill(lnet)["written"] == 2
    (note,) = home.glob("notes/people/*")
    (goal,) = home.glob("notes/goals/*")
    assert note.name == "con-contact.md"
    assert set(goal.name.removesuffix(".md")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(goal.name) <= 100
    assert front(note)["aliases"] == [name]
    assert front(goal)["aliases"][0]  # type: ignore[index]  # a list
    for text in (note.read_text(), goal.read_text()):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert text.count(f"\n{MARKER}\n") == 1
        assert not re.search(r"(?<!\\)<script>", text.split("\n---\n", 1)[1])
    (link,) = [line for line in goal.read_text().split("\n") if line.startswith("- [[")]
    assert link.startswith("- [[people/con-contact|")
    assert (link.count("[["), link.count("]]"), link.count("|")) == (1, 1, 1)
    assert fill(lnet)["unchanged"] == 2


def test_a_vault_needs_a_folder(lnet: Lnet, home: Path) -> None:
    """Without -o, at a file, or where its folder cannot be made: one line, and nothing is written."""
    (home / "file").write_text("x")
    check(
        lnet,
        """
        $ lnet export --format vault
        lnet: vault is a folder: -o says which
        [2]
        $ lnet export --format vault -o file
        lnet: cannot write …
        [7]
        $ lnet export --format vault -o missing/notes
        lnet: cannot write …
        [7]
        """,
    )
    assert (home / "file").read_text() == "x"
