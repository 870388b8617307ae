"""Who can open an encrypted copy, and what opens one: from options and the configuration, or asked on the terminal."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lnet.cli.app import settings
from lnet.cli.settings import can_ask
from lnet.errors import BadInputError, UsageError
from lnet.store.sealing import Key, Lock, age, asks_passphrase, is_sealed, key_in, lock_for

Encrypt = Annotated[bool, typer.Option("--encrypt", help="Encrypt it, to --to or with a passphrase that is asked for.")]
To = Annotated[
    list[str], typer.Option("--to", metavar="KEY", help="A public key that can open it, age1… or ssh-…; repeatable.")
]
Identity = Annotated[
    Path | None, typer.Option("--identity", metavar="FILE", help="The file of the key that opens an encrypted one.")
]


def lock(recipients: Sequence[str], *, encrypt: bool) -> Lock | None:
    """What a copy is to be encrypted with; None where it is not to be.

    That is the public keys given, else those of the configuration, else a passphrase asked for twice. It is never an
    argument and never in the environment, where other programs can read it; so a script needs a key.
    """
    if not encrypt:
        if recipients:
            raise UsageError("--to says who can open an encrypted copy", "give --encrypt as well")
        return None
    age()  # not installed: said before anything is asked
    if known := recipients or configured():
        return lock_for(known)
    return Lock(passphrase=new_passphrase())


def configured() -> list[str]:
    """The public keys in the configuration."""
    from lnet.cli.keys import RECIPIENTS

    found: list[str] = RECIPIENTS.among(settings.config, settings.config_path)
    return found


def key_for(path: Path, identity: Path | None) -> Key | None:
    """What opens the file at `path`: the keys in the file `identity`, or a passphrase asked for; None if it is open.

    Raises BadInputError where a key is needed and none is given, or a passphrase and nobody is there.
    """
    if not is_sealed(path):
        return None
    age()
    if identity:
        return key_in(identity.expanduser())
    if not asks_passphrase(path):
        raise BadInputError(f"{path} is encrypted to a key", "--identity FILE names the file of that key")
    return Key(passphrase=passphrase("Passphrase: ", f"{path} needs a passphrase, typed on a terminal"))


def new_passphrase() -> str:
    """A passphrase, typed twice alike."""
    alone = "--encrypt needs --to KEY, or a terminal on which to type a passphrase"
    first = passphrase("Passphrase: ", alone)
    if first != passphrase("The same again: ", alone):
        raise BadInputError("the two passphrases differ", "nothing was written")
    return first


def passphrase(question: str, alone: str) -> str:
    """What was typed, unseen; raises BadInputError where nobody is there (with this sentence), and for nothing."""
    if not can_ask():
        raise BadInputError(alone)
    from getpass import getpass

    typed = getpass(question)
    if not typed:
        raise BadInputError("a passphrase cannot be empty")
    return typed
