"""Pages for others, looked at by somebody who searches them for one who is never to be shared."""

from pathlib import Path

import pytest

from lnet.render.template import default_template
from tests.cli.answers import data
from tests.conftest import Lnet

OTHERS = """
contact add Ravi Patel --role peer --circle close --topic rust
contact add Grace Hopper --role mentor --circle inner --share name
goal add "Read query plans" --with Ravi --topic sql
event add PyCon --on 2026-06-10
community add "Data Days" --kind meetup
community add "Old Forum" --kind forum
project add "Small tool" --with Ravi --goal g1
log "2026-06-12: lunch with Grace; learned: draw it first; g1: read the first chapter"
log "2026-06-11: coffee with Ravi about plans; me: send the slides by 26 jun"
event meet PyCon Ravi
"""
# Everything that somebody can be linked to, without a word of theirs in it.
HERS = """
contact add Zelda Quist --nick Zed --email zq@quist.example --share never --circle inner --role mentor --topic fencing
contact edit Ravi --introduced-by Zelda
contact mentor Zelda --purpose "to fence" --review 2026-06-20
contact know Zelda Ravi
log "2026-06-14: call with Zelda; learned: parry first; me: send a foil by 20 jun; gave: a lift; g1: the castle is free #fencing"
log "2026-06-14: dinner with Zelda at the castle #fencing" --community "Old Forum"
plan "2026-06-20: fencing with Zelda"
promise add Zelda "bring the mask" --by 2026-06-21
feedback receive Zelda "Hold it lower" --shareable
feedback give Zelda --situation Monday --behaviour "You lunged" --impact "I learned" --shareable
goal link g1 Zelda --for fencing
event meet PyCon Zelda
community member "Data Days" Zelda
project member "Small tool" Zelda --role Fencer
share https://x.example/foils --to Zelda --title "Foils"
exchange add Zelda "a mask" --given
learn "Feint twice" --from Zelda --topic fencing
"""  # noqa: E501  # a command is a line


def run(lnet: Lnet, lines: str) -> None:
    """Run commands, one a line."""
    for line in lines.strip().splitlines():
        assert lnet(line).status == 0, (line, lnet(line).err)


def pages(lnet: Lnet, *words: str) -> list[str]:
    """All pages for others, as Markdown, as JSON, and by a template."""
    Path("page.j2").write_text(default_template() + "{{ summary }}", encoding="utf-8")
    forms: tuple[tuple[str, ...], ...] = ((), ("--json",), ("--template", "page.j2"))
    return [lnet("summary", "--for", who, *form, *words).out for who in ("mentor", "public") for form in forms]


def found(lnet: Lnet, *words: str) -> list[str]:
    """Those of the words that stand on a page for others, in any case."""
    return [word for word in words for page in pages(lnet) if word in page.lower()]


@pytest.mark.parametrize("since", [(), ("--since", "2020-01-01"), ("--since", "2026-06-14")])
def test_whatever_is_done_with_somebody_never_shared_changes_no_page(lnet: Lnet, since: tuple[str, ...]) -> None:
    """Not a name, a number, an order or an empty line tells that there is somebody."""
    run(lnet, OTHERS)
    before = pages(lnet, *since)
    run(lnet, HERS)
    assert pages(lnet, *since) == before
    assert "fencing" in lnet("summary").out


FORMER = {
    "before a rename, and before a merge": """
        contact add Zelda Quist --share never
        contact add Zed Quackenbush
        contact add Ravi Patel
        log "2026-06-11: coffee with Ravi; learned: as Zelda says, measure; me: write to Quackenbush"
        contact rename zelda-quist "Mina Harker"
        contact merge zelda-quist zed-quackenbush --yes
    """,
    "before a rename of somebody who was merged": """
        contact add Zelda Quist --share never
        contact add Moth Quackenbush
        contact add Ravi Patel
        log "2026-06-11: coffee with Ravi; learned: as Quackenbush says, measure"
        contact rename moth-quackenbush "Mina Harker"
        contact merge zelda-quist moth-quackenbush --yes
    """,
}


@pytest.mark.parametrize("commands", FORMER.values(), ids=FORMER)
def test_old_names_are_hidden_too(lnet: Lnet, commands: str) -> None:
    """Whatever they were called before: what was written then still holds it."""
    run(lnet, commands)
    assert found(lnet, "zelda", "quist", "moth", "quackenbush", "harker") == []


def test_names_that_nobody_bears_any_more_are_hidden_too(lnet: Lnet) -> None:
    """A nickname that was taken away, and the former name of somebody who is linked to nothing on the page."""
    run(
        lnet,
        """
        contact add Zelda Quist --share never --nick Foxglove
        contact add Ravi Patel --nick Codefox
        contact add Olga Wolkow
        contact add Uwe Brandt --nick Wrongly
        undo
        contact add Uwe Brandt
        log "2026-06-11: coffee with Uwe; learned: as Foxglove and Codefox say, ask Wolkow, not Wrongly"
        contact edit zelda-quist --no-nick Foxglove
        contact edit ravi-patel --no-nick Codefox
        contact rename olga-wolkow "Olga Petrova"
        """,
    )
    assert found(lnet, "foxglove", "codefox", "wolkow") == []
    assert all("Wrongly" in page for page in pages(lnet))
    own = lnet("summary").out
    assert all(word in own for word in ("Foxglove", "Codefox", "Wolkow"))


def test_the_order_tells_nothing(lnet: Lnet) -> None:
    """Whom I talked to last, or how near they are, moves nobody on a page for the public."""
    run(lnet, "contact add Ada Byron\ncontact add Ravi Patel --role peer\ncommunity add One\ncommunity add Two")
    before = lnet("summary --for public --json").out
    run(lnet, "contact edit ravi --circle inner\nlog '2024-06-11: chat with Ravi' --community Two")
    assert lnet("summary --for public --json").out == before


def test_numbers_of_the_store_are_not_told(lnet: Lnet) -> None:
    """A node of the picture has the same key whoever it is, so that two pages cannot be laid over each other."""
    run(lnet, "contact add Nobody Here --share never\ncontact add Ravi Patel\ngoal add Rust --with Ravi")
    nodes = data(lnet, "summary", "--for", "mentor")["network"]["nodes"]
    assert [node["key"] for node in nodes] == ["me", "person1", "g1"]
    assert data(lnet, "summary")["network"]["nodes"][1]["key"] == "person2"


def test_a_preview_lists_handles_that_remain(lnet: Lnet) -> None:
    """Nobody can know whose they are but who wrote them."""
    run(lnet, "contact add Ravi Patel\nlog '2026-06-11: coffee with Ravi; learned: ask @olga_w about it'")
    assert data(lnet, "summary", "--for", "mentor", "--preview")["words"] == ["@olga_w"]
