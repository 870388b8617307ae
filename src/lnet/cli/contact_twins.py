"""`lnet contact duplicates`, `merge` and `distinct`: one person who stands in the network twice or more, or not."""

from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.contact_edit import found
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, Known, People, Person, Yes

Keep = Annotated[str, typer.Argument(metavar="KEEP", help="Who is kept.", click_type=Known("contact"))]
Others = Annotated[
    list[str], typer.Argument(metavar="OTHER...", help="Who is the same person.", click_type=Known("contact"))
]
Most = Annotated[int, typer.Option("--limit", min=0, help="At most this many pairs.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take it away: they may be one person.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be moved.")]


def duplicates(limit: Most = 20, everything: All = False, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """Contacts that may be one person.

    The same address, the same name, a nickname, an initial, a slip of the pen: the strongest evidence first, with
    what speaks against it and the command that merges. Nothing is merged by itself; who was told apart with contact
    distinct is left out.

    Example: lnet contact duplicates --limit 5
    """
    from lnet.render.human import duplicates as human
    from lnet.services.duplicates import duplicates as find

    with opened() as store:
        result = find(store, None if everything else limit)
    if as_json or as_csv:
        answer_list(result.pairs, "contact.duplicates", lambda rows, screen: None, as_json=as_json, as_csv=as_csv)
    else:
        answer(result, "contact.duplicates", human.listed)


def merge(keep: Keep, others: Others, dry_run: DryRun = False, yes: Yes = False, as_json: AsJson = False) -> None:
    """Merge contacts that are one person.

    Everything of the others moves to the one who is kept; where both say something, the kept one's word stands, and
    the answer tells. Nothing is asked: undo parts them again, exactly.

    Example: lnet contact merge ada ada-lovelace-2
    """
    from lnet.render.human import merge as human
    from lnet.services.merges import merge as merge_contacts
    from lnet.services.names import resolve, resolve_all

    with opened() as store:
        result = merge_contacts(store, resolve(store, keep), resolve_all(store, others), dry_run=dry_run)
    answer(result, "contact.merge", human.merged, as_json=as_json)


def distinct(person: Person, others: People, remove: Remove = False, as_json: AsJson = False) -> None:
    """Note that contacts are different people, however alike.

    contact duplicates does not name them again.

    Example: lnet contact distinct wei-chen wei-chen-2
    """
    from lnet.render.human import distinct as human
    from lnet.services import distinct as service
    from lnet.services.names import resolve

    with opened() as store:
        who, those = resolve(store, person), found(store, others)
        result = (service.doubt if remove else service.part)(store, who, those)
    answer(result, "contact.distinct", human.told("may be" if remove else "is not", those), as_json=as_json)
