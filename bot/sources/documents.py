"""Files that hold an article: told apart by content, not by name, and handed to who can read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from bot.core.article import Article
from bot.core.errors import (
    EmptyTextError,
    NoArticle,
    NotAPageError,
    Reason,
    UnreadableFileError,
    UnsupportedFileError,
)
from bot.core.post_links import post_link
from bot.sources.charset import decode
from bot.sources.content import Content, sniff
from bot.sources.extract import extract
from bot.sources.formats.docx import read_docx
from bot.sources.formats.epub import read_epub
from bot.sources.formats.mail import MAIL_NAMES, PAGE_NAMES, read_mail
from bot.sources.formats.markdown import looks_like_markdown, read_markdown
from bot.sources.formats.pdf import read_pdf
from bot.sources.posts import read_post

_READERS: dict[Content, Callable[[bytes, str | None], Article]] = {
    Content.PDF: read_pdf,
    Content.DOCX: read_docx,
    Content.EPUB: read_epub,
}
_MARKDOWN_NAMES = frozenset([".md", ".markdown", ".mdown", ".mkd"])
_MARKDOWN_TYPES = frozenset(["text/markdown", "text/x-markdown"])
_PLAIN_NAMES = _MARKDOWN_NAMES | {".txt", ".text", ".rst", ".org"}
_HTML_NAMES = frozenset([".html", ".htm", ".xhtml"])
# What a page is told about in words of its own; the rest is a file like any other.
_NO_TEXT = frozenset([Content.IMAGE, Content.AUDIO, Content.VIDEO, Content.ARCHIVE, Content.BINARY])


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A body, and what is said of it by who sent it."""

    body: bytes
    content_type: str | None
    name: str | None
    url: str | None
    charset: str | None = None

    @property
    def suffix(self) -> str:
        return PurePath(self.name or "").suffix.lower()


def read_page(
    body: bytes, url: str | None, charset: str | None = None, content_type: str | None = None
) -> Article:
    """The article behind a link.

    Raises NoArticle, NotAPageError, UnreadableFileError, UnsupportedFileError, TextTooLongError.
    """
    file = _File(body=body, content_type=content_type, name=_name_in(url), url=url, charset=charset)
    content = sniff(body, content_type or "")
    post = _post_in(file, content)
    if post is not None:
        return post
    if content in _NO_TEXT:
        raise NotAPageError(url=url, kind=str(content))
    try:
        if content in {Content.HTML, Content.FEED} and file.suffix not in _MARKDOWN_NAMES:
            return extract(decode(body, charset), url)
        return _read(file, content)
    except EmptyTextError as error:
        raise NoArticle(Reason.EMPTY, url=url) from error


def read_file(body: bytes, name: str | None, content_type: str | None, url: str | None = None) -> Article:
    """The article in an uploaded file; a page's own address is not believed.

    Raises UnsupportedFileError, UnreadableFileError, EmptyTextError, NoArticle, TextTooLongError.
    """
    file = _File(body=body, content_type=content_type, name=name, url=url)
    content = sniff(body, content_type or "")
    post = _post_in(file, content)
    if post is not None:
        return post
    if file.suffix in MAIL_NAMES | PAGE_NAMES and content in {Content.HTML, Content.FEED, Content.TEXT}:
        return read_mail(body, is_page=file.suffix in PAGE_NAMES)
    if content is Content.TEXT and file.suffix in _HTML_NAMES:
        content = Content.HTML
    if content in {Content.HTML, Content.FEED} and file.suffix not in _PLAIN_NAMES:
        return extract(decode(body), url)
    return _read(file, content)


def read_text(text: str, title: str | None = None, url: str | None = None) -> Article:
    """The article of a pasted text. Raises EmptyTextError, TextTooLongError."""
    return Article.from_text(text, title=title, url=url)


def _post_in(file: _File, content: Content) -> Article | None:
    """The post that a page of a post's address holds, if there is one."""
    link = post_link(file.url) if file.url and content in {Content.HTML, Content.TEXT} else None
    try:
        return read_post(link, [file.body]) if link else None
    except NoArticle:
        return None


def _read(file: _File, content: Content) -> Article:
    """The article of a file that is no page."""
    if content in _READERS:
        return _READERS[content](file.body, file.url)
    if content is Content.LOCKED:
        raise UnreadableFileError(reason="encrypted")
    if content not in {Content.HTML, Content.FEED, Content.TEXT}:
        raise UnsupportedFileError(kind=str(content))
    text = decode(file.body, file.charset)
    is_markdown = file.suffix in _MARKDOWN_NAMES or file.content_type in _MARKDOWN_TYPES
    if is_markdown or looks_like_markdown(text):
        return read_markdown(text, file.url)
    return Article.from_text(text, title=_name_in(file.url), url=file.url)


def _name_in(url: str | None) -> str | None:
    """The last part of an address: what a text file without a title is called."""
    return unquote(urlsplit(url).path.rsplit("/", 1)[-1]) or None if url else None
