"""The errors of the stand-in, in Telegram's own words."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refused call of the Bot API; `code` is also the HTTP status."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description

    def as_json(self) -> dict[str, Any]:
        return {"ok": False, "error_code": self.code, "description": self.description}


def bad_request(description: str) -> ApiError:
    """Telegram's answer to a call that makes no sense."""
    return ApiError(400, f"Bad Request: {description}")
