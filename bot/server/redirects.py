"""Addresses with a slash too many or too few, which people type by hand, lead to the address that was meant.

Redirects are relative (RFC 9110, section 10.2.2), so that they also work behind a proxy that puts a path in
front of ours, and keep the query. 308 keeps the method and the body.
"""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler
from aiohttp.web_urldispatcher import UrlMappingMatchInfo


def redirect(request: web.Request, location: str) -> web.Response:
    """The answer that sends a request to a relative address, with its query."""
    query = request.rel_url.raw_query_string
    target = f"{location}?{query}" if query else location
    return web.Response(status=HTTPStatus.PERMANENT_REDIRECT, headers={"Location": target})


@web.middleware
async def without_slash(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Sends a request for /healthz/ to /healthz, where only the latter is there."""
    path = request.rel_url.raw_path
    if _is_missing(request.match_info) and path.endswith("/"):
        shorter = path.removesuffix("/")
        meant = request.clone(rel_url=request.rel_url.with_path(shorter, encoded=True))
        if shorter and not _is_missing(await request.app.router.resolve(meant)):
            return redirect(request, "../" + shorter.rpartition("/")[2])
    return await handler(request)


def _is_missing(match: UrlMappingMatchInfo) -> bool:
    return isinstance(match.http_exception, web.HTTPNotFound)
