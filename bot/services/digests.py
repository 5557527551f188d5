"""Making digests: what a place shared and follows, read and composed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from bot.core.article import Article
from bot.core.digests.composing import interests_of
from bot.core.digests.digest import Digest, Entry, Shape
from bot.core.digests.discussion import TALK_LIFE, Talk, most_discussed
from bot.core.digests.feed_items import FeedItem
from bot.core.digests.followings import DigestPlan, Place, SeenItem, Shared
from bot.core.errors import BotError
from bot.ports import Clock, Storage, Workers
from bot.ports.digests import DigestStore
from bot.services.concurrency import deadline_in, gather_until
from bot.services.digest_tasks import drafts_in_turn
from bot.services.entries import Candidates, feed_entry, merged, shared_entry
from bot.services.intake import Intake
from bot.services.views import LinkSource
from bot.services.whole_texts import compose_whole

LONGEST = timedelta(days=15)  # that a digest reaches back: a week that was missed, and the one before
# How long what was told counts as told, and what found no room may wait for the next digest.
STORY_LIFE = timedelta(days=3)
AT_ONCE = 8  # pages read side by side
MOST_SHARED, MOST_ITEMS = 1_000, 2_000  # the latest; more in one digest nobody reads
# Seconds for which pages are read for one digest: what is not read by then may come in the next one. A person
# who waits gets an answer within 25.
PATIENCE_S, SHORT_PATIENCE_S = 300.0, 12.0
INTERESTS = 100  # of the latest readings that tell what a chat reads


_Text: TypeAlias = tuple[str | None, str | None]  # an address, or the text that is stored, or both


class DigestBuilder:
    """Builds digests for plans, on demand and for `/catchup`; posts nothing.

    `talk_life` says for how long what was said may be quoted.
    """

    def __init__(
        self,
        *,
        store: DigestStore,
        storage: Storage,
        intake: Intake,
        workers: Workers,
        clock: Clock,
        talk_life: timedelta = TALK_LIFE,
    ) -> None:
        self._talk_life = talk_life
        self._store = store
        self._storage = storage
        self._intake = intake
        self._workers = workers
        self._clock = clock

    async def build(self, plan: DigestPlan, *, patience_s: float = PATIENCE_S) -> Digest | None:
        """What a plan has to tell now; None where there is nothing. Changes nothing but the texts kept.

        For `patience_s` pages that were not read yet are read, those that people took up most first.
        """
        now, deadline = self._clock.now(), deadline_in(patience_s)
        told = await self._store.told(plan.digest_id, now - LONGEST) if plan.digest_id else frozenset()
        since = max(now - LONGEST, min(plan.last_until or now - STORY_LIFE, now - STORY_LIFE))
        found = await self._gather(plan.place, since, deadline, shared=plan.shared, feeds=plan.feeds)
        entries = [replace(entry, told=entry.key in told) for entry in found.entries]
        shape = Shape(
            stories=plan.stories, sentences=plan.sentences, interests=await self._interests(plan.place)
        )
        return await self._compose(Candidates(entries, found.items), now, shape, deadline)

    async def catch_up(self, place: Place, since: datetime, *, stories: int = 7) -> Digest | None:
        """What a place shared and its feeds brought after a moment."""
        now, deadline = self._clock.now(), deadline_in(SHORT_PATIENCE_S)
        found = await self._gather(place, max(since, now - LONGEST), deadline, shared=True, feeds=True)
        shape = Shape(stories=stories, interests=await self._interests(place))
        return await self._compose(found, now, shape, deadline)

    async def discussed(self, place: Place, since: datetime) -> tuple[Talk, ...]:
        """What was answered and reacted to most in a place after a moment, as far as talk is kept."""
        # What is erased now and then is no more quoted from the moment on when it is due.
        kept_since = self._clock.now() - self._talk_life
        return most_discussed(await self._store.said(place, max(since, kept_since)))

    async def _compose(
        self, found: Candidates, now: datetime, shape: Shape, deadline: float
    ) -> Digest | None:
        return await compose_whole(self._workers, found, self._read, now=now, shape=shape, deadline=deadline)

    async def _gather(
        self, place: Place, since: datetime, deadline: float, *, shared: bool, feeds: bool
    ) -> Candidates:
        """Everything that could be told, each article once, with all the places where it was met."""
        entries = await self._shared(place, since, deadline) if shared else []
        followed = await self._followed(place, since) if feeds else []
        items = {entry.key: item for entry, item in followed}
        return Candidates(merged([*entries, *(entry for entry, _ in followed)]), items)

    async def _shared(self, place: Place, since: datetime, deadline: float) -> list[Entry]:
        found = (await self._store.shared(place, since))[-MOST_SHARED:]
        texts = await self._texts(found, deadline)
        met = [(one, texts.get((one.url, one.version))) for one in found]
        return [shared_entry(one, article) for one, article in met if article is not None]

    async def _texts(self, found: Sequence[Shared], deadline: float) -> dict[_Text, Article | None]:
        """The text of all that was shared, each read once; of pages, those that can be had in time."""
        weights: Counter[_Text] = Counter()
        for one in found:
            weights[one.url, one.version] += 1 + one.reactions + one.replies
        texts = {text: await self._stored(text[1]) for text in weights}
        unread = [text for text, article in texts.items() if article is None and text[0] is not None]
        unread.sort(key=lambda text: -weights[text])
        pages = await gather_until(
            deadline, [partial(self._read, url or "") for url, _ in unread], at_once=AT_ONCE
        )
        return texts | dict(zip(unread, pages, strict=True))

    async def _stored(self, version: str | None) -> Article | None:
        return await self._storage.article(version) if version else None

    async def _followed(self, place: Place, since: datetime) -> list[tuple[Entry, FeedItem]]:
        seen = _capped((await self._store.items(place, since))[-MOST_ITEMS:])
        articles = await drafts_in_turn(self._workers, [(one.item, one.following.filters) for one in seen])
        return [
            (await self._entry(one, article), one.item)
            for one, article in zip(seen, articles, strict=True)
            if article is not None
        ]

    async def _entry(self, seen: SeenItem, draft: Article) -> Entry:
        kept = await self._stored(seen.version)
        feed = seen.following.feed
        source = f"feed:{feed.feed_id}"
        return feed_entry(seen.item, kept or draft, source=source, title=feed.title, seen_at=seen.seen_at)

    async def _read(self, url: str) -> Article | None:
        """The text behind an address, which is kept; None where it cannot be had now."""
        try:
            text = await self._intake.take_in(LinkSource(url=url))
        except BotError:  # a page that cannot be read is no news; the others are told all the same
            return None
        await self._store.keep_version(url, text.version)
        return text.article

    async def _interests(self, place: Place) -> dict[str, dict[str, float]]:
        readings = await self._storage.recent_readings(place.chat_id, limit=INTERESTS)
        return interests_of((one.title, one.language) for one in readings if one.title and one.language)


def _capped(seen: Sequence[SeenItem]) -> list[SeenItem]:
    """The items without those that pass the cap of their feed; the latest stay."""
    counts: Counter[int] = Counter()
    kept: list[SeenItem] = []
    for one in reversed(seen):
        counts[one.following.feed.feed_id] += 1
        if not 0 < one.following.cap < counts[one.following.feed.feed_id]:
            kept.append(one)
    return kept[::-1]
