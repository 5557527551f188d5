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
    RTF = "rtf"
    ODT = "odt"
    DOC = "doc"  # Word before 2007, and whatever else lies in an OLE container
    SHEET = "sheet"
    SLIDES = "slides"
    LOCKED = "locked"  # an office document that is encrypted as a whole
    POSTSCRIPT = "postscript"
    KINDLE = "kindle"
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
# Text in a format that is not read: whoever links to it is told what to do.
_FOREIGN = frozenset(
    (
        Content.RTF,
        Content.ODT,
        Content.DOC,
        Content.SHEET,
        Content.SLIDES,
        Content.LOCKED,
        Content.POSTSCRIPT,
        Content.KINDLE,
    )
)
_READABLE = _DOCUMENTS | _FOREIGN | {Content.HTML, Content.FEED, Content.TEXT}

_MAGIC = (
    (b"%PDF-", Content.PDF),
    (b"{\\rtf", Content.RTF),
    (b"%!PS", Content.POSTSCRIPT),
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
    (b"\x1f\x8b\x08", Content.ARCHIVE),  # gzip, whose only method is 8 (RFC 1952, 2.3.1)
    (b"BZh", Content.ARCHIVE),
    (b"7z\xbc\xaf'\x1c", Content.ARCHIVE),
    (b"\xfd7zXZ\x00", Content.ARCHIVE),
    (b"Rar!\x1a\x07", Content.ARCHIVE),
    (b"PK\x05\x06", Content.ARCHIVE),  # a zip file without entries
    (b"SQLite format 3", Content.BINARY),
    (b"wOFF", Content.BINARY),
    (b"wOF2", Content.BINARY),
    (b"\x7fELF", Content.BINARY),
    (b"MZ", Content.BINARY),
)
_RIFF = {b"WEBP": Content.IMAGE, b"WAVE": Content.AUDIO, b"AVI ": Content.VIDEO}
_PICTURE_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"mif1")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of an OLE container by the names in its directory, which are written in UTF-16.
_STREAMS = tuple(
    (name.encode("utf-16-le"), content)
    for name, content in (
        ("EncryptedPackage", Content.LOCKED),
        ("WordDocument", Content.DOC),
        ("PowerPoint Document", Content.SLIDES),
        ("Workbook", Content.SHEET),
    )
)
# The first entry of an OpenDocument file is its type, stored (ODF 1.3, part 2, 3.3).
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_OPEN_KINDS = ((b"spreadsheet", Content.SHEET), (b"presentation", Content.SLIDES))
_OFFICE = (
    (b"word/document.xml", Content.DOCX),
    (b"xl/workbook.xml", Content.SHEET),
    (b"ppt/presentation.xml", Content.SLIDES),
)
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
    known = _container(body, head) or _by_magic(head)
    if known is not None:
        return known
    if not is_text(head):
        return Content.BINARY
    if _FEED.search(head) and not re.search(rb"<html[\s>]", head, re.IGNORECASE):
        return Content.FEED
    if "html" in content_type or _TAG.search(head.replace(b"\x00", b"")):
        return Content.HTML
    return Content.TEXT


def _container(body: bytes, head: bytes) -> Content | None:
    """What a file is that is told by what lies in it, or behind other bytes."""
    if head.startswith(_ZIP):
        return _zip_content(body)
    if head.startswith(_OLE):
        return next((content for name, content in _STREAMS if name in body), Content.DOC)
    if head[60:68] == b"BOOKMOBI":
        return Content.KINDLE
    # Readers skip what stands before the mark (ISO 32000-1, annex H, note 13); a page may speak of it.
    is_pdf = (
        b"%PDF-" in head[:1024]
        and not head.lstrip().startswith(b"<")
        and b"\nendobj" in body.replace(b"\r", b"\n")
    )
    return Content.PDF if is_pdf else None


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
    kind = body[30 : 30 + len(_OPEN_DOCUMENT) + 20]
    if kind.startswith(_OPEN_DOCUMENT):
        return next((content for name, content in _OPEN_KINDS if name in kind), Content.ODT)
    if b"META-INF/container.xml" in body and b".opf" in body:
        return Content.EPUB  # packed by a program that does not put the type first
    return next((content for name, content in _OFFICE if name in body), Content.ARCHIVE)


def is_text(head: bytes) -> bool:
    """Whether bytes can be text in some encoding, UTF-16 without a mark included."""
    if head.startswith(_MARKS):
        return True
    odd = len(head) - len(head.translate(None, _BINARY_BYTES))
    zeros = head.count(0)
    if zeros > len(head) * 0.2:  # UTF-16 has its zeros all at even or all at odd places
        zeros = min(head[::2].count(0), head[1::2].count(0))
    return (odd + zeros) * 200 <= len(head)
