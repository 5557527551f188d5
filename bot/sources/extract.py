"""From a page to its article: the front door of everything that knows about markup."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.errors import NoArticle, Reason
from bot.core.models import Block
from bot.sources import body, markup, units
from bot.sources.metadata import read_metadata


def extract(html: bytes | str, url: str | None = None) -> Article:
    """The article of a page, as reading order has it, with what the page says about itself.

    Raises NoArticle with a reason when there is none, TextTooLongError past 5 million characters.
    """
    root = markup.parse(markup.decode(html) if isinstance(html, bytes) else html)
    if root is None:
        raise NoArticle(Reason.EMPTY, url=url)
    metadata = read_metadata(root, url)
    chosen = body.choose(root, units.cut(root))
    blocks = [Block(unit.text, unit.kind) for unit in chosen]
    if not any(any(character.isalnum() for character in block.text) for block in blocks):
        raise NoArticle(Reason.EMPTY, url=url)
    return Article.from_blocks(
        blocks,
        title=metadata.title,
        byline=metadata.byline,
        site=metadata.site,
        published=metadata.published,
        url=metadata.canonical or url,
    )
