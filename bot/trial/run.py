"""The trial chat as one call: the stand-in with its page here, the bot in a process beside it."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import secrets
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from bot.core.errors import BotError
from bot.trial.chats import BOT_ID
from bot.trial.clock import CLOCK_FILE, MovableClock
from bot.trial.supervisor import Supervisor
from bot.trial.world import World

_PORTS_TO_TRY: Final = 50
_LOOPBACK: Final = "127.0.0.1"


class NotLoopbackError(BotError):
    """The trial chat has no log-in, so it listens on this computer's own address only. Details: host."""

    code = "not_loopback"


@dataclass(frozen=True, slots=True)
class Trial:
    """A running trial."""

    address: str  # of the page, as http://127.0.0.1:8090
    token: str  # the bot's, made up for this run
    world: World
    clock: MovableClock
    supervisor: Supervisor


async def run_trial(
    host: str,
    port: int,
    bot_command: Sequence[str],
    environment: Mapping[str, str],
    *,
    ready: Callable[[str], None] = lambda _address: None,
) -> None:
    """Runs the trial chat until SIGINT or SIGTERM; then all has ended within ten seconds.

    `bot_command` starts the bot; it gets `environment` with NUTSHELL_TOKEN and NUTSHELL_API_URL set to the
    stand-in's, whose example article it may read: of this computer that port alone.
    `ready` is called with the page's address. A port that is taken: the next free one. Raises
    NotLoopbackError for a host that others could reach, OSError where no port is free or the command can't be
    started.
    """
    async with open_trial(host, port, bot_command, environment) as trial:
        ready(trial.address)
        await _until_signal()


@asynccontextmanager
async def open_trial(
    host: str, port: int, bot_command: Sequence[str], environment: Mapping[str, str]
) -> AsyncIterator[Trial]:
    """The trial chat for the length of a `with` block; what `run_trial` runs, for tests too."""
    listening = _bind(host, port)
    address = f"http://{_LOOPBACK}:{listening.getsockname()[1]}"
    token = f"{BOT_ID}:{secrets.token_urlsafe(26)}"
    folder = contextlib.ExitStack()
    told = Path(folder.enter_context(tempfile.TemporaryDirectory(prefix="nutshell-trial-"))) / "clock"
    clock = MovableClock(told)
    given = bot_environment(environment, address, token) | {CLOCK_FILE: str(told)}
    supervisor = Supervisor(bot_command, given)
    keeping = asyncio.create_task(supervisor.run())
    try:
        # The bot takes a second or two to load. It does so while the server here is loaded, in a thread that
        # lets the supervisor start it; what it asks for meanwhile waits in the socket, which listens already.
        serving = await asyncio.to_thread(import_module, "bot.trial.serving")
        async with serving.serve(listening, token, supervisor, clock) as world:
            try:
                yield Trial(address, token, world, clock, supervisor)
            finally:
                # It ends while its server still answers: it has things to say until then.
                await supervisor.stop()
    finally:
        await supervisor.stop()
        await keeping
        listening.close()
        folder.close()


def bot_environment(environment: Mapping[str, str], address: str, token: str) -> dict[str, str]:
    """The environment of the bot: what was given, and the way to the stand-in."""
    given = {name: value for name, value in environment.items() if name != "NUTSHELL_API_PROXY"}
    return given | {
        "NUTSHELL_TOKEN": token,
        "NUTSHELL_API_URL": address,
        "NUTSHELL_LISTEN": "off",  # the port is the stand-in's
        # A proxy of the environment must not stand between two processes of one machine.
        "NO_PROXY": _joined(given.get("NO_PROXY", ""), _LOOPBACK),
    }


def _joined(given: str, more: str) -> str:
    return ",".join([part for part in given.split(",") if part.strip()] + [more])


def _bind(host: str, port: int) -> socket.socket:
    if host != "localhost" and not _is_loopback(host):
        raise NotLoopbackError(host=host)
    last = None
    for candidate in range(port, min(port + _PORTS_TO_TRY, 65536)):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((_LOOPBACK, candidate))
            listening.listen()
        except OSError as error:
            listening.close()
            last = error
        else:
            return listening
    raise last or OSError(f"no free port from {port} on")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


async def _until_signal() -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Where a loop can't handle signals (Windows), Ctrl-C raises KeyboardInterrupt out of asyncio.run.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, asked.set)
    await asked.wait()
