"""Articles as rows and back. Spans are kept as they were found: a newer sentence cutter moves nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from operator import itemgetter
from typing import Any

from bot.core.article import Article
from bot.core.models import Kind, Paragraph, Sentence, Unread
from bot.core.pickling import located

METADATA = ("title", "byline", "site", "published", "url", "language", "partial")

# From here on an article takes long enough (5 ms and more) to be packed in a thread beside the event loop.
LARGE_CHARACTERS = 200_000


def version_of(article: Article) -> str:
    """The id of a text: SHA-256 of the text and what is known about it, hexadecimal."""
    known = [article.text, *(str(getattr(article, name)) for name in METADATA)]
    if article.unread:
        known.append(str(article.unread.ranges))
    # JSON keeps the borders between the fields; lone surrogates pass as escapes.
    return sha256(json.dumps(known).encode()).hexdigest()


def to_row(article: Article) -> dict[str, Any]:
    """The columns of `versions` for an article."""
    return {
        "version": version_of(article),
        "text": article.text,
        "spans": _pack(article),
        **{name: getattr(article, name) for name in METADATA},
    }


def from_row(row: Mapping[str, Any]) -> Article:
    """The article that a row of `versions` holds, equal to the one that was stored."""
    text: str = row["text"]
    spans = json.loads(row["spans"])
    return Article(
        text=text,
        paragraphs=tuple(
            Paragraph(Kind(kind), start, end, place) for kind, start, end, place in spans["paragraphs"]
        ),
        sentences=_sentences(text, spans["sentences"]),
        unread=_unread(spans["unread"]) if "unread" in spans else None,
        **{name: row[name] for name in METADATA},
    )


def _sentences(text: str, spans: Sequence[Sequence[int]]) -> tuple[Sentence, ...]:
    starts, ends, owners, prose = ([*map(itemgetter(place), spans)] for place in range(4))
    return located(text, starts, ends, owners, map(bool, prose))


def _pack(article: Article) -> str:
    spans: dict[str, Any] = {
        "paragraphs": [[p.kind.value, p.start, p.end, p.place] for p in article.paragraphs],
        "sentences": [[s.start, s.end, s.paragraph, int(s.prose)] for s in article.sentences],
    }
    if article.unread:
        spans["unread"] = [article.unread.pictured, article.unread.beyond]
    return json.dumps(spans, separators=(",", ":"), ensure_ascii=False)


def _unread(packed: Any) -> Unread:
    pictured, beyond = packed
    return Unread(tuple((first, last) for first, last in pictured), tuple(beyond) if beyond else None)
