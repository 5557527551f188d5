"""The one place that wires: settings in, a running bot out. It opens everything and closes everything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from shutil import disk_usage
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.chat.adapter import RunningBot, open_chat
from bot.chat.front_desk import FeedParts, FrontDesk, front_desk
from bot.chat.operation import FeedDoor, Operation
from bot.chat.telegram.hook import HookPlace
from bot.core.digests.digest import Digest
from bot.core.digests.followings import DigestPlan
from bot.core.errors import DatabaseError
from bot.jobs import Jobs
from bot.messages import Messages
from bot.ports import Clock
from bot.ports.reading import ReadingPorts
from bot.services.hooks import Hooks
from bot.services.json_forms import digest_as_json
from bot.services.outlets import Outlets
from bot.services.posting import Posting
from bot.services.retention import Retention
from bot.services.watching import Probe, Watch, disk_trouble, queue_trouble
from bot.settings import Settings, revealed, secret_for
from bot.sources.feed_reader import SandboxedFeedReader
from bot.sources.opml import write_opml
from bot.storage import Stores, database_folder, open_storage
from bot.wiring.clock import chosen_clock
from bot.wiring.reading import open_reading_ports

if TYPE_CHECKING:
    from bot.wiring.server import PrometheusMeter, RunningServer


@dataclass(frozen=True, slots=True)
class App:
    """What runs."""

    chat: RunningBot
    address: str | None  # of the server, if there is one
    due: frozenset[asyncio.Task[None]]  # what it does unasked, for ever

    async def run(self) -> None:
        """Wait for as long as all of it goes on; raises what ended a part of it."""
        ended, _ = await asyncio.wait({self.chat.receiving, *self.due}, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()


@asynccontextmanager
async def open_app(settings: Settings, messages: Messages) -> AsyncIterator[App]:
    """The bot at work until the block ends: what came in is answered or left on disk for the next start.

    `settings.token` must be set. Raises TokenRefusedError, DatabaseError and AddressTakenError.
    """
    clock = chosen_clock()
    hook = _hook(settings)
    async with AsyncExitStack() as stack:
        storage = open_storage(
            settings.database.get_secret_value(), clock, secret=secret_for(settings, "authors")
        )
        stores = await stack.enter_async_context(storage)
        counter = _counter() if settings.serves else None
        ports = await stack.enter_async_context(open_reading_ports(settings, clock=clock, meter=counter))
        hooks = _hooks(settings, stores, ports, clock)
        outlets = Outlets(store=stores.outlets, storage=stores.storage, digests=stores.digests, clock=clock)
        front = None
        if counter is not None:
            front = await stack.enter_async_context(_front(settings, messages, ports, counter, hook, outlets))
        running = await stack.enter_async_context(
            open_chat(
                token=revealed(settings.token) or "",
                api_url=settings.api_url,
                api_proxy=revealed(settings.api_proxy),
                hook=hook,
                desk=_front_desk(
                    settings, messages, stores, ports, clock, _feed_door(settings, front, outlets), hooks
                ),
                inbox=stores.inbox,
                cluster=stores.cluster,
                clock=clock,
                meter=counter,
            )
        )
        due = await stack.enter_async_context(_doing_what_is_due(settings, running, stores, clock, hooks))
        if front is not None:
            front.serve(running.reception, running.backlog, clock, partial(_checks, stores, running))
        yield App(running, front.address if front else None, due)


def _hook(settings: Settings) -> HookPlace | None:
    """Where Telegram brings updates. Without a secret of the operator's there is one that only who has the
    token can know: all processes of the bot have the same.
    """
    if settings.webhook_url is None:
        return None
    made_up = secret_for(settings, "webhook").hex()
    return HookPlace(url=settings.webhook_url, secret=revealed(settings.webhook_secret) or made_up)


def _counter() -> PrometheusMeter:
    from bot.wiring.server import PrometheusMeter  # noqa: PLC0415 (the trial's bot has no server, and starts without)

    return PrometheusMeter()


def _front(
    settings: Settings,
    messages: Messages,
    ports: ReadingPorts,
    counter: PrometheusMeter,
    hook: HookPlace | None,
    outlets: Outlets,
) -> AbstractAsyncContextManager[RunningServer]:
    from bot.wiring.server import open_web_server  # noqa: PLC0415 (see above)

    return open_web_server(settings, messages, ports, counter, hook.secret if hook else None, outlets)


def _front_desk(
    settings: Settings,
    messages: Messages,
    stores: Stores,
    ports: ReadingPorts,
    clock: Clock,
    feed_door: FeedDoor | None,
    hooks: Hooks | None,
) -> FrontDesk:
    return front_desk(
        storage=stores.storage,
        outbox=stores.outbox,
        rooms=stores.rooms,
        following=FeedParts(
            digests=stores.digests,
            feeds=stores.feeds,
            revisitor=ports.revisitor,
            reader=SandboxedFeedReader(ports.workers),
            write_list=write_opml,
        ),
        operation=Operation(
            operators=stores.operators,
            broadcasts=stores.broadcasts,
            owners=settings.owners,
            listed=settings.access == "listed",
            rate=settings.rate,
            retention_days=settings.retention_days,
            feed_door=feed_door,
            hook_sites=tuple(urlsplit(url).hostname or url for url in settings.hooks),
        ),
        note_summary=None if hooks is None else hooks.note_summary,
        cluster=stores.cluster,
        clock=clock,
        fetcher=ports.fetcher,
        extractor=ports.extractor,
        workers=ports.workers,
        messages=messages,
        locale=settings.locale,
    )


def _hooks(settings: Settings, stores: Stores, ports: ReadingPorts, clock: Clock) -> Hooks | None:
    """What tells the operator's own programs, if there are any."""
    secret = revealed(settings.hook_secret)
    if not settings.hooks or secret is None or ports.poster is None:
        return None
    return Hooks(queue=stores.hooks, poster=ports.poster, clock=clock, urls=settings.hooks, secret=secret)


def _feed_door(settings: Settings, front: RunningServer | None, outlets: Outlets) -> FeedDoor | None:
    """Where chats' feeds are given out, if there is a server."""
    if front is None:
        return None
    base_url = settings.public_url or front.address
    return FeedDoor(outlets=outlets, base_url=base_url, public=settings.public_url is not None)


async def _checks(stores: Stores, running: RunningBot) -> Mapping[str, bool]:
    """What the bot can't work without: whether it is well."""
    try:
        await stores.operators.any_admitted([0])
    except DatabaseError:
        database = False
    else:
        database = True
    return {"database": database, "telegram": running.hears(), "queue": not running.reception.full}


def _probes(settings: Settings, running: RunningBot, clock: Clock, hooks: Hooks | None) -> Sequence[Probe]:
    """What the owners are told of when it is not well."""
    folder = database_folder(settings.database.get_secret_value())
    backlog = running.backlog
    return (
        running.trouble,
        lambda: None if hooks is None else hooks.trouble(),
        lambda: queue_trouble(backlog.depth(), backlog.oldest(), clock.now()),
        lambda: None if folder is None else disk_trouble(disk_usage(folder).free),
    )


@asynccontextmanager
async def _doing_what_is_due(
    settings: Settings, running: RunningBot, stores: Stores, clock: Clock, hooks: Hooks | None
) -> AsyncIterator[frozenset[asyncio.Task[None]]]:
    """Digests and feeds at work, and what is left or old erased, until the block ends.

    One process of several does it; a digest is posted once also where two should believe that they do.
    """
    cluster = stores.cluster
    retention = timedelta(days=settings.retention_days)
    digests, messenger = running.desk.digests, running.messenger

    async def note(plan: DigestPlan, digest: Digest) -> None:
        await stores.outlets.keep_digest(plan.place.chat_id, clock.now(), digest_as_json(digest))
        if hooks is not None:
            await hooks.note_digest(plan, digest)

    posting = Posting(
        store=stores.digests, maker=digests.maker, messenger=messenger, clock=clock, on_posted=note
    )
    jobs = Jobs(
        posting=posting,
        feeds=digests.feeds,
        store=stores.digests,
        messenger=messenger,
        clock=clock,
        retention=retention,
    )
    erasing = Retention(store=stores.operators, clock=clock, kept_for=retention)
    watch = Watch(probes=_probes(settings, running, clock, hooks), tell=running.tell_owners, now=clock.now)
    works: dict[str, Callable[[], Awaitable[None]]] = {
        "jobs": jobs.run,
        "housekeeping": running.desk.housekeeping.run,
        "retention": erasing.run,
        "watch": watch.run,
        **({} if hooks is None else {"hooks": hooks.run}),
    }
    tasks = frozenset(
        asyncio.create_task(cluster.run_as_leader(work), name=name) for name, work in works.items()
    )
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
