"""`lnet project`: work shared with others, what was agreed about it, and what it taught."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from lnet.cli import fields
from lnet.cli.answer import answer, answer_list
from lnet.cli.newcomers import Create, party
from lnet.cli.opened import opened
from lnet.cli.options import All, AsCsv, AsJson, By, Goal, Known, Limit, People, With, Yes, named, one_of
from lnet.domain import vocabulary as words
from lnet.errors import UsageError
from lnet.render.human import project as human
from lnet.render.human.saved import deleted
from lnet.services import projects
from lnet.services.changes import Changes
from lnet.services.names import resolve
from lnet.services.projects import NOUN, Filter
from lnet.services.references import find, find_all
from lnet.services.references import ref as ref_of
from lnet.services.saved import Saved, delete_all
from lnet.store.connect import Store
from lnet.store.read.projects import Project

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Projects shared with others."
)

NewTitle = Annotated[list[str], typer.Argument(metavar="TITLE...", help="The title; its words are joined.")]
Ref = Annotated[str, typer.Argument(metavar="REF", help="j4, 4 or the start of the title.", click_type=Known(NOUN))]
Refs = Annotated[list[str], fields.many(NOUN, "j4, 4 or the start of the title")]
Words = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT]...", help="What it was like; learned: … becomes an insight.")
]
Title = Annotated[str | None, typer.Option("--title", help="Another title.")]
Status = Annotated[str | None, one_of(words.PROJECT_STATUSES, "--status", help="Active, paused or closed.")]
NoWith = Annotated[list[str], typer.Option("--no-with", help="Take a person away.", click_type=Known("contact"))]
Working = Annotated[str | None, typer.Option("--with", help="Only with this person.", click_type=Known("contact"))]
Role = Annotated[str | None, typer.Option("--role", metavar="TEXT", help="What they do in it.")]
Remove = Annotated[bool, typer.Option("--remove", help="Let them work on it no more.")]
Purpose = Annotated[str | None, typer.Option("--purpose", help="What it is for.")]
DoneWhen = Annotated[str | None, typer.Option("--done-when", help="How you will know that it is done.")]
WhoDoesWhat = Annotated[str | None, typer.Option("--roles", help="Who does what.")]
Cadence = Annotated[str | None, typer.Option("--cadence", help="How often you talk about it.")]
Channel = Annotated[str | None, typer.Option("--channel", help="Where you talk about it.")]
Decisions = Annotated[str | None, typer.Option("--decisions", help="How you decide.")]
Credit = Annotated[str | None, typer.Option("--credit", help="Who is named for it.")]
Exit = Annotated[str | None, typer.Option("--exit", help="How somebody may leave.")]
NONE: list[str] = []

CHARTER: fields.Singles = {
    "purpose": ("purpose", fields.as_typed),
    "done_when": ("done_when", fields.as_typed),
    "roles": ("roles", fields.as_typed),
    "by": ("due_on", fields.due_day),
    "cadence": ("cadence", fields.as_typed),
    "channel": ("channel", fields.as_typed),
    "decisions": ("decisions", fields.as_typed),
    "credit": ("credit", fields.as_typed),
    "exit": ("exit", fields.as_typed),
}
ADDED: fields.Singles = {"goal": ("goal_id", fields.reference("goal")), "by": CHARTER["by"]}
SINGLES: fields.Singles = {
    "title": ("title", fields.as_typed),
    "status": ("status", fields.word_of("status", words.PROJECT_STATUSES)),
    **ADDED,
    **CHARTER,
    "retro": ("retrospective", fields.as_typed),
}
CLEARED = {"title": "", "status": "active"}


def changes(store: Store, given: Mapping[str, Any], singles: fields.Singles = SINGLES) -> Changes:
    """What the options say, by their names; those left out change nothing."""
    return fields.changes(store, given, singles, CLEARED)


# Which options were given is read from the context: the names there are those of SINGLES.
@app.command()
def add(
    ctx: typer.Context, title: NewTitle, with_: With = NONE, goal: Goal = None, by: By = None, as_json: AsJson = False
) -> None:
    """Add a project that you share with others.

    Example: lnet project add "Plan viewer" --with ada --goal g3
    """
    with opened() as store:
        result = projects.add(store, " ".join(title), changes(store, ctx.params, ADDED))
        answer(result, "project.add", human.saved("Added", store.today), as_json=as_json)


@app.command("list")
def list_(
    status: Status = None, goal: Goal = None, member: Working = None, everything: All = False, limit: Limit = None,
    as_csv: AsCsv = False, as_json: AsJson = False,
) -> None:  # fmt: skip
    """The projects that are active or paused, the active ones first, by their deadline.

    Example: lnet project list --with ada
    """
    with opened() as store:
        serving = ref_of("goal", find(store, "goal", goal)) if goal else None
        contact = resolve(store, member).id if member else None
        wanted = Filter(status or None, serving, contact, everything)
        rows = projects.listed(store, wanted, limit)
    draw = human.listed(narrowed=wanted != Filter(everything=everything))
    answer_list(rows, "project.list", draw, as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """A project whole: its charter, who does what, what was said, and what it taught.

    Example: lnet project show j4
    """
    with opened() as store:
        answer_pages(store, found(store, refs), as_json)


def found(store: Store, texts: Sequence[str], *, live: bool = False) -> list[int]:
    """The ids of a positional that takes many; raises UsageError if standard input named none."""
    ids = find_all(store, NOUN, named(texts), live=live)
    if not ids:
        raise UsageError("no project was named")
    return ids


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page a project; as JSON one object, or a list for several, with every list whole."""
    from lnet.render.human import project_page
    from lnet.services.project_pages import SHOWN, pages

    found = pages(store, ids, None if as_json else SHOWN)
    data = found[0] if len(found) == 1 else found
    answer(data, "project.show", lambda _, screen: project_page.shown(found, store.today, screen), as_json=as_json)


@app.command()
def edit(
    ctx: typer.Context, refs: Refs, title: Title = None, status: Status = None, goal: Goal = None,
    with_: With = NONE, no_with: NoWith = NONE, by: By = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Change projects: options set or add, --no-with takes away, "" clears; without options a form opens.

    What was agreed has a command of its own: lnet project charter.

    Example: lnet project edit j4 --status paused
    """
    with opened() as store:
        ids, wanted = found(store, refs), changes(store, ctx.params)
        if wanted.empty:
            edit_ref(store, fields.only(ids), as_json)
        else:
            result = projects.edit(store, ids, wanted)
            answer(result, "project.edit", human.saved("Changed", store.today), as_json=as_json)


@app.command()
def charter(
    ctx: typer.Context, ref: Ref, purpose: Purpose = None, done_when: DoneWhen = None, roles: WhoDoesWhat = None,
    by: By = None, cadence: Cadence = None, channel: Channel = None, decisions: Decisions = None,
    credit: Credit = None, exit: Exit = None, as_json: AsJson = False,  # noqa: A002  # the option is called so
) -> None:  # fmt: skip
    """What you agreed on with the others, and what is not said yet; "" clears.

    Example: lnet project charter j4 --purpose "see where a query spends its time" --by "20 sep"
    """
    with opened() as store:
        id, wanted = find(store, NOUN, ref), changes(store, ctx.params, CHARTER)
        if wanted.empty:
            (project,) = projects.get(store, [id])
            answer(project, "project.charter", human.said(store.today), as_json=as_json)
        else:
            result = projects.edit(store, [id], wanted, "project charter")
            answer(result, "project.charter", human.agreed(store.today), as_json=as_json)


@app.command()
def member(
    ref: Ref, people: People, role: Role = None, remove: Remove = False, create: Create = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Note who works on a project, and as what; an unknown name is offered for adding.

    Example: lnet project member j4 ada --role parser
    """
    with opened() as store:
        id, who = find(store, NOUN, ref), party(store, named(people), create=create, leaving=remove)
        result = projects.remove_members(store, id, who) if remove else projects.add_members(store, id, who, role)
        verb = "Removed from" if remove else "Added to"
        answer(result, "project.member", human.belonging(verb, who.names), as_json=as_json)


@app.command()
def retro(ref: Ref, text: Words = None, as_json: AsJson = False) -> None:
    """Look back at a project; what is labelled learned:, practice: or trend: becomes an insight.

    Example: lnet project retro j4 "good pace, late tests; learned: agree on colours before the data"
    """
    from lnet.domain.sentence import joined
    from lnet.render.human.retro import looked_back
    from lnet.services.retro import retro

    with opened() as store:
        id = find(store, NOUN, ref)
        result = retro(store, id, joined(text) if text else asked())
        answer(result, "project.retro", looked_back, as_json=as_json)


def asked() -> str:
    """What the person on the terminal says of a project; nothing where nobody can be asked."""
    from lnet.cli.settings import can_ask

    if not can_ask():
        return ""
    from lnet.cli.prompt import ask_retro

    return ask_retro()


@app.command()
def close(refs: Refs, as_json: AsJson = False) -> None:
    """Projects that are over, whether they got where they should or not.

    Example: lnet project close j4
    """
    with opened() as store:
        result = projects.close(store, found(store, refs, live=True))
        answer(result, "project.close", human.closed, as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete projects; their conversations stay. Nothing is asked: undo brings all of it back.

    Example: lnet project delete j4
    """
    with opened() as store:
        delete_ref(store, found(store, refs), as_json)


# --- for `lnet show`, `edit` and `delete` (see kinds) -----------------------------------------------------------


def show_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The page of one project."""
    answer_pages(store, [id], as_json)


def edit_ref(store: Store, id: int, as_json: bool = False) -> None:
    """The form of one project."""
    project = projects.get(store, [id])[0]
    before: dict[str, object] = {
        "title": project.title, "status": project.status, "goal": project.goal,
        "with": [who.slug for who in project.members], "purpose": project.purpose, "done-when": project.done_when,
        "roles": project.roles, "by": project.due_on, "cadence": project.cadence, "channel": project.channel,
        "decisions": project.decisions, "credit": project.credit, "exit": project.exit,
        "retro": project.retrospective,
    }  # fmt: skip

    def save(given: dict[str, Any]) -> Saved[Project]:
        return projects.edit(store, [id], changes(store, given | {"with_": given.get("with")}))

    result = fields.in_form(f"{project.ref} {project.title}", before, save, long=("retro",))
    answer(result, "project.edit", human.edited(store.today), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool = False) -> None:
    """Delete the projects, in one step."""
    answer(delete_all(store, NOUN, ids), "project.delete", deleted, as_json=as_json)
