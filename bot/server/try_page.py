"""A page to try the HTTP API: a form, and what comes back. Nothing of it is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.server.redirects import redirect

FOLDER = Path(__file__).with_name("page")
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}


def routes() -> list[web.RouteDef]:
    """The page at /v1/, with its script and style. Its links are relative: a proxy may serve it elsewhere."""
    return [
        web.get("/v1", _add_slash, name="try_page_without_slash"),
        web.get("/v1/", _serve("try.html"), name="try_page"),
        web.get("/v1/try.js", _serve("try.js"), name="try_script"),
        web.get("/v1/try.css", _serve("try.css"), name="try_style"),
    ]


async def _add_slash(request: web.Request) -> web.Response:
    return redirect(request, "v1/")


def _serve(name: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    content_type = TYPES[Path(name).suffix]

    async def serve(request: web.Request) -> web.Response:
        del request
        return web.Response(text=text, content_type=content_type, charset="utf-8")

    return serve
