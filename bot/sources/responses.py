"""Reading the head of an answer: its status, its declarations, and aiohttp's errors as ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp

from bot.core.errors import (
    AddressRefusedError,
    CertificateRefusedError,
    FetchTimeoutError,
    HostUnreachableError,
    NotALinkError,
    PageForbiddenError,
    PageMissingError,
    ServerFailedError,
)
from bot.sources.charset import known_charset

SILENCE_S = 10.0  # between two pieces of an answer

_GOOD = frozenset((200, 203))
_MISSING = frozenset((404, 410))
_FORBIDDEN = frozenset((401, 402, 403, 407, 429, 451, 999))  # 999 is LinkedIn's own


def check_status(response: aiohttp.ClientResponse, url: str) -> None:
    """Raise what a status other than success means."""
    status = response.status
    if status in _GOOD:
        return
    if status in _MISSING:
        raise PageMissingError(url=url, status=status)
    if status in _FORBIDDEN:
        raise PageForbiddenError(url=url, status=status, retry_after_s=_retry_after(response))
    raise ServerFailedError(url=url, status=status, retry_after_s=_retry_after(response))


def _retry_after(response: aiohttp.ClientResponse) -> int:
    """Seconds that the server asks to stay away, at most a day; 0 where it doesn't say, or by a date."""
    asked = response.headers.get("Retry-After", "")
    return min(int(asked[:6]), 86_400) if asked.isascii() and asked.isdecimal() else 0


def content_type(response: aiohttp.ClientResponse) -> str:
    return response.headers.get("Content-Type", "")[:200].partition(";")[0].strip().lower()


def declared_charset(response: aiohttp.ClientResponse) -> str | None:
    _, found, rest = response.headers.get("Content-Type", "")[:200].lower().partition("charset=")
    return known_charset(rest.partition(";")[0]) if found else None


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Raise errors of aiohttp as ours."""
    try:
        yield
    except AddressRefusedError as error:
        raise AddressRefusedError(url=url) from error  # the guard knows only the name or the number
    except HostUnreachableError as error:
        raise HostUnreachableError(url=url) from error
    except aiohttp.ClientConnectorCertificateError as error:
        raise CertificateRefusedError(url=url) from error
    except aiohttp.ClientConnectorError as error:  # TLS errors are among them
        raise HostUnreachableError(url=url) from error
    except aiohttp.InvalidURL as error:
        raise NotALinkError(url=url) from error
    except (
        TimeoutError
    ) as error:  # one of aiohttp's own: connecting, or silence; the deadline comes from outside
        raise FetchTimeoutError(url=url, timeout_s=SILENCE_S) from error
    except (aiohttp.ClientError, ValueError, OSError) as error:  # cut, or against the protocol
        raise ServerFailedError(url=url) from error
