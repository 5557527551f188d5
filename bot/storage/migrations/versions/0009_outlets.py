"""Private feeds of chats, and the digests that they tell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the tables; no chat has a feed before it asks for one."""
    op.create_table(
        "outlets",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("locale", sa.Text, nullable=False),
        sa.UniqueConstraint("secret", name="uq_outlets_secret"),
    )
    op.create_table(
        "outlet_digests",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("posted_at", sa.DateTime, nullable=False),
        sa.Column("told", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outlet_digests_chat_id", "outlet_digests", ["chat_id"])
    op.create_index("ix_outlet_digests_posted_at", "outlet_digests", ["posted_at"])
