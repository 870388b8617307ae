"""What the four ways to write a row refuse, whoever uses them."""

import pytest

from lnet.domain.texts import LARGEST
from lnet.errors import BadInputError
from lnet.store.connect import Store
from lnet.store.journal import step
from lnet.store.write import contact
from lnet.store.write.rows import insert, link, update


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * (LARGEST + 1), "é" * (LARGEST // 2 + 1)], ids=range(4))
def test_what_is_no_text_is_written_by_nobody(store: Store, text: str) -> None:
    """A NUL, half a character, more than 16 MB as UTF-8: BadInputError, and the step is none."""
    with step(store, "test") as open_:
        ada = contact.add(open_, "Ada")
    with pytest.raises(BadInputError), step(store, "test") as open_:
        insert(open_, "goal", title=text, key="x")
    with pytest.raises(BadInputError), step(store, "test") as open_:
        update(open_, "contact", ada, note=text)
    with pytest.raises(BadInputError), step(store, "test") as open_:
        link(open_, "contact_topic", contact_id=ada, topic=text)
    assert store.db.execute("SELECT count(*) FROM step").fetchone() == (1,)
