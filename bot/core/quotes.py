"""Checks whether a quote stands in an article: word for word, nearly, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.core.article import Article, expect_article
from bot.core.expecting import expect_text
from bot.core.lexicon.words import Word, iterate
from bot.core.models import Sentence

_NEAR = 0.6  # share of the quote's words that must stand in one place, in order
_LONGEST_QUOTE = 400  # words
_ROOM = 1.5  # a place may be that much longer than the quote: the words left out


class Verdict(StrEnum):
    """Whether a quote stands in an article."""

    EXACT = "exact"
    NEAR = "near"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCheck:
    """What an article says about a quote."""

    verdict: Verdict
    sentence: Sentence | None = None  # where the quote, or what comes near, begins; None where it is absent
    differing: tuple[str, ...] = ()  # words of the quote that the article does not have there, as written


def check_quote(article: Article, quote: str) -> QuoteCheck:
    """Whether a quote stands in the article.

    Words decide: quotation marks, punctuation, case and blanks do not. "exact": the same words in a row,
    across sentences too. "near": most of them, in order, close together. Of a quote of more than 400 words
    the first 400 are checked. WrongTypeError (a TypeError) for a text that is no Article.
    """
    article = expect_article(article)
    expect_text("quote", quote)
    wanted = list(iterate(quote, article.language))[:_LONGEST_QUOTE]
    if not wanted:
        return QuoteCheck(verdict=Verdict.ABSENT)
    written = list(iterate(article.text, article.language))
    place = _find_row([word.text for word in wanted], [word.text for word in written])
    if place is not None:
        return QuoteCheck(verdict=Verdict.EXACT, sentence=_sentence_at(article, written[place].start))
    return _nearest(article, quote, wanted, written)


def _find_row(wanted: Sequence[str], written: Sequence[str]) -> int | None:
    """Where `wanted` begins in `written`: one search in a string, words parted by what no word holds."""
    text = "\n" + "\n".join(written) + "\n"
    found = text.find("\n" + "\n".join(wanted) + "\n")
    return text.count("\n", 0, found) if found >= 0 else None


def _nearest(article: Article, quote: str, wanted: Sequence[Word], written: Sequence[Word]) -> QuoteCheck:
    begin = _densest(wanted, written)
    end = begin + int(len(wanted) * _ROOM) + 1
    window = [word.text for word in written[begin:end]]
    blocks = SequenceMatcher(
        None, [word.text for word in wanted], window, autojunk=False
    ).get_matching_blocks()
    shared = {place for block in blocks for place in range(block.a, block.a + block.size)}
    if len(shared) < _NEAR * len(wanted) or len(wanted) < 2:
        return QuoteCheck(verdict=Verdict.ABSENT)
    first = next(block.b for block in blocks if block.size)
    return QuoteCheck(
        verdict=Verdict.NEAR,
        sentence=_sentence_at(article, written[begin + first].start),
        differing=tuple(
            quote[word.start : word.end] for place, word in enumerate(wanted) if place not in shared
        ),
    )


def _densest(wanted: Sequence[Word], written: Sequence[Word]) -> int:
    """Where the stretch of the article begins that has most of the quote's distinct words, rare ones first.

    A window slides over the article once; each word of the quote counts once in it.
    """
    size = int(len(wanted) * _ROOM) + 1
    counts: dict[str, int] = {word.text: 0 for word in wanted}
    present = best = best_begin = 0
    for place, word in enumerate(written):
        leaving = written[place - size].text if place >= size else None
        if leaving in counts:
            counts[leaving] -= 1
            present -= counts[leaving] == 0
        if word.text in counts:
            counts[word.text] += 1
            present += counts[word.text] == 1
            if present > best:
                best, best_begin = present, max(0, place - size + 1)
    return best_begin


def _sentence_at(article: Article, place: int) -> Sentence | None:
    return next((sentence for sentence in article.sentences if sentence.end > place), None)
