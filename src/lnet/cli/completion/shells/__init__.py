"""Completion scripts for bash, zsh and fish, and where each shell looks for them.

The scripts ask lnet for words and hand them to the shell as they are: nothing that is stored is ever evaluated.
"""

import os
import shlex
from pathlib import Path

from lnet.cli.settings import user_directory
from lnet.errors import FileError, UsageError

HERE = Path(__file__).parent
SHELLS = ("bash", "zsh", "fish")


def this_shell() -> str:
    """The person's own shell, by SHELL; raises UsageError where it is none that we have a script for."""
    name = Path(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise UsageError("which shell? SHELL says none of bash, zsh, fish", "lnet --install-completion bash")
    return name


def script(shell: str) -> str:
    """The completion script of a shell; raises UsageError for a shell that we have none for."""
    if shell not in SHELLS:
        raise UsageError(f"no completion for '{shell}' (there is one for bash, zsh and fish)")
    return (HERE / f"completion.{shell}").read_text(encoding="utf-8")


def install(shell: str) -> str:
    """Put the script where the shell finds it, and say what was done; doing it again changes nothing.

    fish has a directory for completions; bash and zsh get one line at the end of their start-up file.
    """
    text = script(shell)
    place = fish_directory() / "lnet.fish" if shell == "fish" else user_directory("data") / f"completion.{shell}"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        told = [f"Wrote {place}", *([] if shell == "fish" else source_from(startup_file(shell), place))]
    except OSError as error:
        raise FileError(str(error.filename or place), error.strerror or str(error), doing="write") from error
    return "\n".join([*told, "Open a new shell, type lnet and a blank, and press TAB."])


def fish_directory() -> Path:
    """Where fish loads completions from."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "fish" / "completions"


def startup_file(shell: str) -> Path:
    """The file that an interactive shell reads when it starts."""
    return Path.home() / ".bashrc" if shell == "bash" else Path(os.environ.get("ZDOTDIR") or Path.home()) / ".zshrc"


def source_from(startup: Path, place: Path) -> list[str]:
    """Have the start-up file read the script, and say so; only ever appends, and nothing if it does already."""
    line = f"[ -r {shlex.quote(str(place))} ] && . {shlex.quote(str(place))}"
    before = startup.read_text(encoding="utf-8", errors="replace") if startup.exists() else ""
    if line in before.splitlines():
        return [f"{startup} reads it already"]
    with startup.open("a", encoding="utf-8") as file:
        file.write(("" if before.endswith("\n") or not before else "\n") + line + "\n")
    return [f"Added to {startup}: {line}"]
