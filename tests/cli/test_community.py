"""`lnet community`, as it is typed."""

import json
from datetime import date
from pathlib import Path

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import community, contact, insight
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.cli.contents import contents
from tests.cli.seeds import person, talk
from tests.cli.terminal import Terminal
from tests.conftest import Lnet, Seed
from tests.statements import asked
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada and Wei, and nothing else."""
    seed("contact add Ada Lovelace", "contact add Wei Chen")


def test_a_community_is_added_joined_renewed_and_left(lnet: Lnet) -> None:
    """Every step of its life answers in a line or two, with the way back."""
    check(
        lnet,
        """
        $ lnet community list
        None yet: lnet community add "Data Guild" --kind meetup
        $ lnet community add Data Guild --kind association --url https://dg.example --joined "3 may" --renews "10 jul"
        Added c1 · Data Guild · association · renews Fri 10 Jul
          not right? lnet undo
        $ lnet community member c1 ada wei
        Added to c1 · Data Guild · Ada Lovelace, Wei Chen
          not right? lnet undo
        $ lnet community member "data g" wei --remove
        Removed from c1 · Data Guild · Wei Chen
          not right? lnet undo
        $ lnet community join 1 --on "2 may"
        Joined c1 · Data Guild · since Sat 2 May
          not right? lnet undo
        $ lnet community edit c1 --note "mentoring twice a year"
        Changed c1 · Data Guild · association · renews Fri 10 Jul
          not right? lnet undo
        $ lnet community show c1
        c1 · Data Guild · association
          url      https://dg.example
          joined   Sat 2 May
          renews   Fri 10 Jul (in 25 days)
          gave     0 people met, 0 insights this year
          members  Ada Lovelace
          note     mentoring twice a year
        $ lnet followups
        Nobody needs you today.
        date        what
        2026-07-10  Data Guild renews on Fri 10 Jul (in 25 days): worth keeping? 0 people met, 0 insights this year
        $ lnet community renew c1
        lnet: until when? Name the next renewal · lnet community renew c1 --by 2027-07-10
        [2]
        $ lnet community renew c1 --by 2027-07-10
        Renewed c1 · Data Guild · association · renews Sat 10 Jul 2027
          not right? lnet undo
        $ lnet followups
        Nobody needs you today.
        $ lnet community delete c1
        Deleted c1 · Data Guild
          not right? lnet undo
        """,
    )


def test_who_joined_before_keeps_the_day(lnet: Lnet) -> None:
    """A second join says so and changes nothing; another day puts it right."""
    lnet('community add Guild --joined "2 may"')
    lnet("community add Circle")
    check(
        lnet,
        """
        $ lnet community join guild circle
        Joined c1 · Guild · since Sat 2 May
        Joined c2 · Circle · since Mon 15 Jun
          c1 was joined already
          not right? lnet undo
        $ lnet community join guild --on "3 may"
        Joined c1 · Guild · since Sun 3 May
          not right? lnet undo
        """,
    )


def test_taking_part_is_a_conversation_in_it(lnet: Lnet) -> None:
    """A thread in a forum, named by @ or by the option, and a coffee with a member: all are of the community."""
    lnet("community add Postgres forum --kind forum --with ada")
    lnet("log", "forum: asked @postgres-forum about joins; learned: hash joins spill", today=date(2026, 6, 1))
    lnet("log", "thread about vacuum", "--via", "forum", "--community", "c1", today=date(2026, 6, 5))
    lnet("log", "coffee with Ada about plans", "--community", "postgres", today=date(2026, 6, 11))
    lnet("plan", "fri: call with Ada", "--community", "c1")
    check(
        lnet,
        """
        $ lnet show c1
        c1 · Postgres forum · forum
          gave     1 person met, 1 insight this year
          last in  Thu 11 Jun (4 days ago)
          members  Ada Lovelace

        Planned
          i4  Fri 19 Jun · call · Ada Lovelace · call with Ada

        Conversations
          i3  Thu 11 Jun · in person · Ada Lovelace · coffee with Ada about plans
          i2  Fri 5 Jun · forum · thread about vacuum
          i1  Mon 1 Jun · forum · forum: asked about joins

        Learned
          n1  hash joins spill
        $ lnet community list
        ref  community       kind   members   renews  last took part
        c1   Postgres forum  forum  1 member  –       4 days ago
        $ lnet interaction list --community c1 --limit 1
        ref  day         how        with          what
        i3   2026-06-11  in person  Ada Lovelace  coffee with Ada about plans
        $ lnet contact list --community c1
        name          circle  roles  last        due
        Ada Lovelace  –       –      2026-06-11  –
        """,
    )


def test_the_year_is_the_last_365_days(lnet: Lnet, store: Store) -> None:
    """What was gained longer ago does not count; what was read is listed; long lists end with how many more."""
    with step(store, "seed") as open_:
        guild = community.add(open_, "Data Guild")
        paper = insert(open_, "resource", title="On joins", key="on joins", kind="paper")
    for days, who in zip(range(366, 359, -1), (2, 1, 1, 1, 1, 1, 1), strict=True):
        held = talk(store, days, who, community_id=guild)
    with step(store, "seed") as open_:
        insight.add(open_, "spill early", interaction_id=held, resource_id=paper)
    check(
        lnet,
        """
        $ lnet show c1
        c1 · Data Guild · other
          gave     1 person met, 1 insight this year
          last in  Fri 20 Jun 2025 (360 days ago)

        Conversations
          i7  Fri 20 Jun 2025 · other · Ada Lovelace
          …
          i3  Mon 16 Jun 2025 · other · Ada Lovelace
              and 2 more: lnet interaction list --community c1

        Learned
          n1  spill early

        Read
          r1  On joins · paper
        """,
    )
    whole = data(lnet, "show", "c1")
    assert whole["this_year"] == {"people_met": 1, "insights": 1}
    assert (len(whole["interactions"]), [each["ref"] for each in whole["resources"]]) == (7, ["r1"])


def test_what_renews_first_stands_first(lnet: Lnet) -> None:
    """By day of renewal, one that has passed before them all; the others after them by name."""
    for name, renews in (("B", ""), ("a", ""), ("Late", "2026-09-01"), ("Past", "2026-06-01"), ("Soon", "2026-07-01")):
        lnet("community", "add", name, "--renews", renews)
    assert [each["name"] for each in data(lnet, "community", "list")] == ["Past", "Soon", "Late", "a", "B"]
    assert [each["name"] for each in data(lnet, "community", "list", "--limit", "1", "--all")] == ["Past"]


def test_a_list_can_be_narrowed(lnet: Lnet) -> None:
    """By kind and by member; nothing left says so."""
    lnet("community add A --kind forum --with ada")
    lnet("community add B")
    names = {
        options: [each["name"] for each in data(lnet, "community", "list", *options.split())]
        for options in ("", "--kind forum", "--with ada", "--kind forum --with wei")
    }
    assert names == {"": ["A", "B"], "--kind forum": ["A"], "--with ada": ["A"], "--kind forum --with wei": []}
    assert lnet("community list --with wei").out == "No community fits.\n"


def test_the_json_and_the_csv_have_the_names_of_the_domain(lnet: Lnet) -> None:
    """The keys are the contract: none is renamed or removed."""
    added = data(lnet, "community", "add", "Data Guild", "--kind", "meetup", "--with", "ada", "--renews", "10 jul")
    keys = ["ref", "id", "uid", "name", "kind", "url", "joined_on", "renews_on", "members", "last_on", "note",
            "created_at", "updated_at"]  # fmt: skip
    assert list(added) == [*keys, "undo", "warnings"]
    assert (added["members"], added["renews_on"]) == ([{"name": "Ada Lovelace", "slug": "ada-lovelace"}], "2026-07-10")
    shown = json.loads(lnet("community show c1 --json").out)
    assert shown["schema"] == "lnet.community.show/1"
    assert list(shown["data"]) == [*keys, "this_year", "interactions", "insights", "resources"]
    assert lnet("community list --csv").out.splitlines()[0] == ",".join(keys)
    assert [each["name"] for each in data(lnet, "contact", "show", "ada")["communities"]] == ["Data Guild"]


def test_one_reference_answers_an_object_and_several_a_list(lnet: Lnet) -> None:
    """For reading and for writing alike; each thing once."""
    lnet("community add A")
    lnet("community add B")
    assert [each["name"] for each in data(lnet, "community", "show", "c2", "1", "c1")] == ["B", "A"]
    assert lnet("community show c1 c2").out.count("\n\nc2 · B") == 1
    assert [each["joined_on"] for each in data(lnet, "community", "join", "c1", "c2")] == ["2026-06-15", "2026-06-15"]
    assert data(lnet, "community", "delete", "-", stdin="c1\nc2\n") == {"deleted": ["c1", "c2"], "undo": 6}


def test_an_edit_sets_adds_takes_away_and_clears(lnet: Lnet) -> None:
    """Options set, --with adds, --no-with takes away, an empty text clears; what was not named stays."""
    lnet("community add Guild --kind forum --url https://x.example --joined 2026-05-01 --renews 2026-07-01 --with ada")
    changed = data(
        lnet, "community", "edit", "c1", "--name", "Guild II", "--kind", "", "--url", "", "--renews", "", "--with",
        "wei", "--no-with", "ada", "--note", "one\n two ",
    )  # fmt: skip
    kept = ("name", "kind", "url", "joined_on", "renews_on", "note")
    assert [changed[name] for name in kept] == ["Guild II", "other", None, "2026-05-01", None, "one\ntwo"]
    assert changed["members"] == [{"name": "Wei Chen", "slug": "wei-chen"}]
    assert lnet("community show 'guild ii'").out.startswith("c1 · Guild II")


def test_members_are_added_once_and_may_be_new(lnet: Lnet) -> None:
    """Somebody unknown stops a script, unless --create adds them; who was there already is told."""
    lnet("community add Guild")
    check(
        lnet,
        """
        $ lnet community member c1 ada "Ravi Patel"
        lnet: no contact named 'Ravi Patel'
        [3]
        $ lnet community member c1 ada "Ravi Patel" "ravi  patel" --create
        Added to c1 · Guild · Ada Lovelace, Ravi Patel
          Ravi Patel is new in your network
          not right? lnet undo
        $ lnet community member c1 ada
        Added to c1 · Guild · Ada Lovelace
          Ada Lovelace was a member already
          not right? lnet undo
        $ lnet community member c1 - --remove <<
        > ada-lovelace
        > ravi-patel
        Removed from c1 · Guild · Ada Lovelace, Ravi Patel
          not right? lnet undo
        $ lnet community member c1 nobody --remove --create
        lnet: no contact named 'nobody'
        [3]
        """,
    )


def test_an_unknown_member_is_offered_on_a_terminal(lnet: Lnet) -> None:
    """Enter adds them, n stops with nothing stored."""
    lnet("community add Guild")
    terminal = Terminal()
    terminal.run("community", "member", "c1", "Ravi Patel").expect("Ravi Patel is not in your network. Add")
    terminal.child.sendline("n")  # type: ignore[union-attr]  # it runs
    assert terminal.finish()[1] == 3
    terminal.run("community", "member", "c1", "Ravi Patel").expect("Add")
    terminal.child.sendline("")  # type: ignore[union-attr]  # it runs
    printed, status = terminal.finish()
    assert (status, "Ravi Patel is new in your network" in printed) == (0, True)
    terminal.close()


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("community add ' '", 4, "lnet: a community needs words\n"),
        ("community add A --joined tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("community add A --renews 2026-02-30", 4, "lnet: '2026-02-30': there is no such day\n"),
        ("community add A --with nobody", 3, "lnet: no contact named 'nobody'\n"),
        ("community edit guild --name ''", 4, "lnet: a community needs words\n"),
        ("community edit guild", 2, "lnet: nothing to change · give options (see --help), or edit on a terminal\n"),
        ("community join guild --on tomorrow", 4, "lnet: '2026-06-16': this is still to come\n"),
        ("community renew guild --by 2026-06-14", 4, "lnet: 2026-06-14 has passed; the next renewal lies ahead\n"),
        ("community renew guild", 2,
         "lnet: until when? Name the next renewal · lnet community renew c1 --by 2027-06-15\n"),
        ("community member guild wei --remove", 3, "lnet: no member 'c1 Wei Chen'\n"),
        ("community member guild ''", 3, "lnet: no contact named ''\n"),
        ("community member guild '' --create", 3, "lnet: no contact named ''\n"),
        ("community member guild -", 2, "lnet: nobody was named\n"),
        ("community delete -", 2, "lnet: no community was named\n"),
        ("community show c9", 3, "lnet: no community 'c9'\n"),
        ("community show g1", 3, "lnet: no community 'g1' · g1 names a goal\n"),
        ("community show gulid", 3, "lnet: no community 'gulid' (did you mean c1 Guild?)\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    lnet: Lnet, home: Path, command: str, status: int, message: str
) -> None:
    """One line that names what is wrong, its exit status, and an untouched store."""
    lnet("community add Guild")
    before = contents(home / "lnet.db")
    ran = lnet(command)
    assert (ran.err, ran.status, ran.out) == (message, status, "")
    assert contents(home / "lnet.db") == before


def test_a_second_of_the_same_name_is_added_with_a_word(lnet: Lnet) -> None:
    """Two may be called alike; by name alone neither is meant."""
    lnet("community add Guild")
    assert data(lnet, "community", "add", "guild")["warnings"] == ["the same name as c1"]
    assert lnet("community show guild").err == (
        "lnet: 'guild' could be c1 Guild, c2 guild · use the reference, such as c1\n"
    )


def test_hostile_text_is_kept_and_shown_safely(lnet: Lnet) -> None:
    """Control bytes never reach the screen, markup means nothing, and the JSON holds the text as it was typed."""
    lnet("contact", "add", HOSTILE)
    added = data(lnet, "community", "add", HOSTILE, "--note", HOSTILE, "--url", HOSTILE, "--renews", "10 jul")
    assert added["name"] == HOSTILE
    lnet("community", "member", "c1", HOSTILE)
    lnet("log", "--community", "c1", "--solo", HOSTILE)
    for command in ("community show c1", "community list", "community list --csv", "followups", "community delete c1"):
        ran = lnet(command)
        assert ran.status == 0
        assert_safe(ran.out)


def test_what_is_deleted_leaves_its_conversations(lnet: Lnet) -> None:
    """They say nothing of it any more; undo brings both back."""
    lnet("community add Guild --with ada")
    lnet("log", "coffee with Ada", "--community", "c1")
    whole = lnet("show c1").out
    lnet("delete c1")
    assert data(lnet, "show", "i1")["community"] is None
    lnet("undo")
    assert lnet("show c1").out == whole


def test_a_narrow_terminal_shows_a_line_each_and_the_details_below(lnet: Lnet, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 40 columns no name is broken into letters, and no line is too long."""
    monkeypatch.setenv("NO_COLOR", "1")
    lnet("community add Association of Data Engineers --kind association --renews '10 jul' --with ada")
    lnet("log", "coffee with Ada about plans", "--community", "c1")
    terminal = Terminal()
    terminal.run("community", "list", columns=40)
    listed, _ = terminal.finish()
    terminal.run("community", "show", "c1", columns=40)
    shown, _ = terminal.finish()
    terminal.close()
    assert "c1 Association of Data Engineers\r\n" in listed
    assert "association · 1 member · 2026-07-10 ·" in listed
    assert "coffee with Ada" in shown
    assert max(map(len, (listed + shown).splitlines())) <= 40


def test_a_large_community_is_asked_as_often_as_a_small_one(
    lnet: Lnet, store: Store, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """Not one statement more for many members and conversations; and a page names only some of them."""
    path, commands = home / "lnet.db", ("community list", "community show c1", "contact list --community c1")
    with step(store, "seed") as open_:
        guild = community.add(open_, "Guild")
        community.add_member(open_, guild, 1)
    talk(store, 3, 1, community_id=guild)
    small = path.read_bytes()
    for number in range(30):
        with step(store, "seed") as open_:
            community.add_member(open_, guild, contact.add(open_, f"Member {number}"))
        talk(store, number, 1, 2, community_id=guild)
    large = path.read_bytes()
    for command in commands:
        few, many = (asked(lnet, path, image, command, monkeypatch) for image in (small, large))
        assert len(many) == len(few), command
    assert "Member 10 and 19 more: lnet contact list --community c1\n" in lnet("show c1").out


def test_somebody_of_the_address_book_who_belongs_to_one_is_taken_in(lnet: Lnet, store: Store) -> None:
    """Being a member is a link, as any other."""
    person(store, "Olga Petrova", None, imported_from="linkedin")
    lnet("community add Guild --with 'Olga Petrova'")
    assert [each["name"] for each in data(lnet, "contact", "list", "--community", "guild")] == ["Olga Petrova"]
