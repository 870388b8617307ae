"""What TAB offers: first the words themselves, then in real shells, with names that no shell may ever evaluate."""

import os
import re
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]  # it has no types, and its stubs are one more dependency
import pytest

from lnet.cli.completion import complete, generate
from lnet.cli.completion.shells import script
from lnet.cli.completion.walk import FILES, TREE
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read import candidates
from lnet.store.write import contact, feedback, goal, interaction, promise
from lnet.store.write.rows import insert
from lnet.store.write.topic import add_topics
from tests.conftest import Lnet

HOSTILE = [
    "$(touch x)", "*", "`id>x`", "a; rm -rf x", '"; touch x; "', "`touch x`", "--db", "[/foo]", "a\tb", "=cmd()", "'",
    "\\",
]  # fmt: skip
ADDED = ["Ada Lovelace", "Adam Smith", "Grace Hopper", "Jürgen Müller", "Łukasz Żal", "Иван Петров"]


@pytest.fixture
def known(store: Store, lnet: Lnet) -> Store:
    """A store with people, friendly and hostile names, and some of every noun; the one that `lnet` uses."""
    with step(store, "test") as open_:
        ids = [contact.add(open_, name) for name in [*ADDED, *HOSTILE]]
        interaction.add(open_, occurred_on=store.today, participants=[ids[2]], summary="`touch x`", topics=["sql"])
        add_topics(open_, "contact", ids[0], ["sql", "c++", "$(touch x)", "query-plans"])
        for title in ("Read query plans", "$(touch x)\x1b[31m\"'`"):
            goal.add(open_, title)
        goal.set_status(open_, goal.add(open_, "Old goal"), "achieved")
        for number in range(1, 13):
            promise.add(open_, ids[0], f"send paper {number}")
        promise.close(open_, 3, "kept")
        feedback.add(open_, ids[1], "received", "shorter; $(touch x)")
        insert(open_, "event", name="PyCon 2026", key="pycon 2026")
    return store


def offered(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The words offered for the last of the words typed."""
    capsys.readouterr()
    assert complete(words) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return [line.split("\t")[0] for line in captured.out.splitlines()]


TYPED: list[tuple[list[str], list[str]]] = [
    (["follow"], ["followups"]),
    (["--d"], ["--db"]),
    (["contact", "sho"], ["show"]),
    (["nonsense", ""], []),
    (["contact", "show", "Ad"], ["ada-lovelace", "adam-smith"]),
    (["contact", "show", "ada-"], ["ada-lovelace"]),
    (["contact", "show", "lovel"], ["ada-lovelace"]),
    (["contact", "show", "JÜR"], ["jurgen-muller"]),
    (["contact", "show", "lukasz"], ["lukasz-zal"]),
    (["contact", "show", "Петр"], ["ivan-petrov"]),
    (["contact", "show", '"Ada L'], ["ada-lovelace"]),
    (["contact", "show", "Ada\\ L"], ["ada-lovelace"]),
    (["contact", "show", "$(touch"], ["touch-x", "touch-x-2", "touch-x-3"]),
    (["contact", "show", "zzz"], []),
    (["contact", "show", "ada-lovelace", "Gra"], ["grace-hopper"]),
    (["contact", "show", ""], ["grace-hopper"]),
    (["contact", "edit", "ada", "--circle", ""], ["inner", "close", "active", "wide"]),
    (["contact", "edit", "ada", "--circle", "IN"], ["inner"]),
    (["contact", "edit", "ada", "--circle=in"], ["--circle=inner"]),
    (["contact", "edit", "ada", "--circle", "=", "in"], ["inner"]),
    (["contact", "edit", "ada", "--role", "community-"], ["community-member"]),
    (["contact", "edit", "ada", "--topic", "q"], ["query-plans"]),
    (["contact", "edit", "ada", "-t", ""], ["query-plans", "sql"]),
    (["--db", ""], [FILES]),
    (["demo", "follow"], ["followups"]),
    (["demo", "contact", "sho"], ["show"]),
    (["demo", "contact", "show", "Ad"], []),
    (["demo", "--k"], ["--keep"]),
    (["--db", "elsewhere.db", "contact", "show", "Ad"], []),
]


@pytest.mark.parametrize(("words", "expected"), TYPED)
@pytest.mark.usefixtures("known")
def test_a_word_is_completed(capsys: pytest.CaptureFixture[str], words: list[str], expected: list[str]) -> None:
    """Commands, options, words of a vocabulary, topics, and people by any beginning of any word of their name."""
    assert offered(capsys, *words) == expected


def test_the_table_is_that_of_the_commands() -> None:
    """Nothing has drifted; where it has, `python -m lnet.cli.completion.generate` writes the table anew."""
    assert TREE.read_text(encoding="utf-8") == generate.text()


def test_options_given_once_are_not_offered_again(capsys: pytest.CaptureFixture[str]) -> None:
    """An option that counts once goes, a repeatable one stays."""
    found = offered(capsys, "contact", "edit", "ada", "--circle", "close", "--role", "peer", "--")
    assert "--role" in found
    assert "--circle" not in found


REFERENCES = [
    ("goal", "", ["g2", "g1"]),
    ("goal", "g", ["g2", "g1"]),
    ("goal", "g1", ["g1"]),
    ("goal", "3", ["g3"]),
    ("goal", "Read q", ["g1"]),
    ("promise", "p1", ["p1", "p10", "p11", "p12"]),
    ("promise", "", [f"p{number}" for number in range(12, 0, -1) if number != 3]),
    ("feedback", "", ["f1"]),
    ("interaction", "i1", ["i1"]),
    ("event", "pyc", ["e1"]),
    ("event", "x", []),
    ("ref", "g2", ["g2"]),
    ("ref", "gra", ["grace-hopper"]),
    ("nonsense", "", []),
]


@pytest.mark.parametrize(("kind", "typed", "expected"), REFERENCES)
def test_references_are_offered_by_number_and_title(known: Store, kind: str, typed: str, expected: list[str]) -> None:
    """What is still of use comes first, without anything typed it is all; a number finds also what is done with."""
    assert [word for word, _ in candidates.candidates(known.db, kind, typed)] == expected


def test_every_word_is_plain_and_every_title_harmless(known: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Words are made of a-z, 0-9 and hyphens; titles have nothing in them that a shell or a terminal acts on."""
    texts = []
    asked = (["contact", "show", "t"], ["goal", "show", ""], ["promise", "keep", ""], ["contact", "list", "-t", ""])
    for words in asked:
        capsys.readouterr()
        complete(words)
        texts += capsys.readouterr().out.splitlines()
    assert len(texts) > 15
    for line in texts:
        word, _, title = line.partition("\t")
        assert re.fullmatch(r"[a-z0-9-]+", word)
        assert not re.search(r"[\x00-\x1f\x7f\"'`$\\]", title)


def test_it_offers_fifty_at_most_and_the_network_before_the_address_book(store: Store) -> None:
    """However many match; people merely imported come last."""
    with step(store, "test") as open_:
        for number in range(80):
            contact.add(open_, f"Ann {number:02}", imported_from="linkedin")
        known = contact.add(open_, "Anne Zorn")
        interaction.add(open_, occurred_on=store.today, participants=[known])
    found = candidates.people(store.db, "an")
    assert len(found) == 50
    assert found[0] == ("anne-zorn", "Anne Zorn")


def test_no_query_reads_a_whole_table(known: Store) -> None:
    """Each is answered through an index or stops at its limit, whatever was typed."""
    asked: list[str] = []
    known.db.set_trace_callback(asked.append)
    for kind in ("contact", "topic", "ref", *candidates.TITLES):
        for typed in ("", "a", "g1", "1", "read"):
            list(candidates.candidates(known.db, kind, typed))
    known.db.set_trace_callback(None)
    for query in asked:
        plan = [row[3] for row in known.db.execute(f"EXPLAIN QUERY PLAN {query}")]
        scanned = [line for line in plan if re.match(r"SCAN (?!c$|f$|w$|each|\(|CONSTANT)(?!.*USING)", line)]
        assert not scanned or "ORDER BY id DESC LIMIT" in query, (query, plan)


@pytest.mark.usefixtures("lnet")
def test_trouble_is_silence(store: Store, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No store, one that is none, a directory, a locked one, a name that is no text: nothing is said, nothing made."""
    store.close()
    path = home / "lnet.db"
    path.unlink()
    assert offered(capsys, "contact", "show", "a") == []
    assert [file.name for file in home.iterdir() if file.suffix == ".db"] == []
    path.write_text("this is no store")
    assert offered(capsys, "contact", "show", "a") == []
    assert path.read_text() == "this is no store"
    path.unlink()
    path.mkdir()
    assert offered(capsys, "contact", "show", "a") == []
    assert offered(capsys, "contact", "show", "\udcff") == []
    assert offered(capsys) != []


def test_a_locked_store_is_not_waited_for(known: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """TAB gives up within a moment while somebody commits."""
    other = sqlite3.connect(known.path)
    other.execute("BEGIN EXCLUSIVE")
    assert offered(capsys, "contact", "show", "Ad") == []
    other.rollback()
    other.close()
    assert offered(capsys, "contact", "show", "Ad") != []


def test_an_older_store_is_not_migrated(known: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Completion reads what it can and leaves the version as it is."""
    known.db.execute("PRAGMA user_version = 0")
    offered(capsys, "contact", "show", "Ad")
    assert known.db.execute("PRAGMA user_version").fetchone() == (0,)


# --- installing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("shell", "startup"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_installing_adds_one_line_once(lnet: Lnet, home: Path, shell: str, startup: str) -> None:
    """The start-up file keeps what it held and gets one line, however often it is asked."""
    (home / startup).write_text("alias ll='ls -l'")
    first = lnet("--install-completion", shell)
    lnet("--install-completion", shell)
    place = home / ".local" / "share" / "lnet" / f"completion.{shell}"
    assert (home / startup).read_text() == f"alias ll='ls -l'\n[ -r {place} ] && . {place}\n"
    assert place.read_text() == lnet("--show-completion", shell).out
    assert str(home / startup) in first.out
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_fish_has_a_directory_for_it(lnet: Lnet, home: Path) -> None:
    """fish finds completions by the name of the command."""
    lnet("--install-completion", "fish")
    place = home / ".config" / "fish" / "completions" / "lnet.fish"
    assert place.read_text() == lnet("--show-completion", "fish").out


def test_the_shell_is_the_persons_own(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name it is what SHELL says; one that we have no script for is a usage error."""
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert lnet("--show-completion").out.startswith("#compdef lnet")
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert lnet("--show-completion").status == 2
    assert lnet("--show-completion tcsh").status == 2


# --- in real shells ---------------------------------------------------------------------------------------------

START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config", "-i"],
}
# What runs when ENTER is pressed; the scripts ask the command itself.
RUN = {
    "bash": "lnet() { printf '<%s>\\n' \"lnet $*\"; }",
    "zsh": "lnet() { printf '<%s>\\n' \"lnet $*\"; }",
    "fish": "function lnet; printf '<%s>\\n' (string join ' ' -- lnet $argv); end",
}
PREPARE = {
    "bash": "bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'; . {script}",
    "zsh": "autoload -Uz compinit && compinit -D -u; unsetopt BEEP; setopt AUTO_LIST; LISTMAX=0; . {script}",
    "fish": "source {script}",
}


@pytest.fixture(params=START)
def shell(request: pytest.FixtureRequest, known: Store, home: Path) -> Iterator["Shell"]:
    """A real shell on a terminal of its own, with our completion, in a directory where nothing may appear."""
    name: str = request.param
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    known.close()
    folder = home / "bin"
    folder.mkdir()
    (folder / "lnet").write_text(f'#!/bin/sh\nexec {sys.executable} -m lnet "$@"\n')
    (folder / "lnet").chmod(0o755)
    here = home / "here"
    here.mkdir()
    opened = Shell(name, folder, here)
    yield opened
    opened.process.close(force=True)
    assert list(here.iterdir()) == [], "something was executed"


class Shell:
    """A shell to type into and to read from."""

    def __init__(self, name: str, folder: Path, here: Path) -> None:
        source = folder / f"completion.{name}"
        source.write_text(script(name))
        env = dict(os.environ) | {"PATH": f"{folder}:{os.environ['PATH']}", "TERM": "dumb", "PS1": "$ "}
        self.process = pexpect.spawn(
            name, START[name], env=env, cwd=str(here), encoding="utf-8", timeout=30, dimensions=(60, 100)
        )
        self.process.delaybeforesend = None
        self.answer(PREPARE[name].format(script=source))
        self.answer(RUN[name])

    def answer(self, line: str) -> str:
        """Type a line and give back all that is shown until it was carried out."""
        self.process.send(f"{line}\n")
        return self.until_echo()

    def completed(self, typed: str) -> str:
        """Type the beginning of a command, TAB and ENTER; gives back what the shell then would run."""
        self.process.send(f"{typed}\t\n")
        self.process.expect("<(lnet.*)>\r?\n")
        return str(self.process.match[1]) if self.process.match else ""

    def until_echo(self) -> str:
        self.process.send("echo rea''dy\n")
        self.process.expect("\r?\nready\r?\n")
        return str(self.process.before)


def test_a_shell_completes_a_person(shell: Shell) -> None:
    """A beginning of any word of the name, however cased, and TAB: the slug stands there."""
    assert shell.completed("lnet contact show Lovel") == "lnet contact show ada-lovelace"


@pytest.mark.parametrize("between", ["=", " "])
def test_a_shell_completes_the_value_of_an_option(shell: Shell, between: str) -> None:
    """In the same word or in the next, the option stays as it was."""
    typed = f"lnet contact edit ada --circle{between}"
    assert shell.completed(f"{typed}inn") == f"{typed}inner"


def test_a_shell_completes_files_where_a_file_is_meant(shell: Shell, home: Path) -> None:
    """`--db` takes any file, which is the shell's own business."""
    (home / "sample-store.db").touch()
    assert shell.completed("lnet --db ../sample-st") == "lnet --db ../sample-store.db"


def test_a_shell_evaluates_no_name_and_no_title(shell: Shell) -> None:
    """Listing people and goals with names that are commands runs none of them."""
    typed = {"contact show to": "touch-x", "goal show g": "g2", "contact show '$(to": "", 'contact show "*': ""}
    for words, listed in typed.items():
        shell.process.send(f"lnet {words}\t\t")
        shell.process.expect(listed)
        shell.process.send("\x15")  # the line is given up
        shell.until_echo()
