"""`lnet summary`, as it is typed, and the page as its readers read it."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from lnet.domain.names import key
from lnet.exchange.graph_mermaid import mermaid
from lnet.render.human.summary import page
from lnet.services.summary import summary
from lnet.services.summary.values import Summary
from lnet.store.connect import Store
from lnet.store.journal import Step, step
from lnet.store.read.summary import ahead, giving, learned, people, places, talks
from lnet.store.read.summary.page import AUDIENCES
from lnet.store.write import contact, goal, interaction, promise
from lnet.store.write.rows import insert
from lnet.store.write.topic import add_topics
from tests.cli.answers import data
from tests.cli.seeds import ago, aim, person, talk
from tests.conftest import TODAY, Lnet, Ran, Seed
from tests.render.markdown import EVIL, kinds, rows, shown, texts, tokens
from tests.store.memory import new_store
from tests.transcript import check

NETWORK = """
contact add Ada Lovelace --role mentor --role expert --circle inner --topic sql --share name
contact add Ravi Patel --role peer --circle close --topic rust
contact add Grace Hopper --circle close
contact add Secret Person --circle active --share never
contact add Somebody Else
goal add "Read query plans" --with ada --topic sql --why "slow pages" --done-when "I can explain one" --obstacle time --next-step "if it is Monday, I read one" --by 2026-07-04
goal link g1 Ravi --for "asks questions"
goal link g1 Secret
goal progress g1 "read a chapter with ravi" --on 2026-05-20
goal add "Give a talk" --every 30d
goal done g2
log "last fri: coffee with Ada about what Ravi Patel does; me: send paper by fri; learned: EXPLAIN first #sql"
log "2026-05-25: call with Ravi about rust; them: lend me his book by 20 jun; practice: small modules, says ravi; trend: everybody moves to sqlite #rust" --note "He wants to leave."
log "2026-04-20: lunch with Grace; gave: introduced her to Ravi; feedback: slides too dense"
log "2026-05-02: call with Secret Person about a job; learned: they hire in May; me: send my cv"
log "2026-05-03: coffee with Grace about her health; learned: rest more; g1: talked it over" --private
log "2026-01-01: coffee with Ada long ago; learned: old things"
feedback receive Ada "Too many slides" --on 2026-05-30 --shareable
promise add Grace "send the draft"
promise keep p4
"""  # noqa: E501  # a command a line


@pytest.fixture
def network(lnet: Lnet, seed: Seed) -> Lnet:
    """A few people, goals, and five months of conversations; a command that runs on them."""
    seed(*NETWORK.strip().splitlines())
    return lnet


def test_the_page_for_oneself_is_whole(network: Lnet) -> None:
    """Goals, what was learned from whom, feedback, promises, help, conversations, people, topics; nothing left out."""
    check(
        network,
        """
        $ lnet summary
        # My learning network

        15 June 2026, looking back to 17 March.

        5 people: 1 in the inner circle, 2 in the close circle, 1 in the active circle and 1 in none. Since 17 March: 5 conversations with 4 people. 5 things learned. Help given once, received not yet.

        ## Goals

        ### Read query plans

        - In progress; target 4 July
        - Why: slow pages
        - Done when: I can explain one
        - Next step: if it is Monday, I read one
        - In the way: time
        - Helping: Ada Lovelace, Ravi Patel (asks questions) and Secret Person
        - Topics: sql
        - Progress: 20 May: read a chapter with ravi; 3 May: talked it over

        ### Give a talk

        - Achieved on 15 June

        ## What I learned, and from whom

        From Ravi Patel (2), Ada Lovelace, Grace Hopper and Secret Person.

        - EXPLAIN first (sql, from Ada Lovelace, 12 June)
        - rest more (from Grace Hopper, 3 May)
        - they hire in May (from Secret Person, 2 May)

        ## Trends and practices

        ### rust

        - **Trend**: everybody moves to sqlite (from Ravi Patel, 25 May)
        - **Practice**: small modules, says ravi (from Ravi Patel, 25 May)

        ## Feedback

        ### Still open

        - From Ada Lovelace, 30 May: Too many slides · to act on
        - From Grace Hopper, 20 April: slides too dense · to act on

        ## Giving back

        ### Given

        - introduced her to Ravi (to Grace Hopper, 20 April)

        ## Promises

        ### I promised

        - send paper (to Ada Lovelace, by Fri 19 Jun)
        - send my cv (to Secret Person)

        ### Promised to me

        - lend me his book (from Ravi Patel, by Sat 20 Jun)

        ### Kept

        - send the draft (to Grace Hopper, on Mon 15 Jun)

        ## Conversations

        - **Fri 12 Jun** Ada Lovelace in person: coffee with Ada about what Ravi Patel does (sql)
        - **Mon 25 May** Ravi Patel by phone: call with Ravi about rust (rust)
          - He wants to leave.
        - **Sun 3 May** Grace Hopper in person: coffee with Grace about her health · private
        - **Sat 2 May** Secret Person by phone: call with Secret Person about a job
        - **Mon 20 Apr** Grace Hopper in person: lunch with Grace

        ## People

        | Name          | Circle | Roles          | Last conversation | Topics |
        | ------------- | ------ | -------------- | ----------------- | ------ |
        | Ada Lovelace  | inner  | mentor, expert | 12 June           | sql    |
        | Ravi Patel    | close  | peer           | 25 May            | rust   |
        | Grace Hopper  | close  |                | 3 May             |        |
        | Secret Person | active |                | 2 May             |        |
        | Somebody Else | –      |                | not yet           |        |

        ## Topics

        rust (1 conversation and 2 insights), sql (1 conversation and 1 insight).

        ## Worth a thought

        - Ask Ada Lovelace for advice on something of yours. · lnet feedback ask ada-lovelace …
        - Try n2 out, and note that you did. · lnet insight apply n2
        - Choose one conference or meetup. · lnet event add NAME --on DATE
        - Join an association or a meetup. · lnet community add NAME --kind association
        - Begin something small with Ada Lovelace. · lnet project add TITLE --with ada-lovelace

        ## The next month

        - **Fri 19 Jun** send paper (I promised Ada Lovelace)
        - **Sat 20 Jun** lend me his book (Ravi Patel promised me)
        - **Sat 4 Jul** Read query plans (target of a goal)

        ## The network

        ```mermaid
        flowchart LR
          subgraph inner_circle["inner circle"]
            n1("Ada Lovelace")
          end
          subgraph close_circle["close circle"]
            n2("Ravi Patel")
            n3("Grace Hopper")
          end
          subgraph active_circle["active circle"]
            n4("Secret Person")
          end
          me(("me"))
          n5{{"Read query plans"}}
          me --- inner_circle
          me --- close_circle
          me --- active_circle
          me --> n5
          n1 --> n5
          n2 --> n5
          n4 --> n5
        ```
        """,  # noqa: E501  # a paragraph is a line
    )


def test_a_mentor_reads_what_may_be_shared(network: Lnet) -> None:
    """Names as each may be told, and nothing private, no notes, nobody who is never shared, only shareable feedback."""
    check(
        network,
        """
        $ lnet summary --for mentor
        # My learning network

        15 June 2026, looking back to 17 March. Not everybody is named, and private things are left out.

        4 people. Since 17 March: 3 conversations with 3 people. 3 things learned. Help given once, received not yet.

        ## Goals

        ### Read query plans

        - In progress; target 4 July
        - Why: slow pages
        - Done when: I can explain one
        - Next step: if it is Monday, I read one
        - In the way: time
        - Helping: Ada Lovelace and Peer A (asks questions)
        - Topics: sql
        - Progress: 20 May: read a chapter with Peer A

        ### Give a talk

        - Achieved on 15 June

        ## What I learned, and from whom

        From Peer A (2) and Ada Lovelace.

        - EXPLAIN first (sql, from Ada Lovelace, 12 June)

        ## Trends and practices

        ### rust

        - **Trend**: everybody moves to sqlite (from Peer A, 25 May)
        - **Practice**: small modules, says Peer A (from Peer A, 25 May)

        ## Feedback

        ### Still open

        - From Ada Lovelace, 30 May: Too many slides · to act on

        ## Giving back

        ### Given

        - introduced her to Peer A (to Peer B, 20 April)

        ## Promises

        ### I promised

        - send paper (to Ada Lovelace, by Fri 19 Jun)

        ### Kept

        - send the draft (to Peer B, on Mon 15 Jun)

        ## Conversations

        - **Fri 12 Jun** Ada Lovelace in person: coffee with Ada about what Peer A does (sql)
        - **Mon 25 May** Peer A by phone: call with Peer A about rust (rust)
        - **Mon 20 Apr** Peer B in person: lunch with Peer B

        ## People

        | Name         | Roles          | Topics |
        | ------------ | -------------- | ------ |
        | Ada Lovelace | mentor, expert | sql    |
        | Peer A       | peer           | rust   |
        | Peer B       |                |        |
        | Peer C       |                |        |

        ## Topics

        rust (1 conversation and 2 insights), sql (1 conversation and 1 insight).

        ## The next month

        - **Fri 19 Jun** send paper (I promised Ada Lovelace)
        - **Sat 4 Jul** Read query plans (target of a goal)

        ## The network

        ```mermaid
        flowchart LR
          me(("me"))
          n1("Ada Lovelace")
          n2("Peer A")
          n3{{"Read query plans"}}
          me --> n3
          n1 --> n3
          n2 --> n3
        ```
        """,  # a paragraph is a line
    )


def test_the_public_reads_less(network: Lnet) -> None:
    """Only names that may be told, goals without their details, what was learned, and numbers."""
    check(
        network,
        """
        $ lnet summary --for public
        # My learning network

        15 June 2026, looking back to 17 March. Not everybody is named, and private things are left out.

        4 people. Since 17 March: 3 conversations with 3 people. 3 things learned. Help given once, received not yet.

        ## Goals

        ### Read query plans

        - In progress; target 4 July
        - Done when: I can explain one
        - Helping: Ada Lovelace and Peer A (asks questions)
        - Topics: sql

        ### Give a talk

        - Achieved on 15 June

        ## What I learned, and from whom

        From Peer A (2) and Ada Lovelace.

        - EXPLAIN first (sql, from Ada Lovelace, 12 June)

        ## Trends and practices

        ### rust

        - **Trend**: everybody moves to sqlite (from Peer A, 25 May)
        - **Practice**: small modules, says Peer A (from Peer A, 25 May)

        ## People

        | Name         | Roles          | Topics |
        | ------------ | -------------- | ------ |
        | Ada Lovelace | mentor, expert | sql    |
        | Peer A       | peer           | rust   |
        | Peer B       |                |        |
        | Peer C       |                |        |

        ## Topics

        rust (1 conversation and 2 insights), sql (1 conversation and 1 insight).

        ## The network

        ```mermaid
        flowchart LR
          me(("me"))
          n1("Ada Lovelace")
          n2("Peer A")
          n3{{"Read query plans"}}
          me --> n3
          n1 --> n3
          n2 --> n3
        ```
        """,
    )


@pytest.mark.parametrize("audience", ["mentor", "public"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nothing_private_leaves(network: Lnet, audience: str, form: list[str]) -> None:
    """As a page or as JSON: no name that is not to be told, no note, nothing of a private conversation."""
    told = network("summary", "--for", audience, *form).out.lower()
    names = ("secret", "ravi", "patel", "grace", "hopper")
    hidden = ("health", "rest more", "talked it over", "leave.", "cv", "job", "they hire", "too dense", "2026-05-03")
    assert [word for word in (*names, *hidden) if word in told] == []


def test_the_period_begins_where_it_is_said(network: Lnet) -> None:
    """What is older than the first day is left out; ninety days are the default."""
    assert "old things" not in network("summary").out
    whole = network("summary --since 2026-01-01").out
    assert "### Ada Lovelace\n\n- EXPLAIN first (sql, 12 June)\n- old things (1 January)" in whole
    assert "looking back to 1 January" in whole
    last = data(network, "summary", "--since", "2026-05-25")
    assert [talk["on"] for talk in last["conversations"]] == ["2026-06-12", "2026-05-25"]
    assert network("summary --since 2027-01-01").status == 4


def test_json_has_the_page_as_values(network: Lnet) -> None:
    """The same content by its field names, with numbers of everything."""
    found = data(network, "summary")
    assert set(found) == {
        "as_of", "since", "for", "numbers", "circles", "goals", "insights", "feedback", "promises", "kept", "exchanges",
        "resources", "introductions", "events", "communities", "projects", "conversations", "people", "topics", "gaps",
        "coming", "network",
    }  # fmt: skip
    assert (found["as_of"], found["since"], found["for"]) == ("2026-06-15", "2026-03-17", "me")
    assert found["numbers"] == {
        "people": 5, "conversations": 5, "met": 4, "insights": 5, "applied": 0, "goals": 1, "achieved": 1,
        "feedback": 2, "promises_mine": 2, "promises_theirs": 1, "promises_kept": 1, "given": 1, "received": 0,
    }  # fmt: skip
    assert found["goals"][0]["contacts"][1] == {"name": "Ravi Patel", "helps_with": "asks questions"}
    assert found["topics"][0] == {"topic": "rust", "conversations": 1, "insights": 2}
    assert found["coming"][0] == {
        "on": "2026-06-19", "kind": "promise", "ref": "p1", "text": "send paper", "names": ["Ada Lovelace"],
    }  # fmt: skip


def test_an_empty_network_is_a_kind_line(lnet: Lnet) -> None:
    """Nobody and nothing: no empty sections."""
    check(
        lnet,
        """
        $ lnet summary
        # My learning network

        15 June 2026, looking back to 17 March.

        Nobody here yet: a network begins with one conversation.
        """,
    )


# --- files ------------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_and_for_its_owner_alone(network: Lnet, home: Path) -> None:
    """One line says so; nothing else is left beside it, and what was there is replaced."""
    out = home / "network.md"
    out.write_text("old")
    out.chmod(0o644)
    assert network("summary -o network.md") == Ran("Wrote network.md\n", "", 0)
    assert out.read_text() == network("summary").out
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir() if "network" in path.name] == ["network.md"]


def test_a_link_stays_a_link(network: Lnet, home: Path) -> None:
    """The file it points at is replaced."""
    (home / "link.md").symlink_to("network.md")
    network("summary -o link.md")
    assert (home / "link.md").is_symlink()
    assert (home / "network.md").read_text().startswith("# My learning network")


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_was_there_stays_if_writing_fails(
    network: Lnet, home: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A full disk is one line that names the file; the old file is as it was, and nothing is left beside it."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (home / "network.md").write_text("old")
    monkeypatch.setattr(os, call, fail)
    ran = network("summary -o network.md")
    monkeypatch.undo()
    assert ran == Ran("", "lnet: cannot write network.md: No space left on device\n", 7)
    assert (home / "network.md").read_text() == "old"
    assert [path.name for path in home.iterdir() if "network" in path.name] == ["network.md"]


@pytest.mark.parametrize(
    ("words", "message", "status"),
    [
        ("-o missing/network.md", "cannot write missing/network.md: No such file or directory", 7),
        ("-o .", "cannot write .: it is a directory", 7),
        ("-o /dev/full", "cannot write /dev/full: No space left on device", 7),
        ("-o lnet.db", "lnet.db is the store itself · give another file", 4),
        ("--template none.md", "cannot read none.md: No such file or directory", 7),
    ],
)
def test_what_cannot_be_written_is_one_line(network: Lnet, words: str, message: str, status: int) -> None:
    """It names the file and the reason."""
    assert network(f"summary {words}") == Ran("", f"lnet: {message}\n", status)


def test_a_dash_and_a_device_are_no_files_to_replace(network: Lnet) -> None:
    """Standard output by its name, and a device that takes text."""
    assert network("summary -o -").out == network("summary").out
    assert network("summary -o /dev/null").status == 0


# --- what the page holds ----------------------------------------------------------------------------------------


def test_goals_at_rest_are_told_calmly(store: Store) -> None:
    """How long, and how often one looks; a long rest is a moment to decide. Those without a pause are in progress."""
    aim(store, "Moving", 13)
    aim(store, "Resting", 20)
    aim(store, "Long at rest", 50)
    found = summary(store)
    assert [goal.state for goal in found.goals] == ["moving", "stale", "drifted"]
    lines = [text for text in texts(page(found)) if text.startswith(("In progress", "Resting for"))]
    assert lines == [
        "In progress", "Resting for 20 days; I look at it every 14",
        "Resting for 50 days; a moment to keep, reshape or pause it",
    ]  # fmt: skip


def test_plans_and_days_to_come_are_no_conversations(store: Store) -> None:
    """Only what was held until today counts, also for the last conversation."""
    who = person(store, "Ada", talked=[10])
    talk(store, -3, who, summary="soon", planned=True)
    talk(store, 3, who, summary="planned and not held", planned=True)
    talk(store, -4, who, summary="dated ahead")
    found = summary(store)
    assert [(talk.on, found.numbers.conversations) for talk in found.conversations] == [(ago(10), 1)]
    assert found.people[0].last_on == ago(10)


def test_others_do_not_read_when_we_last_talked(store: Store) -> None:
    """Nor in which circle somebody is, nor how long a goal rests."""
    who = person(store, "Ada", talked=[10])
    aim(store, "Long at rest", 50, who)
    for audience in ("mentor", "public"):
        found = summary(store, None, audience)
        assert [(each.circle, each.last_on) for each in found.people] == [("none", None)]
        assert (found.circles, found.goals[0].state, found.goals[0].days) == ({}, "moving", 0)


def test_what_comes_of_a_private_conversation_is_private(network: Lnet) -> None:
    """Promises, help and feedback of it too, and what is said about somebody who is never shared."""
    everything = "me: bring soup; them: call back; gave: an ear; got: a smile; trend: naps; feedback: too loud"
    network("log", f"coffee with Ada; {everything}", "--private")
    network("log", "coffee with Ada about the new work of Secret Person")
    for secret in ("soup", "call back", "an ear", "a smile", "naps", "too loud", "the new work"):
        assert secret in network("summary").out
        assert secret not in network("summary --for mentor").out


def test_people_are_told_of_by_their_last_conversation(store: Store) -> None:
    """Circle by circle, the latest first; not the archived, not the address book. To others by an alias each, in the
    order in which they were added: who is near, and when we last talked, is nobody else's business.
    """
    for name, circle, talked in (
        ("Long Ago", "close", [40]), ("Lately", "close", [2]), ("Always", "inner", [80]), ("王伟", "wide", []),
    ):  # fmt: skip
        person(store, name, circle, talked=talked)
    person(store, "Archived", "inner", status="archived")
    person(store, "Imported", None, imported_from="vcard")
    assert [who.name for who in summary(store).people] == ["Always", "Lately", "Long Ago", "王伟"]
    assert [who.name for who in summary(store, None, "mentor").people] == ["Peer B", "Peer A", "Peer C", "Peer D"]
    assert summary(store).numbers.people == 4


def test_long_lists_end_with_how_many_more(store: Store) -> None:
    """Every list is cut to what a page can hold, the numbers are whole, and the rest is named."""
    with step(store, "seed") as open_:
        for number in range(100):
            who = contact.add(open_, f"Person {number}", circle="wide")
            talked = interaction.add(open_, occurred_on=ago(1), participants=[who], summary="talk")
            insert(open_, "insight", text=f"thing {number}", contact_id=who, interaction_id=talked, learned_on=ago(1))
            promise.add(open_, who, "paper", owed_by="me")
            goal.add(open_, f"Goal {number}")
            insert(open_, "feedback", contact_id=who, direction="received", text="more", occurred_on=ago(1))
            insert(open_, "exchange", contact_id=who, direction="given", text="help", occurred_on=ago(1))
    told = texts(page(summary(store)))
    assert [text for text in told if "more" in text and text.startswith(("…", "And"))] == [
        "…and 70 more goals.", "…and 40 more things learned.", "…and 80 more pieces of feedback.",
        "…and 85 more times.", "…and 80 more promises.", "…and 60 more conversations.",
        "And 90 more in the wide circle.",
    ]  # fmt: skip


def test_a_large_network_takes_no_more_statements() -> None:
    """As many statements with a hundred people as with one, for every reader."""

    def counted(store: Store, audience: str) -> int:
        statements: list[str] = []
        store.db.set_trace_callback(statements.append)
        summary(store, None, audience)
        store.db.set_trace_callback(None)
        return len([each for each in statements if not each.startswith("--")])

    store = new_store()
    person(store, "Ada", talked=[1])
    small = [counted(store, audience) for audience in AUDIENCES]
    for number in range(100):
        aim(store, f"Goal {number}", 1, person(store, f"Person {number}", talked=[1, 2]))
    assert [counted(store, audience) for audience in AUDIENCES] == small
    store.close()


# --- hostile text -----------------------------------------------------------------------------------------------


HEADINGS = 21  # of the page and its sections and parts, goals and projects aside


def evil_network() -> Store:
    """A network in which everything that has words is called as badly as possible."""
    store = new_store()
    with step(store, "seed") as open_:
        for text in EVIL:
            who = contact.add(open_, text, circle="close", share="name")
            add_topics(open_, "contact", who, [text])
            talked = interaction.add(open_, occurred_on=ago(1), participants=[who], summary=text, note=text)
            add_topics(open_, "interaction", talked, [text])
            made = goal.add(open_, text, why=text, criteria=text, next_step=text, obstacle=text)
            goal.link_contact(open_, made, who, text)
            goal.progress(open_, made, text, ago(1))
            insert(open_, "insight", text=text, contact_id=who, kind="trend", learned_on=ago(1))
            promise.add(open_, who, text, owed_by="them", interaction_id=talked)
            insert(open_, "feedback", contact_id=who, direction="received", text=text, action=text, occurred_on=ago(1))
            insert(open_, "exchange", contact_id=who, direction="given", text=text, occurred_on=ago(1))
            write_places(open_, who, text)
    return store


def write_places(open_: Step, who: int, text: str) -> None:
    """A resource, an event, a community and a project called so, with somebody there."""
    book = insert(open_, "resource", title=text, key=key(text), url=text)
    insert(open_, "share", resource_id=book, contact_id=who, direction="received", occurred_on=ago(1))
    place = insert(open_, "event", name=text, key=key(text), starts_on=ago(1), place=text)
    insert(open_, "attendance", event_id=place, contact_id=who)
    forum = insert(open_, "community", name=text, key=key(text), renews_on=ago(-1))
    insert(open_, "membership", community_id=forum, contact_id=who)
    work = insert(open_, "project", title=text, key=key(text), purpose=text, due_on=ago(-1), retrospective=text)
    insert(open_, "project_member", project_id=work, contact_id=who, role=text)


@pytest.fixture(scope="module")
def evil() -> Iterator[Summary]:
    """The summary of that network, with nothing cut off."""
    store = evil_network()
    with pytest.MonkeyPatch.context() as patched:
        for module in (ahead, giving, learned, people, places, talks):
            for name in [name for name in vars(module) if name.endswith("_MOST")]:
                most = getattr(module, name)
                patched.setattr(module, name, dict.fromkeys(most, 1000) if isinstance(most, dict) else 1000)
        yield summary(store)
    store.close()


def test_hostile_text_breaks_no_page(evil: Summary) -> None:
    """The page is headings, lists, paragraphs, a table and a picture, with as many of each as there is content."""
    made = page(evil, mermaid(evil.network))
    found = kinds(made)
    assert set(found) == {
        "heading", "paragraph", "inline", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td",
        "fence",
    }  # fmt: skip
    assert (found.count("heading"), found.count("table"), found.count("fence")) == (HEADINGS + 2 * len(EVIL), 1, 1)
    assert not any(ord(each) < 0x20 and each != "\n" for each in made)


def test_hostile_names_keep_the_table_whole(evil: Summary) -> None:
    """One row a person, each with five cells, and the name to read in it."""
    table = rows(page(evil))
    assert len(table) == 1 + len(EVIL)
    assert {len(row) for row in table} == {5}
    assert sorted(row[0] for row in table[1:]) == sorted(shown(who.name, 80) for who in evil.people)


def test_hostile_titles_are_headings_as_they_are(evil: Summary) -> None:
    """A goal's title is its heading, whatever it holds."""
    page_tokens = tokens(page(evil))
    headings = [page_tokens[at + 1].content for at, token in enumerate(page_tokens) if token.type == "heading_open"]
    assert len(headings) == HEADINGS - 1 + 2 * len(EVIL)
    said = texts(page(evil))
    assert [goal.title for goal in evil.goals if shown(goal.title) not in said] == []


def test_hostile_text_is_json_too(lnet: Lnet) -> None:
    """Every evil name goes through the whole command, on the page and as JSON."""
    for number, text in enumerate(EVIL):
        if text.strip() and len(text) < 1000:
            lnet("contact", "add", "--circle=close", "--", f"{text} {number}")
    assert lnet("summary").status == 0
    envelope = json.loads(lnet("summary", "--json").out)
    assert envelope["ok"]
    assert envelope["data"]["as_of"] == TODAY.isoformat()


def test_a_conversation_with_nobody_stands_behind_its_day(lnet: Lnet) -> None:
    """Where neither people nor a channel are to be named, the words follow the day."""
    lnet("log 'read a book about planners' --solo")
    assert "- **Mon 15 Jun**: read a book about planners\n" in lnet("summary").out
