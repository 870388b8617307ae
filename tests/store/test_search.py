"""The words of everything, found newest first at a price that does not grow."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.store.connect import Store
from lnet.store.generate import SEARCHED
from lnet.store.journal import step
from lnet.store.read import search as read
from lnet.store.read.search import END, KINDS, START, Found, Wanted
from tests.examples import examples
from tests.store.memory import new_store

NEW_YEAR = date(2026, 1, 1)


@pytest.fixture
def notes() -> Iterator[Store]:
    """A store in memory, to put notes into."""
    store = new_store()
    yield store
    store.close()


def note(store: Store, text: str, days: int = 0) -> int:
    """A conversation with this summary, so many days after new year; gives back its id."""
    day = (NEW_YEAR + timedelta(days=days)).isoformat()
    return insert(store, "interaction (occurred_on, summary) VALUES (?, ?)", day, text)


def person(store: Store, name: str) -> int:
    """Somebody of this name; gives back the id."""
    slug = name.lower().replace(" ", "-")
    return insert(store, 'contact (name, "key", slug) VALUES (?, ?, ?)', name, name.lower(), slug)


def insert(store: Store, what: str, *values: str) -> int:
    return int(store.db.execute(f"INSERT INTO {what} RETURNING id", values).fetchone()[0])


def find(store: Store, *words: str, limit: int = 20, **wanted: Any) -> Found:
    return read.search(store, Wanted(words, **wanted), limit)


def ids(found: Found) -> list[int]:
    return [entry.id for entry in found.entries]


@pytest.mark.parametrize(
    ("text", "words", "how"),
    [
        ("coffee about query plans", ["query"], "words"),
        ("coffee about query plans", ["PLANS", "coffee"], "words"),
        ("coffee about query plans", ["quer"], "start"),
        ("coffee about query plans", ["coff", "pla"], "start"),
        ("lunch at the Café Zoë", ["cafe", "zoe"], "words"),
        ("lunch at the cafe", ["café"], "words"),
        ("lunch at the Cafés of Zürich", ["cafe", "zur"], "start"),
        ("lunch at the Cafés of Zürich", ["züri"], "start"),
        ("New Tai Lue: \u19b0\u19b1", ["\u19b0\u19b1"], "text"),
        ("О чём говорили Иванова", ["иванова"], "words"),
        ("100% sure", ["100%"], "text"),
        ("100 people", ["100%"], "words"),
        ("a_c", ["a_c"], "text"),
        ("a-c", ["a_c"], "words"),
        ('the "query" plan', ['"query"'], "text"),
        ("the query plan", ['"query"'], "words"),
        ("the query plan", ['"que'], "start"),
        ("NOT a query", ["NOT"], "words"),
        ("near(query)", ["near(query)"], "text"),
        ("query AND plan", ["AND"], "words"),
        ("text: query", ["text:"], "text"),
        ("query* plan", ["query*"], "text"),
        ("C++ is hard", ["c++"], "text"),
        ("is it ok?!", ["?!"], "text"),
        ("done 🎉", ["🎉"], "text"),
        ("done 🎉 with café", ["🎉", "cafe"], "text"),
        ("和王伟讨论学习数据库", ["学习"], "text"),
        ("和王伟讨论SQL学习", ["学习", "sql"], None),
        ("コーヒーとSQL", ["コーヒー"], "text"),
        ("기계학습을 배우다", ["학습"], "text"),
        ("เรียนรู้ฐานข้อมูล", ["ฐาน"], "text"),
        ("O’Brien said so", ["o'brien"], "words"),
        ("write to ada@example.org", ["ada@example.org"], "text"),
        ("back\\slash", ["back\\slash"], "text"),
    ],
)
def test_words_are_found_as_they_stand(notes: Store, text: str, words: list[str], how: str | None) -> None:
    """Operators, quotes and wildcards mean nothing; case and accents do not matter; the most exact way wins."""
    note(notes, "something else entirely")
    wanted = note(notes, text)
    found = find(notes, *words)
    assert (ids(found), found.how) == (([wanted], how) if how else ([], found.how))


@pytest.mark.parametrize("words", ["%", "_", "*", '"', "zzz", "query zzz", "-", "学", "'", "( )", "plan* z", "NOT zzz"])
def test_what_is_not_there_is_not_found(notes: Store, words: str) -> None:
    """No sign stands for anything else, and all words must be there."""
    note(notes, "coffee about query plans")
    found = find(notes, *words.split())
    assert (found.entries, found.more) == ((), 0)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@pytest.fixture(scope="module")
def shared() -> Iterator[Store]:
    """One store for all examples; each is written in a step that is not kept."""
    store = new_store()
    yield store
    store.close()


@examples(300)
@given(text=WORDS, others=st.sets(WORDS, max_size=4))
def test_every_word_of_a_note_finds_it(shared: Store, text: str, others: set[str]) -> None:
    """Whatever is written is found again by each of its words, and no text to find is an error."""
    with step(shared, "test", keep=False):
        wanted = note(shared, text)
        for other in others:
            note(shared, other)
            find(shared, *other.split())
        for word in text.split():
            assert wanted in ids(find(shared, word))


def test_the_newest_come_first_and_people_before_all(notes: Store) -> None:
    """People, then by day backwards, whatever the order in which things were recorded."""
    middle, newest, oldest = note(notes, "about sql", 5), note(notes, "about sql", 9), note(notes, "about sql", 1)
    expert = person(notes, "Sql Expert")
    found = find(notes, "sql")
    assert [(entry.kind, entry.id) for entry in found.entries] == [
        ("contact", expert), ("interaction", newest), ("interaction", middle), ("interaction", oldest),
    ]  # fmt: skip
    assert [entry.on for entry in found.entries] == [None, date(2026, 1, 10), date(2026, 1, 6), date(2026, 1, 2)]


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (None, None, [9, 5, 1]),
        (5, None, [9, 5]),
        (6, None, [9]),
        (None, 5, [5, 1]),
        (5, 5, [5]),
        (6, 8, []),
        (20, None, []),
    ],
)
def test_days_are_a_range(notes: Store, since: int | None, until: int | None, days: list[int]) -> None:
    """Both ends belong to it; people have no day and are in no range."""
    at = {note(notes, "about sql", day): day for day in (1, 5, 9)}
    person(notes, "Sql Expert")
    given = {"since": since, "until": until}
    ends: dict[str, Any] = {name: NEW_YEAR + timedelta(days=day) for name, day in given.items() if day is not None}
    found = find(notes, "sql", **ends)
    assert [at[entry.id] for entry in found.entries if entry.kind == "interaction"] == days
    assert any(entry.kind == "contact" for entry in found.entries) == (not ends)


def test_kinds_choose(notes: Store) -> None:
    """Only things of the kinds asked for, of several too."""
    person(notes, "Sql Expert")
    note(notes, "about sql")
    insert(notes, "goal (title, \"key\") VALUES ('Learn sql', 'learn sql')")
    kinds = {kind: [entry.kind for entry in find(notes, "sql", kinds=frozenset({kind})).entries] for kind in KINDS}
    assert {kind for kind, found in kinds.items() if found} == {"contact", "interaction", "goal"}
    assert all(set(found) <= {kind} for kind, found in kinds.items())
    both = find(notes, "sql", kinds=frozenset({"contact", "goal"})).entries
    assert sorted(entry.kind for entry in both) == ["contact", "goal"]


def test_the_kinds_are_those_of_the_index() -> None:
    """The numbers in the row ids mean what the index was made with."""
    assert {kind: KINDS.index(kind) for kind in SEARCHED} == {kind: each.number for kind, each in SEARCHED.items()}


def test_everything_is_called_something(notes: Store) -> None:
    """A person, a title, or whose it is; each with its uid."""
    ada = person(notes, "Ada Lovelace")
    talk = note(notes, "about sql")
    notes.db.execute("INSERT INTO participant (interaction_id, contact_id) VALUES (?, ?)", (talk, ada))
    for statement in (
        "promise (contact_id, text) VALUES (1, 'sql paper')", "goal (title, \"key\") VALUES ('Learn sql', '')",
        "feedback (contact_id, direction, text, occurred_on) VALUES (1, 'given', 'more sql', '2026-01-01')",
        "insight (text, learned_on) VALUES ('sql first', '2026-01-01')",
        "event (name, \"key\") VALUES ('SqlConf', '')",
        "community (name, \"key\", note) VALUES ('Readers', '', 'sql')",
        "project (title, \"key\") VALUES ('Sql book', '')",
        "exchange (contact_id, direction, text, occurred_on) VALUES (1, 'given', 'sql help', '2026-01-01')",
        "resource (title, \"key\") VALUES ('Sql guide', '')",
    ):  # fmt: skip
        insert(notes, statement)
    found = find(notes, "sql").entries + find(notes, "sqlconf", "lovelace").entries + find(notes, "ada").entries
    found += find(notes, "sqlconf").entries
    names = {kind: called.name for (kind, _), called in read.called(notes, found).items()}
    assert names == {
        "contact": "Ada Lovelace", "interaction": "Ada Lovelace", "promise": "Ada Lovelace", "feedback": "Ada Lovelace",
        "exchange": "Ada Lovelace", "insight": "", "goal": "Learn sql", "event": "SqlConf", "community": "Readers",
        "project": "Sql book", "resource": "Sql guide",
    }  # fmt: skip
    assert all(len(called.uid) == 36 for called in read.called(notes, found).values())


def test_a_match_is_marked(notes: Store) -> None:
    """Words of the index as they stand in the text, and signs too."""
    note(notes, "the Café, the cafés; C++")
    assert find(notes, "cafe").entries[0].text.startswith(f"the {START}Café{END}, the cafés")
    assert find(notes, "🎉").entries == ()
    note(notes, "done SQL学习 done")
    assert find(notes, "sql学习").entries[0].text.startswith(f"done {START}SQL学习{END} done")


def test_the_rest_is_counted(notes: Store) -> None:
    """The list ends at its limit; how many more there are is counted up to a thousand."""
    for day in range(7):
        note(notes, "about sql", day)
    found = [find(notes, "sql", limit=most) for most in (0, 3, 7, 9)]
    assert [(len(each.entries), each.more) for each in found] == [(0, 7), (3, 4), (7, 0), (7, 0)]


def test_how_far_was_looked_is_said(notes: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that the index cannot find is looked for in so many of the newest entries; it is said if there are more."""
    monkeypatch.setattr(read, "LOOKED_AT", 5)
    note(notes, "old 学习", -1)
    for day in range(4):
        note(notes, "about 数据", day)
    assert (len(find(notes, "学习").entries), find(notes, "学习").looked_at) == (1, 0)
    note(notes, "about sql", 9)
    assert (find(notes, "学习").entries, find(notes, "学习").looked_at) == ((), 5)
    assert find(notes, "数据").looked_at == 5


@pytest.mark.parametrize("words", [["sql"], ["sql", "about"], ["sq"], ["学习"], ["sql", "🎉"], ["zzz"]])
def test_a_large_store_takes_no_more_statements(notes: Store, words: list[str]) -> None:
    """As many statements with one entry as with a thousand."""

    def counted() -> int:
        statements: list[str] = []
        notes.db.set_trace_callback(statements.append)
        found = find(notes, *words)
        read.called(notes, found.entries)
        notes.db.set_trace_callback(None)
        return len([each for each in statements if not each.startswith("--")])

    note(notes, "about sql 学习 🎉")
    small = counted()
    for day in range(1000):
        note(notes, "about sql 学习 🎉", day)
    assert counted() == small


@pytest.mark.parametrize("words", [["sql"], ["sql", "about"], ["sq"], ["学习"], ["sql", "🎉"]])
@pytest.mark.parametrize("kinds", [frozenset(), frozenset({"contact"}), frozenset({"goal", "promise"})])
def test_the_index_is_read_backwards(notes: Store, words: list[str], kinds: frozenset[str]) -> None:
    """So the list can end early: nothing is sorted, but for what was found in the bounded number of newest entries."""
    note(notes, "about sql")
    for attempt in read.attempts(notes, words):
        query, values = read.candidates(Wanted(tuple(words), kinds), attempt)
        plan = notes.db.execute(f"EXPLAIN QUERY PLAN {query} ORDER BY rowid DESC LIMIT ?", (*values, 20)).fetchall()
        sorts = [parent for _, parent, _, detail in plan if "TEMP B-TREE" in detail]
        assert not any(sorts), plan
        assert attempt.texts or not sorts, plan


def test_a_word_of_many_entries_is_one_step_in_the_vocabulary(notes: Store) -> None:
    """The words that begin so are read by their first entries: many entries of one word hide no other."""
    for day in range(300):
        note(notes, "query", day)
    wanted = note(notes, "querulous", 301)
    found = find(notes, "quer", limit=2)
    assert ids(found)[0] == wanted
    assert found.more == 299
