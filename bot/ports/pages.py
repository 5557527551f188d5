"""From an address, a file or a text to an article: fetching and extracting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.article import Article
from bot.core.post_links import PostLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a fetch brought home."""

    url: str  # the final address, cleaned
    body: bytes  # decompressed
    content_type: str  # lower-case, without parameters; as declared
    charset: str | None  # as declared by the server, if it is one that Python knows
    fetched_at: datetime


class Fetcher(Protocol):
    """The one way out to the web. Reaches public addresses and the operator's own networks only."""

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        """The page behind a link, redirects followed; `fresh` passes the cache.

        One request in flight for one address. Raises NotALinkError and FetchError's subclasses.
        """
        ...


class Extractor(Protocol):
    """Makes articles of what was fetched or uploaded."""

    async def from_page(self, page: Page) -> Article:
        """The article of a page. Raises NoArticle, InvalidInputError, NotAPageError, WorkError."""
        ...

    async def from_post(self, link: PostLink, pages: Sequence[Page]) -> Article:
        """The article of a public post; `pages`: what its addresses brought. Raises NoArticle, WorkError."""
        ...

    async def from_file(
        self, body: bytes, name: str | None, content_type: str | None, *, url: str | None = None
    ) -> Article:
        """The article of an uploaded file; `url` is where it was saved from, if that is known.

        Raises UnsupportedFileError, UnreadableFileError, NoArticle, EmptyTextError, TextTooLongError,
        WorkError.
        """
        ...

    async def from_text(self, text: str, *, url: str | None = None) -> Article:
        """The article of pasted text. Raises EmptyTextError, TextTooLongError, TooComplexError, WorkError."""
        ...
