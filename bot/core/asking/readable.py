"""The sentences of an article that questions are made from."""

from __future__ import annotations

import re
from itertools import accumulate

from bot.core.article import Article
from bot.core.models import Sentence

# A reader's first questions are about where a text begins. Sentences without end count by their characters.
_MOST_SENTENCES = 400
_MOST_CHARACTERS = 100_000


def readable(article: Article) -> list[Sentence]:
    """The sentences of prose at the beginning of an article, without what only looks like one: lines of
    particulars ("Loaf size: 1 pound | Programs: 12") and what breaks off.
    """
    first = [each for each in article.sentences if each.prose and _reads(each.text)][:_MOST_SENTENCES]
    ends = accumulate(len(sentence.text) for sentence in first)
    return [sentence for sentence, end in zip(first, ends, strict=True) if end <= _MOST_CHARACTERS]


def _reads(text: str) -> bool:
    if _LABEL.match(text) or " | " in text:
        return False
    return _MARKED.search(text) is not None or _CAPITALS.search(text) is None


# Possessive: words need no blank between them, and a text without any could be cut into three in n² ways.
_LABEL = re.compile(r"(?:[^\W\d_][\w’'-]*+ ?){1,3}: (?![\"“„«])")
_MARKED = re.compile(r"[.!?…;:][\"'”’»“)\]]*\s*$")
_CAPITALS = re.compile("[A-Za-zА-Яа-я]")  # other scripts end sentences with marks of their own, or with none
