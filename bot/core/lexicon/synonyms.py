"""Everyday words that mean nearly the same, read from `data/synonyms.txt`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.core.data import words
from bot.core.lexicon.forms import all_term_forms


@cache
def synonyms(language: str) -> Mapping[str, tuple[str, ...]]:
    """For each stem that has any, the stems of words that mean nearly the same; empty for most languages."""
    found: dict[str, dict[str, None]] = {}
    for group in words("synonyms").get(language, ()):
        stems = list(dict.fromkeys(all_term_forms(group.split("|"), language)))
        for one in stems:
            found.setdefault(one, {}).update((other, None) for other in stems if other != one)
    return {one: tuple(others) for one, others in found.items()}
