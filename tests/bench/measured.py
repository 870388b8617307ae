"""What is measured: commands as people type them, each beside a floor of a few lines of sqlite3 that do the same."""

import csv
import random
from pathlib import Path
from typing import NamedTuple

from tests.bench import words

IMPORTED_ROWS = 10_000


class Measured(NamedTuple):
    """A command (words for `lnet`, or what TAB asks), its floor, and whether each run needs a fresh store."""

    title: str
    words: tuple[str, ...]
    floor: str
    fresh: bool = False
    completion: bool = False
    today: str = ""  # another day than the network's own


OPEN = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
FOLLOWUPS = """
for row in db.execute("SELECT c.name, f.last_on FROM figure f JOIN contact c ON c.id = f.contact_id"
        " WHERE f.rhythm = 'circle::inner' AND f.base_on <= '2026-06-01'"
        " OR f.rhythm = 'circle::close' AND f.base_on <= '2026-05-16' ORDER BY f.base_on DESC LIMIT 5"):
    print(*row)
for row in db.execute("SELECT text, due_on FROM promise WHERE status IN ('open', 'renegotiated') ORDER BY due_on"):
    print(*row)
for row in db.execute("SELECT title, (SELECT max(occurred_on) FROM search_topic s JOIN goal_topic t"
        " ON t.topic = s.topic WHERE t.goal_id = goal.id) FROM goal WHERE status = 'active'"):
    print(*row)
"""
LOG = """
db.execute("PRAGMA journal_mode = TRUNCATE")
db.execute("PRAGMA synchronous = EXTRA")
db.execute("BEGIN IMMEDIATE")
db.execute("INSERT INTO step (day, command, open) VALUES ('2026-06-15', 'log', 1)")
find = "SELECT id FROM contact WHERE key = ?"
ids = [db.execute(find, (name,)).fetchone()[0] for name in ("ada lovelace", "grace hopper")]
talk = db.execute("INSERT INTO interaction (occurred_on, summary) VALUES ('2026-06-14', 'coffee')").lastrowid
db.executemany("INSERT INTO participant (interaction_id, contact_id) VALUES (?, ?)", [(talk, id) for id in ids])
db.execute("UPDATE step SET open = 0 WHERE open = 1")
db.execute("COMMIT")
"""
COMPLETION = """
for row in db.execute("SELECT slug, name FROM contact WHERE slug >= 'ada' AND slug < 'adb' ORDER BY slug LIMIT 50"):
    print(*row)
"""
SHOW = """
id = db.execute("SELECT id FROM contact WHERE key = 'ada lovelace'").fetchone()[0]
print(*db.execute("SELECT * FROM contact JOIN figure ON contact_id = id WHERE id = ?", (id,)).fetchone())
for row in db.execute("SELECT i.occurred_on, i.summary FROM search_timeline t JOIN interaction i"
        " ON i.id = t.interaction_id WHERE t.contact_id = ? ORDER BY t.occurred_on DESC LIMIT 10", (id,)):
    print(*row)
"""
FIND = """
for row in db.execute("SELECT text FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 20", ("lantern",)):
    print(*row)
"""
HEALTH = """
from collections import Counter
fields = Counter(field for field, in db.execute("SELECT field FROM contact JOIN figure ON contact_id = id"
    " WHERE address_book = 0 AND status <> 'archived'"))
print(1 - sum((number / fields.total()) ** 2 for number in fields.values()))
talks = dict(db.execute("SELECT contact_id, count(*) FROM interaction i JOIN participant p ON p.interaction_id = i.id"
    " WHERE occurred_on >= '2025-06-15' AND planned = 0 GROUP BY contact_id"))
print(Counter(min(number, 12) for number in talks.values()))
"""
WHO = """
print(*db.execute("SELECT count(*) FROM contact_topic WHERE topic = 'sql'").fetchone())
for row in db.execute("SELECT c.name, count(*), max(occurred_on) FROM (SELECT * FROM search_topic WHERE topic = 'sql'"
        " ORDER BY occurred_on DESC LIMIT 1000) s JOIN participant p ON p.interaction_id = s.interaction_id"
        " JOIN contact c ON c.id = p.contact_id GROUP BY c.id ORDER BY 2 DESC LIMIT 10"):
    print(*row)
"""
STATS = """
for row in db.execute("SELECT occurred_on, count(*) FROM interaction WHERE occurred_on BETWEEN '2025-06-16'"
        " AND '2026-06-15' GROUP BY 1"):
    print(*row)
"""
BRIEF = """
id = db.execute("SELECT id FROM contact WHERE key = 'ada lovelace'").fetchone()[0]
for row in db.execute("SELECT i.occurred_on, i.summary FROM search_timeline t JOIN interaction i"
        " ON i.id = t.interaction_id WHERE t.contact_id = ? ORDER BY t.occurred_on DESC LIMIT 3", (id,)):
    print(*row)
for row in db.execute("SELECT text, due_on FROM promise WHERE contact_id = ? AND status = 'open'", (id,)):
    print(*row)
"""
SUMMARY = """
for row in db.execute("SELECT occurred_on, summary FROM interaction WHERE occurred_on >= '2026-03-17'"
        " ORDER BY occurred_on DESC LIMIT 40"):
    print(*row)
for row in db.execute("SELECT text FROM insight WHERE learned_on >= '2026-03-17' ORDER BY learned_on DESC LIMIT 60"):
    print(*row)
"""
EXPORT = """
import json
names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"
    " AND name NOT GLOB 'search*' AND name NOT GLOB 'sqlite*'"
    " AND name NOT IN ('step', 'change', 'figure', 'device', 'alembic_version', 'provenance')")]
db.row_factory = sqlite3.Row
for name in names:
    for row in db.execute(f'SELECT * FROM "{name}"'):
        print(json.dumps(dict(row), ensure_ascii=False))
"""
IMPORT = """
import csv
db.execute("PRAGMA synchronous = EXTRA")
db.execute("BEGIN IMMEDIATE")
db.execute("INSERT INTO step (day, command, open) VALUES ('2026-06-15', 'import', 1)")
for row in csv.DictReader(open(sys.argv[2], encoding="utf-8").readlines()[3:]):
    name, url = row["First Name"] + " " + row["Last Name"], row["URL"]
    id = db.execute("INSERT INTO contact (name, key, slug, imported_from) VALUES (?, ?, ?, 'linkedin')",
        (name, name.lower(), url)).lastrowid
    db.execute("INSERT INTO method (contact_id, kind, value, key) VALUES (?, 'url', ?, ?)", (id, url, url))
db.execute("UPDATE step SET open = 0 WHERE open = 1")
db.execute("COMMIT")
"""

SENTENCE = "yesterday: coffee with Ada Lovelace and Grace Hopper about query plans #sql"
MEASURED = (
    Measured("followups", ("followups",), OPEN + FOLLOWUPS),
    Measured("followups, crowd", ("followups",), OPEN + FOLLOWUPS, today="2027-06-15"),  # XL: 24,000 are due at once
    Measured("log, two people", ("log", SENTENCE), OPEN + LOG),
    Measured("complete a name", ("contact", "show", "ada"), OPEN + COMPLETION, completion=True),
    Measured("contact show", ("contact", "show", "ada-lovelace"), OPEN + SHOW),
    Measured("find a word", ("find", words.RARE), OPEN + FIND),
    Measured("who", ("who", "sql"), OPEN + WHO),
    Measured("stats", ("stats",), OPEN + STATS),
    Measured("brief", ("brief", "ada-lovelace"), OPEN + BRIEF),
    Measured("summary", ("summary",), OPEN + SUMMARY),
    Measured("summary, mentor", ("summary", "--for", "mentor"), OPEN + SUMMARY),
    Measured("health", ("health",), OPEN + HEALTH),
    Measured("export", ("export",), OPEN + EXPORT),
    Measured("--help", ("--help",), "print('help')"),
    Measured(f"import {IMPORTED_ROWS:,}", ("import", "{connections}", "--yes"), OPEN + IMPORT, fresh=True),
)


def write_connections(path: Path, seed: int = 2) -> None:
    """A LinkedIn export of so many connections, with its notes above the header."""
    dice = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('Notes:\n"When exporting your connection data, some e-mail addresses are missing."\n\n')
        rows = csv.writer(file)
        rows.writerow(("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"))
        for number in range(IMPORTED_ROWS):
            email = f"new{number}@example.com" if dice.random() < 0.1 else ""
            rows.writerow((
                dice.choice(words.GIVEN), dice.choice(words.FAMILY), f"https://www.linkedin.com/in/new-{number}",
                email, dice.choice(words.ORGANISATIONS), "Engineer",
                f"{dice.randint(1, 28):02} Mar {dice.randint(2012, 2026)}",
            ))  # fmt: skip
