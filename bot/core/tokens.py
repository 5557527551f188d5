"""Sentences, words and stems of a text in any language. Light to import; models load with the first use."""

from __future__ import annotations

from bot.core.cutting.sentences import cut_sentences
from bot.core.lexicon.stems import stem
from bot.core.lexicon.stopwords import stop_words
from bot.core.lexicon.words import iterate, word_spans, words

__all__ = ["cut_sentences", "index_terms", "stem", "stop_words", "terms", "word_spans", "words"]


def terms(text: str, language: str) -> list[str]:
    """The stems of the words that carry meaning (no stop words), in order, with repeats.

    An abbreviation in capitals is none of the small words that it looks like ("US", "WHO", "U.S.").
    """
    ignored = stop_words(language)
    shouted = text.isupper()
    return [
        stem(word, language)
        for word, start, end in iterate(text, language)
        if word not in ignored or (not shouted and end - start > 1 and text[start:end].isupper())
    ]


def index_terms(text: str, language: str) -> str:
    """The distinct terms of a text, in order, joined by blanks: what full-text search indexes."""
    return " ".join(dict.fromkeys(terms(text, language)))
