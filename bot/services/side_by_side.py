"""Work of which one piece's fault must not stop the others."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

import structlog

from bot.core.errors import DatabaseError

log = structlog.get_logger(__name__)


async def run_side_by_side(jobs: Mapping[int, Coroutine[Any, Any, None]], event: str) -> None:
    """Run all jobs to their end; what nobody expected of one is logged as `event` with the job's number.

    Raises DatabaseError after the others have ended where the database failed one: it will fail all.
    """
    outcomes = await asyncio.gather(*jobs.values(), return_exceptions=True)
    failed: DatabaseError | None = None
    for number, outcome in zip(jobs, outcomes, strict=True):
        if isinstance(outcome, DatabaseError):
            failed = outcome
        elif isinstance(outcome, Exception):
            log.error(event, job=number, exc_info=outcome)
        elif outcome is not None:
            raise outcome  # the program is to end
    if failed is not None:
        raise failed
