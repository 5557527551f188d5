"""How the long-running processes load: quickly, and so that what they load costs nothing afterwards."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec


@contextmanager
def spared(*names: str) -> Iterator[None]:
    """Within the block an import of these top-level packages fails, as if they were not installed.

    httpx loads click, rich and pygments for a command of its own, structlog loads rich for tracebacks that we
    write plainly: a third of a second of the start. A package that is loaded already stays usable.
    """
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None is how Python marks it
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)


def without(*names: str) -> None:
    """From now on an import of these packages, where they are not installed, fails without a search for them.

    httpcore imports sniffio at every request to Telegram (`httpcore._synchronization`): where there is none,
    all folders that Python imports from were searched, in the event loop, for each of forty people at once.
    """
    for name in names:
        if name not in sys.modules and find_spec(name) is None:
            sys.modules[name] = None  # type: ignore[assignment]  # how Python marks it


# New objects, less those that have gone, after which the collector looks for rings among them. Updates that
# are under way at 200 a second came to Python's 700 by themselves: it looked every seven updates, found two
# objects for each, and took a twentieth of the processor time.
LOOK_AFTER = 5000


@contextmanager
def uncollected() -> Iterator[None]:
    """The garbage collector never looks at what is made within the block, then or later.

    A tenth of the start went into looking through modules for garbage. Later, a full collection held the
    interpreter, and so the event loop, for a tenth of a second whenever a long article came in; now it looks
    only at what has come since the start.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def settle() -> None:
    """Have the garbage collector look at nothing of what there is by now, and seldom at what comes.

    To be called once, when the program is ready. What it has made by then stays for as long as it runs; full
    collections went through all of it every thousand updates, and held the event loop for 30 ms or more.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOOK_AFTER, *gc.get_threshold()[1:])


def hand_over_soon() -> None:
    """Let a thread that waits for the interpreter have it after half a millisecond instead of five.

    The thread that writes to the database lets go of it at every statement. While the event loop was busy it
    then waited five milliseconds each time, and with it each update that Telegram wants to be told of: of
    100 a second, half took 73 ms to be told, and 32 ms so.
    """
    sys.setswitchinterval(0.0005)
