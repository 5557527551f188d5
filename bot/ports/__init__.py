"""What the use cases need from outside, as Protocols. The docstrings are the contract.

All datetimes are aware and in UTC. An implementation may raise `bot.core.errors.BotError` and what its
docstring names; anything else is a bug.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ParamSpec, Protocol, TypeVar

from bot.core.article import Article
from bot.core.post_links import PostLink
from bot.ports.library import ArticleStore, ConversationStore, MessageStore, PeopleStore, ReadingStore

P = ParamSpec("P")
T = TypeVar("T")


class Clock(Protocol):
    """The time. In the trial chat it can be moved."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Workers(Protocol):
    """Processes for CPU work, each job with a limit on time and memory; a job that passes it is killed."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a module-level function, run with picklable arguments in another process.

        Errors of the function arrive as they were raised. Raises WorkTimeoutError, WorkTooLargeError or
        WorkerDiedError; only the job that caused it is lost.
        """
        ...

    async def run_short(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `run`, for jobs that never see a stranger's markup: done even while pages are slow."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a fetch brought home."""

    url: str  # the final address, cleaned
    body: bytes  # decompressed
    content_type: str  # lower-case, without parameters; as declared
    charset: str | None  # as declared by the server, if it is one that Python knows
    fetched_at: datetime


class Fetcher(Protocol):
    """The one way out to the web. Reaches public addresses and the operator's own networks only."""

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        """The page behind a link, redirects followed; `fresh` passes the cache.

        One request in flight for one address. Raises NotALinkError and FetchError's subclasses.
        """
        ...


class Extractor(Protocol):
    """Makes articles of what was fetched or uploaded."""

    async def from_page(self, page: Page) -> Article:
        """The article of a page. Raises NoArticle, InvalidInputError, NotAPageError, WorkError."""
        ...

    async def from_post(self, link: PostLink, pages: Sequence[Page]) -> Article:
        """The article of a public post; `pages`: what its addresses brought. Raises NoArticle, WorkError."""
        ...

    async def from_file(
        self, body: bytes, name: str | None, content_type: str | None, *, url: str | None = None
    ) -> Article:
        """The article of an uploaded file; `url` is where it was saved from, if that is known.

        Raises UnsupportedFileError, UnreadableFileError, NoArticle, EmptyTextError, TextTooLongError,
        WorkError.
        """
        ...

    async def from_text(self, text: str, *, url: str | None = None) -> Article:
        """The article of pasted text. Raises EmptyTextError, TextTooLongError, TooComplexError, WorkError."""
        ...


class Storage(PeopleStore, ArticleStore, ReadingStore, MessageStore, ConversationStore, Protocol):
    """What is remembered of articles and their readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An update as the inbox keeps it."""

    update_id: int
    payload: str  # the JSON as Telegram sent it
    lane: str  # updates of one lane are handled one at a time, in order
    chat_id: int | None  # where it came from, and whose it is, for /forget; None where it doesn't say
    user_id: int | None
    received_at: datetime
    tries: int = 0  # how often it was begun since the program started
    deaths: int = 0  # how often the program died while it was being handled
    alone: int = 0  # the last so many times that the program died, nothing else can have been the cause

    @property
    def suspect(self) -> bool:
        """Whether it may be what kills the process; once is chance, as others were being handled too."""
        return self.deaths >= 2


class Inbox(Protocol):
    """Updates on disk. What `put` has returned for is never lost."""

    async def put(self, updates: Sequence[Incoming]) -> tuple[Incoming, ...]:
        """Commit a batch durably; returns those that are new (by `update_id`), in order.

        Where several processes share the inbox: those that this one is to handle.
        """
        ...

    async def pending(self) -> tuple[Incoming, ...]:
        """What was put and neither done nor set aside, in order: the work after a restart."""
        ...

    def arrivals(self) -> AsyncIterator[tuple[Incoming, ...]]:
        """What other processes leave to this one, in order, for ever."""
        ...

    async def begin(self, update_id: int) -> int:
        """Note that work on an update begins; returns how often it has been begun, 0 if it was erased."""
        ...

    async def release(self, update_id: int) -> None:
        """Take a `begin` back: the work was interrupted through no fault of the update."""
        ...

    async def done(self, update_id: int) -> None: ...

    async def set_aside(self, update_id: int, error: str) -> None:
        """Give up on an update; its JSON is kept for the operator."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message of an answer, and how far it has come."""

    update_id: int
    part: int  # 0-based; an answer can be several messages
    chat_id: int
    message_id: int | None = None  # None: sending was begun, and it is not known whether it arrived
    final: bool = False  # False: it holds a placeholder
    # For each time that it was begun to send and nobody knows how that ended: the highest message id, in the
    # numbering of the chat, that was known then. A message that was lost came next or soon after.
    lost: tuple[int, ...] = ()


class Outbox(Protocol):
    """What was sent for which update, so that a crash gives no second answer."""

    async def intend(self, update_id: int, part: int, chat_id: int, *, placeholder: bool = False) -> Delivery:
        """Note that a message is about to be sent; returns what is known of it, also from before a crash.

        A `placeholder` is not sent again where one may have been lost. What is no placeholder is the
        answer: the work on the update is done then, and no later death of the program is blamed on it.
        """
        ...

    async def sent(self, update_id: int, part: int, message_id: int, *, final: bool) -> None:
        """Note which message it became. Those that were lost before are still to be settled."""
        ...

    async def settled(self, update_id: int, part: int) -> None:
        """Note that nothing is lost any more."""
        ...

    async def gone(self, update_id: int, part: int) -> None:
        """Note that there is no such message, nor one that could be lost: it was refused, or deleted."""
        ...

    async def sent_elsewhere(self, chat_id: int) -> bool:
        """Whether another process is sending something in a chat, so that its id is not known yet."""
        ...

    async def known_messages(self, chat_id: int, after: int, *, elsewhere: bool = False) -> frozenset[int]:
        """Ids after a message id that a lost message of a chat cannot have, since other messages have them.

        Those of the chat; where `elsewhere`, also those of all chats that share its numbering.
        """
        ...
