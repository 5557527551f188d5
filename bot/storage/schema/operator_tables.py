"""The tables of those who run the bot. Changing one means a new migration."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import Moment, RowNumber, metadata

# People and chats whom an owner has let in, where the bot does not serve everybody.
admissions = sa.Table(
    "admissions",
    metadata,
    sa.Column("subject_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("by", sa.BigInteger, nullable=False, index=True),
    sa.Column("admitted_at", Moment, nullable=False),
)

broadcasts = sa.Table(
    "broadcasts",
    metadata,
    sa.Column("broadcast_id", RowNumber, primary_key=True),
    sa.Column("owner_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("begun_at", Moment, nullable=False),
    sa.Column("finished_at", Moment),
    sa.Column("stopped", sa.Boolean, nullable=False),
    sa.Column("last_user_id", sa.BigInteger),
    sa.Column("sent", sa.Integer, nullable=False),
    sa.Column("unreachable", sa.Integer, nullable=False),
    sa.Column("failed", sa.Integer, nullable=False),
    sqlite_autoincrement=True,
)

# What is yet to be told to the operator's own programs.
hook_queue = sa.Table(
    "hook_queue",
    metadata,
    sa.Column("number", RowNumber, primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("event", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("next_at", Moment, nullable=False, index=True),
    # Whose it is, so that it can be forgotten; this is not sent.
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("user_id", sa.BigInteger, index=True),
    sqlite_autoincrement=True,
)
