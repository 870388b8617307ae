"""`lnet import --review`: on a terminal, what an import leaves in doubt, one question after the other."""

from collections.abc import Sequence
from functools import partial

from lnet.cli.one_by_one import SKIP, Answer, Asked, Choice, Question, Walk
from lnet.cli.settings import can_ask
from lnet.domain.cards import Batch
from lnet.errors import UsageError
from lnet.render.human import import_review as human
from lnet.render.screen import screen
from lnet.services import history, import_review
from lnet.services.duplicates import Duplicate
from lnet.services.import_review import Settled, Stranger
from lnet.services.names import Who, resolve
from lnet.store.connect import Store

Invited = set[tuple[str, str]]


def refuse_without_a_terminal(*, other: bool) -> None:
    """Raise UsageError where nobody can answer, or where another option says that nobody is to be asked."""
    if other:
        raise UsageError("--review asks on a terminal; leave out --dry-run and --json")
    if not can_ask():
        raise UsageError("--review asks, and there is no terminal to answer on", "lnet contact duplicates lists pairs")


def ask_strangers(store: Store, batches: Sequence[Batch]) -> Invited:
    """Ask about everybody in conversations whom nobody knows; gives back those to be added."""
    invited: Invited = set()
    questions: list[Asked] = [
        partial(about_stranger, store, each, invited) for each in import_review.strangers(store, batches)
    ]
    Walk(screen(), "Who is it?", questions, human.KEYS).run()
    return invited


def ask_twins(store: Store, came: frozenset[int]) -> None:
    """Ask about every pair that may be one person, of whom one at least is in the files."""
    gone: set[int] = set()
    questions: list[Asked] = [partial(about_twins, store, each, gone) for each in import_review.twins(store, came)]
    Walk(screen(), "One person?", questions, human.KEYS).run()


# --- strangers --------------------------------------------------------------------------------------------------


def about_stranger(store: Store, stranger: Stranger, invited: Invited) -> Question:
    """Somebody known, somebody new, or nobody I want here."""
    known = (
        Choice(str(number), f"{who.name} ({who.slug})", partial(is_one, store, stranger, who))
        for number, who in enumerate(stranger.namesakes, 1)
    )
    choices = (
        *known,
        Choice("m", "somebody of mine", partial(is_mine, store, stranger), "Whose name or slug?"),
        Choice("n", "new", partial(is_new, stranger, invited)),
        Choice("l", "leave out", partial(is_left_out, store, stranger)),
        SKIP,
    )
    return Question(partial(human.stranger, stranger, store.today), choices)


def is_one(store: Store, stranger: Stranger, who: Who, text: str) -> Answer:
    """It is this one."""
    return stored(store, import_review.is_somebody(store, stranger, who))


def is_mine(store: Store, stranger: Stranger, text: str) -> Answer:
    """It is the one who is named; raises NotFoundError and AmbiguousError."""
    return is_one(store, stranger, resolve(store, text), text)


def is_new(stranger: Stranger, invited: Invited, text: str) -> Answer:
    """They are to be added by the import."""
    invited.add(stranger.at)
    return Answer(f"{stranger.name} will be added", partial(invited.discard, stranger.at))


def is_left_out(store: Store, stranger: Stranger, text: str) -> Answer:
    """They are not to be brought in, now or later."""
    return stored(store, import_review.is_left_out(store, stranger))


# --- one or two -------------------------------------------------------------------------------------------------


def about_twins(store: Store, pair: Duplicate, gone: set[int]) -> Question | None:
    """One person, or two; None where one of them was merged before."""
    if gone & {pair.pair.keep.id, pair.pair.other.id}:
        return None
    choices = (
        Choice("m", "merge", partial(are_one, store, pair, gone)),
        Choice("d", "different people", partial(are_two, store, pair)),
        SKIP,
    )
    return Question(partial(human.twins, pair), choices)


def are_two(store: Store, pair: Duplicate, text: str) -> Answer:
    """They are two."""
    return stored(store, import_review.are_two(store, pair))


def are_one(store: Store, pair: Duplicate, gone: set[int], text: str) -> Answer:
    """They are one."""
    settled = import_review.are_one(store, pair)
    gone.add(pair.pair.other.id)

    def back() -> None:
        history.undo(store, settled.step)
        gone.discard(pair.pair.other.id)

    return Answer(settled.said, back)


def stored(store: Store, settled: Settled) -> Answer:
    """An answer that is a step of its own."""
    return Answer(settled.said, partial(history.undo, store, settled.step))
