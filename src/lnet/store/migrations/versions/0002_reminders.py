"""What the reminder rules look for: open plans, open feedback, answers about those who drifted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")
UUID7 = sa.text(
    "(substr(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), 1, 8) || '-' || "
    "substr(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), 9, 4) || '-7' || "
    "substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || "
    "substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))))"
)


def upgrade() -> None:
    op.drop_index("interaction_planned", "interaction")
    op.create_index(
        "interaction_planned", "interaction", ["occurred_on"],
        sqlite_where=sa.text("planned = 1 AND fulfilled_by IS NULL"),
    )
    op.create_index(
        "feedback_waits", "feedback", ["direction", "occurred_on"],
        sqlite_where=sa.text("loop IN ('open', 'acted')"),
    )
    op.create_table(
        "drift_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), server_default=UUID7, nullable=False),
        sa.Column("created_on", sa.Text(), server_default=sa.text("(date('now', 'localtime'))"), nullable=False),
        sa.Column("created_at", sa.Text(), server_default=NOW, nullable=False),
        sa.Column("updated_at", sa.Text(), server_default=NOW, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Text(), nullable=False),
        sa.CheckConstraint("answer IN ('keep', 'lengthen', 'rest', 'archive')", name="drift_answer_answer"),
        sa.CheckConstraint("answered_on IS date(answered_on, '+0 days')", name="drift_answer_answered_on_day"),
        sa.CheckConstraint("created_on IS date(created_on, '+0 days')", name="drift_answer_created_on_day"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("drift_answer_contact", "drift_answer", ["contact_id", "answered_on"])
    op.create_index("drift_answer_on", "drift_answer", ["answered_on"])
