"""Settings, as people read them."""

from typing import Any

from lnet.render.human.rows import NOTHING, table
from lnet.render.screen import Column, Screen, Span, Styled
from lnet.services.settings import DEFAULT, Changed, Place, Setting, Shown

COLUMNS = [Column("setting", keep=True), Column("value"), Column("default"), Column("from")]
ALL_COLUMNS = [Column("setting", keep=True), Column("value"), Column("from"), Column("meaning")]


def shown(result: Shown, screen: Screen) -> None:
    """The files in use, and what is set otherwise than by default."""
    places(result, screen)
    if not result.settings:
        screen.line("Everything is as it comes: lnet config show --all lists it.")
    table(screen, COLUMNS, [row(each) for each in result.settings], main=1)
    strange(result, screen)


def everything(result: Shown, screen: Screen) -> None:
    """The files in use, and every setting with what it means."""
    places(result, screen)
    table(screen, ALL_COLUMNS, [row_with_meaning(each) for each in result.settings], main=1)
    strange(result, screen)


def places(result: Shown, screen: Screen) -> None:
    """Where the settings and the store are."""
    for label, place in (("config", result.config), ("store", result.store)):
        screen.line(Styled(f"{label:<8}", "dim"), place.path, Styled(said_of(place), "dim"))


def said_of(place: Place) -> str:
    """ " (LNET_CONFIG, not there yet)"; nothing for a file that is there by default."""
    parts = [*([] if place.source == DEFAULT else [place.source]), *([] if place.exists else ["not there yet"])]
    return f" ({', '.join(parts)})" if parts else ""


def row(setting: Setting) -> list[Span]:
    return [Styled(setting.key, "ref"), in_words(setting.value), in_words(setting.default), setting.source]


def row_with_meaning(setting: Setting) -> list[Span]:
    return [Styled(setting.key, "ref"), in_words(setting.value), setting.source, setting.meaning]


def strange(result: Shown, screen: Screen) -> None:
    """What stands in the file and is no setting, which may be a slip of the pen."""
    for name in result.unknown:
        screen.line(Styled(f"'{name}' in the file is no setting of lnet", "warn"))


def in_words(value: Any) -> str:
    """A value as people write it: a list parted by commas, a dash for none."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or NOTHING
    return NOTHING if value is None else str(value)


def value(setting: Setting, screen: Screen) -> None:
    """The value alone, so that scripts can take it; of a list an item a line, nothing for none."""
    for each in setting.value if isinstance(setting.value, list) else [setting.value]:
        if each is not None:
            screen.line(str(each))


def changed(result: Changed, screen: Screen) -> None:
    """The value now, the one before, and the file."""
    before = "as before" if result.before == result.value else f"was {in_words(result.before)}"
    screen.line(Styled(result.key, "ref"), f" is {in_words(result.value)} ({before})")
    screen.line(Styled(result.path, "dim"), indent=2)


def path(place: Place, screen: Screen) -> None:
    """The path alone, so that scripts can take it."""
    screen.line(place.path)
