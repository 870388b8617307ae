"""The reference follows the program: nothing that is generated has drifted, every command explains itself."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer._click import Command, Context
from typer._click.exceptions import UsageError
from typer.main import get_command

from lnet.cli import reference
from lnet.cli.app import app
from lnet.cli.run import with_shell
from lnet.store import generate
from tests.docs.session import TOP

SH_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SHELL_ENDS = ("|", "&&", ";", ">", "2>", "||")


def below(path: str, command: Command, context: Context) -> Iterator[tuple[str, Command]]:
    """Every command that does something, by its words; groups only lead to them."""
    names = command.list_commands(context) if hasattr(command, "list_commands") else []
    for name in names:
        found = command.get_command(context, name)  # type: ignore[attr-defined]  # whoever lists commands has them
        yield from below(f"{path} {name}".strip(), found, Context(found, info_name=name, parent=context))
    if not names:
        yield path, command


ROOT = get_command(app)
COMMANDS = dict(below("", ROOT, Context(ROOT, info_name="lnet")))


def examples(command: Command) -> list[str]:
    """The example lines of a command's help."""
    lines = [line.strip().removeprefix("Example:").strip() for line in (command.help or "").split("\n")]
    return [line for line in lines if line.startswith("lnet ")]


def lines_of(page: Path) -> list[str]:
    """The lnet command lines in the shell snippets of a page."""
    snippets = "\n".join(SH_BLOCK.findall(page.read_text(encoding="utf-8"))).replace("\\\n", "")
    return [line.strip() for line in snippets.split("\n") if line.strip().startswith("lnet ")]


def parse(line: str) -> None:
    """Take an lnet command line apart as the program would, and carry nothing out; raises UsageError."""
    words = shlex.split(line, comments=True)[1:]
    ends = [words.index(end) for end in SHELL_ENDS if end in words]
    words = words[: min(ends, default=len(words))]
    command, context = ROOT, ROOT.make_context("lnet", with_shell(words))
    rest = [*context._protected_args, *context.args]
    while rest and hasattr(command, "resolve_command"):
        name, command, rest = command.resolve_command(context, rest)
        context = command.make_context(name, list(rest), parent=context)
        rest = [*context._protected_args, *context.args] if hasattr(command, "resolve_command") else []


def test_the_command_reference_is_what_the_program_would_write() -> None:
    """`python -m lnet.cli.reference` writes it anew after a change of any command."""
    assert reference.main(["--check"]) == 0


def test_a_drifted_reference_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check compares every character, and a page that is missing has drifted too."""
    monkeypatch.setattr(reference, "PAGE", tmp_path / "reference.md")
    assert reference.main(["--check"]) == 1
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
    (tmp_path / "reference.md").write_text(reference.reference() + "more\n", encoding="utf-8")
    assert reference.main(["--check"]) == 1


def test_what_follows_from_the_tables_has_not_drifted() -> None:
    """`python -m lnet.store.generate` writes schema, triggers and search index anew after a change of the tables."""
    assert generate.main(["--check"]) == 0


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_a_help_text_with_an_example(path: str) -> None:
    """One sentence first, an example that calls this command (or the short form of it), and help for all it takes."""
    command = COMMANDS[path]
    short = {"contact add": "add", "insight add": "learn"}.get(path, path)
    sentence = (command.help or "").split("\n\n")[0].strip()
    assert sentence[:1].isupper()
    assert sentence.endswith(".")
    assert any(example.startswith((f"lnet {path}", f"lnet {short}")) for example in examples(command))
    assert all(getattr(each, "help", "") for each in command.params if not getattr(each, "hidden", False))


@pytest.mark.parametrize(
    "line",
    [*dict.fromkeys(line for command in (ROOT, *COMMANDS.values()) for line in examples(command))],
)
def test_every_example_is_taken_by_the_program(line: str) -> None:
    """An example names only commands and options that there are."""
    parse(line)


@pytest.mark.parametrize("page", sorted((TOP / "docs").rglob("*.md")), ids=lambda page: page.stem)
def test_every_snippet_of_a_page_is_taken_by_the_program(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page tells people to type in a shell snippet names only commands and options that there are."""
    monkeypatch.setenv("SHELL", "/bin/bash")
    for line in lines_of(page):
        parse(line)


@pytest.mark.parametrize("line", ["lnet nothing", "lnet goal add", "lnet goal add x --colour red", "lnet log a b --on"])
def test_a_line_the_program_would_refuse_is_noticed(line: str) -> None:
    """The check of examples and snippets can fail."""
    with pytest.raises(UsageError):
        parse(line)
