"""An article: its text, what it is made of, and where each piece lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from bot.core.errors import EmptyTextError
from bot.core.models import Block, Paragraph, Sentence


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
        raise EmptyTextError

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
        raise EmptyTextError
