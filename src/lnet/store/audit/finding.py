"""What an audit finds."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Something that is wrong, in words. `cure`: how `doctor --fix` mends it, "" where only a backup helps.

    "schema": triggers, views, figures and search index are made anew; "keys": the forms in which names are looked up;
    "permissions"; "leftovers": unfinished files; "traces": the file is written anew.
    """

    what: str
    cure: str = ""
