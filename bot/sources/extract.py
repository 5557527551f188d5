"""From a page to its article: the front door of everything that knows about markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bot.core.article import MAX_CHARACTERS, Article
from bot.core.errors import NoArticle, Reason, TextTooLongError, TooComplexError, WrongTypeError
from bot.core.expecting import expect_text
from bot.core.models import Block, Kind
from bot.sources.charset import decode
from bot.sources.extraction.alternates import linked_versions
from bot.sources.extraction.blocks import to_blocks
from bot.sources.extraction.body import choose
from bot.sources.extraction.embedded import embedded_markup
from bot.sources.extraction.metadata import Metadata, read_metadata
from bot.sources.extraction.page_kinds import judge, without_wall
from bot.sources.extraction.units import Cut, Unit, cut
from bot.sources.markup import parse
from bot.sources.post_authors import post_authors

# Each piece of text costs 0.2 ms. Of 1,779 real pages the longest has 3,000.
MAX_UNITS = 15_000
# A page whose text is built by scripts often declares it whole in JSON-LD.
_DECLARED = 600  # characters of articleBody from which on it can stand in for the page
_BARE = 400  # characters of a page that shows next to nothing without scripts
_MUCH_LESS = 0.4  # of it on the page: then it does


def extract(html: bytes | str, url: str | None = None) -> Article:
    """The article of a page in reading order, with what the page says about itself.

    `url` is where the page was found. Raises NoArticle with a reason where the page is none: a wall, an
    error, a player, a list of links; its details name other versions of the article that the page links
    (`alternates`, addresses). TextTooLongError for more than 5 million characters, or 2 million of text;
    TooComplexError where it is made of more than 100,000 tags, 50,000 elements or 15,000 pieces of text.
    WrongTypeError (a TypeError) for what is neither bytes nor str; of an address or a file's name handed in
    for the page, NoArticle's details say so (`given`).
    """
    if not isinstance(html, bytes | str):
        told = f"{type(html).__name__}: read the page first"
        raise WrongTypeError(name="html", wanted="bytes or a str", given=told)
    expect_text("url", url, or_none=True)
    if isinstance(html, str) and _is_a_place(html):
        raise NoArticle(Reason.EMPTY, url=url, given="the place of a page, and not what stands there")
    root = parse(decode(html) if isinstance(html, bytes) else html)
    if root is None:
        raise NoArticle(Reason.EMPTY, url=url)
    page = cut(root)
    if len(page.units) > MAX_UNITS:
        raise TooComplexError(limit=MAX_UNITS)
    shown = sum(len(unit.text) for unit in page.units)
    if shown > MAX_CHARACTERS:
        raise TextTooLongError(limit=MAX_CHARACTERS)  # before all that takes seconds
    metadata = read_metadata(root, page, url)
    if shown < _BARE:
        root = _filled(root)
        page = cut(root)
    body = choose(root, page, metadata)
    declared = _declared(metadata)
    if declared and sum(len(unit.text) for unit in body) < _MUCH_LESS * sum(
        len(block.text) for block in declared
    ):
        return _article(declared, metadata, url, partial=False)
    verdict = judge(root, page, body, metadata, url)
    blocks = _posts(root, page, without_wall(body, verdict.ends_at) if verdict.partial else body)
    if verdict.reason or not any(character.isalnum() for block in blocks for character in block.text):
        raise NoArticle(verdict.reason or Reason.EMPTY, url=url, alternates=linked_versions(root, url))
    return _article(blocks, metadata, url, partial=verdict.partial)


_LONGEST_PLACE = 260  # characters; a text in a script without blanks is one word, too


def _is_a_place(html: str) -> bool:
    """Whether it is an address or a file's name: one word without a tag, but with a place's punctuation."""
    word = html.strip()
    return len(word) <= _LONGEST_PLACE and re.fullmatch(r"[^\s<]*[./\\:]\w[^\s<]*", word) is not None


def _posts(root: Any, page: Cut, body: Sequence[Unit]) -> list[Block]:
    """The body as blocks; in a thread, those of a post have its author as their place."""
    authors = post_authors(root, page, body)
    for unit in body:
        if unit.text == authors.get(unit.index):
            unit.kind = Kind.OTHER  # the name itself is no sentence of the post
    runs = groupby(body, key=lambda unit: authors.get(unit.index))
    return [block for author, units in runs for block in to_blocks(units, author)]


def _filled(root: Any) -> Any:
    """The page that scripts would build from the data in this one, if there is text in it."""
    built = embedded_markup(root)
    filled = parse(built) if built else None
    return root if filled is None else filled


def _declared(metadata: Metadata) -> list[Block]:
    text = metadata.body or ""
    return (
        [Block(line.strip()) for line in text.split("\n") if line.strip()] if len(text) >= _DECLARED else []
    )


def _article(blocks: list[Block], metadata: Metadata, url: str | None, *, partial: bool) -> Article:
    return Article.from_blocks(
        blocks,
        title=metadata.title,
        byline=metadata.byline,
        site=metadata.site,
        published=metadata.published,
        url=metadata.canonical or url,
        partial=partial,
    )
