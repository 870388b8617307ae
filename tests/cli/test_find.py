"""`lnet find`, as it is typed."""

import io
from datetime import date

import pytest

from lnet.render.human import find as human
from lnet.render.screen import Plain, Screen
from lnet.render.terminal import Terminal
from lnet.services.find import Hit, Hits, excerpt
from lnet.services.references import parse
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.read.search import END, KINDS, START
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, assert_safe, data
from tests.conftest import Lnet, Seed
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(seed: Seed) -> None:
    """Ada and Ravi, two conversations, and what came of them."""
    seed(
        "contact add Ada Lovelace --topic sql --note 'met in Zürich'",
        "contact add Ravi Patel --aim 'learn sql'",
        "log 'yesterday: coffee with Ada about query plans; me: send the sql paper; learned: EXPLAIN first #sql'",
        "log '2026-05-04: call with Ravi about rust'",
    )


def test_hits_are_a_row_each_newest_first(lnet: Lnet) -> None:
    """People first, then by day; each with what it is called and the line that holds the word."""
    check(
        lnet,
        """
        $ lnet find sql
        kind         ref           on          name          text
        contact      ravi-patel    –           Ravi Patel    learn sql
        contact      ada-lovelace  –           Ada Lovelace  sql
        promise      p1            2026-06-15  Ada Lovelace  send the sql paper
        insight      n1            2026-06-14  Ada Lovelace  EXPLAIN first · sql
        interaction  i1            2026-06-14  Ada Lovelace  coffee with Ada about query plans · sql
        $ lnet find COFFEE plans
        kind         ref  on          name          text
        interaction  i1   2026-06-14  Ada Lovelace  coffee with Ada about query plans
        $ lnet find zurich
        kind     ref           on  name          text
        contact  ada-lovelace  –   Ada Lovelace  met in Zürich
        $ lnet find rus
        kind         ref  on          name        text
        interaction  i2   2026-05-04  Ravi Patel  call with Ravi about rust
        not as whole words: these begin so
        """,
    )


def test_nothing_found_is_one_kind_line(lnet: Lnet) -> None:
    """An empty answer is no failure, whatever was looked for."""
    check(
        lnet,
        """
        $ lnet find zzz
        Nothing found for 'zzz'.
        $ lnet find sql zzz
        Nothing found for 'sql zzz'.
        $ lnet find '"%_*?"'
        Nothing found for '"%_*?"'.
        $ lnet find sql --kind event
        Nothing found for 'sql'.
        $ lnet find zzz --csv
        kind,ref,slug,id,uid,on,name,excerpt,archived
        """,
    )


def test_kinds_and_days_choose(lnet: Lnet) -> None:
    """Only things of these kinds, or of these days; people have no day."""
    check(
        lnet,
        """
        $ lnet find sql --kind promise --kind insight
        kind     ref  on          name          text
        promise  p1   2026-06-15  Ada Lovelace  send the sql paper
        insight  n1   2026-06-14  Ada Lovelace  EXPLAIN first · sql
        $ lnet find sql --until yesterday
        kind         ref  on          name          text
        insight      n1   2026-06-14  Ada Lovelace  EXPLAIN first · sql
        interaction  i1   2026-06-14  Ada Lovelace  coffee with Ada about query plans · sql
        $ lnet find with --since "2 months ago" --until 2026-06-01
        kind         ref  on          name        text
        interaction  i2   2026-05-04  Ravi Patel  call with Ravi about rust
        """,
    )


def test_the_rest_is_told(lnet: Lnet) -> None:
    """Beyond the limit the number of the others is said, and how to see them."""
    check(
        lnet,
        """
        $ lnet find sql --limit 1
        kind     ref         on  name        text
        contact  ravi-patel  –   Ravi Patel  learn sql
        4 more: --limit 5
        $ lnet find sql --limit 0
        5 more: --limit 5
        """,
    )


def test_json_is_a_list_of_hits(lnet: Lnet) -> None:
    """Every hit says its kind, how to name it, and the line that holds the word."""
    hits = data(lnet, "find", "sql", "--limit", "3")
    assert [(hit["kind"], hit["ref"], hit["slug"], hit["on"], hit["name"], hit["excerpt"]) for hit in hits] == [
        ("contact", None, "ravi-patel", None, "Ravi Patel", "learn sql"),
        ("contact", None, "ada-lovelace", None, "Ada Lovelace", "sql"),
        ("promise", "p1", None, "2026-06-15", "Ada Lovelace", "send the sql paper"),
    ]
    assert set(hits[0]) == {"kind", "ref", "slug", "id", "uid", "on", "name", "excerpt", "archived"}
    assert data(lnet, "find", "zzz") == []


def test_csv_is_a_row_a_hit(lnet: Lnet) -> None:
    """With a header, and nothing at all for nothing."""
    rows = lnet("find rust --csv").out.splitlines()
    assert rows[0] == "kind,ref,slug,id,uid,on,name,excerpt,archived"
    assert rows[1].startswith("interaction,i2,,2,")
    assert rows[1].endswith(",2026-05-04,Ravi Patel,call with Ravi about rust,False")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["find"], 2), (["find", ""], 4), (["find", " \t "], 4), (["find", "x", "--since", "xyz"], 4),
        (["find", "x", "--kind", "thing"], 2), (["find", "x", "--limit", "-1"], 2), (["find", "x\0"], 4),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(lnet: Lnet, words: list[str], status: int) -> None:
    """One line on standard error, with the documented status."""
    ran = lnet(*words)
    assert (ran.out, ran.err.count("\n"), ran.status) == ("", 1, status)


# --- kinds, people, the archived --------------------------------------------------------------------------------


def one_of_each(store: Store) -> None:
    """A thing of every kind that Ada has to do with, and each of them speaks of chess."""
    on = "2026-06-01"
    with step(store, "seed") as open_:
        insert(open_, "contact_topic", contact_id=1, topic="chess")
        talk = insert(open_, "interaction", occurred_on=on, summary="chess at noon")
        insert(open_, "participant", interaction_id=talk, contact_id=1)
        named = insert(open_, "interaction", occurred_on=on, summary="chess without her")
        insert(open_, "mention", interaction_id=named, contact_id=1)
        insert(open_, "promise", contact_id=1, text="a chess clock")
        insert(open_, "feedback", contact_id=1, direction="received", text="chess is no metaphor", occurred_on=on)
        insert(open_, "insight", contact_id=1, text="chess is memory", learned_on=on)
        insert(open_, "exchange", contact_id=1, direction="received", text="chess lessons", occurred_on=on)
        for noun, link, called in (
            ("goal", "goal_contact", "title"), ("project", "project_member", "title"), ("event", "attendance", "name"),
            ("community", "membership", "name"),
        ):  # fmt: skip
            made = insert(open_, noun, **{called: "chess club", "key": "chess club"})
            insert(open_, link, **{f"{noun}_id": made, "contact_id": 1})
        made = insert(open_, "resource", title="chess club", key="chess club")
        insert(open_, "share", resource_id=made, contact_id=1, direction="given", occurred_on=on)
        insert(open_, "goal", title="chess alone", key="chess alone")


def test_every_kind_is_found_and_can_be_opened(lnet: Lnet, store: Store) -> None:
    """Each with what `lnet show` takes."""
    one_of_each(store)
    found = data(lnet, "find", "chess")
    assert {hit["kind"] for hit in found} == set(KINDS)
    for kind in KINDS:
        assert {hit["kind"] for hit in data(lnet, "find", "chess", "--kind", kind)} == {kind}
    named = {hit["kind"]: parse(hit["ref"]) for hit in found if hit["kind"] != "contact"}
    assert {kind: target[0] for kind, target in named.items() if target} == {kind: kind for kind in named}
    assert {hit["kind"]: bool(hit["slug"]) for hit in found} == {kind: kind == "contact" for kind in KINDS}


def test_what_somebody_has_to_do_with_can_be_asked_for(lnet: Lnet, store: Store) -> None:
    """What they took part in or were named in, what is theirs or linked to them, and they themselves."""
    one_of_each(store)
    mine = data(lnet, "find", "chess", "--with", "ada")
    assert {hit["kind"] for hit in mine} == set(KINDS)
    assert "chess alone" not in {hit["name"] for hit in mine}
    assert len(mine) == len(data(lnet, "find", "chess")) - 1
    check(
        lnet,
        """
        $ lnet find chess --with ravi
        Nothing found for 'chess'.
        $ lnet find rus --with ravi --kind interaction
        kind         ref  on          name        text
        interaction  i2   2026-05-04  Ravi Patel  call with Ravi about rust
        not as whole words: these begin so
        $ lnet find chess --with nobody
        lnet: no contact named 'nobody'
        [3]
        """,
    )


def test_the_archived_are_marked(lnet: Lnet) -> None:
    """They are found as everybody is, since looking for somebody is how one comes back to them."""
    lnet("contact archive ravi")
    check(
        lnet,
        """
        $ lnet find learn
        kind     ref         on  name                   text
        contact  ravi-patel  –   Ravi Patel (archived)  learn sql
        """,
    )
    assert data(lnet, "find", "learn")[0]["archived"] is True


MONSTERS = ["a" * 100_000, " ".join(f"w{n}" for n in range(3000)), "学" * 30_000, '"' * 5000, "NEAR(", "- -"]


@pytest.mark.parametrize("word", MONSTERS)
def test_a_monstrous_search_is_no_error(lnet: Lnet, word: str) -> None:
    """However long or odd the words are, they are looked for."""
    assert lnet("find", "--", word).status == 0


def test_hostile_text_is_shown_safely(lnet: Lnet) -> None:
    """Control bytes are visible, markup is text, in every form of the answer."""
    lnet("learn", HOSTILE)
    for words in (["find", "DROP"], ["find", "DROP", "--csv"]):
        assert_safe(lnet(*words).out)
    assert data(lnet, "find", "DROP")[0]["excerpt"] == data(lnet, "insight", "show", "n2")["text"]


# --- on a terminal ----------------------------------------------------------------------------------------------

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


class Tty(io.StringIO):
    """A terminal to draw on."""

    def isatty(self) -> bool:
        return True


def drawn(found: Hits, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal of this width shows, with its styles as [bold] and the like."""
    out = Tty()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    human.listed(found, screen)
    return out.getvalue().replace("\x1b[1m", "[").replace("\x1b[0m", "]")


def hits(*texts: str, more: int = 0) -> Hits:
    """What was found in conversations with these texts."""
    day = date(2026, 6, 14)
    made = tuple(
        Hit("interaction", f"i{number}", None, number, "", day, "Ada Lovelace", excerpt(text, titled=False))
        for number, text in enumerate(texts, 1)
    )
    return Hits(("x",), made, more, "words", 0)


@pytest.mark.parametrize("width", [20, 40, 69, 70, 80, 120])
def test_a_match_is_bold_and_never_cut_off(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the width, no line is longer, and the word looked for is on it."""
    shown = drawn(hits(f"{LONG} {START}word{END} {LONG}", f"{START}word{END} {LONG}"), width, monkeypatch)
    assert shown.count("[word]") == 2
    assert {"i1", "i2"} <= set(shown.replace("\x1b[36m", " ").replace("]", " ").split())
    assert len(shown.partition("open one")[0].splitlines()) == (2 if width >= human.NARROW else 4) + 1


def test_a_hit_is_one_line_on_a_wide_terminal_two_on_a_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the match is always seen."""
    found = hits(f"coffee about {START}sql{END}")
    assert len(drawn(found, 80, monkeypatch).splitlines()) == 1 + 1
    assert len(drawn(found, 60, monkeypatch).splitlines()) == 2 + 1


def test_a_name_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the excerpt, unless that begins with it."""
    found = hits(f"Ada Lovelace, {START}sql{END}", f"{START}sql{END} with Ada Lovelace")
    lines = drawn(found, 80, monkeypatch).splitlines()[:2]
    assert [line.rpartition("]")[0].rpartition("]")[2] for line in lines] == [
        "Ada Lovelace, [sql", "Ada Lovelace: [sql",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titled", "said"),
    [
        (f"about {START}sql{END}", False, ["about ", "*sql"]),
        (f"coffee\n\n{START}sql{END}", False, ["coffee · ", "*sql"]),
        (f"Ada\n\n{START}sql{END}", True, ["*sql"]),
        (f'Ada\n["learn {START}sql{END}", "read"]', True, ["learn ", "*sql", "; read"]),
        (f"one {START}a{END}\n{START}a{END} and {START}b{END}", True, ["*a", " and ", "*b"]),
        ("nothing is marked\nhere", False, ["nothing is marked"]),
        ("", False, []),
        (f"stray {END} and {START}open", False, ["stray  and ", "open"]),
        (f"{'x' * 300} {START}sql{END} {'y' * 300}", False, [f"…{'x' * 39} ", "*sql", f" {'y' * 114}…"]),
    ],
)
def test_an_excerpt_is_the_line_with_the_matches(text: str, titled: bool, said: list[str]) -> None:
    """Behind the first line, unless that is a title; of a long line the piece around the match."""
    assert [f"{'*' if part.match else ''}{part.text}" for part in excerpt(text, titled=titled)] == said


def test_how_much_was_looked_at_is_said() -> None:
    """A bounded search says so, with hits and without."""
    for found in (Hits(("学习",), (), 0, "text", 20_000), hits("学习")._replace(looked_at=20_000)):
        out = io.StringIO()
        screen: Screen = Plain(out)
        human.listed(found, screen)
        assert "in the newest 20,000 entries" in out.getvalue()


def test_many_more_are_not_counted_to_the_end() -> None:
    """Beyond a thousand it is said that there may be more."""
    out = io.StringIO()
    human.listed(hits("a", more=1000), Plain(out))
    assert out.getvalue().splitlines()[-1] == "1,000+ more: --limit 101"
