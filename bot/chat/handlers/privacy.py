"""What people can ask about themselves: what is kept, a copy of it, and which language they are spoken to."""

from __future__ import annotations

import asyncio
import gzip
import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.chat.requests import after_command
from bot.chat.telegram.calls import call
from bot.chat.turns import Said, Turn
from bot.chat.views import keyboards
from bot.chat.views.render import Rendered, SentFile, link

FILE_NAME = "nutshell-export.json"
MOST_BYTES = 45_000_000  # Telegram takes 50 MB from a bot


async def on_privacy(turn: Turn) -> Said:
    """/privacy: what is kept, where, how long, by whom, and how to have it erased."""
    voice, operation = turn.voice, turn.context.operation
    blocks = [voice.html("privacy"), voice.html("privacy-how-long", days=operation.policy.retention_days)]
    if operation.policy.owners:
        owner = link(f"tg://user?id={operation.policy.owners[0]}", voice.html("privacy-owner"))
        blocks.append(f"{voice.html('privacy-who')} {owner}")
    if operation.policy.hook_sites:
        blocks.append(voice.html("privacy-hooks", sites=voice.listed(operation.policy.hook_sites)))
    return turn.show(Rendered("\n\n".join([*blocks, voice.html("privacy-export")])))


async def on_export(turn: Turn) -> Said:
    """/export: everything that is kept of this person, as a file; in private only."""
    if not turn.personal:
        return turn.say("export-private")
    told = await turn.context.operation.operators.export(turn.origin.user_id)
    name, body = await asyncio.to_thread(_file, told)
    if len(body) > MOST_BYTES:
        return turn.say("export-too-large")
    with suppress(TelegramError):  # a courtesy
        await call(turn.bot.send_chat_action, turn.origin.chat_id, ChatAction.UPLOAD_DOCUMENT)
    articles = {reading["version"] for reading in told["readings"]}  # one may have been read several times
    caption = turn.voice.html("export-done", readings=len(articles))
    return Said((Rendered(caption, file=SentFile(name=name, body=body)),))


async def on_language(turn: Turn) -> Said:
    """/language: buttons for the language, or "/language de" at once."""
    if not await turn.may_manage():
        return turn.say("admins-only")
    code = after_command(turn.message.text or "").strip().lower()
    if not code:
        html = turn.voice.html("language-ask")
        return turn.show(Rendered(html, keyboards.languages(turn.voice, turn.preferences)))
    spoken = turn.context.localization.messages.locales
    if code not in spoken:
        return turn.say("language-unknown", known=turn.voice.listed(spoken))
    await turn.services.library.prefer(turn.origin, replace(turn.preferences, locale=code))
    turn.voice = replace(turn.voice, locale=code)
    return turn.say("language-done")


def _file(told: dict[str, Any]) -> tuple[str, bytes]:
    """The export as a file; packed where it is too large for Telegram."""
    body = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return (FILE_NAME, body) if len(body) <= MOST_BYTES else (f"{FILE_NAME}.gz", gzip.compress(body))
