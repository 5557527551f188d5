"""The terms that questions and articles are compared by: stems, with the forms of a word that no stemmer
brings together as one ("went", "go"; read from `data/irregular.txt`, behind prefixes of `data/prefixes.txt`
too), and numerals as digits ("four" as "4").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from bot.core.data import words
from bot.core.lexicon.question_words import vocabulary
from bot.core.lexicon.stems import stem, stem_all, stem_each


def term_forms(found: Iterable[str], language: str) -> Iterator[str]:
    """The terms of lower-cased words, one by one. A word of which no stem is left stands for itself."""
    numerals, irregular = vocabulary(language).numerals, irregular_stems(language)
    reduced = _REDUCED.get(language)
    for word in found:
        written = stem(word, language) if reduced is None else reduced(stem(word, language))
        (key,) = _keys([word], [written], language)
        yield numerals.get(word) or irregular.get(key, written) or word


def all_term_forms(found: Sequence[str], language: str) -> list[str]:
    """The same for many words at once; quicker."""
    stems = _reduce(stem_all(found, language), language)
    irregular = irregular_stems(language)
    keys = _keys(found, stems, language)
    terms = map(vocabulary(language).numerals.get, found, map(irregular.get, keys, stems))
    return [term or word for term, word in zip(terms, found, strict=True)]


def _reduce(stems: list[str], language: str) -> list[str]:
    reduced = _REDUCED.get(language)
    return stems if reduced is None else list(map(reduced, stems))


def _korean(written: str) -> str:
    """A stem without the endings of verbs: "설계했어" and "설계는" are both of a design."""
    noun = _KOREAN_DOES.sub("", _KOREAN_LEFT.sub("", written))
    return noun if noun != written else _KOREAN_ENDING.sub("", written)


_KOREAN_DOES = re.compile(
    "(?<=[가-힣]{2})(?:하|했|해|한|할|합|되|됐|돼|된|될|됩|시키|시켰)"
    "(?:다|어|어요|요|나|나요|니|냐|는|는데|면|고|서|여|였다|었다|었어|었나요|었습니다|였습니다|습니다|습니까|니다|니까|던|려고|야|도|지|죠)?$"
)
_KOREAN_LEFT = re.compile("(?<=[가-힣]{2})(?:에는|에선|에도|엔|까진|이랑|랑|이야|야)$")
_KOREAN_ENDING = re.compile(
    "(?<=[가-힣]{2})(?:습니다|습니까|었습니다|나요|어요|아요|는데|으면|다|어|아|요|니|냐|고|면|서)$"
)


def _hebrew(written: str) -> str:
    """A stem without the endings of number and gender, and with the usual forms of its last letter."""
    return _HEBREW_ENDING.sub("", written.translate(_FINAL_LETTERS))


_FINAL_LETTERS = str.maketrans("ךםןףץ", "כמנפצ")
_HEBREW_ENDING = re.compile("(?<=[א-ת]{3})(?:יות|ות|ימ|ית|ה|ת|י)$")
_REDUCED = {"ko": _korean, "he": _hebrew}


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
    stems = _reduce(stem_each(every, language), language)
    pairs = zip(_keys(every, stems, language), stems, strict=True)
    found: dict[str, str] = {}
    for group in groups:
        (key, base), *others = islice(pairs, len(group))
        target = found.get(key, base)
        for each in (key, *(other for other, _ in others)):
            if found.setdefault(each, target) != target:
                found[each] = each.removesuffix(_DROPPED)
    return found
