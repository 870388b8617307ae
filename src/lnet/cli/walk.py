"""Which words may follow on a command line: commands, sub-commands, options, and the values of either."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from typer._click import Command, Context, Parameter
from typer._click.shell_completion import _resolve_context, _resolve_incomplete
from typer._click.types import File
from typer._types import TyperChoice
from typer.main import get_command
from typer.models import TyperPath

from lnet.cli.app import Commands, app, settings
from lnet.cli.commands import COMMANDS
from lnet.cli.completion import FILES, Candidate

NOTHING = Path(os.devnull)  # behind `demo` nobody of one's own is offered
PATHS = (TyperPath, File)


def following(before: Sequence[str], incomplete: str) -> Iterator[Candidate]:
    """Every candidate that may stand in the place of `incomplete`, after the words before it."""
    words = [word for word in before if word != "="]  # bash parts --circle=close at the equals sign
    demo = words[:1] == ["demo"] and (len(words) > 1 or not incomplete.startswith("-"))
    words = words[1:] if demo else words
    context = _resolve_context(get_command(app), {}, "lnet", list(words))
    settings.db = NOTHING if demo else context.find_root().params.get("db")
    place, incomplete = _resolve_incomplete(context, words, incomplete)
    if isinstance(place, Parameter):
        return values(context, place, incomplete)
    return names(context, place, incomplete)


def values(context: Context, parameter: Parameter, incomplete: str) -> Iterator[Candidate]:
    """What an option or argument may be: words of a vocabulary, things of the store, or files."""
    if isinstance(parameter.type, PATHS):
        yield FILES, ""
    if isinstance(parameter.type, TyperChoice):
        incomplete = incomplete.replace("-", "_")
    for item in parameter.shell_complete(context, incomplete):
        yield str(item.value).replace("_", "-"), item.help or ""


def names(context: Context, command: Command, incomplete: str) -> Iterator[Candidate]:
    """The options, commands or sub-commands that start so; those of lnet itself without importing one of them."""
    if isinstance(command, Commands) and not incomplete.startswith("-"):
        yield from ((name, entry.help) for name, entry in COMMANDS.items() if name.startswith(incomplete))
    else:
        yield from ((item.value, item.help or "") for item in command.shell_complete(context, incomplete))
