"""Zip archives whose parts are not what they say."""

from __future__ import annotations

import io
import struct
import tracemalloc
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from bot.core.errors import UnreadableFileError
from bot.sources.formats.archives import Archive


def packed(body: bytes, method: int) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", method) as archive:
        archive.writestr("part.xml", body)
    return file.getvalue()


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize("body", [b"", b"<a/>", b"<a/>" * 100_000])
def test_a_part_comes_whole(body: bytes, method: int) -> None:
    assert Archive(packed(body, method)).read("part.xml") == body


def test_a_part_that_unpacks_to_more_than_it_declares_is_not_unpacked() -> None:
    size = 64 * 2**20
    bomb = packed(bytes(size), ZIP_DEFLATED).replace(struct.pack("<L", size), struct.pack("<L", 1_000))
    archive = Archive(bomb)
    tracemalloc.start()
    with pytest.raises(UnreadableFileError, match="broken"):
        archive.read("part.xml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * 2**20


def test_a_part_packed_as_no_document_is_stays_packed() -> None:
    with pytest.raises(UnreadableFileError, match="broken"):
        Archive(packed(b"<a/>", ZIP_BZIP2)).read("part.xml")
