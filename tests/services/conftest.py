import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from digest_house import START, House, PageIntake, Post, Web, build
from moved_clock import MovedClock

from bot.storage import open_storage


@pytest.fixture
async def house() -> AsyncIterator[House]:
    clock = MovedClock(START)
    async with open_storage("sqlite://", clock) as stores:
        yield build(stores, clock, Web(), PageIntake(stores), Post())


@pytest.fixture
async def leap(monkeypatch) -> Callable[[float], None]:
    """Puts the event loop's clock forward: what waits for a moment that has passed then goes on."""
    loop = asyncio.get_running_loop()
    time, ahead = loop.time, 0.0

    def leap_by(seconds: float) -> None:
        nonlocal ahead
        ahead += seconds

    monkeypatch.setattr(loop, "time", lambda: time() + ahead)
    return leap_by
