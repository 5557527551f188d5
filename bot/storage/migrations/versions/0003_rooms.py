"""Groups and channels: their settings, those of their topics, and the last links in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "rooms",
        sa.Column("chat_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("username", sa.Text),
        sa.Column("present", sa.Boolean, nullable=False),
        sa.Column("left_at", sa.DateTime),
        sa.Column("added_by", sa.BigInteger),
        sa.Column("linked_id", sa.BigInteger),
        sa.Column("auto", sa.Text, nullable=False),
        sa.Column("keep", sa.Boolean, nullable=False),
        sa.Column("names", sa.Boolean, nullable=False),
        sa.Column("comment", sa.Boolean, nullable=False),
        sa.Column("deaf_told", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_rooms"),
    )
    op.create_index("ix_rooms_added_by", "rooms", ["added_by"])
    op.create_index("ix_rooms_linked_id", "rooms", ["linked_id"])
    op.create_table(
        "topics",
        sa.Column("chat_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("topic_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("auto", sa.Text),
        sa.Column("lost", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "topic_id", name="pk_topics"),
    )
    op.create_table(
        "recent_links",
        sa.Column("chat_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("topic_id", sa.BigInteger, nullable=False),
        sa.Column("urls", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_recent_links"),
    )
    op.create_index("ix_recent_links_at", "recent_links", ["at"])
    op.create_index(
        "ix_recent_links_chat_id_topic_id_message_id", "recent_links", ["chat_id", "topic_id", "message_id"]
    )
