"""A small share of the fuzzing: good examples, garbled by Hypothesis, and what long runs have found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.seeds import WORDS, seeds
from tests.fuzz.targets import TARGETS

# Where, how many bytes go, and what comes in their place.
edits = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from([0, 0, 1, 2, 10, 100]),
        st.sampled_from(WORDS).map(str.encode) | st.binary(max_size=4),
    ),
    max_size=6,
)


def garbled(seed: bytes, some: list[tuple[float, int, bytes]]) -> bytes:
    """An example with some places changed."""
    for at, gone, put in some:
        place = int(len(seed) * at)
        seed = seed[:place] + put + seed[place + gone :]
    return seed


@pytest.mark.parametrize("target", TARGETS)
def test_anything_is_read_or_refused_in_our_own_words(target: str) -> None:
    """No text and no file brings about anything but an error of ours, and every row of a file is counted."""
    examples = st.sampled_from(seeds(target))

    @given(st.builds(garbled, examples, edits) | st.binary())
    def check(data: bytes) -> None:
        TARGETS[target](data)

    check()


@pytest.mark.parametrize("target", TARGETS)
def test_the_examples_themselves_are_taken(target: str) -> None:
    """What fuzzing begins with brings nothing unforeseen about as it stands."""
    for seed in seeds(target):
        TARGETS[target](seed)
