"""Settings and the files in use, as they are answered; which there are and what they may be, `cli` knows."""

from typing import Any, NamedTuple

DEFAULT = "default"


class Setting(NamedTuple):
    """A setting as it is in force; `source` is "default", or the file and line that says so."""

    key: str
    value: Any
    default: Any
    source: str
    meaning: str

    def as_json(self) -> dict[str, Any]:
        """The fields, with the source as `from`."""
        return {
            "key": self.key, "value": self.value, "default": self.default, "from": self.source,
            "meaning": self.meaning,
        }  # fmt: skip


class Place(NamedTuple):
    """A file that is in use, and what says so: "default", "--db", or a variable of the environment."""

    path: str
    source: str
    exists: bool

    def as_json(self) -> dict[str, Any]:
        """The fields, with the source as `from`."""
        return {"path": self.path, "from": self.source, "exists": self.exists}


class Shown(NamedTuple):
    """The files in use, the settings that were asked for, and what the file holds that is no setting."""

    config: Place
    store: Place
    settings: tuple[Setting, ...]
    unknown: tuple[str, ...]


class Changed(NamedTuple):
    """A setting as it is now, its value before, and the file that says so."""

    key: str
    value: Any
    before: Any
    path: str
