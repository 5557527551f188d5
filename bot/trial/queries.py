"""An inline query of somebody, as the stand-in keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.trial.chats import Json


@dataclass(slots=True)
class Query:
    """What somebody has typed behind the bot's name, where, and what the bot has answered."""

    user_id: int
    chat_id: int
    thread_id: int | None
    text: str
    created: float  # seconds since the epoch
    results: list[Json] | None = None  # each with `content`, as a message holds it; None: not answered yet
    button: Json | None = None
