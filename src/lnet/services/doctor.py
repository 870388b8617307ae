"""A check-up of the store: everything that could be wrong looked for, and what can be mended mended."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from lnet.store import mend
from lnet.store.audit import CHECKS, Passing, audit, files, unheard
from lnet.store.audit.finding import Finding
from lnet.store.backups import Backup, backups
from lnet.store.connect import Store
from lnet.store.forget.file import write_anew
from lnet.store.journal import size

MOST_CHECKS = len(CHECKS)  # a broken file gets no further than the first


class Checkup(NamedTuple):
    """What was found, what of it is mended now, how much was looked at, and the newest backup (None: there is none).

    `mended` are the cures that were carried out, in the order of the findings.
    """

    path: Path
    findings: tuple[Finding, ...]
    mended: tuple[str, ...]
    steps: int
    changes: int
    newest: Backup | None

    @property
    def left(self) -> tuple[Finding, ...]:
        """What is still wrong."""
        return tuple(each for each in self.findings if each.cure not in self.mended)

    def as_json(self) -> dict[str, Any]:
        """The findings with what mends them ("" where only a backup helps) and whether it was done."""
        found = [each._asdict() | {"mended": each.cure in self.mended} for each in self.findings]
        newest = self.newest.path.name if self.newest else None
        return {
            "store": str(self.path), "sound": not self.left, "findings": found, "steps": self.steps,
            "changes": self.changes, "newest_backup": newest,
        }  # fmt: skip


def examine(store: Store, more: Iterable[Path] = (), *, fix: bool = False, passing: Passing = unheard) -> Checkup:
    """Look at everything; `more` are files and folders of the person's that must be their own too.

    `passing` is told of each of the `CHECKS` of the content before it is made.

    With `fix` what can be made anew is: undo takes back the keys alone, the rest changes no data. Nothing is mended in
    a store that SQLite finds broken.
    """
    findings = (*audit(store.db, passing), *files.findings(store.path, more))
    cures: dict[str, Callable[[], None]] = {
        "schema": lambda: mend.make_anew(store.db), "keys": lambda: mend.set_keys(store),
        "permissions": lambda: mend.close_to_others(store.path, more),
        "leftovers": lambda: mend.clear_leftovers(store.path), "traces": lambda: write_anew(store),
    }  # fmt: skip
    wanted = tuple(dict.fromkeys(each.cure for each in findings if each.cure)) if fix else ()
    for cure in wanted:
        cures[cure]()
    return Checkup(store.path, findings, wanted, *size(store), next(iter(backups(store.path)), None))
