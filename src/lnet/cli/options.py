"""Options and arguments that mean the same everywhere, spelled once."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer
from typer._click.types import ParamType
from typer._types import TyperChoice

from lnet.cli.app import settings
from lnet.domain import vocabulary as words


class OneOf(TyperChoice[str]):
    """One word of a vocabulary; "-" and "_" are the same in it, and "" (to clear, on edit) is let through."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        return value if value == "" else super().convert(str(value).replace("-", "_"), param, ctx)


def one_of(allowed: Sequence[str], *names: str, **more: Any) -> Any:
    """An option that takes one word of a vocabulary."""
    return typer.Option(*names, click_type=OneOf(allowed, case_sensitive=False), **more)


class Known(ParamType):
    """Any text; TAB offers what the store knows of a kind ("contact", "goal", "topic", "ref" …).

    `python -m lnet.cli.completion.generate` writes that down for TAB, which imports no command.
    """

    name = "text"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        return value


AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Answer as CSV.")]
AsSlugs = Annotated[bool, typer.Option("--slugs", help="Answer with one slug a line, for pipes.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Limit = Annotated[int | None, typer.Option("--limit", min=0, help="At most this many.")]
All = Annotated[bool, typer.Option("--all", help="Everything, also what is left out by default.")]

Person = Annotated[str, typer.Argument(metavar="NAME", help="A name, nickname or slug.", click_type=Known("contact"))]
People = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...",
        help="Names, nicknames or slugs; - reads slugs from standard input.",
        click_type=Known("contact"),
    ),
]
With = Annotated[list[str], typer.Option("--with", help="A person; repeatable.", click_type=Known("contact"))]
Topics = Annotated[list[str], typer.Option("--topic", "-t", help="A topic; repeatable.", click_type=Known("topic"))]
NoTopics = Annotated[list[str], typer.Option("--no-topic", help="Take a topic away.", click_type=Known("topic"))]
Goals = Annotated[list[str], typer.Option("--goal", "-g", help="A goal; repeatable.", click_type=Known("goal"))]
Goal = Annotated[str | None, typer.Option("--goal", "-g", help="A goal.", click_type=Known("goal"))]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When it happened.")]
By = Annotated[str | None, typer.Option("--by", metavar="DATE", help="When it is due.")]
Every = Annotated[str | None, typer.Option("--every", metavar="DURATION", help="How often: 30d, 2w, 3m, 1y, never.")]
Note = Annotated[str | None, typer.Option("--note", help="A note.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day.")]
Circle = Annotated[str | None, one_of(words.CIRCLES, "--circle", help="How often you aim to show up.")]
Roles = Annotated[list[str], one_of(words.ROLES, "--role", help="What they are to you; repeatable.")]
Via = Annotated[str | None, one_of(words.CHANNELS, "--via", help="The channel.")]


def past_day(text: str | None) -> date | None:
    """The day that an option about what happened means; None if it was not given, "" stays to clear it."""
    if not text:
        return None
    from lnet.domain.dates import PAST, read_date

    return read_date(text, settings.today, PAST, settings.date_order)


def future_day(text: str | None) -> date | None:
    """The day that an option about what is due means; None if it was not given."""
    if not text:
        return None
    from lnet.domain.dates import FUTURE, read_date

    return read_date(text, settings.today, FUTURE, settings.date_order)


def every_days(text: str | None) -> int | None:
    """The days of an --every option (0: never); None if it was not given."""
    if not text:
        return None
    from lnet.domain.dates import read_every

    return read_every(text)


def named(texts: Sequence[str]) -> list[str]:
    """The names of a positional that takes many; a lone "-" reads one a line from standard input."""
    if list(texts) != ["-"]:
        return list(texts)
    import sys

    from lnet.errors import UsageError

    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("- reads names from standard input, which is a terminal")
    return [line.strip() for line in sys.stdin if line.strip()]
