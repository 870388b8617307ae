"""Forgetting somebody, before and after, as people read it."""

from lnet.domain.numbers import counted
from lnet.render.screen import Screen, Styled
from lnet.services.forget import Gone, Plan


def before(found: Plan, screen: Screen) -> None:
    """What will be done, before it is asked for."""
    going = found.going
    screen.line(Styled(f"Forgetting {found.who.name} for good:", "head"))
    screen.line(f"{counted(going.conversations, 'conversation')} only they took part in will be deleted", indent=2)
    screen.line(
        f"{counted(going.promises, 'promise')} and {counted(going.feedback, 'feedback note')} go, too", indent=2
    )
    if going.shared:
        screen.line(f"{counted(going.shared, 'conversation')} with others stay, without their name", indent=2)
    screen.line("their name, nicknames and addresses are replaced wherever they stand, in the history, too", indent=2)
    for name in found.backups:
        screen.line(perhaps(name) or f"still in the backup {name} (--backups rewrites it)", indent=2)
    screen.line(Styled("no undo brings it back; files you exported are yours to delete", "warn"), indent=2)


def done(result: Gone, screen: Screen) -> None:
    """What was done; it names nobody."""
    screen.line("Forgotten.")
    screen.line(f"{counted(result.conversations, 'conversation')} deleted", indent=2)
    screen.line(f"replaced in {counted(result.texts, 'other entry', 'other entries')}", indent=2)
    if result.rewritten:
        screen.line(f"{counted(len(result.rewritten), 'backup')} written anew without them", indent=2)
    for name in result.backups:
        said = perhaps(name) or f"still in the backup {name}: delete it, or restore and forget there"
        screen.line(Styled(said, "warn"), indent=2)


def perhaps(name: str) -> str:
    """What can be said of an encrypted backup; "" of any other."""
    if not name.endswith(".age"):
        return ""
    return f"perhaps in the encrypted backup {name}: delete it, or restore and forget there"
