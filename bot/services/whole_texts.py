"""Digests of whole texts: stories are chosen by how their articles begin, and summed up from all of them.

Feeds often give no more than the first lines of what they announce; where they give more, only what is told
is read in full.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.core.article import Article
from bot.core.digests.composing import compose
from bot.core.digests.digest import Digest, Entry, Filters, Shape
from bot.core.digests.feed_items import FeedItem
from bot.ports import Workers
from bot.services.concurrency import gather_until
from bot.services.digest_tasks import DRAFT, articles_in_turn
from bot.services.entries import Candidates

AT_ONCE = 8  # pages read side by side
MOST_PAGES = 40  # whose whole text is read for one digest
_WHOLE = 1_500  # characters from which on the text in a feed needs no page

ReadPage = Callable[[str], Awaitable[Article | None]]


async def compose_whole(
    workers: Workers,
    candidates: Candidates,
    read: ReadPage,
    *,
    now: datetime,
    shape: Shape,
    deadline: float,
) -> Digest | None:
    """The digest by what is at hand, then once more with the whole texts of what it tells.

    `read` gives the article behind a link, None where it cannot be had; until the deadline (on the event
    loop's clock) pages are read. Raises WorkError.
    """
    draft = await workers.run(compose, candidates.entries, now=now, shape=shape)
    if draft is None:
        return None
    keys = frozenset(draft.told)
    chosen = [entry for entry in candidates.entries if entry.key in keys or entry.told]
    whole = await _read_all(workers, Candidates(chosen, candidates.items), read, deadline)
    if not whole:
        return draft
    longer = [whole.get(entry.key, entry) for entry in chosen]
    final = await workers.run(compose, longer, now=now, shape=shape)
    return draft if final is None else replace(final, left_out=draft.left_out + final.left_out)


async def _read_all(
    workers: Workers, chosen: Candidates, read: ReadPage, deadline: float
) -> dict[str, Entry]:
    """The entries that have a longer text, behind their link or in their feed, by their keys.

    No page is read of entries that an earlier digest told: their texts were kept then.
    """
    entries, items = chosen.entries, chosen.items
    pages = [one for one in entries if not one.told and one.article.url and _given(one, items) < _WHOLE]
    found = await _read_pages(pages[:MOST_PAGES], read, deadline)
    rest = [one for one in entries if one.key not in found and len(_text(one, items)) > DRAFT]
    whole = await articles_in_turn(workers, [(items[one.key], Filters()) for one in rest])
    found |= {one.key: article for one, article in zip(rest, whole, strict=True) if article is not None}
    return {
        one.key: replace(one, article=found[one.key])
        for one in entries
        if one.key in found and len(found[one.key].text) > len(one.article.text)
    }


async def _read_pages(entries: Sequence[Entry], read: ReadPage, deadline: float) -> dict[str, Article]:
    works = [partial(read, entry.article.url or "") for entry in entries]
    articles = await gather_until(deadline, works, at_once=AT_ONCE)
    return {
        entry.key: article for entry, article in zip(entries, articles, strict=True) if article is not None
    }


def _given(entry: Entry, items: Mapping[str, FeedItem]) -> int:
    """The characters that can be had without the page."""
    return max(len(entry.article.text), len(_text(entry, items)))


def _text(entry: Entry, items: Mapping[str, FeedItem]) -> str:
    return items[entry.key].text if entry.key in items else ""
