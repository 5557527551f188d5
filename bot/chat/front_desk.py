"""What all turns share, wired: the use cases, the words, and how answers are set and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.chat.operation import Operation
from bot.chat.queueing.job import ActiveJobs
from bot.chat.telegram.rights import Rights
from bot.chat.views.cards import Cards
from bot.chat.views.voice import Voice
from bot.core.digests.discussion import TALK_LIFE
from bot.core.digests.followings import Feed
from bot.core.readings import Preferences
from bot.messages import Messages, QuestionPhrase
from bot.ports import Clock, Extractor, Fetcher, Outbox, Storage, Workers
from bot.ports.cluster import Cluster
from bot.ports.digests import DigestStore, FeedReader, FeedStore, Revisitor
from bot.ports.rooms import RoomStore
from bot.services.answering import Answerer
from bot.services.archive import WAYBACK
from bot.services.digest_services import DigestServices
from bot.services.digests import DigestMaker
from bot.services.feeds import Feeds
from bot.services.housekeeping import Housekeeping
from bot.services.intake import Intake
from bot.services.library import Library
from bot.services.reading import ArticleReader, OnSummary
from bot.services.views import PhraseFor

PLACEHOLDER_S = 1.0  # what takes longer than this shows that it is being done


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedParts:
    """What feeds and digests need besides what everything needs."""

    digests: DigestStore
    feeds: FeedStore
    revisitor: Revisitor
    reader: FeedReader
    write_list: Callable[[Iterable[Feed], str], bytes]  # feeds as a file, under a title


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDesk:
    """What all turns share."""

    reader: ArticleReader
    answerer: Answerer
    library: Library
    outbox: Outbox
    messages: Messages
    phrase_for: PhraseFor
    default_locale: str
    active: ActiveJobs
    rooms: RoomStore
    housekeeping: Housekeeping
    digests: DigestServices
    operation: Operation
    clock: Clock
    rights: Rights = field(default_factory=Rights)
    placeholder_s: float = PLACEHOLDER_S

    def voice(self, preferences: Preferences, language_code: str | None) -> Voice:
        """The language of the chat's choice, or else of the person's Telegram, or else the default."""
        locale = self.messages.choose(preferences.locale or language_code, self.default_locale)
        return Voice(self.messages, locale)

    def cards(self, voice: Voice, preferences: Preferences) -> Cards:
        """What sets values as messages for a chat."""
        return Cards(voice=voice, layout=preferences.layout, phrase_for=self.phrase_for)


def front_desk(
    *,
    storage: Storage,
    outbox: Outbox,
    rooms: RoomStore,
    following: FeedParts,
    operation: Operation,
    clock: Clock,
    fetcher: Fetcher,
    extractor: Extractor,
    workers: Workers,
    messages: Messages,
    locale: str,
    archive: str = WAYBACK,
    placeholder_s: float = PLACEHOLDER_S,
    cluster: Cluster | None = None,
    note_summary: OnSummary | None = None,
) -> FrontDesk:
    """A front desk over these ports; `cluster` are the other processes, if there can be any.

    `locale` is the language where a person's is unknown; `archive` is where a web archive's addresses begin.
    """
    intake = Intake(storage=storage, fetcher=fetcher, extractor=extractor, workers=workers, archive=archive)
    reader = ArticleReader(
        storage=storage,
        intake=intake,
        workers=workers,
        phrase_for=QuestionPhrase,
        archive=archive,
        on_summary=note_summary,
    )
    return FrontDesk(
        reader=reader,
        answerer=Answerer(storage=storage, workers=workers),
        library=Library(storage=storage),
        outbox=outbox,
        messages=messages,
        phrase_for=QuestionPhrase,
        default_locale=messages.choose(locale),
        active=ActiveJobs(cluster),
        rooms=rooms,
        housekeeping=Housekeeping(rooms=rooms, clock=clock, others=[following.digests]),
        digests=_digest_services(following, storage, intake, workers, clock, operation),
        operation=operation,
        clock=clock,
        placeholder_s=placeholder_s,
    )


def _digest_services(
    parts: FeedParts,
    storage: Storage,
    intake: Intake,
    workers: Workers,
    clock: Clock,
    operation: Operation,
) -> DigestServices:
    maker = DigestMaker(
        store=parts.digests,
        storage=storage,
        intake=intake,
        workers=workers,
        clock=clock,
        talk_life=min(TALK_LIFE, timedelta(days=operation.retention_days)),
    )
    return DigestServices(
        store=parts.digests,
        maker=maker,
        feeds=Feeds(store=parts.feeds, revisitor=parts.revisitor, reader=parts.reader, clock=clock),
        intake=intake,
        write_list=parts.write_list,
    )
