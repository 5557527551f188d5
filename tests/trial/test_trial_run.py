import asyncio
import os
import signal
import socket
import sys
import time
from contextlib import suppress

import aiohttp
import pytest

from bot.trial.chats import PERSON_ID
from bot.trial.formatting import Formatted
from bot.trial.people import say
from bot.trial.run import NotLoopbackError, bot_environment, open_trial, run_trial
from bot.trial.supervisor import BotStatus, State, Supervisor

SLEEPER = ["sleep", "600"]
PLAIN = {"PATH": "/usr/bin:/bin"}


async def until(fact, timeout_s=20):
    for _ in range(int(timeout_s / 0.02)):
        if fact():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("not true in time")


def texts(trial):
    return [message.get("text") for message in trial.world.pictured(PERSON_ID)]


async def test_the_bot_is_ready_when_it_asks_for_updates_and_answers(trial):
    await until(lambda: trial.supervisor.status.state is State.READY)
    say(trial.world, Formatted("hello"))
    await until(lambda: len(texts(trial)) == 2)
    assert texts(trial)[1] == "5 characters: hello |  | en"


async def test_after_kill_9_it_is_started_again_and_answers_what_came_meanwhile(trial):
    await until(lambda: trial.supervisor.status.state is State.READY)
    os.kill(trial.supervisor.status.pid, signal.SIGKILL)
    say(trial.world, Formatted("are you there"))
    await until(lambda: trial.supervisor.status.state is State.DOWN)
    assert trial.supervisor.status.exit_code == -signal.SIGKILL
    await until(lambda: len(texts(trial)) == 2)
    assert trial.supervisor.status.starts == 2


async def test_a_restart_ends_the_bot_in_order_and_keeps_the_chat(trial):
    await until(lambda: trial.supervisor.status.state is State.READY)
    say(trial.world, Formatted("before"))
    await until(lambda: len(texts(trial)) == 2)
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{trial.address}/stand-in/restart", json={}) as answer,
    ):
        assert answer.status == 200
    await until(lambda: trial.supervisor.status.state is State.READY)
    say(trial.world, Formatted("after"))
    await until(lambda: len(texts(trial)) == 4)
    assert trial.supervisor.status.starts == 2


async def test_a_bot_that_ends_by_itself_is_started_ever_more_slowly():
    told: list[BotStatus] = []
    supervisor = Supervisor(["false"], PLAIN, pause_s=0.01)
    supervisor.on_change = told.append
    running = asyncio.create_task(supervisor.run())
    await until(lambda: supervisor.status.starts == 4)
    await supervisor.stop()
    await running
    assert [status.exit_code for status in told if status.state is State.DOWN][:3] == [1, 1, 1]


async def test_stopping_does_not_wait_for_the_pause_between_two_starts():
    supervisor = Supervisor(["false"], PLAIN, pause_s=15)
    running = asyncio.create_task(supervisor.run())
    await until(lambda: supervisor.status.state is State.DOWN)
    began = time.monotonic()
    await supervisor.stop()
    await running
    assert time.monotonic() - began < 5


async def test_a_command_that_cannot_be_started_is_told():
    supervisor = Supervisor(["/nowhere/bot"], PLAIN)
    with pytest.raises(FileNotFoundError):
        await supervisor.run()


async def test_a_taken_port_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with open_trial("127.0.0.1", port, SLEEPER, PLAIN) as trial:
            assert int(trial.address.rpartition(":")[2]) > port


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])
async def test_it_listens_on_this_computer_alone(host):
    with pytest.raises(NotLoopbackError):
        await run_trial(host, 0, SLEEPER, PLAIN)


def test_the_bot_is_told_the_way_to_the_stand_in():
    given = {
        "NUTSHELL_ALLOW_NETWORKS": "10.0.0.0/8",
        "NUTSHELL_API_PROXY": "http://proxy.example",
        "NO_PROXY": "a.example",
        "NUTSHELL_LOCALE": "de",
    }
    assert bot_environment(given, "http://127.0.0.1:8090", "1:x") == {
        "NUTSHELL_ALLOW_NETWORKS": "10.0.0.0/8",
        "NUTSHELL_LISTEN": "off",
        "NUTSHELL_API_URL": "http://127.0.0.1:8090",
        "NUTSHELL_TOKEN": "1:x",
        "NUTSHELL_LOCALE": "de",
        "NO_PROXY": "a.example,127.0.0.1",
    }


PROGRAM = """
import asyncio, os, sys
from bot.trial.run import run_trial
asyncio.run(run_trial("127.0.0.1", 0, ["sleep", "600"], os.environ, ready=lambda a: print(a, flush=True)))
"""


async def start_program():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    address = (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.get(f"{address}/stand-in/state") as response:
                if pid := (await response.json())["pid"]:
                    return process, pid


def is_running(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_the_stand_in_and_the_bot_within_ten_seconds(number):
    process, pid = await start_program()
    process.send_signal(number)
    _, complaints = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, complaints) == (0, b"")
    assert not is_running(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
async def test_the_bot_ends_also_when_the_stand_in_is_killed():
    process, pid = await start_program()
    process.kill()
    await process.communicate()
    await until(lambda: not is_running(pid))
