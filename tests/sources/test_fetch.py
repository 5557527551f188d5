"""Fetching from servers that behave and from servers that don't."""

import asyncio
import base64
import gzip
import random
import tracemalloc
import zlib

import pytest

from bot.core.errors import (
    CertificateRefusedError,
    FetchTimeoutError,
    HostUnreachableError,
    NotALinkError,
    NotAPageError,
    PageForbiddenError,
    PageMissingError,
    PageTooLargeError,
    SecureConnectionError,
    ServerBusyError,
    ServerFailedError,
)
from bot.sources.fetching.bodies import BodyReader
from bot.sources.fetching.cache import failure_entry
from bot.sources.fetching.client import WebClient, paused


def answer(*lines: str, body: bytes = b"") -> bytes:
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


async def test_a_page_comes_home_with_what_the_server_said_of_it(web, fetcher, page, clock):
    web.routes["/a?id=1"] = page("<p>Grüße".encode("latin-1"), kind="Text/HTML; Charset=ISO-8859-1")
    fetched = await fetcher.fetch(web.url("/a?utm_source=x&id=1#part"))
    assert fetched.url == web.url("/a?id=1")
    assert fetched.body == b"<p>Gr\xfc\xdfe"
    assert (fetched.content_type, fetched.charset) == ("text/html", "cp1252")
    assert fetched.fetched_at == clock.now()


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, ServerFailedError),
        (401, PageForbiddenError),
        (403, PageForbiddenError),
        (404, PageMissingError),
        (410, PageMissingError),
        (429, ServerBusyError),
        (451, PageForbiddenError),
        (500, ServerFailedError),
        (503, ServerFailedError),
        (204, ServerFailedError),
        (206, ServerFailedError),
        (304, ServerFailedError),
        (999, PageForbiddenError),
    ],
)
async def test_each_status_is_told_as_what_it_is(status, error, web, fetcher, page):
    web.routes["/"] = page("" if status in {204, 304} else "<p>Checking your browser", status=f"{status} So")
    with pytest.raises(error) as told:
        await fetcher.fetch(web.url())
    assert told.value.details["status"] == status


async def test_what_is_no_link_is_told_at_once(fetcher):
    with pytest.raises(NotALinkError):
        await fetcher.fetch("http://exa mple.org/")


async def test_a_closed_port_is_told_as_unreachable(web, fetcher):
    url = web.url()
    await web.close()
    with pytest.raises(HostUnreachableError):
        await fetcher.fetch(url)


class TestKeeping:
    """The cache, and one fetch in flight for one address."""

    async def test_a_page_is_fetched_once_in_an_hour(self, web, fetcher, page, clock):
        web.routes["/"] = page("<p>Hello")
        first = await fetcher.fetch(web.url())
        clock.advance(minutes=59)
        assert await fetcher.fetch(web.url("/?utm_source=feed")) == first
        clock.advance(minutes=2)
        assert await fetcher.fetch(web.url()) != first
        assert len(web.requests) == 2

    async def test_the_end_of_a_redirect_is_known_too(self, web, fetcher, page, moved):
        web.routes |= {"/short": moved("/long"), "/long": page("<p>Hello")}
        await fetcher.fetch(web.url("/short"))
        await fetcher.fetch(web.url("/long"))
        assert len(web.requests) == 2

    async def test_a_failure_counts_for_five_minutes(self, web, fetcher, page, clock):
        for _ in range(2):
            with pytest.raises(PageMissingError):
                await fetcher.fetch(web.url("/later"))
        assert len(web.requests) == 1
        web.routes["/later"] = page("<p>Now")
        clock.advance(minutes=6)
        assert (await fetcher.fetch(web.url("/later"))).body == b"<p>Now"

    @pytest.mark.parametrize(("asked", "minutes"), [("900", 15), ("1", 5), ("999999999", 60), ("soon", 5)])
    async def test_a_server_may_ask_for_a_longer_pause(self, asked, minutes, web, fetcher, page, clock):
        web.routes["/"] = page("", f"Retry-After: {asked}", status="429 Too Many")
        for minute, requests in ((0, 1), (minutes - 1, 1), (minutes, 2)):
            clock.advance(minutes=minute)
            with pytest.raises(ServerBusyError) as told:
                await fetcher.fetch(web.url())
            clock.advance(minutes=-minute)
            assert len(web.requests) == requests
            assert told.value.details["minutes"] == (1 if 0 < minute < minutes else minutes)

    @pytest.mark.parametrize(
        ("date", "minutes"),
        [
            ("Thu, 01 Jan 2026 12:20:00 GMT", 20),
            ("Thu, 01 Jan 2026 11:00:00 GMT", 5),
            ("Thu, 32 Jan 99999 12:20:00 GMT", 5),
            ("Thu, 01 Jan 2026 12:20:00 -0000", 5),
        ],
    )
    async def test_a_pause_may_end_at_a_time_by_the_servers_own_clock(
        self, date, minutes, web, fetcher, page
    ):
        own = "Date: Thu, 01 Jan 2026 12:00:00 GMT"
        web.routes["/"] = page("", f"Retry-After: {date}", own, status="429 Too Many")
        with pytest.raises(ServerBusyError) as told:
            await fetcher.fetch(web.url())
        assert told.value.details["minutes"] == minutes

    async def test_who_presses_again_keeps_the_pause_that_a_server_asked_for(self, web, fetcher, page, clock):
        web.routes["/"] = page("", "Retry-After: 600", status="503 Busy")
        for _ in range(3):
            with pytest.raises(ServerBusyError):
                await fetcher.fetch(web.url(), fresh=True)
        assert len(web.requests) == 1
        web.routes["/"] = page("<p>Hello")
        clock.advance(minutes=11)
        assert (await fetcher.fetch(web.url(), fresh=True)).body == b"<p>Hello"

    async def test_a_page_that_is_busy_leaves_the_others(self, web, fetcher, page):
        web.routes |= {
            "/busy": page("", "Retry-After: 600", status="429 Too Many"),
            "/other": page("<p>Other"),
        }
        with pytest.raises(ServerBusyError):
            await fetcher.fetch(web.url("/busy"))
        assert (await fetcher.fetch(web.url("/other"))).body == b"<p>Other"

    async def test_a_failed_second_look_leaves_the_page_to_others(self, web, fetcher, page):
        web.routes["/"] = page("<p>Hello")
        first = await fetcher.fetch(web.url())
        web.routes["/"] = page("", status="500 Oh")
        with pytest.raises(ServerFailedError):
            await fetcher.fetch(web.url(), fresh=True)
        assert await fetcher.fetch(web.url()) == first

    @pytest.mark.parametrize("tag", ['"\xff"', '"' + "x" * 2_000 + '"'])
    async def test_a_tag_that_cannot_be_sent_back_is_not_kept(self, tag, web, fetcher, page):
        web.routes["/"] = b"HTTP/1.1 200 OK\r\nETag: " + tag.encode("latin-1") + b"\r\n" + page("x")[17:]
        for _ in range(2):
            await fetcher.fetch(web.url(), fresh=True)
        assert "if-none-match" not in web.requests[1].headers

    async def test_an_old_page_is_asked_for_by_its_date(self, web, fetcher, page, clock):
        date = "Thu, 01 Jan 2026 12:00:00 GMT"
        web.routes["/"] = page("<p>Hello", f"Last-Modified: {date}")
        await fetcher.fetch(web.url())
        clock.advance(minutes=61)
        await fetcher.fetch(web.url())
        assert web.requests[1].headers["if-modified-since"] == date.lower()

    async def test_reading_again_asks_whether_something_changed(self, web, fetcher, page):
        async def tagged(exchange):
            same = exchange.request.headers.get("if-none-match") == '"one"'
            await exchange.send(
                answer("HTTP/1.1 304 Not Modified") if same else page("<p>One", 'ETag: "one"')
            )

        web.routes["/"] = tagged
        first = await fetcher.fetch(web.url())
        assert await fetcher.fetch(web.url(), fresh=True) == first
        assert len(web.requests) == 2

    async def test_tags_of_one_address_are_not_sent_to_another(self, web, fetcher, page, moved):
        web.routes |= {"/short": moved("/long"), "/long": page("<p>One", 'ETag: "one"')}
        await fetcher.fetch(web.url("/short"))
        await fetcher.fetch(web.url("/short"), fresh=True)
        sent = [request.headers.get("if-none-match") for request in web.requests]
        assert sent == [None, None, None, '"one"']

    async def test_ten_at_once_make_one_request(self, web, fetcher, page):
        async def slow(exchange):
            await asyncio.sleep(0.05)
            await exchange.send(page("<p>Hello"))

        web.routes["/"] = slow
        pages = await asyncio.gather(*(fetcher.fetch(web.url()) for _ in range(10)))
        assert len(web.requests) == 1
        assert all(one is pages[0] for one in pages)

    async def test_who_gives_up_does_not_take_the_page_from_others(self, web, fetcher, page):
        async def slow(exchange):
            await asyncio.sleep(0.1)
            await exchange.send(page("<p>Hello"))

        web.routes["/"] = slow
        patient = asyncio.create_task(fetcher.fetch(web.url()))
        hasty = asyncio.create_task(fetcher.fetch(web.url()))
        await asyncio.sleep(0.02)
        hasty.cancel()
        assert (await patient).body == b"<p>Hello"

    async def test_a_fetch_that_nobody_waits_for_is_given_up(self, web, fetcher):
        asked, gone = asyncio.Event(), asyncio.Event()

        async def endless(exchange):
            asked.set()
            try:
                while True:
                    await exchange.send(answer("HTTP/1.1 200 OK", "X: y"))
                    await asyncio.sleep(0.01)
            except ConnectionError:
                gone.set()

        web.routes["/"] = endless
        task = asyncio.create_task(fetcher.fetch(web.url()))
        await asked.wait()
        task.cancel()
        await asyncio.wait_for(gone.wait(), 60)

    async def test_who_comes_while_an_abandoned_fetch_ends_gets_a_new_one(self, web, fetcher, page):
        async def slow(exchange):
            await asyncio.sleep(0.05)
            await exchange.send(page("<p>Hello"))

        web.routes["/"] = slow
        hasty = asyncio.create_task(fetcher.fetch(web.url()))
        await asyncio.sleep(0.02)
        hasty.cancel()
        await asyncio.sleep(0)  # it has left, and the connection is being closed
        assert (await fetcher.fetch(web.url())).body == b"<p>Hello"

    async def test_memory_is_bounded(self, web, fetcher, page):
        big = b"<p>" + base64.b64encode(random.Random(1).randbytes(1_500_000))  # noqa: S311 - can't be packed
        for n in range(10):
            web.routes[f"/{n}"] = page(big)
        for n in (*range(10), 0, 9):
            await fetcher.fetch(web.url(f"/{n}"))
        assert [request.path for request in web.requests[10:]] == [
            "/0"
        ]  # the first was dropped, the last kept

    async def test_pages_are_kept_packed(self, web, fetcher, page):
        for n in range(10):
            web.routes[f"/{n}"] = page(b"<p>" + b"The bridge was opened. " * 80_000)
        for n in (*range(10), *range(10)):
            assert (await fetcher.fetch(web.url(f"/{n}"))).body.endswith(b"was opened. ")
        assert len(web.requests) == 10

    def test_a_failure_that_is_kept_holds_nothing_of_the_page(self, clock):
        try:
            raise PageTooLargeError(limit_mb=5) from OSError()
        except PageTooLargeError as error:
            kept = failure_entry(error, clock.now()).outcome
        assert (type(kept), kept.details) == (PageTooLargeError, {"limit_mb": 5})
        assert (kept.__traceback__, kept.__cause__, kept.__context__) == (None, None, None)


class TestPace:
    """Courtesy towards servers of the public web; the operator's own set no pace."""

    async def test_one_host_is_asked_once_a_second(self, web, names, opened, page, monkeypatch):
        came = []

        async def stamped(exchange):
            came.append(asyncio.get_running_loop().time())
            await exchange.send(page("<p>Hello"))

        web.routes |= {f"/{n}": stamped for n in range(3)}
        monkeypatch.setattr(WebClient, "_is_own", _never)
        async with opened(host_interval_s=0.1) as fetcher:
            began = asyncio.get_running_loop().time()
            await asyncio.gather(*(fetcher.fetch(web.url(f"/{n}")) for n in range(3)))
        # From the first on: between two of them, one may have been late.
        assert all(moment - began >= 0.1 * n - 0.01 for n, moment in enumerate(came))

    async def test_waiting_for_a_turn_is_no_slowness_of_the_page(self):
        async with asyncio.timeout(60) as deadline:
            before = deadline.when()
            with paused(deadline):
                assert deadline.when() is None
                began = asyncio.get_running_loop().time()
                await asyncio.sleep(0.05)
                waited = asyncio.get_running_loop().time() - began
            assert deadline.when() >= before + waited

    async def test_those_who_wait_for_one_host_hold_up_no_other(self, web, names, opened, page, monkeypatch):
        monkeypatch.setattr("bot.sources.fetching.client.REQUESTS_AT_ONCE", 5)
        monkeypatch.setattr(WebClient, "_is_own", _never)
        names.answers = {"slow.test": [["127.0.0.2"]], "quick.test": [["127.0.0.2"]]}

        four = asyncio.Event()

        async def silent(exchange):
            if len(web.requests) == 4:
                four.set()
            await asyncio.sleep(60)

        web.routes |= {f"/{n}": silent for n in range(20)} | {"/quick": page("<p>Quick")}
        async with opened(deadline_s=30, host_interval_s=0) as fetcher:
            slow = [asyncio.create_task(fetcher.fetch(web.url(f"/{n}", host="slow.test"))) for n in range(20)]
            await four.wait()
            assert (await fetcher.fetch(web.url("/quick", host="quick.test"))).body == b"<p>Quick"
            assert len(web.requests) == 5
            for task in slow:
                task.cancel()
            await asyncio.gather(*slow, return_exceptions=True)

    async def test_own_networks_are_asked_as_fast_as_they_answer(self, web, names, opened, page):
        names.answers["wiki.test"] = [["127.0.0.2"]]
        web.routes |= {f"/{n}": page("<p>Hello") for n in range(5)}
        async with asyncio.timeout(60), opened(host_interval_s=3_600) as fetcher:
            for n in range(5):
                await fetcher.fetch(web.url(f"/{n}", host="wiki.test"))


async def _never(client, url):
    return False


class TestSize:
    """Limits on what is decompressed."""

    async def test_five_megabytes_are_a_page_and_more_are_not(self, web, fetcher, page):
        web.routes["/5"] = page(b"<p>" + b"x" * (5 * 2**20 - 3))
        web.routes["/6"] = page(b"<p>" + b"x" * (5 * 2**20))
        assert len((await fetcher.fetch(web.url("/5"))).body) == 5 * 2**20
        with pytest.raises(PageTooLargeError) as told:
            await fetcher.fetch(web.url("/6"))
        assert told.value.details["limit_mb"] == 5

    async def test_a_document_may_be_larger(self, web, fetcher, page):
        web.routes["/7"] = page(b"%PDF-1.7\n" + b"x" * (7 * 2**20), kind="application/pdf")
        web.routes["/21"] = page(b"%PDF-1.7\n" + b"x" * (21 * 2**20), kind="application/pdf")
        assert len((await fetcher.fetch(web.url("/7"))).body) > 7 * 2**20
        with pytest.raises(PageTooLargeError):
            await fetcher.fetch(web.url("/21"))

    async def test_of_large_pages_a_few_are_held_at_one_time(self):
        release = asyncio.Event()
        grown: list[int] = []
        reader = BodyReader()

        async def read(number):
            class Slow:
                content: "Slow"

                async def iter_chunks(self):
                    yield b"<p>" + b"x" * 2**20, True
                    grown.append(number)  # it has got a place, or this would not be asked for
                    await release.wait()
                    yield b"x", True

            response = Slow()
            response.content = response
            return await reader.read(response, "http://a.test/", "text/html")

        tasks = [asyncio.create_task(read(number)) for number in range(12)]
        for _ in range(100):  # turns of the event loop: no clock decides how far they come
            await asyncio.sleep(0)
        assert grown == list(range(8))
        release.set()
        assert len(await asyncio.gather(*tasks)) == 12

    async def test_large_pages_that_stop_coming_keep_no_other_waiting(self):
        class Stopping:
            def __init__(self, *pieces):
                self.pieces, self.content = pieces, self

            async def iter_chunks(self):
                for piece in self.pieces:
                    yield piece, True
                if len(self.pieces) == 1:
                    await asyncio.Event().wait()

        large = b"<p>" + b"x" * 2**20
        reader = BodyReader(patience_s=0.01)
        hogs = [
            asyncio.create_task(reader.read(Stopping(large), "http://a.test/", "text/html")) for _ in range(8)
        ]
        for _ in range(20):
            await asyncio.sleep(0)
        async with asyncio.timeout(30):
            body = await reader.read(Stopping(large, b"x"), "http://b.test/", "text/html")
            assert len(body.data) == len(large) + 1
            outcomes = await asyncio.gather(*hogs, return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {TimeoutError}

    @pytest.mark.parametrize("coding", ["gzip", "deflate"])
    async def test_a_bomb_is_stopped_before_it_unfolds(self, coding, web, fetcher):
        packer = zlib.compressobj(1, zlib.DEFLATED, 31 if coding == "gzip" else 15)
        block = b"<p>" + b"x" * (2**20 - 3)
        bomb = b"".join(packer.compress(block) for _ in range(60)) + packer.flush()
        web.routes["/"] = answer(
            "HTTP/1.1 200 OK",
            "Content-Type: text/html",
            f"Content-Encoding: {coding}",
            f"Content-Length: {len(bomb)}",
            body=bomb,
        )
        tracemalloc.start()
        try:
            with pytest.raises(PageTooLargeError):
                await fetcher.fetch(web.url())
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 40 * 2**20

    @pytest.mark.parametrize("declared", ["gzip", "gzip, gzip", "deflate, gzip", "br, gzip", "x-gzip"])
    async def test_what_is_packed_more_than_once_or_oddly_is_no_page(self, declared, web, fetcher):
        twice = gzip.compress(gzip.compress(b"<p>" + b"x" * 10_000_000))
        web.routes["/"] = answer(
            "HTTP/1.1 200 OK",
            "Content-Type: text/html",
            f"Content-Encoding: {declared}",
            f"Content-Length: {len(twice)}",
            body=twice,
        )
        with pytest.raises((NotAPageError, ServerFailedError)):
            await fetcher.fetch(web.url())

    async def test_a_body_in_crumbs_is_given_up_before_it_keeps_the_bot_busy(self, web, fetcher):
        async def crumbling(exchange):
            await exchange.send(
                answer("HTTP/1.1 200 OK", "Content-Type: text/html", "Transfer-Encoding: chunked")
            )
            while True:
                await exchange.send(b"1\r\na\r\n" * 100)

        web.routes["/"] = crumbling
        with pytest.raises(ServerFailedError):
            await fetcher.fetch(web.url())

    async def test_an_endless_body_is_given_up(self, web, fetcher):
        async def endless(exchange):
            await exchange.send(
                answer("HTTP/1.1 200 OK", "Content-Type: text/html", "Transfer-Encoding: chunked")
            )
            while True:
                await exchange.send(b"10000\r\n" + b"<p>x" * 2**14 + b"\r\n")

        web.routes["/"] = endless
        with pytest.raises(PageTooLargeError):
            await fetcher.fetch(web.url())


class TestTime:
    """One deadline for everything."""

    @pytest.mark.parametrize(
        "drip",
        [
            b"",  # silence
            b"HTTP/1.1 100 Continue\r\n\r\n",  # for ever to be continued
            b"H",  # no header ever ends
        ],
    )
    async def test_a_server_that_never_answers_is_left(self, drip, web, opened):
        async def dripping(exchange):
            while True:
                await exchange.send(drip)
                await asyncio.sleep(0.01)

        web.routes["/"] = dripping
        async with opened(deadline_s=0.3) as fetcher:
            with pytest.raises((FetchTimeoutError, ServerFailedError)):
                await fetcher.fetch(web.url())

    @pytest.mark.parametrize(
        "head", [["Content-Length: 100000"], ["Transfer-Encoding: chunked"], ["Connection: close"]]
    )
    async def test_a_body_of_a_byte_at_a_time_is_left(self, head, web, opened):
        async def dripping(exchange):
            await exchange.send(answer("HTTP/1.1 200 OK", "Content-Type: text/html", *head))
            while True:
                await exchange.send(b"1\r\na\r\n" if "chunked" in head[0] else b"a")
                await asyncio.sleep(0.02)

        web.routes["/"] = dripping
        async with opened(deadline_s=0.3) as fetcher:
            with pytest.raises(FetchTimeoutError) as told:
                await fetcher.fetch(web.url())
        assert told.value.details["timeout_s"] == 0.3


class TestBrokenAnswers:
    """What no server should say."""

    @pytest.mark.parametrize(
        "said",
        [
            answer("HTTP/1.1 200 OK", "Content-Length: 1000000", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", "Content-Length: -5", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", "Content-Length: 5", "Content-Length: 50", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", "Content-Length: 5", "Transfer-Encoding: chunked", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", body=b"zz\r\n<p>hi\r\n"),
            answer("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", body=b"5;" + b"x" * 100_000),
            answer("HTTP/1.1 200 OK", "Content-Encoding: gzip", "Content-Length: 5", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", "X-Nul: a\x00b", "Content-Length: 5", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK\rX: y", "Content-Length: 5", body=b"<p>hi"),
            answer("HTTP/1.1 2000 OK", "Content-Length: 5", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", "X-Big: " + "x" * 100_000, "Content-Length: 5", body=b"<p>hi"),
            answer("HTTP/1.1 200 OK", *["X: y"] * 10_000, "Content-Length: 5", body=b"<p>hi"),
            b"<p>hi from HTTP/0.9",
            b"SSH-2.0-OpenSSH_9.9\r\n",
            b"",
        ],
    )
    async def test_nonsense_is_told_as_the_servers_failure(self, said, web, fetcher):
        web.routes["/"] = said
        with pytest.raises(ServerFailedError):
            await fetcher.fetch(web.url())
        assert len(web.requests) <= 2

    async def test_a_connection_that_is_cut_gives_no_half_page(self, web, fetcher):
        async def cut(exchange):
            await exchange.send(
                answer("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 9999", body=b"<p>half")
            )
            exchange.writer.transport.abort()

        web.routes["/"] = cut
        with pytest.raises(ServerFailedError):
            await fetcher.fetch(web.url())

    async def test_a_second_answer_is_never_taken_for_another_page(self, web, fetcher, page):
        web.routes["/a"] = answer("HTTP/1.1 200 OK", "Content-Length: 5", body=b"<p>hi" + page("<p>smuggled"))
        web.routes["/b"] = page("<p>mine")
        assert (await fetcher.fetch(web.url("/a"))).body == b"<p>hi"
        assert (await fetcher.fetch(web.url("/b"))).body == b"<p>mine"
        assert web.connections == 2

    async def test_a_long_security_policy_is_no_nonsense(self, web, fetcher, page):
        web.routes["/"] = page("<p>Hello", "Content-Security-Policy: " + "x" * 20_000)
        assert (await fetcher.fetch(web.url())).body == b"<p>Hello"

    async def test_a_site_without_a_secure_connection_is_told_as_that(self, fetcher, page):
        async def answer_in_the_open(reader, writer):
            writer.write(page("<p>Hello"))
            writer.close()

        server = await asyncio.start_server(answer_in_the_open, "127.0.0.2", 0)
        with pytest.raises(SecureConnectionError):
            await fetcher.fetch(f"https://127.0.0.2:{server.sockets[0].getsockname()[1]}/")
        server.close()

    async def test_a_certificate_that_proves_nothing_is_told_as_that(self, web, fetcher, tls_site):
        with pytest.raises(CertificateRefusedError):
            await fetcher.fetch(tls_site)


class TestKinds:
    """What is a page and what isn't."""

    @pytest.mark.parametrize(
        ("body", "kind", "told"),
        [
            (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "image/png", "image"),
            (b"\xff\xd8\xff\xe0" + b"\x00" * 100, "text/html", "image"),
            (b"ID3\x04" + b"\x00" * 100, "text/html", "audio"),
            (b"\x00\x00\x00\x20ftypisom" + b"\x00" * 100, "application/octet-stream", "video"),
            (b"PK\x03\x04" + b"\x00" * 100, "text/html", "archive"),
            (b"\x7fELF" + b"\x00" * 100, "text/html", "binary"),
            (bytes(range(256)) * 40, "text/html", "binary"),
            (gzip.compress(b"<p>hi", mtime=0), "text/html", "archive"),
            (b"<p>hi", "video/mp4", "video"),
            (b"data: hi", "text/event-stream", "binary"),
            (b"--x", "multipart/x-mixed-replace; boundary=x", "video"),
        ],
    )
    async def test_what_holds_no_text_is_told_as_what_it_is(self, body, kind, told, web, fetcher, page):
        web.routes["/"] = page(body, kind=kind)
        with pytest.raises(NotAPageError) as error:
            await fetcher.fetch(web.url())
        assert error.value.details["kind"] == told

    async def test_a_stream_is_refused_before_its_first_byte(self, web, fetcher):
        async def endless(exchange):
            await exchange.send(answer("HTTP/1.1 200 OK", "Content-Type: text/event-stream"))
            await asyncio.sleep(60)

        web.routes["/"] = endless
        async with asyncio.timeout(10):
            with pytest.raises(NotAPageError):
                await fetcher.fetch(web.url())

    @pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "", "nonsense", "x" * 5_000])
    async def test_a_page_under_a_wrong_flag_is_a_page(self, kind, web, fetcher, page):
        web.routes["/"] = page("<!DOCTYPE html><p>Hello", kind=kind)
        assert (await fetcher.fetch(web.url())).body.endswith(b"Hello")
