"""A question spelt as its article spells: accents that people leave out as they type are put back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.answers.article_index import ArticleIndex
from bot.core.lexicon.accents import plain
from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.stems import stem
from bot.core.lexicon.words import iterate

_SHORTEST = 3  # letters: of two, too many are other words
_LONGEST = 40
# Where accents are most of what tells words apart, only a question without any is one typed in haste.
_ALL_OR_NONE = frozenset({"vi"})
# Endings follow the vowels of their word, so without accents the stemmer knows none: "dukkani", "dükkân".
_ACCENTED_ENDINGS = {
    "es": dict(zip("aeio", "áéíó", strict=True)),
    "it": dict(zip("aeiou", "àèìòù", strict=True)),
    "fr": {"e": "é"},
}
_HARMONIC, _LONGEST_ENDING, _SHORTEST_STEM = frozenset({"az", "hu", "tr"}), 4, 4


def with_accents(question: str, indexes: Sequence[ArticleIndex]) -> str:
    """The question with the accents of the articles' words that it has without them.

    Only words that none of the articles knows, and that have no accents themselves. The articles are at least
    one, all of one language: they are asked in the same words, whichever of them have these.
    """
    language = indexes[0].article.language
    if language in _ALL_OR_NONE and not question.isascii():
        return question
    found: list[str] = []
    reached = 0
    for word in iterate(question, language):
        if word.start < reached or not _may_lack(word.text, indexes, language):
            continue
        spelt = next(filter(None, (_spelt(word.text, index) for index in indexes)), None)
        if spelt is not None:
            found += question[reached : word.start], spelt
            reached = word.end
    return "".join((*found, question[reached:])) if found else question


def _may_lack(word: str, indexes: Sequence[ArticleIndex], language: str) -> bool:
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isalpha() and plain(word) == word):
        return False
    (term,) = term_forms([word], language)
    return all(term not in index.numbers for index in indexes)


def _spelt(word: str, index: ArticleIndex) -> str | None:
    """The article's word that this one is without accents: the same form, or one with the same stem."""
    language, stems = index.article.language, index.stems_plainly
    if word in index.spelt_plainly:
        return index.spelt_plainly[word]
    if language in _HARMONIC:
        shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)
        beginnings = (word[:size] for size in range(len(word), shortest - 1, -1))
        return next((stems[each] for each in beginnings if each in stems), None)
    found = stems.get(plain(stem(word, language)))
    if found is None and language in _ACCENTED_ENDINGS and word[-1] in _ACCENTED_ENDINGS[language]:
        # "nacio": the accent on the ending tells the stemmer what it is.
        accented = word[:-1] + _ACCENTED_ENDINGS[language][word[-1]]
        (term,) = term_forms([accented], language)
        found = accented if term in index.numbers else None
    return found
