"""The chat, wired: how it reaches Telegram, how it is run, and the use cases over the ports."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from bot.chat.context import ChatContext, ChatServices
from bot.chat.localization import Localization
from bot.chat.operation import Broadcasts, FeedEndpoint, Operation, Policy
from bot.chat.queueing.job import ActiveJobs
from bot.chat.telegram.connection import TelegramConnection
from bot.chat.telegram.webhook import WebhookAddress
from bot.core.digests.discussion import TALK_LIFE
from bot.messages import QuestionPhrase
from bot.ports import Clock
from bot.ports.reading import ReadingPorts
from bot.ports.stores import Stores
from bot.services.answering import Answerer
from bot.services.comparing import Comparer
from bot.services.digest_services import DigestServices
from bot.services.digests import DigestBuilder
from bot.services.feed_polling import FeedPoller
from bot.services.feeds import Feeds
from bot.services.housekeeping import Housekeeping
from bot.services.intake import Intake
from bot.services.library import Library
from bot.services.outlets import Outlets
from bot.services.reading import ArticleReader, OnSummary
from bot.services.summarizing import Summarizer
from bot.settings import Settings, revealed, secret_for
from bot.sources.feed_reader import SandboxedFeedReader
from bot.sources.opml import write_opml


def telegram_connection(settings: Settings) -> TelegramConnection:
    """The bot's account; `settings.token` must be set."""
    return TelegramConnection(
        token=revealed(settings.token) or "",
        api_url=settings.api_url,
        api_proxy=revealed(settings.api_proxy),
        webhook=_webhook(settings),
    )


def _webhook(settings: Settings) -> WebhookAddress | None:
    """Where Telegram brings updates. Without a secret of the operator's there is one that only who has the
    token can know: all processes of the bot have the same.
    """
    if settings.webhook_url is None:
        return None
    made_up = secret_for(settings, "webhook").hex()
    return WebhookAddress(url=settings.webhook_url, secret=revealed(settings.webhook_secret) or made_up)


def feed_endpoint(settings: Settings, outlets: Outlets, address: str | None) -> FeedEndpoint | None:
    """Where chats' feeds are given out; `address`: of the server, if there is one."""
    if address is None:
        return None
    base_url = settings.public_url or address
    return FeedEndpoint(outlets=outlets, base_url=base_url, public=settings.public_url is not None)


def operation(settings: Settings, stores: Stores, endpoint: FeedEndpoint | None) -> Operation:
    """How the operator has the bot run."""
    return Operation(
        policy=Policy(
            owners=settings.owners,
            listed=settings.access == "listed",
            rate=settings.rate,
            retention_days=settings.retention_days,
            hook_sites=tuple(urlsplit(url).hostname or url for url in settings.hooks),
        ),
        operators=stores.operators,
        broadcasts=Broadcasts(store=stores.broadcasts),
        feed_endpoint=endpoint,
    )


def chat_context(
    *,
    stores: Stores,
    ports: ReadingPorts,
    operation: Operation,
    localization: Localization,
    clock: Clock,
    on_summary: OnSummary | None = None,
) -> ChatContext:
    """The context of all turns; `on_summary` is called with every new summary."""
    return ChatContext(
        services=_chat_services(stores, ports, clock, operation.policy, on_summary),
        rooms=stores.rooms,
        outbox=stores.outbox,
        localization=localization,
        operation=operation,
        active=ActiveJobs(stores.cluster),
        clock=clock,
    )


def _chat_services(
    stores: Stores, ports: ReadingPorts, clock: Clock, policy: Policy, on_summary: OnSummary | None
) -> ChatServices:
    workers = ports.workers
    intake = Intake(storage=stores.storage, fetcher=ports.fetcher, extractor=ports.extractor, workers=workers)
    reader = ArticleReader(
        storage=stores.storage,
        intake=intake,
        workers=workers,
        summarizer=Summarizer(storage=stores.storage, workers=workers, phrase_for=QuestionPhrase),
        on_summary=on_summary,
    )
    return ChatServices(
        reader=reader,
        answerer=Answerer(storage=stores.storage, workers=workers),
        library=Library(storage=stores.storage),
        comparer=Comparer(workers=workers),
        digests=_digest_services(stores, ports, clock, intake, policy),
        housekeeping=Housekeeping(rooms=stores.rooms, clock=clock, others=[stores.digests]),
    )


def _digest_services(
    stores: Stores, ports: ReadingPorts, clock: Clock, intake: Intake, policy: Policy
) -> DigestServices:
    reader = SandboxedFeedReader(ports.workers)
    builder = DigestBuilder(
        store=stores.digests,
        storage=stores.storage,
        intake=intake,
        workers=ports.workers,
        clock=clock,
        talk_life=min(TALK_LIFE, timedelta(days=policy.retention_days)),
    )
    return DigestServices(
        store=stores.digests,
        builder=builder,
        feeds=Feeds(store=stores.feeds, revisitor=ports.revisitor, reader=reader, clock=clock),
        poller=FeedPoller(store=stores.feeds, revisitor=ports.revisitor, reader=reader, clock=clock),
        intake=intake,
        write_list=write_opml,
    )
