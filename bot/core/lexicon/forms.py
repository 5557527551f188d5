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
        (key,) = _keys([word], [written], language)
        yield numerals.get(word) or irregular.get(key, written) or word


def all_term_forms(found: Sequence[str], language: str) -> list[str]:
    """The same for many words at once; quicker."""
    stems = stem_all(found, language)
    irregular = irregular_stems(language)
    keys = _keys(found, stems, language)
    terms = map(vocabulary(language).numerals.get, found, map(irregular.get, keys, stems))
    return [term or word for term, word in zip(terms, found, strict=True)]


def _keys(found: Sequence[str], stems: Sequence[str], language: str) -> Sequence[str]:
    """What irregular forms are known by: their stems. Where a stemmer drops umlauts, with a sign that there
    was one: "fuhr" (drove) and "führen" (to lead) have one stem.
    """
    if language not in _UMLAUTS_DROPPED:
        return stems
    return [
        written if word.isascii() or _UMLAUTS.isdisjoint(word) else written + _DROPPED
        for word, written in zip(found, stems, strict=True)
    ]


_UMLAUTS_DROPPED, _UMLAUTS, _DROPPED = frozenset({"de"}), frozenset("äöü"), "\u0308"


@cache
def irregular_stems(language: str) -> Mapping[str, str]:
    """By the key of each irregular form the stem of the one that it counts as; none for a key that two words
    share.
    """
    listed = words("prefixes").get(language, ())
    bare = frozenset(entry.removeprefix("-") for entry in listed if entry.startswith("-"))
    groups = [group.split("|") for group in words("irregular").get(language, ())]
    prefixed = [
        [prefix + word for word in group if word not in bare]
        for prefix in listed
        if not prefix.startswith("-")
        for group in groups
    ]
    found = _targets(prefixed, language) | _targets(groups, language)
    return {key: target for key, target in found.items() if key.removesuffix(_DROPPED) != target}


def _targets(groups: Sequence[Sequence[str]], language: str) -> dict[str, str]:
    """By the key of each word of these groups the stem of the group's first word."""
    every = [word for group in groups for word in group]
    stems = stem_each(every, language)
    pairs = zip(_keys(every, stems, language), stems, strict=True)
    found: dict[str, str] = {}
    for group in groups:
        (key, base), *others = islice(pairs, len(group))
        target = found.get(key, base)
        for each in (key, *(other for other, _ in others)):
            if found.setdefault(each, target) != target:
                found[each] = each.removesuffix(_DROPPED)
    return found
