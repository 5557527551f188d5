"""Saved mails (eml), and pages saved with all that belongs to them (mht, mhtml): MIME, RFC 5322 and 2046."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Final

from bot.core.article import Article
from bot.core.errors import NoArticle, UnreadableFileError
from bot.sources.charset import decode
from bot.sources.extract import extract

MAIL_NAMES: Final = frozenset([".eml"])
PAGE_NAMES: Final = frozenset([".mht", ".mhtml"])
_WITHIN: Final = 40  # parts that are looked through; pictures of a page come behind its text
# What the parser lets through of headers that are not as they should be.
_FAILURES: Final = (MessageError, LookupError, ValueError, TypeError, AttributeError)


def read_mail(body: bytes, *, is_page: bool = False) -> Article:
    """The article of a mail, with its subject, sender and day; or of a saved page, which tells its own.

    Raises UnreadableFileError ("broken", "empty") and what `extract` raises.
    """
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(body)
        parts = _texts(message)
    except _FAILURES as error:
        raise UnreadableFileError(reason="broken") from error
    if not parts:
        raise UnreadableFileError(reason="empty")
    article = _article(parts)
    if is_page:
        return article
    return replace(
        article,
        title=_subject(message) or article.title,
        byline=_sender(message) or article.byline,
        published=_day(message) or article.published,
    )


def _article(parts: dict[str, str]) -> Article:
    """The article of a formatted text, or of the plain one where that is none: a letter is no page."""
    try:
        if "html" in parts:
            return extract(parts["html"])
    except NoArticle:
        if "plain" not in parts:
            raise
    return Article.from_text(parts["plain"])


def _texts(message: EmailMessage) -> dict[str, str]:
    """The first text of each kind, "html" and "plain", that is no attachment."""
    found: dict[str, str] = {}
    for number, part in enumerate(message.walk()):
        if number > _WITHIN:
            break
        kind = part.get_content_subtype()
        if part.get_content_maintype() != "text" or kind not in {"html", "plain"} or kind in found:
            continue
        if part.get_content_disposition() == "attachment":
            continue
        bytes_there = part.get_payload(decode=True)
        if isinstance(bytes_there, bytes) and bytes_there.strip():
            found[kind] = decode(bytes_there, part.get_content_charset())
    return found


def _subject(message: EmailMessage) -> str | None:
    try:
        return " ".join(str(message["subject"] or "").split()) or None
    except _FAILURES:
        return None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name; an address alone is no byline."""
    try:
        addresses = message["from"].addresses
    except _FAILURES:
        return None
    return next((one.display_name for one in addresses if one.display_name), None)


def _day(message: EmailMessage) -> date | None:
    try:
        day: date = message["date"].datetime.date()
    except _FAILURES:
        return None
    return day
