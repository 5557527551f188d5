import platform
import subprocess
import sys

import pytest

# A block of 8 MB teaches glibc to keep those of 2 MB in its heap; a smaller one behind each pins it there.
PAGES_COME_AND_GO = """
import os
from bot.heap import give_back_freed_memory

def resident_mb():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

{call}
large = b"x" * (8 * 2**20)
del large
before = resident_mb()
pages = [(b"x" * (2 * 2**20), b"y" * 100_000) for _ in range(20)]
kept = [smaller for _, smaller in pages]
del pages
print(resident_mb() - before)
"""


def kept_mb(call: str) -> float:
    """What a process keeps of 40 MB that it has freed."""
    program = PAGES_COME_AND_GO.format(call=call)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="a habit of glibc alone")
def test_memory_of_pages_that_have_gone_goes_back_to_the_system() -> None:
    assert kept_mb("") > 30  # else glibc has changed, and this is needed no more
    assert kept_mb("give_back_freed_memory()") < 5


# Of sixty megabytes in small blocks every fiftieth stays: what is free between them lies within a heap.
HOLES = """
import os, time
from bot import heap

heap.TRIM_EVERY_S = {every_s}
heap.give_back_freed_memory()
blocks = [os.urandom(3000) for _ in range(20_000)]
kept = blocks[::50]
del blocks
time.sleep(1.5)
with open("/proc/self/statm") as told:
    print(int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="a habit of glibc alone")
def test_what_is_free_in_the_middle_of_a_heap_goes_back_too() -> None:
    never, often = (
        float(
            subprocess.run(
                [sys.executable, "-c", HOLES.format(every_s=every_s)],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for every_s in (600, 0.2)
    )
    assert often < never - 40
