"""Who is let in, messages to everybody, and when readings and messages were last used."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

row_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
messages = sa.table("messages", sa.column("used_at", sa.DateTime()))


def upgrade() -> None:
    """Create the tables; what there is counts as used when it was read, or else now."""
    op.create_table(
        "admissions",
        sa.Column("subject_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("by", sa.BigInteger, nullable=False),
        sa.Column("admitted_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name="pk_admissions"),
    )
    op.create_index("ix_admissions_by", "admissions", ["by"])
    op.create_table(
        "broadcasts",
        sa.Column("broadcast_id", row_number, nullable=False),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("begun_at", sa.DateTime, nullable=False),
        sa.Column("finished_at", sa.DateTime),
        sa.Column("stopped", sa.Boolean, nullable=False),
        sa.Column("last_user_id", sa.BigInteger),
        sa.Column("sent", sa.Integer, nullable=False),
        sa.Column("unreachable", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("broadcast_id", name="pk_broadcasts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcasts_owner_id", "broadcasts", ["owner_id"])
    op.add_column("readings", sa.Column("used_at", sa.DateTime))
    op.execute("UPDATE readings SET used_at = read_at")
    op.create_index("ix_readings_used_at", "readings", ["used_at"])
    op.add_column("messages", sa.Column("used_at", sa.DateTime))
    op.execute(sa.update(messages).values(used_at=datetime.now(UTC).replace(tzinfo=None)))
    op.create_index("ix_messages_used_at", "messages", ["used_at"])
