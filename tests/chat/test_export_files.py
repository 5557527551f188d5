"""The file of /export: as it is, packed where it is large, or told to be too large for Telegram."""

import gzip
import random

from bot.chat.handlers import privacy
from bot.chat.handlers.privacy import FILE_NAME, ExportFile


def filled(*pieces):
    file = ExportFile()
    for piece in pieces:
        file.take(piece)
    return file.finish()


def test_a_small_export_is_sent_as_it_is():
    made = filled("[1, ", "2]")
    assert (made.name, made.body) == (FILE_NAME, b"[1, 2]")


def test_a_large_one_is_packed_and_whole(monkeypatch):
    monkeypatch.setattr(privacy, "PACKED_FROM_BYTES", 20)
    pieces = [f"row {number}, " for number in range(100)]
    made = filled(*pieces)
    assert made.name == f"{FILE_NAME}.gz"
    assert gzip.decompress(made.body).decode() == "".join(pieces)
    assert made.body[8] == 4  # packed in the fastest way (RFC 1952): a reader of the database waits for it


def test_small_pieces_are_packed_together(monkeypatch):
    """Each by itself would take longer, and the database is being read meanwhile."""
    written = []

    class Noting(gzip.GzipFile):
        def write(self, data):
            written.append(len(data))
            return super().write(data)

    monkeypatch.setattr(privacy, "PACKED_FROM_BYTES", 20)
    monkeypatch.setattr(privacy.gzip, "GzipFile", Noting)
    pieces = [f"row {number}, " for number in range(20_000)]
    made = filled(*pieces)
    assert gzip.decompress(made.body).decode() == "".join(pieces)
    assert len(written) <= sum(map(len, pieces)) // privacy.BLOCK_BYTES + 2


def test_what_telegram_would_not_take_is_not_kept(monkeypatch):
    monkeypatch.setattr(privacy, "MOST_BYTES", 1000)
    monkeypatch.setattr(privacy, "PACKED_FROM_BYTES", 500)
    source = random.Random(1)  # noqa: S311 - no secret
    assert filled(*(source.randbytes(400).hex() for _ in range(300))) is None
