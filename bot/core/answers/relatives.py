"""Whether two stems that begin alike are those of one word, as far as their ends tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.core.data import words

_SHORT = 4  # letters in common; from five on two ends that differ are let pass ("scienc", "scientif")
_VOWELS = "aeiouyáàâãäåæăąéèêëęěėíìîïıóòôõöøőúùûüůűýÿạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộơớờởỡợụủũưứừửữựỳỷỹỵ"
_WITHOUT_VOWELS = str.maketrans("", "", _VOWELS)


def are_related(one: str, other: str, shared: int, language: str) -> bool:
    """Whether derivation can have made one of two stems of the other; they have the first `shared` letters in
    common.

    Most endings have a vowel before a consonant. Where only consonants follow ("pain", "paint"), or take the
    place of others behind a short beginning ("defend", "defeat"), they must be such as the language puts
    there; see `data/derivations.txt`. Yes for languages of which nothing is known.
    """
    listed = _listed().get(language)
    if listed is None:
        return True
    first, second = one[shared:].translate(_WITHOUT_VOWELS), other[shared:].translate(_WITHOUT_VOWELS)
    if first and second:
        return shared > _SHORT or f"{first}/{second}" in listed or f"{second}/{first}" in listed
    added = one[shared:] if first else other[shared:]
    if added.rstrip(_VOWELS) != first + second or not (first + second).isalpha():
        return True
    last = one[shared - 1]
    return added in listed or last + added in listed or added == last


def shared_prefix(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    for place, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return place
    return min(len(one), len(other))


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(endings) for language, endings in words("derivations").items()}
