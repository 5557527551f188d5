"""What was erased and may still stand in the database's files: noted with the erasing itself, until a sweep
has come after it. A process that dies between the two leaves the note to whoever starts next.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import erasures

_SOON = "nutshell.sweep_soon"


def note(connection: sa.Connection, *, soon: bool = False) -> None:
    """Note, in the transaction that erases, that a sweep is owed; whoever asks for none by itself wants it
    `soon` after the commit.
    """
    connection.execute(sa.insert(erasures).values())
    if soon:
        connection.info[_SOON] = True


def take_haste(connection: sa.Connection) -> bool:
    """Whether something was noted on a connection since the last call that wants its sweep soon."""
    return bool(connection.info.pop(_SOON, False))


def last(connection: sa.Connection) -> int | None:
    """The number of the last erasing that no sweep is known to have followed; None: no sweep is owed."""
    found: int | None = connection.execute(sa.select(sa.func.max(erasures.c.number))).scalar_one()
    return found


def note_sweep(connection: sa.Connection, number: int) -> None:
    """A sweep began after the erasing of this number, and came to its end."""
    connection.execute(sa.delete(erasures).where(erasures.c.number <= number))
