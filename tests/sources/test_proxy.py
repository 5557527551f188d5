"""Pages through the operator's own proxy: what it sees, and what its refusals mean."""

import pytest

from bot.core.errors import (
    AddressRefusedError,
    HostUnreachableError,
    NotALinkError,
    PageForbiddenError,
    ProxyFailedError,
)


async def test_all_pages_are_asked_of_the_proxy(web, opened, page):
    web.routes["http://news.test/a"] = page("<p>Hello")
    async with opened(proxy=web.url(), allow_networks=()) as fetcher:
        assert (await fetcher.fetch("http://news.test/a")).body == b"<p>Hello"
    assert [request.path for request in web.requests] == ["http://news.test/a"]


@pytest.mark.parametrize(
    "link",
    ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "http://metadata.google.internal/"],
)
async def test_what_shows_itself_as_closed_is_not_asked_of_the_proxy(link, web, opened):
    async with opened(proxy=web.url(), allow_networks=()) as fetcher:
        with pytest.raises(AddressRefusedError):
            await fetcher.fetch(link)
        with pytest.raises((AddressRefusedError, NotALinkError)):
            await fetcher.fetch("http://0x7f000001/")
    assert web.requests == []


async def test_a_redirect_to_a_closed_address_is_not_asked_of_the_proxy(web, opened, moved):
    web.routes["http://news.test/a"] = moved("http://10.0.0.1/")
    async with opened(proxy=web.url(), allow_networks=()) as fetcher:
        with pytest.raises(AddressRefusedError):
            await fetcher.fetch("http://news.test/a")
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    ("link", "status", "error"),
    [
        ("http://news.test/a", "407 Proxy Authentication Required", ProxyFailedError),
        ("http://news.test/a", "403 Forbidden", PageForbiddenError),
        ("https://news.test/a", "407 Proxy Authentication Required", ProxyFailedError),
        ("https://news.test/a", "403 Forbidden", AddressRefusedError),
        ("https://news.test/a", "502 Bad Gateway", HostUnreachableError),
        ("https://news.test/a", "405 Method Not Allowed", ProxyFailedError),
    ],
)
async def test_what_the_proxy_refuses_is_told_as_what_it_is(link, status, error, web, opened, page):
    for asked in ("http://news.test/a", "news.test:443"):
        web.routes[asked] = page("", status=status)
    async with opened(proxy=web.url(), allow_networks=()) as fetcher:
        with pytest.raises(error) as told:
            await fetcher.fetch(link)
    assert told.value.details["url"] == link


async def test_a_proxy_that_is_not_there_is_told_to_be_the_cause(web, opened):
    address = web.url()
    await web.close()
    async with opened(proxy=address, allow_networks=()) as fetcher:
        with pytest.raises(ProxyFailedError):
            await fetcher.fetch("http://news.test/a")
