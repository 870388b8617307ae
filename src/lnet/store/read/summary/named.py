"""Whom a page might name without meaning to: people by the words of its texts, and by how they are to be told of."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lnet.store.connect import Store

BEARERS_MOST = 3  # of one word: of more than these nobody can tell who is meant
LOOKED_AT = 50  # of those more, to see whether they are hidden, and all of the address book
BORNE = """
SELECT w.value, n.contact_id FROM json_each(?1) w JOIN search_name n ON n.word = w.value
WHERE (SELECT count(*) FROM (SELECT 1 FROM search_name m WHERE m.word = w.value LIMIT ?2 + 1)) <= ?2
"""
COMMON = """
SELECT word, min(address_book) FROM (
  SELECT w.value AS word, (SELECT json_group_array(contact_id) FROM (
    SELECT contact_id FROM search_name m WHERE m.word = w.value LIMIT ?3)) AS ids FROM json_each(?1) w
  WHERE (SELECT count(*) FROM (SELECT 1 FROM search_name m WHERE m.word = w.value LIMIT ?2 + 1)) > ?2
), json_each(ids) l JOIN contact c ON c.id = l.value JOIN figure f ON f.contact_id = c.id
WHERE c.share <> 'name' GROUP BY word
"""
ADDRESSED = """
SELECT m.contact_id FROM json_each(?1) w CROSS JOIN method m
  ON m.kind IN ('handle', 'url', 'email', 'phone') AND m.key = w.value
UNION SELECT l.value FROM json_each(?2) w, json_each((SELECT json_group_array(contact_id) FROM (
  SELECT contact_id FROM method m WHERE m.kind = 'handle' AND m.key IN (w.value, '@' || w.value)
  UNION ALL SELECT contact_id FROM method m
    WHERE m.kind = 'email' AND m.key >= w.value || '@' AND m.key < w.value || 'A' LIMIT ?3))) l
"""
KNOWN = """
SELECT c.id, c.slug, c.name, c.share, f.address_book,
  (SELECT json_group_array(name) FROM nickname WHERE contact_id = c.id),
  (SELECT json_group_array(replace(slug, '-', ' ')) FROM (
    SELECT slug FROM slug_alias WHERE contact_id = c.id UNION SELECT c.slug)),
  (SELECT json_group_array(json_array(kind, key)) FROM method WHERE contact_id = c.id)
FROM (
  SELECT id FROM contact WHERE share = 'never' UNION SELECT value FROM json_each(?1)
  UNION SELECT id FROM contact WHERE slug IN (SELECT value FROM json_each(?2))
) near JOIN contact c ON c.id = near.id JOIN figure f ON f.contact_id = c.id ORDER BY c.id
"""


# By indexes of just these changes (see `tables.RENAMED`). A nickname that an undo took away never was one.
FORMER = """
SELECT c.id, r.before ->> 'name' AS name FROM change r INDEXED BY change_renamed JOIN contact c ON c.uid = r.row_uid
WHERE r.tbl = 'contact' AND r.before ->> 'name' <> r.after ->> 'name'
UNION SELECT a.contact_id, r.before ->> 'name' FROM change r INDEXED BY change_renamed
JOIN slug_alias a ON a.slug = r.before ->> 'slug'
WHERE r.tbl = 'contact' AND r.before ->> 'name' <> r.after ->> 'name'
UNION SELECT c.id, n.before ->> 'name' FROM change n INDEXED BY change_unnamed
JOIN step s ON s.id = n.step_id AND s.kind IN ('do', 'external') JOIN contact c ON c.id = n.before ->> 'contact_id'
WHERE n.tbl = 'nickname' AND n.before IS NOT NULL
"""


class Known(NamedTuple):
    """Somebody a page may name: `share` "never", "alias" or "name"; `addresses` as kind and key.

    `former`: the names they bore before they were renamed and nicknames that were taken away, as the journal has them,
    and the words of their slugs.
    """

    id: int
    slug: str
    name: str
    share: str
    address_book: bool
    nicknames: tuple[str, ...]
    former: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...]


def bearers(store: Store, words: Iterable[str]) -> tuple[list[int], dict[str, bool]]:
    """Whose names these words (as keys) are parts of, by id; and those words that too many bear to tell who is meant
    (and not all of them are shared by name), with whether they are all in the address book only.
    """
    spoken = json.dumps(sorted(words))
    ids = [id for _, id in store.db.execute(BORNE, (spoken, BEARERS_MOST))]
    common = store.db.execute(COMMON, (spoken, BEARERS_MOST, LOOKED_AT)).fetchall()
    return ids, {word: bool(book) for word, book in common}


def addressed(store: Store, keys: Iterable[str], words: Iterable[str]) -> list[int]:
    """Whose addresses these are, and whose handles or first parts of e-mail addresses these words are, by id."""
    asked = (json.dumps(sorted(keys)), json.dumps(sorted(words)), BEARERS_MOST)
    return [id for (id,) in store.db.execute(ADDRESSED, asked)]


def former_names(store: Store) -> dict[int, list[str]]:
    """The names that people no longer bear, by the id of who bore them; also of those merged into them."""
    found: dict[int, list[str]] = defaultdict(list)
    for id, name in store.db.execute(FORMER):
        found[id].append(name)
    return found


def known(
    store: Store, ids: Iterable[int], slugs: Sequence[str], former: Mapping[int, Sequence[str]]
) -> list[Known]:  # fmt: skip
    """These people, and everybody who is never to be named; `former`: what `former_names` found."""
    rows = store.db.execute(KNOWN, (json.dumps(sorted(set(ids))), json.dumps(slugs)))
    return [
        Known(
            id, slug, name, share, bool(book), tuple(json.loads(nicks)),
            tuple(each for each in (*former.get(id, ()), *json.loads(slugged)) if each not in ("", name)),
            tuple(map(tuple, json.loads(methods))),
        )
        for id, slug, name, share, book, nicks, slugged, methods in rows
    ]  # fmt: skip
