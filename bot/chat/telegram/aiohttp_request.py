"""The way to Telegram on aiohttp, the client that everything else here uses.

python-telegram-bot's own way, on httpx, takes about four times the processor time for a call.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

import aiohttp
from aiohttp.helpers import get_env_proxy_for_url
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

# Seconds; python-telegram-bot's own (telegram/request/_httpxrequest.py).
READ_S, WRITE_S, FILE_WRITE_S, CONNECT_S, POOL_S = 5.0, 5.0, 20.0, 5.0, 1.0

Given: TypeAlias = Any  # seconds, None for no limit, or BaseRequest.DEFAULT_NONE


class AiohttpRequest(BaseRequest):
    """Makes the calls of python-telegram-bot, on `connections` at once at most.

    `proxy` speaks HTTP; without one, the usual environment variables say which to take, if any. TimedOut and
    NetworkError carry aiohttp's error as their cause.
    """

    def __init__(self, *, connections: int, proxy: str | None = None) -> None:
        self._connections = connections
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take, where a call says nothing else."""
        return READ_S

    async def initialize(self) -> None:
        """Open it; it can be opened again after `shutdown`."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Given = BaseRequest.DEFAULT_NONE,
        write_timeout: Given = BaseRequest.DEFAULT_NONE,
        connect_timeout: Given = BaseRequest.DEFAULT_NONE,
        pool_timeout: Given = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """As `BaseRequest` says."""
        if self._session is None:
            raise RuntimeError("not initialised")
        files = request_data is not None and request_data.contains_files
        timeout = _timeout(
            read_s=_or(read_timeout, READ_S),
            write_s=_or(write_timeout, FILE_WRITE_S if files else WRITE_S) if request_data else None,
            connect_s=_or(connect_timeout, CONNECT_S),
            pool_s=_or(pool_timeout, POOL_S),
        )
        address = URL(url)
        proxy, login = (self._proxy, None) if self._proxy else _proxy_of_environment(address.origin())
        try:
            async with self._session.request(
                method,
                address,
                data=None if request_data is None else _body(request_data),
                headers={} if request_data is None or files else FORM,
                timeout=timeout,
                proxy=proxy,
                proxy_auth=login,
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            # Its text may hold the address, and so the token.
            raise NetworkError(f"aiohttp.{type(error).__name__}") from error


EMPTY = URL()
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _body(data: RequestData) -> bytes | aiohttp.FormData:
    if not data.contains_files:
        # A form's values are written as a query's are: yarl does that in C, fifteen times as fast as urllib.
        return EMPTY.with_query(data.json_parameters).raw_query_string.encode()
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form


def _or(given: Given, default: float) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given


def _timeout(
    *, read_s: float | None, write_s: float | None, connect_s: float | None, pool_s: float | None
) -> aiohttp.ClientTimeout:
    """`write_s` is None where nothing is sent but the question; aiohttp has no limit for sending alone."""
    parts = (read_s, write_s, connect_s, pool_s)
    connected = (connect_s, pool_s)
    return aiohttp.ClientTimeout(
        total=None if None in parts else sum(part for part in parts if part is not None),
        connect=None if None in connected else sum(part for part in connected if part is not None),
        sock_connect=connect_s,
        sock_read=read_s,
    )


@cache
def _proxy_of_environment(origin: URL) -> tuple[URL, aiohttp.BasicAuth | None] | tuple[None, None]:
    # aiohttp would look into the environment, and for a .netrc on disk, at every request.
    try:
        return get_env_proxy_for_url(origin)
    except LookupError:
        return None, None
