"""What digests have done in a worker process: plain functions over core's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.article import Article
from bot.core.composing import passes
from bot.core.digest import Filters
from bot.core.errors import EmptyTextError
from bot.core.feed_items import FeedItem


def articles_of(items: Sequence[tuple[FeedItem, Filters]]) -> list[Article | None]:
    """For each item the article that the feed itself gives; None where it has no words or may not be told."""
    return [_article_of(item, filters) for item, filters in items]


def _article_of(item: FeedItem, filters: Filters) -> Article | None:
    try:
        article = Article.from_text(item.text or item.title, title=item.title or None, url=item.link)
    except EmptyTextError:
        return None
    return article if passes(article, filters) else None
