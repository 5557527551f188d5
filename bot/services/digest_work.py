"""What digests have done in a worker process: plain functions over core's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.article import Article
from bot.core.composing import passes
from bot.core.digest import Filters
from bot.core.errors import EmptyTextError
from bot.core.feed_items import FeedItem
from bot.ports import Workers

# One job makes articles of so much at most, for a job has ten seconds: a megabyte of text takes about one.
_CHARACTERS, _ITEMS = 1_000_000, 200


async def articles_in_turn(
    workers: Workers, items: Sequence[tuple[FeedItem, Filters]]
) -> list[Article | None]:
    """`articles_of` many items, in jobs of bearable size. Raises WorkError."""
    articles: list[Article | None] = []
    for portion in _portions(items):
        articles += await workers.run(articles_of, portion)
    return articles


def _portions(items: Sequence[tuple[FeedItem, Filters]]) -> Iterator[list[tuple[FeedItem, Filters]]]:
    portion: list[tuple[FeedItem, Filters]] = []
    size = 0
    for item, filters in items:
        if portion and (len(portion) == _ITEMS or size + len(item.text) > _CHARACTERS):
            yield portion
            portion, size = [], 0
        portion.append((item, filters))
        size += len(item.text)
    if portion:
        yield portion


def articles_of(items: Sequence[tuple[FeedItem, Filters]]) -> list[Article | None]:
    """For each item the article that the feed itself gives; None where it has no words or may not be told."""
    return [_article_of(item, filters) for item, filters in items]


def _article_of(item: FeedItem, filters: Filters) -> Article | None:
    try:
        article = Article.from_text(item.text or item.title, title=item.title or None, url=item.link)
    except EmptyTextError:
        return None
    return article if passes(article, filters) else None
