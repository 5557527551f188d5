"""Background work, wired: digests and feeds, erasing what is old, watching for troubles."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TypeAlias

from bot.chat.adapter import RunningBot
from bot.chat.context import ChatServices
from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan
from bot.jobs import Jobs
from bot.metering import Meter
from bot.ports.cluster import Cluster
from bot.ports.digests import Announcement, Messenger
from bot.services.digest_services import DigestServices
from bot.services.json_forms import digest_as_json
from bot.services.posting import Announce, Posting
from bot.services.retention import Retention
from bot.services.watching import Watch
from bot.wiring.monitoring import trouble_probes
from bot.wiring.resources import Resources

Work: TypeAlias = Callable[[], Awaitable[None]]  # goes on for ever


def background_work(
    resources: Resources, services: ChatServices, chat: RunningBot, meter: Meter
) -> Mapping[str, Work]:
    """All of it, by name; `meter` is told what becomes of digests."""
    stores, clock, hooks = resources.stores, resources.clock, resources.hooks
    retention = Retention(
        operators=stores.operators,
        digests=stores.digests,
        clock=clock,
        kept_for=timedelta(days=resources.settings.retention_days),
    )
    watch = Watch(probes=trouble_probes(resources, chat), tell=chat.tell_owners, now=clock.now)
    return {
        "jobs": _jobs(resources, services.digests, chat.messenger, meter).run,
        "housekeeping": services.housekeeping.run,
        "retention": retention.run,
        "watch": watch.run,
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


def _jobs(resources: Resources, digests: DigestServices, messenger: Messenger, meter: Meter) -> Jobs:
    posting = Posting(
        store=digests.store,
        builder=digests.builder,
        messenger=messenger,
        clock=resources.clock,
        announce=_announce(resources),
        on_end=meter.digest_ended,
    )
    return Jobs(posting=posting, poller=digests.poller, messenger=messenger)


def _announce(resources: Resources) -> Announce:
    """A digest that is posted goes into the chat's feed and to the operator's own programs."""
    hooks = resources.hooks

    def announce(plan: DigestPlan, digest: Digest) -> Announcement:
        hook = None if hooks is None else hooks.digest_message(plan.place.chat_id, digest)
        return Announcement(feed=digest_as_json(digest), hook=hook)

    return announce
