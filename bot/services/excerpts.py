"""Sentences of an article as they are shown: where one stands, what stands around it, how the text opens."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.core.article import Article
from bot.core.models import Kind, Sentence
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

    Up to `reach` sentences on either side join in, the nearest first, while all of it fits in `room`
    characters; the sentences themselves are there in any case.
    """
    chosen = {sentence.position for sentence in sentences}
    shown = set(chosen)
    left = room - sum(sentence.end - sentence.start for sentence in sentences)
    for distance in range(1, reach + 1):
        for position in sorted({at + step for at in chosen for step in (-distance, distance)}):
            if not 0 <= position < len(article.sentences) or position in shown:
                continue
            near = article.sentences[position]
            size = near.end - near.start
            # Without its neighbour on the way to the chosen one it would stand alone.
            if size > left or not near.prose or not {position - 1, position + 1} & shown:
                continue
            shown.add(position)
            left -= size
    return tuple(_spans(article, run, chosen) for run in _runs(sorted(shown)))


def opening(article: Article) -> str:
    """How the text begins: its first sentence, by which a text without a title can be told."""
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
