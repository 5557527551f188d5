"""Secrets that a request shows, compared so that the time it takes tells nothing."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

from aiohttp import web

SCHEME = "Bearer"  # RFC 6750


def shown_once(request: web.BaseRequest, header: str) -> bytes | None:
    """The bytes of a header as they came; None where it is missing or was sent more than once."""
    values = request.headers.getall(header, [])
    # aiohttp keeps bytes that are no UTF-8 as surrogates.
    return values[0].encode("utf-8", "surrogateescape") if len(values) == 1 else None


def is_secret(shown: bytes | None, secret: str) -> bool:
    """Whether a secret was shown."""
    return hmac.compare_digest(shown or b"", secret.encode()) and bool(secret)


def bearer(request: web.BaseRequest) -> bytes | None:
    """The key in the Authorization header, if there is exactly one."""
    scheme, _, key = (shown_once(request, "Authorization") or b"").partition(b" ")
    return key.strip() or None if scheme.lower() == SCHEME.lower().encode() else None


def which_key(shown: bytes | None, keys: Sequence[str]) -> int | None:
    """The number of the key that was shown. All are compared, whichever it is."""
    matches = [number for number, key in enumerate(keys) if is_secret(shown, key)]
    return matches[0] if matches else None
