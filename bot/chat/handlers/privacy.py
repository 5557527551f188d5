"""What people can ask about themselves: what is kept, a copy of it, and which language they are spoken to."""

from __future__ import annotations

import gzip
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.chat.requests import after_command
from bot.chat.telegram.calls import call
from bot.chat.turns import Said, Turn
from bot.chat.views import keyboards
from bot.chat.views.render import Rendered, SentFile, link
from bot.chat.views.voice import Voice

FILE_NAME = "nutshell-export.json"
MOST_BYTES = 45_000_000  # Telegram takes 50 MB from a bot
PACKED_FROM_BYTES = 10_000_000  # what is larger is packed: it is held in memory until it is sent
BLOCK_BYTES = 64 * 2**10  # small pieces are packed together: packing each by itself takes longer
FASTEST = 1  # while it is packed, it is read from the database, of which few can read at a time


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
    file = ExportFile()
    articles = await turn.context.operation.operators.export(turn.origin.user_id, file.take)
    made = file.finish()
    if made is None:
        return turn.say("export-too-large")
    with suppress(TelegramError):  # a courtesy
        await call(turn.bot.send_chat_action, turn.origin.chat_id, ChatAction.UPLOAD_DOCUMENT)
    return Said((Rendered(turn.voice.html("export-done", readings=articles), file=made),))


async def on_language(turn: Turn) -> Said:
    """/language: buttons for the language, or "/language de" and "/language German" at once."""
    if not await turn.may_manage():
        return turn.say("admins-only")
    wanted = after_command(turn.message.text or "").strip()
    code = _locale(turn.voice, wanted)
    if code is None:
        known = turn.voice.listed(map(turn.voice.language, turn.context.localization.messages.locales))
        html = turn.voice.html("language-unknown", known=known) if wanted else turn.voice.html("language-ask")
        return turn.show(Rendered(html, keyboards.languages(turn.voice, turn.preferences)))
    await turn.services.library.prefer(turn.origin, replace(turn.preferences, locale=code))
    turn.voice = replace(turn.voice, locale=code)
    return turn.say("language-done")


class ExportFile:
    """Takes an export in, a piece after the other, and packs it where it is large."""

    def __init__(self) -> None:
        self._block = bytearray()
        self._body = BytesIO()
        self._packer: gzip.GzipFile | None = None
        self._too_large = False

    def take(self, piece: str) -> None:
        """Add a piece. What is more than Telegram takes is not kept."""
        if self._too_large:
            return
        self._block += piece.encode()
        if len(self._block) >= BLOCK_BYTES:
            self._write()

    def _write(self) -> None:
        (self._packer or self._body).write(self._block)
        self._block.clear()
        if self._packer is None and self._body.tell() > PACKED_FROM_BYTES:
            plain, self._body = self._body, BytesIO()
            self._packer = gzip.GzipFile(FILE_NAME, "wb", compresslevel=FASTEST, fileobj=self._body)
            self._packer.write(plain.getbuffer())
        self._too_large = self._body.tell() > MOST_BYTES

    def finish(self) -> SentFile | None:
        """The file; None where it is larger than Telegram takes."""
        self._write()
        name = FILE_NAME
        if self._packer is not None:
            self._packer.close()
            name += ".gz"
        return None if self._too_large else SentFile(name=name, body=self._body.getvalue())


def _locale(voice: Voice, wanted: str) -> str | None:
    """The locale that is meant by its code or its name: its own, in English, or in the person's language."""
    messages = voice.messages
    for locale in messages.locales:
        names = [
            messages.say(locale, "language-name"),
            messages.language("en", locale),
            voice.language(locale),
        ]
        if wanted.casefold() in {locale, *map(str.casefold, names)}:
            return locale
    return None
