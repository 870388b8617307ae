"""The loop of feedback: in which of four states it waits, and what brings it on; every piece waits or is closed."""

STATES = ("to_act", "to_tell", "asked", "given", "closed")  # the first two wait for me, the next two for them
# What brings it on; the words of a person stand for "…".
NEXT = {
    "to_act": 'lnet feedback act {ref} "…"', "to_tell": "lnet feedback tell {ref}",
    "asked": 'lnet feedback receive {slug} "…"', "given": "lnet feedback tell {ref}",
}  # fmt: skip


def state(direction: str, loop: str) -> str:
    """One of STATES: received and not acted on, acted on and not told, asked for, given, or closed.

    It is total: whatever a store holds has a state, and only what has come to its end is closed.
    """
    if loop not in ("open", "acted"):
        return "closed"
    if direction == "given":
        return "given"
    if loop == "acted":
        return "to_tell"
    return "asked" if direction == "requested" else "to_act"


def next_command(state: str, ref: str, slug: str, action: str | None = None) -> str | None:
    """The command that brings it on; None for what is closed. An `action` noted before need not be told again."""
    command = NEXT[state].format(ref=ref, slug=slug) if state in NEXT else None
    return command.removesuffix(' "…"') if command and state == "to_act" and action else command
