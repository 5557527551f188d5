"""The processor: how much of it a process has used, and how it lets others go first. Light to import."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_BACKGROUND_NICE = 15  # of 19: gets what the others leave, and still moves
_WAITING_SHARE = 0.25


def effort_s(age_s: float, used_s: float | None) -> float:
    """How long a job of that age has been at work, in seconds of processor time.

    One that hardly gets the processor, or sleeps, counts as having had a quarter of it: nobody shall wait for
    it for ever. Where the system doesn't tell what was used, it counts as having had all.
    """
    return age_s if used_s is None else max(used_s, _WAITING_SHARE * age_s)


def processor_s(pid: int) -> float | None:
    """Seconds of processor time that a process has used, in steps of 10 ms; None where that isn't told."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    fields = told.rpartition(")")[2].split()  # behind the name, which may hold anything
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime, stime: proc(5)


def give_way(pid: int) -> None:
    """Let all other processes have the processor first. Without the rights of an administrator no way back.

    On Linux a process of the class "idle" also makes room in the very moment that another wakes up. A nice
    one goes on to the end of its slice: 4 ms, and what one summary takes is some fifty such moments long.
    """
    with contextlib.suppress(OSError):  # it has just ended, or the system allows none of this
        if sys.platform == "linux":
            os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
        elif sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, pid, _BACKGROUND_NICE)
