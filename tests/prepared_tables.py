"""A new SQLite database gets its tables by the statements that the migrations ran in the first one.

Alembic takes a seventh of a second of processor time for all tables, and hundreds of tests open a database
of their own. Each process of the tests runs the migrations for real once; tests of migrations always do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

Upgrade = Callable[[sa.Connection], None]


class PreparedTables:
    """Stands in for an `upgrade` that brings a database's tables up to date."""

    def __init__(self, upgrade: Upgrade) -> None:
        self.upgrade = upgrade
        self._statements: list[tuple[str, Any]] = []

    def __call__(self, connection: sa.Connection) -> None:
        if connection.dialect.name != "sqlite" or sa.inspect(connection).get_table_names():
            self.upgrade(connection)
        elif self._statements:
            for statement, parameters in self._statements:
                connection.exec_driver_sql(statement, parameters or None)
        else:
            self._statements = self._recorded(connection)

    def _recorded(self, connection: sa.Connection) -> list[tuple[str, Any]]:
        """What the migrations write, as they write it."""
        statements: list[tuple[str, Any]] = []

        def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
            if not statement.startswith(("SELECT", "PRAGMA")):
                statements.append((statement, parameters))

        sa.event.listen(connection, "before_cursor_execute", note)
        try:
            self.upgrade(connection)
        finally:
            sa.event.remove(connection, "before_cursor_execute", note)
        return statements
