"""Webhooks out: how a delivery is signed, and when it is tried again."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

FIRST_PAUSE: Final = timedelta(seconds=10)
LONGEST_PAUSE: Final = timedelta(hours=2)
GIVEN_UP_AFTER: Final = timedelta(days=1)

TIMESTAMP_HEADER: Final = "Nutshell-Timestamp"
SIGNATURE_HEADER: Final = "Nutshell-Signature"
EVENT_HEADER: Final = "Nutshell-Event"
DELIVERY_HEADER: Final = "Nutshell-Delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class HookDelivery:
    """Something that is to be told to one address."""

    number: int
    url: str
    event: str  # "summary" or "digest"
    body: str  # JSON
    made_at: datetime  # aware, UTC
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HookMessage:
    """Something that is to be told to some addresses."""

    urls: Sequence[str]
    event: str  # "summary" or "digest"
    body: str  # JSON


def headers_of(delivery: HookDelivery, secret: str, now: datetime) -> dict[str, str]:
    """What is sent beside the body.

    The signature is HMAC-SHA256, in hexadecimal, over the timestamp (seconds since 1970, as it is written),
    a full stop and the body. Who receives it compares it in constant time and refuses old timestamps: then
    nobody can make a delivery up, or send an old one again.
    """
    timestamp = str(int(now.timestamp()))
    signed = hmac.new(secret.encode(), f"{timestamp}.{delivery.body}".encode(), sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        EVENT_HEADER: delivery.event,
        DELIVERY_HEADER: str(delivery.number),  # the same at every try
        TIMESTAMP_HEADER: timestamp,
        SIGNATURE_HEADER: f"sha256={signed}",
    }


def next_try(delivery: HookDelivery, now: datetime) -> datetime | None:
    """When a delivery that failed now is tried again; None: it is given up."""
    pause = min(FIRST_PAUSE * 3 ** min(delivery.tries, 10), LONGEST_PAUSE)
    return None if now + pause - delivery.made_at > GIVEN_UP_AFTER else now + pause
