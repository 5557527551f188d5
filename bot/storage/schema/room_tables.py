"""The tables of groups and channels. Changing one means a new migration."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import Moment, metadata

rooms = sa.Table(
    "rooms",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("username", sa.Text),
    sa.Column("present", sa.Boolean, nullable=False),
    sa.Column("left_at", Moment),
    sa.Column("added_by", sa.BigInteger, index=True),
    sa.Column("linked_id", sa.BigInteger, index=True),
    sa.Column("auto", sa.Text, nullable=False),
    sa.Column("keep", sa.Boolean, nullable=False),
    sa.Column("names", sa.Boolean, nullable=False),
    sa.Column("comment", sa.Boolean, nullable=False),
    sa.Column("deaf_told", sa.Boolean, nullable=False),
)

# What differs in a topic; 0 is General.
topics = sa.Table(
    "topics",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("topic_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("auto", sa.Text),
    sa.Column("lost", sa.Boolean, nullable=False, default=False),
)

# For 24 hours, and without their authors.
recent_links = sa.Table(
    "recent_links",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("topic_id", sa.BigInteger, nullable=False),
    sa.Column("urls", sa.JSON, nullable=False),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Index(None, "chat_id", "topic_id", "message_id"),
)
