"""Writes the table that TAB reads, `tree.json`, from the commands: run `python -m lnet.cli.completion.generate`.

The tests check that it has not drifted from them.
"""

import json
from collections.abc import Iterator
from typing import Any

from typer._click import Command, Context, Parameter
from typer._click.types import File
from typer._types import TyperChoice
from typer.core import TyperGroup, TyperOption
from typer.main import get_command
from typer.models import TyperPath

from lnet.cli.app import Commands, app
from lnet.cli.commands import COMMANDS
from lnet.cli.completion.walk import FILE, TEXT, TREE, Node, Option, Value
from lnet.cli.options import Known


def text() -> str:
    """The whole table, one line a command."""
    found = nodes("", get_command(app))
    lines = (f'"{path}": {json.dumps(node, ensure_ascii=False)}' for path, node in found)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def nodes(path: str, command: Command) -> Iterator[tuple[str, Node]]:
    """A command by its path ("contact add"), and all below it."""
    context = Context(command, info_name=path)
    parameters = [each for each in command.get_params(context) if not getattr(each, "hidden", False)]
    options = [option(each) for each in parameters if isinstance(each, TyperOption)]
    arguments = [each for each in parameters if not isinstance(each, TyperOption)]
    many = any(each.nargs == -1 for each in arguments)
    below = commands(command, context)
    yield path, Node(options, [value(each) for each in arguments], many, helps(command, below))
    for name, each in below.items():
        yield from nodes(f"{path} {name}".strip(), each)


def commands(command: Command, context: Context) -> dict[str, Command]:
    """The commands below one, those that are shown."""
    if not isinstance(command, TyperGroup):
        return {}
    found = {name: command.get_command(context, name) for name in command.list_commands(context)}
    return {name: each for name, each in found.items() if each and not each.hidden}


def helps(command: Command, below: dict[str, Command]) -> dict[str, str]:
    """What is said of each command below; for those of lnet itself what `lnet --help` says."""
    if isinstance(command, Commands):
        return {name: entry.help for name, entry in COMMANDS.items()}
    return {name: each.get_short_help_str(limit=1000) for name, each in below.items()}


def option(parameter: TyperOption) -> Option:
    spelled = [*parameter.opts, *parameter.secondary_opts]
    takes = None if parameter.is_flag or parameter.count else value(parameter)
    return Option(spelled, takes, parameter.multiple, parameter.help or "")


def value(parameter: Parameter) -> Value:
    """What an option or argument takes."""
    kind: Any = parameter.type
    if isinstance(kind, TyperChoice):
        return [str(choice).replace("_", "-") for choice in kind.choices]
    if isinstance(kind, Known):
        return kind.kind
    return FILE if isinstance(kind, TyperPath | File) else TEXT


if __name__ == "__main__":
    TREE.write_text(text(), encoding="utf-8")
