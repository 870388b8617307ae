"""`lnet graph`, as it is typed."""

import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact
from lnet.store.write.rows import insert
from tests.cli.answers import HOSTILE, data
from tests.conftest import Lnet
from tests.transcript import check


@pytest.fixture(autouse=True)
def network(lnet: Lnet, store: Store) -> None:
    """Three people, a goal that Ada helps with, a forum of two; somebody archived, somebody of the address book."""
    lnet("contact add Ada Lovelace --circle inner --topic sql --role mentor")
    lnet("contact add Ravi Patel --introduced-by ada")
    lnet("contact add Wei Chen --topic SQL")
    lnet("contact add Old Friend --circle wide")
    lnet("contact archive old")
    lnet("goal add Read query plans --topic sql --with ada")
    lnet("goal add Rest more")
    lnet("goal drop rest")
    lnet("log yesterday: coffee with ravi")
    with step(store, "seed") as open_:
        contact.add(open_, "Book Person", imported_from="linkedin")
        insert(open_, "contact_topic", contact_id=5, topic="rust")
        forum = insert(open_, "community", name="Postgres forum", key="postgres forum")
        for who in (1, 3):
            insert(open_, "membership", community_id=forum, contact_id=who)


def test_the_whole_network_is_drawn(lnet: Lnet) -> None:
    """The living network: not the archived, not the address book, no goal that has ended."""
    check(
        lnet,
        """
        $ lnet graph
        flowchart LR
          subgraph inner_circle["inner circle"]
            n1("Ada Lovelace")
          end
          me(("me"))
          n2("Ravi Patel")
          n3("Wei Chen")
          n4{{"Read query plans"}}
          n5[["Postgres forum"]]
          me --- inner_circle
          me --- n2
          me --> n4
          n1 -.-> n2
          n1 --> n4
          n1 --- n5
          n3 --- n5
        $ lnet graph --format dot
        digraph network {
          rankdir=LR;
          "me" [label="me", shape=doublecircle];
          "person1" [label="Ada Lovelace", shape=ellipse, class="inner"];
          "person2" [label="Ravi Patel", shape=ellipse];
          "person3" [label="Wei Chen", shape=ellipse];
          "g1" [label="Read query plans", shape=hexagon];
          "c1" [label="Postgres forum", shape=folder];
          "me" -> "person1" [class="talks", dir=none];
          "me" -> "person2" [class="talks", dir=none];
          "me" -> "g1" [class="aims"];
          "person1" -> "person2" [class="introduced", style=dashed];
          "person1" -> "g1" [class="helps"];
          "person1" -> "c1" [class="member", dir=none];
          "person3" -> "c1" [class="member", dir=none];
        }
        """,
    )


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ("--goal g1", "me|Ada Lovelace|Read query plans"),
        ("--goal rest", "me|Rest more"),
        ("--topic SQL", "me|Ada Lovelace|Wei Chen|Read query plans|Postgres forum"),
        ("--topic rust", "me|Book Person"),
        ("--topic chess", "me"),
        ("--around ravi", "me|Ada Lovelace|Ravi Patel"),
        ("--around ada", "me|Ada Lovelace|Ravi Patel|Wei Chen|Read query plans|Postgres forum"),
        ("--around ada --topic sql", "me|Ada Lovelace|Wei Chen|Read query plans|Postgres forum"),
        ("--around old-friend", "me|Old Friend"),
        ("--around 'Book Person'", "me|Book Person"),
    ],
)
def test_a_part_can_be_asked_for(lnet: Lnet, options: str, names: str) -> None:
    """What a goal, a topic or a person brings together; whoever was named is in it, whatever their status."""
    nodes = data(lnet, "graph", *shlex.split(options))["nodes"]
    assert "|".join(node["name"] for node in nodes) == names


def test_json_has_the_nodes_and_the_ties(lnet: Lnet) -> None:
    """With all that is known of them."""
    found = data(lnet, "graph")
    assert found["file"] is None
    assert found["nodes"][1] == {
        "key": "person1", "kind": "contact", "name": "Ada Lovelace", "circle": "inner", "roles": ["mentor"],
        "topics": ["sql"], "field": None, "organisation": None,
    }  # fmt: skip
    assert found["edges"][1] == {"source": "me", "target": "person2", "kind": "talks", "label": "", "days": 1}


def test_whom_i_made_known_to_each_other_is_said(lnet: Lnet, store: Store) -> None:
    """On the line between them."""
    with step(store, "seed") as open_:
        insert(open_, "acquaintance", contact_id=2, other_id=3, introduced_by_me=True)
        insert(open_, "acquaintance", contact_id=1, other_id=2)
    drawn = lnet("graph --around ravi").out
    assert '  n2 ---|"introduced by me"| n3\n' in drawn
    assert "  n1 -.-> n2\n" in drawn
    assert "  n1 --- n2\n" not in drawn


def test_a_file_is_written_whole_in_the_format_of_its_name(lnet: Lnet, home: Path) -> None:
    """Its owner's alone; --format wins over the name."""
    check(lnet, "$ lnet graph -o network.graphml\nWrote network.graphml")
    ElementTree.parse(home / "network.graphml")
    assert (home / "network.graphml").stat().st_mode & 0o777 == 0o600
    lnet("graph -o network.dot --format mermaid")
    assert (home / "network.dot").read_text(encoding="utf-8") == lnet("graph").out
    assert lnet("graph -o - --format graphml").out == (home / "network.graphml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ("--format svg", 2), ("--goal g9", 3), ("--around nobody", 3), ("-o missing/n.dot", 7), ("-o lnet.db", 4),
        ("-o .", 7),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused(lnet: Lnet, options: str, status: int) -> None:
    """One line, and the status that says why."""
    ran = lnet(f"graph {options}")
    assert (ran.out, ran.err.count("\n"), ran.status) == ("", 1, status)


def test_an_empty_network_is_me(lnet: Lnet, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """A valid graph of one node."""
    monkeypatch.setenv("LNET_DB", str(home / "new.db"))
    assert lnet("--db", str(home / "new.db"), "graph").out == 'flowchart LR\n  me(("me"))\n'


def test_hostile_names_steer_nothing(lnet: Lnet) -> None:
    """No control byte in any format, and the same graph as before but for one name."""
    before = {kind: lnet(f"graph --format {kind}").out.count("\n") for kind in ("mermaid", "dot", "graphml")}
    lnet("contact", "rename", "ravi", HOSTILE)
    for kind, count in before.items():
        text = lnet(f"graph --format {kind}").out
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert text.count("\n") == count


def test_since_a_day_it_has_whom_i_talked_to(lnet: Lnet) -> None:
    """And the goals that they help with; with another option it has what fits both."""

    def names(*options: str) -> list[str]:
        return [node["name"] for node in data(lnet, "graph", *options)["nodes"]]

    assert names("--since", "yesterday") == ["me", "Ravi Patel"]
    lnet("log 'coffee with ada'")
    assert names("--since", "yesterday") == ["me", "Ada Lovelace", "Ravi Patel", "Read query plans"]
    assert names("--since", "today") == ["me", "Ada Lovelace", "Read query plans"]
    assert names("--since", "yesterday", "--topic", "sql") == ["me", "Ada Lovelace", "Read query plans"]
