import asyncio
from collections.abc import Callable

import pytest


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
