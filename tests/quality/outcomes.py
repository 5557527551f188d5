"""What became of updates that were brought to the bot: from its inbox, and from what Telegram was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from bot.storage.schema.tables import UpdateState, inbox

Said = Mapping[int, Mapping[int, str]]  # by chat and message, in order
States = Mapping[int, str]  # by update, as the inbox has it


class Outcome(StrEnum):
    """What became of an update."""

    ANSWERED = "answered"
    TOLD_OTHERWISE = "told_otherwise"  # that it took too long, or failed
    WAITING = "still_waiting"  # on disk, to be answered: the program did not wait for it
    LOST = "lost"  # not on disk, or done with, and nothing was said


def states_in(database: str) -> dict[int, str]:
    """How far the bot has come with each update."""
    url = sa.engine.make_url(database)
    driver = "sqlite+pysqlite" if url.get_backend_name() == "sqlite" else "postgresql+psycopg"
    engine = sa.create_engine(url.set(drivername=driver))
    try:
        with engine.connect() as connection:
            rows = connection.execute(sa.select(inbox.c.telegram_id, inbox.c.state))
            return {row.telegram_id: row.state for row in rows}
    finally:
        engine.dispose()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the chats were told, where in each the same was asked, in the same order."""

    right: Sequence[str]  # what most were told
    said: Said

    @classmethod
    def of(cls, said: Said, each: int) -> Answers:
        """`each`: updates of a chat."""
        whole = Counter(tuple(words.values()) for words in said.values() if len(words) == each)
        return cls(right=whole.most_common(1)[0][0] if whole else (), said=said)

    def outcomes(self, chat: int, updates: Sequence[int], states: States) -> list[Outcome]:
        """What became of a chat's updates, in order."""
        words = [*self.said.get(chat, {}).values()]
        others = sum(text not in self.right for text in words)
        found = []
        for index, update in enumerate(updates):
            if self.right[index : index + 1] and self.right[index] in words:
                found.append(Outcome.ANSWERED)
            elif states.get(update) == UpdateState.PENDING:
                found.append(Outcome.WAITING)
            elif others:
                found.append(Outcome.TOLD_OTHERWISE)
                others -= 1
            else:
                found.append(Outcome.LOST)
        return found

    def twice(self, chat: int, updates: Sequence[int], states: States) -> Counter[bool]:
        """How many messages of a chat are more than one for each update: of those that the bot is done with
        (True), and of those where it still looks for a lost one to delete (False).
        """
        words = Counter(self.said.get(chat, {}).values())
        more: Counter[bool] = Counter()
        for update, text in zip(updates, self.right, strict=False):
            more[states.get(update) != UpdateState.PENDING] += max(words[text] - 1, 0)
        return more

    def is_in_order(self, chat: int) -> bool:
        """Whether the right ones among a chat's answers came in the order in which they were asked for."""
        places = [self.right.index(text) for text in self.said.get(chat, {}).values() if text in self.right]
        return places == sorted(places)
