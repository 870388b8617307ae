"""`lnet config`: your settings, what is in force and what says so."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._types import TyperChoice

from lnet.cli import keys
from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.keys import Key
from lnet.cli.options import All, AsJson
from lnet.render.human import config as human
from lnet.services.settings import DEFAULT, Changed, Place, Setting, Shown

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Your settings: show, get, set."
)


class KeyName(TyperChoice[str]):
    """The name of a setting: TAB offers all of them; what is none of them is for `keys.find` to refuse."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        return value


KEY = typer.Argument(
    metavar="KEY",
    help="A setting: reminders.close_days, or just close_days.",
    click_type=KeyName([key.short for key in keys.every()]),
)
KeyText = Annotated[str, KEY]
Values = Annotated[list[str], typer.Argument(metavar="VALUE...", help="Its value; several for a list.")]


@app.command()
def show(everything: All = False, as_json: AsJson = False) -> None:
    """What is set otherwise than by default, and where; with --all every setting with what it means.

    Example: lnet config show --all
    """
    text = file_text()
    found = [setting(key, text) for key in keys.every()]
    wanted = tuple(each for each in found if everything or each.source != DEFAULT)
    result = Shown(config_place(), store_place(), wanted, keys.unknown(settings.config, settings.config_path))
    answer(result, "config.show", human.everything if everything else human.shown, as_json=as_json)


@app.command()
def get(key: KeyText, as_json: AsJson = False) -> None:
    """The value of a setting that is in force.

    Example: lnet config get reminders.close_days
    """
    answer(setting(keys.find(key), file_text()), "config.get", human.value, as_json=as_json)


@app.command("set")
def set_(key: KeyText, value: Values, as_json: AsJson = False) -> None:
    """Give a setting another value; the file keeps its comments and its order.

    Example: lnet config set reminders.close_days 40
    """
    from lnet.cli.config_file import with_value

    wanted = keys.find(key)
    new, before = wanted.from_words(value), value_now(wanted)
    write(with_value(file_text(), wanted, new))
    answer(Changed(wanted.name, new, before, str(settings.config_path)), "config.set", human.changed, as_json=as_json)


@app.command()
def unset(key: KeyText, as_json: AsJson = False) -> None:
    """Take a setting out of the file, so that the default holds again.

    Example: lnet config unset reminders.close_days
    """
    from lnet.cli.config_file import without

    wanted = keys.find(key)
    before = value_now(wanted)
    if wanted.field in keys.table(settings.config, wanted.table, settings.config_path):
        write(without(file_text(), wanted))
    result = Changed(wanted.name, wanted.default, before, str(settings.config_path))
    answer(result, "config.unset", human.changed, as_json=as_json)


@app.command()
def path(as_json: AsJson = False) -> None:
    """Where the configuration file is, or would be.

    Example: lnet config path
    """
    answer(config_place(), "config.path", human.path, as_json=as_json)


# --- what is in force -------------------------------------------------------------------------------------------


def setting(key: Key, text: str) -> Setting:
    """A setting with what says so: the file, whose text this is, or nothing but the default."""
    value, at = key.among(settings.config, settings.config_path), settings.config_path
    source = DEFAULT
    if key.field in keys.table(settings.config, key.table, at):
        from lnet.cli.config_file import line_of

        line = line_of(text, key)
        source = f"{at.name}:{line}" if line else at.name
    return Setting(key.name, value, key.default, source, key.meaning)


def value_now(key: Key) -> Any:
    """The value in the file, be it one that it cannot have (which is about to be mended), else the default."""
    return keys.table(settings.config, key.table, settings.config_path).get(key.field, key.default)


def config_place() -> Place:
    """The configuration file."""
    at = settings.config_path
    return Place(str(at), "LNET_CONFIG" if os.environ.get("LNET_CONFIG") else DEFAULT, at.exists())


def store_place() -> Place:
    """The store."""
    at = settings.store_path
    source = "--db" if settings.db else "LNET_DB" if os.environ.get("LNET_DB") else DEFAULT
    return Place(str(at), source, at.exists())


# --- the file ---------------------------------------------------------------------------------------------------


def file_text() -> str:
    """The text of the configuration file, which is sound; "" where there is none. Raises what reading it raises."""
    at = settings.config_path
    return at.read_bytes().decode() if settings.config or at.exists() else ""


def write(text: str) -> None:
    """Put a text in place of the configuration file, readable by its owner alone; its directory is made if need be."""
    from lnet.cli.files import replace_file

    at = Path(settings.config_path)
    at.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(str(at), text)
