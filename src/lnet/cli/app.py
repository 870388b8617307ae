"""The root command: lnet's own options, and a group that imports only the command that is called."""

from copy import copy
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click import Command, Context, HelpFormatter
from typer.core import TyperGroup
from typer.main import get_command, get_command_name, get_group
from typer.models import CommandInfo

from lnet.cli.commands import COMMANDS, PANELS
from lnet.cli.settings import Settings

settings = Settings()


class Commands(TyperGroup):
    """A group whose commands are known by name and loaded one at a time (the start of every command pays for this)."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        return load(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The commands in their panels, from the table alone."""
        for panel, entries in PANELS.items():
            with formatter.section(panel):
                formatter.write_dl([(name, entry.help) for name, entry in entries.items()])

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """As Typer does, but suggesting close names without importing every command."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(name, COMMANDS)
            ctx.fail(f"no command '{name}'" + (f" (did you mean {' or '.join(close)}?)" if close else ""))
        return (name, load(name, *args[1:2]), args[1:]) if name in COMMANDS else super().resolve_command(ctx, args)


class Verbs(TyperGroup):
    """A noun's group, whose help wraps the sentence of each verb where Typer would cut it short with "..."."""

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The verbs, each with the first sentence of its help."""
        verbs = [(name, verb) for name in self.list_commands(ctx) if (verb := self.get_command(ctx, name))]
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.get_short_help_str(limit=1000)) for name, verb in verbs if not verb.hidden])


def load(name: str, *verb: str) -> Command:
    """A command of lnet; of a noun that is followed by one of its verbs only this verb is built (the others cost)."""
    noun = import_module(f"lnet.cli.{COMMANDS[name].module}").app
    called = [each for each in noun.registered_commands if spelled(each) in verb]
    if len(noun.registered_commands) > 1:
        noun = copy(noun)
        noun.info = copy(noun.info)
        noun.info.cls = Verbs
        noun.registered_commands = called or noun.registered_commands
        command: Command = get_group(noun)
    else:
        command = get_command(noun)
    command.name = name
    return command


def spelled(verb: CommandInfo) -> str:
    """How a verb is typed."""
    return verb.name or get_command_name(verb.callback.__name__ if verb.callback else "")


app = typer.Typer(
    cls=Commands,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(value: bool) -> None:
    if value:
        from lnet import __version__

        typer.echo(f"lnet {__version__}")
        raise typer.Exit


DB = typer.Option("--db", metavar="FILE", help="The store to use instead of your own.")
VERSION = typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
INSTALL_COMPLETION = typer.Option("--install-completion", metavar="[SHELL]", help="Have your shell complete lnet.")
SHOW_COMPLETION = typer.Option("--show-completion", metavar="[SHELL]", help="Print the script that does it.")


@app.callback()
def root(
    ctx: typer.Context,
    db: Annotated[Path | None, DB] = None,
    version: Annotated[bool, VERSION] = False,
    install_completion: Annotated[str, INSTALL_COMPLETION] = "",
    show_completion: Annotated[str, SHOW_COMPLETION] = "",
) -> Any:
    """A personal learning network in the terminal.

    \b
    lnet log "coffee with Ada yesterday; me: send paper by fri"
    lnet followups
    lnet summary -o network.md
    """
    if db is not None:
        settings.db = db
    if install_completion or show_completion:
        from lnet.cli.completion import shells

        done = shells.install(install_completion) if install_completion else shells.script(show_completion)
        typer.echo(done.rstrip("\n"))
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from lnet.cli.welcome import welcome_or_followups

        welcome_or_followups()
