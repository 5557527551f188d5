"""Saved mails (eml), and pages saved with all that belongs to them (mht, mhtml): MIME, RFC 5322 and 2046."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from itertools import islice
from typing import Any, Final

from bot.core.article import Article
from bot.core.errors import NoArticle, UnreadableFileError
from bot.sources.charset import decode
from bot.sources.extract import extract

MAIL_NAMES: Final = frozenset([".eml"])
PAGE_NAMES: Final = frozenset([".mht", ".mhtml"])
_WITHIN: Final = 40  # parts that are looked through; pictures of a page come behind its text
# What the parser lets through of headers that are not as they should be.
_FAILURES: Final = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
# Characters of a header that are looked at: the parser of addresses and encoded words takes the square of
# their number, twenty seconds for sixty thousand quotation marks.
_LONGEST_HEADER: Final = 2_000


def read_mail(body: bytes, *, is_page: bool = False) -> Article:
    """The article of a mail, with its subject, sender and day; or of a saved page, which tells its own.

    Of a mail that says nothing itself, and passes another one on, it is that one's.

    Raises UnreadableFileError ("broken", "empty") and what `extract` raises.
    """
    try:
        parser = BytesParser(policy=policy.compat32)  # which reads no header by itself
        message = parser.parsebytes(body.removeprefix(BOM_UTF8))
        while not (parts := _texts(message)) and (attached := _attached(message)) is not None:
            message = attached
    except _FAILURES as error:
        raise UnreadableFileError(reason="broken") from error
    if not parts:
        raise UnreadableFileError(reason="empty")
    article = _article(parts)
    if is_page:
        return article
    return article.described(title=_subject(message), byline=_sender(message), published=_day(message))


def _article(parts: dict[str, str]) -> Article:
    """The article of a formatted text, or of the plain one where that is none: a letter is no page."""
    try:
        if "html" in parts:
            return extract(parts["html"])
    except NoArticle:
        if "plain" not in parts:
            raise
    return Article.from_text(parts["plain"])


def _texts(message: Message) -> dict[str, str]:
    """The first text of each kind, "html" and "plain", that is no attachment."""
    found: dict[str, str] = {}
    for part in _parts(message):
        kind = part.get_content_subtype()
        if part.get_content_maintype() != "text" or kind not in {"html", "plain"} or kind in found:
            continue
        if part.get_content_disposition() == "attachment":
            continue
        bytes_there = part.get_payload(decode=True)
        if isinstance(bytes_there, bytes) and bytes_there.strip():
            found[kind] = decode(bytes_there, part.get_content_charset())
    return found


def _attached(message: Message) -> Message | None:
    """The first mail that is passed on within another."""
    within = (part for part in _parts(message) if part.get_content_type() == "message/rfc822")
    payload = next((part.get_payload() for part in within if part.is_multipart()), None)
    return payload[0] if isinstance(payload, list) and isinstance(payload[0], Message) else None


def _parts(message: Message) -> Iterator[Message]:
    """The first parts of a mail; none of another one that is passed on in it, which somebody else wrote."""
    return islice(_walk(message), _WITHIN)


def _walk(message: Message) -> Iterator[Message]:
    pending = [message]
    while pending:
        part = pending.pop()
        yield part
        inside = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inside, list):
            pending += [one for one in reversed(inside) if isinstance(one, Message)]


def _subject(message: Message) -> str | None:
    return str(_header(message, "subject") or "") or None


def _sender(message: Message) -> str | None:
    """The sender's name; an address alone is no byline."""
    addresses = getattr(_header(message, "from"), "addresses", ())
    return next((one.display_name for one in addresses if one.display_name), None)


def _day(message: Message) -> date | None:
    try:
        day: date = _header(message, "date").datetime.date()
    except _FAILURES:
        return None
    return day


def _header(message: Message, name: str) -> Any:
    """What a header says, of its beginning; None where it is not there or says nothing that is understood."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    # The parser leaves what is no ASCII as the bytes that it was.
    text = " ".join(decode(raw.encode("utf-8", "surrogateescape")).split())
    try:
        return policy.default.header_factory(name, text[:_LONGEST_HEADER])
    except _FAILURES:
        return None
