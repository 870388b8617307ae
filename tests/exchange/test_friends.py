"""What is read out of friends.md, the file of the `friends` program, and what is said about the rest of it."""

from datetime import date

import pytest

from lnet.errors import BadInputError
from tests.exchange.reading import fits, items, people, said, talks

FILE = """\
### Activities:
- 2018-02-06: @science:indoors: **Norman Borlaug** and **Grace Hopper** toured _Atlantis_' gardens with n@example.org.
- 2018-01-04: Got lunch with **Grace Hopper**. @food @drink
- 2018-01-04: Walked with **Grace Hopper**.

### Notes:
- 2017-03-12: **Grace Hopper** and **Norman Borlaug** won an award in _Paris_. @navy
- 2015-06-15: **Grace Hopper** found out.

### Friends:
- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [New York City] @navy @science:computers
- Norman Borlaug
- Zoë (a.k.a. Zo)

### Locations:
- Atlantis
- New York City (a.k.a. NYC a.k.a. NY)
"""


def test_friends_have_their_fields() -> None:
    """Nicknames, the place in brackets, tags as topics, notes with their days; other names of the place are kept."""
    grace, norman, zoe = people("friends", FILE)
    assert (grace.name, grace.source_key, grace.where) == ("Grace Hopper", "grace hopper", "line 11")
    assert (grace.nicknames, grace.location) == (("The Admiral", "Amazing Grace"), "New York City")
    assert (grace.topics, grace.extra) == (("navy", "science:computers"), {"location a.k.a.": "NYC a.k.a. NY"})
    assert grace.note == (
        "2017-03-12: Grace Hopper and Norman Borlaug won an award in Paris. @navy\n2015-06-15: Grace Hopper found out."
    )
    assert norman.note == "2017-03-12: Grace Hopper and Norman Borlaug won an award in Paris. @navy"
    assert (zoe.name, zoe.nicknames, zoe.note) == ("Zoë", ("Zo",), None)
    assert said("friends", FILE) == []


def test_activities_are_conversations_of_all_who_took_part() -> None:
    """The day, the people, what was done without its marks and the tags around it; the channel its words say."""
    tour, lunch, walk = talks("friends", FILE)
    assert (tour.occurred_on, [who.name for who in tour.people]) == (
        date(2018, 2, 6), ["Norman Borlaug", "Grace Hopper"],
    )  # fmt: skip
    assert tour.summary == "Norman Borlaug and Grace Hopper toured Atlantis' gardens with n@example.org."
    assert (tour.topics, tour.channel) == (("science:indoors",), "other")
    assert (lunch.summary, lunch.topics, lunch.channel) == (
        "Got lunch with Grace Hopper.", ("food", "drink"), "in_person",
    )  # fmt: skip
    assert lunch.source_key == "2018-01-04 · grace hopper · 1"
    assert walk.source_key == "2018-01-04 · grace hopper · 2"


def test_odd_lines_are_reported_one_by_one() -> None:
    """Each with its line, and the rest comes in."""
    text = (
        "Dear diary\n### Activities:\n- 2018-01-04: Alone.\n- 2030-01-04: With **Ada**.\n- someday: With **Ada**.\n"
        "- 2018-01-05: Met **Somebody Else**.\n### Notes:\n- 2018-01-06: It rained.\n- 2018-01-06: **Bo** is new.\n"
        "### Friends:\n- (a.k.a. Nobody)\n- Ada (her house) x\n### Locations:\n- Mars\n- Rome (a.k.a. Roma)\n"
    )
    assert said("friends", text) == [
        "line 1: stands under no heading",
        "line 3: no friend took part; not taken in",
        "line 4: 2030-01-04 lies in the future",
        "line 5: no day in front ('someday: With **Ada**.')",
        "line 8: a note about nobody; not taken in",
        "line 9: Bo is not among the friends; the note is not taken in for them",
        "line 11: no name ('(a.k.a. Nobody)')",
        "line 12: Ada: '(her house) x' is not understood; kept in extra",
        "line 14: lnet has no list of places; 'Mars' is not taken in",
        "line 15: lnet has no list of places; 'Rome (a.k.a. Roma)' is not taken in",
    ]
    assert [card.name for card in people("friends", text)] == ["Ada"]
    assert [who.name for who in talks("friends", text)[0].people] == ["Somebody Else"]


def test_very_many_tags_end_within_seconds() -> None:
    """They are looked at one by one."""
    lines = f"- 2018-01-04: {'a @a ' * 3_900} **Ada** @\n" * 20
    assert len(talks("friends", f"### Activities:\n{lines}\n### Friends:\n- Ada\n")) == 20


def test_tags_of_old_versions() -> None:
    """Until version 1.0 they began with "#"; a number sign inside of a name or before a number is none."""
    lists = """### Activities:
- 2016-01-04: Met the #1 team with **Grace Hopper**. #food #work:lunch

### Friends:
- C# Guru #2 (a.k.a. Sharp) #tech
- Grace Hopper #navy
"""
    grace, sharp = sorted(people("friends", lists), key=lambda card: card.name, reverse=True)
    assert (grace.name, grace.topics, grace.extra) == ("Grace Hopper", ("navy",), {})
    assert (sharp.name, sharp.nicknames, sharp.topics) == ("C# Guru #2", ("Sharp",), ("tech",))
    (talk,) = talks("friends", lists)
    assert (talk.summary, talk.topics) == ("Met the #1 team with Grace Hopper.", ("food", "work:lunch"))


@pytest.mark.parametrize(
    "text",
    [
        FILE, FILE.replace("\n", "\r\n"), "\ufeff" + FILE, FILE.replace("### ", "## "),
        "### Friends:\n- Ada\n", "### Activities:\n\n### Notes:\n\n### Friends:\n\n### Locations:\n",
    ],
)  # fmt: skip
def test_the_file_is_recognised(text: str) -> None:
    """By its headings."""
    assert fits(text) == "friends"


def test_other_files_are_not() -> None:
    """Markdown with other headings is none; a line without end harms nobody else."""
    assert fits("# Friends of mine\n- Ada\n") is None
    with pytest.raises(BadInputError, match="no headings"):
        items("friends", "hello")
    assert said("friends", f"### Friends:\n- {'@a ' * 10_000}\n- Ada\n") == ["line 2: too long (30,002 characters)"]
