"""What all turns share: the use cases, the words, and how the bot is run."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.chat.localization import Localization
from bot.chat.operation import Operation
from bot.chat.queueing.job import ActiveJobs
from bot.chat.telegram.rights import Rights
from bot.chat.views.voice import Voice
from bot.ports import Clock, Outbox
from bot.ports.rooms import RoomStore
from bot.services.answering import Answerer
from bot.services.comparing import Comparer
from bot.services.digest_services import DigestServices
from bot.services.housekeeping import Housekeeping
from bot.services.library import Library
from bot.services.reading import ArticleReader
from bot.services.views import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatServices:
    """The use cases that a chat calls."""

    reader: ArticleReader
    answerer: Answerer
    library: Library
    comparer: Comparer
    digests: DigestServices
    housekeeping: Housekeeping


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatContext:
    """What all turns share; one for the whole bot."""

    services: ChatServices
    rooms: RoomStore
    outbox: Outbox
    localization: Localization
    operation: Operation
    active: ActiveJobs
    clock: Clock
    rights: Rights = field(default_factory=Rights)

    async def voice_in(self, chat_id: int) -> Voice:
        """The language of a chat in which nobody has just written: its choice, or a person's own."""
        library = self.services.library
        preferences = await library.preferences(Origin(chat_id=chat_id, user_id=chat_id))
        language = await library.language_of(chat_id) if chat_id > 0 else None
        return self.localization.voice(preferences, language)
