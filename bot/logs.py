"""The log: an event with fields a line, on standard error, with no secret in it."""

from __future__ import annotations

import linecache
import logging
import re
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import structlog

# A token of BotFather's wherever it shows: in addresses, tracebacks, reprs of other people's objects.
TOKEN = re.compile(r"\b\d{6,}:[A-Za-z0-9_-]{30,}")
HIDDEN = "[hidden]"

# At INFO these write a line a request (with the address, and so the token) or a line a step.
CHATTY = ("httpx", "httpcore", "aiohttp.access", "telegram", "alembic", "asyncio", "pebble")


class Redacted(logging.Formatter):
    """Formats a line as another formatter does, then hides every secret in it, tracebacks included."""

    def __init__(self, inner: logging.Formatter, secrets: Iterable[str]) -> None:
        super().__init__()
        self._inner = inner
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The line with secrets hidden."""
        line = self._inner.format(record)
        linecache.clearcache()  # a traceback leaves the source of every file that it went through
        return without_secrets(line, self._secrets)


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """A text in which each of the secrets, and what looks like a bot's token, is hidden."""
    # The longest first, so that a secret that holds another is hidden whole.
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, HIDDEN)
    return TOKEN.sub(HIDDEN, text)


# What is a client's fault: one that speaks no HTTP or sends what can't be decoded has got its 400, and one
# that has hung up in the middle of its answer wants none. Known by their names: whoever has no server need
# not load aiohttp's for them.
CLIENTS_FAULTS = frozenset({"HttpProcessingError", "RequestPayloadError", "ConnectionError"})


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether a line of aiohttp's server is about us, and not about a client.

    A scanner of the internet, or a page that is closed early, would fill the log with tracebacks otherwise.
    """
    error = record.exc_info[0] if record.exc_info else None
    return error is None or CLIENTS_FAULTS.isdisjoint(kind.__name__ for kind in error.__mro__)


def configure(level: str, form: str, secrets: Iterable[str]) -> None:
    """Send every log line to standard error at `level`, as "text" or "json", with `secrets` hidden."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        Redacted(structlog.stdlib.ProcessorFormatter(processor=renderer, foreign_pre_chain=shared), secrets)
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("aiohttp.server").addFilter(_is_ours)


def place_of(error: BaseException | None) -> str:
    """What went wrong and where, without a word of anybody's text."""
    if error is None or error.__traceback__ is None:
        return type(error).__name__
    # Not by `extract_tb`: that keeps the source of every file it meets, up to half a megabyte each, for good.
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(frame.f_code.co_filename).name}:{line}"
