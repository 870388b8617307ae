"""What commands answer as JSON, and text that would do harm if it were shown or stored as it is."""

import json
from typing import Any

from tests.conftest import Lnet

HOSTILE = "\x1b[31mred\x1b[0m \x07 [bold]x[/bold] \u202eevil 'q' \"d\" ; DROP TABLE goal; -- 你好 🎯"


def data(lnet: Lnet, *words: str, **more: Any) -> Any:
    """The data of a command's JSON envelope; the command must have gone well."""
    ran = lnet(*words, "--json", **more)
    assert ran.status == 0, ran.out
    return json.loads(ran.out)["data"]


def assert_safe(shown: str) -> None:
    """Nothing of HOSTILE reaches the screen raw, and its control bytes are visible."""
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "\\x1b[31mred" in shown
    assert "[bold]x[/bold]" in shown
