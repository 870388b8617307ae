"""One run of lnet: dispatch, and the one handler that turns every failure into a line and an exit status."""

import contextlib
import os
import re
import sys
from collections.abc import Sequence

from lnet.domain.texts import refuse_unstorable
from lnet.errors import BadInputError, FileError, LnetError, UsageError

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line; gives back the exit status. Never raises, but for a SystemExit of completion."""
    os.umask(0o077)  # whatever is made is its owner's alone
    as_json = "--json" in arguments
    try:
        prepare_streams(as_json)
        refuse_unstorable(" ".join(arguments), "an argument")
        status = dispatch(arguments)
        flush()
        back_up_daily()
    except LnetError as error:
        status = report(error, as_json)
    except (KeyboardInterrupt, EOFError):
        status = INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        status = 0
    except OSError as error:
        status = report(file_error(error), as_json)
    except UnicodeError:
        status = report(BadInputError("what was read is not valid text (UTF-8)"), as_json)
    except OverflowError:
        status = report(BadInputError("a number is too large"), as_json)
    except Exception as error:
        status = report_unforeseen(error, as_json)
    return status


def dispatch(arguments: Sequence[str]) -> int:
    """Hand the arguments to the command they name; click's own complaints become ours."""
    from typer import Abort
    from typer._click.exceptions import ClickException, NoArgsIsHelpError
    from typer.main import get_command

    from lnet.cli.app import app

    try:
        result = get_command(app).main(with_shell(arguments), prog_name="lnet", standalone_mode=False)
    except NoArgsIsHelpError as error:
        print(error.ctx.get_help())  # noqa: T201  # help has no stored text
        return UsageError.exit_status
    except Abort:
        return INTERRUPTED
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # Typer's own way out of a broken pipe, with status 1
            raise stop.__context__ from None
        raise
    except ClickException as error:
        context = getattr(error, "ctx", None)
        raise UsageError(
            one_line(error.format_message()), f"{context.command_path} --help" if context else ""
        ) from error
    return result if isinstance(result, int) else 0


def one_line(message: str) -> str:
    """A complaint of click's in plain words, without the list of all that would have been right (many lines)."""
    said = message.split("\n", 1)[0].removesuffix("Choose from:").strip()
    said = re.sub(r"is not a valid int(eger)?( range)?\b", "is no whole number", said)
    return re.sub(r"is not in the range x>=(\d+)", r"is less than \1", said)


def with_shell(arguments: Sequence[str]) -> list[str]:
    """The arguments, and for a bare --install-completion or --show-completion the person's own shell."""
    if arguments[-1:] in (["--install-completion"], ["--show-completion"]):
        from lnet.cli.completion.shells import this_shell

        return [*arguments, this_shell()]
    return list(arguments)


def prepare_streams(as_json: bool) -> None:
    """Text that the terminal's encoding cannot show is shown in another way, instead of stopping the answer."""
    if sys.stdout is None:
        raise FileError("standard output", "it is closed")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=error_handler(stream.encoding, as_json=as_json))


def error_handler(encoding: str, *, as_json: bool) -> str:
    """What an output stream does with characters that its encoding does not have, as Python names it."""
    if encoding.lower() in ("utf-8", "utf8"):
        return "backslashreplace"  # half a character, out of a file's name
    from lnet.render.encodings import handler

    return handler(as_json=as_json)


def flush() -> None:
    """Send out what was printed, while a failure can still be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def back_up_daily() -> None:
    """After a command that wrote: the day's backup, if there is none yet. Where it fails a line says so, no more."""
    from lnet.cli.app import settings

    if settings.stored is None or not settings.daily_backups:
        return
    from lnet.store import backups

    try:
        backups.back_up_daily(settings.store_path, settings.now, settings.busy_seconds)
    except (LnetError, OSError) as error:
        from lnet.render.safe import safe

        if sys.stderr is not None:
            print(f"lnet: no backup was made today: {safe(str(error))}", file=sys.stderr)  # noqa: T201


def silence_stdout() -> None:
    """Nobody reads on: nothing more is said, and nothing is left for the interpreter to complain about at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def file_error(error: OSError) -> FileError:
    """What the system complains about, in our words; without a name it is standard output that cannot be written."""
    reason = error.strerror or str(error)
    if error.filename:
        return FileError(os.fsdecode(error.filename), reason)
    from lnet.cli.app import settings

    hint = f"step {settings.stored} is stored all the same" if settings.stored else ""
    return FileError("standard output", reason, hint=hint)


def report(error: LnetError, as_json: bool) -> int:
    """Show one error, on standard error or as JSON on standard output; gives back its exit status."""
    import json

    from lnet.render.safe import safe

    if isinstance(error, FileError) and error.path == "standard output":
        silence_stdout()
        as_json = False
    if as_json:
        body = {"code": error.code, "message": error.message, "hint": error.hint}
        try:
            print(json.dumps({"schema": "lnet.error/1", "ok": False, "error": body}, ensure_ascii=True))  # noqa: T201
            flush()
        except OSError:
            silence_stdout()
    elif sys.stderr is not None:
        hint = f" · {safe(error.hint)}" if error.hint else ""
        with contextlib.suppress(OSError):
            print(f"lnet: {safe(error.message)}{hint}", file=sys.stderr)  # noqa: T201
    return error.exit_status


def report_unforeseen(error: Exception, as_json: bool) -> int:
    """The store's own complaint in our words; anything else is a bug of ours, unless the store is unsound."""
    import sqlite3

    from lnet.cli.app import settings
    from lnet.store.check import unsound
    from lnet.store.faults import translate

    known: LnetError | None = None
    with contextlib.suppress(LnetError):  # of the settings: nothing was opened then
        path, seconds = settings.store_path, settings.busy_seconds
        known = translate(error, path, seconds) if isinstance(error, sqlite3.Error) else None
        known = known or unsound(path, seconds)
    return report(known, as_json) if known else report_bug(error)


def report_bug(error: Exception) -> int:
    """Name a bug by its kind and place alone: no traceback, no private text (LNET_DEBUG=1 shows it all)."""
    if os.environ.get("LNET_DEBUG"):
        raise error
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
    line = f"lnet: a bug in lnet ({type(error).__name__} at {place}); LNET_DEBUG=1 shows the whole of it"
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr)  # noqa: T201
    return 1
