"""Databases that an older program filled are brought up to date without a loss."""

import json
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from bot.storage import open_storage
from bot.storage.databases.backends import open_backend
from bot.storage.migrating import FOLDER

NOW = "2026-02-01 12:00:00.000000"
SECRET = "zqxsecret"


def made_by(revision: str, database: Path) -> sa.Engine:
    """A database as a program of that revision made it."""
    database.parent.mkdir(parents=True, exist_ok=True)
    engine = open_backend(f"sqlite:///{database}").engine
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return engine


def insert(engine: sa.Engine, table: str, **values: object) -> None:
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({places})"), values)  # noqa: S608


def put(engine: sa.Engine, update_id: int, state: str, **content: object) -> None:
    insert(
        engine,
        "inbox",
        update_id=update_id,
        telegram_id=update_id,
        identity=str(update_id),
        state=state,
        lane=f"b{update_id}",
        payload=None if state == "done" else json.dumps({"update_id": update_id, **content}),
        received_at=NOW,
        tries=0,
        deaths=0,
        alone=0,
        begun=False,
    )


def fill(engine: sa.Engine) -> None:
    """What a chat leaves behind: a text that was read, a message about it, and updates in every state."""
    text = {"text": "A bridge opened.", "language": "en", "partial": False}
    insert(engine, "versions", version="v", spans='{"paragraphs": [], "sentences": []}', **text)
    insert(engine, "articles", key="https://example.org/a", version="v", fetched_at=NOW)
    reading = {"chat_id": 7, "user_id": 7, "version": "v", "read_at": NOW, "sentences": 5, "parent": 1}
    insert(engine, "readings", reading_id=1, update_id=1, **reading)
    insert(engine, "messages", chat_id=7, message_id=10, questions='["Who?"]')
    insert(engine, "message_readings", chat_id=7, message_id=10, position=0, reading_id=1)
    put(engine, 1, "done")
    put(engine, 2, "pending", message={"chat": {"id": 7}, "text": SECRET})
    put(engine, 3, "aside", callback_query={"id": "3", "message": {"chat": {"id": 7}}, "data": SECRET})
    put(engine, 4, "aside", message={"chat": {"id": 2**70}})
    put(engine, 5, "aside", message=[])


async def test_a_filled_database_of_the_first_program_keeps_all_it_holds(clock, database):
    engine = made_by("0001", database)
    fill(engine)
    engine.dispose()
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        (reading,) = await stores.storage.readings_of_message(7, 10)
        assert (reading.reading_id, reading.sentences) == (1, 5)
        assert await stores.storage.questions_of_message(7, 10) == ("Who?",)
        assert [(update.update_id, update.chat_id) for update in await stores.inbox.pending()] == [(2, 7)]


async def test_what_came_before_the_chat_was_noted_is_forgotten_with_its_person(clock, database):
    engine = made_by("0001", database)
    fill(engine)
    engine.dispose()
    async with open_storage(f"sqlite:///{database}", clock) as stores:
        assert await stores.storage.forget(7) == 1
        assert await stores.inbox.pending() == ()
    assert SECRET.encode() not in database.read_bytes()
