"""What may be a text: valid Unicode without a NUL, of a size that a store keeps."""

from lnet.errors import BadInputError

LARGEST = 16 * 1024 * 1024  # bytes, as UTF-8


def refuse_unstorable(text: str, what: str = "a text") -> None:
    """Raise BadInputError, calling the text `what`, for half a character, a NUL, or more than the largest size."""
    if "\0" in text:
        raise BadInputError(f"{what} is not valid text (it holds a NUL)")
    try:
        size = len(text if text.isascii() else text.encode())
    except UnicodeEncodeError:  # bytes that were no UTF-8, as Python hands them on
        raise BadInputError(f"{what} is not valid text (UTF-8)") from None
    if size > LARGEST:
        raise BadInputError(f"{what} is larger than {LARGEST // 1024**2} MB")
