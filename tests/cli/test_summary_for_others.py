"""`lnet summary --for mentor|public`: who is named how, what is left out, and how to check it before sending."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lnet.domain.names import key, slug, words
from lnet.exchange.graph_mermaid import mermaid
from lnet.render.human.summary import page
from lnet.render.machine import envelope
from lnet.render.template import default_template, filled
from lnet.services.summary import summary
from lnet.store.journal import Step, step
from lnet.store.write import contact, goal, interaction, promise
from lnet.store.write.rows import Value, insert
from lnet.store.write.topic import add_topics
from tests.cli.answers import HOSTILE, data
from tests.cli.seeds import ago
from tests.cli.test_summary import write_places
from tests.conftest import Lnet
from tests.services.test_discretion import Someone, scene, tokens
from tests.store.memory import new_store
from tests.transcript import check

STORY = """
contact add Zelda Quist --nick Zed --email zq@quist.example --share never --circle close
contact add Ravi Patel --role peer --circle close --topic rust
contact add Grace Hopper --role mentor --share name
goal add "Read query plans" --with Ravi --next-step "if Zed is away, I ask Ravi" --why "zed's plans are slow"
log "2026-06-10: coffee with Ravi about plans; learned: ask @ZeldaQuist, or zq@quist.example, early" --note "Zed left."
promise add Ravi "send zed's slides to Ravi" --by fri
log "2026-06-11: call with Zelda about her contract; learned: contracts take a month"
log "2026-06-12: lunch with Grace, zed drew it at quist.example/zelda; practice: draw it first #sql"
log "2026-06-13: coffee with Ravi about his salary; learned: salaries are secret" --private
"""


def test_one_person_must_never_be_named(lnet: Lnet) -> None:
    """A mentor reads of everybody else by alias; the nickname that hides in somebody else's note and goal is gone."""
    for line in STORY.strip().splitlines():
        assert lnet(line).status == 0, line
    check(
        lnet,
        """
        $ lnet summary --for mentor
        # My learning network

        15 June 2026, looking back to 17 March. Not everybody is named, and private things are left out.

        2 people. Since 17 March: 1 conversation with 1 person. 2 things learned.

        ## Goals

        ### Read query plans

        - In progress
        - Why: somebody's plans are slow
        - Next step: if somebody is away, I ask Peer A
        - Helping: Peer A

        ## What I learned, and from whom

        From Grace Hopper and Peer A.

        - ask somebody, or (address), early (from Peer A, 10 June)

        ## Trends and practices

        - **Practice**: draw it first (sql, from Grace Hopper, 12 June)

        ## Promises

        ### I promised

        - send somebody's slides to Peer A (to Peer A, by Fri 19 Jun)

        ## Conversations

        - **Wed 10 Jun** Peer A in person: coffee with Peer A about plans

        ## People

        | Name         | Roles  | Topics |
        | ------------ | ------ | ------ |
        | Peer A       | peer   | rust   |
        | Grace Hopper | mentor |        |

        ## Topics

        sql (1 insight).

        ## The next month

        - **Fri 19 Jun** send somebody's slides to Peer A (I promised Peer A)

        ## The network

        ```mermaid
        flowchart LR
          me(("me"))
          n1("Peer A")
          n2{{"Read query plans"}}
          me --> n2
          n1 --> n2
        ```
        $ lnet summary --for mentor --preview
        For a mentor, since 17 March. Nothing is written.
        Left out
          people (1), conversations (3), insights (2)
        Never named
          Zelda Quist
        By an alias
          Peer A is Ravi Patel, in texts 4 times
        Taken out of texts
          1 address, 5 names now "somebody"
        Capitalised where a sentence begins
          Read
        Is one of these a name? lnet contact add NAME --share never, and look again.
        """,
    )
    for audience in ("mentor", "public"):
        for form in ((), ("--json",), ("--template", "page.j2")):
            Path("page.j2").write_text(default_template(), encoding="utf-8")
            said = lnet("summary", "--for", audience, *form).out.lower()
            assert [word for word in ("zelda", "quist", "zed", "ravi", "patel", "salar") if word in said] == []


def test_what_others_owe_me_is_my_business(lnet: Lnet) -> None:
    """Promises to me, feedback that was asked for and not answered, mentoring and renewals are told to nobody else."""
    lnet("contact add Ada Lovelace --circle close")
    lnet("log", "2026-06-10: coffee with Ada about plans; them: lend me her book by 20 jun; me: send notes by 18 jun")
    lnet("feedback ask Ada 'Is my talk too long?' --shareable")
    lnet("contact mentor Ada --review 2026-06-30")
    for words_said in ("lend me her book", "too long", "mentoring"):
        assert words_said in lnet("summary").out
        assert words_said not in lnet("summary --for mentor").out
        assert words_said not in lnet("summary --for mentor --json").out
    assert "send notes" in lnet("summary --for mentor").out
    assert "send notes" not in lnet("summary --for public").out


@pytest.mark.parametrize("verb", ["quiet", "pause", "snooze"])
def test_nobody_reads_who_rests(lnet: Lnet, verb: str) -> None:
    """That somebody is quiet, paused, snoozed or drifted makes no difference to others."""
    lnet("contact add Ada Lovelace --circle inner --role mentor")
    lnet("log '2025-01-10: coffee with Ada about plans'")
    before = [lnet(f"summary --for {audience} --json").out for audience in ("mentor", "public")]
    assert lnet(f"{verb} ada" if verb == "snooze" else f"contact {verb} ada").status == 0
    assert [lnet(f"summary --for {audience} --json").out for audience in ("mentor", "public")] == before
    assert "2025" not in before[0]


def test_a_preview_writes_nothing(lnet: Lnet, home: Path) -> None:
    """No file is made; for oneself nothing is left out."""
    lnet("contact add Ada Lovelace")
    assert lnet("summary --for mentor --preview -o network.md").out.startswith("For a mentor, since 17 March.")
    assert not (home / "network.md").exists()
    assert lnet("summary --preview").out == (
        "For yourself nothing is left out: see what others read with --for mentor or --for public.\n"
    )


def test_a_preview_names_the_words_to_check(lnet: Lnet) -> None:
    """Names that nobody bears remain, and are listed; known and released ones, months and aliases are not."""
    lnet("contact add Ada Lovelace --share name")
    lnet("contact add Ravi Patel")
    lnet(
        "log",
        "2026-06-10: coffee with Ada about Wei and Ravi in May, from Zürich; learned: Postgres locks. Ask Olga's team",
    )
    found = data(lnet, "summary", "--for", "mentor", "--preview")
    assert (found["words"], found["first_words"]) == (["Olga", "Wei", "Zürich"], ["Ask", "Postgres"])
    assert found["aliases"] == [{"name": "Ravi Patel", "alias": "Peer A", "replaced": 1}]
    assert (found["for"], found["since"], found["never"], found["somebody"]) == ("mentor", "2026-03-17", [], 0)


def test_a_preview_shows_hostile_names_safely(lnet: Lnet) -> None:
    """Control bytes are visible."""
    lnet("contact", "add", "--share=never", "--", HOSTILE)
    assert "\x1b" not in lnet("summary --for mentor --preview").out
    assert "\\x1b[31mred" in lnet("summary --for mentor --preview").out


# --- by property ------------------------------------------------------------------------------------------------


def write(open_: Step, people: list[Someone], texts: list[str], *, linked: bool) -> None:
    """These people; and each text in every place that has words, about one of them if `linked`."""
    ids = [contact.add(open_, who.name, circle="close", share=who.share, note=who.nick) for who in people]
    for id, who in zip(ids, people, strict=True):
        contact.add_nicknames(open_, id, [who.nick])
        contact.add_method(open_, id, "email", f"{who.local}@mail.example")
    other = contact.add(open_, "Ada Lovelace", share="name")
    for number, text in enumerate(text for text in texts if text.strip()):
        about = ids[number % len(ids)] if linked else other
        write_learning(open_, about, other, text)
        write_places(open_, about, text)
        book = insert(open_, "resource", title=text, key=key(text), url=f"https://x.example/{slug(people[0].name)}")
        insert(open_, "share", resource_id=book, contact_id=about, direction="given", occurred_on=ago(1))


def write_learning(open_: Step, about: int, other: int, text: str) -> None:
    """A conversation with somebody else, and what it was about."""
    talked = interaction.add(open_, occurred_on=ago(1), participants=[other], summary=text, note=text)
    aim = goal.add(open_, text, why=text, criteria=text, next_step=text, obstacle=text)
    goal.link_contact(open_, aim, about, text)
    goal.progress(open_, aim, text, ago(1))
    lesson = insert(open_, "insight", text=text, contact_id=about, interaction_id=talked, learned_on=ago(1))
    add_topics(open_, "insight", lesson, words(text)[:3])
    promise.add(open_, about, text, owed_by="me", due_on=ago(-3))
    said: dict[str, Value] = {"text": text, "action": text, "shareable": True}
    insert(open_, "feedback", contact_id=about, direction="received", occurred_on=ago(1), **said)
    insert(open_, "exchange", contact_id=about, direction="given", text=text, occurred_on=ago(1))


@settings(max_examples=20)
@given(scene(), st.sampled_from(["mentor", "public"]))
def test_no_token_of_a_hidden_person_is_on_any_page(made: tuple[list[Someone], list[str], bool], audience: str) -> None:
    """Whatever texts name people, and wherever they stand: no page, JSON or template has a word of their names."""
    people, texts, linked = made
    store = new_store()
    try:
        with step(store, "seed") as open_:
            write(open_, people, texts, linked=linked)
        found = summary(store, None, audience)
    finally:
        store.close()
    picture = mermaid(found.network)
    pages = [page(found, picture), envelope("summary", found), filled(default_template(), "page", found, picture)]
    hidden = {token for who in people for token in tokens(who)}
    assert {token for token in hidden for read in map(key, pages) if token in read} == set()
