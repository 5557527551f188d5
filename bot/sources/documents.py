"""Files that hold an article: told apart by content, not by name."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import unquote

from bot.core.article import Article
from bot.core.errors import EmptyTextError, NoArticle, NotAPageError, Reason, UnsupportedFileError
from bot.sources.charset import decode
from bot.sources.extract import extract

_PICTURE = "picture"
# The first bytes of files without text of their own. ISO media (mp4, heic) has its mark at the fifth byte.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x00\x00\x01\x00", _PICTURE),
    (b"ID3", "audio"),
    (b"OggS", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"%PDF", "pdf"),
    (b"%!PS", "postscript"),
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3", "database"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
)
_MARKUP = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<?xml",
    b"<!--",
    b"<div",
    b"<p>",
    b"<article",
    b"<meta",
    b"<title",
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b")
_SAMPLE = 65_536


def kind_of(body: bytes) -> str:
    """What a file is by its content: "html", "text", or the kind of something else ("pdf", "picture", …)."""
    head = body[:512]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF":
        return _PICTURE if head[8:12] == b"WEBP" else "audio"
    if head[4:8] == b"ftyp":
        return _PICTURE if head[8:11] in {b"hei", b"avi", b"mif"} else "video"
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "html" if _is_markup(head.replace(b"\x00", b"")[2:]) else "text"
    if _is_binary(body[:_SAMPLE]):
        return "binary"
    return "html" if _is_markup(head) or b"<html" in body[:4096].lower() else "text"


def _is_markup(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP)


def _is_binary(sample: bytes) -> bool:
    """Whether there are more control characters than any charset of text has."""
    controls = sum(sample.count(code) for code in range(32) if code not in _TEXT_CONTROLS)
    return controls > len(sample) // 100


def read_page(body: bytes, url: str | None, charset: str | None = None) -> Article:
    """The article behind a link. Raises NoArticle, NotAPageError, UnreadableFileError, TextTooLongError."""
    kind = kind_of(body)
    try:
        if kind == "html":
            return extract(decode(body, charset), url)
        if kind == "text":
            return Article.from_text(decode(body, charset), title=_name_in(url), url=url)
    except EmptyTextError as error:
        raise NoArticle(Reason.EMPTY, url=url) from error
    raise NotAPageError(url=url, kind=kind)


def read_file(body: bytes, name: str | None, content_type: str | None, url: str | None = None) -> Article:
    """The article in an uploaded file; a page's own address is not believed.

    Raises UnsupportedFileError, UnreadableFileError, EmptyTextError, NoArticle, TextTooLongError.
    """
    kind = kind_of(body)
    if kind == "text" and (content_type == "text/html" or _suffix(name) in {".html", ".htm", ".xhtml"}):
        kind = "html"
    if kind == "html" and _suffix(name) not in {".txt", ".md", ".markdown"}:
        return extract(decode(body), url)
    if kind in {"html", "text"}:
        return Article.from_text(decode(body), url=url)
    raise UnsupportedFileError(kind=kind)


def read_text(text: str, title: str | None = None, url: str | None = None) -> Article:
    """The article of a pasted text. Raises EmptyTextError, TextTooLongError."""
    return Article.from_text(text, title=title, url=url)


def _suffix(name: str | None) -> str:
    return PurePath(name or "").suffix.lower()


def _name_in(url: str | None) -> str | None:
    """The last part of an address: what a text file without a title is called."""
    return unquote(url.rsplit("/", 1)[-1].split("?")[0]) or None if url else None
