"""Folding: no line of a vCard is longer than 75 octets; what is longer goes on, behind a blank, on the next."""

from collections.abc import Iterator

from lnet.exchange.vcard.lines import QUOTED

MOST = 75  # octets, without the line end (RFC 6350, 3.2)


def fold(line: str) -> str:
    """The line folded, never inside a letter.

    One in quoted-printable, which came so, breaks as those do: behind a "=", and never inside "=C3".
    """
    if len(line) * 4 <= MOST or len(line.encode()) <= MOST:
        return line
    if QUOTED.match(line):
        return "=\r\n".join(pieces(line.encode(), MOST - 1, MOST - 1, quoted=True))
    return "\r\n ".join(pieces(line.encode(), MOST, MOST - 1))


def pieces(data: bytes, first: int, rest: int, *, quoted: bool = False) -> Iterator[str]:
    """Runs of whole letters, of at most so many octets."""
    start, most = 0, first
    while start < len(data):
        end = min(start + most, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:  # inside a letter of several octets
            end -= 1
        if quoted and end < len(data) and (sign := data.rfind(b"=", end - 2, end)) > start:
            end = sign
        yield data[start:end].decode()
        start, most = end, rest
