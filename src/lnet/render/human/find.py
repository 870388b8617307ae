"""What was found, as people read it: a hit a line, what was looked for in bold."""

from lnet.render.safe import cells, cut, safe
from lnet.render.screen import Column, Plain, Screen, Span, Styled
from lnet.services.find import Hit, Hits

COLUMNS = [Column("kind"), Column("ref", keep=True), Column("on", keep=True), Column("name"), Column("text")]


def listed(found: Hits, screen: Screen) -> None:
    """The hits, newest first, and how many more there are; one kind line for none."""
    if not found.hits and not found.more:
        screen.line(f"Nothing found for '{' '.join(found.words)}'{within(found)}.")
        return
    if isinstance(screen, Plain):
        screen.table(COLUMNS, [[hit.kind, named(hit), day(hit), hit.name or "–", text(hit)] for hit in found.hits])
    else:
        draw(found, screen)
    footer(found, screen)


def draw(found: Hits, screen: Screen) -> None:
    """One line a hit, cut to the width of the terminal."""
    kinds = max(len(hit.kind) for hit in found.hits)
    refs = max(cells(named(hit)) for hit in found.hits)
    for hit in found.hits:
        start = f"{hit.kind:<{kinds}}  "
        place = named(hit) + " " * (refs - cells(named(hit)))
        spans: list[Span] = [Styled(start, "dim"), Styled(place, "ref"), Styled(f"  {day(hit):<10}  ", "dim")]
        room = max(20, screen.width - sum(cells(span if isinstance(span, str) else span.text) for span in spans))
        screen.line(*spans, *fitted(hit, room))


def fitted(hit: Hit, room: int) -> list[Span]:
    """The name and the excerpt, on one line: the name alone where the excerpt says the same."""
    spans = [Styled(safe(part.text), "bold" if part.match else "") for part in hit.excerpt]
    if hit.name and not text(hit).startswith(hit.name):
        spans = [Styled(f"{safe(hit.name)}: ", ""), *spans]
    kept: list[Span] = []
    for span in spans:
        kept.append(Styled(cut(span.text, room), span.style))
        room -= cells(span.text)
        if room <= 0:
            break
    return kept


def named(hit: Hit) -> str:
    return hit.ref or hit.slug or ""


def day(hit: Hit) -> str:
    return hit.on.isoformat() if hit.on else "–"


def text(hit: Hit) -> str:
    return "".join(part.text for part in hit.excerpt)


def footer(found: Hits, screen: Screen) -> None:
    """How many more, what else than whole words was found, and how far was looked."""
    if found.more:
        more = f"{found.more:,}{' or more' if found.more_at_least else ''}"
        screen.line(Styled(f"{more} more: --limit {len(found.hits) + min(found.more, 100)}", "dim"))
    if found.looked_at:
        screen.line(Styled(f"looked{within(found)}", "dim"))
    if found.how == "start":
        screen.line(Styled("no such word as it stands: these begin with it", "dim"))


def within(found: Hits) -> str:
    return f" in the newest {found.looked_at:,} entries" if found.looked_at else ""
