"""Databases for tests, on the PostgreSQL server that NUTSHELL_TEST_POSTGRES names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

from bot.storage.databases.backends import open_backend
from bot.storage.migrating import migrate

_numbers = count()
_CONTENT = sa.text("SELECT pg_read_binary_file(:path, 0, 1000000000, true)")


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
        backend.close()

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

    def analyze(self, address: str) -> None:
        """Have samples taken of the columns, as the server does by itself now and then."""
        with self._beside(address) as connection:
            connection.exec_driver_sql("ANALYZE")

    def files_holding(self, address: str, *words: str) -> set[str]:
        """Which words are in the files of a database's tables and indexes, its catalogue's included."""
        paths = """
            SELECT path FROM (SELECT pg_relation_filepath(oid) AS path FROM pg_class) AS all_files
            WHERE path IS NOT NULL AND path NOT LIKE 'global/%%'
        """
        with self._beside(address) as connection:
            connection.exec_driver_sql("CHECKPOINT")
            found: set[str] = set()
            for path in connection.exec_driver_sql(paths).scalars().all():
                content = bytes(connection.execute(_CONTENT, {"path": path}).scalar_one() or b"")
                found.update(word for word in words if word.encode() in content)
            return found

    @contextmanager
    def _beside(self, address: str) -> Iterator[sa.Connection]:
        engine = sa.create_engine(
            make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            yield connection
        engine.dispose()

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
