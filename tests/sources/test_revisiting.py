"""Asking an address again: with the tags of its last answer, and told where it moved."""

from datetime import timedelta

import pytest

from bot.core.errors import AddressRefusedError, PageMissingError, ServerBusyError


async def test_an_address_that_has_not_changed_brings_no_page(web, fetcher, page):
    web.routes["/feed"] = page("<rss/>", "ETag: w/one", "Last-Modified: Sun, 29 Mar 2026 01:00:00 GMT")
    first = await fetcher.revisit(web.url("/feed"))
    assert first.page is not None
    assert (first.etag, first.moved_to) == ("w/one", None)
    web.routes["/feed"] = page("", status="304 Not Modified")
    again = await fetcher.revisit(web.url("/feed"), etag=first.etag, last_modified=first.last_modified)
    assert again.page is None
    asked = web.requests[-1].headers
    assert asked["if-none-match"] == "w/one"
    assert asked["if-modified-since"] == "sun, 29 mar 2026 01:00:00 gmt"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("max-age=600", 600), ("public, Max-Age=60", 60), ("s-maxage=9, no-cache", None), ("max-age=x", None)],
)
async def test_how_long_an_answer_stands_is_told_for_a_change_and_for_none(web, fetcher, page, said, seconds):
    web.routes["/feed"] = page("<rss/>", "ETag: w/one", f"Cache-Control: {said}")
    first = await fetcher.revisit(web.url("/feed"))
    web.routes["/feed"] = page("", f"Cache-Control: {said}", status="304 Not Modified")
    again = await fetcher.revisit(web.url("/feed"), etag=first.etag)
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert (first.fresh_for, again.fresh_for, again.page) == (expected, expected, None)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("301 Moved", "308 Moved"), "/c"),
        (("301 Moved", "302 Found"), "/b"),
        (("302 Found", "301 Moved"), None),
    ],
)
async def test_only_permanent_redirects_change_an_address(web, fetcher, page, moved, statuses, expected):
    web.routes["/a"] = moved(web.url("/b"), status=statuses[0])
    web.routes["/b"] = moved(web.url("/c"), status=statuses[1])
    web.routes["/c"] = page("<rss/>")
    visit = await fetcher.revisit(web.url("/a"))
    assert visit.page is not None
    assert visit.moved_to == (None if expected is None else web.url(expected))


async def test_an_address_that_is_gone_says_so(web, fetcher, page):
    web.routes["/feed"] = page("gone", status="410 Gone")
    with pytest.raises(PageMissingError) as told:
        await fetcher.revisit(web.url("/feed"))
    assert told.value.details["status"] == 410


async def test_a_server_that_asks_for_a_pause_gets_it(web, fetcher, page):
    web.routes["/feed"] = page("busy", "Retry-After: 600", status="429 Too Many")
    for _ in range(2):
        with pytest.raises(ServerBusyError):
            await fetcher.revisit(web.url("/feed"))
    assert len(web.requests) == 1


async def test_an_address_that_is_not_public_is_refused(fetcher):
    with pytest.raises(AddressRefusedError):
        await fetcher.revisit("http://169.254.169.254/feed")
