"""An article: its text, what it is made of, and where each piece lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from bot.core.cleaning import clean_text
from bot.core.errors import EmptyTextError, TextTooLongError
from bot.core.language import detect
from bot.core.layout import Piece, pieces
from bot.core.models import Block, Kind, Paragraph, Sentence
from bot.core.prose import is_no_prose
from bot.core.sentences import cut_sentences


MAX_CHARACTERS = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with every paragraph and sentence located in its text."""

    text: str
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "en"  # ISO 639-1
    partial: bool = False  # half of it was behind a wall
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @classmethod
    def from_text(
        cls, text: str, title: str | None = None, url: str | None = None, language: str | None = None
    ) -> Self:
        """The article that a plain text holds; paragraphs are separated by blank lines."""
        text = _checked(clean_text(text)).strip()
        text, found = pieces(text)
        if title is None and len(found) > 1 and found[0].kind is Kind.HEADING:
            title = text[found[0].start : found[0].end].strip("# \t")
        language = language or detect(text)
        paragraphs = tuple(Paragraph(piece.kind, piece.start, piece.end) for piece in found)
        return cls(
            text=text,
            title=title,
            url=url,
            language=language,
            paragraphs=paragraphs,
            sentences=tuple(_sentences(text, paragraphs, language)),
        )

    @classmethod
    def from_blocks(
        cls,
        blocks: Sequence[Block],
        *,
        title: str | None = None,
        byline: str | None = None,
        site: str | None = None,
        published: date | None = None,
        url: str | None = None,
        language: str | None = None,
        partial: bool = False,
    ) -> Self:
        """The article that the pieces of a page make, joined by blank lines."""
        parts: list[str] = []
        paragraphs: list[Paragraph] = []
        position = 0
        for block in blocks:
            part = clean_text(block.text).strip()
            if not part:
                continue
            parts.append(part)
            paragraphs.append(Paragraph(block.kind, position, position + len(part), block.place))
            position += len(part) + 2
        text = _checked("\n\n".join(parts))
        language = language or detect(text)
        return cls(
            text=text,
            title=title,
            byline=byline,
            site=site,
            published=published,
            url=url,
            language=language,
            partial=partial,
            paragraphs=tuple(paragraphs),
            sentences=tuple(_sentences(text, paragraphs, language)),
        )

    def in_language(self, language: str) -> Self:
        """The same text, read as another language: its sentences are cut anew."""
        return replace(
            self, language=language, sentences=tuple(_sentences(self.text, self.paragraphs, language))
        )


def _checked(text: str) -> str:
    if len(text) > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)
    if not any(character.isalnum() for character in text):
        raise EmptyTextError
    return text


def _sentences(text: str, paragraphs: Iterable[Paragraph], language: str) -> Iterable[Sentence]:
    position = 0
    for index, paragraph in enumerate(paragraphs):
        inner = text[paragraph.start : paragraph.end]
        spans = (
            [(0, len(inner))]
            if paragraph.kind in {Kind.HEADING, Kind.CODE, Kind.TABLE}
            else cut_sentences(inner, language)
        )
        readable = paragraph.kind in {Kind.PROSE, Kind.QUOTE, Kind.LIST}
        for start, end in spans:
            words = inner[start:end]
            prose = readable and not is_no_prose(words)
            yield Sentence(words, paragraph.start + start, paragraph.start + end, position, index, prose)
            position += 1


__all__ = ["MAX_CHARACTERS", "Article", "Piece"]
