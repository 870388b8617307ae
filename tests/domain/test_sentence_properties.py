"""What holds for every log sentence, however odd."""

import contextlib
import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lnet.domain.sentence import Known, look_up_words, read, tags
from lnet.errors import LnetError
from tests.domain.spoken import NAMES, NETWORK, PLACES, TODAY, said

FRAGMENTS = (
    *NAMES.values(), "ada", "Ada", "grace", "Kim", "kim", "will", "Will", "may", "May", "Bob", "Zoe", "H.", "I", "a",
    "Wong", "with", "met", "and", "about", "on", "by", "for", "the", "called", "emailed", "me", "to", "from", "coffee",
    "w/", "yesterday", "tomorrow", "fri", "12", "mar", "2026-06-01", "2026-02-30", "15:00", "25:00", "3", "days", "ago",
    "in", "#sql", "+x", "#412", "@ada", "@kim", "@pycon", "@acm", "@zoe", "@", "#", "+", "\\", "\\ada", "'s", "’s", "'",
    '"', ";", "\n", "me:", "them:", "next:", "done:", "p7", "g3:", "learned:", ":", ",", ".", "(", ")", "&", "/", "-",
    "—", "https://x.org/ada;b#c", "ada@x.org", "www.ada.org", "李小龙", "Иван", "🙂", "\u0301", "\u200d", "\x00", "ß",
)  # fmt: skip
fragments = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([" ", " ", " ", ""])), max_size=25)
sentences = st.one_of(st.text(), fragments.map(lambda pairs: "".join(word + gap for word, gap in pairs)))
words = st.sampled_from(
    ["ada", "Ada", "Lovelace", "ravi", "Will", "yesterday", "on", "fri", "about", "with", "and", "Zoe"]
)


@given(sentences, st.booleans())
def test_only_errors_of_our_own(text: str, future: bool) -> None:
    """Any text is read or refused in a sentence of our own."""
    with contextlib.suppress(LnetError):
        said(text, future=future)
    assert len(set(look_up_words(text))) == len(look_up_words(text))
    assert len(set(tags(text))) == len(tags(text))


@given(sentences)
def test_everybody_stands_in_one_place(text: str) -> None:
    """Participants and mentions are known people, each once, nobody both; a doubt has two candidates or more."""
    with contextlib.suppress(LnetError):
        found = said(text)
        participants, mentions = [each.id for each in found.participants], [each.id for each in found.mentions]
        assert len(set(participants)) == len(participants)
        assert len(set(mentions)) == len(mentions)
        assert not set(participants) & set(mentions)
        assert {*participants, *mentions} <= NAMES.keys()
        assert all(len(set(doubt.candidates)) > 1 for doubt in found.doubts)
        assert all(clause.person is None or clause.person in participants for clause in found.clauses)
        assert len(set(found.topics)) == len(found.topics)


@given(sentences)
def test_a_log_is_never_of_the_future_nor_a_plan_of_the_past(text: str) -> None:
    """Whatever is dated lies on its side of today, and what is not dated is today."""
    with contextlib.suppress(LnetError):
        found = said(text)
        assert found.occurred_on <= TODAY
        assert found.dated or found.occurred_on == TODAY
    with contextlib.suppress(LnetError):
        assert said(text, future=True).occurred_on >= TODAY


@given(sentences)
def test_a_summary_is_one_tidy_line_of_what_was_typed(text: str) -> None:
    """White space is folded and nothing is invented: all characters of the summary are those of the text, in order."""
    with contextlib.suppress(LnetError):
        found = said(text)
        assert found.summary == " ".join(found.summary.split())
        rest = iter(unicodedata.normalize("NFC", text).replace("\n", ";"))
        assert all(character in rest for character in found.summary.replace(" ", "").replace(";", ""))


@given(sentences)
def test_the_order_of_the_network_does_not_matter(text: str) -> None:
    """Whoever is meant is meant however the store lists people."""
    with contextlib.suppress(LnetError):
        forwards = said(text)
        backwards = read(text, NETWORK[::-1], TODAY, places=PLACES)
        assert (forwards.participants, forwards.mentions, forwards.summary) == (
            backwards.participants,
            backwards.mentions,
            backwards.summary,
        )


@given(
    st.sampled_from(
        ["https://{0}.org/x", "http://x.org/{0}?{0}#{0}", "{0}@x.org", "x.{0}@x.org", "www.{0}.org", "#{0}x"]
    ),
    st.sampled_from(["ada", "Ada", "ravi", "Lovelace", "Elizabeth", "Will", "Kim"]),
    st.sampled_from(["{}", "see {}", "with {}", "met {}", "{}, and so on", "coffee; me: read {} by fri"]),
)
def test_an_address_names_nobody(address: str, name: str, around: str) -> None:
    """A name inside an address or tag is never a person."""
    found = said(around.format(address.format(name)))
    assert (found.participants, found.mentions, found.doubts) == ((), (), ())


@given(st.lists(words, min_size=1))
def test_backslashes_make_everything_text(typed: list[str]) -> None:
    """Behind a backslash a word is neither a name nor a date nor any other word of the grammar."""
    found = said(" ".join("\\" + word for word in typed))
    assert (found.participants, found.mentions, found.doubts, found.unknown, found.dated) == ((), (), (), (), False)
    assert found.summary == " ".join(typed)


@given(st.sampled_from(NETWORK), st.sampled_from([str.upper, str.lower, str.title, str.swapcase, str]))
def test_a_full_name_is_found_in_any_case(known: Known, case: type[str]) -> None:
    """A whole name of several words names its bearer however it is written."""
    if " " in known.name:
        found = said(f"talked to {case(known.name)}, at length")
        assert [each.id for each in found.participants] == [known.id]


HOSTILE = {
    "prose": "yesterday coffee with Ada L. and Given7 about plans on friday; me: ask Zoe Park by fri #sql\n",
    "one name": "ada ",
    "capitals": "Ada Bob ",
    "a list": "Ada, Zoe and ",
    "particles": "Ada van ",
    "initials": "J. ",
    "one word": "a",
    "accents": "é",
    "hyphens": "-",
    "hyphened numbers": "--.1",
    "quotes": "'",
    "dots": "a.",
    "at signs": "a@",
    "hashes": "#a",
    "slashes": "a/",
    "addresses": "http://",
    "tags": "@ada #x ",
    "semicolons": ";x",
    "labels": "me: by fri;",
    "on": "on fri ",
    "by": "by ",
    "digits": "5 ",
    "brackets": "( ) ",
    "backslashes": "\\a ",
    "blanks": " \t",
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_long_texts_take_linear_time(shape: str) -> None:
    """100 kB of any shape are read within seconds: in quadratic time they would take minutes."""
    network = [Known(at, f"Given{at % 90} Family{at}", (f"Nick{at}",)) for at in range(199)] + [
        Known(200, "Ada Lovelace")
    ]
    text = HOSTILE[shape] * (100_000 // len(HOSTILE[shape]))
    started = time.process_time()
    with contextlib.suppress(LnetError):
        read(text, network, date(2026, 6, 15), places=PLACES)
    look_up_words(text)
    assert time.process_time() - started < 6
