"""Tasks for worker processes that digests need: plain functions, and jobs of bearable size made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.article import Article
from bot.core.digests.composing import passes
from bot.core.digests.digest import Filters
from bot.core.digests.feed_items import FeedItem
from bot.core.errors import EmptyTextError
from bot.core.language import detect
from bot.ports import Workers

# Characters of an item that tell which story it is, and whether it is worth a place: most feeds give no more.
# Making articles of whole texts would be most of the work, for a thousand items of which ten are told.
DRAFT = 700
# Telling a language by the model costs as much as all else of a draft; so many characters tell it as well.
_LANGUAGE_SAMPLE = 160

# One job makes articles of so much at most, for a job has ten seconds: a megabyte of text takes about five.
_CHARACTERS, _ITEMS = 500_000, 300


async def articles_in_turn(
    workers: Workers, items: Sequence[tuple[FeedItem, Filters]]
) -> list[Article | None]:
    """`articles_of` many items, in jobs of bearable size. Raises WorkError."""
    articles: list[Article | None] = []
    for portion in _portions(items):
        articles += await workers.run(articles_of, portion)
    return articles


async def drafts_in_turn(workers: Workers, items: Sequence[tuple[FeedItem, Filters]]) -> list[Article | None]:
    """`articles_in_turn` of how items begin.

    Where filters decide it is of all of an item, for the words in question may stand anywhere.
    """
    drafts = [
        (item, filters) if filters.include or filters.exclude else (draft_of(item), filters)
        for item, filters in items
    ]
    return await articles_in_turn(workers, drafts)


def draft_of(item: FeedItem) -> FeedItem:
    """The item with the beginning of its text, up to the last whole word."""
    if len(item.text) <= DRAFT:
        return item
    head = item.text[:DRAFT]
    return replace(item, text=head[: head.rfind(" ")] if " " in head else head)


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
    """For each item the article that the feed itself gives; None where it has no words or may not be told.

    Their sentences are not cut yet: `compose` does it for the few that it tells.
    """
    return [_article_of(item, filters) for item, filters in items]


def _article_of(item: FeedItem, filters: Filters) -> Article | None:
    text = item.text or item.title
    language = detect(f"{item.title}\n{item.text}"[:_LANGUAGE_SAMPLE]) if len(text) <= DRAFT else None
    try:
        article = Article.uncut(text, title=item.title or None, url=item.link, language=language)
    except EmptyTextError:
        return None
    if item.published is not None:  # the day tells stories apart that are told in the same words
        article = replace(article, published=item.published.date())
    return article if passes(article, filters) else None
