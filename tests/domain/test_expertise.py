"""Who can help with a topic: what counts, in which order, and in which words."""

from datetime import date

import pytest

from lnet.domain.expertise import Evidence, Known, Meant, form, leading, meant, points, ranked, words

TODAY = date(2026, 6, 15)
MAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("topic", "as_compared"),
    [
        ("SQL", "sql"), ("#sql", "sql"), ("+sql", "sql"), ("query-plans", "query plans"),
        ("Query_Plans", "query plans"), ("  query   plans ", "query plans"), ("Ökologie", "okologie"),
        ("c++", "c++"), ("C#", "c#"), ("机器学习", "机器学习"), ("", ""), ("---", ""),
    ],
)  # fmt: skip
def test_topics_compare_without_case_accents_and_hyphens(topic: str, as_compared: str) -> None:
    """What is no letter, digit, blank or hyphen stays."""
    assert form(topic) == as_compared


TOPICS = [
    "c",
    "c++",
    "career",
    "distributed-systems",
    "postgres",
    "postgresql",
    "query-plans",
    "SQL",
    "sqlite",
    "机器学习",
]


@pytest.mark.parametrize(
    ("typed", "exact", "close"),
    [
        ("sql", ["SQL"], ["sqlite"]), ("query plans", ["query-plans"], []), ("QUERY", [], ["query-plans"]),
        ("systems", [], ["distributed-systems"]), ("postgres", ["postgres"], ["postgresql"]), ("c", ["c"], []),
        ("c++", ["c++"], []), ("ca", [], ["career"]), ("plan", [], ["query-plans"]), ("机器学习", ["机器学习"], []),
        ("机器", [], ["机器学习"]), ("", [], []), ("ql", [], []),
    ],
)  # fmt: skip
def test_a_topic_is_meant_as_it_stands_or_by_its_beginning(typed: str, exact: list[str], close: list[str]) -> None:
    """The same but for its spelling, and those of which a word begins so; with few letters only if none is."""
    assert meant(typed, TOPICS) == Meant(tuple(exact), tuple(close))


SITUATIONS = [
    # what speaks for somebody, points, in words
    (Evidence(1, "topic", text="sql"), 25, "sql is a topic of theirs"),
    (Evidence(1, "close_topic", text="sqlite"), 15, "sqlite is a topic of theirs"),
    (Evidence(1, "conversations", 1, MAY), 6, "a conversation about it, 12 May"),
    (Evidence(1, "conversations", 3, MAY), 12, "3 conversations about it, the last 12 May"),
    (Evidence(1, "conversations", 3, date(2024, 1, 2)), 12, "3 conversations about it, the last 2 January 2024"),
    (Evidence(1, "conversations", 900, MAY), 30, "900 conversations about it, the last 12 May"),
    (Evidence(1, "insights", 1, MAY, "EXPLAIN first", "n1"), 20, "taught you EXPLAIN first"),
    (Evidence(1, "insights", 3, MAY, "EXPLAIN first", "n1"), 30, "taught you EXPLAIN first and 2 more"),
    (Evidence(1, "insights", 99, MAY, "x" * 99, "n1"), 40, f"taught you {'x' * 59}… and 98 more"),
    (Evidence(1, "feedback", 1, MAY, "", "f1"), 12, "gave you feedback on it, 12 May"),
    (Evidence(1, "feedback", 2, MAY, "", "f1"), 16, "gave you feedback on it, 2 times, the last 12 May"),
    (Evidence(1, "help", 1, MAY, "explained locks", "x1"), 12, "helped you: explained locks"),
    (Evidence(1, "resources", 2, MAY, "Use the index", "r3"), 13, "gave you r3 Use the index and 1 more"),
    (Evidence(1, "goal", 1, None, "Read query plans: indexes", "g1"), 20, "helps with g1 Read query plans: indexes"),
    (Evidence(1, "field", text="databases"), 10, "works in databases"),
    (Evidence(1, "title", text="Database engineer"), 10, "works as Database engineer"),
    (Evidence(1, "organisation", text="Database Inc"), 3, "at Database Inc"),
]


@pytest.mark.parametrize(("evidence", "counts", "said"), SITUATIONS, ids=[said[:40] for _, _, said in SITUATIONS])
def test_what_speaks_for_somebody_counts_and_is_said(evidence: Evidence, counts: int, said: str) -> None:
    """Each kind by itself: the first of it, what further ones add, and no more than its most."""
    assert (points(evidence), words(evidence, TODAY)) == (counts, said)


ADA, RAVI, WEI, MEI = (
    Known(id, f"u{id}", name, name.lower()) for id, name in enumerate(("Ada", "Ravi", "Wei", "Mei"), 1)
)


def order(people: list[Known], evidence: list[Evidence]) -> str:
    """Who is named, in order, with their points."""
    return " ".join(f"{helper.who.name}:{helper.points}" for helper in ranked(people, evidence, TODAY))


@pytest.mark.parametrize(
    ("people", "evidence", "named"),
    [
        ([ADA, RAVI], [], ""),
        ([ADA, RAVI], [Evidence(2, "topic", text="sql"), Evidence(1, "conversations", 2, MAY)], "Ravi:25 Ada:9"),
        ([ADA, RAVI], [Evidence(1, "topic", text="sql"), Evidence(1, "insights", 1, MAY, "x")], "Ada:45"),
        # equals: who was talked to last, then by name
        ([MEI, ADA, RAVI._replace(last_on=MAY)], [Evidence(id, "field", text="x") for id in (1, 2, 4)],
         "Ravi:10 Ada:10 Mei:10"),
        # the address book after all others
        ([ADA._replace(address_book=True), WEI],
         [Evidence(1, "title", text="x"), Evidence(3, "organisation", text="x")], "Wei:3 Ada:10"),
        # an expert, where something else speaks for them than the name of an organisation
        ([ADA._replace(roles=("peer", "expert"))], [Evidence(1, "field", text="x")], "Ada:15"),
        ([ADA._replace(roles=("expert", "mentor"))], [Evidence(1, "organisation", text="x")], "Ada:3"),
        # somebody who is not among the people (archived) is not named
        ([ADA], [Evidence(1, "field", text="x"), Evidence(9, "topic", text="x")], "Ada:10"),
    ],
)  # fmt: skip
def test_people_are_named_by_what_speaks_for_them(people: list[Known], evidence: list[Evidence], named: str) -> None:
    """By the sum of the points; the weightiest reason first."""
    assert order(people, evidence) == named


def test_the_reasons_stand_by_weight() -> None:
    """What was taught before what was said, and the role where its points put it."""
    evidence = [Evidence(1, "organisation", text="Sql Inc"), Evidence(1, "insights", 1, MAY, "EXPLAIN first")]
    (helper,) = ranked([ADA._replace(roles=("mentor",))], evidence, TODAY)
    assert helper.why == "taught you EXPLAIN first; a mentor; at Sql Inc"


def test_those_for_whom_most_speaks_are_looked_at() -> None:
    """Before anything is known about them."""
    evidence = [Evidence(1, "field"), Evidence(2, "topic"), Evidence(3, "field"), Evidence(3, "goal")]
    assert leading(evidence, 2) == [3, 2]
