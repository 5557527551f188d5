"""The tables of chats' private feeds. Changing one means a new migration."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import Moment, RowNumber, metadata

outlets = sa.Table(
    "outlets",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("secret", sa.Text, nullable=False, unique=True),
    sa.Column("title", sa.Text),
    sa.Column("locale", sa.Text, nullable=False),
)

outlet_digests = sa.Table(
    "outlet_digests",
    metadata,
    sa.Column("number", RowNumber, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("posted_at", Moment, nullable=False, index=True),
    sa.Column("told", sa.JSON, nullable=False),
    sqlite_autoincrement=True,
)
