"""Private feeds of chats: opened, given another address, closed, and what they hold."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.core.digests.followings import Place
from bot.core.digests.outlets import FeedLink, FeedView, Outlet
from bot.ports import Clock, Storage
from bot.ports.digests import DigestStore
from bot.ports.rooms import OutletStore
from bot.services.excerpts import opening

MOST_LINKS: Final = 30
MOST_DIGESTS: Final = 20
REACH: Final = timedelta(days=30)
SECRET_BYTES: Final = 32  # 256 bits: nobody guesses one


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The private feeds of all chats."""

    store: OutletStore
    storage: Storage
    digests: DigestStore
    clock: Clock

    async def open(self, chat_id: int, title: str | None, locale: str) -> Outlet:
        """The feed of a chat, opened where it has none yet; its words are in that language from now on."""
        found = await self.store.outlet(chat_id)
        secret = found.secret if found else secrets.token_urlsafe(SECRET_BYTES)
        outlet = Outlet(chat_id=chat_id, secret=secret, title=title, locale=locale)
        # Whoever else opens it in the same moment is told the same address.
        return outlet if outlet == found else await self.store.open_outlet(outlet)

    async def renew(self, chat_id: int, title: str | None, locale: str) -> Outlet:
        """The feed of a chat under another address; the one before leads nowhere from now on."""
        outlet = await self.open(chat_id, title, locale)
        outlet = replace(outlet, secret=secrets.token_urlsafe(SECRET_BYTES))
        await self.store.save_outlet(outlet)
        return outlet

    async def close(self, chat_id: int) -> None:
        """Close the feed of a chat."""
        await self.store.close_outlet(chat_id)

    async def view(self, secret: str) -> FeedView | None:
        """What is behind a secret; None where there is nothing. Who only reads the feed uses the bot, too."""
        outlet = await self.store.outlet_behind(secret)
        if outlet is None:
            return None
        await self.store.note_reader(outlet.chat_id)
        links = await self._links(outlet.chat_id)
        digests = await self.store.digests(outlet.chat_id, limit=MOST_DIGESTS)
        return FeedView(outlet=outlet, links=links, digests=digests)

    async def _links(self, chat_id: int) -> list[FeedLink]:
        """What the chat has read and shared, each page once, latest first."""
        versions: dict[str, str | None] = {}
        links: dict[str, FeedLink] = {}
        for reading in reversed(await self.storage.recent_readings(chat_id, limit=MOST_LINKS)):
            if reading.url is not None:
                links[reading.url] = FeedLink(
                    url=reading.url,
                    title=reading.title or reading.url,
                    at=reading.read_at,
                    language=reading.language,
                )
                versions[reading.url] = reading.version
        since = self.clock.now() - REACH
        for shared in (await self.digests.shared(Place(chat_id=chat_id), since))[-MOST_LINKS:]:
            if shared.url is not None and shared.url not in links:
                links[shared.url] = FeedLink(url=shared.url, title=shared.url, at=shared.shared_at)
                versions[shared.url] = shared.version
        latest = sorted(links.values(), key=lambda link: (link.at, link.url), reverse=True)[:MOST_LINKS]
        return [await self._with_text(link, versions[link.url]) for link in latest]

    async def _with_text(self, link: FeedLink, version: str | None) -> FeedLink:
        article = await self.storage.article(version) if version else None
        if article is None:
            return link
        title = article.title or link.title
        return replace(link, title=title, opening=opening(article), language=article.language)
