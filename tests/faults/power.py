"""The power cut at random: `python -m tests.faults.power FOLDER COUNT SEED`, as root, where ext4 may be mounted.

The store is on a file system of its own, in a file. A cut is ext4's own emergency stop without a last flush of its
journal: what was not synced is gone, whatever is still running meets errors, and the next mount recovers.
"""

import fcntl
import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import forked
from tests.faults.killing import COMMANDS, Killing
from tests.faults.verdict import State

SHUTDOWN, NO_FLUSH = 0x8004587D, struct.pack("I", 2)  # EXT4_IOC_SHUTDOWN, EXT4_GOING_FLAGS_NOLOGFLUSH
IMAGE_BYTES = 48 * 2**20


class Cutting(Killing):
    """As kills, but it is the machine that stops."""

    endings = (0, 4, 6, 7)  # 6 and 7: of a file system that is there no more
    unharmed = 0.3  # so that there is something to be lost

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, seed)
        self.image = folder / "ext4"
        self.disk = folder / "disk"
        self.device = ""
        self.store = self.disk / "store" / "lnet.db"

    def begin(self) -> State:
        state = super().begin()
        os.sync()
        return state

    def harm(self, child: forked.Child, after: float) -> tuple[forked.Ended, bool]:
        """Cut the power so many seconds from now, then switch it on again."""
        child.wait(after)
        self.stop()
        ended = child.end()
        called("umount", str(self.disk))
        called("mount", self.device, str(self.disk))
        return ended, True

    def stop(self) -> None:
        """The file system stops as it is."""
        descriptor = os.open(self.disk, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, NO_FLUSH)
        finally:
            os.close(descriptor)


@contextmanager
def mounted(image: Path, disk: Path) -> Iterator[str]:
    """A new file system in the file `image`, at the folder `disk`; gives its loop device.

    That stays the same all the time: one that goes with its mount goes late, and two would have different views.
    """
    with image.open("wb") as file:
        file.truncate(IMAGE_BYTES)
    called("mkfs.ext4", "-q", "-F", str(image))
    device = called("losetup", "--find", "--show", str(image)).strip()
    disk.mkdir()
    try:
        called("mount", device, str(disk))
        yield device
        called("umount", str(disk))
    finally:
        called("losetup", "-d", device)


def called(*command: str) -> str:
    """What a command prints that must go well."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main(folder: str, count: str, seed: str) -> None:
    """Cut, then print the numbers as JSON."""
    os.umask(0o077)
    forked.import_all({name.split()[0] for name in COMMANDS})
    place = Path(folder)
    place.mkdir()
    cutting = Cutting(place, int(seed))
    with mounted(cutting.image, cutting.disk) as cutting.device:
        cutting.run(int(count))
    shutil.rmtree(place)
    print(json.dumps({"tally": cutting.tally, "wrong": cutting.wrong}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
