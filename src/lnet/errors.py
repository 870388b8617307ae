"""What can go wrong, said once: each error owns its sentence, its hint, its code and its exit status.

Raise sites pass facts; one handler in `cli` shows the sentence on standard error or as JSON.
"""

from collections.abc import Sequence


def brief(text: str, most: int = 80) -> str:
    """A typed text as an error repeats it: whole, unless it is very long."""
    return text if len(text) <= most else f"{text[:most]}…"


class LnetError(Exception):
    """The base: a sentence for the person, a stable `code` for scripts, an `exit_status`, perhaps a hint."""

    code = "error"
    exit_status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(LnetError):
    """The command was called in a way that cannot mean anything: a missing or surplus argument."""

    code = "usage"
    exit_status = 2


class NotFoundError(LnetError):
    """Nothing goes by this name or reference; `suggestions` (at most three are shown) may be meant."""

    code = "not_found"
    exit_status = 3

    def __init__(self, what: str, text: str, suggestions: Sequence[str] = (), hint: str = "") -> None:
        meant = f" (did you mean {' or '.join(suggestions[:3])}?)" if suggestions else ""
        called = "named " if what == "contact" else ""
        super().__init__(f"no {what} {called}'{brief(text)}'{meant}", hint)
        self.suggestions = tuple(suggestions[:3])


class AmbiguousError(LnetError):
    """A name or reference fits several things; the candidates are listed, none is chosen."""

    code = "ambiguous"
    exit_status = 3

    def __init__(self, text: str, candidates: Sequence[str], hint: str = "use the full name or the slug") -> None:
        shown = ", ".join(candidates[:6]) + (f" and {len(candidates) - 6} more" if len(candidates) > 6 else "")
        super().__init__(f"'{brief(text)}' could be {shown}", hint)
        self.candidates = tuple(candidates)


class NobodyError(LnetError):
    """A sentence in which nobody was recognised; the `question` is what nobody has answered."""

    code = "nobody"
    exit_status = 3

    def __init__(self, unknown: Sequence[str] = (), question: str = "who was it?") -> None:
        seen = f" ({', '.join(unknown)} is not in your network)" if len(unknown) == 1 else ""
        super().__init__(f"{question} no contact was recognised{seen}", "name somebody, or --create, or --solo")
        self.unknown = tuple(unknown)


class BadInputError(LnetError):
    """A value that cannot be taken as it stands: a date, a duration, a number, a text with a NUL."""

    code = "bad_input"
    exit_status = 4


class DateError(BadInputError):
    """A text that is not a date, or not one that can be meant here."""

    code = "bad_date"

    def __init__(self, text: str, why: str = "", hint: str = "") -> None:
        said = f"'{brief(text)}'"
        super().__init__(f"{said}: {why}" if why else f"{said} is not a date I understand", hint)
        self.text = text


class DurationError(BadInputError):
    """A text that is not a duration such as 30d, 2w, 3m, 1y."""

    code = "bad_duration"

    def __init__(self, text: str) -> None:
        super().__init__(f"'{brief(text)}' is not a duration (30d, 2w, 3m, 1y)")


class ConflictError(BadInputError):
    """An undo that would overwrite what a later step did."""

    code = "conflict"


class BusyError(LnetError):
    """Another process holds the store's lock and did not let go in time."""

    code = "busy"
    exit_status = 5

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(f"the store is busy: {path} (waited {seconds:g} s)", "another lnet is writing; try again")


class StoreError(LnetError):
    """The store cannot be used as it is: damaged, foreign, or newer than this lnet."""

    code = "store"
    exit_status = 6


class FileError(LnetError):
    """A file could not be read or written; the sentence names it and the reason."""

    code = "file"
    exit_status = 7

    def __init__(self, path: str, reason: str, doing: str = "write", hint: str = "") -> None:
        super().__init__(f"cannot {doing} {path}: {reason}", hint)
        self.path = path
