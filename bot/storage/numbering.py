"""Message ids: which sequence they come from, and which of them are known."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import deliveries, inbox

# From here downwards are supergroups and channels, each of which numbers its messages by itself.
FIRST_WITH_OWN_NUMBERS = -1_000_000_000_000


def numbering(chat_id: int) -> int:
    """The sequence that the message ids of a chat come from: its own (its id), or the bot's one (0)."""
    return chat_id if chat_id <= FIRST_WITH_OWN_NUMBERS else 0


async def highest(connection: AsyncConnection, chat_id: int) -> int:
    """The highest message id that is known in the numbering of the chat, 0 where none is."""
    of_each = [
        sa.select(sa.func.max(table.c.message_id).label("id")).where(table.c.numbering == numbering(chat_id))
        for table in (deliveries, inbox)
    ]
    both = sa.union_all(*of_each).subquery()
    return int(
        (await connection.execute(sa.select(sa.func.coalesce(sa.func.max(both.c.id), 0)))).scalar_one()
    )


async def known(connection: AsyncConnection, chat_id: int, after: int) -> frozenset[int]:
    """The ids after one that are known in the numbering of the chat."""
    of_each = [
        sa.select(table.c.message_id).where(
            table.c.numbering == numbering(chat_id), table.c.message_id > after
        )
        for table in (deliveries, inbox)
    ]
    return frozenset((await connection.execute(sa.union(*of_each))).scalars())
