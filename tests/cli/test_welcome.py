"""Bare `lnet`: a welcome, then the follow-ups."""

from tests.conftest import Lnet
from tests.transcript import check


def test_an_empty_store_welcomes_with_three_commands(lnet: Lnet) -> None:
    """The first three commands to type, which then work as they stand; after the first, bare lnet is the follow-ups."""
    check(
        lnet,
        """
        $ lnet
        Welcome to your learning network. Three commands to begin with:
          lnet add Ada Lovelace --circle close   somebody you learn from
          lnet log "coffee with Ada yesterday"   a conversation
          lnet followups                         who to turn to, every morning
        Everything else: lnet --help · a sample network to try: lnet demo followups

        $ lnet add Ada Lovelace --circle close
        Added …

        $ lnet log "coffee with Ada yesterday"
        Logged i1 …
        """,
    )
    assert lnet("").out == lnet("followups").out


def test_every_command_of_the_welcome_works(lnet: Lnet) -> None:
    """A welcome must not send anybody into an error."""
    from lnet.render.human.welcome import FIRST

    assert [lnet(command.removeprefix("lnet ")).status for command, _ in FIRST] == [0, 0, 0]
