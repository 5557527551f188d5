"""What the bot does unasked, wired: digests and feeds, erasing what is old, watching itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TypeAlias

from bot.chat.adapter import RunningBot
from bot.chat.context import ChatContext
from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan
from bot.jobs import Jobs
from bot.ports import Clock
from bot.ports.cluster import Cluster
from bot.ports.digests import Messenger
from bot.ports.stores import Stores
from bot.services.hooks import Hooks
from bot.services.json_forms import digest_as_json
from bot.services.posting import OnPosted, Posting
from bot.services.retention import Retention
from bot.services.watching import Watch
from bot.settings import Settings
from bot.wiring.monitoring import trouble_probes

Work: TypeAlias = Callable[[], Awaitable[None]]  # goes on for ever


def background_work(
    settings: Settings, stores: Stores, context: ChatContext, chat: RunningBot, hooks: Hooks | None
) -> Mapping[str, Work]:
    """All of it, by name."""
    clock, retention = context.clock, timedelta(days=settings.retention_days)
    erasing = Retention(store=stores.operators, clock=clock, kept_for=retention)
    probes = trouble_probes(settings, chat, clock, hooks)
    on_posted = _note_posted(stores, clock, hooks)
    return {
        "jobs": _jobs(stores, context, chat.messenger, retention, on_posted).run,
        "housekeeping": context.services.housekeeping.run,
        "retention": erasing.run,
        "watch": Watch(probes=probes, tell=chat.tell_owners, now=clock.now).run,
        **({} if hooks is None else {"hooks": hooks.run}),
    }


@asynccontextmanager
async def run_in_background(
    works: Mapping[str, Work], cluster: Cluster
) -> AsyncIterator[frozenset[asyncio.Task[None]]]:
    """The works under way until the block ends.

    One process of several does them; a digest is posted once also where two should believe that they do.
    """
    tasks = frozenset(
        asyncio.create_task(cluster.run_as_leader(work), name=name) for name, work in works.items()
    )
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def _jobs(
    stores: Stores, context: ChatContext, messenger: Messenger, retention: timedelta, on_posted: OnPosted
) -> Jobs:
    digests, clock = context.services.digests, context.clock
    posting = Posting(
        store=stores.digests,
        builder=digests.builder,
        messenger=messenger,
        clock=clock,
        on_posted=on_posted,
    )
    return Jobs(
        posting=posting,
        feeds=digests.feeds,
        store=stores.digests,
        messenger=messenger,
        clock=clock,
        retention=retention,
    )


def _note_posted(stores: Stores, clock: Clock, hooks: Hooks | None) -> OnPosted:
    """A digest that was posted goes into the chat's feed and to the operator's own programs."""

    async def note(plan: DigestPlan, digest: Digest) -> None:
        await stores.outlets.keep_digest(plan.place.chat_id, clock.now(), digest_as_json(digest))
        if hooks is not None:
            await hooks.note_digest(plan, digest)

    return note
