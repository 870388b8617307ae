"""What events need: where I am, whom of those met I have looked back at, and everybody talked to there as met there.

And indexes: of what is in a community or project by its day, of feedback on a project, of who is never shared.
"""

import sqlalchemy as sa
from alembic import op

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
