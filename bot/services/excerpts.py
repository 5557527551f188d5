"""Sentences of an article as they are shown: where one stands, what stands around it, how the text opens."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from bot.core.article import Article
from bot.core.models import Kind, Sentence
from bot.core.surroundings import surroundings
from bot.services.views import Span

BODY = frozenset({Kind.PROSE, Kind.QUOTE, Kind.LIST, Kind.TABLE, Kind.CODE})


def paragraph_number(article: Article, sentence: Sentence) -> tuple[int, int]:
    """Which paragraph a sentence stands in, from 1, and how many there are; headings don't count."""
    body = [index for index, paragraph in enumerate(article.paragraphs) if paragraph.kind in BODY]
    up_to = sum(index <= sentence.paragraph for index in body)
    return max(1, up_to), max(1, len(body))


def in_context(
    article: Article, sentences: Sequence[Sentence], *, room: int, reach: int
) -> tuple[tuple[Span, ...], ...]:
    """The sentences with what stands around them: runs of spans, each run unbroken text.

    What they lean on and the first mention of whom they name join in first, then up to `reach` sentences on
    either side, while all of it fits in `room` characters; the sentences themselves are there in any case.
    """
    chosen = {sentence.position for sentence in sentences}
    shown = set(chosen)
    left = room - sum(sentence.end - sentence.start for sentence in sentences)
    around = [surroundings(article, position, reach) for position in sorted(chosen)]
    needed = [place for each in around for place in each.needed]
    near = [
        place for rank in zip_longest(*(each.near for each in around)) for place in rank if place is not None
    ]
    for place in (*needed, *near):
        size = article.sentences[place].end - article.sentences[place].start
        if place in shown or size > left:
            continue
        # A neighbour without the one on the way to the chosen sentence would stand alone.
        if place in needed or {place - 1, place + 1} & shown:
            shown.add(place)
            left -= size
    return tuple(_spans(article, run, chosen) for run in _runs(sorted(shown)))


def opening(article: Article) -> str:
    """How the text begins: its first sentence, by which a text without a title can be recognised."""
    return article.sentences[0].text if article.sentences else article.text


def is_verbatim(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence stands in the article exactly as it would be shown."""
    return article.text[sentence.start : sentence.end] == sentence.text


def _runs(positions: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for position in positions:
        if runs and runs[-1][-1] == position - 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _spans(article: Article, run: Sequence[int], chosen: AbstractSet[int]) -> tuple[Span, ...]:
    spans = []
    end = article.sentences[run[0]].start
    for position in run:
        sentence = article.sentences[position]
        if sentence.start > end:
            spans.append(Span(text=article.text[end : sentence.start], chosen=False))
        spans.append(Span(text=sentence.text, chosen=position in chosen))
        end = sentence.end
    return tuple(spans)
