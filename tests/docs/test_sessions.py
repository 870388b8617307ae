"""The console sessions of README and docs/ print what the pages say; each page has one shell and one store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.quick import quick_lnet
from tests.docs.session import TOP, pages, rewritten, run, tools_of, typed_in


@pytest.fixture(scope="module")
def lnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The text of a program that is lnet."""
    with quick_lnet(tmp_path_factory.mktemp("quick")) as program:
        yield program


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(TOP)))
def test_every_session_prints_what_the_page_says(page: Path, tmp_path: Path, lnet: str) -> None:
    """Whoever types what a page shows, on 15 June 2026, sees what it shows (`python -m tests.docs` writes it anew)."""
    missing = [tool for tool in tools_of(page) if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    commands = typed_in(page.read_text(encoding="utf-8"))
    run(commands, tmp_path / "person", lnet)
    wrong = [str(command) for command in commands if not command.holds]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_the_first_pages_hold_sessions(name: str) -> None:
    """A page whose sessions are no longer found would be checked by nobody."""
    assert TOP / name in pages()


def test_a_wrong_session_is_noticed_and_can_be_written_anew(tmp_path: Path, lnet: str) -> None:
    """Output, exit status and what a shell remembers are all compared; what holds is left as it was."""
    text = (
        "```console\n$ export X=a\n$ echo $X; \\\n> echo b\na\n…\n```\n\n"
        "```console\n$ echo $X\nno\n\n$ false\n$ exit_with() { return 3; }; exit_with\n[3]\n```\n"
    )
    commands = typed_in(text)
    run(commands, tmp_path / "person", lnet)
    assert [command.holds for command in commands] == [True, True, False, False, True]
    assert rewritten(text, commands) == text.replace("no\n\n", "a\n").replace("$ false\n", "$ false\n[1]\n")
