"""The errors of the stand-in, in Telegram's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class ApiError(Exception):
    """A refused call of the Bot API; `code` is also the HTTP status, `parameters` what a program reads."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        shown: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return shown | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(description: str) -> ApiError:
    """Telegram's answer to a call that makes no sense."""
    return ApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> ApiError:
    """Telegram's answer to a bot that is not wanted."""
    return ApiError(403, f"Forbidden: {description}")


def too_many(retry_after: int) -> ApiError:
    """Telegram's answer to a bot that writes too fast; `retry_after` in seconds."""
    description = f"Too Many Requests: retry after {retry_after}"
    return ApiError(429, description, retry_after=retry_after)


@contextmanager
def refusing_nonsense() -> Iterator[None]:
    """Refuse a request that has another shape than its reader expects, as Telegram's server would."""
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError, RecursionError) as error:
        raise bad_request("can't parse the request") from error
