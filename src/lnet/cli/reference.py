"""The command reference, written from the program itself: `python -m lnet.cli.reference` (`--check`: only compare)."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from typer._click import Command, Context, Parameter
from typer.main import get_command

from lnet.cli.app import app
from lnet.cli.commands import PANELS

PAGE = Path(__file__).parents[3] / "docs" / "reference.md"
HEADER = """# Command reference

This page is generated from the program by `python -m lnet.cli.reference`; do not edit it.
Every command also takes `-h` and `--help`; `lnet --db FILE` before a command uses another store.
"""
EVERYWHERE = ("help",)


def reference() -> str:
    """The whole page: the commands in their panels, each with its arguments, options and example."""
    root = get_command(app)
    top = Context(root, info_name="lnet")
    parts = [HEADER, *section("lnet", root, top, depth=2)]
    for panel, entries in PANELS.items():
        parts.append(f"\n## {panel}\n")
        for name in entries:
            command = root.get_command(top, name)  # type: ignore[attr-defined]  # the root is a group
            parts += commands(f"lnet {name}", command, Context(command, info_name=name, parent=top))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).rstrip() + "\n"


def commands(path: str, command: Command, context: Context) -> Iterator[str]:
    """A command, and those below it."""
    yield from section(path, command, context, depth=3)
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(f"{path} {name}", below, Context(below, info_name=name, parent=context))


def section(path: str, command: Command, context: Context, depth: int) -> Iterator[str]:
    """One command: how it is called, what it does, its arguments and options."""
    yield f"\n{'#' * depth} `{path}`\n"
    yield f"```\n{path} {' '.join(command.collect_usage_pieces(context))}\n```\n"
    yield from prose((command.help or "").strip())
    rows = [row for parameter in command.get_params(context) if (row := described(parameter, context))]
    if rows:
        yield "| argument or option | meaning |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def prose(text: str) -> Iterator[str]:
    """The help text: its sentences, and its examples as code."""
    for block in text.split("\n\n"):
        lines = [line.strip() for line in block.split("\n") if line.strip() != "\b"]
        examples = [line.removeprefix("Example:").strip() for line in lines]
        if all(example.startswith("lnet") for example in examples):
            yield "```sh\n" + "\n".join(examples) + "\n```\n"
        else:
            yield " ".join(lines) + "\n"


def described(parameter: Parameter, context: Context) -> str:
    """The table row of an argument or option; "" for those that every command has."""
    if parameter.name in EVERYWHERE or getattr(parameter, "hidden", False):
        return ""
    argument = parameter.param_type_name == "argument"
    value = value_of(parameter, context)
    names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    shown = f"`{value}`" if argument else f"{names} `{value}`" if value else names
    return f"| {shown} | {getattr(parameter, 'help', '') or ''} |"


def value_of(parameter: Parameter, context: Context) -> str:
    """What is to be given: DATE, NAME, one word of a list; "" for a flag."""
    if getattr(parameter, "is_flag", False):
        return ""
    metavar = parameter.make_metavar(context).strip("<>{}")
    plain = {"text": "TEXT", "str": "TEXT", "int": "N", "int range": "N", "path": "FILE", "file": "FILE"}
    return plain.get(metavar.lower(), metavar).replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the page; with --check say whether it is what the program would write, by the exit status."""
    text = reference()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("docs/reference.md has drifted: python -m lnet.cli.reference\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
