"""What is shown where the output is not in UTF-8: JSON by its own escapes, our signs by what looks like them."""

import codecs
import json

LOOKALIKES = {
    **dict.fromkeys("·–—−‐‑", "-"), **dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("“”", '"'), "…": "...", "→": "->",
    "×": "x", "÷": "/", "²": "2", "‹": "<", "›": ">", "Σ": "sum ", "•": "*", "\u00a0": " ",
    **dict(zip("▁▂▃▄▅▆▇█", "_.:-=+*#", strict=True)), **dict(zip("▏▎▍▌▋▊▉", "|||####", strict=True)),
    **dict(zip("░▒▓", ".:+", strict=True)),
}  # fmt: skip


def handler(*, as_json: bool) -> str:
    """The name of the error handler for an output stream, which is known to Python from then on."""
    name = "lnet-json" if as_json else "lnet-text"
    codecs.register_error(name, in_json if as_json else in_text)
    return name


def in_json(error: UnicodeError) -> tuple[str, int]:
    """What could not be encoded as JSON writes it, in ASCII, and where to go on."""
    lost, end = lost_by(error)
    return json.dumps(lost)[1:-1], end


def in_text(error: UnicodeError) -> tuple[str, int]:
    """What could not be encoded by what looks like it, else by its number (\\xe9, \\u4f60), and where to go on."""
    lost, end = lost_by(error)
    return "".join(LOOKALIKES.get(each) or each.encode("ascii", "backslashreplace").decode() for each in lost), end


def lost_by(error: UnicodeError) -> tuple[str, int]:
    """The characters that could not be encoded, and the place behind them."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101  # streams to write to know no other
    return error.object[error.start : error.end], error.end
