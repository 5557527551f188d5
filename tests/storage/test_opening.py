import stat
import threading

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.core.errors import DatabaseError
from bot.storage import open_storage
from bot.storage.databases.backends import open_backend
from bot.storage.databases.database import Database
from bot.storage.migrating import FOLDER, NEWEST, migrate
from bot.storage.schema.tables import metadata


def change(address: str, statement: str) -> None:
    backend = open_backend(address)
    with backend.writing() as connection:
        connection.execute(sa.text(statement))
    backend.close()


@pytest.mark.parametrize(
    "url",
    [
        "mysql://host/base",
        "sqlite+pysqlite:///x.db",
        "postgresql://host:port/base",
        "nonsense",
        "",
        "postgresql://me:pass@word@127.0.0.1:1/name",
    ],
)
async def test_an_address_of_no_known_database_is_refused(url, clock):
    with pytest.raises(DatabaseError):
        async with open_storage(url, clock):
            pass


async def test_a_file_that_cannot_be_made_is_told(clock, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError):
        async with open_storage(f"sqlite:///{tmp_path}/file/x.db", clock):
            pass


async def test_a_file_that_is_no_database_is_told_and_left_alone(clock, tmp_path):
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ann, " * 500)
    with pytest.raises(DatabaseError):
        async with open_storage(f"sqlite:///{other}", clock):
            pass
    assert other.read_text() == "Dear Ann, " * 500


@pytest.mark.parametrize("way", ["read", "write"])
async def test_a_disk_that_fails_is_told_and_a_wrong_statement_is_not_hidden(way):
    opened = Database(open_backend("sqlite://"))
    await opened.open(migrate)

    def fail(connection: sa.Connection) -> None:
        raise sa.exc.OperationalError("SELECT 1", None, OSError("disk I/O error"))

    def err(connection: sa.Connection) -> None:
        raise sa.exc.IntegrityError("INSERT", None, ValueError("twice"))

    with pytest.raises(DatabaseError) as caught:
        await getattr(opened, way)(fail)
    assert caught.value.details["reason"] == way
    with pytest.raises(sa.exc.IntegrityError):
        await getattr(opened, way)(err)
    await opened.close()


def test_a_relative_file_is_made_with_its_folder_for_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    open_backend("sqlite:///data/x.db").close()
    assert stat.S_IMODE((tmp_path / "data" / "x.db").stat().st_mode) == 0o600


async def test_closing_leaves_no_thread_and_no_log_behind(clock, database):
    before = threading.active_count()
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        await stores.storage.receive(1, "en", 1)
        await stores.storage.preferences(1)
    assert threading.active_count() == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]


async def test_migrations_make_the_tables_that_the_program_knows(address):
    opened = Database(open_backend(address))
    await opened.open(migrate)

    def differences(connection: sa.Connection) -> list[object]:
        # There, a feed's address is unique by its hash, and found by one, and processes look for what none
        # of them holds: no table can say so for both.
        tables = ("feeds", "inbox")
        indexes = {each["name"] for table in tables for each in sa.inspect(connection).get_indexes(table)}
        apart = {"uq_feeds_url", "ix_feeds_url", "ix_inbox_free"}
        apart = apart if connection.dialect.name == "postgresql" else set()
        assert apart <= indexes
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: kind != "table" or name in metadata.tables,
                "include_object": lambda _, name, *others: name not in apart,
            },
        )
        return compare_metadata(context, metadata)

    found = await opened.write(differences)
    await opened.close()
    assert found == []


def test_the_newest_migration_is_the_one_that_is_expected():
    steps = sorted(path.name for path in (FOLDER / "versions").glob("[0-9]*.py"))
    assert steps[-1].startswith(NEWEST)


async def test_a_database_of_a_newer_program_is_left_alone(clock, database):
    url = f"sqlite:///{database}"
    async with open_storage(url, clock):
        pass
    change(url, "UPDATE alembic_version SET version_num = '9999'")
    change(url, "UPDATE compatibility SET oldest = '9998'")
    with pytest.raises(DatabaseError) as caught:
        async with open_storage(url, clock):
            pass
    assert caught.value.details["reason"] == "newer"


async def test_a_database_of_a_newer_program_is_worked_with_where_it_says_so(clock, address):
    if address == "sqlite://":
        return  # nobody finds it again
    async with open_storage(address, clock):
        pass
    change(address, "UPDATE alembic_version SET version_num = '9999'")
    async with open_storage(address, clock) as stores:
        await stores.storage.receive(1, "en", 1)
    async with open_storage(address, clock) as stores:
        assert await stores.storage.language_of(1) == "en"
