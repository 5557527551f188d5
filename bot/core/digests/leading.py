"""Which of several texts on one story leads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p, sqrt

from bot.core.article import Article
from bot.core.digests.digest import Entry
from bot.core.tokens import terms

REACTIONS, REPLIES = 0.5, 0.7  # per e-fold
LENGTH = 0.15  # a text of some length leads better than a note
# For a text whose beginning all the others have word for word. Of the words of Wikinews' headlines, title and
# sentences of the lead tell 56 % where length alone decides, 62 % from 2 to 100 (tests/quality/stories.py).
AGREED = 3.0
TITLE = 0.5  # of what agreement is worth, for a title that all the others confirm
_HEAD = 50  # words of a text that tell what it is about; less or more tells the centre of a story less well


def leading_first(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of one story, the one that leads it first.

    What people took up most leads; among the others, the text at the centre of the story: background and side
    stories begin with words of their own. Linear in the number of entries.
    """
    if len(entries) < 2:
        return list(entries)
    agreed = agreement([entry.article for entry in entries])
    scores = {
        entry.key: _taken_up(entry) + AGREED * share for entry, share in zip(entries, agreed, strict=True)
    }
    return sorted(entries, key=lambda entry: (-scores[entry.key], entry.at, entry.key))


def echo(reactions: int, replies: int) -> float:
    """What reactions and replies are worth: ten times as many are not ten times as telling."""
    return REACTIONS * log1p(reactions) + REPLIES * log1p(replies)


def agreement(articles: Sequence[Article]) -> list[float]:
    """For each of two articles or more, how far the beginnings of the others say what its own says."""
    heads = [head_terms(article) for article in articles]
    titles = [set(terms(article.title or "", article.language)) for article in articles]
    sizes = [sqrt(len(head)) or 1.0 for head in heads]
    counts: Counter[str] = Counter()
    shares: dict[str, float] = {}  # by term, the sum of 1 / size over the heads that have it
    for head, size in zip(heads, sizes, strict=True):
        counts.update(head)
        for term in head:
            shares[term] = shares.get(term, 0.0) + 1 / size
    others = len(articles) - 1
    return [
        (sum(shares[term] - 1 / size for term in head) / size + TITLE * _confirmed(title, counts)) / others
        for head, title, size in zip(heads, titles, sizes, strict=True)
    ]


def head_terms(article: Article) -> set[str]:
    """The terms of a title and of how the text goes on."""
    head = " ".join(article.text[: 12 * _HEAD].split()[:_HEAD])
    return set(terms(f"{article.title or ''}\n{head}", article.language))


def _confirmed(title: set[str], counts: Counter[str]) -> float:
    """How many others have a term of the title, on average over its terms."""
    return sum(counts[term] - 1 for term in title) / len(title) if title else 0.0


def _taken_up(entry: Entry) -> float:
    """What people made of an entry, and how much it tells."""
    people = sum(echo(mention.reactions, mention.replies) for mention in entry.mentions)
    return len(entry.mentions) + people + LENGTH * log1p(min(len(entry.article.text), 10_000) / 1000)
