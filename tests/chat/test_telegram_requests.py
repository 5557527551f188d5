"""The calls of the Bot API over a real connection, and what their failures mean."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import Forbidden, NetworkError, TimedOut
from telegram.ext import ApplicationBuilder
from telegram.request import BaseRequest

from bot.chat.application import initialised
from bot.chat.telegram.aiohttp_request import AiohttpRequest, _proxy_of_environment
from bot.chat.telegram.calls import CallFailure, classify
from bot.chat.telegram.inspection import inspect_account
from bot.chat.telegram.metered_request import MeteredRequest, requests
from bot.metering import Unmetered

TOKEN = "123456:" + "marked-token-" * 3
MESSAGE = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "said"}


class BotApi:
    """Answers as it is told, and keeps what it was sent."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.files: dict[str, tuple[str, bytes]] = {}
        self.manner = "friendly"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        method = request.path.rpartition("/")[2]
        self.asked.append((method, {name: value for name, value in form.items() if isinstance(value, str)}))
        for name, value in form.items():
            if isinstance(value, web.FileField):
                self.files[name] = (value.filename, value.file.read())
        if self.manner == "silent":
            await asyncio.sleep(60)
        if self.manner == "abrupt" and request.transport is not None:
            request.transport.close()
        if self.manner == "down":
            return web.Response(text="<html>Bad Gateway</html>", status=502)
        if self.manner.isdecimal():  # a proxy in its place
            return web.Response(text="<html>default backend</html>", status=int(self.manner))
        if self.manner == "blocked":
            told = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
            return web.json_response(told, status=403)
        if self.manner == "elsewhere":
            raise web.HTTPFound("/somewhere/getMe")
        return web.json_response({"ok": True, "result": MESSAGE})


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    api = BotApi()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", api.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield api
    await runner.cleanup()


@pytest.fixture(autouse=True)
def _no_proxies_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    _proxy_of_environment.cache_clear()


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    way = AiohttpRequest(connections=4)
    await way.initialize()
    yield way
    await way.shutdown()


def bot_of(address: str, way: BaseRequest) -> Bot:
    return Bot(TOKEN, base_url=f"{address}/bot", request=way, get_updates_request=way)


async def test_what_is_said_arrives_as_a_form(api: BotApi, request_: AiohttpRequest) -> None:
    sent = await bot_of(api.address, request_).send_message(7, "50 % & <b>æ–文</b>", parse_mode="HTML")
    assert sent.text == "said"
    assert api.asked == [
        ("sendMessage", {"chat_id": "7", "text": "50 % & <b>æ–文</b>", "parse_mode": "HTML"})
    ]


async def test_files_arrive_whole_with_their_names(api: BotApi, request_: AiohttpRequest) -> None:
    body = bytes(range(256)) * 300
    await bot_of(api.address, request_).send_document(7, InputFile(body, filename="data.json"), caption="c")
    ((_, fields),) = api.asked
    assert (fields["chat_id"], fields["caption"]) == ("7", "c")
    assert list(api.files.values()) == [("data.json", body)]


async def test_a_page_of_html_is_an_outage_and_no_traceback_in_the_log(
    api: BotApi, request_: AiohttpRequest, caplog: pytest.LogCaptureFixture
) -> None:
    api.manner = "down"
    way = MeteredRequest(request_, Unmetered())
    with pytest.raises(NetworkError, match="Bad Gateway") as caught:
        await bot_of(api.address, way).send_message(7, "x")
    assert classify(caught.value) is CallFailure.UNSURE
    assert not caplog.records


@pytest.mark.parametrize("status", ["403", "404"])
async def test_a_proxys_page_in_the_place_of_the_bot_api_ends_no_chat_and_is_waited_for(
    api: BotApi, request_: AiohttpRequest, status: str
) -> None:
    api.manner = status
    with pytest.raises(NetworkError, match=status) as caught:
        await bot_of(api.address, MeteredRequest(request_, Unmetered())).send_message(7, "x")
    assert classify(caught.value) is CallFailure.UNSENT


async def test_a_proxys_page_is_no_word_about_the_token(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.manner = "404"
    assert await inspect_account(TOKEN, api.address, None) is None
    assert not caplog.records


async def test_the_bot_apis_own_word_that_it_was_blocked_is_believed(
    api: BotApi, request_: AiohttpRequest
) -> None:
    api.manner = "blocked"
    with pytest.raises(Forbidden) as caught:
        await bot_of(api.address, MeteredRequest(request_, Unmetered())).send_message(7, "x")
    assert classify(caught.value) is CallFailure.GONE


async def test_a_redirect_is_not_followed(api: BotApi, request_: AiohttpRequest) -> None:
    api.manner = "elsewhere"
    status, _ = await request_.do_request(f"{api.address}/bot1/getMe", "POST")
    assert (status, len(api.asked)) == (302, 1)


async def test_silence_is_timed_out_and_nobody_knows_whether_it_was_done(
    api: BotApi, request_: AiohttpRequest
) -> None:
    api.manner = "silent"
    with pytest.raises(TimedOut) as caught:
        await bot_of(api.address, request_).send_message(7, "x", read_timeout=0.05)
    assert classify(caught.value) is CallFailure.UNSURE


async def test_after_a_cut_connection_nobody_knows_whether_it_was_done(
    api: BotApi, request_: AiohttpRequest
) -> None:
    api.manner = "abrupt"
    with pytest.raises(NetworkError) as caught:
        await bot_of(api.address, request_).send_message(7, "x")
    assert classify(caught.value) is CallFailure.UNSURE


async def test_where_nobody_listens_nothing_was_sent_and_the_error_tells_no_token(
    request_: AiohttpRequest,
) -> None:
    with pytest.raises(NetworkError) as caught:
        await bot_of("http://127.0.0.1:1", request_).send_message(7, "x")
    assert classify(caught.value) is CallFailure.UNSENT
    assert TOKEN not in str(caught.value)


async def test_while_all_connections_are_taken_nothing_is_sent(api: BotApi) -> None:
    api.manner = "silent"
    narrow = AiohttpRequest(connections=1)
    await narrow.initialize()
    bot = bot_of(api.address, narrow)
    first = asyncio.create_task(bot.send_message(7, "x"))
    while not api.asked:  # noqa: ASYNC110 - the server has no event to tell it
        await asyncio.sleep(0.01)
    with pytest.raises(TimedOut) as caught:
        await bot.send_message(7, "y", pool_timeout=0.02, connect_timeout=0.02)
    assert classify(caught.value) is CallFailure.UNSENT
    first.cancel()
    await asyncio.wait([first])
    await narrow.shutdown()


async def test_the_environments_proxy_is_taken_and_one_that_refuses_sent_nothing(
    api: BotApi, request_: AiohttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", api.address)
    monkeypatch.setenv("HTTPS_PROXY", api.address)
    assert (await bot_of("http://telegram.example", request_).send_message(7, "x")).text == "said"
    with pytest.raises(NetworkError) as caught:  # a server that is no proxy answers CONNECT with an error
        await bot_of("https://telegram.example", request_).send_message(7, "x")
    assert classify(caught.value) is CallFailure.UNSENT


async def test_a_call_without_a_connection_that_was_opened_is_refused() -> None:
    with pytest.raises(NetworkError):
        await bot_of("http://127.0.0.1:1", AiohttpRequest(connections=1)).send_message(7, "x")


async def test_it_opens_again_after_it_was_closed(api: BotApi, request_: AiohttpRequest) -> None:
    await request_.shutdown()
    await request_.initialize()
    assert (await bot_of(api.address, request_).send_message(7, "x")).text == "said"


async def test_both_ways_are_metered_and_can_be_opened_and_closed() -> None:
    for way in requests(Unmetered(), "http://proxy.example:3128"):
        assert isinstance(way, MeteredRequest)
        assert way.read_timeout == 5.0
        await way.initialize()
        await way.shutdown()


async def test_a_bot_that_ends_before_telegram_was_reached_leaves_no_way_open():
    ways = AiohttpRequest(connections=1), AiohttpRequest(connections=1)
    builder = ApplicationBuilder().token("1:x").base_url("http://127.0.0.1:9/bot")
    builder = builder.request(ways[0]).get_updates_request(ways[1])
    application = builder.updater(None).job_queue(None).build()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5), initialised(application, ways):
            pass
    for way in ways:
        with pytest.raises(RuntimeError, match="not initialised"):
            await way.do_request("http://127.0.0.1:9", "GET")
