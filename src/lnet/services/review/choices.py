"""The answers of the review: what is typed for each, what it writes, and the command line that does the same."""

from lnet.domain.calendar_days import shifted
from lnet.domain.dates import show_day
from lnet.domain.facts import NEVER
from lnet.services import contacts, goals, snooze
from lnet.services.changes import Changes
from lnet.services.done import hold, talk
from lnet.services.promises import refuse_past
from lnet.services.references import Target, ref
from lnet.services.review.item import Choice, Item, Said, Write
from lnet.services.saved import happened
from lnet.store.connect import Store
from lnet.store.journal import Step
from lnet.store.write import attendance, drift, feedback, goal, insight, interaction, promise
from lnet.store.write.line import line
from lnet.store.write.rows import delete, update

# --- promises ---------------------------------------------------------------------------------------------------


def close_promise(status: str) -> Write:
    """Keep or release a promise."""

    def write(store: Store, open_: Step, item: Item, said: Said) -> str:
        promise.close(open_, item.id, status)
        return status

    return write


def renegotiate(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Agree on another day; raises BadInputError for one that has passed."""
    refuse_past(said.on, store.today)
    promise.renegotiate(open_, item.id, said.on)
    return f"by {show_day(said.on, store.today)} now"


PROMISES = (
    Choice("k", "kept", close_promise("kept"), "lnet promise keep {ref}"),
    Choice("n", "new day", renegotiate, "lnet promise renegotiate {ref} --by fri", "day", "By which day?"),
    Choice("r", "release", close_promise("released"), "lnet promise release {ref}"),
)

# --- plans that passed ------------------------------------------------------------------------------------------


def held(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A plan came true on its day."""
    deed, _ = hold(store, open_, item.id, store.today)
    return f"held {show_day(deed.on, store.today)} as {deed.ref}"


def drop(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A plan came to nothing."""
    delete(open_, "interaction", id=item.id)
    return "dropped"


PLANS = (
    Choice("h", "held", held, "lnet done {ref}"),
    Choice("d", "dropped", drop, "lnet delete {ref}"),
)

# --- met at an event --------------------------------------------------------------------------------------------


def followed_up(store: Store, open_: Step, item: Item, said: Said) -> str:
    """There was a word with them, today."""
    return f"talked to today, {talk(store, open_, people_of(item), store.today).ref}"


def later(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Out of sight for a week."""
    return f"back {rest_for(store, open_, item, store.policy.snooze_days)}"


def let_be(store: Store, open_: Step, item: Item, said: Said) -> str:
    """The meeting stays, nothing need follow from it."""
    for contact_id in people_of(item):
        attendance.let_be(open_, item.id, contact_id)
        attendance.look_back(open_, item.id, contact_id)
    return "let be"


def rest_for(store: Store, open_: Step, item: Item, days: int) -> str:
    """Keep somebody out of sight for so many days; gives back the day on which they are back, as it is shown."""
    until = shifted(store.today, days)
    for contact_id in people_of(item):
        snooze.write(open_, Target("contact", contact_id), until)
    return show_day(until, store.today)


def people_of(item: Item) -> list[int]:
    """Whom it concerns: one person, or nobody."""
    return [] if item.contact_id is None else [item.contact_id]


EVENTS = (
    Choice("f", "followed up", followed_up, "lnet done {slug}"),
    Choice("l", "later", later, "lnet snooze {slug}"),
    Choice("b", "let it be", let_be, "lnet event meet {ref} {slug} --no-follow-up"),
)

# --- people who drifted -----------------------------------------------------------------------------------------


def drifted(answer: str, write: Write) -> Write:
    """What was answered is remembered, so that nobody asks again for a month."""

    def written(store: Store, open_: Step, item: Item, said: Said) -> str:
        for contact_id in people_of(item):
            drift.answer(open_, contact_id, answer)
        return write(store, open_, item, said)

    return written


def keep_as_is(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Nothing changes."""
    return "kept"


def lengthen(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Another rhythm, set by hand."""
    for contact_id in people_of(item):
        contacts.apply(store, open_, contact_id, contacts.Changes({"every_days": said.days}))
    return "no rhythm" if said.days == NEVER else f"every {said.days} days now"


def rest(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Out of sight for half a year."""
    return f"resting until {rest_for(store, open_, item, store.policy.rest_days)}"


def archive(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Never listed again."""
    for contact_id in people_of(item):
        contacts.apply(store, open_, contact_id, contacts.Changes({"status": "archived"}))
    return "archived"


DRIFTED = (
    Choice("k", "keep", drifted("keep", keep_as_is)),
    Choice(
        "l", "lengthen", drifted("lengthen", lengthen), "lnet contact edit {slug} --every {every}", "every",
        "How often?", "{every}",
    ),
    Choice("r", "rest", drifted("rest", rest), "lnet snooze {slug} {rest}"),
    Choice("a", "archive", drifted("archive", archive), "lnet contact archive {slug}"),
)  # fmt: skip

# --- feedback ---------------------------------------------------------------------------------------------------


def end_loop(loop: str, words: str) -> Write:
    """Bring the loop of feedback to its end."""

    def write(store: Store, open_: Step, item: Item, said: Said) -> str:
        feedback.set_loop(open_, item.id, loop)
        return words

    return write


def act(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Note what came of it; raises BadInputError for nothing."""
    feedback.set_loop(open_, item.id, "acted", action=line(said.text, "what you did"))
    return "acted on; tell them"


ACTED = Choice("a", "acted", act, 'lnet feedback act {ref} "…"', "text", "What did you do?")
TOLD = Choice("t", "told them", end_loop("told", "told"), "lnet feedback tell {ref}")
DECLINED = Choice("c", "close", end_loop("declined", "closed"), "lnet feedback close {ref}")
RECEIVED = (ACTED, TOLD, DECLINED)
RECEIVED_AND_ACTED = (TOLD, DECLINED)
REQUESTED = (
    Choice("t", "they told you", end_loop("told", "closed, it came"), "lnet done {ref}"),
    Choice("c", "close", end_loop("no_answer", "closed without an answer"), "lnet feedback close {ref} --no-answer"),
)

# --- goals ------------------------------------------------------------------------------------------------------


def progress(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A step forward today; raises BadInputError for nothing."""
    goal.progress(open_, item.id, said.text)
    return "progress noted"


def next_step(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A new next step, with which the goal has been looked at; raises BadInputError for nothing."""
    goals.apply(open_, item.id, Changes({"next_step": line(said.text, "a next step")}))
    still_mine(store, open_, item, said)
    return "next step noted"


def still_mine(store: Store, open_: Step, item: Item, said: Said) -> str:
    """Looked at and kept: its days start again."""
    update(open_, "goal", item.id, reviewed_on=open_.today)
    return "kept"


def become(status: str) -> Write:
    """Another status of a goal."""

    def write(store: Store, open_: Step, item: Item, said: Said) -> str:
        goal.set_status(open_, item.id, status)
        return status

    return write


GOALS = (
    Choice("p", "progress", progress, 'lnet goal progress {ref} "…"', "text", "What moved?"),
    Choice(
        "n", "next step", next_step, 'lnet goal edit {ref} --next-step "if …, then I …"', "text",
        "Next step (if …, then I …)?",
    ),
    Choice("k", "still mine", still_mine, "lnet goal review {ref}"),
    Choice("z", "pause", become("paused"), "lnet goal pause {ref}"),
    Choice("x", "drop", become("dropped"), "lnet goal drop {ref}"),
    Choice("d", "done", become("achieved"), "lnet goal done {ref}"),
)  # fmt: skip

# --- an insight, thanks, and the week ahead ---------------------------------------------------------------------


def apply(value: str) -> Write:
    """Note that an insight was applied, or has realised its worth; raises DateError for a day to come."""

    def write(store: Store, open_: Step, item: Item, said: Said) -> str:
        day = happened(said.on, store.today)
        insight.apply(open_, item.id, value, day)
        return f"{value} {show_day(day, store.today)}"

    return write


INSIGHT = (
    Choice("a", "applied", apply("applied"), "lnet insight apply {ref}", "past", "When?", "today"),
    Choice("w", "was worth it", apply("realised"), "lnet insight apply {ref} --realised", "past", "When?", "today"),
)


def thanked(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A message to them, today; an ambient one, for thanks await no answer and are no conversation."""
    made = interaction.add(
        open_, occurred_on=open_.today, participants=people_of(item), direction="outbound", depth=1, summary="thanks"
    )
    return f"thanked today, {ref('interaction', made)}"


THANKS = (Choice("s", "sent", thanked, 'lnet log --depth ambient "wrote to @{slug}: thanks"'),)


def plan(store: Store, open_: Step, item: Item, said: Said) -> str:
    """A conversation to come; raises BadInputError for a day that has passed."""
    refuse_past(said.on, store.today)
    made = interaction.add(
        open_, occurred_on=said.on, time=said.time, participants=people_of(item), planned=True
    )  # fmt: skip
    at = f" at {said.time}" if said.time else ""
    return f"planned for {show_day(said.on, store.today)}{at}, {ref('interaction', made)}"


WEEK = (Choice("p", "plan", plan, 'lnet plan "talk with @{slug} fri 15:00"', "moment", "When? (fri 15:00)"),)
