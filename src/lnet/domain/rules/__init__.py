"""The reminder rules, one a kind. Their order decides between equal scores; a new kind is a new entry here."""

from lnet.domain.rules.dormant import RECONNECT
from lnet.domain.rules.events import EVENT
from lnet.domain.rules.feedback import FEEDBACK
from lnet.domain.rules.plans import PREP, UNLOGGED
from lnet.domain.rules.promises import OWED, PROMISE
from lnet.domain.rules.rhythm import CADENCE, MENTOR
from lnet.domain.rules.rule import Reason, Rule, Situation, situation
from lnet.domain.rules.silence import WAITING

RULES: tuple[Rule, ...] = (PROMISE, EVENT, PREP, UNLOGGED, MENTOR, FEEDBACK, CADENCE, OWED, WAITING, RECONNECT)
RANK = {rule.kind: rank for rank, rule in enumerate(RULES)}

__all__ = ["RANK", "RULES", "Reason", "Rule", "Situation", "situation"]
