"""Abbreviations that a text explains itself: "the European Rail Authority (ERA)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.stopwords import stop_words
from bot.core.lexicon.words import words

_IN_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_SHORT_FORM = range(2, 9)  # letters
_REACH = 80  # characters before the bracket that a long form may begin in


def long_forms(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """The terms of abbreviations, each with the terms of its long form.

    After Schwartz and Hearst's observation (PSB 2003): both stand together, one of them in brackets.
    """
    return dict(_explained(text, language))


def _explained(text: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
        inside = match.group(1)
        last = before.rsplit(maxsplit=1)[-1:]
        if _is_short_form(inside):
            yield from _both_ways(inside, _long_form(before, inside), language)
        elif last and _is_short_form(last[0]):
            yield from _both_ways(last[0], _long_form(inside, last[0]), language)


def _is_short_form(text: str) -> bool:
    return (
        len(text) in _SHORT_FORM
        and text.isalpha()
        and not text.islower()
        and sum(map(str.isupper, text)) * 2 > len(text)
    )


def _long_form(text: str, short: str) -> str:
    """The last words of `text` whose initials spell the short form, up to two small words left out."""
    pieces = re.split(r"[\s-]", text)
    letters = list(short.lower())
    ignored = 0
    for place in range(len(pieces) - 1, -1, -1):
        if pieces[place][:1].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return " ".join(pieces[place:])
        else:
            ignored += 1
            if ignored > 2:
                break
    return ""


def _both_ways(short: str, long: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    ignored = stop_words(language)
    terms = tuple(term_forms((word for word in words(long, language) if word not in ignored), language))
    if terms:
        (term,) = term_forms([short.lower()], language)
        yield term, terms
