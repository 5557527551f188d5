"""The text of a piece of HTML, as titles and descriptions of feeds hold it."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r"<[a-zA-Z/!?]|&[a-zA-Z#]")
_UNSEEN = re.compile(
    r"<(script|style|head|template)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(
    r"</?(?:p|div|section|article|blockquote|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|pre|figure|figcaption|hr|header"
    r"|footer)\b[^<>]*>",
    re.IGNORECASE,
)
_LINE = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def plain_text(value: str) -> str:
    """The text without its markup: paragraphs by blank lines, entities resolved once. Linear in its length.

    A text without markup stays as it is. For whole pages there is `bot.sources.extract`.
    """
    if not _MARKUP.search(value):
        return value
    value = _UNSEEN.sub(" ", value)
    value = _BLANKS.sub(" ", value)
    value = _TAG.sub("", _LINE.sub("\n", _BREAK.sub("\n\n", value)))
    lines = (line.strip() for line in html.unescape(value).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
