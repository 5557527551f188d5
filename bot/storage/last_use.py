"""Noting that readings are used, since what is not used for long is erased."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.storage.schema.tables import readings

# Retention counts in days: whoever asks ten questions about an article costs one write for it.
USED_AGAIN_AFTER = timedelta(hours=6)


def note_use(connection: sa.Connection, reading_ids: Sequence[int], now: datetime) -> None:
    """The readings are used now."""
    stale = readings.c.used_at < now - USED_AGAIN_AFTER
    statement = sa.update(readings).where(readings.c.reading_id.in_(reading_ids), stale)
    connection.execute(statement.values(used_at=now))
