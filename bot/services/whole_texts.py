"""Digests of whole texts: feeds often give no more than the first lines of what they announce."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.article import Article
from bot.core.composing import compose
from bot.core.digest import Digest, Entry, Shape
from bot.ports import Workers

AT_ONCE = 8  # pages read side by side
MOST_PAGES = 40  # whose whole text is read for one digest
_WHOLE = 1_500  # characters from which on the text in a feed needs no page

ReadPage = Callable[[str], Awaitable[Article | None]]


async def compose_whole(
    workers: Workers, entries: Sequence[Entry], read: ReadPage, *, now: datetime, shape: Shape
) -> Digest | None:
    """The digest by what is at hand, then once more with the whole texts of what it tells.

    `read` gives the article behind a link, None where it cannot be had. Raises WorkError.
    """
    draft = await workers.run(compose, entries, now=now, shape=shape)
    if draft is None:
        return None
    keys = frozenset(draft.told)
    whole = await _read_all([entry for entry in entries if entry.key in keys][:MOST_PAGES], read)
    if not whole:
        return draft
    chosen = [whole.get(entry.key, entry) for entry in entries if entry.key in keys or entry.told]
    final = await workers.run(compose, chosen, now=now, shape=shape)
    return draft if final is None else replace(final, left_out=draft.left_out + final.left_out)


async def _read_all(entries: Sequence[Entry], read: ReadPage) -> dict[str, Entry]:
    """The entries that have a longer text behind their link, by their keys."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(entry: Entry) -> Entry | None:
        url = entry.article.url
        if url is None or len(entry.article.text) >= _WHOLE:
            return None
        async with gate:
            article = await read(url)
        longer = article is not None and len(article.text) > len(entry.article.text)
        return replace(entry, article=article) if article and longer else None

    found = await asyncio.gather(*map(one, entries))
    return {entry.key: entry for entry in found if entry is not None}
