"""`lnet interaction`: the conversations that were recorded."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.app import settings
from lnet.cli.opened import opened
from lnet.cli.options import (
    AsCsv,
    AsJson,
    Goal,
    Goals,
    Known,
    Limit,
    Note,
    NoTopics,
    On,
    Since,
    Topics,
    Until,
    Via,
    With,
    Yes,
    named,
    one_of,
    past_day,
)  # fmt: skip
from lnet.cli.sentence import Community, Event, Project, depth_of, moment, place
from lnet.domain import vocabulary as words
from lnet.errors import BadInputError
from lnet.render.human import interaction as human
from lnet.services import interactions
from lnet.services.interactions import NOUN, Changes, Filter
from lnet.services.names import resolve_all
from lnet.services.references import find, find_all
from lnet.store.connect import Store
from lnet.store.write.rows import Value

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Conversations: list, show, edit, delete."
)

Refs = Annotated[
    list[str],
    typer.Argument(metavar="REF...", help="Such as i41; - reads them from standard input.", click_type=Known(NOUN)),
]
Ask = Annotated[str | None, typer.Option("--ask", help="What to ask next time.")]
NoGoals = Annotated[
    list[str], typer.Option("--no-goal", help="A goal it was not for; repeatable.", click_type=Known("goal"))
]
DIRECTION = one_of(words.DIRECTIONS, "--direction", help="Who turned to whom: both, you, or they.")


@app.command("list")
def list_(
    with_: With = [],  # noqa: B006  # Typer copies it
    since: Since = None,
    until: Until = None,
    via: Via = None,
    topic: Annotated[
        str | None, typer.Option("--topic", "-t", help="About this topic.", click_type=Known("topic"))
    ] = None,
    goal: Goal = None,
    planned: Annotated[bool, typer.Option("--planned", help="What is planned instead.")] = False,
    event: Annotated[str | None, typer.Option("--event", help="At this event.", click_type=Known("event"))] = None,
    community: Annotated[
        str | None, typer.Option("--community", help="In this community.", click_type=Known("community"))
    ] = None,
    project: Annotated[
        str | None, typer.Option("--project", help="For this project.", click_type=Known("project"))
    ] = None,
    limit: Limit = 50,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """The conversations, newest first.

    Example: lnet interaction list --with ada --since "3 months ago"
    """
    with opened() as store:
        wanted = Filter(
            [who.id for who in resolve_all(store, with_)], past_day(since), past_day(until), via, topic,
            find(store, "goal", goal) if goal else None, planned, place(store, "community", community),
            place(store, "project", project), place(store, "event", event),
        )  # fmt: skip
        talks = interactions.listed(store, wanted, limit)
    answer_list(talks, "interaction.list", human.listed(planned=planned), as_json=as_json, as_csv=as_csv)


@app.command()
def show(refs: Refs, as_json: AsJson = False) -> None:
    """One conversation whole.

    Example: lnet interaction show i41
    """
    with opened() as store:
        answer_pages(store, find_all(store, NOUN, named(refs)), as_json)


@app.command()
def edit(
    refs: Refs,
    summary: Annotated[str | None, typer.Option("--summary", help="What was said.")] = None,
    with_: With = [],  # noqa: B006  # Typer copies it
    without: Annotated[list[str], typer.Option("--no-with", help="Somebody who was not there; repeatable.")] = [],  # noqa: B006
    on: On = None,
    via: Via = None,
    topics: Topics = [],  # noqa: B006
    no_topics: NoTopics = [],  # noqa: B006
    depth: Annotated[str | None, typer.Option("--depth", help="1 ambient, 2 chat, 3 substantive, 4 deep.")] = None,
    goals: Goals = [],  # noqa: B006
    no_goals: NoGoals = [],  # noqa: B006
    event: Event = None,
    community: Community = None,
    project: Project = None,
    direction: Annotated[str | None, DIRECTION] = None,
    ask: Ask = None,
    note: Note = None,
    private: Annotated[
        bool | None, typer.Option("--private/--no-private", help="Keep it out of what you share.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Change a conversation; with no option, on a terminal, in your editor.

    Example: lnet interaction edit i41 --on yesterday --topic sql
    """
    values: dict[str, Value] = {
        "summary": summary,
        "channel": via,
        "depth": depth_of(depth),
        "note": note,
        "private": private,
        "direction": direction,
        "next_question": ask,
    }
    values = {name: value for name, value in values.items() if value is not None}
    with opened() as store:
        ids = find_all(store, NOUN, named(refs))
        if on:
            values["occurred_on"], time = moment_for(store, ids, on)
            values |= {"time": time} if time else {}
        values |= places(store, {"event": event, "community": community, "project": project})
        aims, no_aims = ([find(store, "goal", goal) for goal in each] for each in (goals, no_goals))
        people, gone = ([who.id for who in resolve_all(store, names)] for names in (with_, without))
        changes = Changes(values, people, gone, topics, no_topics, aims, no_aims)
        if not any(changes):
            for id in ids:
                edit_ref(store, id)
        else:
            answer(interactions.edit(store, ids, changes), "interaction.edit", human.saved, as_json=as_json)


@app.command()
def delete(refs: Refs, yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete conversations; what was promised and learned in them stays.

    Example: lnet interaction delete i41
    """
    with opened() as store:
        delete_ref(store, find_all(store, NOUN, named(refs)), as_json)


def moment_for(store: Store, ids: Sequence[int], text: str) -> tuple[date | None, str | None]:
    """The new day, and the time if one is said: a plan lies ahead, what was held does not."""
    return moment(text, ahead=all(interactions.get(store, id).planned for id in ids))


def places(store: Store, given: dict[str, str | None]) -> dict[str, Value]:
    """The event, community and project that are named, by column; "" for one it was not at or for."""
    return {f"{noun}_id": place(store, noun, text) or "" for noun, text in given.items() if text is not None}


def show_ref(store: Store, id: int, as_json: bool) -> None:
    """Show one conversation."""
    answer_pages(store, [id], as_json)


def answer_pages(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """One page a conversation; as JSON one object, or a list for several."""
    pages = [interactions.page(store, id) for id in ids]
    data = pages[0] if len(pages) == 1 else pages
    answer(data, "interaction.show", lambda _, screen: human.shown(pages, settings.today, screen), as_json=as_json)


def delete_ref(store: Store, ids: Sequence[int], as_json: bool) -> None:
    """Delete conversations."""
    answer(interactions.delete(store, ids), "interaction.delete", human.deleted, as_json=as_json)


def edit_ref(store: Store, id: int) -> None:
    """Change one conversation in the editor."""
    from lnet.cli.form import edited, joined, list_changes

    talk = interactions.get(store, id)
    fields = {
        "on": f"{talk.occurred_on.isoformat()} {talk.time or ''}".strip(),
        "with": joined([who["name"] for who in talk.participants]), "via": talk.channel, "topics": joined(talk.topics),
        "summary": talk.summary, "note": talk.note or "",
    }  # fmt: skip

    def save(changed: dict[str, str]) -> object:
        came, gone = list_changes(fields["with"], changed.get("with", fields["with"]))
        added, dropped = list_changes(fields["topics"], changed.get("topics", fields["topics"]))
        people, others = ([who.id for who in resolve_all(store, names)] for names in (came, gone))
        values: dict[str, Value] = {name: changed[name] for name in ("summary", "note") if name in changed}
        if "on" in changed:
            values["occurred_on"], values["time"] = moment_for(store, [id], changed["on"])
        if "via" in changed:
            values["channel"] = channel(changed["via"])
        return interactions.edit(store, [id], Changes(values, people, others, added, dropped))

    result = edited(f"Conversation {talk.ref}", fields, save, long=("summary", "note"))
    answer(
        result,
        "interaction.edit",
        lambda saved, screen: human.saved(saved, screen) if saved else screen.line("Nothing changed."),
    )


def channel(text: str) -> str:
    """A channel as it is stored; raises BadInputError for a word that is none."""
    word = text.strip().lower().replace(" ", "_").replace("-", "_")
    if word not in words.CHANNELS:
        raise BadInputError(f"'{text}' is no channel", ", ".join(words.CHANNELS))
    return word
