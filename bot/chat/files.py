"""Files that people send, fetched from Telegram."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from telegram import Bot, Document
from telegram.error import BadRequest

from bot.chat.telegram.calls import call
from bot.core.errors import FileTooLargeError, UnreadableFileError
from bot.services.views import FileSource

if TYPE_CHECKING:
    from typing_extensions import Buffer


class _Received(BytesIO):
    """Keeps the bytes that are written to it as they are.

    Each copy of 20 MB would hold the event loop for 20 ms.
    """

    body = b""

    def write(self, data: Buffer, /) -> int:
        self.body = data if isinstance(data, bytes) else bytes(data)
        return len(self.body)


LARGEST_MB = 20  # what the Bot API hands over


async def download(bot: Bot, document: Document) -> FileSource:
    """A file with the name and type that its sender's client gave it.

    Raises FileTooLargeError, UnreadableFileError, and TelegramError where Telegram cannot be reached.
    """
    if (document.file_size or 0) > LARGEST_MB * 1024 * 1024:
        raise FileTooLargeError(limit_mb=LARGEST_MB)
    try:
        file = await call(bot.get_file, document.file_id)
    except BadRequest as error:
        if "too big" in error.message.lower():
            raise FileTooLargeError(limit_mb=LARGEST_MB) from error
        raise UnreadableFileError(reason="broken") from error
    if file is None:
        raise UnreadableFileError(reason="broken")
    received = _Received()
    await file.download_to_memory(received)
    return FileSource(body=received.body, name=document.file_name, content_type=document.mime_type)
