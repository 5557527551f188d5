"""Message ids: which sequence they come from, and which of them are known."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import deliveries, inbox

# From here downwards are supergroups and channels, each of which numbers its messages by itself.
FIRST_WITH_OWN_NUMBERS = -1_000_000_000_000


def numbering(chat_id: int) -> int:
    """The sequence that the message ids of a chat come from: its own (its id), or the bot's one (0)."""
    return chat_id if chat_id <= FIRST_WITH_OWN_NUMBERS else 0


# As text: it runs before each message that is sent, and building it took a quarter of an update's time.
_HIGHEST = sa.text("""
    SELECT max(id) FROM (
        SELECT max(message_id) AS id FROM deliveries WHERE numbering = :numbering
        UNION ALL
        SELECT max(message_id) AS id FROM inbox WHERE numbering = :numbering
    ) AS highest_ids
""")


def highest(connection: sa.Connection, chat_id: int) -> int:
    """The highest message id that is known in the numbering of the chat, 0 where none is."""
    return connection.execute(_HIGHEST, {"numbering": numbering(chat_id)}).scalar_one() or 0


def known(connection: sa.Connection, chat_id: int, after: int) -> frozenset[int]:
    """The ids after one that are known in the numbering of the chat."""
    of_each = [
        sa.select(table.c.message_id).where(
            table.c.numbering == numbering(chat_id), table.c.message_id > after
        )
        for table in (deliveries, inbox)
    ]
    return frozenset((connection.execute(sa.union(*of_each))).scalars())
