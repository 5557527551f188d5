"""Keeps the bot's process running beside the stand-in: starts it, starts it again, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

_GRACE_S: Final = 8.0  # for SIGTERM; then SIGKILL, so that all is over within ten seconds
_FIRST_PAUSE_S: Final = 1.0
_LONGEST_PAUSE_S: Final = 15.0
_STEADY_S: Final = 10.0  # one that ran this long was well: the next pause is the first one again
_PR_SET_PDEATHSIG: Final = 1  # <linux/prctl.h>


class State(StrEnum):
    """How the bot is."""

    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"  # asked to end, by the page or with the trial
    DOWN = "down"  # ended by itself; it is started again after a pause


@dataclass(frozen=True, slots=True, kw_only=True)
class BotStatus:
    """The bot's process at a moment."""

    state: State
    pid: int | None = None
    starts: int = 0  # how often it was started in this trial
    exit_code: int | None = None  # of the last one that ended; negative: the signal that ended it

    def as_json(self) -> dict[str, Any]:
        return {"state": self.state, "pid": self.pid, "starts": self.starts, "exit_code": self.exit_code}


class Supervisor:
    """Runs one command again and again until it is told to stop; `on_change` hears of every change."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        pause_s: float = _FIRST_PAUSE_S,
    ) -> None:
        self._command = list(command)
        self._environment = dict(environment)
        self.on_change: Callable[[BotStatus], None] = lambda _status: None
        self._first_pause_s = pause_s
        self._process: Process | None = None
        self._asked = False  # the running process was told to end
        self._ending = False
        self._hurry = asyncio.Event()
        self.status = BotStatus(state=State.STARTING)

    def seen(self) -> None:
        """The bot has spoken to the stand-in: it is ready."""
        if self.status.state is State.STARTING and self._process is not None:
            self._become(State.READY)

    async def run(self) -> None:
        """Keeps the bot running; returns after `stop`. Raises OSError where the command cannot be started."""
        pause_s = self._first_pause_s
        while not self._ending:
            started = asyncio.get_running_loop().time()
            code = await self._run_once()
            if self._asked:
                pause_s = self._first_pause_s
                continue
            steady = asyncio.get_running_loop().time() - started > _STEADY_S
            pause_s = self._first_pause_s if steady else pause_s
            self._become(State.DOWN, exit_code=code)
            await self._rest(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)

    async def restart(self) -> None:
        """Ends the bot as an operator would, and starts it again; returns when the old one has ended."""
        self._hurry.set()
        await self._end()

    async def stop(self) -> None:
        """Ends the bot for good, within ten seconds."""
        self._ending = True
        self._hurry.set()
        await self._end()

    async def _run_once(self) -> int:
        self._asked = False
        self._hurry.clear()
        self._become(State.STARTING, starts=self.status.starts + 1, pid=None)
        # Its own session: Ctrl-C in the terminal reaches the stand-in alone, which then ends the bot.
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            env=self._environment,
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )
        if self.status.state is State.STARTING:
            self._become(State.STARTING, pid=self._process.pid)
        if self._ending:  # asked while it was being started
            await self._end()
        code = await self._process.wait()
        self._process = None
        return code

    async def _end(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        self._asked = True
        self._become(State.STOPPING)
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), _GRACE_S)
            except TimeoutError:
                process.kill()
                await process.wait()

    async def _rest(self, pause_s: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._hurry.wait(), pause_s)

    def _become(self, state: State, **changes: Any) -> None:
        known = {"pid": self.status.pid, "starts": self.status.starts, "exit_code": self.status.exit_code}
        if state is State.DOWN:
            known["pid"] = None
        self.status = BotStatus(state=state, **(known | changes))
        self.on_change(self.status)


def _die_with_parent() -> None:
    """Asks Linux to end this process with the one that started it, also after kill -9."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
