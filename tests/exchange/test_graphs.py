"""The network written as Mermaid, DOT and GraphML: whole, in order, and safe whatever people are called."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.network import Edge, Network, Node
from lnet.exchange.graph_dot import dot
from lnet.exchange.graph_graphml import graphml
from lnet.exchange.graph_mermaid import EDGES_MOST, NAME_MOST, NODES_MOST, mermaid
from lnet.exchange.graphs import of_file

ADA = Node(
    "person1", "contact", "Ada Lovelace", "inner", ("mentor", "peer"), ("sql", "c++"), "mathematics", "Engines & Co"
)
RAVI = Node("person2", "contact", "Ravi Patel")
GOAL = Node("g1", "goal", "Read query plans", topics=("sql",))
FORUM = Node("c1", "community", "Postgres forum")
SAMPLE = Network(
    (Node("me", "me", "me"), ADA, RAVI, GOAL, FORUM),
    (
        Edge("me", "person1", "talks", days=12), Edge("me", "person2", "talks"), Edge("me", "g1", "aims"),
        Edge("person1", "person2", "knows"), Edge("person1", "person2", "introduced"),
        Edge("person1", "g1", "helps", "examples"), Edge("person1", "c1", "member"), Edge("person2", "c1", "member"),
    ),
)  # fmt: skip
HOSTILE = [
    'Ada"]; click n1 href "javascript:alert(1)"', "`markdown`", "#quot;", "style: #1;", "a --> b", "end", "%%{init}%%",
    "<script>alert(1)</script>", "]]>", "&amp;", "\\", 'back\\"slash', "two\nlines", "\x00\x1b[31m\x07", "\u202eevil",
    "\ud800", "", "  ", "你好 🎯", "{}", "{0}", "a|b", "subgraph", "\ufffe", "\r\n\t", "\x9b31m", "O'Neil",
]  # fmt: skip


def named(name: str) -> Network:
    """Somebody of this name, who has it everywhere that a name or a word of people's own can stand."""
    who = Node("person1", "contact", name, "inner", (), (name,), name, name)
    return Network((Node("me", "me", "me"), who, Node("g1", "goal", name)), (Edge("person1", "g1", "helps", name),))


# --- Mermaid ----------------------------------------------------------------------------------------------------


def test_a_flowchart_has_people_by_circle_and_one_tie_of_mine_to_each() -> None:
    """Those in no circle are tied to me one by one; nodes have numbers of their own, not those of the store."""
    assert mermaid(SAMPLE) == (
        "flowchart LR\n"
        '  subgraph inner_circle["inner circle"]\n'
        '    n1("Ada Lovelace")\n'
        "  end\n"
        '  me(("me"))\n'
        '  n2("Ravi Patel")\n'
        '  n3{{"Read query plans"}}\n'
        '  n4[["Postgres forum"]]\n'
        "  me --- inner_circle\n"
        "  me --- n2\n"
        "  me --> n3\n"
        "  n1 -.-> n2\n"
        '  n1 -->|"examples"| n3\n'
        "  n1 --- n4\n"
        "  n2 --- n4\n"
    )


MERMAID_LINE = re.compile(
    r"flowchart LR|  end|  subgraph \w+\[\"[^\"]+\"\]"
    r"|  ( {2})?\w+(\(\(|\(|\{\{|\[\[|\[|>)\"[^\"\[\]{}<>`|;&%:\\#]*(#\d+;[^\"\[\]{}<>`|;&%:\\#]*)*\"[\])}]{1,2}"
    r"|  \w+ (---|-->|-\.->)(\|\"([^\"\[\]{}<>`|;&%:\\#]|#\d+;)*\"\|)? \w+"
)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_read_as_mermaid(name: str) -> None:
    """Every line is a node, an edge or a box, in whose labels nothing but letters and plain signs stands as it is."""
    for line in mermaid(named(name)).splitlines():
        assert MERMAID_LINE.fullmatch(line), line


@given(st.text())
def test_no_text_whatever_is_read_as_mermaid(name: str) -> None:
    """As before, for any text."""
    assert all(map(MERMAID_LINE.fullmatch, mermaid(named(name)).splitlines()))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mei-Ling O'Neil", "Mei-Ling O'Neil"), ("J. R. Øst", "J. R. Øst"), ("Ada (ETH)", "Ada (ETH)"),
        ("1. Ada", "1#46; Ada"), ("1) Ada", "1#41; Ada"), ("- Ada", "#45; Ada"), ("www.ada.org", "www#46;ada#46;org"),
        ("_Ada_", "#95;Ada#95;"), ("**Ada**", "#42;#42;Ada#42;#42;"), ("a@b.org", "a#64;b#46;org"),
        ("--- x", "#45;#45;#45; x"), ("ada --", "ada #45;#45;"),
    ],
)  # fmt: skip
def test_a_label_is_no_markdown(name: str, said: str) -> None:
    """Mermaid reads labels as Markdown, and draws no lists and no links; plain names stay readable."""
    assert f'n1("{said}")' in mermaid(named(name))


def crowd(people: int) -> Network:
    """So many people, the first of whom knows everybody, all of whom know each other a little."""
    nodes = [Node("me", "me", "me"), *(Node(f"c{n}", "contact", f"P{n}") for n in range(people))]
    ties = [Edge(f"c{n}", f"c{m}", "knows") for n in range(people) for m in range(n + 1, people) if n % 7 == 0]
    return Network(tuple(nodes), tuple(ties))


def test_a_large_network_is_drawn_in_part_and_says_so() -> None:
    """The most connected nodes, a bounded number of ties, and how many of both are left out."""
    text = mermaid(crowd(200))
    assert len(re.findall(r"^  (?:n\d+|me)\(", text, re.MULTILINE)) == NODES_MOST
    assert text.count(" --- ") == EDGES_MOST
    assert 'more["… and 141 more, not drawn"]' in text
    assert re.search(r'ties\["… and [\d,]+ more ties, not drawn"\]', text)
    assert "P0" in text
    assert '"P1"' not in text  # who knows P0 alone


def test_a_long_name_is_shortened_in_the_picture() -> None:
    """A box stays a box."""
    assert f'"{"x" * (NAME_MOST - 1)}…"' in mermaid(named("x" * 500))


# --- DOT --------------------------------------------------------------------------------------------------------

DOT_TOKEN = re.compile(r'\s*(?:(->)|([{}\[\];=,])|("(?:[^"\\]|\\.)*")|([A-Za-z_]\w*))', re.DOTALL)


def tokens(text: str) -> Iterator[str]:
    """The words of a DOT text, as its grammar tells them apart; fails on anything else."""
    place = 0
    while text[place:].strip():
        found = DOT_TOKEN.match(text, place)
        assert found, text[place:][:40]
        place = found.end()
        yield found[0].strip()


def statements(text: str) -> list[list[str]]:
    """The statements between the braces of a digraph, each as its words."""
    words = list(tokens(text))
    assert words[:3] == ["digraph", "network", "{"]
    assert words[-1] == "}"
    found: list[list[str]] = [[]]
    for word in words[3:-1]:
        if word == ";":
            found.append([])
        else:
            found[-1].append(word)
    return found[:-1]


def test_dot_has_every_node_and_every_tie() -> None:
    """Names as labels, kinds as classes, a direction only where there is one."""
    text = dot(SAMPLE)
    assert '  "person1" [label="Ada Lovelace", shape=ellipse, class="inner"];\n' in text
    assert '  "person1" -> "g1" [class="helps", label="examples"];\n' in text
    assert '  "person1" -> "person2" [class="knows", dir=none];\n' in text
    assert '  "person1" -> "person2" [class="introduced", style=dashed];\n' in text
    assert len(statements(text)) == 1 + len(SAMPLE.nodes) + len(SAMPLE.edges)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_read_as_dot(name: str) -> None:
    """The same statements with the same words, whatever somebody is called."""
    shape = [[word if word[0] != '"' else '"' for word in each] for each in statements(dot(named("Ada")))]
    wordless = named(name or "x")
    assert [[w if w[0] != '"' else '"' for w in each] for each in statements(dot(wordless))] == shape
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", dot(named(name)))


@given(st.text(min_size=1))
def test_dot_has_the_same_statements_for_any_text(name: str) -> None:
    """As before, for any text."""
    assert len(statements(dot(named(name)))) == 5


def test_a_large_network_is_whole_in_dot_and_graphml() -> None:
    """Only the picture is cut."""
    assert dot(crowd(200)).count("shape=ellipse") == 200
    assert graphml(crowd(200)).count("<node ") == 201


# --- GraphML ----------------------------------------------------------------------------------------------------

NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


def data_of(element: ElementTree.Element) -> dict[str, str]:
    """The data of a node or an edge."""
    return {each.attrib["key"]: each.text or "" for each in element.findall("g:data", NS)}


def test_graphml_carries_all_that_is_known() -> None:
    """Every attribute is declared; lists are one text; what is not known is left out."""
    root = ElementTree.fromstring(graphml(SAMPLE))
    declared = {(key.attrib["for"], key.attrib["id"]) for key in root.findall("g:key", NS)}
    nodes = {node.attrib["id"]: data_of(node) for node in root.findall("g:graph/g:node", NS)}
    assert nodes["person1"] == {
        "kind": "contact", "name": "Ada Lovelace", "circle": "inner", "roles": "mentor; peer", "topics": "sql; c++",
        "field": "mathematics", "organisation": "Engines & Co",
    }  # fmt: skip
    assert nodes["person2"] == {"kind": "contact", "name": "Ravi Patel"}
    edges = [(edge.attrib["source"], edge.attrib["target"], data_of(edge)) for edge in root.iter(f"{{{NS['g']}}}edge")]
    assert edges[0] == ("me", "person1", {"tie": "talks", "days": "12"})
    assert edges[5] == ("person1", "g1", {"tie": "helps", "label": "examples"})
    assert {("node", key) for data in nodes.values() for key in data} <= declared
    assert {("edge", key) for _, _, data in edges for key in data} <= declared


XML_LACKS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@pytest.mark.parametrize("name", HOSTILE)
def test_graphml_gives_every_name_back(name: str) -> None:
    """As it is, but for the characters that XML 1.0 does not have; nothing that a terminal would obey stands in it."""
    text = graphml(named(name))
    node = ElementTree.fromstring(text).find("g:graph/g:node[@id='person1']", NS)
    assert node is not None
    assert data_of(node).get("name", "") == XML_LACKS.sub("\ufffd", name)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", text)


@given(st.text())
def test_graphml_gives_any_text_back(name: str) -> None:
    """As before, for any text."""
    node = ElementTree.fromstring(graphml(named(name))).find("g:graph/g:node[@id='person1']", NS)
    assert node is not None
    assert data_of(node).get("name", "") == XML_LACKS.sub("\ufffd", name)


# --- files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [("n.dot", "dot"), ("n.GV", "dot"), ("n.graphml", "graphml"), ("a.b/n.mmd", "mermaid"), ("n.md", None), ("", None)],
)
def test_the_end_of_a_file_name_tells_the_format(name: str, kind: str | None) -> None:
    """Where it is that of a format."""
    assert of_file(name) == kind
