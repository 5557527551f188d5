"""Who may talk to the stand-in: this machine's programs and its own page, no other page of the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

_INSIDE: Final = ("/stand-in/", "/bot", "/file/")
_OWN_SITES: Final = frozenset({"same-origin", "none"})
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def is_own(method: str, path: str, headers: Mapping[str, str], port: int) -> bool:
    """Whether a request is one of ours.

    A name that a stranger's DNS points here fails by its Host (DNS rebinding), a foreign page that posts or
    reads fails by its Origin or Sec-Fetch-Site (CSRF). Programs send neither, and may, unless they ask for a
    page where there is none: of this server a link in the chat leads to the page and the example alone.
    """
    hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
    hosts |= {"127.0.0.1", "localhost"} if port == 80 else set()
    if headers.get("Host", "").lower() not in hosts:
        return False
    if "Origin" in headers and headers["Origin"].lower() not in {f"http://{host}" for host in hosts}:
        return False
    wants_page = "text/html" in headers.get("Accept", "") and "Sec-Fetch-Site" not in headers
    if wants_page and path.startswith(_INSIDE):
        return False  # no browser, so the bot, following a person's link: what is inside is no page to read
    if method == "GET" and not path.startswith(_INSIDE):
        return True  # following a link to the page or the example is fine from anywhere
    return headers.get("Sec-Fetch-Site", "none") in _OWN_SITES


def guard(port: int) -> Middleware:
    """The middleware that refuses what is not `is_own`."""

    @web.middleware
    async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not is_own(request.method, request.path, request.headers, port):
            raise web.HTTPForbidden
        return await handler(request)

    return refuse_strangers


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Sets on every answer what keeps the page closed to the outside (a signal handler of aiohttp)."""
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-cache")
