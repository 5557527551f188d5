"""Which updates somebody is at work on."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import UpdateState, deliveries, inbox

# Its person was forgotten meanwhile, see bot.storage.updates.late.
FORGOTTEN_AT_WORK = sa.and_(inbox.c.state == UpdateState.FORGOTTEN, inbox.c.user_id.is_not(None))


def at_work() -> sa.ColumnElement[bool]:
    """Whether an update is being handled, or its answer sent: for that it is not `begun` any more."""
    sending = sa.exists().where(deliveries.c.update_id == inbox.c.update_id)
    handled = sa.and_(inbox.c.state == UpdateState.PENDING, sa.or_(inbox.c.begun, sending))
    return sa.or_(handled, FORGOTTEN_AT_WORK)
