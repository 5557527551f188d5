"""One bot at a time on a database that serves one: a lock on a file beside it, which ends with its process.

A second bot would take what the first one is at work on for interrupted, and answer it again.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog

from bot.core.errors import DatabaseError
from bot.locks import lock_beside, open_lock, take_lock
from bot.storage.databases.disk import database_file

log = structlog.get_logger(__name__)

PATIENCE_S = 15.0  # for one that was told to end just now, which takes ten seconds
LOOK_EVERY_S = 0.2


@asynccontextmanager
async def held_alone(database_url: str, patience_s: float = PATIENCE_S) -> AsyncIterator[None]:
    """Be the only bot on a database while the block lasts; a server's serves many, one in memory nobody else.

    The operator's commands don't ask for it. Where no lock can be had that is only told in the log: what is
    wrong there the database says itself. Raises DatabaseError ("taken").
    """
    file = database_file(database_url)
    lock = None if file is None else _opened(lock_beside(file))
    if file is None or lock is None:
        yield
        return
    try:
        await _wait_for(lock, patience_s, file)
        yield
    finally:
        os.close(lock)


def _opened(path: Path) -> int | None:
    try:
        return open_lock(path)
    except OSError as error:
        log.warning("database_not_locked", error=type(error).__name__)
        return None


async def _wait_for(lock: int, patience_s: float, file: Path) -> None:
    if _taken(lock):
        return
    log.info("database_taken", waiting_s=patience_s)
    try:
        async with asyncio.timeout(patience_s):
            while not _taken(lock):  # noqa: ASYNC110 - another process knows
                await asyncio.sleep(LOOK_EVERY_S)
    except TimeoutError as error:
        raise DatabaseError(reason="taken", path=str(file)) from error


def _taken(lock: int) -> bool:
    try:
        return take_lock(lock)
    except OSError as error:  # a file system without locks: nobody can be told from nobody
        log.warning("database_not_locked", error=type(error).__name__)
        return True
