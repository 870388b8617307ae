"""What a newer file may change of somebody known: a merge of three sides, in which what was edited here wins.

`base` is what the same row held when it came last, `ours` what stands here now, `theirs` what comes now. A value is
taken over where ours still is what had come (or where neither had one); an empty value never clears one of ours.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def taken(
    ours: Mapping[str, str | None], base: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Single values: those to set, and those of theirs that give way to an edit made here."""
    differing = {name: came for name, came in theirs.items() if came != ours.get(name)}
    new = {name: came for name, came in differing.items() if (ours.get(name) or None) == base.get(name)}
    return new, {name: came for name, came in differing.items() if name not in new}


def gained(
    ours: Sequence[T], base: Sequence[T], theirs: Sequence[T], key: Callable[[T], Hashable]
) -> tuple[list[T], list[T]]:
    """Lists: what to add, and what of theirs had come before and was taken away here; an empty key is of nothing."""
    mine, before = {key(each) for each in ours}, {key(each) for each in base}
    missing = {at: each for each in theirs if (at := key(each)) and at not in mine}
    return (
        [each for at, each in missing.items() if at not in before],
        [each for at, each in missing.items() if at in before],
    )


def verbatim(ours: Mapping[str, Any], base: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept as it came: theirs over ours. Of a list goes only what had come before and comes no more."""
    both = {**ours, **theirs}
    for name, came in theirs.items():
        if isinstance(came, list) and isinstance(ours.get(name), list):
            gone = base.get(name, [])
            now = [*(each for each in ours[name] if each not in gone and each not in came), *came]
            same = len(now) == len(ours[name]) and all(each in ours[name] for each in now)
            both[name] = ours[name] if same else now  # in another order is no change
    return both


def remembered(base: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """What provenance keeps: what came now, and of what is empty or missing now, what had come before."""
    if not base and isinstance(theirs, dict):
        return theirs  # as nearly all of a first import, which need not stand in memory twice
    kept = {**base, **theirs}
    for name in base.keys() & theirs.keys():
        if isinstance(kept[name], list):
            kept[name] = [*base[name], *(each for each in theirs[name] if each not in base[name])]
        elif isinstance(kept[name], dict):
            kept[name] = {**base[name], **theirs[name]}
    return kept
