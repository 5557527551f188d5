"""How the C library keeps the memory of the bot's own process, which runs for months."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from threading import Thread

# Parameters of mallopt(3), from glibc's malloc.h.
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
OWN_MAPPING_BYTES = 128 * 2**10  # glibc's threshold at the start
ARENAS = 2
TRIM_EVERY_S = 60.0


def give_back_freed_memory() -> None:
    """Let memory that is freed go back to the system. To be called before threads start; glibc only.

    glibc gives each large block a mapping of its own, which goes when the block is freed. But each time one
    is freed it raises the size from which it does so, up to 32 MB (mallopt(3), "dynamic mmap threshold"), and
    it has eight heaps a processor for threads. Pages of megabytes, which arrive in pieces and are kept for an
    hour or a second, then lie in heaps, and a small thing behind each keeps its place when it has gone: with
    four messages a second, 54 MB lay free in the heaps after three minutes. With a size that stays it is one.
    """
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None)
    mallopt, trim = (getattr(library, name, None) for name in ("mallopt", "malloc_trim"))  # musl has none
    if mallopt is None or trim is None:
        return
    mallopt(_M_MMAP_THRESHOLD, OWN_MAPPING_BYTES)
    mallopt(_M_ARENA_MAX, ARENAS)
    # What is free in the middle of a heap is given back only when it is asked for (malloc_trim(3)): two or
    # three megabytes after an hour of visitors, in 2 ms, in which the event loop goes on.
    Thread(target=_trim_for_ever, args=(trim,), name="heap", daemon=True).start()


def _trim_for_ever(trim: Callable[[int], int]) -> None:
    while True:
        time.sleep(TRIM_EVERY_S)
        trim(0)
