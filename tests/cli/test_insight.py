"""`lnet learn` and `lnet insight`, as they are typed."""

from pathlib import Path

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import insight
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada and Wei, and a goal."""
    seed("contact add Ada Lovelace", "contact add Wei Chen", "goal add Read query plans")


def test_an_insight_is_learned_applied_and_pays_off(lnet: Lnet) -> None:
    """From whom, for what, and whether it was used."""
    check(
        lnet,
        """
        $ lnet insight list
        Nothing noted yet: lnet learn "EXPLAIN first" --from NAME
        $ lnet learn EXPLAIN before any index --from ada --goal read --kind practice --stance challenges --topic sql
        Learned n1 · EXPLAIN before any index · practice · challenges · from Ada Lovelace · for g1 · #sql · Mon 15 Jun
          not right? lnet undo
        $ lnet insight add "CTEs are a fence" --on yesterday
        Learned n2 · CTEs are a fence · Sun 14 Jun
          not right? lnet undo
        $ lnet insight list
        ref  on          kind      from          insight
        n1   2026-06-15  practice  Ada Lovelace  EXPLAIN before any index #sql
        n2   2026-06-14  idea      –             CTEs are a fence
        $ lnet insight apply explain --on yesterday
        Applied n1 · EXPLAIN before any index · practice · challenges · from Ada Lovelace · for g1 · #sql · Mon 15 Jun
          not right? lnet undo
        $ lnet insight apply n1 --realised
        Realised n1 · EXPLAIN before any index · practice · challenges · from Ada Lovelace · for g1 · #sql · Mon 15 Jun
          not right? lnet undo
        $ lnet insight show n1
        n1 · practice · Mon 15 Jun · realised
          EXPLAIN before any index
          from     Ada Lovelace
          goal     g1
          stance   challenges
          topics   #sql
          applied  Sun 14 Jun
        $ lnet insight delete n1 n2
        Deleted n1 · EXPLAIN before any index
        Deleted n2 · CTEs are a fence
          not right? lnet undo
        """,
    )


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By person, goal, topic, kind, stance, worth and day, the newest first; nothing left says so."""
    lnet("learn A --from ada --topic SQL --kind trend")
    lnet("learn B --from wei --goal g1 --stance changed-mind --on 2026-06-01")
    lnet("insight apply B")
    expected = {
        "": ["A", "B"], "--from ada": ["A"], "--goal read": ["B"], "--topic #sql": ["A"], "--kind trend": ["A"],
        "--stance changed-mind": ["B"], "--value applied": ["B"], "--since 2026-06-02": ["A"], "--limit 1": ["A"],
        "--from ada --kind fact": [], "--applied": ["B"], "--unapplied": ["A"],
    }  # fmt: skip
    texts = {
        options: [insight["text"] for insight in data(lnet, "insight", "list", *options.split())]
        for options in expected
    }
    assert texts == expected
    assert lnet("insight list --kind fact").out == "No insight fits.\n"


def test_an_edit_sets_adds_takes_away_and_clears(lnet: Lnet) -> None:
    """Options set, --topic adds, --no-topic takes away, an empty text clears; what was not named stays."""
    lnet("learn A --from ada --goal g1 --kind trend --stance extends --topic sql")
    insight = data(
        lnet, "insight", "edit", "n1", "--from", "", "--goal", "", "--kind", "", "--stance", "", "--topic", "db",
        "--no-topic", "sql", "--on", "2026-06-01",
    )  # fmt: skip
    kept = ("text", "contact", "slug", "goal", "kind", "stance", "topics", "on")
    assert [insight[name] for name in kept] == ["A", None, None, None, "idea", None, ["db"], "2026-06-01"]
    assert data(lnet, "insight", "edit", "n1", "--from", "wei", "--text", "B")["slug"] == "wei-chen"


def test_the_json_of_an_insight_has_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract; what was learned in a conversation names it."""
    lnet("log", "coffee with ada; learned: EXPLAIN first #sql")
    insight = data(lnet, "insight", "show", "n1")
    assert {name: value for name, value in insight.items() if name not in ("uid", "created_at", "updated_at")} == {
        "ref": "n1", "id": 1, "text": "EXPLAIN first", "contact": "Ada Lovelace", "slug": "ada-lovelace",
        "interaction": "i1", "resource": None, "goal": None, "kind": "idea", "stance": None, "value": "potential",
        "on": "2026-06-15", "applied_on": None, "topics": ["sql"],
    }  # fmt: skip
    assert lnet("learn x --json").out.startswith('{\n  "schema": "lnet.learn/1"')
    assert lnet("insight add x --json").out.startswith('{\n  "schema": "lnet.insight.add/1"')


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("learn ' '", 4, "lnet: an insight needs words\n"),
        ("learn x --from adda", 3, "lnet: no contact named 'adda' (did you mean Ada Lovelace?)\n"),
        ("learn x --goal g9", 3, "lnet: no goal 'g9'\n"),
        ("learn x --resource nothing", 3, "lnet: no resource 'nothing'\n"),
        ("learn x --on tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("learn x --kind rumour", 2, None),
        ("insight edit n1", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("insight edit n1 --on ''", 4, "lnet: it needs a day on which it happened\n"),
        ("insight edit n1 --text ''", 4, "lnet: an insight needs words\n"),
        ("insight apply n1 --on tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("insight show n9", 3, "lnet: no insight 'n9'\n"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str | None
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("learn A")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.status, ran.out) == (status, "")
    assert message is None or ran.err == message
    assert contents(home / "lnet.db") == before


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing, and the JSON holds the text as it was typed."""
    assert data(lnet, "learn", HOSTILE)["text"] == HOSTILE
    for command in ("show n1", "list", "apply n1", "list --csv", "delete n1"):
        assert_safe(lnet(f"insight {command}").out)


def test_an_insight_outlives_whom_it_came_from(lnet: Lnet) -> None:
    """Deleting a person takes their name off what I learned, not the insight; undo puts it back."""
    lnet("learn A --from ada")
    lnet("contact delete ada")
    assert data(lnet, "insight", "show", "n1")["contact"] is None
    lnet("undo")
    assert data(lnet, "insight", "show", "n1")["contact"] == "Ada Lovelace"


def test_the_digest_groups_trends_and_practices_by_topic(lnet: Lnet) -> None:
    """Each once, under that of its topics which has most; newest first; ideas, facts and what is older are left out."""
    lnet('learn "Planners learn" --from ada --kind trend --topic sql --on 2026-06-01')
    lnet('learn "EXPLAIN first" --from wei --kind practice --topic db --topic sql')
    lnet('learn "Say it twice" --kind practice --topic teaching')
    lnet('learn "Sleep on it" --kind practice')
    lnet('learn "An idea" --topic sql')
    lnet('learn "Long ago" --kind trend --topic sql --on 2026-01-02')
    check(
        lnet,
        """
        $ lnet insight digest
        ## sql
        - **Practice**: EXPLAIN first (Wei Chen, 15 June, n2)
        - **Trend**: Planners learn (Ada Lovelace, 1 June, n1)

        ## teaching
        - **Practice**: Say it twice (15 June, n3)

        ## Without a topic
        - **Practice**: Sleep on it (15 June, n4)
        $ lnet insight digest --topic "#DB"
        ## db
        - **Practice**: EXPLAIN first (Wei Chen, 15 June, n2)
        $ lnet insight digest --topic joins
        No trend or practice since Tue 17 Mar. Note one: lnet learn "…" --kind trend --topic sql
        $ lnet insight digest --since tomorrow
        lnet: a digest looks back, and 2026-06-16 lies ahead
        [4]
        """,
    )
    found = data(lnet, "insight", "digest", "--since", "2026-01-01")
    assert list(found) == ["since", "until", "topics", "more"]
    assert [(group["topic"], [each["ref"] for each in group["insights"]]) for group in found["topics"]] == [
        ("sql", ["n2", "n1", "n6"]), ("teaching", ["n3"]), (None, ["n4"]),
    ]  # fmt: skip


def test_a_digest_holds_the_newest_and_tells_of_the_rest(lnet: Lnet, store: Store) -> None:
    """A page has its bounds; what lies beyond is counted."""
    with step(store, "seed") as open_:
        for number in range(203):
            insight.add(open_, f"{number}", kind="trend")
    assert lnet("insight digest").out.endswith("\n\nand 3 older\n")


def test_the_digest_is_markdown_in_which_text_is_only_text(lnet: Lnet) -> None:
    """Nothing that was noted makes a heading or a link, and no control byte is shown."""
    lnet("learn", "# [x](y) \x1b[31m", "--kind", "trend", "--topic", "<b>")
    assert lnet("insight digest").out == "## \\<b>\n- **Trend**: \\# \\[x\\](y) \\\\x1b\\[31m (15 June, n1)\n"


def test_changes_of_mind_read_as_a_log(lnet: Lnet) -> None:
    """The day, what I think now, who moved me and on what; the newest first."""
    assert lnet("insight list --stance changed-mind").out == (
        'No change of mind noted yet: lnet learn "…" --from NAME --stance changed_mind\n'
    )
    lnet("learn 'Comments are fine' --from ada --stance changed_mind --topic style --goal g1 --on 2025-12-01")
    lnet("learn 'Tests first' --stance changed_mind")
    lnet("learn 'Something else' --stance extends")
    lnet("insight apply n1")
    check(
        lnet,
        """
        $ lnet insight list --stance changed_mind
        Where I changed my mind
          Mon 15 Jun      n2  Tests first
          Mon 1 Dec 2025  n1  Comments are fine · from Ada Lovelace · g1 · #style · applied
        $ lnet insight list --stance changed_mind --from wei
        No change of mind noted yet: lnet learn "…" --from NAME --stance changed_mind
        """,
    )


def test_the_log_of_changes_shows_hostile_text_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing."""
    lnet("learn", HOSTILE, "--stance", "changed_mind", "--topic", "[red]")
    assert_safe(lnet("insight list --stance changed_mind").out)
