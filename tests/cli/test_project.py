"""`lnet project`, as it is typed."""

import json
from datetime import date
from pathlib import Path

import pytest

from lnet.domain.charter import CHARTER
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import insight, project
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet, Seed
from tests.statements import asked
from tests.transcript import check

KEYS = ["ref", "id", "uid", "title", "status", "members", "goal", "purpose", "done_when", "roles", "due_on", "cadence",
        "channel", "decisions", "credit", "exit", "retrospective", "closed_on", "created_at", "updated_at",
        "missing"]  # fmt: skip


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada, Wei and a goal, and nothing else."""
    seed("contact add Ada Lovelace", "contact add Wei Chen", "goal add Read query plans")


def test_a_project_is_agreed_on_worked_on_and_closed(lnet: Lnet) -> None:
    """Every step of its life answers in a few lines, with the way back; what is missing is told, never demanded."""
    check(
        lnet,
        """
        $ lnet project list
        None under way: lnet project add "Plan viewer" --with NAME
        $ lnet project add Plan viewer --with ada --goal g1
        Added j1 · Plan viewer
          not right? lnet undo
        $ lnet project charter j1 --purpose "see where time goes" --by "20 jun" --cadence fortnightly --exit "say so"
        Changed j1 · Plan viewer
          purpose    see where time goes
          by         Sat 20 Jun
          cadence    fortnightly
          exit       say so
          members    Ada Lovelace
          not said yet, if it helps:
            --done-when  how will you know that it is done?
            --roles      who does what?
            --channel    where do you talk about it?
            --decisions  how do you decide?
            --credit     who is named for it?
          not right? lnet undo
        $ lnet project member j1 wei --role releases
        Added to j1 · Plan viewer · Wei Chen (releases)
          not right? lnet undo
        $ lnet project member plan ada --role parser
        Added to j1 · Plan viewer · Ada Lovelace (parser)
          not right? lnet undo
        $ lnet project charter 1 --done-when "1.0 is out" --channel video --decisions "by consent" --credit "all names"
        Changed j1 · Plan viewer
          purpose    see where time goes
          done when  1.0 is out
          by         Sat 20 Jun
          cadence    fortnightly
          channel    video
          decisions  by consent
          credit     all names
          exit       say so
          members    Ada Lovelace (parser), Wei Chen (releases)
          not right? lnet undo
        $ lnet project list
        ref  project      status  by          members                 charter
        j1   Plan viewer  active  2026-06-20  Ada Lovelace, Wei Chen  –
        $ lnet followups
        Nobody needs you today.
        date        what
        2026-06-20  Plan viewer is due on Sat 20 Jun (in 5 days)
        $ lnet project close j1
        Closed j1 · Plan viewer
          what did it teach you? lnet project retro j1 "…; learned: …"
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        $ lnet project list
        None under way: lnet project add "Plan viewer" --with NAME
        $ lnet project delete j1
        Deleted j1 · Plan viewer
          not right? lnet undo
        """,
    )


def test_what_hangs_on_a_project_is_on_its_page(lnet: Lnet) -> None:
    """Its goal, members and what is missing; conversations, what they taught, and feedback."""
    lnet("project add Plan viewer --goal g1 --by '20 jun'")
    lnet("project member j1 ada --role parser")
    lnet("log", "call with Ada about the layout; trend: plans as flames", "--project", "j1", today=date(2026, 6, 1))
    lnet("plan", "fri: call with Ada and Wei", "--project", "plan")
    lnet("feedback", "receive", "ada", "Slow down", "--project", "j1", today=date(2026, 6, 3))
    check(
        lnet,
        """
        $ lnet show j1
        j1 · Plan viewer · active
          by         Sat 20 Jun
          missing    purpose, done when, cadence, channel, decisions, credit, exit: lnet project charter j1
          members    Ada Lovelace (parser)
          goal       g1 Read query plans

        Planned
          i2  Fri 19 Jun · call · Ada Lovelace, Wei Chen · call with Ada and Wei

        Conversations
          i1  Mon 1 Jun · call · Ada Lovelace · call with Ada about the layout

        Learned
          n1  plans as flames

        Feedback
          f1  Ada Lovelace · received Wed 3 Jun: Slow down · open
        $ lnet interaction list --project j1
        ref  day         how   with          what
        i1   2026-06-01  call  Ada Lovelace  call with Ada about the layout
        $ lnet contact show ada
        …

        Projects
          j1  Plan viewer · parser
        """,
    )


def test_a_retrospective_yields_insights_for_the_goal(lnet: Lnet) -> None:
    """Its clauses become insights of a conversation with nobody, on the project; everything else is its text."""
    lnet("project add Plan viewer --goal g1 --with ada")
    check(
        lnet,
        """
        $ lnet project retro j1 "Good pace; next: rest; learned: agree on colours first #design; practice: freeze early"
        Looked back at j1 · Plan viewer
          Good pace; next: rest
          learned n1  agree on colours first, for g1
          learned n2  freeze early, for g1
          not right? lnet undo
        $ lnet insight list --goal g1
        ref  on          kind      from  insight
        n2   2026-06-15  practice  –     freeze early
        n1   2026-06-15  idea      –     agree on colours first #design
        $ lnet project close j1
        Closed j1 · Plan viewer
          not right? lnet undo
        $ lnet show j1
        j1 · Plan viewer · closed
          members    Ada Lovelace
          goal       g1 Read query plans
          closed     Mon 15 Jun
          retro      Good pace; next: rest

        Conversations
          i1  Mon 15 Jun · other · looked back at Plan viewer

        Learned
          n2  freeze early
          n1  agree on colours first
        $ lnet contact show ada
        Ada Lovelace · ada-lovelace

        Projects
          j1  Plan viewer · closed
        """,
    )


def test_a_retrospective_is_replaced_by_a_text_and_kept_by_clauses_alone(lnet: Lnet) -> None:
    """A second text says that it takes the place of the first; a lesson alone leaves it; undo takes all of it back."""
    lnet("project add Atlas")
    first = data(lnet, "project", "retro", "j1", "First\nthoughts")
    assert (first["retrospective"], first["insights"], first["warnings"]) == ("First\nthoughts", [], [])
    again = data(lnet, "project", "retro", "j1", "Second", "thoughts")
    assert again["warnings"] == ["it takes the place of the former retrospective"]
    taught = data(lnet, "project", "retro", "j1", "good", "start", "trend:", "maps", "+design")
    assert [(each["text"], each["kind"], each["goal"]) for each in taught["insights"]] == [("maps", "trend", None)]
    alone = data(lnet, "project", "retro", "j1", "learned: colours first")
    assert (alone["retrospective"], alone["insights"][0]["interaction"]) == ("good start", "i2")
    lnet("undo")
    assert (lnet("show n2").status, lnet("show i2").status) == (3, 3)


def test_a_retrospective_is_asked_for_on_a_terminal(lnet: Lnet) -> None:
    """What it was like, then lesson after lesson, until Enter."""
    lnet("project add Atlas")
    terminal = Terminal()
    child = terminal.run("project", "retro", "j1")
    for question, answer in (
        ("differently?", "late but good"), ("learn?", "colours first"), ("learn?", "test early; trend: maps"),
        ("learn?", ""),
    ):  # fmt: skip
        child.expect(question.replace("?", r"\?"))
        child.sendline(answer)
    assert terminal.finish()[1] == 0
    terminal.close()
    shown = data(lnet, "show", "j1")
    assert shown["retrospective"] == "late but good"
    assert [(each["text"], each["kind"]) for each in shown["insights"]] == [
        ("maps", "trend"), ("test early", "idea"), ("colours first", "idea"),
    ]  # fmt: skip


def test_who_does_what_is_said_once_each_member_has_a_role(lnet: Lnet) -> None:
    """A role for each member answers the question; so does a text, and "" takes either back."""
    lnet("project add Atlas --with ada --with wei")
    assert "roles" in data(lnet, "project", "member", "j1", "ada", "--role", "maps")["missing"]
    assert "roles" not in data(lnet, "project", "member", "j1", "wei", "--role", "timetables")["missing"]
    cleared = data(lnet, "project", "member", "j1", "wei", "--role", "")
    assert ("roles" in cleared["missing"], cleared["members"][1]["role"]) == (True, None)
    assert "roles" not in data(lnet, "project", "charter", "j1", "--roles", "as it comes")["missing"]
    assert "roles" in data(lnet, "project", "charter", "j1", "--roles", "")["missing"]


def test_a_whole_charter_misses_nothing(lnet: Lnet) -> None:
    """Of a new project all nine fields are missing, by the names of the domain; in the end none is."""
    lnet("project add Atlas")
    assert data(lnet, "project", "charter", "j1")["missing"] == [field.name for field in CHARTER]
    assert lnet("project list").out.splitlines()[1].endswith("9 fields missing")
    options = [word for field in CHARTER for word in (field.option, "1 jul" if field.option == "--by" else "x")]
    assert data(lnet, "project", "charter", "j1", *options)["missing"] == []


def test_the_active_stand_first_by_their_deadline(lnet: Lnet) -> None:
    """Then those that rest, then (with --all) those that are over, the newest first."""
    for title, day in (("Later", "1 sep"), ("Whenever", ""), ("Soon", "20 jun"), ("Resting", "16 jun")):
        lnet("project", "add", title, "--by", day)
    for title, closed in (("Old", date(2026, 5, 1)), ("Newer", date(2026, 6, 1))):
        lnet("project", "add", title)
        lnet("project", "close", title, today=closed)
    lnet("project edit resting --status paused")
    titles = [each["title"] for each in data(lnet, "project", "list", "--all")]
    assert titles == ["Soon", "Later", "Whenever", "Resting", "Newer", "Old"]
    assert [each["title"] for each in data(lnet, "project", "list", "--limit", "4")] == titles[:4]
    assert [each["title"] for each in data(lnet, "project", "list")] == titles[:4]


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By status, goal and person; nothing left says so."""
    lnet("project add A --with ada --goal g1")
    lnet("project add B")
    lnet("project close B")
    titles = {
        options: [each["title"] for each in data(lnet, "project", "list", *options.split())]
        for options in ("", "--all", "--status closed", "--goal g1", "--with ada", "--with wei")
    }
    assert titles == {"": ["A"], "--all": ["A", "B"], "--status closed": ["B"], "--goal g1": ["A"],
                      "--with ada": ["A"], "--with wei": []}  # fmt: skip
    assert lnet("project list --with wei").out == "No project fits.\n"


def test_the_json_and_the_csv_have_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract: none is renamed or removed."""
    lnet("project add Atlas --goal g1 --by 20jun")
    added = data(lnet, "project", "add", "Plan viewer", "--goal", "g1", "--by", "20 jun", "--with", "ada")
    assert list(added) == [*KEYS, "undo", "warnings"]
    assert added["members"] == [{"name": "Ada Lovelace", "slug": "ada-lovelace", "role": None}]
    assert (added["goal"], added["due_on"], added["status"]) == ("g1", "2026-06-20", "active")
    shown = json.loads(lnet("project show plan --json").out)
    assert shown["schema"] == "lnet.project.show/1"
    assert list(shown["data"]) == [*KEYS, "interactions", "insights", "feedback"]
    assert lnet("project list --csv").out.splitlines()[0] == ",".join(KEYS)
    assert [each["title"] for each in data(lnet, "contact", "show", "ada")["projects"]] == ["Plan viewer"]


def test_one_reference_answers_an_object_and_several_a_list(lnet: Lnet) -> None:
    """For reading and for writing alike; each thing once."""
    lnet("project add A")
    lnet("project add B")
    assert [each["title"] for each in data(lnet, "project", "show", "j2", "1", "j1")] == ["B", "A"]
    assert lnet("project show j1 j2").out.count("\n\nj2 · B") == 1
    assert [each["closed_on"] for each in data(lnet, "project", "close", "j1", "j2")] == ["2026-06-15", "2026-06-15"]
    assert data(lnet, "project", "delete", "-", stdin="j1\nj2\n") == {"deleted": ["j1", "j2"], "undo": 7}


def test_one_that_is_over_keeps_its_day_until_it_is_taken_up_again(lnet: Lnet) -> None:
    """Closing twice changes nothing; an edit of the status opens it again; of two alike the one under way is closed."""
    lnet("project add Atlas")
    lnet("project close atlas")
    again = data(lnet, "project", "close", "j1", today=date(2026, 7, 1))
    assert (again["closed_on"], again["warnings"]) == ("2026-06-15", ["j1 was closed already"])
    lnet("project add Atlas")
    assert data(lnet, "project", "close", "atlas")["ref"] == "j2"
    assert data(lnet, "project", "edit", "j1", "--status", "active")["closed_on"] is None


def test_an_edit_sets_adds_takes_away_and_clears(lnet: Lnet) -> None:
    """Options set, --with adds, --no-with takes away, an empty text clears; what was not named stays."""
    lnet("project add Atlas --with ada --goal g1 --by '20 jun'")
    lnet("project charter j1 --purpose shade")
    changed = data(
        lnet, "project", "edit", "j1", "--title", "Atlas II", "--goal", "", "--by", "", "--with", "wei", "--no-with",
        "ada", "--status", "paused",
    )  # fmt: skip
    kept = ("title", "goal", "due_on", "status", "purpose")
    assert [changed[name] for name in kept] == ["Atlas II", None, None, "paused", "shade"]
    assert [each["name"] for each in changed["members"]] == ["Wei Chen"]
    assert lnet("project show 'atlas ii'").out.startswith("j1 · Atlas II · paused")


def test_members_are_added_once_and_may_be_new(lnet: Lnet) -> None:
    """Somebody unknown stops a script, unless --create adds them; who was there already is told."""
    lnet("project add Atlas --with ada")
    check(
        lnet,
        """
        $ lnet project member j1 wei "Ravi Patel" --role maps
        lnet: no contact named 'Ravi Patel'
        [3]
        $ lnet project member j1 wei "Ravi Patel" --role maps --create
        Added to j1 · Atlas · Wei Chen (maps), Ravi Patel (maps)
          Ravi Patel is new in your network
          not right? lnet undo
        $ lnet project member j1 ada
        Added to j1 · Atlas · Ada Lovelace
          Ada Lovelace was a member already
          not right? lnet undo
        $ lnet project member j1 ravi ada --remove
        Removed from j1 · Atlas · Ravi Patel, Ada Lovelace
          not right? lnet undo
        $ lnet project member j1 ada --remove
        lnet: no member 'j1 Ada Lovelace'
        [3]
        """,
    )


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("project add ' '", 4, "lnet: a project needs words\n"),
        ("project add A --goal nope", 3, "lnet: no goal 'nope'\n"),
        ("project add A --with nobody", 3, "lnet: no contact named 'nobody'\n"),
        ("project edit atlas --title ''", 4, "lnet: a project needs words\n"),
        ("project edit atlas", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("project charter atlas --by 2026-02-30", 4, "lnet: '2026-02-30': there is no such day\n"),
        ("project charter j9", 3, "lnet: no project 'j9'\n"),
        ("project member atlas -", 2, "lnet: nobody was named\n"),
        ("project retro atlas", 2,
         "lnet: what was it like? say it in a text · lnet project retro j1 \"…; learned: …\"\n"),
        ("project retro atlas ' ; learned: '", 2,
         "lnet: what was it like? say it in a text · lnet project retro j1 \"…; learned: …\"\n"),
        ("project close -", 2, "lnet: no project was named\n"),
        ("project show g1", 3, "lnet: no project 'g1' · g1 names a goal\n"),
        ("project show altas", 3, "lnet: no project 'altas' (did you mean j1 Atlas?)\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("project add Atlas")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.err, ran.status, ran.out) == (message, status, "")
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing, and the JSON holds the text as it was typed."""
    lnet("contact", "add", HOSTILE)
    added = data(lnet, "project", "add", HOSTILE, "--by", "20 jun")
    assert added["title"] == HOSTILE
    lnet("project", "member", "j1", HOSTILE, "--role", HOSTILE)
    for field in CHARTER:
        lnet("project", "charter", "j1", field.option, "20 jun" if field.option == "--by" else HOSTILE)
    assert_safe(lnet("project", "retro", "j1", f"{HOSTILE}\nlearned: {HOSTILE}").out)
    commands = ("show j1", "list", "list --csv", "charter j1", "close j1", "delete j1")
    for command in ("followups", *(f"project {each}" for each in commands)):
        ran = lnet(command)
        assert ran.status == 0
        assert_safe(ran.out)


def test_a_narrow_terminal_shows_a_line_each_and_the_details_below(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 40 columns no title is broken into letters."""
    monkeypatch.setenv("NO_COLOR", "1")
    lnet("project add See where a query spends its time --by '20 jun' --with ada")
    terminal = Terminal()
    terminal.run("project", "list", columns=40)
    listed, _ = terminal.finish()
    terminal.run("project", "charter", "j1", columns=40)
    shown, _ = terminal.finish()
    terminal.close()
    assert "j1 See where a query spends its time\r\n" in listed
    assert "active · 2026-06-20 · Ada Lovelace · 8" in listed
    assert "--purpose    what is it for?" in shown


def test_a_large_project_is_asked_as_often_as_a_small_one(
    lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """Not one statement more for many conversations and insights; and a page shows only the newest."""
    path, commands = home / "lnet.db", ("project list", "project show j1", "project charter j1", "project close j1")

    def grow(number: int) -> None:
        held = talk(store, number, 1, 2, project_id=1)
        with step(store, "seed") as open_:
            insight.add(open_, f"lesson {number}", interaction_id=held, goal_id=1)

    with step(store, "seed") as open_:
        project.add(open_, "Atlas", goal_id=1)
        project.add_member(open_, 1, 1)
    grow(1)
    small = path.read_bytes()
    for number in range(2, 30):
        grow(number)
    large = path.read_bytes()
    for command in commands:
        few, many = (asked(lnet, path, image, command, monkeypatch) for image in (small, large))
        assert len(many) == len(few), command
    assert lnet("show j1").out.count("and 24 more") == 2
