"""System calls of a running lnet, watched and spoilt by strace."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.faults.forked import Child, Ended

# Whatever changes a file, its name, or what of it is on the disk; and the opening of files.
CHANGING = (
    "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "rename", "renameat",
    "renameat2", "link", "linkat", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat", "fchown", "sendfile",
    "copy_file_range",
)  # fmt: skip
CALL = re.compile(r"(\w+)\((.*)")
FOR_WRITING = ("O_RDWR", "O_WRONLY", "O_CREAT")


class Call(NamedTuple):
    """One system call: its name, the how-manieth of that name it was, and what strace tells of it."""

    name: str
    number: int
    told: str

    def is_in(self, folder: Path) -> bool:
        """Whether it concerns a file below the folder, and if it opens one, for writing."""
        inside = f"{folder}/" in self.told or f"{folder}>" in self.told
        return inside and (self.name != "openat" or any(flag in self.told for flag in FOR_WRITING))


def traced(child: Child, log: Path, options: Sequence[str] = (), *, whole: bool = False) -> Ended:
    """Run a held child under strace, which writes what it did to `log`; with `whole` all that it wrote, too."""
    wanted = ("-e", f"trace={','.join(CHANGING)}", *options, *(("-x", "-s", "10000000") if whole else ("-s", "0")))
    command = ["strace", "-y", "-o", str(log), *wanted, "-p", str(child.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        attached = strace.stderr.readline()
        if "attached" not in attached:
            child.end(0)
            raise PermissionError(attached)
        child.go()
        return child.end()


def calls(log: Path) -> Iterator[Call]:
    """The calls that strace has written down, in their order."""
    seen: Counter[str] = Counter()
    for line in log.read_text(errors="replace").splitlines():
        if match := CALL.match(line):
            seen[match[1]] += 1
            yield Call(match[1], seen[match[1]], match[2])


def spoiling(call: Call, fault: str) -> tuple[str, str]:
    """The options with which strace makes this call fail with an error, or kills the process that makes it."""
    how = "signal=KILL" if fault == "KILL" else f"error={fault}"
    return "-e", f"inject={call.name}:{how}:when={call.number}"
