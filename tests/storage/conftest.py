import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

from bot.storage import Stores, open_storage
from bot.storage.backends import open_backend
from bot.storage.migrating import migrate

_numbers = count()


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


class Server:
    """A PostgreSQL server to make databases on, in an instant, from one that has all tables already."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address)
        self._engine = sa.create_engine(
            self._url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
        )
        self._model = self._create("TEMPLATE template0")
        backend = open_backend(_written(self._model))
        with backend.writing() as connection:
            migrate(connection, backend)
        backend.engine.dispose()

    def new_database(self) -> str:
        return _written(self._create(f"TEMPLATE {self._model.database}"))

    def empty_database(self) -> str:
        return _written(self._create("TEMPLATE template0"))

    def drop(self, address: str) -> None:
        self._execute(f"DROP DATABASE {make_url(address).database} WITH (FORCE)")

    def cut_off(self, address: str) -> None:
        """End all connections to a database, as a server does that is started anew."""
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
        self._execute(f"{ended} '{make_url(address).database}'")

    def close(self) -> None:
        self.drop(_written(self._model))
        self._engine.dispose()

    def _create(self, source: str) -> URL:
        name = f"test_{os.getpid()}_{next(_numbers)}"
        self._execute(f"CREATE DATABASE {name} {source}")
        return self._url.set(database=name)

    def _execute(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql(statement)


def _written(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server of NUTSHELL_TEST_POSTGRES: who asks for these tests (-m postgres) must name one."""
    opened = Server(os.environ["NUTSHELL_TEST_POSTGRES"])
    yield opened
    opened.close()


@pytest.fixture
def postgres(server: Server) -> Iterator[str]:
    """The address of a PostgreSQL database with all tables, for one test alone."""
    address = server.new_database()
    yield address
    server.drop(address)


@pytest.fixture(params=["memory", "file", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, database: Path) -> str:
    """The address of a database of each kind."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres"))
    return "sqlite://" if request.param == "memory" else f"sqlite:///{database}"


@pytest.fixture
async def stores(address: str, clock: MovableClock) -> AsyncIterator[Stores]:
    async with open_storage(address, clock) as opened:
        yield opened
