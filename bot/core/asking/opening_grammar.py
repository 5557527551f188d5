"""How a language reports what people say, introduces them, dates events: what suggested questions start from.

Read from `data/suggestion_words.toml`, which explains each part.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.core.models import Sentence


@dataclass(frozen=True)
class Opening:
    """What a question can be made of, and the sentences that may answer it."""

    kind: str
    values: Mapping[str, str]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Grammar:
    """The words and patterns of one language."""

    says: str
    says_then: str
    roles: str
    apposition: str
    dated: str
    ahead: str
    bodies: str
    year: str
    aside: str
    after_role: str
    placed: str
    past: str
    did: str
    topmost: str
    counted: str
    verb: str = ""  # what a clause in the present has, where that is told
    topic: str = ""  # where nothing is known of it
    defined: str = ""
    asked: str = ""


def grammar(language: str) -> Grammar | None:
    """The grammar of a language (ISO 639-1), or None where it is not known."""
    return _grammars().get(language)


@cache
def _grammars() -> dict[str, Grammar]:
    read = tomllib.loads(files("bot.core").joinpath("data/suggestion_words.toml").read_text(encoding="utf-8"))
    return {language: Grammar(**classes) for language, classes in read.items()}
