"""Encrypted copies: files in the age format (age-encryption.org/v1), sealed and opened by pyrage.

pyrage is the extra `lnet[age]`; nothing else imports it, and this only when something is to be sealed or opened.
"""

import binascii
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from lnet.errors import BadInputError, FileError, brief

MARK, ARMOUR = b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"
HEAD_BYTES = 512  # enough for the first stanza, which says whether a passphrase opens the file
SECRET, SSH_SECRET = "AGE-SECRET-KEY-", b"PRIVATE KEY-----"  # how keys begin
MOST_KEY_BYTES = 64 * 1024


class Lock(NamedTuple):
    """Who can open a copy: the owners of the keys (pyrage's recipients), or whoever knows the passphrase."""

    recipients: tuple[Any, ...] = ()
    passphrase: str = ""

    def seal(self, plain: bytes, *, armoured: bool = False) -> bytes:
        """The bytes of an age file that holds these; `armoured` they are a text of ASCII alone."""
        if self.recipients:
            sealed: bytes = age().encrypt(plain, list(self.recipients), armored=armoured)
        else:
            sealed = age("passphrase").encrypt(plain, self.passphrase, armored=armoured)
        return sealed


class Key(NamedTuple):
    """What opens a copy: identities (pyrage's), or a passphrase."""

    identities: tuple[Any, ...] = ()
    passphrase: str = ""

    def open(self, sealed: bytes, name: str) -> bytes:
        """What the age file called `name` holds; raises BadInputError for the wrong key, and for a damaged file."""
        try:
            if self.identities:
                plain: bytes = age().decrypt(sealed, list(self.identities))
            else:
                plain = age("passphrase").decrypt(sealed, self.passphrase)
        except age().DecryptError as error:
            wrong = "no key given opens it" if self.identities else "the passphrase does not open it"
            raise BadInputError(f"{name}: {wrong}, or it is damaged", "the file was left as it is") from error
        return plain


def age(module: str = "") -> Any:
    """pyrage, or a module of it; raises BadInputError where it is not installed."""
    try:
        return import_module(f"pyrage.{module}" if module else "pyrage")
    except ImportError as error:
        raise BadInputError("encrypting needs pyrage, which is not installed", "pip install 'lnet[age]'") from error


def lock_for(recipients: Sequence[str]) -> Lock:
    """The lock that the owners of these keys open: `age1…`, or an SSH public key as it stands in its .pub file.

    Raises BadInputError, naming it, for what is neither; and where pyrage is not installed.
    """
    return Lock(tuple(recipient(text.strip()) for text in recipients))


def recipient(text: str) -> Any:
    """One public key; a secret one is not repeated."""
    if text.upper().startswith(SECRET):
        raise BadInputError("that is a secret key", "encrypt to the public one, age1…")
    kind = age("ssh") if text.startswith("ssh-") else age("x25519")
    try:
        return kind.Recipient.from_str(text)
    except age().RecipientError as error:
        hint = "age1… from age-keygen, or ssh-ed25519 … or ssh-rsa … from a .pub file"
        raise BadInputError(f"'{brief(text)}' is not a public key that can be encrypted to", hint) from error


def key_in(path: Path) -> Key:
    """The keys in a file: as age-keygen writes it (other lines are comments), or an SSH private key without passphrase.

    Raises FileError where it cannot be read, BadInputError for a file that holds none.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_KEY_BYTES)
    except OSError as error:
        raise FileError(str(path), error.strerror or str(error), doing="read") from error
    try:
        found = identities(data)
    except age().IdentityError as error:
        raise BadInputError(f"{path}: the key in it cannot be used: {error}") from error
    if not found:
        raise BadInputError(f"{path} holds no key", "a file of age-keygen, or an SSH private key without a passphrase")
    return Key(found)


def identities(data: bytes) -> tuple[Any, ...]:
    """The keys in the content of a file, none if it holds none; raises pyrage's IdentityError for a garbled one."""
    if SSH_SECRET in data:
        return (age("ssh").Identity.from_buffer(data),)
    lines = [line.strip() for line in data.decode("utf-8", "replace").splitlines()]
    return tuple(age("x25519").Identity.from_str(line) for line in lines if line.startswith(SECRET))


def is_sealed(path: Path) -> bool:
    """Whether a file is of the age format, by its first bytes; False for what cannot be read."""
    return head(path).startswith(MARK)


def asks_passphrase(path: Path) -> bool:
    """Whether a sealed file is opened by a passphrase, and not by a key."""
    return head(path).startswith(MARK + b"-> scrypt ")


def head(path: Path) -> bytes:
    """The beginning of a file; of one in ASCII armour that of what it stands for. Empty for what is no such file."""
    try:
        if not path.is_file():  # reading a pipe would take away what it holds
            return b""
        with path.open("rb") as file:
            start = file.read(HEAD_BYTES)
    except OSError:
        return b""
    return unarmoured(start) if start.lstrip().startswith(ARMOUR) else start


def unarmoured(start: bytes) -> bytes:
    """What the first line behind the mark of ASCII armour stands for; empty if it is garbled."""
    try:
        return binascii.a2b_base64(start.split()[4])  # the mark is four words
    except (ValueError, IndexError):
        return b""


def unsealed(path: Path, key: Key) -> bytes:
    """What a sealed file holds. Raises FileError where it cannot be read, BadInputError as `Key.open` does."""
    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise FileError(str(path), error.strerror or str(error), doing="read") from error
    return key.open(sealed, str(path))
