"""`lnet goal`: what you want to learn or reach, who helps, and how it goes."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import (
    All,
    AsCsv,
    AsJson,
    By,
    Every,
    Known,
    Limit,
    NoTopics,
    On,
    People,
    Topics,
    With,
    Yes,
    named,
    one_of,
    past_day,
)  # fmt: skip
from lnet.domain import vocabulary as words
from lnet.errors import UsageError
from lnet.render.human import goal as human
from lnet.render.human import goal_page
from lnet.render.human.saved import deleted
from lnet.services import goals
from lnet.services.changes import Changes
from lnet.services.goals import Card, Filter
from lnet.services.names import resolve, resolve_all
from lnet.services.references import find, find_all
from lnet.services.saved import Saved, delete_all
from lnet.services.stories import pages
from lnet.store.connect import Store

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Goals: what you want to learn or reach."
)

NewTitle = Annotated[list[str], typer.Argument(metavar="TITLE...", help="The title; its words are joined.")]
Ref = Annotated[str, typer.Argument(metavar="REF", help="g3, 3 or the start of the title.", click_type=Known("goal"))]
Refs = Annotated[list[str], fields.many("goal", "g3, 3 or the start of the title")]
Words = Annotated[list[str], typer.Argument(metavar="TEXT...", help="What moved; its words are joined.")]
Title = Annotated[str | None, typer.Option("--title", help="Another title.")]
Why = Annotated[str | None, typer.Option("--why", help="Why it matters to you.")]
DoneWhen = Annotated[str | None, typer.Option("--done-when", help="How you will know that it is reached.")]
Area = Annotated[str | None, one_of(words.AREAS, "--area", help="Personal or professional.")]
NextStep = Annotated[str | None, typer.Option("--next-step", help="The next step, best as: if …, then I …")]
Obstacle = Annotated[str | None, typer.Option("--obstacle", help="What may get in the way.")]
NoWith = Annotated[list[str], typer.Option("--no-with", help="Take a person away.", click_type=Known("contact"))]
For = Annotated[str | None, typer.Option("--for", help="What they help with.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take the link away.")]
Status = Annotated[str | None, one_of(words.GOAL_STATUSES, "--status", help="Only of this status.")]
Topic = Annotated[str | None, typer.Option("--topic", "-t", help="Only with this topic.", click_type=Known("topic"))]
Helper = Annotated[str | None, typer.Option("--with", help="Only with this person.", click_type=Known("contact"))]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "title": ("title", fields.as_typed),
    "why": ("why", fields.as_typed),
    "done_when": ("criteria", fields.as_typed),
    "area": ("area", fields.word_of("area", words.AREAS)),
    "every": ("every_days", fields.rhythm),
    "by": ("target_on", fields.due_day),
    "next_step": ("next_step", fields.as_typed),
    "obstacle": ("obstacle", fields.as_typed),
}
CLEARED = {"every": 14, "title": ""}


def changes(store: Store, given: Mapping[str, Any]) -> Changes:
    """What the options say, by their names; those left out change nothing."""
    return fields.changes(store, given, SINGLES, CLEARED)


# Which options were given is read from the context: the names there are those of SINGLES.
@app.command()
def add(
    ctx: typer.Context, name: NewTitle, why: Why = None, done_when: DoneWhen = None, area: Area = None,
    every: Every = None, by: By = None, next_step: NextStep = None, obstacle: Obstacle = None, with_: With = NONE,
    topic: Topics = NONE, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Add a goal, with a rhythm in which it wants to move.

    Example: lnet goal add "Read query plans" --every 14d --with ada --topic sql
    """
    with opened() as store:
        result = goals.add(store, " ".join(name), changes(store, ctx.params))
        answer(result, "goal.add", human.saved("Added", store.today), as_json=as_json)


@app.command("list")
def list_(
    status: Status = None, area: Area = None, topic: Topic = None, helper: Helper = None, everything: All = False,
    limit: Limit = None, as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """The goals that are active or paused, those that wait longest first.

    Example: lnet goal list --area professional
    """
    with opened() as store:
        contact = resolve(store, helper).id if helper else None
        wanted = Filter(status or None, area or None, topic, contact, everything)
        cards = goals.listed(store, wanted, limit)
    answer_list(cards, "goal.list", human.listed(narrowed=wanted != Filter()), as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, everything: All = False, as_json: AsJson = False) -> None:
    """A goal whole, and its story: who helps, conversations, insights, feedback, steps forward, in time order.

    Example: lnet goal show g3
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json, everything=everything)


def found(store: Store, texts: Sequence[str], *, live: bool = False) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, "goal", named(texts), live=live)
    if not ids:
        raise UsageError("no goal was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool, *, everything: bool = False) -> None:
    """One page a goal, its story cut or whole; as JSON one object, or a list for several."""
    found_pages = pages(store, ids, everything=everything)
    data = found_pages[0] if len(found_pages) == 1 else found_pages
    answer(data, "goal.show", lambda _, screen: goal_page.shown(found_pages, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, title: Title = None, why: Why = None, done_when: DoneWhen = None,
    area: Area = None, every: Every = None, by: By = None, next_step: NextStep = None, obstacle: Obstacle = None,
    with_: With = NONE, no_with: NoWith = NONE, topic: Topics = NONE, no_topic: NoTopics = NONE,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change goals: options set or add, --no-… takes away, "" clears; without options a form opens.

    Example: lnet goal edit g3 --by "4 sep" --no-topic sql
    """
    with opened() as store:
        ids, wanted = found(store, refs), changes(store, ctx.params)
        if wanted.empty:
            edit_ref(store, fields.only(ids), as_json)
        else:
            answer(goals.edit(store, ids, wanted), "goal.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def progress(ref: Ref, text: Words, on: On = None, as_json: AsJson = False) -> None:
    """Note a step forward.

    Example: lnet goal progress g3 "read the chapter on joins" --on yesterday
    """
    with opened() as store:
        result = goals.progress(store, find(store, "goal", ref, live=True), " ".join(text), past_day(on))
        answer(result, "goal.progress", human.moved(store.today), as_json=as_json)


@app.command()
def link(ref: Ref, people: People, for_: For = None, remove: Remove = False, as_json: AsJson = False) -> None:
    """Link people who help with a goal, and say with what.

    Example: lnet goal link g3 ada --for "reading plans with me"
    """
    with opened() as store:
        id, helpers = find(store, "goal", ref, live=True), resolve_all(store, named(people))
        result = goals.unlink(store, id, helpers) if remove else goals.link(store, id, helpers, for_)
        verb = "Unlinked" if remove else "Linked"
        answer(result, "goal.link", human.linked(verb, [who.name for who in helpers]), as_json=as_json)


@app.command()
def done(refs: Refs, as_json: AsJson = False) -> None:
    """Goals you have reached.

    Example: lnet goal done g3
    """
    set_status(refs, "achieved", "done", "Achieved", as_json)


@app.command()
def drop(refs: Refs, as_json: AsJson = False) -> None:
    """Goals you let go.

    Example: lnet goal drop g3
    """
    set_status(refs, "dropped", "drop", "Dropped", as_json)


@app.command()
def pause(refs: Refs, as_json: AsJson = False) -> None:
    """Let goals rest: nothing reminds you of them until you resume them.

    Example: lnet goal pause g3
    """
    set_status(refs, "paused", "pause", "Paused", as_json)


@app.command()
def resume(refs: Refs, as_json: AsJson = False) -> None:
    """Take goals up again, whether paused, reached or dropped.

    Example: lnet goal resume g3
    """
    set_status(refs, "active", "resume", "Resumed", as_json)


def set_status(refs: Sequence[str], status: str, command: str, verb: str, as_json: bool) -> None:
    with opened() as store:
        ids = found(store, refs, live=status != "active")
        result = goals.set_status(store, ids, status, f"goal {command}")
        answer(result, f"goal.{command}", human.saved(verb, store.today), as_json=as_json)


@app.command()
def review(refs: Refs, as_json: AsJson = False) -> None:
    """You looked at goals and keep them as they are: their days start again.

    Example: lnet goal review g3
    """
    with opened() as store:
        result = goals.review(store, found(store, refs, live=True))
        answer(result, "goal.review", human.saved("Reviewed", store.today), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete goals. Nothing is asked: undo brings all of it back.

    Example: lnet goal delete g3
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one goal."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one goal."""
    goal = goals.get(store, [id])[0].goal
    before: dict[str, object] = {
        "title": goal.title, "why": goal.why, "done-when": goal.criteria, "area": goal.area,
        "every": f"{goal.every_days}d", "by": goal.target_on, "next-step": goal.next_step, "obstacle": goal.obstacle,
        "with": [each.slug for each in goal.contacts], "topic": goal.topics,
    }  # fmt: skip
    result = fields.in_form(f"{goal.ref} {goal.title}", before, lambda given: save(store, id, given))
    answer(result, "goal.edit", human.edited(store.today), as_json=as_json)


def save(store: Store, id: int, given: dict[str, Any]) -> Saved[Card]:
    """Store what the form says."""
    return goals.edit(store, [id], changes(store, given | {"with_": given.get("with")}))


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the goals, in one step."""
    answer(delete_all(store, "goal", ids), "goal.delete", deleted, as_json=as_json)
