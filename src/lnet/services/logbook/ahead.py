"""What a plan asks of its sentence: a day to come, and nothing that only a conversation held can tell of."""

from collections.abc import Sequence
from datetime import date

from lnet.domain.dates import FUTURE
from lnet.domain.sentence import Clause, Place, read
from lnet.domain.sentence.days import Calendar, read_moment
from lnet.errors import BadInputError
from lnet.services.logbook.hear import Ask, Request

# A promise is made now, and a question is for that conversation; all other labels tell of one that was held.
TAKEN = ("ask", "me", "them")


def dated(request: Request, places: Sequence[Place], today: date, ask: Ask | None) -> Request:
    """The request, with a day: that of --on or of the sentence, else the one that is asked for.

    Raises BadInputError for a clause that no plan takes, and for no day where there is nobody to ask; DateError for one
    that is past.
    """
    said = read(
        request.sentence, (), today, places=places, future=True, on=request.on, order=request.date_order,
        options=request.clauses,
    )  # fmt: skip
    refuse_what_was_held(said.clauses)
    if said.dated:
        return request
    if ask is None:
        raise BadInputError("when is it? a plan needs a day", 'begin or end with one: lnet plan "fri 15:00: call Wei"')
    on, time = read_moment(ask.when(), Calendar(today, FUTURE, request.date_order))
    return request._replace(on=on, time=time)


def refuse_what_was_held(clauses: Sequence[Clause]) -> None:
    """Raise BadInputError for the first clause that no plan takes."""
    for clause in clauses:
        if clause.label not in TAKEN:
            label = clause.ref if clause.label == "goal" else clause.label
            hint = "a plan takes ask:, me: and them:; lnet log takes the rest, once it was held"
            raise BadInputError(f"'{label}:' tells of a conversation that was held, not of a plan", hint)
