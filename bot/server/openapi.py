"""The HTTP API as a document that programs read (OpenAPI 3.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

from aiohttp import web
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.core.hooks import DELIVERY_HEADER, EVENT_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER
from bot.server import hook_events
from bot.server.operations import OPERATIONS, Operation
from bot.server.problems import CONTENT_TYPE

REFERENCE = "#/components/schemas/{model}"

# What is sent to NUTSHELL_HOOKS: for each event its name, its summary, and the model of the body.
HOOKS: Mapping[str, tuple[str, str, type[BaseModel]]] = {
    "summary": ("summary", "A chat was shown a new summary", hook_events.HookedSummary),
    "digest": ("digest", "A digest was posted", hook_events.HookedDigest),
}
PROBLEMS: Mapping[int, str] = {
    400: "The body is not JSON",
    401: "No key, or a wrong one",
    408: "The body came too slowly",
    413: "The body is too large",
    422: "The request has not this shape, or the source can't be read: `code` says why",
    429: "Too many requests; wait as Retry-After says",
    500: "A fault of the bot's own; its log says more",
    503: "The bot cannot work now; come again as Retry-After says",
}
HEADERS: Mapping[int, tuple[str, str]] = {
    200: ("X-RateLimit-Remaining", "How many more requests this key may make at once"),
    401: ("WWW-Authenticate", "Bearer"),
    429: ("Retry-After", "Seconds to wait"),
    503: ("Retry-After", "Seconds to wait"),
}
ABOUT = """Articles, summaries, answers and digests in the articles' own words; no language model.

With `Accept: text/event-stream` an answer comes as server-sent events: `progress` with the `stage`
that begins, then `result` with what the answer would have been, or `problem`.

Nothing of a request is kept."""

# The path that a proxy has cut off before it passed a request on. Traefik sends this header by itself.
PREFIX_HEADER = "X-Forwarded-Prefix"
_PREFIX = re.compile(r"(/[\w.~-]+)+")


async def describe(request: web.Request) -> web.Response:
    """GET /v1/openapi.json. Its server is the one that was asked, with the prefix that a proxy names."""
    prefix = request.headers.get(PREFIX_HEADER, "").rstrip("/")
    server = {"url": prefix if _PREFIX.fullmatch(prefix) else "/"}
    return web.json_response(document() | {"servers": [server]}, headers={"Vary": PREFIX_HEADER})


@cache
def document() -> dict[str, Any]:
    """The whole document, for a server that is reached without a proxy's prefix."""
    models = [model for operation in OPERATIONS for model in (operation.takes, operation.gives)]
    models += [model for *_, model in HOOKS.values()]
    _, schemas = models_json_schema([(model, "validation") for model in models], ref_template=REFERENCE)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Nutshell",
            "version": version("nutshell-bot"),
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "security": [{"key": []}],
        "webhooks": {event: {"post": _hook(*rest)} for event, rest in HOOKS.items()},
        "paths": {operation.path: {"post": _operation(operation)} for operation in OPERATIONS},
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {**schemas["$defs"], "Problem": _PROBLEM},
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    events = {"schema": {"type": "string", "description": "Server-sent events"}}
    return {
        "operationId": operation.operation_id,
        "summary": operation.summary,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _reference(operation.takes.__name__)}},
        },
        "responses": {
            "200": {
                "description": operation.gives.__doc__,
                "headers": _headers(200),
                "content": {
                    "application/json": {"schema": _reference(operation.gives.__name__)},
                    "text/event-stream": events,
                },
            },
            **{str(status): _problem(status, words) for status, words in PROBLEMS.items()},
        },
    }


def _hook(event: str, summary: str, model: type[BaseModel]) -> dict[str, Any]:
    """What is sent, with its headers; `headers_of` in bot.core.hooks says how it is signed."""
    named = {
        EVENT_HEADER: f"`{event}`",
        DELIVERY_HEADER: "A number, the same at every try",
        TIMESTAMP_HEADER: "Seconds since 1970",
        SIGNATURE_HEADER: "`sha256=` and HMAC-SHA256, in hexadecimal, of timestamp, full stop and body, with "
        "NUTSHELL_HOOK_SECRET",
    }
    return {
        "operationId": f"told_{event}",
        "summary": summary,
        "parameters": [
            {
                "name": name,
                "in": "header",
                "required": True,
                "description": words,
                "schema": {"type": "string"},
            }
            for name, words in named.items()
        ],
        "requestBody": {"content": {"application/json": {"schema": _reference(model.__name__)}}},
        "responses": {"2XX": {"description": "It arrived. All else is tried again, ever later, for a day"}},
    }


def _reference(name: str) -> dict[str, str]:
    return {"$ref": REFERENCE.format(model=name)}


def _problem(status: int, words: str) -> dict[str, Any]:
    content = {CONTENT_TYPE: {"schema": _reference("Problem")}}
    return {"description": words, "headers": _headers(status), "content": content}


def _headers(status: int) -> dict[str, Any]:
    if status not in HEADERS:
        return {}
    name, words = HEADERS[status]
    return {name: {"description": words, "schema": {"type": "string"}}}


_PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "What is wrong (RFC 9457)",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "Stable; never a sentence"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
