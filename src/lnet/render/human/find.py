"""What was found, as people read it: a hit a line, what was looked for in bold."""

from collections.abc import Iterable, Iterator

from lnet.render.safe import cells, cut, safe
from lnet.render.screen import Column, Plain, Screen, Span, Styled
from lnet.services.find import Hit, Hits

NARROW = 70  # columns below which a hit takes two lines
AFTER = 12  # columns left for what follows a match
DAY = len("2026-06-15")
LEAST = 24  # columns for what was found
COLUMNS = [Column("kind"), Column("ref", keep=True), Column("on", keep=True), Column("name"), Column("text")]


def listed(found: Hits, screen: Screen) -> None:
    """The hits, newest first, and how many more there are; one kind line for none."""
    if not found.hits and not found.more:
        screen.line(f"Nothing found for '{' '.join(found.words)}'{within(found)}.")
        return
    if isinstance(screen, Plain):
        screen.table(COLUMNS, [[hit.kind, named(hit), day(hit), called(hit) or "–", text(hit)] for hit in found.hits])
    else:
        draw(found, screen)
    footer(found, screen)


def draw(found: Hits, screen: Screen) -> None:
    """One line a hit, cut to the width of the terminal; two on a narrow one, so that the match is seen."""
    kinds = max(len(hit.kind) for hit in found.hits)
    refs = max(len(hit.ref or "") for hit in found.hits)
    for hit in found.hits:
        lead = f"{named(hit):<{refs}}  {day(hit):<{DAY}}" if hit.on else f"{named(hit):<{refs + 2 + DAY}}"
        room = screen.width - kinds - 2 - cells(lead) - 2
        if screen.width < NARROW or room < LEAST:
            screen.line(Styled(named(hit), "ref"), Styled(f"  {day(hit)}" if hit.on else "", "dim"))
            screen.line(*fitted(hit, screen.width - 2), indent=2)
        else:
            kind, ref = Styled(f"{hit.kind:<{kinds}}  ", "dim"), Styled(lead[: len(named(hit))], "ref")
            screen.line(kind, ref, Styled(f"{lead[len(named(hit)) :]}  ", "dim"), *fitted(hit, room))


def fitted(hit: Hit, room: int) -> list[Span]:
    """The name and the excerpt, on one line with the first match in it; the name only where the excerpt lacks it."""
    spans = [Styled(safe(part.text), "bold" if part.match else "") for part in hit.excerpt]
    if hit.archived or (hit.name and not text(hit).startswith(hit.name)):
        spans = [Styled(f"{safe(called(hit))}: ", ""), *spans]
    place = next((place for place, span in enumerate(spans) if span.style), 0)
    ahead = sum(cells(span.text) for span in spans[: place + 1])
    if ahead > room:  # what stands before the match makes way for it
        before = "".join(span.text for span in spans[:place])
        most = max(0, room - cells(spans[place].text) - AFTER)
        spans = [Styled(cut_start(before, most), ""), *spans[place:]]
    return list(cut_spans(spans, room))


def cut_start(text: str, most: int) -> str:
    """The end of a text, in at most so many columns."""
    while text and cells(text) > max(0, most - 1):
        text = text[1:]
    return f"…{text}" if most else ""


def cut_spans(spans: Iterable[Styled], room: int) -> Iterator[Span]:
    """The spans as far as there is room."""
    for span in spans:
        if room > 0:
            yield Styled(cut(span.text, room), span.style)
        room -= cells(span.text)


def named(hit: Hit) -> str:
    return hit.ref or hit.slug or ""


def called(hit: Hit) -> str:
    """Who or what it is; that somebody is archived."""
    return f"{hit.name} (archived)" if hit.archived else hit.name


def day(hit: Hit) -> str:
    return hit.on.isoformat() if hit.on else "–"


def text(hit: Hit) -> str:
    return "".join(part.text for part in hit.excerpt)


def footer(found: Hits, screen: Screen) -> None:
    """How many more, what else than whole words was found, and how far was looked."""
    if found.more:
        more = f"{found.more:,}{'+' if found.more_at_least else ''}"
        screen.line(Styled(f"{more} more: --limit {len(found.hits) + min(found.more, 100)}", "dim"))
    if found.looked_at:
        screen.line(Styled(f"looked{within(found)}", "dim"))
    if found.how == "start":
        screen.line(Styled("not as whole words: these begin so", "dim"))
    if found.hits and not isinstance(screen, Plain):
        screen.line(Styled(f"open one: lnet show {named(found.hits[0])}", "dim"))


def within(found: Hits) -> str:
    return f" in the newest {found.looked_at:,} entries" if found.looked_at else ""
