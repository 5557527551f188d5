from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage import Stores, open_storage


class MovableClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **duration: float) -> None:
        self.time += timedelta(**duration)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "nutshell.db"


@pytest.fixture(params=["memory", "file"])
async def stores(
    request: pytest.FixtureRequest, clock: MovableClock, database: Path
) -> AsyncIterator[Stores]:
    url = "sqlite://" if request.param == "memory" else f"sqlite:///{database}"
    async with open_storage(url, clock) as opened:
        yield opened
