"""Links to a sentence on a page: text fragments (WICG Scroll To Text Fragment)."""

from __future__ import annotations

import re
from urllib.parse import quote

from bot.core.article import Article
from bot.core.models import Sentence

_SHORT = 80  # characters: a shorter sentence is quoted whole; longer ones by their first and last words
_EDGE_WORDS = 6
_PREFIX_WORDS = 3
# Characters, encoded. A page can have "words" and an address of thousands of them, and a message with fifty
# of its sentences would be half a megabyte that Telegram refuses.
_LONGEST_DIRECTIVE, _LONGEST_LINK = 1_000, 2_000
_UNSPACED = re.compile("[\u0e01-\u0e4e\u3040-\u30ff\u3400-\u9fff]")
_OUTER = re.compile(r"^\W+|\W+$")


def fragment_link(article: Article, sentence: Sentence) -> str | None:
    """A link that opens the page at the sentence, marked; None for an article without an address, or with one
    that is too long to stand at every sentence.

    The fragment is the sentence, or its first and last words when it is long, after the words before it when
    the same words stand earlier in the article. There is none where it would be too long.
    """
    if article.url is None or len(article.url) > _LONGEST_LINK - _LONGEST_DIRECTIVE:
        return None
    start, end = _edges(_plain(sentence.text))
    if not start:
        return article.url
    directive = _quoted(start)
    if end:
        directive += f",{_quoted(end)}"
    if article.text.find(start, 0, sentence.start) >= 0:
        before = article.text[max(0, sentence.start - 200) : sentence.start]
        prefix = _OUTER.sub("", " ".join(before.split()[-_PREFIX_WORDS:]))
        directive = f"{_quoted(prefix)}-,{directive}" if prefix else directive
    if len(directive) > _LONGEST_DIRECTIVE:
        return article.url
    return f"{article.url}{'' if '#' in article.url else '#'}:~:text={directive}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _edges(text: str) -> tuple[str, str]:
    """What stands in the fragment: the whole text and nothing, or its first and its last words."""
    whole = _OUTER.sub("", text)
    words = whole.split(" ")
    if len(whole) <= _SHORT or len(words) <= 2 * _EDGE_WORDS or _UNSPACED.search(whole):
        return whole, ""
    first, last = " ".join(words[:_EDGE_WORDS]), " ".join(words[-_EDGE_WORDS:])
    return _OUTER.sub("", first), _OUTER.sub("", last)


def _quoted(text: str) -> str:
    # A hyphen is syntax here ("prefix-,"), and `quote` leaves it; commas and ampersands it encodes.
    return quote(text, safe="").replace("-", "%2D")
