"""Pages behind links: what is fetched for a link, and the article that comes of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from bot.core.article import Article
from bot.core.errors import BotError, FetchError, MembersOnlyError, NoArticle, Reason
from bot.core.post_links import PostLink, is_for_members, post_link
from bot.ports import Extractor, Fetcher, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedLink:
    """What a link has brought."""

    page: Page  # under whose address the article is known
    post: PostLink | None = None
    around: tuple[Page, ...] = ()  # of a post: the rest of its thread


async def fetch_link(fetcher: Fetcher, url: str, *, fresh: bool = False) -> FetchedLink:
    """The page behind a link; for a public post, what its network tells other programs about it.

    Raises NotALinkError and FetchError's subclasses.
    """
    if is_for_members(url):
        raise MembersOnlyError(url=url)
    post = post_link(url)
    found = await _fetch_post(fetcher, post, fresh=fresh) if post else None
    return found or FetchedLink(page=await fetcher.fetch(url, fresh=fresh))


async def extract_article(fetcher: Fetcher, extractor: Extractor, fetched: FetchedLink) -> Article:
    """The article that a link led to.

    Where a post's addresses brought none, its page is fetched after all: it only looked like a post's, or its
    network answers strangers no more. Not where the network says that there is no such post. Where a page
    holds none, the versions for phones and printers that it links to are tried. Raises what both ports'
    methods raise.
    """
    if fetched.post is None:
        return await _extract_page(fetcher, extractor, fetched.page)
    try:
        return await extractor.from_post(fetched.post, [fetched.page, *fetched.around])
    except NoArticle as error:
        if error.reason is Reason.ERROR_PAGE:
            raise
        return await extractor.from_page(await fetcher.fetch(fetched.post.url))


async def _extract_page(fetcher: Fetcher, extractor: Extractor, page: Page) -> Article:
    try:
        return await extractor.from_page(page)
    except NoArticle as error:
        for address in error.details.get("alternates", ()):
            article = await _version(fetcher, extractor, address)
            if article is not None:
                return replace(article, url=page.url) if article.url == address else article
        raise


async def _version(fetcher: Fetcher, extractor: Extractor, address: str) -> Article | None:
    """The article of another version of a page, if it has one; why it hasn't is nobody's question."""
    try:
        return await extractor.from_page(await fetcher.fetch(address))
    except BotError:  # also where it is no link that can be opened, or a page too large to be read
        return None


async def _fetch_post(fetcher: Fetcher, post: PostLink, *, fresh: bool) -> FetchedLink | None:
    pages = await asyncio.gather(
        *(fetcher.fetch(address, fresh=fresh) for address in post.addresses), return_exceptions=True
    )
    for outcome in pages:
        if isinstance(outcome, BaseException) and not isinstance(outcome, FetchError):
            raise outcome
    first, *others = pages
    if not isinstance(first, Page):
        return None
    around = tuple(page for page in others if isinstance(page, Page))
    return FetchedLink(page=replace(first, url=post.url), post=post, around=around)
