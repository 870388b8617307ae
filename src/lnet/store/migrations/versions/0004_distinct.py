"""Pairs of contacts that are two people, and indexes of the names that people no longer bear.

The view of conversations has references beside names from here on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")
UUID7 = sa.text(
    "(substr(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), 1, 8) || '-' || "
    "substr(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), 9, 4) || '-7' || "
    "substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || "
    "substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))))"
)


def upgrade() -> None:
    op.create_table(
        "distinct_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), server_default=UUID7, nullable=False),
        sa.Column("created_on", sa.Text(), server_default=sa.text("(date('now', 'localtime'))"), nullable=False),
        sa.Column("created_at", sa.Text(), server_default=NOW, nullable=False),
        sa.Column("updated_at", sa.Text(), server_default=NOW, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("contact_id < other_id", name="distinct_pair_order"),
        sa.CheckConstraint("created_on IS date(created_on, '+0 days')", name="distinct_pair_created_on_day"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["contact.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("contact_id", "other_id", name="distinct_pair_once"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("distinct_pair_other", "distinct_pair", ["other_id"])
    renamed = sa.text("tbl = 'contact' AND before ->> 'name' <> after ->> 'name'")
    op.create_index("change_renamed", "change", ["row_uid"], sqlite_where=renamed)
    unnamed = sa.text("tbl = 'nickname' AND before IS NOT NULL")
    op.create_index("change_unnamed", "change", ["row_uid"], sqlite_where=unnamed)
