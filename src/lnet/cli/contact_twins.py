"""`lnet contact merge`: one person who stands in the network twice or more."""

from typing import Annotated

import typer

from lnet.cli.answer import answer
from lnet.cli.opened import opened
from lnet.cli.options import AsJson, Known, Yes
from lnet.render.human import merge as human_merge
from lnet.services.merges import merge as merge_contacts
from lnet.services.names import resolve, resolve_all

Keep = Annotated[str, typer.Argument(metavar="KEEP", help="Who is kept.", click_type=Known("contact"))]
Others = Annotated[
    list[str], typer.Argument(metavar="OTHER...", help="Who is the same person.", click_type=Known("contact"))
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be moved.")]


def merge(keep: Keep, others: Others, dry_run: DryRun = False, yes: Yes = False, as_json: AsJson = False) -> None:
    """Merge contacts that are one person.

    Everything of the others moves to the one who is kept; where both say something, the kept one's word stands, and
    the answer tells. Nothing is asked: undo parts them again, exactly.

    Example: lnet contact merge ada ada-lovelace-2
    """
    with opened() as store:
        result = merge_contacts(store, resolve(store, keep), resolve_all(store, others), dry_run=dry_run)
    answer(result, "contact.merge", human_merge.merged, as_json=as_json)
