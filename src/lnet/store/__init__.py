"""The store. `from lnet.store import session` loads SQLModel, and only then (PEP 562)."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lnet.store.models import session

__all__ = ["session"]


def __getattr__(name: str) -> Any:
    if name == "session":
        from lnet.store.models import session

        return session
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
