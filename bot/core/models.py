"""The values that the rest of the program speaks in. They are frozen; a change is a new value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a paragraph is. Only PROSE, QUOTE and LIST paragraphs can hold summary sentences."""

    PROSE = "prose"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    CAPTION = "caption"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page before it is part of an article: what extraction hands over, in reading order."""

    text: str
    kind: Kind = Kind.PROSE
    place: str | None = None  # page ("12") or chapter title; None where the source has neither


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a span of its article's text."""

    kind: Kind
    start: int  # characters in article.text
    end: int
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Pages of a file that its article has no text of, as ranges: first and last page, counted from 1."""

    pictured: tuple[tuple[int, int], ...] = ()  # pictures of text, as a scanner makes them
    beyond: tuple[int, int] | None = None  # behind what is read of a long file

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """All of them, in the order of the pages."""
        return self.pictured + ((self.beyond,) if self.beyond else ())


@dataclass(frozen=True, slots=True, repr=False)
class Sentence:
    """A sentence as a slice of its article's text: `article.text[start:end] == text`. `str` gives it."""

    text: str
    start: int  # characters in article.text
    end: int
    position: int  # 0-based among all sentences of the article
    paragraph: int  # 0-based index into article.paragraphs
    prose: bool = True  # False for headings, captions, credits, bylines, promotions

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Sentence {self.position}: {clipped(self.text)!r}>"


def clipped(text: str, most: int = 60) -> str:
    """The beginning of a text for a `repr`: at most so many characters, with "…" where it goes on."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
