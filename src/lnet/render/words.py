"""Terms of the vocabulary as people write them."""


def words(term: str) -> str:
    """community_member → community member."""
    return term.replace("_", " ")
