"""The terms that questions and articles are compared by: stems, with the forms of a word that no stemmer
brings together as one ("went", "go"; read from `data/irregular.txt`, behind prefixes of `data/prefixes.txt`
too), and numerals as digits ("four" as "4").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from bot.core.data import words
from bot.core.lexicon.question_words import vocabulary
from bot.core.lexicon.stems import stem, stem_all, stem_each


def term_forms(found: Iterable[str], language: str) -> Iterator[str]:
    """The terms of lower-cased words, one by one. A word of which no stem is left stands for itself."""
    numerals, irregular = vocabulary(language).numerals, irregular_stems(language)
    for word in found:
        written = stem(word, language)
        yield numerals.get(word) or irregular.get(written, written) or word


def all_term_forms(found: Sequence[str], language: str) -> list[str]:
    """The same for many words at once; quicker."""
    stems = stem_all(found, language)
    irregular = irregular_stems(language)
    terms = map(vocabulary(language).numerals.get, found, map(irregular.get, stems, stems))
    return [term or word for term, word in zip(terms, found, strict=True)]


@cache
def irregular_stems(language: str) -> Mapping[str, str]:
    """For the stem of each irregular form the one that it counts as; none for a stem that two words share."""
    groups = [group.split("|") for group in words("irregular").get(language, ())]
    found: dict[str, str] = {}
    for group in groups:
        base, *others = stem_all(group, language)
        target = found.get(base, base)
        for written in (base, *others):
            if found.setdefault(written, target) != target:
                found[written] = written
    prefixed = _prefixed(groups, language)
    return {written: target for written, target in (prefixed | found).items() if written != target}


def _prefixed(groups: Sequence[Sequence[str]], language: str) -> dict[str, str]:
    """The same behind each prefix of the language ("umgibt" as "umgeben"); a word that is listed goes its own
    way.
    """
    found: dict[str, str] = {}
    for prefix in words("prefixes").get(language, ()):
        stems = iter(stem_each([prefix + word for group in groups for word in group], language))
        for group in groups:
            base, *others = islice(stems, len(group))
            for written in others:
                if found.setdefault(written, base) != base:
                    found[written] = written
    return found
