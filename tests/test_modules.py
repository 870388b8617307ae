"""What everyday commands may cost, measured in what they load and ask, never in time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lnet.cli.commands import COMMANDS
from lnet.services import demo
from tests.conftest import Lnet
from tests.statements import asked

EVERYDAY = [
    # a day
    "followups", "followups --json", "followups --days 7", "why ada", "done ada", "snooze ada 2w", "away fri 2w",
    "pace", "reconnect", "brief ada", "draft ada", "draft f8", "draft ada --about r2", "draft ada ravi",
    "undo", "history",
    # conversations, and what came of them
    "log 'coffee with ada about query plans; me: send paper by fri #sql'",
    "log --dry-run 'yesterday: zoom with ravi and mei'", "interaction list", "plan",
    "plan 'tomorrow: coffee with ada'", "promise list", "promise keep p8", "learn 'read'", "insight list",
    "insight digest", "feedback list", "feedback ask ada",
    # people
    "contact list", "contact show ada", "contact show ada --json", "contact add 'Wei Chen' --circle close",
    "contact edit ada --topic sql", "contact mentor ada --every 30d", "contact know ada ravi --introduced",
    "contact merge ada ravi", "contact duplicates", "contact distinct ada ravi",
    "add Somebody", "who sql", "find parser", "show g1",
    # goals, resources and help
    "goal list", "goal show g1", "goal progress g1 'one more plan'", "share https://example.org/new --topic sql",
    "share r1 --to ada", "give", "resource list", "resource show r2", "exchange list",
    "exchange add ada 'a book' --given",
    # communities, projects, events
    "community list", "community show c2", "community member c2 ada", "project list", "project show j2",
    "project charter j2 --roles 'as it comes'", "project retro j1 'too late; learned: colours first'",
    "event list", "event show e3", "event meet e3 ada --follow-up", "at", "at e2", "brief e3", "review e3",
    # the whole network
    "stats", "review", "triage", "health", "gaps", "graph", "summary", "summary --for mentor", "export",
]  # fmt: skip
LIGHTEST = ["--help", "--version", "contact --help"]
NEVER = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "rich", "dateutil.parser", "asyncio", "email", "markdown_it",
         "jinja2")  # fmt: skip
MODULES_MOST = 237  # an empty Python has 33, Typer makes that 140
MORE_MODULES_MOST = {
    "log": 285, "plan": 285, "interaction": 270, "summary": 295, "draft": 253, "review": 267, "feedback": 265,
    "community": 245, "project": 259, "brief": 250, "event": 245,
}  # fmt: skip
MODULES_OF_COMPLETION_MOST = 100

RUN = """
import json, shlex, sys
from lnet.cli.run import run
status = run(shlex.split(sys.argv[1]))
sys.stderr.write(json.dumps([status, sorted(sys.modules)]))
"""
COMPLETE = """
import json, shlex, sys
from lnet.cli.completion import complete
status = complete([*shlex.split(sys.argv[1]), ""])
sys.stderr.write(json.dumps([status, sorted(sys.modules)]))
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store with the sample network."""
    path = tmp_path_factory.mktemp("sample") / "lnet.db"
    demo.build(path)
    return path.read_bytes()


def loaded(program: str, command: str, home: Path, sample: bytes) -> set[str]:
    """The modules that a process has loaded after a command on the sample, its output piped."""
    (home / "lnet.db").write_bytes(sample)
    environment = {"HOME": str(home), "LNET_DB": str(home / "lnet.db"), "LNET_TODAY": "2026-06-15", "TZ": "UTC"}
    done = subprocess.run([sys.executable, "-c", program, command], capture_output=True, text=True, env=environment)
    status, modules = json.loads(done.stderr)
    assert status == 0, done.stdout
    assert done.stdout
    return set(modules)


def there(command: str) -> bool:
    """Whether there is such a command (those that are planned are measured as soon as they come)."""
    return command.partition(" ")[0] in COMMANDS


@pytest.mark.parametrize("command", [*filter(there, EVERYDAY), *LIGHTEST])
def test_everyday_commands_stay_light(command: str, home: Path, sample: bytes) -> None:
    """No ORM, no rich when piped, no parser of foreign dates; and no more modules than it takes."""
    modules = loaded(RUN, command, home, sample)
    assert sorted(name for name in modules if name.startswith(NEVER)) == []
    assert len(modules) <= MORE_MODULES_MOST.get(command.partition(" ")[0], MODULES_MOST)


TYPED = ["", "contact show", "contact edit ada --circle", "goal show", "contact list --topic"]


@pytest.mark.parametrize("typed", TYPED)
def test_completion_is_the_lightest_of_all(typed: str, home: Path, sample: bytes) -> None:
    """TAB loads neither Typer nor any command, only a table and, where it asks the store, sqlite3."""
    modules = loaded(COMPLETE, typed, home, sample)
    never = (*NEVER, "typer", "lnet.services", "lnet.render.human")
    assert sorted(name for name in modules if name.startswith(never)) == []
    assert len(modules) <= MODULES_OF_COMPLETION_MOST


def test_help_imports_no_command(home: Path, sample: bytes) -> None:
    """`lnet --help` knows its commands from a table."""
    modules = loaded(RUN, "--help", home, sample)
    assert modules.isdisjoint(f"lnet.cli.{entry.module}" for entry in COMMANDS.values())


# --- statements -------------------------------------------------------------------------------------------------

COUNTED = [
    # a day
    "followups", "followups --json", "followups --all", "followups --days 7", "why ada-lovelace", "done ada-lovelace",
    "snooze ada-lovelace", "away", "away today 2w", "pace", "reconnect", "brief ada-lovelace", "draft ada-lovelace",
    "undo", "history",
    # conversations, and what came of them
    "log --solo 'read a book'", "log 'coffee with Ada Lovelace and Grace Hopper about plans #sql'",
    "interaction list", "interaction list --with ada-lovelace", "plan",
    "plan 'fri: coffee with Ada Lovelace and Grace Hopper #sql'", "promise list", "insight list", "insight digest",
    "feedback list",
    # people
    "contact list", "contact list --due --json", "contact list --all", "contact show ada-lovelace",
    "contact mentor ada-lovelace", "contact know ada-lovelace grace-hopper", "contact duplicates", "who sql",
    "find coffee", "find 'coffee map'", "find coffee --with ada-lovelace",
    # goals, resources and help
    "goal list", "goal show g1", "give", "share https://example.org/new --topic sql", "resource list", "exchange list",
    # communities, projects, events
    "community list", "project list", "event list", "event show e1", "event meet e1 ada-lovelace", "at", "brief e1",
    "review e1",
    # the whole network
    "stats", "review", "triage", "triage --limit 20", "health", "gaps", "graph", "graph --topic sql --format dot",
    "summary", "summary --for mentor", "export", "export --format vault -o notes", "export --format csv -o tables",
]  # fmt: skip


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Two generated networks, the second five times as large."""
    from tests.bench.network import build

    folder = tmp_path_factory.mktemp("networks")
    images = []
    for people, talks in ((60, 600), (300, 3000)):
        path = folder / f"{people}.db"
        build(path, people, talks)
        images.append(path.read_bytes())
    return images[0], images[1]


@pytest.mark.parametrize("command", [*filter(there, COUNTED)])
def test_a_command_asks_as_often_of_a_larger_network(
    lnet: Lnet, home: Path, networks: tuple[bytes, bytes], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five times the people and conversations, not one statement more (fewer, where a list has no room for drift)."""
    small, large = (asked(lnet, home / "lnet.db", image, command, monkeypatch) for image in networks)
    assert len(small) >= len(large), "\n".join(sorted(set(large) - set(small)))[:2000]
    assert small
