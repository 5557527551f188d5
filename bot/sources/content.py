"""What a body is, told by its bytes; the declared type only decides where these say nothing."""

from __future__ import annotations

import re
from enum import StrEnum


class Content(StrEnum):
    """Sorts of content that are treated differently."""

    HTML = "html"
    FEED = "feed"
    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    ARCHIVE = "archive"
    BINARY = "binary"

    @property
    def readable(self) -> bool:
        """Whether there can be a text in it."""
        return self in _READABLE

    @property
    def document(self) -> bool:
        """Whether it is a file with a format of its own, which may be larger than a page."""
        return self in _DOCUMENTS


_DOCUMENTS = frozenset((Content.PDF, Content.DOCX, Content.EPUB))
_READABLE = _DOCUMENTS | {Content.HTML, Content.FEED, Content.TEXT}

_MAGIC = (
    (b"%PDF-", Content.PDF),
    (b"\x89PNG\r\n\x1a\n", Content.IMAGE),
    (b"\xff\xd8\xff", Content.IMAGE),
    (b"GIF87a", Content.IMAGE),
    (b"GIF89a", Content.IMAGE),
    (b"BM", Content.IMAGE),
    (b"II*\x00", Content.IMAGE),
    (b"MM\x00*", Content.IMAGE),
    (b"\x00\x00\x01\x00", Content.IMAGE),
    (b"ID3", Content.AUDIO),
    (b"OggS", Content.AUDIO),
    (b"fLaC", Content.AUDIO),
    (b"\x1aE\xdf\xa3", Content.VIDEO),
    (b"FLV\x01", Content.VIDEO),
    (b"\x1f\x8b", Content.ARCHIVE),
    (b"BZh", Content.ARCHIVE),
    (b"7z\xbc\xaf'\x1c", Content.ARCHIVE),
    (b"\xfd7zXZ\x00", Content.ARCHIVE),
    (b"Rar!\x1a\x07", Content.ARCHIVE),
    (b"\x7fELF", Content.BINARY),
    (b"MZ", Content.BINARY),
)
_RIFF = {b"WEBP": Content.IMAGE, b"WAVE": Content.AUDIO, b"AVI ": Content.VIDEO}
_PICTURE_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"mif1")
_ZIP = b"PK\x03\x04"
_EPUB = b"mimetypeapplication/epub+zip"  # must be the first entry, stored (EPUB OCF 3.3, 4.3)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

HEAD_BYTES = 4_096  # enough to tell everything but what a zip holds
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|style|article|section|main|div|table|p|h[1-6]|a|br|b|font"
    rb"|link|base|nav|header|iframe)[\s/>]",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
# Bytes that no text has (WHATWG MIME Sniffing, "binary data byte"), zero apart.
_BINARY_BYTES = bytes((*range(1, 9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)))
# Never a page, and some never end: not a byte of these is read.
_REFUSED = {
    "audio": Content.AUDIO,
    "video": Content.VIDEO,
    "font": Content.BINARY,
    "multipart": Content.VIDEO,  # x-mixed-replace: a camera
    "model": Content.BINARY,
}


def declared_refusal(content_type: str) -> Content | None:
    """What a declared type is, if that alone is a reason not to read the body."""
    if content_type == "text/event-stream":
        return Content.BINARY
    return _REFUSED.get(content_type.partition("/")[0])


def sniff(body: bytes, content_type: str = "") -> Content:
    """What a body is; its first HEAD_BYTES are enough, but for zip files. `content_type`: as declared."""
    head = body[:HEAD_BYTES]
    if head.startswith(_ZIP):
        return _zip_content(body)
    known = _by_magic(head)
    if known is not None:
        return known
    if not is_text(head):
        return Content.BINARY
    if _FEED.search(head) and not re.search(rb"<html[\s>]", head, re.IGNORECASE):
        return Content.FEED
    if "html" in content_type or _TAG.search(head.replace(b"\x00", b"")):
        return Content.HTML
    return Content.TEXT


def _by_magic(head: bytes) -> Content | None:
    for magic, content in _MAGIC:
        if head.startswith(magic) and (len(magic) > 2 or not is_text(head)):
            return content
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], Content.BINARY)
    if head[4:8] == b"ftyp":
        return Content.IMAGE if head[8:12] in _PICTURE_BRANDS else Content.VIDEO
    if head[:2] in {b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"}:
        return Content.AUDIO  # MPEG layer 3 without a tag
    return None


def _zip_content(body: bytes) -> Content:
    if body[30 : 30 + len(_EPUB)] == _EPUB:
        return Content.EPUB
    return Content.DOCX if b"word/document.xml" in body else Content.ARCHIVE


def is_text(head: bytes) -> bool:
    """Whether bytes can be text in some encoding, UTF-16 without a mark included."""
    if head.startswith(_MARKS):
        return True
    odd = len(head) - len(head.translate(None, _BINARY_BYTES))
    zeros = head.count(0)
    if zeros > len(head) * 0.2:  # UTF-16 has its zeros all at even or all at odd places
        zeros = min(head[::2].count(0), head[1::2].count(0))
    return (odd + zeros) * 200 <= len(head)
