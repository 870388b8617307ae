"""Of what a summary is, for whom, and the conditions that follow from it."""

from datetime import date
from typing import NamedTuple

ME, MENTOR, PUBLIC = AUDIENCES = ("me", "mentor", "public")
COUNTED = 500  # what there is more of is counted up to this number, and told as "more than 500"
NOT_NEVER = "{}.share <> 'never'"
NOT_PRIVATE = "NOT EXISTS (SELECT 1 FROM interaction i WHERE i.private AND i.id = {})"
# A conversation that is private, or in which somebody never shared took part: steps and lessons that are nobody's else
# may be theirs.
UNTOLD = (
    "(i.private OR EXISTS (SELECT 1 FROM participant l JOIN contact s ON s.id = l.contact_id"
    " WHERE l.interaction_id = i.id AND s.share = 'never'))"
)
# The view names an interaction by its reference.
REFERRED = "CAST(substr(interaction, 2) AS INTEGER)"
OPEN_TO_ALL = f"NOT EXISTS (SELECT 1 FROM interaction i WHERE i.id = {REFERRED} AND {UNTOLD})"
SHARED = "EXISTS (SELECT 1 FROM contact s WHERE s.slug = {}.slug AND s.share <> 'never')"
# Nobody who is never shared takes part in it or is named in it.
OPENLY = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM {link} l JOIN contact s ON s.id = l.contact_id"
    " WHERE l.interaction_id = {0}.id AND s.share = 'never')"
    for link in ("participant", "mention")
)


class Page(NamedTuple):
    """What a summary is of: from `since` to `until`, both days included, for "me", a "mentor" or the "public".

    The conditions of a period are over it as ?1 and ?2, its `days`.
    """

    since: date
    until: date
    audience: str = ME

    @property
    def days(self) -> tuple[str, str]:
        """The period, as the store compares days."""
        return self.since.isoformat(), self.until.isoformat()

    def only(self, condition: str) -> str:
        """A condition that holds for other readers only."""
        return "1" if self.audience == ME else condition

    def told_of(self, contact: str) -> str:
        """Who is told of: for others all but those never shared."""
        return self.only(NOT_NEVER.format(contact))

    def openly(self, interaction: str) -> str:
        """The conversations told of, held or planned: for others none that is private or with somebody never shared."""
        return self.only(f"{interaction}.private = 0 AND {OPENLY.format(interaction)}")

    def held(self, interaction: str) -> str:
        """The conversations of the period told of."""
        days = f"{interaction}.planned = 0 AND {interaction}.occurred_on BETWEEN ?1 AND ?2"
        return f"{days} AND {self.openly(interaction)}"

    def made_with(self, view: str) -> str:
        """What was promised, learned or said with somebody, in a conversation or outside of one."""
        theirs = f"{SHARED.format(view)} AND {NOT_PRIVATE.format(REFERRED)}"
        return self.only(f"(({view}.slug IS NULL AND {OPEN_TO_ALL}) OR ({theirs}))")

    def counted(self, rows: str) -> str:
        """An expression: how many rows there are of `FROM rows`, at most one more than are counted."""
        return f"(SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {COUNTED + 1}))"
