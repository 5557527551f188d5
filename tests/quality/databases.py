"""Databases that the programs here make for themselves."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

PROCESSES = Path("/proc")


def server_cpu_seconds(server: str) -> float | None:
    """What all processes of a server of PostgreSQL have used so far; None where it is another machine's."""
    engine = sa.create_engine(sa.engine.make_url(server).set(drivername="postgresql+psycopg"))
    try:
        with engine.connect() as connection:
            backend = _Process.of(connection.execute(sa.select(sa.func.pg_backend_pid())).scalar_one())
    finally:
        engine.dispose()
    if backend is None or backend.name != "postgres":
        return None
    postmaster = _Process.of(backend.parent)
    if postmaster is None:
        return None
    others = (_Process.of(int(folder.name)) for folder in PROCESSES.iterdir() if folder.name.isdigit())
    running = (one.used_s for one in others if one is not None and one.parent == backend.parent)
    return postmaster.used_s + postmaster.ended_s + sum(running)


@dataclass(frozen=True, slots=True)
class _Process:
    """What Linux tells of a process."""

    name: str
    parent: int
    used_s: float
    ended_s: float  # used by its children that have ended

    @classmethod
    def of(cls, number: int) -> _Process | None:
        """None where there is none."""
        try:
            told = (PROCESSES / str(number) / "stat").read_text(encoding="utf-8")
        except OSError:
            return None
        name = told.partition("(")[2].rpartition(")")[0]
        fields = told.rpartition(")")[2].split()
        user, system, user_ended, system_ended = (
            int(field) / os.sysconf("SC_CLK_TCK") for field in fields[11:15]
        )
        return cls(name, int(fields[1]), user + system, user_ended + system_ended)


@contextmanager
def new_database(server: str | None) -> Iterator[str]:
    """The address of a database that is gone afterwards: a file, or one on a server of PostgreSQL."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'nutshell.sqlite3'}"
        return
    url = sa.engine.make_url(server)
    engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    name = f"quality_{os.getpid()}"
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        engine.dispose()
