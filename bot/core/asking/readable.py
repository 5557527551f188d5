"""The sentences of an article that questions are made from."""

from __future__ import annotations

from itertools import accumulate

from bot.core.article import Article
from bot.core.models import Sentence

# A reader's first questions are about where a text begins. Sentences without end count by their characters.
_MOST_SENTENCES = 400
_MOST_CHARACTERS = 100_000


def readable(article: Article) -> list[Sentence]:
    """The sentences of prose at the beginning of an article."""
    first = [sentence for sentence in article.sentences if sentence.prose][:_MOST_SENTENCES]
    ends = accumulate(len(sentence.text) for sentence in first)
    return [sentence for sentence, end in zip(first, ends, strict=True) if end <= _MOST_CHARACTERS]
