"""`lnet show`, `edit` and `delete`: anything that has a name or a reference."""

import json

import pytest

from lnet.cli.commands import COMMANDS
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write.rows import insert
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture
def things(lnet: Lnet, seed: Seed) -> Lnet:
    """Ada, a goal, a conversation with a promise."""
    seed("add Ada Lovelace", "goal add 'Read query plans'", "log 'coffee with Ada; me: send paper'")
    return lnet


@pytest.mark.parametrize(
    ("ref", "schema"),
    [
        ("ada", "lnet.contact.show/1"),
        ("c1", "lnet.contact.show/1"),
        ("g1", "lnet.goal.show/1"),
        ("G1", "lnet.goal.show/1"),
        ("read query", "lnet.goal.show/1"),
        ("i1", "lnet.interaction.show/1"),
        ("p1", "lnet.promise.show/1"),
    ],
)
def test_a_reference_a_name_or_a_title_is_shown_as_its_noun_shows_it(things: Lnet, ref: str, schema: str) -> None:
    """`lnet show` answers what `lnet NOUN show` does."""
    answer = json.loads(things("show", ref, "--json").out)
    assert (answer["schema"], type(answer["data"])) == (schema, dict)


def test_a_person_found_by_name_is_never_taken_for_another_called_like_a_reference(lnet: Lnet) -> None:
    """Somebody named C2 has the slug c2; the second contact is still themselves."""
    lnet("add C2")
    lnet("add Ada Lovelace")
    assert lnet("show ada").out.startswith("Ada Lovelace")
    assert lnet("show c2").out.startswith("C2")
    assert lnet("delete ada").out.startswith("Deleted Ada Lovelace\n")


def test_things_of_several_kinds_are_shown_together(things: Lnet) -> None:
    """On paper one after the other, as JSON in one list."""
    data = json.loads(things("show ada g1 i1 --json").out)["data"]
    assert [each["ref"] for each in data] == ["ada-lovelace", "g1", "i1"]
    assert things("show ada g1").out == things("show ada").out + "\n" + things("show g1").out
    assert things("show -", stdin="ada\ng1\n").out == things("show ada g1").out


def test_things_of_several_kinds_are_deleted_and_come_back(things: Lnet) -> None:
    """Each kind is one step."""
    assert things("delete ada g1").status == 0
    assert (things("show ada").status, things("show g1").status) == (3, 3)
    things("undo")
    things("undo")
    assert (things("show ada").status, things("show g1").status) == (0, 0)


def test_nothing_is_deleted_if_one_reference_is_wrong(things: Lnet) -> None:
    """All are looked up before the first goes."""
    assert things("delete ada g9").status == 3
    assert things("show ada").status == 0


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("show adda", 3, "no contact named 'adda' (did you mean Ada Lovelace?)"),
        ("show g9", 3, "no goal 'g9'"),
        ("show 1", 3, "no contact named '1' · say which kind: g1, i1 …"),
        ("show", 2, "Missing argument"),
        ("edit g1", 2, "nothing to change"),
        ("delete e1", 3, "no event 'e1'"),
    ],
)
def test_what_is_not_there_is_said(things: Lnet, words: str, status: int, said: str) -> None:
    """A reference in vain ends with 3, a call that cannot mean anything with 2."""
    ran = things(words)
    assert (ran.status, said in ran.err) == (status, True), ran.err


def test_a_thing_without_a_command_is_no_bug(lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an import brought and no command shows is named as such."""
    monkeypatch.delitem(COMMANDS, "event", raising=False)
    with step(store, "import") as open_:
        insert(open_, "event", name="EuroPython", key="europython")
    ran = lnet("show e1")
    assert (ran.status, ran.err) == (2, "lnet: lnet has no command for an event yet\n")


def test_a_title_that_fits_several_kinds_is_ambiguous(things: Lnet) -> None:
    """None is chosen; the references are named."""
    things("goal add 'Query tuning'")
    things("goal add 'Query plans'")
    check(
        things,
        """
        $ lnet show query
        lnet: 'query' could be g2 Query tuning, g3 Query plans · use the reference, such as g2
        [3]
        """,
    )


@pytest.mark.parametrize("noun", ["contact", "feedback", "goal", "insight", "interaction", "promise"])
def test_the_help_of_a_noun_tells_each_verb_to_the_end(lnet: Lnet, noun: str) -> None:
    """A sentence too long for its line is wrapped and ends with its full stop, where Typer would cut it."""
    verbs = lnet(f"{noun} --help").out.split("Commands:\n")[1]
    assert "..." not in verbs
    assert verbs.rstrip().endswith(".")


def test_anything_is_edited_by_its_reference_alone(things: Lnet) -> None:
    """`lnet edit REF` takes the options that the edit of its noun takes, and answers as that does."""
    check(
        things,
        """
        $ lnet edit p1 --by fri
        Changed p1 · to Ada Lovelace: send paper, by Fri 19 Jun
          not right? lnet undo
        """,
    )
    answer = json.loads(things("edit ada --org Navy --json").out)
    assert (answer["schema"], answer["data"]["organisation"]) == ("lnet.contact.edit/1", "Navy")
    assert things("edit - --topic sql", stdin="g1\n").out == things("goal edit g1 --topic sql").out


def test_somebody_named_like_a_reference_is_not_edited_for_another(lnet: Lnet) -> None:
    """Ada is the second contact, C2 the first."""
    lnet("add C2")
    lnet("add Ada Lovelace")
    assert lnet("edit ada --org Navy").out.startswith("Changed Ada Lovelace")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("edit g9 --by fri", 3, "no goal 'g9'"),
        ("edit ada g1 --note x", 2, "one kind at a time"),
        ("edit --by fri p1", 2, "options come behind"),
        ("edit p1 --org X", 2, "lnet promise edit --help"),
    ],
)
def test_an_edit_that_cannot_be(things: Lnet, words: str, status: int, said: str) -> None:
    """One line, and the exit status of what is wrong."""
    ran = things(words)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err


def test_conversations_are_named_on_standard_input_and_deleted_without_a_question(things: Lnet) -> None:
    """As every noun, `interaction` takes - and --yes."""
    assert things("interaction show -", stdin="i1\n").out == things("interaction show i1").out
    assert things("interaction delete - --yes", stdin="i1\n").status == 0
    assert things("interaction show i1").status == 3


def test_a_conversation_can_be_put_right_later(things: Lnet) -> None:
    """For which goal it was, where, who wrote to whom and what to ask: added, taken away, and undone as one."""
    things("event add PyCon --on today")
    things("community add 'Data Guild'")
    things("project add 'Plan viewer'")
    before = json.loads(things("show i1 --json").out)["data"]
    things("edit i1 -g g1 --event pycon --community c1 --project j1 --direction inbound --ask 'and the cat?'")
    after = json.loads(things("show i1 --json").out)["data"]
    assert (after["goals"], after["event"], after["community"], after["project"], after["direction"]) == (
        ["g1"], "PyCon", "Data Guild", "Plan viewer", "inbound",
    )  # fmt: skip
    assert after["debrief"]["next_question"] == "and the cat?"
    assert [each["contact"] for each in json.loads(things("show e1 --json").out)["data"]["attendees"]] == [
        "Ada Lovelace"
    ]
    things("edit i1 --no-goal g1 --event ''")
    cleared = json.loads(things("show i1 --json").out)["data"]
    assert (cleared["goals"], cleared["event"], cleared["project"]) == ([], None, "Plan viewer")
    things("undo")
    things("undo")
    assert json.loads(things("show i1 --json").out)["data"] == before
    assert things("edit i1 --event nowhere").status == 3


def test_several_conversations_are_shown_as_one_answer(things: Lnet) -> None:
    """As JSON a list, on paper one page after the other; one alone is an object."""
    things("log 'call with Ada'")
    several = json.loads(things("interaction show i2 i1 --json").out)["data"]
    assert [each["ref"] for each in several] == ["i2", "i1"]
    assert things("interaction show i2 i1").out == things("show i2").out + "\n" + things("show i1").out
