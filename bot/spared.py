"""Imports without the libraries that other libraries load wherever they happen to be installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


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
