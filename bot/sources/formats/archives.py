"""Files that are zip archives of XML (docx, epub): opened with limits, parsed without entities."""

from __future__ import annotations

import io
import lzma
import zlib
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bot.core.errors import UnreadableFileError

# A book of a thousand chapters has a few thousand entries.
MAX_ENTRIES = 10_000
# Uncompressed. Parsers of XML need ten times the size of what they read, and a worker has 512 MB.
MAX_PART_BYTES = 16 * 2**20
MAX_TOTAL_BYTES = 400 * 2**20
# XML packs to a tenth, now and then to a fiftieth; what packs to less than this is made to.
MAX_RATIO = 200
_METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED})  # documents have no others (OPC, OCF 3.3)
_ENCRYPTED = 1  # bit of a zip entry's flags (APPNOTE 4.4.4)
_BAD_ZIP = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


class Archive:
    """A zip archive whose every part can be read without harm.

    Raises UnreadableFileError ("broken", "encrypted", "bomb") for what can't be opened, is locked, or unpacks
    to far more than a document has.
    """

    def __init__(self, body: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(body))
            entries = self._zip.infolist()
        except _BAD_ZIP as error:
            raise UnreadableFileError(reason="broken") from error
        _check(entries, len(body))
        self._parts = {entry.filename: entry for entry in entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they are written in the archive."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes | None:
        """A part, at most 16 MB; None where there is none of that name."""
        entry = self._parts.get(name)
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableFileError(reason="encrypted")
        if entry.file_size > MAX_PART_BYTES:
            raise UnreadableFileError(reason="bomb", part=name)
        if entry.compress_type not in _METHODS:
            raise UnreadableFileError(reason="broken", part=name)
        try:
            # Asked for so many bytes it unpacks no more; asked for all, it looks at the declared size last.
            with self._zip.open(entry) as part:
                return part.read(entry.file_size)
        except _BAD_ZIP as error:
            raise UnreadableFileError(reason="broken", part=name) from error

    def xml(self, name: str) -> Any:
        """The root element of a part that is XML; None where there is none. Entities are not expanded."""
        body = self.read(name)
        return None if body is None else parse_xml(body)


def _check(entries: list[ZipInfo], packed_bytes: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or total > min(
        MAX_TOTAL_BYTES, max(MAX_PART_BYTES, MAX_RATIO * packed_bytes)
    ):
        raise UnreadableFileError(reason="bomb")


def parse_xml(xml: bytes) -> Any:
    """The root element of an XML text, mended where it is broken; None where there is no element in it."""
    from lxml import etree  # noqa: PLC0415 - only worker processes parse

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def first_text(root: Any, name: str) -> str | None:
    """The text of the first element of a local name (any namespace); None for none, or one without text."""
    found = root.iter(f"{{*}}{name}") if root is not None else ()
    texts = (" ".join("".join(element.itertext()).split()) for element in found)
    return next((text for text in texts if text), None)
