"""What the page lets people do beyond writing: members, rights, topics, reactions, inline, the clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from bot.trial import inline, membership, people, topics
from bot.trial.asked import number, optional_number, speaker_of, text_of
from bot.trial.chats import BOT_ID, PERSON_ID, Chat, Json
from bot.trial.clock import MovableClock
from bot.trial.errors import bad_request
from bot.trial.world import World

_LONGEST_STEP: Final = timedelta(days=31)
_STATUSES: Final = frozenset({"administrator", "member", "restricted", "left", "kicked"})


@dataclass(frozen=True, slots=True)
class Playing:
    """The deeds of a trial's people, by the names that the page calls them. `publish` tells the pages."""

    world: World
    clock: MovableClock
    publish: Callable[[Json], None]

    def handlers(self) -> Mapping[str, Callable[[Json], Awaitable[Any]]]:
        """Each deed by its name under /stand-in/."""
        return {
            "react": self._react,
            "edit": self._edit,
            "forward": self._forward,
            "member": self._member,
            "migrate": self._migrate,
            "topic": self._topic,
            "privacy": self._privacy,
            "share": self._share,
            "inline": self._inline,
            "choose": self._choose,
            "clock": self._move,
        }

    async def _react(self, asked: Json) -> bool:
        emoji = asked.get("emoji")
        people.react(self.world, speaker_of(asked), number(asked.get("message_id"), 0), emoji or None)
        return True

    async def _edit(self, asked: Json) -> bool:
        people.amend(self.world, speaker_of(asked), number(asked.get("message_id"), 0), text_of(asked))
        return True

    async def _forward(self, asked: Json) -> int:
        source, message_id = number(asked.get("from_chat_id"), 0), number(asked.get("message_id"), 0)
        return int(people.forward(self.world, speaker_of(asked), source, message_id)["message_id"])

    async def _member(self, asked: Json) -> bool:
        """Lets somebody in, out or up; without a member named: the bot."""
        chat, status = self._chat(asked), str(asked.get("status"))
        by, who = number(asked.get("user_id"), PERSON_ID), number(asked.get("member_id"), BOT_ID)
        known = who == BOT_ID or who in self.world.people
        if chat.kind == "private" or not chat.is_admin(by) or status not in _STATUSES or not known:
            raise bad_request("not enough rights")
        membership.admit(self.world, chat, who, status, by=by, may_write=status != "restricted")
        return True

    async def _migrate(self, asked: Json) -> int:
        return membership.migrate(self.world, self._chat(asked)).chat_id

    async def _topic(self, asked: Json) -> int | None:
        """Opens a topic by a name, or closes, opens or deletes one."""
        chat, thread_id = self._chat(asked), optional_number(asked.get("thread_id"))
        if "name" in asked:
            return topics.open_topic(self.world, chat, str(asked["name"])).thread_id
        if asked.get("deleted") and thread_id:
            topics.delete_topic(self.world, chat, thread_id)
        else:
            topics.set_closed(self.world, chat, thread_id, closed=bool(asked.get("closed")))
        return thread_id

    async def _privacy(self, asked: Json) -> bool:
        self.world.privacy = bool(asked.get("on"))
        self.publish({"kind": "privacy", "privacy": self.world.privacy})
        return self.world.privacy

    async def _share(self, asked: Json) -> bool:
        request_id, chosen = number(asked.get("request_id"), 0), number(asked.get("shared_id"), 0)
        people.share_chat(self.world, speaker_of(asked), request_id, chosen)
        return True

    async def _inline(self, asked: Json) -> str:
        return inline.ask(self.world, speaker_of(asked), str(asked.get("query", "")))

    async def _choose(self, asked: Json) -> int:
        chosen = inline.choose(self.world, str(asked.get("query_id")), str(asked.get("result_id")))
        return int(chosen["message_id"])

    async def _move(self, asked: Json) -> float:
        """Moves the clock forward by seconds; returns by how much it is ahead."""
        by = timedelta(seconds=number(asked.get("seconds"), 0))
        if not timedelta() <= by <= _LONGEST_STEP:
            raise bad_request("the clock goes forward, a month at most")
        self.clock.move(by)
        moved_s = self.clock.moved.total_seconds()
        self.publish({"kind": "clock", "clock": {"moved_s": moved_s}})
        return moved_s

    def _chat(self, asked: Json) -> Chat:
        return self.world.known(number(asked.get("chat_id"), 0))
