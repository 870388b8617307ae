"""Asking for feedback: the request is noted, and the message that asks is drafted."""

from typing import Any, NamedTuple

from lnet.domain.asking import QUESTIONS
from lnet.services import feedback
from lnet.services.feedback import Said
from lnet.services.messages import Draft, draft
from lnet.services.names import Who
from lnet.services.saved import Saved
from lnet.store.connect import Store
from lnet.store.read.feedback import Feedback


class Asked(NamedTuple):
    """A request just noted, and the message that asks; None for one that was asked on an earlier day."""

    saved: Saved[Feedback]
    draft: Draft | None

    def as_json(self) -> dict[str, Any]:
        """The fields of the feedback, then the text of the message."""
        shown: dict[str, Any] = self.saved.as_json()
        return shown | {"message": self.draft.message.text if self.draft else None}


def ask(store: Store, who: Who, said: Said) -> Asked:
    """Note what somebody is asked: the question of the frame, if nothing else was said. Undo takes it away.

    Raises what `feedback.add` raises.
    """
    frame = said.values.get("frame") or "advice"
    saved = feedback.add(store, who, "requested", said if said.text.strip() else said._replace(text=QUESTIONS[frame]))
    note = saved.things[0]
    if not any((said.text.strip(), note.situation, note.goal, note.project)):
        saved = saved._replace(warnings=(*saved.warnings, f'about what? lnet feedback edit {note.ref} --situation "…"'))
    return Asked(saved, draft(store, who, matter=note.ref) if note.on == store.today else None)
