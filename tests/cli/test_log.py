"""`lnet log` from outside: what it echoes, what it stores, what it refuses."""

import json
from datetime import date

import pytest

from lnet.services import contacts
from lnet.services.contacts import Changes
from lnet.store.connect import Store
from tests.conftest import Lnet
from tests.transcript import check

EARLIER = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def network(store: Store) -> None:
    """Ada (close), Grace and Ravi, known since New Year."""
    store.today = EARLIER
    contacts.add(store, "Ada Lovelace", Changes({"circle": "close"}))
    contacts.add(store, "Grace Hopper", Changes({}))
    contacts.add(store, "Ravi Patel", Changes({}))


def test_a_conversation_is_echoed_whole(lnet: Lnet) -> None:
    """The echo says the day, the channel, who was there, what was promised and learned, and how to take it back."""
    check(
        lnet,
        """
        $ lnet log "yesterday: coffee with ada about query plans; me: send paper by fri; learned: EXPLAIN first #sql"
        Logged i1 · Sun 14 Jun · in person · Ada Lovelace · #sql
          you promised p1  send paper, by Fri 19 Jun
          learned n1       EXPLAIN first
          next due Tue 14 Jul
          not right? lnet log --amend · lnet undo
        """,
    )


def test_unquoted_words_are_a_sentence_too(lnet: Lnet) -> None:
    """Words without quotes, with +topic for #topic, log the same."""
    check(
        lnet,
        """
        $ lnet log coffee with ada about plans +sql
        Logged i1 · Mon 15 Jun · in person · Ada Lovelace · #sql
          next due Wed 15 Jul
          not right? lnet log --amend · lnet undo
        """,
    )


def test_everything_of_a_log_is_undone_in_one_step(lnet: Lnet) -> None:
    """Undo takes back the conversation, its promise, its insight and the person it had added."""
    before = lnet("--db lnet.db contact list --json").out
    lnet('log "coffee with Wei Chen; me: send paper; learned: much; next: fri" --create')
    assert "Wei Chen" in lnet("contact list").out
    lnet("undo")
    assert lnet("--db lnet.db contact list --json").out == before
    assert json.loads(lnet("promise list --json").out)["data"] == []


def test_a_promise_to_somebody_new_is_theirs(lnet: Lnet) -> None:
    """A clause that names somebody who is being added belongs to them, not to the first who was known."""
    check(
        lnet,
        """
        $ lnet log "coffee with ada and Wei Chen; me: send Wei the paper" --create
        Logged i1 · Mon 15 Jun · in person · Ada Lovelace, Wei Chen
          added Wei Chen
          you promised p1  send Wei the paper (Wei Chen)
          next due Wed 15 Jul · Ada Lovelace
          not right? lnet log --amend · lnet undo
        """,
    )


def test_a_slug_finds_a_name_of_another_script(lnet: Lnet, store: Store) -> None:
    """`@ivan-petrov` is Иван Петров, though no word of the one is in the other."""
    contacts.add(store, "Иван Петров", Changes({}))
    data = json.loads(lnet("log", "coffee with @ivan-petrov", "--json").out)["data"]
    assert [who["slug"] for who in data["interaction"]["participants"]] == ["ivan-petrov"]


def test_an_unknown_name_is_named_not_swallowed(lnet: Lnet) -> None:
    """When somebody else was recognised, an unknown name becomes a hint."""
    check(
        lnet,
        """
        $ lnet log "coffee with ada and Wei Chen"
        Logged i1 · Mon 15 Jun · in person · Ada Lovelace
          next due Wed 15 Jul
          note: Wei Chen is not in your network; --create adds them
          not right? lnet log --amend · lnet undo
        """,
    )


def test_nobody_recognised_stops_a_script(lnet: Lnet) -> None:
    """Without anybody nothing is stored, unless it was said to be alone."""
    check(
        lnet,
        """
        $ lnet log "long walk, thought about joins"
        lnet: who was it? no contact was recognised · name somebody, or --create, or --solo
        [3]
        $ lnet interaction list --json
        {
          "schema": "lnet.interaction.list/1",
          "ok": true,
          "data": []
        }
        $ lnet log "long walk, thought about joins" --solo
        Logged i1 · Mon 15 Jun · other · by yourself
          not right? lnet log --amend · lnet undo
        """,
    )


def test_two_of_a_name_are_never_guessed(lnet: Lnet) -> None:
    """An ambiguous name lists its candidates and stores nothing."""
    lnet("contact add Ada Byron")
    check(
        lnet,
        """
        $ lnet log "coffee with ada"
        lnet: 'ada' could be Ada Lovelace, Ada Byron · use the full name or the slug
        [3]
        $ lnet log "coffee with Ada Byron"
        Logged i1 · Mon 15 Jun · in person · Ada Byron
          not right? lnet log --amend · lnet undo
        """,
    )


@pytest.mark.parametrize(
    ("sentence", "status", "said"),
    [
        ("coffee with ada tomorrow", 4, "use lnet plan"),
        ("2026-02-30: coffee with ada", 4, "2026-02-30"),
        ("", 2, "what happened?"),
        ("   ", 4, ""),
        ("coffee with ada; next: whenever", 4, "whenever"),
        ("coffee with ada; done: p99", 3, "p99"),
        ("coffee with ada; g7: read a chapter", 3, "g7"),
    ],
)
def test_what_cannot_be_meant_is_refused(lnet: Lnet, sentence: str, status: int, said: str) -> None:
    """A future or impossible day, an empty sentence, a reference to nothing: one line, and nothing stored."""
    ran = lnet("log", sentence) if sentence else lnet("log")
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert json.loads(lnet("interaction list --json").out)["data"] == []


def test_a_dry_run_says_the_same_and_stores_nothing(lnet: Lnet) -> None:
    """--dry-run answers as the real log would, with null for what has no number yet."""
    sentence = "yesterday: call with ada and Wei Chen; me: send paper by fri"
    dry = json.loads(lnet("log", sentence, "--create", "--dry-run", "--json").out)["data"]
    assert json.loads(lnet("interaction list --json").out)["data"] == []
    assert lnet("show wei").status == 3
    real = json.loads(lnet("log", sentence, "--create", "--json").out)["data"]
    assert (dry["dry_run"], dry["undo"], dry["interaction"]["id"], dry["promises"][0]["ref"]) == (
        True,
        None,
        None,
        None,
    )
    for part in ("occurred_on", "channel", "participants", "summary"):
        assert dry["interaction"][part] == real["interaction"][part]
    assert dry["created"] == real["created"] == ["Wei Chen"]


def test_json_has_the_keys_of_the_contract(lnet: Lnet) -> None:
    """The JSON names the conversation, promises, insights, who was created, and the step that undoes it."""
    ran = lnet("log", "emailed ada about #sql; them: send data by fri; learned: index it", "--json")
    data = json.loads(ran.out)["data"]
    assert json.loads(ran.out)["schema"] == "lnet.log/1"
    talk = data["interaction"]
    assert (talk["occurred_on"], talk["channel"], talk["direction"]) == ("2026-06-15", "email", "outbound")
    assert talk["participants"] == [{"name": "Ada Lovelace", "slug": "ada-lovelace"}]
    assert (talk["topics"], talk["mentions"]) == (["sql"], [])
    assert data["promises"][0] | {"contact": ""} == {
        "ref": "p1", "owed_by": "them", "text": "send data", "due_on": "2026-06-19", "contact": "",
    }  # fmt: skip
    assert data["insights"][0]["text"] == "index it"
    assert data["created"] == []
    assert isinstance(data["undo"], int)


def test_mentions_are_linked_but_are_no_contact(lnet: Lnet) -> None:
    """A known name behind "about" is a mention: echoed, never counted as a conversation with them."""
    ran = lnet("log", "coffee with ada about Grace Hopper's compiler")
    assert "mentioned Grace Hopper" in ran.out
    assert json.loads(lnet("contact show grace --json").out)["data"]["last_on"] is None


def test_a_log_tells_what_it_did(lnet: Lnet) -> None:
    """A goal it counts for, a plan it fulfilled, a promise still open, when they come due again."""
    lnet('goal add "Read query plans" --topic sql')
    lnet('log "coffee with ada; me: send paper by 2026-06-30; next: 2026-06-12"', today=date(2026, 6, 1))
    check(
        lnet,
        """
        $ lnet log "call with ada about joins #sql"
        Logged i3 · Mon 15 Jun · call · Ada Lovelace · #sql
          counts for g1 Read query plans
          fulfilled the plan i2
          still open p1  send paper, by Tue 30 Jun (you promised)
          next due Wed 15 Jul
          not right? lnet log --amend · lnet undo
        """,
    )


def test_amend_replaces_the_last_log_under_its_number(lnet: Lnet) -> None:
    """The amended log keeps its reference; undo brings the former one back, exactly; undo again removes it."""
    empty = lnet("interaction list --json").out
    lnet('log "coffee with ada; me: send paper"')
    former = lnet("show i1 --json").out
    lnet("log", "--amend", "yesterday: lunch with Wei Chen", "--create")
    assert "Wei Chen" in lnet("show i1").out
    lnet("log", "--amend", "yesterday: dinner with wei")
    assert "dinner" in lnet("show i1").out
    lnet("undo")
    assert "lunch" in lnet("show i1").out
    lnet("undo")
    assert lnet("show i1 --json").out == former
    lnet("undo")
    assert lnet("interaction list --json").out == empty


def test_amend_refuses_to_tear_down_what_was_built_on_it(lnet: Lnet) -> None:
    """A log whose promise was kept since cannot be amended; the later step is named."""
    lnet('log "coffee with ada; me: send paper"')
    lnet("promise keep p1")
    ran = lnet("log", "--amend", "lunch with ada")
    assert ran.status == 4
    assert "promise keep" in ran.err


def test_options_say_what_a_sentence_says(lnet: Lnet) -> None:
    """--with, --on, --via, --topic, --me, --them, --learned, --ask, --next and --depth add to the sentence."""
    ran = lnet(
        "log", "plans", "--with", "ada", "--on", "2026-06-10", "--via", "call", "-t", "SQL",
        "--me", "send paper by 2026-06-20", "--them", "send data; soon", "--learned", "much", "--ask", "why?",
        "--next", "2026-06-20", "--depth", "deep", "--json",
    )  # fmt: skip
    data = json.loads(ran.out)["data"]
    talk = data["interaction"]
    assert (talk["occurred_on"], talk["channel"], talk["depth"], talk["topics"]) == ("2026-06-10", "call", 4, ["sql"])
    assert [(p["owed_by"], p["text"], p["due_on"]) for p in data["promises"]] == [
        ("me", "send paper", "2026-06-20"), ("them", "send data; soon", None),
    ]  # fmt: skip
    assert (data["insights"][0]["text"], talk["debrief"]["next_question"]) == ("much", "why?")
    assert data["planned"][0]["on"] == "2026-06-20"


def test_standard_input_may_hold_a_sentence_of_several_lines(lnet: Lnet) -> None:
    """`-` reads the sentence; a line break parts clauses."""
    ran = lnet("log", "-", "--json", stdin="coffee with ada\nme: send paper by fri\nlearned: a lot\n")
    data = json.loads(ran.out)["data"]
    assert (data["promises"][0]["text"], data["insights"][0]["text"]) == ("send paper", "a lot")


def test_a_backdated_log_never_moves_the_clock_back(lnet: Lnet) -> None:
    """The last contact is the latest conversation, in whatever order they were logged."""
    lnet('log "coffee with ada"')
    lnet('log "2026-03-01: coffee with ada"')
    assert json.loads(lnet("contact show ada --json").out)["data"]["last_on"] == "2026-06-15"


def test_an_ambient_exchange_is_no_contact(lnet: Lnet) -> None:
    """Depth 1 never resets the clock."""
    lnet('log "liked a post of ada" --with ada --depth 1')
    assert json.loads(lnet("contact show ada --json").out)["data"]["last_on"] is None


EVIL = ["a\x1b[31mb", "[/foo]", ":smile:", "\u202eabc", "$(touch x)", "=cmd()", "a|b", "‹", "🧑‍💻", "x" * 10_000]


@pytest.mark.parametrize("name", EVIL)
def test_hostile_names_are_shown_safely(lnet: Lnet, name: str) -> None:
    """No control byte of a stored name reaches the output, and markup in it stays text."""
    lnet("contact", "add", name)
    ran = lnet("log", "coffee", "--with", name)
    assert ran.status == 0
    assert not any(ord(character) < 32 and character != "\n" for character in ran.out)
    assert "\u202e" not in ran.out


def test_a_conversation_is_shown_with_what_came_of_it(lnet: Lnet) -> None:
    """`show i1` lists the promises, insights, feedback and help that the log had stored, and the next question."""
    lnet("feedback ask ada 'How was my talk?'", today=date(2026, 6, 10))
    check(
        lnet,
        """
        $ lnet log "call with ada; me: send paper by fri; learned: index first; feedback: slower; gave: tea" --ask cat?
        Logged i1 · Mon 15 Jun · call · Ada Lovelace
          you promised p1  send paper, by Fri 19 Jun
          learned n1       index first
          answers f1       what you had asked
          feedback f2      slower
          you gave x1      tea
          to ask next time: cat?
          next due Wed 15 Jul
          not right? lnet log --amend · lnet undo
        $ lnet show i1
        i1 · Mon 15 Jun · call · Ada Lovelace
          call with ada
          ask next      cat?
          you promised  p1  send paper, by Fri 19 Jun
          learned       n1  index first
          feedback      f2  slower
          you gave      x1  tea
        """,
    )
    page = json.loads(lnet("show i1 --json").out)["data"]
    assert [(each["ref"], each["direction"], each["text"]) for each in page["exchanges"]] == [("x1", "given", "tea")]


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        ("coffee with Ada\0 about sql", "the sentence is not valid text (it holds a NUL)"),
        ("coffee with Ada about " + "x" * 16 * 1024 * 1024, "the sentence is larger than 16 MB"),
        ("coffee with Ada about " + "é" * 8 * 1024 * 1024, "the sentence is larger than 16 MB"),
    ],
    ids=["NUL", "over 16 MB", "over 16 MB in half as many characters"],
)
def test_what_cannot_be_stored_is_refused(lnet: Lnet, stdin: str, said: str) -> None:
    """Standard input may hold what no argument can."""
    lnet("add Ada")
    ran = lnet("log -", stdin=stdin)
    assert (ran.status, ran.out, ran.err) == (4, "", f"lnet: {said}\n")
    assert lnet("interaction list --csv").out.count("\n") <= 1
