"""What was fetched, for a while: pages an hour, failures five minutes, all in bounded memory."""

from __future__ import annotations

import math
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.errors import FetchError, ServerBusyError
from bot.ports import Page

PAGE_LIFE = timedelta(hours=1)
FAILURE_LIFE = timedelta(minutes=5)
MAX_BYTES = 4 * 2**20  # packed, of about two hundred pages of a usual size
MAX_ENTRY_BYTES = 2 * 2**20  # a larger document is fetched again rather than pushing everything else out
ENTRY_BYTES = 2_048  # what an entry costs without its address and body, about


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheEntry:
    """How a fetch ended, and what the server needs to hear to say that nothing has changed."""

    outcome: Page | FetchError
    fresh_until: datetime
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None  # where the address is for good, if that was said
    fresh_for: timedelta | None = None  # what Cache-Control said, for who asks again and again

    def is_fresh(self, now: datetime) -> bool:
        """Whether it stands for what a server would say now."""
        return now < self.fresh_until

    @property
    def is_backoff(self) -> bool:
        """Whether the server asked us to stay away until then: no person's wish passes that."""
        return isinstance(self.outcome, ServerBusyError) and bool(self.outcome.details.get("asked_s"))

    @property
    def conditions(self) -> dict[str, str]:
        """Request headers that let the server answer 304 (RFC 9110, 13.1)."""
        tags = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in tags.items() if value and isinstance(self.outcome, Page)}


def failure_entry(error: FetchError, now: datetime) -> CacheEntry:
    """A failure as it is kept: five minutes, or as long as the server asks us to stay away.

    An error like it is kept, not itself: the traceback of one that was raised holds the body that was too
    large, up to six megabytes, and all that was there when it was read.
    """
    pause = timedelta(minutes=error.details.get("minutes", 0))
    return CacheEntry(outcome=_afresh(error, error.details), fresh_until=now + max(FAILURE_LIFE, pause))


def replay(entry: CacheEntry, now: datetime) -> Page:
    """The page that is kept. A failure is raised, with the minutes that are left to wait."""
    outcome = entry.outcome
    if isinstance(outcome, Page):
        return outcome
    details = dict(outcome.details)
    if isinstance(outcome, ServerBusyError):
        details["minutes"] = math.ceil((entry.fresh_until - now) / timedelta(minutes=1))
    raise _afresh(outcome, details)  # a raised one keeps growing its traceback


def _afresh(error: FetchError, details: Mapping[str, Any]) -> FetchError:
    return type(error)(**details)


class Cache:
    """Outcomes by address. The ones that were used longest ago go first.

    Bodies are kept packed: pages to less than a fourth, at 11 ms a megabyte and 3 back.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._entries: OrderedDict[str, CacheEntry] = OrderedDict()
        self._bytes = 0

    def get(self, key: str) -> CacheEntry | None:
        """What is kept for an address, fresh or not."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return _unpacked(entry)

    def put(self, key: str, entry: CacheEntry) -> None:
        """Keep an outcome in place of the former one."""
        self.drop(key)
        if _size(key, entry) > MAX_ENTRY_BYTES:
            return
        self._entries[key] = packed = _packed(entry)
        self._bytes += _size(key, packed)
        while self._bytes > self._max_bytes:
            self._bytes -= _size(*self._entries.popitem(last=False))

    def drop(self, key: str) -> None:
        former = self._entries.pop(key, None)
        if former is not None:
            self._bytes -= _size(key, former)


def _packed(entry: CacheEntry) -> CacheEntry:
    if not isinstance(entry.outcome, Page):
        return entry
    return replace(entry, outcome=replace(entry.outcome, body=zlib.compress(entry.outcome.body, level=1)))


def _unpacked(entry: CacheEntry) -> CacheEntry:
    if not isinstance(entry.outcome, Page):
        return entry
    return replace(entry, outcome=replace(entry.outcome, body=zlib.decompress(entry.outcome.body)))


def _size(key: str, entry: CacheEntry) -> int:
    return ENTRY_BYTES + len(key) + (len(entry.outcome.body) if isinstance(entry.outcome, Page) else 0)
