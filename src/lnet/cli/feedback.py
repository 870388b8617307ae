"""`lnet feedback`: asked for, received and given, until its loop is closed."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, By, Goal, Known, Limit, On, Person, With, Yes, named, one_of
from lnet.domain import vocabulary as words
from lnet.errors import UsageError
from lnet.render.human import feedback as human
from lnet.render.human.saved import deleted
from lnet.services import feedback
from lnet.services.feedback import Filter, Said
from lnet.services.names import resolve, resolve_all
from lnet.services.references import find, find_all, ref
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.feedback import Feedback

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Feedback asked for, received and given."
)

Words = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help="What was said; its words are joined.")]
Refs = Annotated[list[str], fields.many("feedback", "f5, 5 or the start of the text")]
RefsAndText = Annotated[
    list[str], typer.Argument(metavar="REF... [TEXT]", help="f5, and what you did.", click_type=Known("feedback"))
]
Situation = Annotated[str | None, typer.Option("--situation", help="When and where it was.")]
Behaviour = Annotated[str | None, typer.Option("--behaviour", "--behavior", help="What was seen or heard.")]
Impact = Annotated[str | None, typer.Option("--impact", help="What that did.")]
Frame = Annotated[str | None, one_of(words.FRAMES, "--frame", help="Advice, feedback or feedforward.")]
Action = Annotated[str | None, typer.Option("--action", help="What you will do with it.")]
Project = Annotated[str | None, typer.Option("--project", help="A project.", click_type=Known("project"))]
Answers = Annotated[
    str | None, typer.Option("--answers", help="The question it answers.", click_type=Known("feedback"))
]
Shareable = Annotated[bool | None, typer.Option("--shareable/--not-shareable", help="May appear in what you share.")]
Text = Annotated[str | None, typer.Option("--text", help="Other words.")]
Loop = Annotated[str | None, one_of(words.LOOPS, "--loop", help="Only with the loop in this state.")]
Direction = Annotated[str | None, one_of(words.FEEDBACK_DIRECTIONS, "--direction", help="Only of this direction.")]
Declined = Annotated[bool, typer.Option("--declined", help="You decided not to act on it, or they not to give it.")]
NoAnswer = Annotated[bool, typer.Option("--no-answer", help="Nobody answered.")]
NONE: list[str] = []

SINGLES: fields.Singles = {
    "situation": ("situation", fields.as_typed),
    "behaviour": ("behaviour", fields.as_typed),
    "impact": ("impact", fields.as_typed),
    "frame": ("frame", fields.word_of("frame", words.FRAMES)),
    "action": ("action", fields.as_typed),
    "by": ("act_by", fields.due_day),
    "goal": ("goal_id", fields.reference("goal")),
    "project": ("project_id", fields.reference("project")),
    "shareable": ("shareable", lambda _, given: given if isinstance(given, bool) else fields.yes(given)),
}
EDITED: fields.Singles = {**SINGLES, "text": ("text", fields.as_typed), "on": ("occurred_on", fields.past)}
CLEARED = {"frame": "feedback", "shareable": False}


def said(store: Store, given: Mapping[str, Any]) -> Said:
    """What was asked, received or given, as the options of a context say."""
    on = fields.day_of(given.get("on"))
    return Said(" ".join(given["text"] or ()), fields.values(store, given, SINGLES, CLEARED), on)


# Which options were given is read from the context: the names there are those of SINGLES.
@app.command()
def ask(
    ctx: typer.Context, person: Person, text: Words = None, situation: Situation = None, behaviour: Behaviour = None,
    impact: Impact = None, frame: Frame = None, action: Action = None, by: By = None, goal: Goal = None,
    project: Project = None, on: On = None, shareable: Shareable = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Ask somebody for advice: note the question, and get a message that asks it, ready to send.

    Without a text it asks what they would do differently.

    Example: lnet feedback ask ada "How was my talk?" --goal talks
    """
    from lnet.render.human.asking import asked
    from lnet.services import asking

    with opened() as store:
        result = asking.ask(store, resolve(store, person), said(store, ctx.params))
        answer(result, "feedback.ask", asked(store.today), as_json=as_json)


@app.command()
def receive(
    ctx: typer.Context, person: Person, text: Words = None, situation: Situation = None, behaviour: Behaviour = None,
    impact: Impact = None, frame: Frame = None, action: Action = None, by: By = None, goal: Goal = None,
    project: Project = None, answers: Answers = None, on: On = None, shareable: Shareable = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note what somebody told you; it answers what you had asked them.

    Example: lnet feedback receive ada "Slow down in the demo" --action "rehearse twice" --by "1 jul"
    """
    with opened() as store:
        request = find(store, "feedback", answers) if answers else None
        result = feedback.add(store, resolve(store, person), "received", said(store, ctx.params), request)
        answer(result, "feedback.receive", human.saved("Noted", store.today), as_json=as_json)


@app.command()
def give(
    ctx: typer.Context, person: Person, text: Words = None, situation: Situation = None, behaviour: Behaviour = None,
    impact: Impact = None, frame: Frame = None, action: Action = None, by: By = None, goal: Goal = None,
    project: Project = None, on: On = None, shareable: Shareable = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note what you told somebody: the situation, what you saw, and its impact.

    Example: lnet feedback give wei --situation "our review" --behaviour "you let me finish" --impact "I saw my error"
    """
    with opened() as store:
        result = feedback.add(store, resolve(store, person), "given", said(store, ctx.params))
        answer(result, "feedback.give", human.saved("Noted", store.today), as_json=as_json)


@app.command("list")
def list_(
    loop: Loop = None, direction: Direction = None, with_: With = NONE, goal: Goal = None, everything: All = False,
    limit: Limit = None, as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Feedback that waits for you or for them, with what brings it on; with --all also what is closed.

    Example: lnet feedback list --direction received
    """
    with opened() as store:
        slugs = [who.slug for who in resolve_all(store, with_)]
        about = ref("goal", find(store, "goal", goal)) if goal else None
        wanted = Filter(loop or None, direction or None, slugs, about, everything)
        rows = feedback.listed(store, wanted, limit)
        draw = human.listed(store.today, narrowed=bool(loop or direction or with_ or goal))
    answer_list(rows, "feedback.list", draw, as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """Feedback whole: situation, behaviour, impact, and what became of it.

    Example: lnet feedback show f5
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str], *, live: bool = False) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, "feedback", named(texts), live=live)
    if not ids:
        raise UsageError("no feedback was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page a note; as JSON one object, or a list for several."""
    rows = feedback.get(store, ids)
    data = rows[0] if len(rows) == 1 else rows
    answer(data, "feedback.show", lambda _, screen: human.pages(rows, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, text: Text = None, situation: Situation = None, behaviour: Behaviour = None,
    impact: Impact = None, frame: Frame = None, action: Action = None, by: By = None, goal: Goal = None,
    project: Project = None, on: On = None, shareable: Shareable = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change feedback: options set, "" clears; without options a form opens.

    Example: lnet feedback edit f5 --action "rehearse twice" --by "1 jul"
    """
    with opened() as store:
        ids, values = found(store, refs), fields.values(store, ctx.params, EDITED, CLEARED)
        if not values:
            edit_ref(store, fields.only(ids), as_json)
        else:
            result = feedback.edit(store, ids, values)
            answer(result, "feedback.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def act(refs_and_text: RefsAndText, as_json: AsJson = False) -> None:
    """Note what you did with feedback; the loop is closed once they know.

    Example: lnet feedback act f5 "rehearsed twice, halved the demo"
    """
    number = references_in_front(refs_and_text)
    with opened() as store:
        ids = found(store, refs_and_text[:number], live=True)
        result = feedback.act(store, ids, " ".join(refs_and_text[number:]))
        answer(result, "feedback.act", human.saved("Acted on", store.today), as_json=as_json)


def references_in_front(arguments: Sequence[str]) -> int:
    """How many of the arguments name feedback: the first, and each f7 that follows it directly."""
    number = 1
    while number < len(arguments) and re.fullmatch("[fF][0-9]+", arguments[number], re.ASCII):
        number += 1
    return number


@app.command()
def tell(refs: Refs, as_json: AsJson = False) -> None:
    """Close loops: they know what you did with their feedback.

    Example: lnet feedback tell f5
    """
    with opened() as store:
        result = feedback.tell(store, found(store, refs, live=True))
        answer(result, "feedback.tell", human.saved("Told", store.today), as_json=as_json)


@app.command()
def close(refs: Refs, declined: Declined = False, no_answer: NoAnswer = False, as_json: AsJson = False) -> None:
    """Close loops without acting: declined, or never answered.

    Example: lnet feedback close f5 --no-answer
    """
    if declined and no_answer:
        raise UsageError("declined or no answer? It cannot be both")
    loop = "declined" if declined else "no_answer" if no_answer else None
    with opened() as store:
        result = feedback.close_as(store, found(store, refs, live=True), loop)
        answer(result, "feedback.close", human.saved("Closed", store.today), as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete feedback. Nothing is asked: undo brings all of it back.

    Example: lnet feedback delete f5
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one note."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one note."""
    note = feedback.get(store, [id])[0]
    before: dict[str, object] = {
        "situation": note.situation, "behaviour": note.behaviour, "impact": note.impact, "frame": note.frame,
        "action": note.action, "by": note.act_by, "goal": note.goal, "project": note.project, "on": note.on,
        "shareable": "yes" if note.shareable else "no", "text": note.text,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Feedback]:
        return feedback.edit(store, [id], fields.values(store, given, EDITED, CLEARED))

    result = fields.in_form(f"{note.ref} {human.parties(note)}", before, save, long=("text",))
    answer(result, "feedback.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the notes, in one step."""
    answer(delete_all(store, "feedback", ids), "feedback.delete", deleted, as_json=as_json)
