"""A text written in the person's own editor; a draft that could not be used is kept, and its path is printed."""

from collections.abc import Iterator
from contextlib import contextmanager

from lnet.cli.form import run_editor, write_draft
from lnet.errors import FileError, LnetError


@contextmanager
def drafted(text: str) -> Iterator[str]:
    """What the person made of `text` in the editor; the draft goes once the block has used it without an error.

    Raises FileError where the editor cannot be run; every LnetError of the block gets the draft's path in its hint.
    """
    draft = write_draft(text)
    try:
        run_editor(draft)
        yield draft.read_text(encoding="utf-8")
    except LnetError as error:
        error.hint = " · ".join(filter(None, (error.hint, f"your draft: {draft}")))
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(str(draft), getattr(error, "strerror", None) or "it is not UTF-8 text", doing="read") from error
    draft.unlink(missing_ok=True)
