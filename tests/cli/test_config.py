"""`lnet config`: settings shown, read and changed, in a file that keeps its comments and order."""

import stat
import tomllib
from pathlib import Path

import pytest

from lnet.cli import keys, meanings
from lnet.cli.completion import complete
from lnet.cli.config_file import line_of, with_value, without
from lnet.cli.policy import LEAST, MOST
from lnet.domain.policy import Policy
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture
def config(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration file that LNET_CONFIG names, in a directory that is not there yet."""
    path = home / "settings" / "config.toml"
    monkeypatch.setenv("LNET_CONFIG", str(path))
    return path


def written(path: Path, text: str) -> None:
    """Give the configuration file a text."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


# --- reading ----------------------------------------------------------------------------------------------------


def test_what_is_set_is_shown_with_its_place(lnet: Lnet, config: Path) -> None:
    """Only what differs from the defaults by being in the file, each with its line; and the files in use."""
    check(
        lnet,
        f"""
        $ lnet config show
        config  {config} (LNET_CONFIG, not there yet)
        store   {config.parent.parent}/lnet.db (LNET_DB, not there yet)
        Everything is as it comes: lnet config show --all lists it.
        """,
    )
    written(config, 'date_order = "dmy"\n\n[reminders]\n# fewer\ndaily_limit = 4\n[me]\nnames = ["Ada", "A. L."]\n')
    check(
        lnet,
        f"""
        $ lnet config show
        config  {config} (LNET_CONFIG)
        store   {config.parent.parent}/lnet.db (LNET_DB, not there yet)
        setting                value       default  from
        date_order             dmy         –        config.toml:1
        me.names               Ada, A. L.  –        config.toml:7
        reminders.daily_limit  4           5        config.toml:5
        """,
    )


def test_everything_is_shown_with_its_meaning(lnet: Lnet, config: Path) -> None:
    """With --all a line for every setting there is; as JSON with value, default, source and meaning."""
    shown = lnet("config show --all").out
    assert all(f"\n{key.name} " in shown for key in keys.every())
    found = data(lnet, "config", "show", "--all")
    assert len(found["settings"]) == len(Policy._fields) + 6
    assert found["settings"][6] == {
        "key": "reminders.daily_limit", "value": 5, "default": 5, "from": "default", "meaning": "people a day",
    }  # fmt: skip
    assert found["config"] == {"path": str(config), "from": "LNET_CONFIG", "exists": False}
    assert data(lnet, "config", "show")["settings"] == []


def test_every_setting_says_what_it_means() -> None:
    """A number of the rules without a line of its own would be shown as a bare name; and none is left over."""
    assert set(meanings.REMINDERS) == set(Policy._fields)
    assert {key.name for key in keys.every() if key.table != "reminders"} == set(meanings.MEANINGS)
    assert {*LEAST, *MOST} <= set(Policy._fields)


def test_every_default_is_one_that_may_be_set() -> None:
    """The bounds leave room for the defaults themselves."""
    assert [key.complaint(key.default) for key in keys.every() if key.default is not None] == [
        "" for key in keys.every() if key.default is not None
    ]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("reminders.close_days", "30\n"),
        ("close_days", "30\n"),
        ("Close-Days", "30\n"),
        ("date_order", ""),
        ("me.names", "Ada\nA. L.\n"),
        ("me-names", "Ada\nA. L.\n"),
        ("me.emails", ""),
    ],
)
def test_one_value_alone(lnet: Lnet, config: Path, key: str, said: str) -> None:
    """Nothing but the value, for scripts; an item a line, nothing for what is not set."""
    written(config, '[me]\nnames = ["Ada", "A. L."]\n')
    assert lnet("config", "get", key).out == said


def test_where_the_file_is(lnet: Lnet, home: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its path, be it there, sound or broken."""
    assert lnet("config path").out == f"{config}\n"
    written(config, "broken [")
    assert lnet("config path").out == f"{config}\n"
    assert data(lnet, "config", "path") == {"path": str(config), "from": "LNET_CONFIG", "exists": True}
    monkeypatch.delenv("LNET_CONFIG")
    assert lnet("config path").out == f"{home}/.config/lnet/config.toml\n"


def test_what_is_no_setting_is_told(lnet: Lnet, config: Path) -> None:
    """A slip of the pen in the file is named, where nothing else would notice it."""
    written(config, 'dateorder = "dmy"\n[me]\nname = "Ada"\n[theme]\ncolour = 1\n')
    assert lnet("config show").out.endswith(
        "'dateorder' in the file is no setting of lnet\n"
        "'me.name' in the file is no setting of lnet\n"
        "'theme' in the file is no setting of lnet\n"
    )
    assert data(lnet, "config", "show")["unknown"] == ["dateorder", "me.name", "theme"]


def test_tab_offers_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    """By names without a full stop, which a shell could part; each of them is taken."""
    complete(["config", "get", ""])
    offered = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert [keys.find(name) for name in offered] == keys.every()


# --- changing ---------------------------------------------------------------------------------------------------


def test_a_setting_is_changed_and_taken_back(lnet: Lnet, config: Path) -> None:
    """The value now and before; once it is unset the default holds again; other commands see it at once."""
    check(
        lnet,
        f"""
        $ lnet config set reminders.close_days 40
        reminders.close_days is 40 (was 30)
          {config}
        $ lnet add Ada --circle close
        Added Ada · ada · every 40 days (close circle), due Thu 18 Jun
          not right? lnet undo
        $ lnet config set close_days 40
        reminders.close_days is 40 (as before)
          {config}
        $ lnet config unset close_days
        reminders.close_days is 30 (was 40)
          {config}
        $ lnet config unset close_days
        reminders.close_days is 30 (as before)
          {config}
        $ lnet config set me.emails ada@x.org a@y.org
        me.emails is ada@x.org, a@y.org (was –)
          {config}
        """,
    )
    assert data(lnet, "config", "set", "date_order", "mdy") == {
        "key": "date_order", "value": "mdy", "before": None, "path": str(config),
    }  # fmt: skip


def test_the_file_is_its_owners_alone(lnet: Lnet, config: Path) -> None:
    """The directory is made 0700, the file 0600; a link to a file elsewhere stays one."""
    assert lnet("config set daily_limit 4").status == 0
    assert [stat.S_IMODE(path.stat().st_mode) for path in (config.parent, config)] == [0o700, 0o600]
    elsewhere = config.with_name("dotfiles.toml")
    config.rename(elsewhere)
    config.symlink_to(elsewhere)
    assert lnet("config set daily_limit 3").status == 0
    assert config.is_symlink()
    assert elsewhere.read_text(encoding="utf-8") == "[reminders]\ndaily_limit = 3\n"


def test_comments_and_order_stay(lnet: Lnet, config: Path) -> None:
    """Everything else in the file is left as it stands, to the last blank."""
    text = '# mine\n[reminders]  # the rules\nwide_days   = 300 # rarely\n\n# me\n[me]\nnames = [ "Ada" ]\n'
    written(config, text)
    lnet("config set wide_days 200")
    assert config.read_text(encoding="utf-8") == text.replace("300", "200")
    lnet("config set close_days 40")
    lnet("config unset close_days")
    assert config.read_text(encoding="utf-8") == text.replace("300", "200")


FILES = [
    "",
    "# only a comment",
    "[reminders]\nclose_days = 3\n[me]\n",
    "[me]\r\nurls = []\r\n\r\n[reminders]\r\nclose_days = 3\r\n",
    "reminders.close_days = 3\n",
    "reminders = { close_days = 3, wide_days = 4 }\n",
    'date_order = "ymd"\n[reminders]\n',
    '[other]\ndate_order = "x"\n[[list]]\nreminders = 1\n',
]


@pytest.mark.parametrize("text", FILES)
@pytest.mark.parametrize(("name", "value"), [("date_order", "dmy"), ("close_days", 40), ("me.names", ["Ada", 'B"'])])
def test_a_change_changes_nothing_else(text: str, name: str, value: object) -> None:
    """Whatever the file looks like, afterwards it holds what it held, and the new value; taken out, it is gone."""
    key = keys.find(name)
    changed = tomllib.loads(with_value(text, key, value))
    before = tomllib.loads(text)
    inside = changed[key.table] if key.table else changed
    assert inside[key.field] == value
    left = tomllib.loads(without(with_value(text, key, value), key))
    for found in (before, left):
        (found.get(key.table, {}) if key.table else found).pop(key.field, None)
    assert {name: each for name, each in left.items() if each != {}} == {
        name: each for name, each in before.items() if each != {}
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[reminders]\nclose_days = 3\n", 2),
        ("reminders.close_days = 3\n", 1),
        ("# [reminders]\n[ reminders ] # x\n\n  close_days=3\n", 4),
        ("[other]\nclose_days = 3\n", None),
        ("close_days = 3\n[reminders]\n#close_days = 3\n", None),
        ("reminders = { close_days = 3 }\n", None),
    ],
)
def test_the_line_of_a_setting(text: str, line: int | None) -> None:
    """Where it is written plainly; none for an inline table, a comment or another table."""
    assert line_of(text, keys.find("close_days")) == line


# --- what cannot be ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("config get close_day", 3, "no setting 'close_day' (did you mean reminders.close_days"),
        ("config set dateorder dmy", 3, "no setting 'dateorder' (did you mean date_order"),
        ("config unset me.name", 3, "(did you mean me.names"),
        ("config get zzz", 3, "no setting 'zzz' · lnet config show --all lists them"),
        ("config set close_days 0", 4, "close_days is 0, not a whole number from 1 to 100000"),
        ("config set close_days often", 4, "close_days is 'often', not a whole number"),
        ("config set close_days 4.5", 4, "close_days is '4.5', not a whole number"),
        ("config set close_days 99999999999999999999", 4, "not a whole number"),
        ("config set reconnect_weekday 7", 4, "reconnect_weekday is 7, not a whole number from 0 to 6"),
        ("config set address_book_birthdays 2", 4, "address_book_birthdays is 2, not a whole number from 0 to 1"),
        ("config set mentor_percent 0", 4, "mentor_percent is 0, not a whole number from 1"),
        ("config set date_order usa", 4, "date_order is 'usa', not dmy, mdy or ymd"),
        ("config set me.names ''", 4, "me.names is [''], not a list such as"),
        ("config set close_days 4 5", 2, "reminders.close_days takes one value"),
        ("config set close_days", 2, ""),
        ("config", 2, ""),
    ],
)
def test_what_cannot_be_set_changes_nothing(lnet: Lnet, config: Path, words: str, status: int, said: str) -> None:
    """One line that names the setting, and no file is made."""
    ran = lnet(words)
    assert ran.status == status
    assert said in ran.err
    assert not config.exists()


@pytest.mark.parametrize("words", ["show", "get close_days", "set close_days 4", "unset close_days"])
@pytest.mark.parametrize("text", ["broken [", "reminders = 3", "\x00"])
def test_a_broken_file_is_named_and_left_alone(lnet: Lnet, config: Path, text: str, words: str) -> None:
    """Nothing is written over what cannot be read."""
    written(config, text)
    ran = lnet(f"config {words}")
    assert (ran.status, ran.out) == (4, "")
    assert str(config) in ran.err
    assert config.read_text(encoding="utf-8") == text


def test_a_value_that_cannot_be_is_mended(lnet: Lnet, config: Path) -> None:
    """The command that would set it right is not refused for what is wrong."""
    written(config, "[reminders]\nclose_days = 0\ndaily_limit = 4\n")
    assert lnet("followups").status == 4
    assert lnet("config show").err == f"lnet: {config}: close_days is 0, not a whole number from 1 to 100000\n"
    assert lnet("config set close_days 40").out.startswith("reminders.close_days is 40 (was 0)")
    assert lnet("followups").status == 0


def test_a_file_that_cannot_be_written_is_named(lnet: Lnet, config: Path) -> None:
    """Exit status 7, with the path and the reason."""
    config.parent.write_text("a file in place of the directory")
    assert lnet("config set close_days 40").status == 7


def test_text_that_would_do_harm_is_shown_safely(lnet: Lnet, config: Path) -> None:
    """Values, and names of what is no setting, pass the one safe function."""
    assert lnet("config", "set", "me.names", HOSTILE).status == 0
    for words in ("config show", "config get me.names"):
        assert_safe(lnet(words).out)
    assert data(lnet, "config", "get", "me.names")["value"] == [HOSTILE]
