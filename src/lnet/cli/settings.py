"""What the environment and the options of `lnet` itself say; the one place that reads either, and the clock."""

import os
import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from lnet.domain.policy import Policy
from lnet.errors import BadInputError, FileError

XDG = {"data": "~/.local/share", "config": "~/.config", "state": "~/.local/state"}


class Settings:
    """Where the store is and which day it is; `config` is read from the file when first asked for."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget what one command line said, before the next (tests, `lnet demo`)."""
        self.db: Path | None = None
        self._config: dict[str, Any] | None = None
        self.stored: int | None = None  # the step that is stored, whatever becomes of the answer

    @property
    def store_path(self) -> Path:
        """`--db`, else LNET_DB, else lnet.db in the user's data directory."""
        return self.db or from_environment("LNET_DB") or user_directory("data") / "lnet.db"

    @property
    def config_path(self) -> Path:
        """LNET_CONFIG, else config.toml in the user's config directory."""
        return from_environment("LNET_CONFIG") or user_directory("config") / "config.toml"

    @property
    def today(self) -> date:
        """LNET_TODAY, else the local day."""
        fixed = os.environ.get("LNET_TODAY", "")
        if not fixed:
            return date.today()  # noqa: DTZ011  # the person's own calendar day is meant
        try:
            return date(*map(int, re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", fixed).groups()))  # type: ignore[union-attr]
        except (AttributeError, ValueError):  # no match, or no such day
            raise BadInputError(f"LNET_TODAY: '{fixed}' is not a day such as 2026-06-15") from None

    @property
    def busy_seconds(self) -> float:
        """How long to wait for another writer: LNET_BUSY_SECONDS, else 30."""
        text = os.environ.get("LNET_BUSY_SECONDS")
        if text is None:
            return 30.0
        if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]+)?", text):
            raise BadInputError(f"LNET_BUSY_SECONDS: '{text}' is not a number of seconds")
        return float(text)

    @property
    def now(self) -> datetime:
        """The real time, in the person's own time zone, whatever LNET_TODAY says: files bear it."""
        return datetime.now().astimezone()

    @property
    def daily_backups(self) -> bool:
        """Whether the first change of a day makes a backup: not with LNET_BACKUPS=0, for stores to be thrown away."""
        return os.environ.get("LNET_BACKUPS", "") != "0"

    @property
    def config(self) -> dict[str, Any]:
        """The configuration file; empty where there is none, and where nobody has a home for one."""
        if self._config is None:
            try:
                path = self.config_path
            except FileError:
                if os.environ.get("LNET_CONFIG"):
                    raise
                return {}
            self._config = read_config(path)
        return self._config

    @property
    def date_order(self) -> str | None:
        """How a numeric date such as 03/04/2026 reads: "dmy", "mdy", "ymd"; None: refused as ambiguous."""
        if "date_order" not in self.config:
            return None
        from lnet.cli.keys import DATE_ORDER

        order: str = DATE_ORDER.among(self.config, self.config_path)
        return order

    @property
    def phone_region(self) -> str | None:
        """The country whose telephone numbers are typed without its code, as two letters: "DE"; None for none."""
        if "phone_region" not in self.config:
            return None
        from lnet.cli.keys import PHONE_REGION

        region: str = PHONE_REGION.among(self.config, self.config_path)
        return region.upper()

    @property
    def policy(self) -> Policy:
        """The numbers of the reminder rules: the defaults, but for those in the table [reminders] of the file."""
        if "reminders" not in self.config:
            return Policy()
        from lnet.cli.policy import overridden

        return overridden(self.config["reminders"], self.config_path)


def from_environment(name: str) -> Path | None:
    """The path in an environment variable; None if it is unset or empty."""
    text = os.environ.get(name, "")
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError as error:
        raise FileError(text, "no such home directory", doing="find", hint=f"set {name} to a whole path") from error


def user_directory(kind: str) -> Path:
    """The user's data, config or state directory for lnet; a relative XDG path is ignored, as XDG asks."""
    variable = f"XDG_{kind.upper()}_HOME"
    if not os.path.isabs(os.environ.get(variable, "/")):
        del os.environ[variable]
    if sys.platform == "linux":  # what platformdirs would say; importing it costs as much as half a command
        path = Path(os.environ.get(variable) or os.path.expanduser(XDG[kind])) / "lnet"
    else:
        from platformdirs import PlatformDirs

        path = Path(getattr(PlatformDirs("lnet", appauthor=False), f"user_{kind}_dir"))
    if not path.is_absolute():
        raise FileError(str(path), "no home directory", doing="find", hint="set HOME, or LNET_DB and LNET_CONFIG")
    return path


def read_config(path: Path) -> dict[str, Any]:
    """The parsed TOML file at `path`, or nothing if there is none."""
    if not path.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileError(str(path), error.strerror or "unreadable", doing="read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(f"{path}: {error}") from None


def on_terminal() -> bool:
    """Whether answers go to a terminal (and are not asked to be plain)."""
    return sys.stdout is not None and sys.stdout.isatty()


def can_ask() -> bool:
    """Whether a person is there to answer a question."""
    return on_terminal() and sys.stdin is not None and sys.stdin.isatty()
