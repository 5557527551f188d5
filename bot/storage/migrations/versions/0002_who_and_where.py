"""Where an update came from and for whom a message is, so that /forget finds both; what was read before."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

inbox = sa.table("inbox", sa.column("position"), sa.column("payload"), sa.column("chat_id"))


def upgrade() -> None:
    """Add the columns, and fill the first one from what is still to be handled or was set aside."""
    op.add_column("inbox", sa.Column("chat_id", sa.BigInteger()))
    op.create_index("ix_inbox_chat_id", "inbox", ["chat_id"])
    op.add_column("messages", sa.Column("user_id", sa.BigInteger()))
    op.create_index("ix_messages_user_id", "messages", ["user_id"])
    op.add_column("messages", sa.Column("links", sa.JSON()))
    op.create_index("ix_versions_url", "versions", ["url"], postgresql_using="hash")
    op.drop_column("readings", "parent")
    op.add_column("readings", sa.Column("since", sa.BigInteger()))
    _fill_chats()


def _fill_chats() -> None:
    connection = op.get_bind()
    kept = sa.select(inbox.c.position, inbox.c.payload).where(inbox.c.payload.is_not(None))
    for position, payload in connection.execute(kept).all():
        chat_id = _chat_in(payload)
        if chat_id is not None:
            connection.execute(sa.update(inbox).where(inbox.c.position == position).values(chat_id=chat_id))


def _chat_in(payload: str) -> int | None:
    """The chat that an update's JSON names."""
    contents = (value for value in json.loads(payload).values() if isinstance(value, dict))
    content: dict[str, Any] = next(contents, {})
    message = content["message"] if isinstance(content.get("message"), dict) else content
    chat = message["chat"] if isinstance(message.get("chat"), dict) else {}
    chat_id = chat.get("id")
    return chat_id if isinstance(chat_id, int) and abs(chat_id) < 2**63 else None
