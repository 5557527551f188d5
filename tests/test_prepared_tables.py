"""The tables that tests get quickly are those that the migrations make."""

import sqlalchemy as sa
from prepared_tables import PreparedTables

from bot.storage import migrating


def contents(connection: sa.Connection) -> list[object]:
    tables = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY name").all()
    names = [name for kind, name, _ in tables if kind == "table"]
    rows = [connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names]  # noqa: S608
    return [tables, rows]


def test_prepared_tables_are_the_migrated_ones() -> None:
    real = getattr(migrating._upgrade, "upgrade", migrating._upgrade)
    runs = []

    def upgrade(connection: sa.Connection) -> None:
        runs.append(connection)
        real(connection)

    prepared, made = PreparedTables(upgrade), []
    for _ in range(2):
        engine = sa.create_engine("sqlite://")
        with engine.begin() as connection:
            prepared(connection)
            made.append(contents(connection))
        engine.dispose()
    assert len(runs) == 1
    assert len(made[0][0]) > 20
    assert made[1] == made[0]
