"""The feed behind an address: the feed's own, or a page of its site."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.digests.feed_items import FeedContent
from bot.core.errors import FetchError, NoFeedError
from bot.ports.digests import FeedReader, Revisitor, Visit


async def find_feed(revisitor: Revisitor, reader: FeedReader, url: str) -> tuple[Visit, FeedContent]:
    """The feed at a cleaned address, else the first that its page names; with the visit that brought it.

    Raises FetchError's subclasses, NoFeedError and WorkError.
    """
    visit = await revisitor.revisit(url)
    if visit.page is None:  # a server that says "not changed" to whoever asks the first time
        raise NoFeedError(url=url)
    try:
        return visit, await reader.read(visit.page)
    except NoFeedError:
        links = await reader.links(visit.page)
    return await first_feed(revisitor, reader, url, links)


async def first_feed(
    revisitor: Revisitor, reader: FeedReader, url: str, links: Sequence[str]
) -> tuple[Visit, FeedContent]:
    """The first feed among links that a page names; `url` is the page's, for the error.

    Raises NoFeedError and WorkError.
    """
    for link in links:
        try:
            visit = await revisitor.revisit(link)
            if visit.page is not None:
                content = await reader.read(visit.page)
                return Visit(page=visit.page, moved_to=visit.moved_to or link), content
        except (FetchError, NoFeedError):  # the next one may be there
            continue
    raise NoFeedError(url=url)
