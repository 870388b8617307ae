"""How far two spellings are apart: letters put in, left out, replaced, or swapped with their neighbour."""

from functools import cache


@cache
def near(one: str, two: str) -> bool:
    """Whether two words differ, but by a slip or two: one in a word of up to seven letters, two in a longer one."""
    most = 1 if max(len(one), len(two)) <= 7 else 2
    if one == two or abs(len(one) - len(two)) > most or len(set(one) ^ set(two)) > 2 * most:
        return False  # a slip changes two letters at most: what the rest costs nothing to find out
    return distance(one, two) <= most


def distance(one: str, two: str) -> int:
    """The optimal string alignment distance (Damerau 1964): "hopper" and "hoper" 1, "chen" and "hcen" 1."""
    before: list[int] = []
    above = list(range(len(two) + 1))
    for row, left in enumerate(one, 1):
        current = [row]
        for column, top in enumerate(two, 1):
            least = min(above[column] + 1, current[-1] + 1, above[column - 1] + (left != top))
            if row > 1 < column and left == two[column - 2] and top == one[row - 2]:
                least = min(least, before[column - 2] + 1)
            current.append(least)
        before, above = above, current
    return above[-1]
