"""Every command of the learning nouns is one step, and undo brings the store back exactly."""

from pathlib import Path

import pytest

from tests.cli.contents import check_undo
from tests.conftest import Lnet, Seed

SEED = (
    "contact add Ada Lovelace",
    "contact add Wei Chen",
    "goal add Plans --every 30d --with ada --topic sql --why x --by 2026-09-01",
    "goal add Talks",
    "goal progress g1 'went well' --on 2026-06-10",
    "goal pause g2",
    "promise add ada A --by fri",
    "promise add wei B --them",
    "promise keep p2",
    "feedback ask ada A",
    "feedback receive wei B --goal g1 --action x",
    "learn A --from ada --goal g1 --topic sql",
    "log 'coffee with ada; me: C; learned: D; g1: went on'",
)
COMMANDS = (
    "goal add New --with wei --topic db --by fri",
    "goal edit g1 --title Other --why '' --with wei --no-with ada --topic db --no-topic sql",
    "goal progress g1 more",
    "goal link g1 ada wei --for indexes",
    "goal link g1 ada --remove",
    "goal done g1 g2",
    "goal drop g1",
    "goal pause g1",
    "goal resume g2",
    "goal review g1",
    "goal delete g1 g2",
    "promise add ada New",
    "promise edit p1 --text Other --by ''",
    "promise keep p1 p3",
    "promise release p1",
    "promise renegotiate p1 p2 --by 2026-07-01",
    "promise delete p1 p2 p3",
    "feedback ask ada New",
    "feedback receive ada New",
    "feedback give ada --situation s --behaviour b --impact i",
    "feedback edit f1 f2 --text Other --goal '' --shareable",
    "feedback act f2 done",
    "feedback receive ada New --answers f1 --by fri",
    "feedback tell f1",
    "feedback close f1 f2",
    "feedback delete f1 f2",
    "learn New --from wei --goal g1 --topic db",
    "insight add New",
    "insight edit n1 n2 --text Other --from '' --topic db --no-topic sql",
    "insight apply n1 n2",
    "insight apply n1 --realised",
    "insight delete n1 n2",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_undo_brings_the_store_back_exactly_and_redo_does_it_again(
    lnet: Lnet, seed: Seed, home: Path, command: str
) -> None:
    """All rows but the journal's are as before, timestamps and search index too; and as after when it is done again."""
    seed(*SEED)
    check_undo(lnet, home / "lnet.db", command)
