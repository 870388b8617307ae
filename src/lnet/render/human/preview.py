"""What a page for others leaves out, for one's own eyes."""

from collections.abc import Sequence

from lnet.domain.dates import show_day_plain
from lnet.render.human.summary.words import count
from lnet.render.human.summary.words import times as summary_times
from lnet.render.screen import Screen, Styled
from lnet.services.summary.preview import Preview

REMOVED = {"address": "address", "topic": "topic", "text": "whole text"}
NAMED_MOST = 40


def preview(result: Preview, screen: Screen) -> None:
    """What is left out, who stands by an alias, who is never named, and the words to look at before sending."""
    if result.audience == "me":
        screen.line("For yourself nothing is left out: see what others read with --for mentor or --for public.")
        return
    reader = {"mentor": "a mentor", "public": "everybody"}[result.audience]
    screen.line(
        Styled(f"For {reader}", "head"), f", since {show_day_plain(result.since, result.since)}. Nothing is written."
    )
    draw(screen, "Left out", [f"{what} ({number})" for what, number in result.left_out.items()])
    draw(screen, "Never named", result.never)
    aliases = [f"{each.alias} is {each.name}{times(each.replaced)}" for each in result.aliases]
    draw(screen, "By an alias", aliases, apart=True)
    draw(screen, "Taken out of texts", taken_out(result))
    draw(screen, "Capitalised words that remain", result.words)
    draw(screen, "Capitalised where a sentence begins", result.first_words)
    screen.line("Is one of these a name? lnet contact add NAME --share never, and look again.")


def times(replaced: int) -> str:
    """ ", in texts twice"."""
    return f", in texts {summary_times(replaced)}" if replaced else ""


def taken_out(result: Preview) -> list[str]:
    """What was removed from texts, by kind."""
    removed = [count(number, REMOVED[kind], REMOVED[kind] + ("es" if kind == "address" else "s"))
               for kind, number in result.removed.items()]  # fmt: skip
    return [*removed, *([count(result.somebody, "name") + ' now "somebody"'] if result.somebody else [])]


def draw(screen: Screen, title: str, items: Sequence[str], *, apart: bool = False) -> None:
    """A title and its items, in one line or a line each; nothing for none."""
    if not items:
        return
    screen.line(Styled(title, "head"))
    rest = [f"{len(items) - NAMED_MOST} more"] if len(items) > NAMED_MOST else []
    shown = [*items[:NAMED_MOST], *rest]
    for line in shown if apart else [", ".join(shown)]:
        screen.line(line, indent=2)
