"""What an empty store says."""

from lnet.render.screen import Screen, Styled

FIRST = (
    ("lnet add Ada Lovelace --circle close", "somebody you learn from"),
    ('lnet log "coffee with Ada yesterday"', "a conversation"),
    ("lnet followups", "who to turn to, every morning"),
)


def welcome(screen: Screen) -> None:
    """A welcome with the first three commands to type, and where to look at more."""
    screen.line(Styled("Welcome to your learning network.", "head"), " Three commands to begin with:")
    width = max(len(command) for command, _ in FIRST)
    for command, meaning in FIRST:
        screen.line(Styled(f"{command:{width}}", "ref"), Styled(f"   {meaning}", "dim"), indent=2)
    screen.line(Styled("Everything else: lnet --help · a sample network to try: lnet demo followups", "dim"))
