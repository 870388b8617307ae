"""`lnet import`: people from files."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer._types import TyperChoice

from lnet.cli.answer import answer
from lnet.cli.locks import Identity
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Circle, Every, Topics, Yes, every_days
from lnet.cli.progress import progress, stages
from lnet.cli.settings import can_ask
from lnet.cli.sources import source
from lnet.domain.cards import Batch, PersonCard
from lnet.exchange.columns import read_map
from lnet.exchange.formats import FORMATS, read
from lnet.exchange.source import Source
from lnet.render.human import imported as human
from lnet.services.drafts import Given
from lnet.services.imports import BUSY_WEEK, Report, bring_in

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMAT = typer.Option("--format", click_type=TyperChoice(tuple(FORMATS)), help="Their format, else seen by content.")
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files; - reads standard input.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would become of every row, and change nothing.")]
Map = Annotated[list[str], typer.Option("--map", metavar="COLUMN=FIELD", help="What the columns of a table hold.")]
Review = Annotated[bool, typer.Option("--review", help="Ask about doubles and strangers, on a terminal.")]
Create = Annotated[bool, typer.Option("--create", help="Add strangers who took part in conversations.")]


@app.command("import")
def import_(
    files: Files, kind: Annotated[str | None, FORMAT] = None, dry_run: DryRun = False,
    topics: Topics = [],  # noqa: B006  # Typer makes a new one for each call
    circle: Circle = None, every: Every = None, create: Create = False,
    columns: Map = [],  # noqa: B006  # the same
    review: Review = False, identity: Identity = None, yes: Yes = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Bring people in from files; the same file again changes nothing, a newer one brings what is new in it.

    They stand in the address book until a circle, a conversation or a link takes them in. --topic, --circle and
    --every are given to everybody in the file who has nothing else.

    Example: lnet import Connections.csv --dry-run
    """
    if review:
        from lnet.cli.import_review import ask_strangers, ask_twins, refuse_without_a_terminal

        refuse_without_a_terminal(other=dry_run or as_json)
    given = Given(tuple(topics), circle or None, every_days(every))
    asks = can_ask() and not (yes or dry_run or as_json)
    said = read_map(columns)
    batches = [read_watched(source(file, said, identity), kind) for file in files]
    with opened() as store:
        invited = ask_strangers(store, batches) if review and not create else set()
        if asks and (circle or every or has_pace(batches)):
            agree(bring_in(store, batches, given, create=create, keep=False, invited=invited))
        with progress("Importing", sum(batch.size for batch in batches)) as tick:
            report = bring_in(store, batches, given, create=create, keep=not dry_run, tick=tick, invited=invited)
        if is_busy(report) and not (asks or yes):
            print(f"lnet: {pace_words(report)}", file=sys.stderr)  # noqa: T201  # no stored text in it
        answer(report, "import", human.report, as_json=as_json)
        if review:
            ask_twins(store, report.came)


def read_watched(source: Source, kind: str | None) -> Batch:
    """What a file holds; whoever waits longer than a moment sees that it is being read."""
    with stages("Reading", None) as begin:
        begin("the file")
        return read(source, kind)


def has_pace(batches: Sequence[Batch]) -> bool:
    """Whether the files themselves say how often to talk to somebody."""
    return any(isinstance(item, PersonCard) and item.pace for batch in batches for item in batch.items)


def agree(report: Report) -> None:
    """Ask before an import that asks for more conversations than a day a week can hold; raises Abort for a no."""
    if is_busy(report):
        typer.confirm(f"{pace_words(report)}. Go on?", abort=True, err=True)


def is_busy(report: Report) -> bool:
    """Whether the cadences given ask for more conversations a week than one a day."""
    return report.a_week is not None and report.a_week > BUSY_WEEK


def pace_words(report: Report) -> str:
    """How much all cadences together ask for."""
    return f"that makes {report.a_week:.1f} conversations a week in all"
