"""An lnet that starts at once: a server has every command imported, and forks a process for each that is typed.

The program that stands for lnet hands its arguments, environment and standard streams to the server, and waits for the
exit status. What is run is lnet in a process of its own, but for the waiting: three hundred start-ups were a twelfth of
the whole suite.
"""

import marshal
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from lnet.cli import progress
from lnet.cli.run import run
from tests.faults.forked import import_all
from tests.store import image

TOP = Path(__file__).parents[2]
MOST_BYTES = 1 << 17
STREAMS = (0, 1, 2)
# Only of modules that are a part of Python itself, and so take no time to import.
PROGRAM = """#!{python} -IS
import _socket, marshal, os, sys
server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
server.connect({address!r})
asked = marshal.dumps((sys.argv[1:], dict(os.environ), os.getcwd()))
streams = b"".join(number.to_bytes(4, sys.byteorder) for number in {streams})
server.sendmsg([asked], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)])
os._exit(server.recv(1)[0])
"""


@contextmanager
def quick_lnet(folder: Path) -> Iterator[str]:
    """The text of a program that is lnet while the server runs, whose socket is in the folder."""
    address = str(folder / "lnet.socket")
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(address)
        listener.listen()
        command = [sys.executable, "-m", "tests.docs.quick", str(listener.fileno())]
        server = subprocess.Popen(command, cwd=TOP, pass_fds=[listener.fileno()])
    try:
        yield PROGRAM.format(python=sys.executable, address=address, streams=STREAMS)
    finally:
        server.kill()
        server.wait()


def serve(listener: socket.socket) -> NoReturn:
    """Fork a process for each program that asks, for ever."""
    import_all()
    progress.PATIENCE = 3600.0  # the pages show no bars, however slow a machine is
    image.use(setattr)
    image.sample()
    while True:
        asking, _ = listener.accept()
        if os.fork() == 0:
            answer(asking)
        asking.close()
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def answer(asking: socket.socket) -> NoReturn:
    """Be the lnet that was asked for, and tell the exit status."""
    try:
        asked, streams, _, _ = socket.recv_fds(asking, MOST_BYTES, len(STREAMS))
        words, environment, folder = marshal.loads(asked)
        for stream, place in zip(streams, STREAMS, strict=True):
            os.dup2(stream, place)
            os.close(stream)
        sys.stdin, sys.stdout, sys.stderr = map(os.fdopen, STREAMS, ("r", "w", "w"))
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        status = run(words)
        sys.stdout.flush()
        asking.send(bytes([status]))
    except BaseException:  # without a status the program complains, too
        traceback.print_exc()
    os._exit(0)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
