"""Contacts that were merged, as people read it: what came over, what both had, what was not taken over."""

from collections.abc import Mapping

from lnet.render.human.saved import closing
from lnet.render.screen import Screen, Styled
from lnet.render.words import words
from lnet.services.merges import Merged

# One and several of each noun, in the order in which they are told.
NOUNS = {
    "interactions": ("conversation", "conversations"), "mentions": ("mention", "mentions"),
    "promises": ("promise", "promises"), "goals": ("goal", "goals"),
    "feedback": ("piece of feedback", "pieces of feedback"), "insights": ("insight", "insights"),
    "exchanges": ("exchange", "exchanges"), "resources": ("shared resource", "shared resources"),
    "events": ("event", "events"), "communities": ("community", "communities"), "projects": ("project", "projects"),
    "acquaintances": ("acquaintance", "acquaintances"), "introduced": ("person introduced", "people introduced"),
    "agreements": ("mentor agreement", "mentor agreements"), "answers": ("answer in a review", "answers in a review"),
    "methods": ("way to reach them", "ways to reach them"), "roles": ("role", "roles"), "topics": ("topic", "topics"),
    "nicknames": ("nickname", "nicknames"), "former_slugs": ("former slug", "former slugs"),
    "distinct": ("person told apart", "people told apart"),
}  # fmt: skip


def merged(result: Merged, screen: Screen) -> None:
    """Who was merged into whom, the numbers, each difference, and the way back (or that nothing was changed)."""
    kept, names = result.card.contact, ", ".join(other.who.name for other in result.others)
    verb = "Would merge " if result.undo is None else "Merged "
    screen.line(verb, Styled(names, "head"), " into ", Styled(kept.name, "head"), Styled(f" · {kept.slug}", "dim"))
    screen.line(f"moved: {counted(result.moved) or 'nothing; nothing hung on them'}", indent=2)
    if result.both:
        screen.line(f"both had: {counted(result.both)}", indent=2)
    differences(result, screen)
    if result.undo is None:
        screen.line(Styled("nothing was changed (--dry-run)", "dim"), indent=2)
        return
    screen.line(f"{', '.join(other.who.slug for other in result.others)} finds {kept.name} from now on", indent=2)
    closing(screen)


def differences(result: Merged, screen: Screen) -> None:
    """What was said of the others and not taken over, a line each."""
    for other in result.others:
        for each in other.differences:
            kept = "without" if each.kept is None else f"'{each.kept}', not"
            screen.line(Styled(f"kept {words(each.field)} {kept} '{each.other}'", "warn"), indent=2)


def counted(numbers: Mapping[str, int]) -> str:
    """ "3 conversations, 1 promise"; "" for nothing."""
    told = ((numbers.get(noun, 0), forms) for noun, forms in NOUNS.items())
    return ", ".join(f"{number} {forms[number != 1]}" for number, forms in told if number)
