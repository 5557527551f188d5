"""Processes for CPU work."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Workers(Protocol):
    """Processes for CPU work, each job with a limit on time and memory; a job that passes it is killed."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a module-level function, run with picklable arguments in another process.

        Errors of the function arrive as they were raised. Raises WorkTimeoutError, WorkTooLargeError or
        WorkerDiedError; only the job that caused it is lost.
        """
        ...

    async def run_short(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `run`, for jobs that never see a stranger's markup: done even while pages are slow."""
        ...
