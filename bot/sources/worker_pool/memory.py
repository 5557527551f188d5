"""How much memory a job took, a process holds, a machine has. Light to import.

A job's is counted as its limit counts it. That (RLIMIT_DATA) is on what a process has reserved, touched or
not: preloaded modules reserve tens of megabytes that never become resident. The kernel keeps no peak of that,
but one of what was resident.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")
# Inside a container its own limit stands at the top ("max": none): version 2 and version 1 of cgroups.
_CGROUP_LIMITS = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
_RESET_PEAK = "5"  # proc(5): sets the peak of resident memory (VmHWM) back to what is resident


class MemoryGauge:
    """Measures from where it is made: the most that the process had reserved since, in megabytes."""

    def __init__(self) -> None:
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # where it can't be set back, an earlier peak counts too
                _CLEAR.write_text(_RESET_PEAK, encoding="ascii")
            self._began = _status()

    def peak_mb(self) -> int:
        """What was reserved when it was made and what became resident since; 0 on Windows.

        More than the true peak where memory became resident that was reserved before, less where some was
        reserved and not touched.
        """
        if sys.platform == "win32":
            return 0
        if sys.platform != "linux":
            return _resident_peak_mb()
        now = _status()
        grown = now["VmHWM"] - self._began["VmRSS"]
        return max(now["VmData"], self._began["VmData"] + grown) // 2**10


def _status() -> dict[str, int]:
    """The kernel's figures for this process, in kilobytes (proc(5))."""
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return {line.partition(":")[0]: int(line.split()[1]) for line in lines if line.endswith(" kB")}


def resident_mb(pid: int) -> int:
    """What a process has in memory now, in megabytes; 0 where that isn't told."""
    try:
        told = Path(f"/proc/{pid}/statm").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(told.split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


def machine_mb() -> int | None:
    """The memory of this machine or container, in megabytes; None where that isn't told."""
    limits = [int(told) for told in map(_content, _CGROUP_LIMITS) if told.isdecimal()]
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        limits.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return min(limits) // 2**20 if limits else None


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _resident_peak_mb() -> int:
    import resource  # noqa: PLC0415  # POSIX only

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (2**20 if sys.platform == "darwin" else 2**10)
