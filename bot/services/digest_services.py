"""The use cases of feeds and digests, as one value that the chat is handed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.core.digests.followings import Feed
from bot.ports.digests import DigestStore
from bot.services.digests import DigestBuilder
from bot.services.feed_polling import FeedPoller
from bot.services.feeds import Feeds
from bot.services.intake import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestServices:
    """Plans and what was shared, what builds digests, who follows which feed, and what the feeds bring."""

    store: DigestStore
    builder: DigestBuilder
    feeds: Feeds
    poller: FeedPoller
    intake: Intake
    write_list: Callable[[Iterable[Feed], str], bytes]  # feeds as a file, under a title
