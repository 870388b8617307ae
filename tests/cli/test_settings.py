"""What the configuration and the environment say."""

from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from lnet.cli.settings import user_directory
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def config(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration file that LNET_CONFIG names; not there yet."""
    path = home / "config.toml"
    monkeypatch.setenv("LNET_CONFIG", str(path))
    return path


def test_a_number_of_the_rules_is_overridden(lnet: Lnet, config: Path) -> None:
    """The table [reminders] holds numbers in place of the defaults, for every command."""
    config.write_text("[reminders]\nclose_days = 40\n", encoding="utf-8")
    check(
        lnet,
        """
        $ lnet add Ada --circle close
        Added Ada · ada · every 40 days (close circle), due Thu 18 Jun
          not right? lnet undo
        """,
    )


def test_the_daily_limit_is_overridden(lnet: Lnet, config: Path) -> None:
    """Fewer are shown, the rest is later."""
    lnet("add Ada")
    lnet("add Wei")
    lnet("promise add ada x --them --by 2026-06-10")
    assert '"limit": 5' in lnet("followups --json").out
    config.write_text("[reminders]\ndaily_limit = 2\n", encoding="utf-8")
    assert '"limit": 2' in lnet("followups --json").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[reminders]\nfrob = 1\n", "[reminders] has no 'frob'"),
        ("[reminders]\nclose_day = 9\n", "[reminders] has no 'close_day' (did you mean close_days"),
        ("[reminders]\nreconnect_weekday = 7\n", "reconnect_weekday is 7, not a whole number from 0 to 6"),
        ("[reminders]\ngoal_drift_times = 0\n", "goal_drift_times is 0, not a whole number from 1 to 100000"),
        ("[reminders]\nclose_days = 0\n", "close_days is 0, not a whole number from 1 to 100000"),
        ("[reminders]\nlearned_longest = 400\n", "learned_longest is 400, not a whole number from 1 to 365"),
        ("[reminders]\nlearned_longest = 0\n", "learned_longest is 0, not a whole number from 1 to 365"),
        ("[reminders]\ndaily_limit = true\n", "daily_limit is True, not a whole number"),
        ('[reminders]\ndaily_limit = "4"\n', "daily_limit is '4', not a whole number"),
        ("reminders = 3\n", "reminders is a table"),
        ("garbage [\n", "config.toml: "),
    ],
)
def test_what_is_no_policy_is_refused(lnet: Lnet, config: Path, text: str, said: str) -> None:
    """One line that names the file, exit status 4, and no store is made."""
    config.write_text(text, encoding="utf-8")
    ran = lnet("add Ada")
    assert (ran.status, ran.out) == (4, "")
    assert str(config) in ran.err
    assert said in ran.err
    assert not (config.parent / "lnet.db").exists()


@pytest.mark.parametrize("kind", ["data", "config", "state"])
@pytest.mark.parametrize("named", ["", "/srv/somewhere"])
def test_a_directory_is_where_platformdirs_puts_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, kind: str, named: str
) -> None:
    """On Linux it is worked out without importing platformdirs."""
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", named)
    expected = getattr(PlatformDirs("lnet", appauthor=False), f"user_{kind}_dir")
    assert user_directory(kind) == Path(expected)


def test_without_a_home_there_is_no_configuration(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that is named by itself needs no home."""
    monkeypatch.setenv("HOME", "not/absolute")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert lnet("followups").status == 0
