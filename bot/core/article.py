"""An article: its text, what it is made of, and where each piece lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, Self

from bot.core.cleaning import clean_text
from bot.core.cutting.list_marks import mark_ends
from bot.core.cutting.sentences import cut_sentences, has_more_marks
from bot.core.errors import EmptyTextError, TextTooLongError, TooComplexError, WrongTypeError
from bot.core.expecting import expect_text
from bot.core.language import detect, named
from bot.core.layout import Piece, pieces, refine
from bot.core.models import Block, Kind, Paragraph, Sentence, Unread, clipped
from bot.core.pickling import Columns, from_columns, to_columns
from bot.core.prose import is_no_prose, is_statement

MAX_CHARACTERS = 2_000_000
# A book of two million characters has 20,000 sentences. Each costs 30 µs to find, and more to rank.
MAX_SENTENCES = 60_000
# Every second full stop of prose at most is one of an abbreviation. Weighing one costs 20 µs.
_MAX_MARKS = 2 * MAX_SENTENCES
_READABLE = frozenset({Kind.PROSE, Kind.QUOTE, Kind.LIST})
_WHOLE = frozenset({Kind.HEADING, Kind.OTHER})  # one sentence each
_BY_LINE = frozenset({Kind.CODE, Kind.TABLE})  # one sentence a line
_FLOWING = frozenset({Kind.PROSE, Kind.QUOTE, Kind.LIST, Kind.CAPTION, Kind.HEADING})
_TITLE_WORDS = 15
_LONGEST_LINE = 500  # characters of a title, a byline, a site's name
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Article:
    """An article with every paragraph and sentence located in its text.

    Made by `from_text` or `from_blocks`. `article.text[s.start:s.end] == s.text` for each of its sentences,
    which together cover what its paragraphs hold, but for the marks of lists ("• ", "4. "). `str` gives the
    text.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "en"  # ISO 639-1
    partial: bool = False  # the rest is behind a wall, or on pages without text
    unread: Unread | None = None  # those pages
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @classmethod
    def from_text(
        cls, text: str, title: str | None = None, url: str | None = None, language: str | None = None
    ) -> Self:
        """The article that a plain or Markdown text holds.

        The text is kept as it is, but for invisible characters (`bot.core.cleaning.clean_text`), blanks
        around it, and line ends inside a paragraph that was wrapped to a width: each becomes a blank. With no
        title given, a first line that looks like one is the title. Raises EmptyTextError for a text without a
        letter or a digit, TextTooLongError for more than 2,000,000 characters, TooComplexError for more than
        60,000 sentences, NotALanguageError where `language` is no code ("de", also "de-AT"), and
        WrongTypeError (a TypeError) for what is no str.
        """
        return cls.uncut(text, title, url, language).cut()

    @classmethod
    def uncut(
        cls, text: str, title: str | None = None, url: str | None = None, language: str | None = None
    ) -> Self:
        """`from_text` without the sentences, at half the cost: for many texts of which few are read.

        `cut` makes it whole.
        """
        expect_text("text", text)
        for name, value in (("title", title), ("url", url), ("language", language)):
            expect_text(name, value, or_none=True)
        known = named(language) if language else None
        text = _checked(clean_text(_limited(text)).strip())
        text, found = pieces(text, MAX_SENTENCES)
        if title is None and len(found) > 1 and _is_title(text, found[0]):
            title = text[found[0].start : found[0].end].strip("#*_ \t")
            found[0] = found[0]._replace(kind=Kind.HEADING)
        return cls(
            text=text,
            title=_line(title),
            url=url,
            language=known or detect(text),
            paragraphs=tuple(Paragraph(piece.kind, piece.start, piece.end) for piece in found),
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
        unread: Unread | None = None,
    ) -> Self:
        """The article that the pieces of a page make, joined by blank lines.

        Line ends inside a piece of prose become blanks. A PROSE block that is a caption, a promotion or a
        heading by its words gets that kind. `language` is what the page declares, as a hint. Raises
        EmptyTextError, TextTooLongError and TooComplexError like `from_text`.
        """
        text, found, places = _laid_out(blocks)
        text = _checked(text)
        paragraphs = tuple(
            Paragraph(piece.kind, piece.start, piece.end, place)
            for piece, place in zip(refine(text, found), places, strict=True)
        )
        language = detect(text, language)
        return cls(
            text=text,
            title=_line(title),
            byline=_line(byline),
            site=_line(site),
            published=published,
            url=url,
            language=language,
            partial=partial,
            unread=unread,
            paragraphs=paragraphs,
            sentences=_counted(_sentences(text, paragraphs, language)),
        )

    def cut(self) -> Self:
        """The article with its sentences, which only one made by `uncut` lacks. Raises TooComplexError."""
        return self if self.sentences else self.in_language(self.language)

    def in_language(self, language: str) -> Self:
        """The same text, read as another language (ISO 639-1): its sentences are cut anew.

        Raises NotALanguageError, TooComplexError, WrongTypeError.
        """
        expect_text("language", language)
        language = named(language)
        return replace(
            self, language=language, sentences=_counted(_sentences(self.text, self.paragraphs, language))
        )

    def described(
        self,
        *,
        title: str | None = None,
        byline: str | None = None,
        site: str | None = None,
        published: date | None = None,
    ) -> Self:
        """The article with what is known of it besides, in place of what it says itself; None leaves that."""
        return replace(
            self,
            title=_line(title) or self.title,
            byline=_line(byline) or self.byline,
            site=_line(site) or self.site,
            published=published or self.published,
        )

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        named = clipped(self.title or self.text.partition("\n")[0])
        counts = f"{len(self.paragraphs)} paragraphs, {len(self.sentences)} sentences"
        return f"<Article {named!r}: {self.language}, {counts}>"

    def __reduce__(self) -> tuple[Any, ...]:
        known = {name: getattr(self, name) for name in _METADATA}
        return _rebuilt, (type(self), self.text, known, to_columns(self.paragraphs, self.sentences))


_METADATA = ("title", "byline", "site", "published", "url", "language", "partial", "unread")


def _rebuilt(cls: type[Article], text: str, known: dict[str, Any], columns: Columns) -> Article:
    paragraphs, sentences = from_columns(text, columns)
    return cls(text=text, paragraphs=paragraphs, sentences=sentences, **known)


def _line(known: str | None) -> str | None:
    """What is known of a text: on one line, without characters that no database takes, and no longer than a
    message can show, for a page may declare megabytes.
    """
    if not known:
        return known
    line = " ".join(clean_text(known[: 8 * _LONGEST_LINE]).split())
    return line[:_LONGEST_LINE].rstrip() or None


def _limited(text: str) -> str:
    if len(text) > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)
    return text


def _counted(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    found = tuple(islice(sentences, MAX_SENTENCES + 1))
    if len(found) > MAX_SENTENCES:
        raise TooComplexError(limit=MAX_SENTENCES)
    return found


def _checked(text: str) -> str:
    if not any(map(str.isalnum, text)):
        raise EmptyTextError
    if has_more_marks(_limited(text), _MAX_MARKS):
        raise TooComplexError(limit=MAX_SENTENCES)
    return text


def _laid_out(blocks: Sequence[Block]) -> tuple[str, list[Piece], list[str | None]]:
    parts: list[str] = []
    found: list[Piece] = []
    places: list[str | None] = []
    position = 0
    for block in blocks:
        part = clean_text(block.text).strip()
        if block.kind in _FLOWING:
            part = part.replace("\n", " ")
        if part:
            parts.append(part)
            found.append(Piece(block.kind, position, position + len(part)))
            places.append(block.place)
            position += len(part) + 2
    return "\n\n".join(parts), found, places


def _is_title(text: str, first: Piece) -> bool:
    if first.kind is Kind.HEADING:
        return True
    line = text[first.start : first.end]
    return (
        first.kind is Kind.PROSE
        and line[-1] in "?!"
        and len(line.split()) <= _TITLE_WORDS
        and "\n" not in line
    )


def _sentences(text: str, paragraphs: Sequence[Paragraph], language: str) -> Iterator[Sentence]:
    cut = [*islice(_cut(text, paragraphs, language), MAX_SENTENCES + 1)]
    marks = mark_ends([text[start:end] for _, start, end in cut], language)
    for position, ((index, start, end), mark) in enumerate(zip(cut, marks, strict=True)):
        kind = paragraphs[index].kind
        begin = start + mark if kind in _READABLE else start
        words = text[begin:end]
        prose = kind in _READABLE and not is_no_prose(words)
        if prose and kind is Kind.LIST:
            prose = is_statement(words)
        yield Sentence(words, begin, end, position, index, prose)


def _cut(text: str, paragraphs: Sequence[Paragraph], language: str) -> Iterator[tuple[int, int, int]]:
    """The sentences of each paragraph: its index, where they begin and end."""
    for index, paragraph in enumerate(paragraphs):
        for start, end in _spans(text[paragraph.start : paragraph.end], paragraph.kind, language):
            yield index, paragraph.start + start, paragraph.start + end


def _spans(inner: str, kind: Kind, language: str) -> list[tuple[int, int]]:
    if kind in _WHOLE:
        stripped = inner.strip()
        start = len(inner) - len(inner.lstrip())
        return [(start, start + len(stripped))] if stripped else []
    if kind in _BY_LINE:
        lines = ((match.start(), match.group()) for match in _LINE.finditer(inner))
        return [
            (start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
            for start, line in lines
            if not line.isspace()
        ]
    return cut_sentences(inner, language)


def expect_article(given: object) -> Article:
    """An article with its sentences. Raises WrongTypeError for what is none, with how to make one: mostly it
    is a text.
    """
    if not isinstance(given, Article):
        told = f"{type(given).__name__}: make one by Article.from_text"
        raise WrongTypeError(name="article", wanted="an Article", given=told)
    return given.cut()


def expect_articles(given: Iterable[Article]) -> tuple[Article, ...]:
    """Several articles. Raises WrongTypeError where one is something else, or there is a single thing."""
    if isinstance(given, Article | str) or not isinstance(given, Iterable):
        expect_article(given)
        raise WrongTypeError(name="articles", wanted="a list of articles", given="an Article by itself")
    articles = tuple(given)
    for each in articles:
        expect_article(each)
    return articles
