"""Where links lead: every way from a public page to a private address ends before a connection is made.

The `canary` fixture fails a test when anything has connected to it.
"""

from time import process_time

import pytest

from bot.core.errors import (
    AddressRefusedError,
    FetchError,
    HostUnreachableError,
    NotALinkError,
    PageMissingError,
    RedirectRefusedError,
    TooManyRedirectsError,
)

PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://①②⑦.0.0.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/",
        "http://0.0.0.0:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.test:{port}/",
        "http://metadata.google.internal/",
        "http://user:pass@web.test:{port}/",
        "http://web.test@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}\\@web.test/",
        "ws://127.0.0.1:{port}/",
        "gopher://127.0.0.1:{port}/_x",
        "http://[::1",
        "http://web.test\u2100inside.test/",
        "data:text/html,hello",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
async def test_a_redirect_to_what_is_not_public_is_refused(location, web, canary, names, fetcher, moved):
    names.answers = {"inside.test": [[PRIVATE]], "web.test": [[PUBLIC]]}
    web.routes["/"] = moved(location.format(port=canary.port))
    with pytest.raises(AddressRefusedError):
        await fetcher.fetch(web.url())
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    "location",
    ["mailto:me@example.org", "file:///etc/passwd", "javascript:alert(1)", "http://[::1"],
)
async def test_a_redirect_to_what_is_no_address_of_a_page_is_told_as_that(location, web, fetcher, moved):
    web.routes["/"] = moved(location)
    with pytest.raises(RedirectRefusedError):
        await fetcher.fetch(web.url())
    assert len(web.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_every_kind_of_redirect_is_followed_and_checked(status, web, canary, fetcher, moved, page):
    web.routes["/here"] = moved("/there", status=f"{status} Moved")
    web.routes["/there"] = page("<p>There")
    assert (await fetcher.fetch(web.url("/here"))).url == web.url("/there")
    web.routes["/in"] = moved(canary.url(), status=f"{status} Moved")
    with pytest.raises(AddressRefusedError):
        await fetcher.fetch(web.url("/in"))


@pytest.mark.parametrize("status", [200, 201, 300, 304, 305, 306])
async def test_a_location_means_nothing_with_another_status(status, web, canary, fetcher, moved):
    web.routes["/"] = moved(canary.url(), status=f"{status} Whatever")
    if status == 200:
        assert (await fetcher.fetch(web.url())).body == b""
    else:
        with pytest.raises(FetchError):
            await fetcher.fetch(web.url())
    assert len(web.requests) == 1


async def test_the_third_hop_is_checked_like_the_first(web, canary, names, fetcher, moved):
    names.answers = {"second.test": [[PUBLIC]]}
    web.routes["/1"] = moved(web.url("/2", host="second.test"))
    web.routes["/2"] = moved(canary.url())
    with pytest.raises(AddressRefusedError):
        await fetcher.fetch(web.url("/1"))
    assert [request.path for request in web.requests] == ["/1", "/2"]


async def test_two_locations_lead_nowhere_private(web, canary, fetcher, page):
    web.routes["/"] = page("", "Location: /there", f"Location: {canary.url()}", status="302 Found")
    web.routes["/there"] = page("<p>There")
    assert (await fetcher.fetch(web.url())).url == web.url("/there")


async def test_letters_in_a_location_are_percent_encoded(web, fetcher, page):
    head = "HTTP/1.1 302 Found\r\nLocation: /straße\r\nContent-Length: 0\r\n\r\n"
    web.routes["/"] = head.encode()
    web.routes["/stra%C3%9Fe"] = page("<p>There")
    assert (await fetcher.fetch(web.url())).url == web.url("/stra%C3%9Fe")


@pytest.mark.parametrize("bad", [b"/a\x00b", b"/a\rb", b"http://a\x01b/"])
async def test_control_characters_in_a_location_are_refused(bad, web, canary, fetcher):
    web.routes["/"] = b"HTTP/1.1 302 Found\r\nLocation: " + bad + b"\r\nContent-Length: 0\r\n\r\n"
    with pytest.raises(FetchError):
        await fetcher.fetch(web.url())
    assert len(web.requests) <= 2  # aiohttp may ask again after a broken answer


async def test_backslashes_stay_on_the_same_host(web, canary, fetcher, moved):
    web.routes["/"] = moved(f"\\\\{PRIVATE}:{canary.port}\\")
    with pytest.raises((AddressRefusedError, PageMissingError)):
        await fetcher.fetch(web.url())


async def test_a_circle_is_found_at_once(web, fetcher, moved):
    web.routes |= {"/a": moved("/b"), "/b": moved("/a")}
    with pytest.raises(TooManyRedirectsError):
        await fetcher.fetch(web.url("/a"))
    assert len(web.requests) == 2


async def test_an_endless_way_ends_after_five_redirects(web, fetcher, moved):
    web.routes |= {f"/{n}": moved(f"/{n + 1}") for n in range(20)}
    with pytest.raises(TooManyRedirectsError):
        await fetcher.fetch(web.url("/0"))
    assert len(web.requests) == 6


async def test_a_page_that_sends_readers_on_is_followed(web, fetcher, page):
    web.routes["/old"] = page('<html><meta http-equiv="refresh" content="0; url=/new?a=1&amp;b=2">')
    web.routes["/new?a=1&b=2"] = page("<p>New")
    assert (await fetcher.fetch(web.url("/old"))).body == b"<p>New"


@pytest.mark.parametrize(
    "markup",
    [
        '<meta http-equiv="refresh" content="300; url=/other">',
        '<meta http-equiv="refresh" content="0">',
        '<noscript><meta http-equiv="refresh" content="0; url=/other"></noscript>',
        '<!-- <meta http-equiv="refresh" content="0; url=/other"> -->',
        "<script>\"<meta http-equiv=refresh content='0; url=/other'>\"</script>",
        '<meta name="description" content="0; url=/other">',
        '<meta http-equiv="refresh" content="0; url=/live">',
    ],
)
async def test_a_page_that_reloads_itself_is_a_page(markup, web, fetcher, page):
    web.routes["/live"] = page(f"<html>{markup}<p>Live")
    assert (await fetcher.fetch(web.url("/live"))).url == web.url("/live")
    assert len(web.requests) == 1


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<style ", "<noscript>", "<meta ", "<!-- --> "])
async def test_a_page_of_openings_keeps_nobody_busy(piece, web, fetcher, page):
    # Looking for the end of each anew took ten seconds of the thread that serves everybody.
    web.routes["/"] = page(piece * (65_000 // len(piece)) + '<meta http-equiv="refresh" content="0; url=/">')
    began = process_time()
    await fetcher.fetch(web.url())
    assert process_time() - began < 2
    assert len(web.requests) == 1


async def test_markup_between_hidden_parts_is_seen(web, fetcher, page):
    web.routes["/"] = page(
        "<SCRIPT>a<b</SCRIPT ><!-- x --><style></style><META http-equiv=refresh content='0;url=/x'><!-- y"
    )
    web.routes["/x"] = page("<p>There")
    assert (await fetcher.fetch(web.url())).url == web.url("/x")


async def test_a_page_sends_on_at_most_twice(web, fetcher, page):
    web.routes |= {
        f"/{n}": page(f'<meta http-equiv="refresh" content="0; url=/{n + 1}">{n}') for n in range(9)
    }
    assert (await fetcher.fetch(web.url("/0"))).url == web.url("/2")
    assert len(web.requests) == 3


async def test_a_page_can_not_send_readers_inside(web, canary, fetcher, page):
    web.routes["/"] = page(f'<meta http-equiv="refresh" content="0; url={canary.url()}">')
    with pytest.raises(AddressRefusedError):
        await fetcher.fetch(web.url())


async def test_links_in_a_page_are_not_followed(web, canary, fetcher, page):
    there = canary.url()
    web.routes["/"] = page(
        f'<link rel="canonical" href="{there}"><link rel="amphtml" href="{there}"><base href="{there}">'
        f'<meta property="og:url" content="{there}"><meta property="og:image" content="{there}">'
        f'<link rel="alternate" type="application/json+oembed" href="{there}">'
        f'<link rel="icon" href="{there}">'
        f'<link rel="next" href="{there}"><iframe src="{there}"></iframe><img src="{there}"><p>Text'
    )
    assert (await fetcher.fetch(web.url())).url == web.url()
    assert len(web.requests) == 1


class TestNames:
    """What a name server can try."""

    @pytest.mark.parametrize(
        "answer",
        [
            [PRIVATE],
            [PUBLIC, PRIVATE],
            [PUBLIC, "::1"],
            ["0.0.0.0"],
            ["::ffff:127.0.0.1"],
            ["64:ff9b::7f00:1"],
            ["169.254.169.254"],
            ["93.184.215.14", "10.0.0.1"],
        ],
    )
    async def test_a_name_with_one_private_answer_is_refused(self, answer, canary, names, fetcher):
        names.answers["mixed.test"] = [answer]
        with pytest.raises(AddressRefusedError) as refused:
            await fetcher.fetch(canary.url("/x", host="mixed.test"))
        assert refused.value.details["url"] == canary.url("/x", host="mixed.test")

    @pytest.mark.parametrize(
        "answers", [[[PUBLIC], [PRIVATE]], [[PUBLIC], [PUBLIC], [PRIVATE]], [[PRIVATE], [PUBLIC]]]
    )
    async def test_a_name_that_changes_its_answer_gains_nothing(self, answers, web, names, opened, page):
        names.answers["rebind.test"] = answers
        reached = []
        web.routes["/"] = page("<p>Public")
        async with opened() as fetcher:
            # The canary would be on the same port, for a name has only one.
            try:
                reached.append((await fetcher.fetch(web.url(host="rebind.test"))).body)
            except AddressRefusedError:
                reached.append(b"refused")
        assert reached in ([b"<p>Public"], [b"refused"])

    async def test_a_socket_is_checked_whatever_the_resolver_said(self, canary, names, opened, monkeypatch):
        names.answers["liar.test"] = [[PUBLIC]]

        async def lie(self, host, port=0, family=0):
            return [{"hostname": host, "host": PRIVATE, "port": port, "family": 2, "proto": 0, "flags": 0}]

        monkeypatch.setattr("bot.sources.fetching.resolving.GuardedResolver.resolve", lie)
        async with opened() as fetcher:
            with pytest.raises(AddressRefusedError):
                await fetcher.fetch(canary.url(host="liar.test"))

    async def test_a_name_without_an_address_is_told_as_unreachable(self, names, opened):
        names.answers["empty.test"] = [[]]
        async with opened(allow_networks=()) as fetcher:
            with pytest.raises(HostUnreachableError):
                await fetcher.fetch("http://empty.test/")

    async def test_a_name_that_is_not_there_is_told_as_that(self, fetcher):
        with pytest.raises(HostUnreachableError):
            await fetcher.fetch("http://nowhere.test/")

    async def test_a_silent_name_server_does_not_hold_us_up(self, names, opened, monkeypatch):
        monkeypatch.setattr("bot.sources.fetching.resolving.RESOLVE_S", 0.1)
        names.silent.add("silent.test")
        async with opened(allow_networks=()) as fetcher:
            with pytest.raises(HostUnreachableError):
                await fetcher.fetch("http://silent.test/")

    async def test_of_a_thousand_addresses_a_few_are_tried(self, web, names, opened, monkeypatch):
        names.answers["many.test"] = [[f"127.3.{n // 250}.{n % 250 + 1}" for n in range(1000)]]
        opened_sockets = []
        from bot.sources.guard import Guard  # noqa: PLC0415  # patched here, and only here

        open_socket = Guard.open_socket
        monkeypatch.setattr(
            Guard, "open_socket", lambda self, info: opened_sockets.append(info) or open_socket(self, info)
        )
        async with opened(allow_networks=["127.3.0.0/16"]) as fetcher:
            with pytest.raises(HostUnreachableError):
                await fetcher.fetch(web.url(host="many.test"))
        assert len(opened_sockets) <= 4

    @pytest.mark.parametrize("dots", [".", ".."])
    async def test_dots_at_the_end_change_nothing(self, dots, canary, names, fetcher):
        names.answers |= {"inside.test": [[PRIVATE]], "inside.test.": [[PRIVATE]]}
        with pytest.raises((AddressRefusedError, NotALinkError)):
            await fetcher.fetch(canary.url(host="inside.test" + dots))

    async def test_a_port_that_is_none_of_the_web_is_refused_before_anything_is_asked(self, names, opened):
        async with opened(allow_networks=()) as fetcher:
            with pytest.raises(AddressRefusedError):
                await fetcher.fetch("http://web.test:22/")
        assert names.asked == []

    async def test_a_public_address_has_the_ports_of_the_web_only(self, names, fetcher):
        names.answers["web.test"] = [["93.184.215.14"]]
        with pytest.raises(AddressRefusedError):
            await fetcher.fetch("http://web.test:22/")


class TestNothingTravelsAlong:
    """What a request must not carry."""

    async def test_proxies_of_the_environment_are_not_asked(self, web, canary, fetcher, page, monkeypatch):
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, canary.url())
        web.routes["/"] = page("<p>Hello")
        assert (await fetcher.fetch(web.url())).body == b"<p>Hello"

    async def test_netrc_is_not_read(self, web, fetcher, page, monkeypatch, tmp_path):
        netrc = tmp_path / "netrc"
        netrc.write_text(f"machine {PUBLIC} login me password secret\n")
        monkeypatch.setenv("NETRC", str(netrc))
        web.routes["/"] = page("<p>Hello")
        await fetcher.fetch(web.url())
        assert "authorization" not in web.requests[0].headers

    async def test_cookies_are_not_kept(self, web, fetcher, page):
        cookies = [f"Set-Cookie: c{n}={'x' * 4000}" for n in range(100)]
        web.routes["/"] = page("", *cookies, "Location: /there", status="302 Found")
        web.routes["/there"] = page("<p>There")
        await fetcher.fetch(web.url())
        assert "cookie" not in web.requests[1].headers

    async def test_the_bot_says_who_it_is(self, web, opened, page):
        web.routes["/"] = page("<p>Hello")
        async with opened(user_agent="Reader of example.org") as fetcher:
            await fetcher.fetch(web.url())
        assert web.requests[0].headers["user-agent"] == "reader of example.org"
