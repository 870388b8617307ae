"""Contacts that may be one person, as people read them."""

from lnet.render.screen import Column, Plain, Screen, Styled
from lnet.services.duplicates import Duplicate, Duplicates

COLUMNS = [Column("name"), Column("other"), Column("evidence"), Column("against"), Column("command")]
NOBODY = "Nobody seems to be here twice."


def listed(found: Duplicates, screen: Screen) -> None:
    """Each pair with what speaks for one person and for two, and the command; one kind line for none."""
    if not found.pairs:
        screen.line(
            NOBODY if not found.more else f"{found.more} pairs may be one person: lnet contact duplicates --all"
        )
    elif isinstance(screen, Plain):
        screen.table(COLUMNS, [cells(each) for each in found.pairs])
    else:
        for each in found.pairs:
            pair(each, screen)
        closing(found, screen)


def cells(each: Duplicate) -> list[str]:
    """One pair as a row."""
    keep, other = names(each)
    return [keep, other, "; ".join(each.evidence), "; ".join(each.against) or "–", each.command]


def names(each: Duplicate) -> tuple[str, str]:
    """Both names with their slugs, which tell two of one name apart."""
    keep, other = each.pair.keep, each.pair.other
    return f"{keep.name} ({keep.slug})", f"{other.name} ({other.slug})"


def pair(each: Duplicate, screen: Screen) -> None:
    """One pair, a line for each side of the question, and the command for each."""
    keep, other = names(each)
    screen.line(Styled(keep, "head"), " · ", Styled(other, "head"))
    screen.line("; ".join(each.evidence), indent=2)
    if each.against:
        screen.line(f"but {'; '.join(each.against)}", indent=2)
    screen.line(Styled(each.command, "dim"), indent=2)
    screen.line(Styled(f"or two people: {each.parting}", "dim"), indent=2)


def closing(found: Duplicates, screen: Screen) -> None:
    """How many more there are, and that nobody need be merged."""
    screen.line()
    if found.more:
        screen.line(f"{found.more} more: lnet contact duplicates --all")
    screen.line(Styled("Nothing is merged by itself, and who is told apart is not named again.", "dim"))
