"""Secrets that a request shows, compared in constant time."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

from aiohttp import web

SCHEME = "Bearer"  # RFC 6750


def single_header(request: web.BaseRequest, header: str) -> bytes | None:
    """The bytes of a header as they came; None where it is missing or was sent more than once."""
    values = request.headers.getall(header, [])
    # aiohttp keeps bytes that are no UTF-8 as surrogates.
    return values[0].encode("utf-8", "surrogateescape") if len(values) == 1 else None


def matches_secret(shown: bytes | None, secret: str) -> bool:
    """Whether what was shown is the secret; an empty secret is never matched."""
    return hmac.compare_digest(shown or b"", secret.encode()) and bool(secret)


def bearer_token(request: web.BaseRequest) -> bytes | None:
    """The token of the Authorization header, if there is exactly one (RFC 6750)."""
    scheme, _, key = (single_header(request, "Authorization") or b"").partition(b" ")
    return key.strip() or None if scheme.lower() == SCHEME.lower().encode() else None


def key_index(shown: bytes | None, keys: Sequence[str]) -> int | None:
    """The index of the key that was shown. All are compared: the time does not tell which it is."""
    matches = [number for number, key in enumerate(keys) if matches_secret(shown, key)]
    return matches[0] if matches else None
