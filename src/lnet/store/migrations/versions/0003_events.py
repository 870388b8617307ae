"""What events need: where I am, whom of those met I have looked back at, and everybody talked to there as met there.

And indexes: of what is in a community or project by its day, of feedback on a project, of who is never shared.
"""

import sqlalchemy as sa
from alembic import op

from lnet.store.journal import digest

revision = "0003"
down_revision = "0002"

HOUSE = {"sqlite_strict": True, "sqlite_autoincrement": True}
DAYS = {"event": "here_since", "attendance": "reviewed_on"}
# A conversation at an event is with people who were met there; from now on `log` notes that as it goes.
MET = """
INSERT OR IGNORE INTO attendance (event_id, contact_id, created_on)
SELECT i.event_id, p.contact_id, i.created_on FROM interaction i JOIN participant p ON p.interaction_id = i.id
WHERE i.event_id IS NOT NULL AND i.planned = 0 ORDER BY i.id, p.id
"""
# Those just added, each with the step in which somebody's part in the conversation was noted last.
ADDED = """
FROM attendance a
JOIN interaction i ON i.event_id = a.event_id AND i.planned = 0
JOIN participant p ON p.interaction_id = i.id AND p.contact_id = a.contact_id
JOIN change c ON c.id = (SELECT max(id) FROM change WHERE tbl = 'participant' AND row_uid = p.uid AND before IS NULL)
WHERE NOT EXISTS (SELECT 1 FROM change WHERE tbl = 'attendance' AND row_uid = a.uid)
GROUP BY a.id HAVING min(i.id)
"""
STEPS = f"SELECT DISTINCT step_id FROM (SELECT c.step_id {ADDED})"
NOTED = f"""
INSERT INTO change (step_id, tbl, row_uid, after)
SELECT c.step_id, 'attendance', a.uid, json_object('id', a.id, 'uid', a.uid, 'created_on', a.created_on,
  'created_at', a.created_at, 'updated_at', a.updated_at, 'event_id', a.event_id, 'contact_id', a.contact_id,
  'follow_up', a.follow_up, 'note', a.note, 'reviewed_on', a.reviewed_on)
{ADDED}
"""


def upgrade() -> None:
    for table, column in DAYS.items():
        with op.batch_alter_table(table, recreate="always", table_kwargs=HOUSE) as batch:
            batch.add_column(sa.Column(column, sa.Text()))
            batch.create_check_constraint(f"{table}_{column}_day", f"{column} IS date({column}, '+0 days')")
    for noun in ("community", "project"):
        name, column = f"interaction_{noun}", f"{noun}_id"
        op.drop_index(name, "interaction")
        op.create_index(name, "interaction", [column, "occurred_on"], sqlite_where=sa.text(f"{column} IS NOT NULL"))
    op.create_index("feedback_project", "feedback", ["project_id"], sqlite_where=sa.text("project_id IS NOT NULL"))
    op.create_index("contact_never", "contact", ["id"], sqlite_where=sa.text("share = 'never'"))
    op.create_index("event_here", "event", ["here_since"], sqlite_where=sa.text("here_since IS NOT NULL"))
    op.execute(MET)
    note_in_the_journal()


def note_in_the_journal() -> None:
    """Write each of them down in the step that noted who took part, and seal it anew: undo takes both back at once."""
    db = op.get_bind().connection.dbapi_connection
    steps = [step for (step,) in db.execute(STEPS).fetchall()]
    db.execute(NOTED)
    for step in steps:
        db.execute("UPDATE step SET digest = ? WHERE id = ? AND digest IS NOT NULL", (digest(db, step), step))
