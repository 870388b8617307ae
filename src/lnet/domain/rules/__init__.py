"""The reminder rules, one a kind. Their order decides between equal scores; a new kind is a new entry here."""

from lnet.domain.rules.promises import OWED, PROMISE
from lnet.domain.rules.rhythm import CADENCE
from lnet.domain.rules.rule import Reason, Rule, Situation, situation

RULES: tuple[Rule, ...] = (PROMISE, CADENCE, OWED)
RANK = {rule.kind: rank for rank, rule in enumerate(RULES)}

__all__ = ["RANK", "RULES", "Reason", "Rule", "Situation", "situation"]
