"""A file serves one bot: a second one on it is refused, and the next one begins where the first has ended."""

import asyncio
import os
import subprocess
import sys

import pytest

from bot.core.errors import DatabaseError
from bot.settings import Settings
from bot.storage import held_alone
from bot.wiring.resources import open_resources

HOLDS = """
import asyncio, sys
from bot.storage import held_alone
async def hold():
    async with held_alone(sys.argv[1]):
        print("held", flush=True)
        await asyncio.Event().wait()
asyncio.run(hold())
"""


async def test_a_second_bot_is_refused_while_the_first_is_at_work(database):
    url = f"sqlite:///{database}"
    async with held_alone(url):
        with pytest.raises(DatabaseError) as refused:
            async with held_alone(url, patience_s=0.0):
                pass
    assert refused.value.details["reason"] == "taken"
    async with held_alone(url, patience_s=0.0):
        pass


async def test_another_name_of_the_file_is_the_same_database(database):
    database.parent.mkdir()
    database.touch()
    link = database.with_name("link.db")
    link.symlink_to(database)
    async with held_alone(f"sqlite:///{database}"):
        with pytest.raises(DatabaseError):
            async with held_alone(f"sqlite:///{link}", patience_s=0.0):
                pass


async def test_the_next_one_waits_for_one_that_is_ending(database):
    url = f"sqlite:///{database}"
    held, over = asyncio.Event(), asyncio.Event()

    async def first():
        async with held_alone(url):
            held.set()
            await over.wait()

    ending = asyncio.create_task(first())
    await held.wait()
    asyncio.get_running_loop().call_soon(over.set)
    async with held_alone(url):
        assert ending.done()


async def test_a_bot_that_was_killed_holds_nothing(database):
    url = f"sqlite:///{database}"
    with subprocess.Popen([sys.executable, "-c", HOLDS, url], stdout=subprocess.PIPE) as other:  # noqa: ASYNC220
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DatabaseError):
            async with held_alone(url, patience_s=0.0):
                pass
        other.kill()
        other.wait()
        async with held_alone(url, patience_s=0.0):
            pass


async def test_where_no_lock_can_be_had_the_database_itself_says_what_is_wrong(database):
    database.parent.write_text("a file, and no folder")
    settings = Settings(database=f"sqlite:///{database}")
    with pytest.raises(DatabaseError) as refused:
        async with open_resources(settings, None):
            pass
    assert refused.value.details == {"reason": "file", "path": str(database)}


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0 or sys.platform == "win32", reason="for the superuser")
async def test_what_an_administrator_tried_belongs_to_whom_the_folder_belongs_to(database):
    database.parent.mkdir()
    os.chown(database.parent, 65_534, 65_534)
    async with held_alone(f"sqlite:///{database}"):
        pass
    assert {path.stat().st_uid for path in database.parent.iterdir()} == {65_534}


@pytest.mark.parametrize("url", ["sqlite://", "postgresql://nobody@nowhere.invalid/base"])
async def test_what_is_in_memory_or_on_a_server_is_held_by_nobody(url):
    async with held_alone(url), held_alone(url, patience_s=0.0):
        pass


async def test_a_bot_opens_no_database_that_another_one_has(database):
    settings = Settings(database=f"sqlite:///{database}")
    async with held_alone(settings.database.get_secret_value()):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3), open_resources(settings, None):
                pass
    assert not database.exists()
