"""Connections that stay with whoever writes, from one transaction to the next."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa


class KeptConnections:
    """A connection for each thread that writes, with `options` of SQLAlchemy's.

    To take one out of the pool and to bring it back takes as long as three statements.
    """

    def __init__(self, engine: sa.Engine, **options: Any) -> None:
        self._engine = engine
        self._options = options
        self._kept: dict[int, sa.Connection] = {}  # by thread

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """A connection in a transaction: committed at the end, rolled back where the block raises."""
        me = threading.get_ident()
        connection = self._kept.get(me)
        if connection is None:
            connection = self._kept[me] = self._engine.connect().execution_options(**self._options)
        try:
            with connection.begin():
                yield connection
        except BaseException:  # whatever is wrong with it: the pool knows how to make it good again
            del self._kept[me]
            connection.close()
            raise

    def close(self) -> None:
        """Let go of all, once nobody writes any more."""
        while self._kept:
            self._kept.popitem()[1].close()
