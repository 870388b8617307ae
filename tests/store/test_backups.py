"""The backups there are: listed, thinned, and one made with the first change of a day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lnet.store import backups
from lnet.store.backups import Backup, back_up_daily, is_due, superfluous, thin
from lnet.store.connect import Store
from tests.conftest import Lnet

NOW = datetime.now(UTC)


def made(store: Path, days: float, why: str = "daily", size: int = 10) -> Path:
    """A file named as a backup of so many days ago."""
    folder = store.parent / "backups"
    folder.mkdir(exist_ok=True)
    path = folder / f"{store.stem}-{NOW - timedelta(days=days):%Y%m%dT%H%M%SZ}-{why}.db"
    path.write_bytes(b"x" * size)
    return path


def test_backups_are_listed_newest_first_and_only_ones_own(store: Store) -> None:
    """Other stores in the same folder, unfinished copies and strange files are not among them."""
    old, new = made(store.path, 9, "before-migration"), made(store.path, 2)
    made(store.path.with_name("other.db"), 1)
    (old.parent / ".abcd.new").write_bytes(b"")
    (old.parent / "lnet-notes.txt").write_bytes(b"")
    found = backups.backups(store.path)
    assert [each.path for each in found] == [new, old]
    assert [each.why for each in found] == ["daily", "before-migration"]
    assert [each.size_bytes for each in found] == [10, 10]


def test_old_ones_go_but_not_those_made_by_hand(store: Store) -> None:
    """Of many a few stay for each period; who made one by hand decides when it goes."""
    for days in range(3, 60):
        made(store.path, days)
    by_hand = [made(store.path, days, "by-hand") for days in (20.2, 40.2)]
    gone = thin(store.path, NOW.date())
    left = [each.path for each in backups.backups(store.path)]
    assert len(left) < 20
    assert set(by_hand) <= set(left)
    assert not set(gone) & set(left)


def test_all_together_stay_under_a_size(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest go first; the newest stays however large it is."""
    monkeypatch.setattr(backups, "ALL_BYTES", 25)
    found = [Backup(Path(str(day)), NOW - timedelta(days=day), "daily", 10) for day in range(6)]
    assert [each.path.name for each in superfluous(found, NOW.date())] == ["3", "4", "5"]


def test_one_is_due_each_day_and_of_a_very_large_store_each_week(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the local day of the newest, whatever it was made for."""
    now = datetime.now().astimezone()
    assert is_due(store.path, now)
    made(store.path, 1, "import")
    assert is_due(store.path, now)
    monkeypatch.setattr(backups, "WEEKLY_BYTES", 100)
    assert not is_due(store.path, now)
    assert is_due(store.path, now + timedelta(days=6))


def test_one_made_while_the_clock_was_ahead_keeps_off_none(store: Store) -> None:
    """A backup of a day to come is not the day's; the one that is made then is, and so nothing is made twice."""
    now = datetime.now().astimezone()
    ahead = made(store.path, -900)
    assert is_due(store.path, now)
    back_up_daily(store.path, now, 1)
    assert not is_due(store.path, now)
    assert next(each.path for each in backups.backups(store.path)) == ahead
    assert len(backups.backups(store.path)) == 2


def test_a_large_store_is_copied_by_a_child(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for it, and it is not started twice."""
    started: list[Path] = []
    monkeypatch.setattr(backups, "AT_ONCE_BYTES", 100)
    monkeypatch.setattr(backups, "start_child", lambda path, *_: started.append(path))
    back_up_daily(store.path, NOW.astimezone(), 1)
    assert started == [store.path]
    (store.path.parent / "backups").mkdir()
    (store.path.parent / "backups" / ".abcd.new").write_bytes(b"")
    back_up_daily(store.path, NOW.astimezone(), 1)
    assert started == [store.path]


def test_the_child_makes_the_backup(store: Store) -> None:
    """It is a program of its own."""
    assert backups.main(str(store.path), NOW.date().isoformat(), "1") == 0
    assert [each.why for each in backups.backups(store.path)] == ["daily"]


def test_the_first_change_of_a_day_makes_a_backup(lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking makes none, and the second change neither."""
    monkeypatch.setenv("LNET_BACKUPS", "")
    assert lnet("contact list").status == 0
    assert not (home / "backups").exists()
    assert lnet("contact add Ada").status == 0
    assert len(list((home / "backups").iterdir())) == 1
    assert lnet("contact add Bob").status == 0
    assert len(list((home / "backups").iterdir())) == 1


def test_a_backup_that_cannot_be_made_is_told_and_no_more(
    lnet: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked for is done and stored; the line goes to standard error."""
    monkeypatch.setenv("LNET_BACKUPS", "")
    (home / "backups").write_text("in the way")
    ran = lnet("contact add Ada")
    assert ran.status == 0
    assert ran.err.startswith("lnet: no backup was made today: cannot back up to")
    assert "Ada" in lnet("contact list").out
