"""Errors of the HTTP server as problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.logs import place_of

log = structlog.get_logger(__name__)

CONTENT_TYPE = "application/problem+json"
NOTHING_HERE = (
    "Nothing is at this address. There are /healthz, /readyz and /metrics, and with NUTSHELL_API_KEYS "
    "/v1/, a page to try the API, and /v1/openapi.json, its description."
)


class Problem(Exception):
    """A request that gets no answer but this one.

    `code` is stable, for programs; `detail` says in English what to change; `more` are further members.
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.headers = headers or {}
        title = HTTPStatus(status).phrase
        self.body: dict[str, Any] = {
            "type": f"urn:nutshell:problem:{code}",
            "title": title,
            "status": status,
            "detail": detail,
            "code": code,
            **more,
        }

    def response(self) -> web.Response:
        """The problem as an answer."""
        text = json.dumps(self.body, ensure_ascii=False)
        return web.Response(
            status=self.status, text=text, content_type=CONTENT_TYPE, headers=dict(self.headers)
        )


def unauthorized(code: str, detail: str, **headers: str) -> Problem:
    """A request without the right secret."""
    return Problem(401, code, detail, headers=headers)


def not_json() -> Problem:
    """A body that cannot be read."""
    return Problem(400, "not_json", "The body is not JSON in UTF-8.")


def come_again(seconds: int) -> Problem:
    """What the bot cannot do now, and will do then."""
    detail = f"Please come again in {seconds} s."
    return Problem(503, "busy", detail, headers={"Retry-After": str(seconds)})


def unexpected(error: Exception) -> Problem:
    """What nobody expected: the log says what and where, without a word of what was sent."""
    log.error("request_failed", error=place_of(error))
    return Problem(500, "unexpected", "This is a fault of the bot's own; its log says more.")


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answers problems, aiohttp's own refusals (no such page, no such method) and faults in the one form."""
    try:
        return await handler(request)
    except Problem as problem:
        return problem.response()
    except web.HTTPMethodNotAllowed as error:
        allowed = ", ".join(sorted(error.allowed_methods))
        detail = f"Here only {allowed} is understood."
        return Problem(405, "method_not_allowed", detail, headers={"Allow": allowed}).response()
    except web.HTTPNotFound:
        return Problem(404, "not_found", NOTHING_HERE).response()
    except web.HTTPClientError as error:
        code = HTTPStatus(error.status).phrase.lower().replace(" ", "_")
        return Problem(error.status, code, error.reason).response()
    except (web.HTTPException, ConnectionError):  # an answer already, and nobody there to be answered
        raise
    except Exception as error:  # noqa: BLE001 - it ends here
        return unexpected(error).response()
