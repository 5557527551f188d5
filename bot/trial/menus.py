"""The bot's menus: which commands Telegram's clients show to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.trial.chats import Chat

Json = dict[str, Any]


class Menus:
    """Lists of commands by scope and language. A scope is its type, with ids behind it where it has some."""

    def __init__(self) -> None:
        self.lists: dict[tuple[str, str], list[Json]] = {}

    def set(self, commands: list[Json], scope: str, language: str) -> None:
        """The menu for one scope and language; an empty list takes it away."""
        if commands:
            self.lists[scope, language] = commands
        else:
            self.lists.pop((scope, language), None)

    def of(self, chat: Chat, user_id: int, language: str) -> list[Json]:
        """The commands that a person sees in a chat, by Telegram's order of scopes and languages."""
        for scope in _scopes(chat, user_id):
            for code in (language, ""):
                if (scope, code) in self.lists:
                    return self.lists[scope, code]
        return []


def _scopes(chat: Chat, user_id: int) -> Iterator[str]:
    if chat.kind == "channel":
        return
    if chat.is_group:
        yield f"chat_member:{chat.chat_id}:{user_id}"
        if chat.is_admin(user_id):
            yield f"chat_administrators:{chat.chat_id}"
    yield f"chat:{chat.chat_id}"
    if chat.is_group:
        if chat.is_admin(user_id):
            yield "all_chat_administrators"
        yield "all_group_chats"
    else:
        yield "all_private_chats"
    yield "default"
