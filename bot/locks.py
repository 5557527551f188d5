"""Locks between processes: a file that one of them holds, free again when that one ends, however it does.

Windows has no such locks: there nothing is ever held.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def open_lock(path: Path) -> int:
    """The descriptor of a lock's file, which is made where there is none; close it to let go.

    The file stays: another process may have it open. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Whom the folder belongs to must be able to open it later: an administrator may only have looked.
        # In a container without that right, or on a network's disk, the lock is one all the same.
        owner = path.parent.stat()
        with suppress(OSError):
            os.fchown(lock, owner.st_uid, owner.st_gid)
    return lock


def take_lock(lock: int) -> bool:
    """Whether this process holds the lock now; at once. Raises OSError where the file system has no locks."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_held(path: Path) -> bool:
    """Whether another process holds the lock; no where that can't be told."""
    try:
        lock = open_lock(path)
    except OSError:
        return False
    try:
        return not take_lock(lock)
    except OSError:
        return False
    finally:
        os.close(lock)


def lock_beside(file: Path) -> Path:
    """The lock's file for a database's; the same for all names of that."""
    file = file.resolve()
    return file.with_name(file.name + ".lock")
