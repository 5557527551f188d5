"""Reading the head of an answer: its status, its declarations, and aiohttp's errors as ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.utils import parsedate_to_datetime

import aiohttp

from bot.core.errors import (
    AddressRefusedError,
    BotError,
    CertificateRefusedError,
    FetchError,
    FetchTimeoutError,
    HostUnreachableError,
    NotALinkError,
    PageForbiddenError,
    PageMissingError,
    ProxyFailedError,
    SecureConnectionError,
    ServerBusyError,
    ServerFailedError,
)
from bot.sources.charset import known_charset

SILENCE_S = 10.0  # between two pieces of an answer

_MAX_AGE = re.compile(r"(?<![\w-])max-age=\"?(\d{1,9})")
_GOOD = frozenset((200, 203))
_MISSING = frozenset((404, 410))
_FORBIDDEN = frozenset((401, 402, 403, 451, 999))  # 999 is LinkedIn's own
_PROXY_REFUSES = 407
_TOO_MANY, _UNAVAILABLE = 429, 503
# What our proxy says when it is asked for a tunnel: not to there, and nobody answers there.
_TUNNEL_FORBIDDEN = 403
_TUNNEL_FAILED = frozenset((500, 502, 503, 504))

SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 300, 3_600  # of those that a server may ask for
MAX_VALIDATOR = 1_000  # characters of an ETag


def check_status(response: aiohttp.ClientResponse, url: str) -> None:
    """Raise what a status other than success means."""
    status = response.status
    if status in _GOOD:
        return
    asked_s = _retry_after(response)
    if status == _TOO_MANY or (status == _UNAVAILABLE and asked_s):
        pause_s = min(max(asked_s, SHORTEST_PAUSE_S), LONGEST_PAUSE_S)
        raise ServerBusyError(url=url, status=status, minutes=-(-pause_s // 60), asked_s=asked_s)
    if status == _PROXY_REFUSES:  # no server of the web says so
        raise ProxyFailedError(url=url, status=status)
    if status in _MISSING:
        raise PageMissingError(url=url, status=status)
    if status in _FORBIDDEN:
        raise PageForbiddenError(url=url, status=status)
    raise ServerFailedError(url=url, status=status)


def _retry_after(response: aiohttp.ClientResponse) -> int:
    """Seconds that the server asks to stay away, 0 where it doesn't. A date counts from the server's own."""
    asked = response.headers.get("Retry-After", "").strip()[:40]
    if asked.isascii() and asked.isdecimal():
        return int(asked[:6])
    try:
        until, now = (parsedate_to_datetime(said) for said in (asked, response.headers.get("Date", "")))
        return max(0, round((until - now).total_seconds()))
    except (ValueError, TypeError, OverflowError):  # no dates, or one of them without a zone
        return 0


def validator(response: aiohttp.ClientResponse, name: str) -> str | None:
    """An ETag or a date to be sent back with the next request, if it is one that can be sent."""
    said = response.headers.get(name, "")
    return said if said.isascii() and said.isprintable() and 0 < len(said) <= MAX_VALIDATOR else None


def max_age(response: aiohttp.ClientResponse) -> timedelta | None:
    """How long the answer stands (RFC 9111, 5.2.2.1), where the server says so."""
    found = _MAX_AGE.search(response.headers.get("Cache-Control", "")[:500].lower())
    return timedelta(seconds=int(found[1])) if found else None


def content_type(response: aiohttp.ClientResponse) -> str:
    return response.headers.get("Content-Type", "")[:200].partition(";")[0].strip().lower()


def declared_charset(response: aiohttp.ClientResponse) -> str | None:
    _, found, rest = response.headers.get("Content-Type", "")[:200].lower().partition("charset=")
    return known_charset(rest.partition(";")[0]) if found else None


# What errors mean, the narrower ones first.
_MEANINGS: tuple[tuple[type[Exception], type[BotError]], ...] = (
    (AddressRefusedError, AddressRefusedError),  # the guard knew only the name or the number
    (HostUnreachableError, HostUnreachableError),
    (aiohttp.ClientConnectorCertificateError, CertificateRefusedError),
    (aiohttp.ClientSSLError, SecureConnectionError),
    (aiohttp.ClientProxyConnectionError, ProxyFailedError),
    (aiohttp.ClientConnectorError, HostUnreachableError),
    (aiohttp.InvalidURL, NotALinkError),
)


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Raise errors of aiohttp as ours."""
    try:
        yield
    except (AddressRefusedError, HostUnreachableError, aiohttp.ClientError, ValueError, OSError) as error:
        raise _meaning(error, url) from error


def _meaning(error: Exception, url: str) -> BotError:
    for theirs, ours in _MEANINGS:
        if isinstance(error, theirs):
            return ours(url=url)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return _of_tunnel(error.status, url)
    if isinstance(error, TimeoutError):  # connecting, or silence; the deadline comes from outside
        return FetchTimeoutError(url=url, timeout_s=SILENCE_S)
    return ServerFailedError(url=url)  # cut, or against the protocol


def _of_tunnel(status: int, url: str) -> FetchError:
    """What it means that the proxy opened no tunnel to a site."""
    if status == _TUNNEL_FORBIDDEN:
        return AddressRefusedError(url=url)
    if status in _TUNNEL_FAILED:
        return HostUnreachableError(url=url)
    return ProxyFailedError(url=url, status=status)
