"""The files of a trial: what people and the bot have sent."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, Final

from bot.trial.errors import bad_request

MAX_DOWNLOAD_BYTES: Final = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that somebody sent."""

    file_id: str
    name: str
    mime_type: str
    body: bytes
    path: str  # under /file/bot<token>/

    def as_document(self) -> dict[str, Any]:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_id[-12:],
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": len(self.body),
        }


class FileShelf(dict[str, StoredFile]):
    """Files by their ids."""

    def keep(self, name: str, mime_type: str, body: bytes) -> StoredFile:
        """Stores a file."""
        number = len(self)
        file_id = f"trial-{number}-{secrets.token_hex(12)}"
        self[file_id] = StoredFile(file_id, name, mime_type, body, f"documents/file_{number}")
        return self[file_id]

    def download(self, file_id: str) -> StoredFile:
        """A file for the bot to fetch. Raises ApiError."""
        if file_id not in self:
            raise bad_request("invalid file_id")
        if len(self[file_id].body) > MAX_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return self[file_id]
