"""`lnet demo`: any command on a sample network that is made for it and thrown away afterwards."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.app import settings
from lnet.cli.commands import COMMANDS
from lnet.render.human import demo as human
from lnet.render.screen import screen
from lnet.services import demo as sample

PASS_ON = {"ignore_unknown_options": True, "allow_extra_args": True, "allow_interspersed_args": False}

KEEP = typer.Option("--keep", metavar="FILE", help="Write the sample network to a new file.")

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(context_settings=PASS_ON, options_metavar="[OPTIONS] [COMMAND...]")
def demo(
    ctx: typer.Context,
    keep: Annotated[Path | None, KEEP] = None,
) -> None:
    """Any command on a sample network: a year of mentors, peers, promises and goals.

    Example: lnet demo followups
    """
    words = list(ctx.args)
    if keep is not None:
        answer(sample.keep(keep), "demo", human.kept, as_json="--json" in words)
        return
    bare = not words
    if bare:
        human.before(screen())
    status = run_on_sample(words)
    if bare:
        human.after(screen())
    if status:
        raise typer.Exit(status)


def run_on_sample(words: Sequence[str]) -> int:
    """Run one command line on a sample of its own; gives back the exit status."""
    from lnet.cli.run import dispatch

    with tempfile.TemporaryDirectory(prefix="lnet-demo-") as folder, sample_settings(Path(folder)) as store:
        sample.build(store)
        remember_rows(store)
        return dispatch(command_first(words))


def command_first(words: Sequence[str]) -> list[str]:
    """The command before the options that were typed in front of it; without a command the list of the morning."""
    options = [*takewhile(lambda word: word.startswith("-"), words)]
    rest = [*words[len(options) :]]
    return [*rest, *options] if rest and rest[0] in COMMANDS else ["followups", *words]


def remember_rows(path: Path) -> None:
    """As if the sample's list had just been seen, so that `lnet demo done 2` means its second row."""
    from lnet.cli.seen import remember
    from lnet.services.followups import morning
    from lnet.store.connect import open_store

    store = open_store(path, sample.TODAY)
    try:
        remember(path, sample.TODAY, [line.who.person.uid for line in morning(store).people])
    finally:
        store.close()


@contextmanager
def sample_settings(folder: Path) -> Iterator[Path]:
    """An environment in which store, day, configuration and state are the sample's; gives the path of its store."""
    store = folder / "lnet.db"
    theirs = {
        "LNET_DB": str(store), "LNET_TODAY": sample.TODAY.isoformat(), "LNET_CONFIG": str(folder / "config.toml"),
        "XDG_STATE_HOME": str(folder), "XDG_DATA_HOME": str(folder),
    }  # fmt: skip
    ours = {name: os.environ.get(name) for name in theirs}
    os.environ.update(theirs)
    settings.reset()
    try:
        yield store
    finally:
        for name, value in ours.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
        settings.reset()
